#include "report/explain_row.h"

#include "base/arena.h"
#include "report/wrap.h"

enum { WIDTH = 80, LABEL_COLUMNS = 14 };

void explain_head(struct text_builder *text, const char *words)
{
    wrap_text(text, WIDTH, "", "  ", words);
}

void explain_row(struct text_builder *text, const char *label, const char *words)
{
    static const char start[] = "                "; // below the text
    _Static_assert(sizeof start == 2 + LABEL_COLUMNS + 1, "as wide as a label");
    wrap_text(text, WIDTH, arena_format(text->arena, "  %-*s", LABEL_COLUMNS, label), start, words);
}
