# vouch_embed(OUTPUT file.c): a table of the files of criteria/ and templates/, by name, as C source.
#
# Plain CMake, so that building needs no other tool. The script part runs at build time.
function(vouch_embed output)
    file(GLOB_RECURSE files RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/criteria/*.yaml ${PROJECT_SOURCE_DIR}/templates/*)
    list(SORT files)
    list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} "-DROOT=${PROJECT_SOURCE_DIR}" "-DFILES=${files}" "-DOUTPUT=${output}"
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
        DEPENDS ${paths} ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
        COMMENT "Embedding criteria and templates" VERBATIM)
endfunction()
