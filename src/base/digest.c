#include "base/digest.h"

#include <sha2.h>
#include <string.h>

struct digest digest_of(const void *bytes, size_t size)
{
    SHA2_CTX context;
    struct digest digest;
    SHA256Init(&context);
    SHA256Update(&context, bytes, size);
    SHA256Final(digest.bytes, &context);
    return digest;
}

bool digest_equal(struct digest a, struct digest b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

void digest_text(struct digest digest, char text[static DIGEST_TEXT_SIZE])
{
    static const char HEX[] = "0123456789abcdef";
    for (size_t i = 0; i < sizeof digest.bytes; i++) {
        text[2 * i] = HEX[digest.bytes[i] >> 4];
        text[2 * i + 1] = HEX[digest.bytes[i] & 15];
    }
    text[DIGEST_TEXT_SIZE - 1] = '\0';
}

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

bool digest_read(const char *text, struct digest *digest)
{
    if (strlen(text) != DIGEST_TEXT_SIZE - 1) {
        return false;
    }
    struct digest read;
    for (size_t i = 0; i < sizeof read.bytes; i++) {
        int high = hex_value(text[2 * i]);
        int low = hex_value(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        read.bytes[i] = (uint8_t)(high * 16 + low);
    }
    *digest = read;
    return true;
}
