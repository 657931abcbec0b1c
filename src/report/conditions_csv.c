#include "report/conditions_csv.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/csv_out.h"
#include "report/terms.h"

/* One row: a term of an offer. */
struct row {
    struct arena *arena;
    const struct criteria *criteria;
    const struct scored_offer *offer;
    const struct term *term;
};

static const struct claim *claim_of(const struct row *row)
{
    return row->term->kind == TERM_WARRANTY ? &row->offer->offer->response.claims[row->term->claim]
                                            : NULL;
}

static const char *kind(const struct row *row)
{
    return term_kind_word(row->term->kind);
}

/* A claim may feed several criteria, one behind the other. */
static const char *criterion(const struct row *row)
{
    const struct claim *claim = claim_of(row);
    if (claim == NULL) {
        return row->criteria->items[row->term->item].id;
    }
    struct text_builder text;
    text_builder_init(&text, row->arena);
    for (size_t i = 0; i < claim->criterion_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : " ",
                        row->criteria->items[claim->criteria[i]].id);
    }
    return text.text;
}

static const char *title(const struct row *row)
{
    const struct claim *claim = claim_of(row);
    return claim == NULL ? row->criteria->items[row->term->item].title
                         : arena_format(row->arena, "claim %s", claim->id);
}

static const char *term_text(const struct row *row)
{
    return row->term->text;
}

static const char *because(const struct row *row)
{
    return row->term->because;
}

static const char *must(const struct row *row)
{
    return row->term->must ? "yes" : "no";
}

static const char *owner(const struct row *row)
{
    return row->term->owner == NULL ? "" : row->term->owner;
}

static const char *day(const struct row *row, struct date date)
{
    return date_is_given(date) ? date_iso(row->arena, date) : "";
}

static const char *due(const struct row *row)
{
    return day(row, row->term->due);
}

static const char *status(const struct row *row)
{
    return row->term->closed == NULL ? "open" : "closed";
}

static const char *closed_on(const struct row *row)
{
    return row->term->closed == NULL ? "" : day(row, row->term->closed->on);
}

static const char *closed_by(const struct row *row)
{
    const struct closed_condition *closed = row->term->closed;
    return closed == NULL || closed->by == NULL ? "" : closed->by;
}

static const char *points(const struct row *row)
{
    return number_text(row->arena, row->term->points);
}

static const char *target(const struct row *row)
{
    return row->term->target == NULL ? "" : row->term->target;
}

static const char *level(const struct row *row)
{
    return row->term->level;
}

static const struct {
    const char *head;
    const char *(*text)(const struct row *row);
} COLUMNS[] = {
    {"kind", kind},       {"criterion", criterion}, {"title", title},         {"term", term_text},
    {"because", because}, {"must", must},           {"owner", owner},         {"due", due},
    {"status", status},   {"closed_on", closed_on}, {"closed_by", closed_by}, {"points", points},
    {"target", target},   {"level", level},
};

static void add_head(struct text_builder *csv)
{
    const char *fields[CSV_OFFER_COLUMNS + COUNT_OF(COLUMNS)];
    csv_offer_heads(fields);
    for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        fields[CSV_OFFER_COLUMNS + c] = COLUMNS[c].head;
    }
    csv_row(csv, fields, COUNT_OF(fields));
}

const char *conditions_csv_head(struct arena *arena)
{
    struct text_builder csv;
    text_builder_init(&csv, arena);
    add_head(&csv);
    return csv.text;
}

const char *conditions_csv(struct arena *arena, const struct result *result)
{
    struct text_builder csv;
    text_builder_init(&csv, arena);
    add_head(&csv);
    for (size_t o = 0; o < result->offer_count; o++) {
        struct row row = {.arena = arena,
                          .criteria = &result->project->evaluation.criteria,
                          .offer = &result->offers[result->order[o]]};
        struct term_list terms = terms_of(arena, result, row.offer);
        for (size_t t = 0; t < terms.count; t++) {
            row.term = &terms.terms[t];
            const char *fields[CSV_OFFER_COLUMNS + COUNT_OF(COLUMNS)];
            csv_offer(arena, row.offer, fields);
            for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
                fields[CSV_OFFER_COLUMNS + c] = COLUMNS[c].text(&row);
            }
            csv_row(&csv, fields, COUNT_OF(fields));
        }
    }
    return csv.text;
}
