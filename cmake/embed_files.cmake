# Writes OUTPUT: each of FILES (relative to ROOT) as an array of bytes, and the table of all.
set(arrays "")
set(rows "")
set(index 0)
foreach(name IN LISTS FILES)
    file(READ ${ROOT}/${name} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(APPEND arrays "static const uint8_t FILE_${index}[] = {${bytes}0};\n")
    string(APPEND rows "    {\"${name}\", FILE_${index}, ${size}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT}.new
"/* Generated from criteria/ and templates/ by cmake/embed_files.cmake. */
#include \"read/builtin.h\"

${arrays}
const struct builtin_file BUILTIN_FILES[] = {
${rows}    {0, 0, 0},
};
const size_t BUILTIN_FILE_COUNT = ${index};
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT})
