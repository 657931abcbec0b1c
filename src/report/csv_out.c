#include "report/csv_out.h"

#include "base/arena.h"
#include "base/text.h"
#include "score/result.h"

#include <string.h>

/* A field: guarded against being taken for a formula, quoted where it must be. Numbers of ours are
 * never negative. */
static void add_field(struct text_builder *csv, const char *text)
{
    const char *guard = text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL ? "'" : "";
    if (strpbrk(text, ",\"\r\n") == NULL) {
        text_add_format(csv, "%s%s", guard, text);
        return;
    }
    text_add_format(csv, "\"%s", guard);
    for (const char *at_quote = text; *at_quote != '\0';) {
        size_t plain = strcspn(at_quote, "\"");
        text_add_bytes(csv, at_quote, plain);
        at_quote += plain;
        if (*at_quote == '"') {
            text_add(csv, "\"\"");
            at_quote++;
        }
    }
    text_add(csv, "\"");
}

void csv_row(struct text_builder *csv, const char *const *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_add(csv, i == 0 ? "" : ",");
        add_field(csv, text_shown(csv->arena, fields[i]));
    }
    text_add(csv, "\r\n");
}

void csv_offer_heads(const char *heads[static CSV_OFFER_COLUMNS])
{
    heads[0] = "vendor";
    heads[1] = "name";
    heads[2] = "rank";
    heads[3] = "outcome";
}

void csv_offer(struct arena *arena, const struct scored_offer *offer,
               const char *fields[static CSV_OFFER_COLUMNS])
{
    fields[0] = offer->offer->id;
    fields[1] = offer->offer->name;
    fields[2] = offer->ranked ? arena_format(arena, "%zu", offer->rank) : "";
    fields[3] = outcome_word(offer->outcome);
}
