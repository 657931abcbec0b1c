# What every target is compiled with. Link `vouch_options` to get it.
add_library(vouch_options INTERFACE)
target_include_directories(vouch_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(vouch_options INTERFACE _POSIX_C_SOURCE=200809L)
# The sums are compensated: the compiler must not rearrange or contract them.
target_compile_options(vouch_options INTERFACE -ffp-contract=off -fno-fast-math -fstack-protector-strong)

if(VOUCH_STRICT)
    target_compile_options(vouch_options INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
        -Wcast-qual -Wformat=2 -Wdouble-promotion -Wfloat-equal -Wswitch-enum -Wundef -Wvla)
    if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
        target_compile_options(vouch_options INTERFACE -Wlogical-op -Wduplicated-cond -Wduplicated-branches)
    else()
        target_compile_options(vouch_options INTERFACE -Wcomma -Wunreachable-code)
    endif()
endif()
if(VOUCH_COVERAGE)
    target_compile_options(vouch_options INTERFACE --coverage -O0)
    target_link_options(vouch_options INTERFACE --coverage)
endif()
if(VOUCH_SANITIZE)
    target_compile_options(vouch_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_compile_definitions(vouch_options INTERFACE ARENA_EACH)
    target_link_options(vouch_options INTERFACE -fsanitize=address,undefined)
endif()
if(VOUCH_FUZZ)
    target_compile_options(vouch_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
        -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
    target_compile_definitions(vouch_options INTERFACE ARENA_EACH)
    target_link_options(vouch_options INTERFACE -fsanitize=address,undefined)
endif()
