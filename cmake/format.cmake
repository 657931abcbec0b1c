# Targets `format` (rewrites) and `format-check` (fails on a difference) for every C file.
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
if(CLANG_FORMAT)
    file(GLOB_RECURSE vouch_c_files CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/src/*.[ch] ${PROJECT_SOURCE_DIR}/tests/*.[ch])
    add_custom_target(format COMMAND ${CLANG_FORMAT} -i ${vouch_c_files} VERBATIM)
    add_custom_target(format-check COMMAND ${CLANG_FORMAT} --dry-run --Werror ${vouch_c_files} VERBATIM)
endif()
