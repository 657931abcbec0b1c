/*
 * One document from any bytes, and what holds for it.
 *
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_DOCUMENT_FUZZ_H
#define VOUCH_TESTS_DOCUMENT_FUZZ_H

#include "read/document.h"

#include <stddef.h>
#include <stdint.h>

/* Read the bytes as a file of that name and check the answer; a fault ends the program. */
void fuzz_document(const char *name, enum document_trust trust, const uint8_t *bytes, size_t size);

#endif
