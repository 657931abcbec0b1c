#include "base/arena.h"
#include "base/text.h"
#include "model/conflict.h"
#include "report/measure.h"
#include "report/panel_page.h"
#include "report/sheet_head.h"

enum { TITLE_ROW_PIXELS = 24, HEAD_ROW_PIXELS = 38, ROW_PIXELS = 20 };

/* Columns of the two blocks; those behind PANEL_VENDOR are the same whoever has marked. */
enum agreement_column {
    AGREEMENT_ID = PANEL_STATE,
    AGREEMENT_TITLE,
    AGREEMENT_COMPARED = PANEL_MARKS,
    AGREEMENT_ALIKE,
    AGREEMENT_SHARE,
    AGREEMENT_APART,
    AGREEMENT_OPEN
};
enum member_column {
    MEMBER_NAME = PANEL_STATE,
    MEMBER_ID,
    MEMBER_ROLE,
    MEMBER_CONFLICT,
    MEMBER_CONFIDENTIAL,
    MEMBER_SIGNED,
    MEMBER_MARKS,
    MEMBER_COUNTED
};

static uint32_t last_column(const struct panel_page *page)
{
    return panel_column_of(page, PANEL_REASONS);
}

static void block_title(const struct panel_page *page, uint32_t row, const char *title)
{
    book_row(page->book, row, TITLE_ROW_PIXELS);
    sheet_block_title(page->book, row, 0, last_column(page), title);
}

static double alike_share(const struct agreement *agreement)
{
    return (double)agreement->alike / (double)agreement->compared;
}

/* Is it a row of its own: the whole, a section or a criterion at the top, with marks to compare? */
static bool has_row(const struct panel_page *page, size_t item)
{
    const struct item *of = &page->criteria->items[item];
    return page->agreement.items[item].compared > 0 &&
           (item == 0 || of->depth == 1 || !item_is_criterion(of));
}

/* Of the top items the one whose marks are least alike, the first in tree order; 0 where there are
 * no two to compare. */
static size_t least_alike(const struct panel_page *page)
{
    size_t least = 0;
    size_t count = 0;
    for (size_t i = 1; i < page->criteria->count; i++) {
        const struct agreement *agreement = &page->agreement.items[i];
        if (page->criteria->items[i].depth != 1 || agreement->compared == 0) {
            continue;
        }
        count++;
        if (least == 0 || alike_share(agreement) < alike_share(&page->agreement.items[least])) {
            least = i;
        }
    }
    return count < 2 ? 0 : least;
}

static const char *agreement_title(const struct panel_page *page)
{
    const struct agreement *all = &page->agreement.items[0];
    size_t least = least_alike(page);
    if (all->alike == all->compared) {
        return "The evaluators agree wherever two or more marked an answer";
    }
    if (least == 0) {
        return "How far the evaluators agree";
    }
    return arena_format(page->arena, "The evaluators agree least on %s",
                        text_shown(page->arena, page->criteria->items[least].title));
}

static void agreement_row(const struct panel_page *page, uint32_t row, size_t index)
{
    const struct item *item = &page->criteria->items[index];
    const struct agreement *agreement = &page->agreement.items[index];
    bool bold = index == 0 || item->depth == 1;
    struct look number = look_as(bold ? STYLE_NUM_BOLD : STYLE_NUM, LOOK_COUNT);
    uint8_t indent = item->depth > 1 ? (uint8_t)(item->depth - 1) : 0;
    int pixels = panel_pixels(page, AGREEMENT_TITLE) + panel_pixels(page, PANEL_TITLE) +
                 panel_pixels(page, PANEL_VENDOR);
    book_row(page->book, row, ROW_PIXELS);
    book_text(page->book, row, AGREEMENT_ID, look(STYLE_ID), item->id);
    book_text(page->book, row, AGREEMENT_TITLE,
              look_in(bold ? STYLE_TEXT_BOLD : STYLE_TEXT, indent > 6 ? 6 : indent),
              index == 0 ? "All sections"
                         : measure_clip(page->arena, text_shown(page->arena, item->title),
                                        PANEL_POINTS, bold, pixels - 12 * indent));
    book_blanks(page->book, row, AGREEMENT_TITLE + 1, PANEL_VENDOR, look(STYLE_TEXT));
    book_number(page->book, row, AGREEMENT_COMPARED, number, (double)agreement->compared);
    book_number(page->book, row, AGREEMENT_ALIKE, number, (double)agreement->alike);
    book_number(page->book, row, AGREEMENT_SHARE, look_with_number(number, LOOK_RATE),
                alike_share(agreement));
    book_number(page->book, row, AGREEMENT_APART, look_with_number(number, LOOK_POINTS_MAP),
                agreement->spread);
    book_number(page->book, row, AGREEMENT_OPEN, number, (double)agreement->open);
}

uint32_t panel_agreement_block(const struct panel_page *page, uint32_t row)
{
    static const struct sheet_column HEADS[] = {
        {"Id", 0, STYLE_HEAD, 0},
        {"Section", 0, STYLE_HEAD, 0},
        {"", 0, STYLE_HEAD, 0},
        {"", 0, STYLE_HEAD, 0},
        {"Compared", 0, STYLE_HEAD_NUM, 0},
        {"All alike", 0, STYLE_HEAD_NUM, 0},
        {"Agree", 0, STYLE_HEAD_NUM, 0},
        {"Levels apart", 0, STYLE_HEAD_NUM, 0},
        {"Open", 0, STYLE_HEAD_NUM, 0},
    };
    block_title(page, row++, agreement_title(page));
    book_text(page->book, row++, 0, look(STYLE_NOTE),
              "Compared are answers with two or more marks that count; apart: highest less lowest, "
              "on average; open: still to be moderated.");
    book_row(page->book, row, HEAD_ROW_PIXELS);
    sheet_table_head(page->book, row, 0, HEADS, COUNT_OF(HEADS));
    for (size_t i = 0; i < page->criteria->count; i++) {
        struct arena_mark mark = arena_mark(page->arena);
        if (has_row(page, i)) {
            agreement_row(page, ++row, i);
        }
        arena_rewind(page->arena, mark);
    }
    return row;
}

static void add_sentence(struct text_builder *text, const char *sentence)
{
    text_add_format(text, "%s%s", text->length == 0 ? "" : "\n", sentence);
}

static void add_uncounted(struct text_builder *text, struct arena *arena, size_t marks,
                          const char *why)
{
    if (marks > 0) {
        add_sentence(text, arena_format(arena, "%s not count: %s.",
                                        text_counted(arena, marks, "mark does", "marks do"), why));
    }
}

/* The reason that the chair gives for letting marks count. */
static const char *admitted_because(const struct project *project)
{
    for (size_t a = 0; a < project->assessment_count; a++) {
        if (project->assessments[a].admitted_because != NULL) {
            return project->assessments[a].admitted_because;
        }
    }
    return "no reason given";
}

static void add_admissions(const struct panel_page *page, struct text_builder *text,
                           const struct assessment *by)
{
    const struct project *project = page->result->project;
    struct text_builder vendors;
    text_builder_init(&vendors, page->arena);
    for (size_t o = 0; o < page->result->offer_count; o++) {
        const struct offer *offer = page->result->offers[o].offer;
        if (conflict_admission(project, by, offer->id) != NULL) {
            text_add_format(&vendors, "%s%s", vendors.length == 0 ? "" : ", ", offer->name);
        }
    }
    if (vendors.length > 0) {
        add_sentence(text, arena_format(page->arena, "The chair lets marks of %s count: %s",
                                        vendors.text, admitted_because(project)));
    }
}

static void add_favours(const struct panel_page *page, struct text_builder *text,
                        const struct assessment *by)
{
    for (size_t f = 0; f < page->agreement.favour_count; f++) {
        const struct favour *favour = &page->agreement.favours[f];
        if (favour->by == by) {
            add_sentence(text,
                         arena_format(page->arena,
                                      "▲ Highest for %s on each of the %zu criteria on which marks "
                                      "differ%s.",
                                      page->result->offers[favour->offer].offer->name,
                                      favour->criteria,
                                      favour->everywhere ? ", as for every vendor" : ""));
        }
    }
}

static void add_reasons(const struct panel_page *page, struct text_builder *text,
                        const struct assessment *by)
{
    for (size_t r = 0; r < page->agreement.reason_count; r++) {
        const struct repeated_reason *reason = &page->agreement.reasons[r];
        if (reason->by == by) {
            add_sentence(text, arena_format(page->arena, "▲ The same reason on %zu criteria: “%s”.",
                                            reason->criteria, reason->because));
        }
    }
}

/* Why marks do not count, and what a chair should look at. */
static const char *remarks(const struct panel_page *page, const struct panel_member *member)
{
    struct text_builder text;
    text_builder_init(&text, page->arena);
    if (conflict_is_declared(member->by)) {
        add_sentence(&text, arena_format(page->arena, "Conflict: %s", member->by->conflict));
        add_admissions(page, &text, member->by);
    }
    add_uncounted(&text, page->arena, member->recused, "a conflict is declared");
    add_uncounted(&text, page->arena, member->not_for_all,
                  "the criterion is not marked for every vendor that answered it");
    add_favours(page, &text, member->by);
    add_reasons(page, &text, member->by);
    return text.length == 0 ? "–" : text.text;
}

static const char *conflict_word(const struct assessment *by)
{
    if (conflict_is_declared(by)) {
        return "▲ declared";
    }
    return by->conflict == NULL ? "– not said" : "✓ none";
}

static const char *confidential_word(const struct assessment *by)
{
    static const char *const WORDS[] = {[CONFIDENTIAL_NOT_SAID] = "– not said",
                                        [CONFIDENTIAL_YES] = "✓ yes",
                                        [CONFIDENTIAL_NO] = "▲ no"};
    return WORDS[by->confidential];
}

/* What asks for a look is bold. */
static enum style style_of(const char *word)
{
    return text_starts(word, "▲") ? STYLE_ANSWER_WARN : STYLE_SUB_WRAP;
}

static void member_row(const struct panel_page *page, uint32_t row,
                       const struct panel_member *member)
{
    const struct assessment *by = member->by;
    const char *conflict = conflict_word(by);
    const char *confidential = confidential_word(by);
    const char *day = date_is_given(by->signed_on) ? date_text(page->arena, by->signed_on)
                                                   : "– not signed";
    const struct {
        uint32_t column;
        struct look look;
        const char *text;
    } cells[] = {
        {MEMBER_NAME, look(STYLE_BOLD_FOLDED), panel_name(by)},
        {MEMBER_ID, look(STYLE_SUB_WRAP), by->evaluator},
        {MEMBER_ROLE, look(STYLE_TEXT_WRAP), by->role == NULL ? "–" : by->role},
        {MEMBER_CONFLICT, look(style_of(conflict)), conflict},
        {MEMBER_CONFIDENTIAL, look(style_of(confidential)), confidential},
        {MEMBER_SIGNED, look(STYLE_SUB_WRAP), day},
        {last_column(page), look_in(STYLE_TEXT_WRAP, 1), remarks(page, member)},
    };
    int lines = 1;
    for (size_t c = 0; c < COUNT_OF(cells); c++) {
        int needed = panel_text(page, row, cells[c].column, cells[c].look, cells[c].text);
        lines = needed > lines ? needed : lines;
    }
    struct look number = look_at_top(look_as(STYLE_NUM, LOOK_COUNT));
    book_number(page->book, row, MEMBER_MARKS, number, (double)member->marks);
    book_number(page->book, row, MEMBER_COUNTED, number, (double)member->counted);
    book_blanks(page->book, row, MEMBER_COUNTED + 1, last_column(page) - 1, look(STYLE_TEXT));
    book_row(page->book, row, measure_height(lines, PANEL_PAD));
}

uint32_t panel_members_block(const struct panel_page *page, uint32_t row)
{
    static const struct sheet_column HEADS[] = {
        {"Evaluator", 0, STYLE_HEAD, 0},    {"Id", 0, STYLE_HEAD, 0},
        {"Role", 0, STYLE_HEAD, 0},         {"Conflict", 0, STYLE_HEAD, 0},
        {"Confidential", 0, STYLE_HEAD, 0}, {"Signed on", 0, STYLE_HEAD, 0},
        {"Marks", 0, STYLE_HEAD_NUM, 0},    {"Counted", 0, STYLE_HEAD_NUM, 0},
    };
    block_title(page, row++, "Evaluators");
    book_row(page->book, row, ROW_PIXELS);
    sheet_table_head(page->book, row, 0, HEADS, COUNT_OF(HEADS));
    book_blanks(page->book, row, COUNT_OF(HEADS), last_column(page) - 1, look(STYLE_HEAD));
    book_text(page->book, row, last_column(page), look_in(STYLE_HEAD, 1), "What to look at");
    for (size_t m = 0; m < page->agreement.member_count; m++) {
        struct arena_mark mark = arena_mark(page->arena);
        member_row(page, ++row, &page->agreement.members[m]);
        arena_rewind(page->arena, mark);
    }
    return row;
}
