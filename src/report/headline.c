#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/figure_cells.h"
#include "report/headline_text.h"
#include "report/measure.h"
#include "report/plan_text.h"
#include "report/sheet_checks.h"
#include "report/signs.h"
#include "report/summary_page.h"
#include "score/baseline.h"

enum { MESSAGE_ROW = 1, SURE_ROW = 2, PROOF_ROW = 3, ASK_ROW = 4, STRIP_ROW = 6, WIDTH = 1056 };

/* Whose terms they are, and how many, only a run can say. */
static const char WHAT_IF_TERMS[] = ", with conditions.";
static const char WHAT_IF[] = "WHAT-IF, not the decision: ";

/* The texts of this run, as the formulas must make them. */
struct sentences {
    const char *who, *adds, *headline, *sure, *proof;
    const char *fixed;    // the headline by the settings as they were fixed
    const char *as_fixed; // put before it
};

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
             arena_format(arena, "=%s", summary_pick(page, WORK_NAME, "1")),
             headline_name(page->first));
    lay_work(page, SUMMARY_WORK_NAME2, "second",
             second == NULL ? NULL : arena_format(arena, "=%s", summary_pick(page, WORK_NAME, "2")),
             headline_name(second));
    const char *published = summary_pick(page, WORK_PUBLISHED, "1");
    lay_work(page, SUMMARY_WORK_SCORE1, "its score",
             arena_format(arena, "=IFERROR(FIXED(%s,%s,1),\"n/a\")", published, decimals),
             headline_score(page, page->first));
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
             headline_unproven(page));
    lay_figure(page, SUMMARY_WORK_PROVEN1, "proven, first", BLOCK_PROVEN, "1",
               headline_figure(page, page->first, page->first->items[0].proven));
    if (second == NULL) {
        lay_work(page, SUMMARY_WORK_PROVEN2, "proven, second", NULL, "n/a");
        lay_work(page, SUMMARY_WORK_HIGH2, "if all is true, second", NULL, "n/a");
        return;
    }
    lay_figure(page, SUMMARY_WORK_PROVEN2, "proven, second", BLOCK_PROVEN, "2",
               headline_figure(page, second, second->items[0].proven));
    lay_figure(page, SUMMARY_WORK_HIGH2, "if all is true, second", BLOCK_HIGH, "2",
               headline_figure(page, second, second->items[0].high));
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
    lay_work(page, SUMMARY_WORK_TERMS, "terms of the first of this run", NULL,
             headline_terms(page));
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
            ? arena_format(arena, "%s ranks first with %s of 100", headline_name(page->first),
                           headline_score(page, page->first))
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

/* Without more points it is the tie rule's. A lead is narrow by the margin, live; or since one
 * level changes who leads, which only a run can say (RULES 8). */
static void lay_lead(const struct summary_page *page)
{
    struct arena *arena = page->arena;
    const char *by_mark = page->result->one_mark_count == 0
                              ? ""
                              : arena_format(arena, ",%s=%zu",
                                             layout_figure_at(&page->view, FIGURE_DIFFER),
                                             figure_differ_count(arena, page->result));
    const char *lead = arena_format(arena, "ROUND(%s,%s)",
                                    layout_figure_at(&page->view, FIGURE_LEAD),
                                    layout_rule_at(&page->view, RULE_GUARD));
    lay_work(page, SUMMARY_WORK_LEADS, "its lead, as said",
             arena_format(arena, "=IF(%s<=0,\"%s\",IF(OR(%s<=%s%s),\"only \",\"\")&%s)", lead,
                          HEADLINE_BY_TIE_RULE, lead, layout_rule_at(&page->view, RULE_MARGIN),
                          by_mark, summary_work_at(page, SUMMARY_WORK_LEAD)),
             headline_lead(page));
}

/* The headline without prefix: who, by how much, and what it hangs on. */
static void lay_base(const struct summary_page *page, const struct sentences *texts)
{
    struct arena *arena = page->arena;
    const char *ranked = summary_work_at(page, SUMMARY_WORK_RANKED);
    const char *leaders = summary_work_at(page, SUMMARY_WORK_LEADERS);
    const char *adds = summary_work_at(page, SUMMARY_WORK_ADDS);
    lay_work(
        page, SUMMARY_WORK_BASE, "headline",
        arena_format(arena,
                     "=%s&IF(AND(%s>1,%s=1),\", \"&%s&\" ahead of "
                     "\"&%s,\"\")&IF(%s<>\"…\",%s,"
                     "IF(LEFT(%s,1)=\"○\",\", but its answers are incomplete.\",\": no offer is "
                     "acceptable.\"))",
                     summary_work_at(page, SUMMARY_WORK_WHO), ranked, leaders,
                     summary_work_at(page, SUMMARY_WORK_LEADS),
                     summary_work_at(page, SUMMARY_WORK_NAME2), adds, adds,
                     summary_work_at(page, SUMMARY_WORK_OUTCOME)),
        arena_format(arena, "%s%s", texts->who, texts->adds));
    lay_work(page, SUMMARY_WORK_FIXED, "as it was fixed", NULL, texts->fixed);
    lay_work(page, SUMMARY_WORK_SURE, "how sure",
             arena_format(
                 arena,
                 "=IF(%s=0,\"Comparison shows why, requirement by requirement.\",%s&\" %% of its "
                 "score is not independently proven\"&IF(%s=1,\".\",\"; if all its open claims "
                 "were true, \"&%s&\" would reach \"&%s&\".\"))",
                 ranked, summary_work_at(page, SUMMARY_WORK_UNPROVEN), ranked,
                 summary_work_at(page, SUMMARY_WORK_NAME2),
                 summary_work_at(page, SUMMARY_WORK_HIGH2)),
             headline_sure(page));
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
    const char *prefix = headline_prefix(page);
    book_text_formula(
        book, MESSAGE_ROW, 0, look(message_style(page, texts)),
        arena_format(arena, "=IF(LEFT(%s,1)=\"✗\",\"NOT VALID: \",IF(%s=0,\"%s\",\"%s\"))&%s",
                     checks_verdict_at(page->arena), differ, prefix, WHAT_IF, base),
        texts->headline);
    enum style small = 1.05 * measure_width(texts->sure, 11, false) <= WIDTH ? STYLE_SENTENCE
                                                                             : STYLE_SENTENCE_SMALL;
    book_text_formula(book, SURE_ROW, 0, look(small),
                      arena_format(arena, "=IF(%s=0,%s,\"%s\"&%s)", differ,
                                   summary_work_at(page, SUMMARY_WORK_SURE), texts->as_fixed,
                                   summary_work_at(page, SUMMARY_WORK_FIXED)),
                      texts->sure);
    book_text_formula(book, PROOF_ROW, 0, look(STYLE_SENTENCE),
                      arena_format(arena, "=%s", summary_work_at(page, SUMMARY_WORK_PROOF)),
                      texts->proof);
}

/* What was decided, which a what-if does not change. */
static void lay_decision(const struct summary_page *page, const char *decision)
{
    struct book *book = page->book;
    uint32_t row = 1 + SUMMARY_WORK_COUNT;
    book_text(book, ASK_ROW, 0, look(STYLE_ASK_LABEL), "Decision");
    book_blanks(book, ASK_ROW, 1, SUMMARY_LEAD, look(STYLE_ASK_TEXT));
    book_text(book, row, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL), "decision");
    book_text(book, row, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL), decision);
    const char *cell = summary_cell(page, row, SUMMARY_WORK_VALUE);
    book_text_formula(
        book, ASK_ROW, SUMMARY_OUTCOME, look(STYLE_ASK_TEXT),
        arena_format(page->arena, "=IF(%s>0,\"This is a what-if. On the record: \"&%s,%s)",
                     layout_figure_at(&page->view, FIGURE_DIFFER), cell, cell),
        page->what_if ? arena_format(page->arena, "This is a what-if. On the record: %s", decision)
                      : decision);
}

static void lay_ask(const struct summary_page *page)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    const char *decision = headline_decision(page);
    if (decision != NULL) {
        lay_decision(page, decision);
        return;
    }
    book_text(book, ASK_ROW, 0, look(STYLE_ASK_LABEL), "Decision asked");
    book_blanks(book, ASK_ROW, 1, SUMMARY_LEAD, look(STYLE_ASK_TEXT));
    if (page->result->provisional_count > 0) {
        book_text(book, ASK_ROW, SUMMARY_OUTCOME, look(STYLE_ASK_TEXT), headline_ask(page));
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
            ? arena_format(arena, "Have %s complete its answers.", headline_name(page->first))
            : arena_format(arena, "Approve negotiation with %s%s", headline_name(page->first),
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
        headline_ask(page));
}

/* Whether the plan is the one that was fixed; a what-if begins with `≠`. */
static void lay_plan(const struct summary_page *page)
{
    const struct plan_check *plan = &page->result->project->plan;
    const char *differ = layout_figure_at(&page->view, FIGURE_DIFFER);
    const char *equal = headline_plan(page);
    const char *whom = plan->state == PLAN_NONE ? "the evaluation" : "the fixed plan";
    size_t count = figure_differ_count(page->arena, page->result);
    book_text_formula(page->book, STRIP_ROW, 0, look(STYLE_STRIP),
                      arena_format(page->arena,
                                   "=IF(%s=0,\"%s\",\"≠ \"&%s&IF(%s=1,\" input differs\",\" inputs "
                                   "differ\")&\" from %s\")",
                                   differ, equal, differ, differ, whom),
                      count == 0
                          ? equal
                          : arena_format(page->arena, "≠ %zu %s from %s", count,
                                         count == 1 ? "input differs" : "inputs differ", whom));
}

static void lay_strip(const struct summary_page *page)
{
    struct book *book = page->book;
    book_blanks(book, STRIP_ROW, 1, SUMMARY_LEAD, look(STYLE_STRIP));
    lay_plan(page);
    book_text(book, STRIP_ROW, SUMMARY_SCORE, look(STYLE_STRIP), headline_received(page));
    book_text(book, STRIP_ROW, SUMMARY_HIGH, look(STYLE_STRIP), headline_answered(page));
    book_text(book, STRIP_ROW, SUMMARY_SECTION, look(STYLE_STRIP), headline_opened(page));
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

/* The headline of a page without the mark of a what-if. */
static const char *plain_headline(const struct summary_page *page)
{
    return arena_format(page->arena, "%s%s%s", headline_prefix(page), headline_who(page),
                        headline_adds(page));
}

/* What stands before the result by the settings as they were fixed. */
static const char *before_fixed(const struct summary_page *page, const char *kept)
{
    const struct plan_check *plan = &page->result->project->plan;
    if (plan->state == PLAN_NONE) {
        return "At the fixed weights: ";
    }
    const char *day = date_text(page->arena, plan->lock.locked.date);
    return kept == NULL
               ? arena_format(page->arena, "As fixed on %s: ", day)
               : arena_format(page->arena, "As fixed on %s, but for %s (see Record): ", day, kept);
}

/* The sentences where the plan was changed since it was fixed: the run itself is a what-if. */
static void make_what_if(const struct summary_page *page, struct sentences *texts)
{
    struct baseline baseline = baseline_of(page->arena, page->result);
    struct result fixed = score_project(page->arena, page->result->project, &baseline.settings);
    const struct summary_page as_fixed = summary_page_with(page, &fixed, &baseline.settings.rules);
    if (page->ranked > 0 && page->first->outcome == OUTCOME_CONDITIONS) {
        texts->adds = WHAT_IF_TERMS;
    }
    texts->fixed = plain_headline(&as_fixed);
    texts->headline = arena_format(page->arena, "%s%s%s", WHAT_IF, texts->who, texts->adds);
    texts->as_fixed = before_fixed(page, plan_kept_text(page->arena, &baseline));
    texts->sure = arena_format(page->arena, "%s%s", texts->as_fixed, texts->fixed);
}

void summary_headline(const struct summary_page *page)
{
    struct sentences texts = {.who = headline_who(page),
                              .adds = headline_adds(page),
                              .headline = plain_headline(page),
                              .sure = headline_sure(page),
                              .proof = headline_proof(page)};
    texts.fixed = texts.headline;
    texts.as_fixed = before_fixed(page, NULL);
    if (page->what_if) {
        make_what_if(page, &texts);
    }
    book_text(page->book, 0, SUMMARY_WORK_LABEL, look(STYLE_BLOCK), "Workings of this page");
    lay_names(page);
    lay_counts(page);
    lay_points(page);
    lay_headline_parts(page, &texts);
    lay_lead(page);
    lay_base(page, &texts);
    lay_sentences(page, &texts);
    lay_ask(page);
    lay_strip(page);
    lay_rules(page);
}
