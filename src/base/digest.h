/*
 * SHA-256 digests of what was read (libmd).
 *
 * Layer: base. Pure.
 */
#ifndef VOUCH_BASE_DIGEST_H
#define VOUCH_BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct digest {
    uint8_t bytes[32];
};

struct digest digest_of(const void *bytes, size_t size);
bool digest_equal(struct digest a, struct digest b);

enum { DIGEST_TEXT_SIZE = 65 };

/* 64 lower-case hexadecimal digits and a NUL. */
void digest_text(struct digest digest, char text[static DIGEST_TEXT_SIZE]);

/* Read 64 hexadecimal digits of either case. */
bool digest_read(const char *text, struct digest *digest);

#endif
