#include "report/markdown_plain.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>

enum { TEXT_COLUMNS = 300 };

const char *markdown_plain(struct arena *arena, const char *text)
{
    const char *brief = text_brief(arena, text, TEXT_COLUMNS);
    struct text_builder escaped;
    text_builder_init(&escaped, arena);
    for (const char *at = brief; *at != '\0'; at++) {
        if (strchr("\\`*_{}[]<>#|!&", *at) != NULL) {
            text_add(&escaped, "\\");
        }
        text_add_bytes(&escaped, at, 1);
    }
    return escaped.text;
}
