#include "report/csv.h"

#include "base/arena.h"
#include "base/loc.h"
#include "base/number.h"
#include "base/text.h"
#include "report/csv_out.h"
#include "score/result.h"

/* One row: an item of an offer. */
struct row {
    struct arena *arena;
    const struct scored_offer *offer;
    const struct item *item;
    size_t index;
};

static bool is_leaf(const struct row *row)
{
    return row->index != 0 && item_is_criterion(row->item);
}

static const char *percent(const struct row *row, double share)
{
    return row->offer->items[row->index].in_sum ? number_text(row->arena, share * 100) : "n/a";
}

static const char *item(const struct row *row)
{
    return row->index == 0 ? "total" : row->item->id;
}

static const char *title(const struct row *row)
{
    return row->item->title;
}

static const char *kind(const struct row *row)
{
    return row->index == 0 ? "total" : is_leaf(row) ? "criterion" : "section";
}

static const char *state(const struct row *row)
{
    return is_leaf(row) ? answer_state_word(row->offer->criteria[row->index].state) : "";
}

static const char *answer(const struct row *row)
{
    const char *text = is_leaf(row) ? row->offer->offer->response.answers[row->index].text : NULL;
    return text == NULL ? "" : text;
}

static const char *note(const struct row *row)
{
    const char *text = is_leaf(row) ? row->offer->offer->response.answers[row->index].note : NULL;
    return text == NULL ? "" : text;
}

static const char *claimed(const struct row *row)
{
    return percent(row, row->offer->items[row->index].claimed);
}

static const char *grade(const struct row *row)
{
    const struct criterion_score *score = &row->offer->criteria[row->index];
    return is_leaf(row) && score->has_grade ? grade_word(score->grade) : "";
}

static const char *evidenced(const struct row *row)
{
    return percent(row, row->offer->items[row->index].evidenced);
}

static const char *proven(const struct row *row)
{
    return percent(row, row->offer->items[row->index].proven);
}

static const char *share(const struct row *row)
{
    return number_text(row->arena, row->offer->items[row->index].share * 100);
}

static const char *points(const struct row *row)
{
    return number_text(row->arena, row->offer->items[row->index].points);
}

static const char *at(const struct row *row)
{
    const struct answer *given = is_leaf(row) ? &row->offer->offer->response.answers[row->index]
                                              : NULL;
    if (given == NULL || given->reply == REPLY_NONE) {
        return "";
    }
    return given->from != NULL ? given->from : loc_text(row->arena, given->at);
}

static const struct {
    const char *head;
    const char *(*text)(const struct row *row);
} COLUMNS[] = {
    {"item", item},       {"title", title},   {"kind", kind},
    {"state", state},     {"answer", answer}, {"note", note},
    {"claimed", claimed}, {"grade", grade},   {"evidenced", evidenced},
    {"proven", proven},   {"share", share},   {"points", points},
    {"at", at},
};

static void add_row(struct text_builder *csv, const struct row *row)
{
    const char *fields[CSV_OFFER_COLUMNS + COUNT_OF(COLUMNS)];
    csv_offer(row->arena, row->offer, fields);
    for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        fields[CSV_OFFER_COLUMNS + c] = COLUMNS[c].text(row);
    }
    csv_row(csv, fields, COUNT_OF(fields));
}

static void add_head(struct text_builder *csv)
{
    const char *heads[CSV_OFFER_COLUMNS + COUNT_OF(COLUMNS)];
    csv_offer_heads(heads);
    for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        heads[CSV_OFFER_COLUMNS + c] = COLUMNS[c].head;
    }
    csv_row(csv, heads, COUNT_OF(heads));
}

const char *csv_text(struct arena *arena, const struct result *result)
{
    const struct criteria *criteria = &result->project->evaluation.criteria;
    struct text_builder csv;
    text_builder_init(&csv, arena);
    add_head(&csv);
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t i = 0; i < criteria->count; i++) {
            struct row row = {.arena = arena,
                              .offer = &result->offers[result->order[o]],
                              .item = &criteria->items[i],
                              .index = i};
            add_row(&csv, &row);
        }
    }
    return csv.text;
}
