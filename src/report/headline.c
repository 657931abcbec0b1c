#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/evidence_counts.h"
#include "report/measure.h"
#include "report/sheet_checks.h"
#include "report/signs.h"
#include "report/summary_page.h"

enum {
    MESSAGE_ROW = 1,
    SURE_ROW = 2,
    PROOF_ROW = 3,
    ASK_ROW = 4,
    STRIP_ROW = 6,
    WIDTH = 1056,
    ASK_PIXELS = 900
};

/* Whose terms they are, and how many, only a run can say. */
static const char WHAT_IF_TERMS[] = ", with conditions.";
static const char WHAT_IF[] = "WHAT-IF, not the decision: ";

/* The texts of this run, as the formulas must make them. */
struct sentences {
    const char *who, *adds, *headline, *sure, *proof;
};

static bool has_two(const struct summary_page *page)
{
    return page->ranked > 1;
}

static size_t open_conditions(const struct scored_offer *offer)
{
    size_t open = 0;
    for (size_t i = 0; i < offer->condition_count; i++) {
        open += !offer->conditions[i].closed;
    }
    return open;
}

static const char *name_of(const struct scored_offer *offer)
{
    return offer == NULL ? "–" : offer->offer->name;
}

static const char *score_text(const struct summary_page *page, const struct scored_offer *offer)
{
    return offer->has_total ? summary_fixed(page, offer->published, page->decimals) : "n/a";
}

/* A lead under the margin of the rules. */
static bool is_narrow(const struct summary_page *page)
{
    return page->result->lead < page->result->project->evaluation.rules.margin_points;
}

/* Small counts as words. */
static const char *count_word(const struct summary_page *page, size_t count)
{
    static const char *const WORDS[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return count < COUNT_OF(WORDS) ? WORDS[count] : arena_format(page->arena, "%zu", count);
}

static const char *who_text(const struct summary_page *page)
{
    struct arena *arena = page->arena;
    const char *name = name_of(page->first);
    const char *score = score_text(page, page->first);
    if (page->ranked == 0) {
        return "No vendor can be ranked";
    }
    if (page->leaders > 1) {
        return page->leaders == 2
                   ? arena_format(arena, "%s and %s share the first rank with %s of 100", name,
                                  name_of(page->second), score)
                   : arena_format(arena, "%zu vendors share the first rank with %s of 100",
                                  page->leaders, score);
    }
    if (page->ranked == 1) {
        return arena_format(arena, "%s is the only vendor ranked, with %s of 100", name, score);
    }
    return arena_format(arena, "%s ranks first with %s of 100, %s%s ahead of %s", name, score,
                        is_narrow(page) ? "only " : "",
                        summary_fixed(page, page->result->lead, page->decimals),
                        name_of(page->second));
}

static const char *terms_text(const struct summary_page *page)
{
    size_t terms = open_conditions(page->first);
    return terms == 1 ? ", provided one term enters the contract."
                      : arena_format(page->arena, ", provided %s terms enter the contract.",
                                     count_word(page, terms));
}

static const char *adds_text(const struct summary_page *page)
{
    if (page->ranked == 0) {
        return ": every offer is excluded or has no score.";
    }
    switch (page->first->outcome) {
    case OUTCOME_ACCEPTABLE:
        return ".";
    case OUTCOME_CONDITIONS:
        return terms_text(page);
    case OUTCOME_INCOMPLETE:
        return ", but its answers are incomplete.";
    case OUTCOME_NOT_ACCEPTABLE:
        return ": no offer is acceptable.";
    case OUTCOME_EXCLUDED:
        break;
    }
    return ".";
}

/* What is not proven, in percent without decimals; "0" where there is no score. */
static const char *unproven_text(const struct summary_page *page)
{
    const struct item_score *total = &page->first->items[0];
    double unproven = total->evidenced > 0 ? 100 * (1 - total->proven / total->evidenced) : 0;
    return summary_fixed(page, unproven, 0);
}

static const char *figure_text(const struct summary_page *page, const struct scored_offer *offer,
                               double share)
{
    return offer == NULL || !offer->has_total ? "n/a" : summary_fixed(page, share * 100, 1);
}

static const char *sure_text(const struct summary_page *page)
{
    if (page->ranked == 0) {
        return "Comparison shows why, requirement by requirement.";
    }
    const char *unproven = arena_format(
        page->arena, "%s %% of its score is not independently proven", unproven_text(page));
    if (!has_two(page)) {
        return arena_format(page->arena, "%s.", unproven);
    }
    return arena_format(page->arena, "%s; if all its open claims were true, %s would reach %s.",
                        unproven, name_of(page->second),
                        figure_text(page, page->second, page->second->items[0].high));
}

static const char *proof_text(const struct summary_page *page)
{
    if (page->ranked == 0) {
        return "No score can be compared.";
    }
    const char *first = arena_format(page->arena, "On proof alone %s has %s", name_of(page->first),
                                     figure_text(page, page->first, page->first->items[0].proven));
    return has_two(page)
               ? arena_format(page->arena, "%s, %s %s.", first, name_of(page->second),
                              figure_text(page, page->second, page->second->items[0].proven))
               : arena_format(page->arena, "%s.", first);
}

static void lay_work(const struct summary_page *page, enum summary_work work, const char *label,
                     const char *formula, const char *value)
{
    uint32_t row = 1 + (uint32_t)work;
    book_text(page->book, row, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL), label);
    if (formula == NULL) {
        book_text(page->book, row, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL), value);
    } else {
        book_text_formula(page->book, row, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL), formula,
                          value);
    }
}

/* A block's total of the offer at a place, as text with one decimal; `n/a` stays. */
static void lay_figure(const struct summary_page *page, enum summary_work work, const char *label,
                       enum block block, const char *place, const char *value)
{
    const char *figure = summary_pick_block(page, block, 0, place);
    const char *guard = layout_rule_at(&page->view, RULE_GUARD);
    lay_work(page, work, label,
             arena_format(page->arena, "=IFERROR(FIXED(ROUND(%s,%s),1,1),\"n/a\")", figure, guard),
             value);
}

static void lay_names(const struct summary_page *page)
{
    struct arena *arena = page->arena;
    const struct layout_view *view = &page->view;
    const struct scored_offer *second = page->second;
    const char *decimals = layout_rule_at(view, RULE_DECIMALS);
    lay_work(page, SUMMARY_WORK_NAME1, "first",
             arena_format(arena, "=%s", summary_pick(page, WORK_NAME, "1")), name_of(page->first));
    lay_work(page, SUMMARY_WORK_NAME2, "second",
             second == NULL ? NULL : arena_format(arena, "=%s", summary_pick(page, WORK_NAME, "2")),
             name_of(second));
    const char *published = summary_pick(page, WORK_PUBLISHED, "1");
    lay_work(page, SUMMARY_WORK_SCORE1, "its score",
             arena_format(arena, "=IFERROR(FIXED(%s,%s,1),\"n/a\")", published, decimals),
             score_text(page, page->first));
    lay_work(page, SUMMARY_WORK_LEAD, "its lead",
             arena_format(arena, "=FIXED(%s,%s,1)", layout_figure_at(view, FIGURE_LEAD), decimals),
             summary_fixed(page, page->result->lead, page->decimals));
    lay_work(page, SUMMARY_WORK_OUTCOME, "its outcome",
             arena_format(arena, "=%s", summary_pick(page, WORK_OUTCOME, "1")),
             arena_format(arena, "%s %s", outcome_sign(page->first->outcome),
                          outcome_word(page->first->outcome)));
    const char *proven = summary_pick_block(page, BLOCK_PROVEN, 0, "1");
    const char *evidenced = summary_pick_block(page, BLOCK_EVIDENCED, 0, "1");
    lay_work(page, SUMMARY_WORK_UNPROVEN, "not proven, %",
             arena_format(arena, "=FIXED(ROUND(IFERROR(100*(1-%s/%s),0),%s),0,1)", proven,
                          evidenced, layout_rule_at(view, RULE_GUARD)),
             unproven_text(page));
    lay_figure(page, SUMMARY_WORK_PROVEN1, "proven, first", BLOCK_PROVEN, "1",
               figure_text(page, page->first, page->first->items[0].proven));
    if (second == NULL) {
        lay_work(page, SUMMARY_WORK_PROVEN2, "proven, second", NULL, "n/a");
        lay_work(page, SUMMARY_WORK_HIGH2, "if all is true, second", NULL, "n/a");
        return;
    }
    lay_figure(page, SUMMARY_WORK_PROVEN2, "proven, second", BLOCK_PROVEN, "2",
               figure_text(page, second, second->items[0].proven));
    lay_figure(page, SUMMARY_WORK_HIGH2, "if all is true, second", BLOCK_HIGH, "2",
               figure_text(page, second, second->items[0].high));
}

/* How many are ranked and lead: figures of Comparison, fetched once so that sentences stay short.
 */
static void lay_counts(const struct summary_page *page)
{
    const struct {
        enum summary_work work;
        enum figure figure;
        const char *label;
        size_t value;
    } counts[] = {
        {SUMMARY_WORK_RANKED, FIGURE_RANKED, "ranked", page->ranked},
        {SUMMARY_WORK_LEADERS, FIGURE_LEADERS, "share the first rank", page->leaders},
    };
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        uint32_t row = 1 + (uint32_t)counts[i].work;
        book_text(page->book, row, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL), counts[i].label);
        book_number_formula(
            page->book, row, SUMMARY_WORK_VALUE, look_as(STYLE_NOTE_SMALL, LOOK_COUNT),
            arena_format(page->arena, "=%s", layout_figure_at(&page->view, counts[i].figure)),
            (double)counts[i].value);
    }
}

/* Whole points of the first, for the title of the chart. */
static void lay_points(const struct summary_page *page)
{
    const struct item_score *total = &page->first->items[0];
    const struct {
        enum summary_work work;
        enum block block;
        const char *label;
        double value;
    } points[] = {
        {SUMMARY_WORK_POINTS1, BLOCK_EVIDENCED, "whole points, first", total->evidenced * 100},
        {SUMMARY_WORK_SOLID1, BLOCK_PROVEN, "of them proven", total->proven * 100},
    };
    for (size_t i = 0; i < COUNT_OF(points); i++) {
        lay_work(page, points[i].work, points[i].label,
                 arena_format(page->arena, "=IFERROR(FIXED(ROUND(%s,%s),0,1),\"n/a\")",
                              summary_pick_block(page, points[i].block, 0, "1"),
                              layout_rule_at(&page->view, RULE_GUARD)),
                 page->first->has_total ? summary_fixed(page, points[i].value, 0) : "n/a");
    }
}

static void lay_headline_parts(const struct summary_page *page, const struct sentences *texts)
{
    struct arena *arena = page->arena;
    const char *ranked = summary_work_at(page, SUMMARY_WORK_RANKED);
    const char *leaders = summary_work_at(page, SUMMARY_WORK_LEADERS);
    const char *name1 = summary_work_at(page, SUMMARY_WORK_NAME1);
    const char *name2 = summary_work_at(page, SUMMARY_WORK_NAME2);
    const char *score = summary_work_at(page, SUMMARY_WORK_SCORE1);
    const char *outcome = summary_work_at(page, SUMMARY_WORK_OUTCOME);
    lay_work(page, SUMMARY_WORK_TERMS, "terms of the first of this run", NULL, terms_text(page));
    const char *shared = arena_format(
        arena,
        "IF(%s=2,%s&\" and \"&%s,%s&\" vendors\")&\" share the first rank with \"&%s&\" of 100\"",
        leaders, name1, name2, leaders, score);
    lay_work(
        page, SUMMARY_WORK_PROOF, "on proof alone",
        arena_format(arena,
                     "=IF(%s=0,\"No score can be compared.\",\"On proof alone \"&%s&\" has \"&%s&"
                     "IF(%s=1,\".\",\", \"&%s&\" \"&%s&\".\"))",
                     ranked, name1, summary_work_at(page, SUMMARY_WORK_PROVEN1), ranked, name2,
                     summary_work_at(page, SUMMARY_WORK_PROVEN2)),
        texts->proof);
    lay_work(
        page, SUMMARY_WORK_WHO, "who",
        arena_format(arena,
                     "=IF(%s=0,\"No vendor can be ranked\",IF(%s>1,%s,%s&IF(%s=1,\" is the only "
                     "vendor ranked, with \",\" ranks first with \")&%s&\" of 100\"))",
                     ranked, leaders, shared, name1, ranked, score),
        page->ranked > 1 && page->leaders == 1
            ? arena_format(arena, "%s ranks first with %s of 100", name_of(page->first),
                           score_text(page, page->first))
            : texts->who);
    const char *terms = summary_work_at(page, SUMMARY_WORK_TERMS);
    lay_work(
        page, SUMMARY_WORK_ADDS, "and adds",
        arena_format(arena,
                     "=IF(%s=0,\": every offer is excluded or has no score.\",IF(LEFT(%s,1)=\"✓\","
                     "\".\",IF(LEFT(%s,1)=\"▲\",IF(%s=0,%s,\"%s\"),\"…\")))",
                     ranked, outcome, outcome, layout_figure_at(&page->view, FIGURE_DIFFER), terms,
                     WHAT_IF_TERMS),
        page->ranked > 0 && (page->first->outcome == OUTCOME_INCOMPLETE ||
                             page->first->outcome == OUTCOME_NOT_ACCEPTABLE)
            ? "…"
            : texts->adds);
}

/* The headline without prefix: who, by how much, and what it hangs on. */
static void lay_base(const struct summary_page *page, const struct sentences *texts)
{
    struct arena *arena = page->arena;
    const char *ranked = summary_work_at(page, SUMMARY_WORK_RANKED);
    const char *leaders = summary_work_at(page, SUMMARY_WORK_LEADERS);
    const char *adds = summary_work_at(page, SUMMARY_WORK_ADDS);
    lay_work(page, SUMMARY_WORK_BASE, "headline",
             arena_format(
                 arena,
                 "=%s&IF(AND(%s>1,%s=1),\", \"&IF(%s<%s,\"only \",\"\")&%s&\" ahead of "
                 "\"&%s,\"\")&IF(%s<>\"…\",%s,"
                 "IF(LEFT(%s,1)=\"○\",\", but its answers are incomplete.\",\": no offer is "
                 "acceptable.\"))",
                 summary_work_at(page, SUMMARY_WORK_WHO), ranked, leaders,
                 layout_figure_at(&page->view, FIGURE_LEAD),
                 layout_rule_at(&page->view, RULE_MARGIN), summary_work_at(page, SUMMARY_WORK_LEAD),
                 summary_work_at(page, SUMMARY_WORK_NAME2), adds, adds,
                 summary_work_at(page, SUMMARY_WORK_OUTCOME)),
             arena_format(arena, "%s%s", texts->who, texts->adds));
    lay_work(page, SUMMARY_WORK_FIXED, "at the fixed weights", NULL, texts->headline);
    lay_work(page, SUMMARY_WORK_SURE, "how sure",
             arena_format(
                 arena,
                 "=IF(%s=0,\"Comparison shows why, requirement by requirement.\",%s&\" %% of its "
                 "score is not independently proven\"&IF(%s=1,\".\",\"; if all its open claims "
                 "were true, \"&%s&\" would reach \"&%s&\".\"))",
                 ranked, summary_work_at(page, SUMMARY_WORK_UNPROVEN), ranked,
                 summary_work_at(page, SUMMARY_WORK_NAME2),
                 summary_work_at(page, SUMMARY_WORK_HIGH2)),
             texts->sure);
}

/* The largest of 16, 14 and 12 points at which the message fits the width of the page, as it is and
 * as a what-if of the same vendors. */
static enum style message_style(const struct summary_page *page, const struct sentences *texts)
{
    static const struct {
        enum style style;
        int points;
    } SIZES[] = {{STYLE_MESSAGE_LARGE, 16}, {STYLE_MESSAGE, 14}};
    const char *what_if = arena_format(page->arena, "%s%s%s", WHAT_IF, texts->who, WHAT_IF_TERMS);
    for (size_t i = 0; i < COUNT_OF(SIZES); i++) {
        if (1.05 * measure_width(texts->headline, SIZES[i].points, true) <= WIDTH &&
            1.05 * measure_width(what_if, SIZES[i].points, true) <= WIDTH) {
            return SIZES[i].style;
        }
    }
    return STYLE_MESSAGE_SMALL;
}

static void lay_sentences(const struct summary_page *page, const struct sentences *texts)
{
    struct arena *arena = page->arena;
    struct book *book = page->book;
    const char *differ = layout_figure_at(&page->view, FIGURE_DIFFER);
    const char *base = summary_work_at(page, SUMMARY_WORK_BASE);
    const char *prefix = page->result->provisional_count > 0 ? "PROVISIONAL: " : "";
    book_text_formula(
        book, MESSAGE_ROW, 0, look(message_style(page, texts)),
        arena_format(arena, "=IF(LEFT(%s,1)=\"✗\",\"NOT VALID: \",IF(%s=0,\"%s\",\"%s\"))&%s",
                     checks_verdict_at(page->arena), differ, prefix, WHAT_IF, base),
        texts->headline);
    enum style small = 1.05 * measure_width(texts->sure, 11, false) <= WIDTH ? STYLE_SENTENCE
                                                                             : STYLE_SENTENCE_SMALL;
    book_text_formula(book, SURE_ROW, 0, look(small),
                      arena_format(arena, "=IF(%s=0,%s,\"At the fixed weights: \"&%s)", differ,
                                   summary_work_at(page, SUMMARY_WORK_SURE),
                                   summary_work_at(page, SUMMARY_WORK_FIXED)),
                      texts->sure);
    book_text_formula(book, PROOF_ROW, 0, look(STYLE_SENTENCE),
                      arena_format(arena, "=%s", summary_work_at(page, SUMMARY_WORK_PROOF)),
                      texts->proof);
}

static const char *ask_text_of(const struct summary_page *page)
{
    if (page->result->provisional_count > 0) {
        const char *why = arena_format(page->arena, "None yet, the result is provisional: %s.",
                                       page->result->provisional[0]);
        return measure_cut(page->arena, why, 11, ASK_PIXELS, 0, 1, "");
    }
    if (page->ranked == 0 || page->first->outcome == OUTCOME_NOT_ACCEPTABLE) {
        return "Award to nobody; ask for better offers or change the requirements.";
    }
    if (page->leaders > 1) {
        return "Decide between the vendors that share the first rank.";
    }
    if (page->first->outcome == OUTCOME_INCOMPLETE) {
        return arena_format(page->arena, "Have %s complete its answers.", name_of(page->first));
    }
    return arena_format(page->arena, "Approve negotiation with %s%s.", name_of(page->first),
                        page->first->outcome == OUTCOME_CONDITIONS ? " on the terms below" : "");
}

static void lay_ask(const struct summary_page *page)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    book_text(book, ASK_ROW, 0, look(STYLE_ASK_LABEL), "Decision asked");
    book_blanks(book, ASK_ROW, 1, SUMMARY_LEAD, look(STYLE_ASK_TEXT));
    if (page->result->provisional_count > 0) {
        book_text(book, ASK_ROW, SUMMARY_OUTCOME, look(STYLE_ASK_TEXT), ask_text_of(page));
        return;
    }
    const char *outcome = summary_work_at(page, SUMMARY_WORK_OUTCOME);
    const char *name = summary_work_at(page, SUMMARY_WORK_NAME1);
    // Two cells, since one formula would be too long: for the awkward cases, and for the usual
    // ones.
    const char *usual = arena_format(arena,
                                     "=IF(LEFT(%s,1)=\"○\",\"Have \"&%s&\" complete its "
                                     "answers.\",\"Approve negotiation with \"&%s&"
                                     "IF(LEFT(%s,1)=\"▲\",\" on the terms below.\",\".\"))",
                                     outcome, name, name, outcome);
    const char *usual_text =
        page->first->outcome == OUTCOME_INCOMPLETE
            ? arena_format(arena, "Have %s complete its answers.", name_of(page->first))
            : arena_format(arena, "Approve negotiation with %s%s", name_of(page->first),
                           page->first->outcome == OUTCOME_CONDITIONS ? " on the terms below."
                                                                      : ".");
    uint32_t row = 1 + SUMMARY_WORK_COUNT;
    book_text(book, row, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL), "decision, usual");
    book_text_formula(book, row, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL), usual, usual_text);
    book_text_formula(
        book, ASK_ROW, SUMMARY_OUTCOME, look(STYLE_ASK_TEXT),
        arena_format(
            arena,
            "=IF(%s>0,\"None: this is a what-if.\",IF(OR(%s=0,LEFT(%s,1)=\"■\"),\"Award to nobody; "
            "ask for better offers or change the requirements.\",IF(%s>1,\"Decide between the "
            "vendors that share the first rank.\",%s)))",
            layout_figure_at(&page->view, FIGURE_DIFFER),
            summary_work_at(page, SUMMARY_WORK_RANKED), outcome,
            summary_work_at(page, SUMMARY_WORK_LEADERS),
            summary_cell(page, row, SUMMARY_WORK_VALUE)),
        ask_text_of(page));
}

/* Counts for the status strip. */
static const char *received_text(const struct summary_page *page)
{
    const struct project *project = page->result->project;
    size_t received = 0;
    for (size_t i = 0; i < project->offer_count; i++) {
        received += project->offers[i].state != OFFER_MISSING;
    }
    return arena_format(page->arena, "%zu of %zu offers received", received, project->offer_count);
}

static const char *answered_text(const struct summary_page *page)
{
    size_t asked = 0;
    size_t answered = 0;
    for (size_t o = 0; o < page->result->offer_count; o++) {
        for (size_t i = 1; i < page->criteria->count; i++) {
            if (item_is_criterion(&page->criteria->items[i])) {
                asked++;
                answered += page->result->offers[o].criteria[i].state != STATE_UNANSWERED;
            }
        }
    }
    return arena_format(page->arena, "%zu of %zu answered", answered, asked);
}

static const char *opened_text(const struct summary_page *page)
{
    size_t items = 0;
    size_t opened = 0;
    for (size_t o = 0; o < page->result->offer_count; o++) {
        struct evidence_counts counts = evidence_counts_of(page->result,
                                                           page->result->offers[o].offer);
        items += counts.items;
        opened += counts.opened;
    }
    return arena_format(page->arena, "%zu of %zu evidence items opened", opened, items);
}

static void lay_strip(const struct summary_page *page)
{
    struct book *book = page->book;
    const char *differ = layout_figure_at(&page->view, FIGURE_DIFFER);
    book_blanks(book, STRIP_ROW, 1, SUMMARY_LEAD, look(STYLE_STRIP));
    book_text_formula(
        book, STRIP_ROW, 0, look(STYLE_STRIP),
        arena_format(page->arena,
                     "=IF(%s=0,\"○ No plan fixed yet\",\"≠ \"&%s&IF(%s=1,\" input differs\","
                     "\" inputs differ\")&\" from the evaluation\")",
                     differ, differ, differ),
        "○ No plan fixed yet");
    book_text(book, STRIP_ROW, SUMMARY_SCORE, look(STYLE_STRIP), received_text(page));
    book_text(book, STRIP_ROW, SUMMARY_HIGH, look(STYLE_STRIP), answered_text(page));
    book_text(book, STRIP_ROW, SUMMARY_SECTION, look(STYLE_STRIP), opened_text(page));
    book_text_formula(book, STRIP_ROW, SUMMARY_LEAD, look(STYLE_STRIP_LAST),
                      arena_format(page->arena, "=%s", checks_verdict_at(page->arena)),
                      checks_verdict_text(page->arena, page->scorecard));
}

static void lay_rules(const struct summary_page *page)
{
    book_rule(page->book, &(struct rule){.range = {.first_row = MESSAGE_ROW,
                                                   .last_row = SURE_ROW,
                                                   .last_column = SUMMARY_LEAD},
                                         .formula = "=LEFT($A$7,1)=\"≠\"",
                                         .fill = COLOUR_WHATIF});
    book_rule(page->book, &(struct rule){.range = {.first_row = STRIP_ROW,
                                                   .first_column = SUMMARY_LEAD,
                                                   .last_row = STRIP_ROW,
                                                   .last_column = SUMMARY_LEAD},
                                         .formula = "=LEFT($N$7,1)=\"✗\"",
                                         .text = COLOUR_BAD,
                                         .bold = true});
}

void summary_headline(const struct summary_page *page)
{
    struct sentences texts = {.who = who_text(page),
                              .adds = adds_text(page),
                              .sure = sure_text(page),
                              .proof = proof_text(page)};
    texts.headline = arena_format(page->arena, "%s%s%s",
                                  page->result->provisional_count > 0 ? "PROVISIONAL: " : "",
                                  texts.who, texts.adds);
    book_text(page->book, 0, SUMMARY_WORK_LABEL, look(STYLE_BLOCK), "Workings of this page");
    lay_names(page);
    lay_counts(page);
    lay_points(page);
    lay_headline_parts(page, &texts);
    lay_base(page, &texts);
    lay_sentences(page, &texts);
    lay_ask(page);
    lay_strip(page);
    lay_rules(page);
}
