/*
 * Fuzz targets: any bytes given to a reader have to come back with an answer.
 *
 * A target checks what holds for every input, not only that nothing crashes: a text that was
 * refused has an error to show, one that was read has none and places inside itself.
 *
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_FUZZ_H
#define VOUCH_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* What the fuzzer calls; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
