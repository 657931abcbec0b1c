#include "base/arena.h"
#include "base/text.h"
#include "report/figure_cells.h"
#include "report/measure.h"
#include "report/price_text.h"
#include "report/sheet_head.h"
#include "report/summary_page.h"
#include "score/award.h"

enum { TERMS_SHOWN = 3, CHANGE_PIXELS = 590, BLOCK_PIXELS = 394, TERM_PIXELS = 260 };

/* What could change the order, by what the program found; as many as there are, two at most. */
static size_t changes_of(const struct summary_page *page, const char *changes[static 2])
{
    const struct result *result = page->result;
    struct arena *arena = page->arena;
    size_t count = 0;
    if (page->ranked > 1 && page->first->rank_by_tie_rule && page->first->rank == 1) {
        changes[count++] = arena_format(arena, "The tie rule alone puts %s before %s.",
                                        summary_short_name(page, page->first),
                                        summary_short_name(page, page->second));
    } else if (result->one_mark_count > 0) {
        const struct one_mark *mark = &result->one_marks[0];
        changes[count++] = arena_format(
            arena, "One level on %s for %s changes who leads%s.",
            page->criteria->items[mark->item].id, result->offers[mark->offer].offer->name,
            result->one_mark_count == 1
                ? ""
                : arena_format(arena, " (and %zu more like it)", result->one_mark_count - 1));
    } else if (page->ranked > 1) {
        changes[count++] = "No single level on one criterion changes who leads.";
    }
    if (result->price_turn_count > 0) {
        changes[count++] = price_turn_text(arena, result, &result->price_turns[0]);
    }
    for (size_t g = 0; g < result->gate_count && count < 2; g++) {
        if (page->ranked > 0 && page->first->gates[g].result == GATE_TO_BE_PROVEN) {
            changes[count++] = arena_format(
                arena, "%s must still be proven: without it %s is excluded.",
                page->criteria->items[result->gates[g]].id, page->first->offer->name);
        }
    }
    size_t contradicted = 0;
    for (size_t i = 1; i < page->criteria->count; i++) {
        contradicted += page->first->criteria[i].contradicted;
    }
    if (count < 2 && contradicted > 0 && page->ranked > 0) {
        changes[count++] = arena_format(arena, "%s of %s contradicted by what we found.",
                                        text_counted(arena, contradicted, "answer", "answers"),
                                        page->first->offer->name);
    }
    return count;
}

static const char *open_claims_text(const struct summary_page *page)
{
    if (page->ranked < 2) {
        return "Fewer than two vendors are ranked: there is no order to change.";
    }
    return arena_format(page->arena,
                        "All open claims of %s true: it reaches %s; on proof alone %s has %s.",
                        summary_short_name(page, page->second),
                        summary_fixed(page, page->second->items[0].high * 100, 1),
                        summary_short_name(page, page->first),
                        summary_fixed(page, page->first->items[0].proven * 100, 1));
}

static void lay_changes(const struct summary_page *page)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    uint32_t row = page->layout->summary.changes;
    const char *changes[2] = {NULL, NULL};
    size_t count = changes_of(page, changes);
    sheet_block_title(book, row, SUMMARY_RANK, SUMMARY_ANSWERED, "What could change the order");
    for (size_t i = 0; i < count; i++) {
        enum summary_work work = i == 0 ? SUMMARY_WORK_CHANGE1 : SUMMARY_WORK_CHANGE2;
        const char *text = measure_cut_line(arena, changes[i], 10, CHANGE_PIXELS);
        row++;
        book_text(book, 1 + (uint32_t)work, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL),
                  "could change, by the program");
        book_text(book, 1 + (uint32_t)work, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL), text);
        book_text(book, row, SUMMARY_RANK, look_in(STYLE_SENTENCE_SMALL, 1), "•");
        book_text_formula(
            book, row, SUMMARY_VENDOR, look(STYLE_SENTENCE_SMALL),
            arena_format(arena, "=IF(%s=%zu,%s,\"Run vouch again to see what could change.\")",
                         layout_figure_at(&page->view, FIGURE_DIFFER),
                         figure_differ_count(arena, page->result), summary_work_at(page, work)),
            text);
    }
    row++;
    book_text(book, row, SUMMARY_RANK, look_in(STYLE_SENTENCE_SMALL, 1), "•");
    book_text_formula(
        book, row, SUMMARY_VENDOR, look(STYLE_SENTENCE_SMALL),
        arena_format(arena,
                     "=IF(%s<2,\"Fewer than two vendors are ranked: there is no order to "
                     "change.\",\"All open claims of "
                     "\"&%s&\" true: it reaches \"&%s&\"; on proof alone \"&%s&\" has \"&%s&\".\")",
                     layout_figure_at(&page->view, FIGURE_RANKED),
                     summary_cell(page, summary_below(SUMMARY_BELOW_SHORT2), SUMMARY_WORK_VALUE),
                     summary_work_at(page, SUMMARY_WORK_HIGH2),
                     summary_cell(page, summary_below(SUMMARY_BELOW_SHORT1), SUMMARY_WORK_VALUE),
                     summary_work_at(page, SUMMARY_WORK_PROVEN1)),
        open_claims_text(page));
}

static void lay_term(const struct summary_page *page, uint32_t row, size_t number,
                     const struct condition *condition)
{
    const struct item *item = &page->criteria->items[condition->item];
    const char *text = arena_format(page->arena, "%zu  %s: %s", number, item->id, condition->text);
    const char *who = condition->owner == NULL ? "" : condition->owner;
    const char *when = date_is_given(condition->due) ? date_text(page->arena, condition->due) : "";
    const char *both = arena_format(page->arena, "%s%s%s", who,
                                    who[0] != '\0' && when[0] != '\0' ? ", " : "", when);
    int pixels = both[0] == '\0' ? BLOCK_PIXELS : TERM_PIXELS;
    book_text(page->book, row, SUMMARY_SECTION, look(STYLE_SENTENCE_SMALL),
              measure_cut_line(page->arena, text, 10, pixels));
    if (both[0] != '\0') {
        book_text(page->book, row, SUMMARY_SECOND, look(STYLE_SENTENCE_SMALL),
                  measure_cut_line(page->arena, both, 10, BLOCK_PIXELS - TERM_PIXELS));
    }
}

static void lay_terms(const struct summary_page *page)
{
    struct book *book = page->book;
    uint32_t row = page->layout->summary.changes;
    const struct scored_offer *offer = award_partner(page->result);
    sheet_block_title(
        book, row, SUMMARY_SECTION, SUMMARY_LEAD,
        offer == NULL
            ? "Before signing"
            : measure_clip(page->arena,
                           arena_format(page->arena, "Before signing with %s", offer->offer->name),
                           11, true, BLOCK_PIXELS));
    size_t open = 0;
    for (size_t i = 0; offer != NULL && i < offer->condition_count; i++) {
        open += !offer->conditions[i].closed;
    }
    if (open == 0) {
        book_text(book, row + 1, SUMMARY_SECTION, look(STYLE_SENTENCE_SMALL),
                  offer == NULL ? "Nothing to sign." : "No term is needed beyond the offer.");
        return;
    }
    size_t number = 0;
    for (size_t i = 0; i < offer->condition_count && number < TERMS_SHOWN; i++) {
        if (offer->conditions[i].closed) {
            continue;
        }
        number++;
        if (number == TERMS_SHOWN && open > TERMS_SHOWN) {
            book_format(book, row + TERMS_SHOWN, SUMMARY_SECTION, look(STYLE_SENTENCE_SMALL),
                        "%zu more on sheet Conditions", open - TERMS_SHOWN + 1);
        } else {
            lay_term(page, row + (uint32_t)number, number, &offer->conditions[i]);
        }
    }
}

void summary_reasons(const struct summary_page *page)
{
    lay_changes(page);
    lay_terms(page);
}
