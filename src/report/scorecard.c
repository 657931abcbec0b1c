#include "report/scorecard.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/text.h"
#include "read/bundle.h"
#include "report/cell_text.h"
#include "report/sheet_answers.h"
#include "report/sheet_checks.h"
#include "report/sheet_claims.h"
#include "report/sheet_comparison.h"
#include "report/sheet_conditions.h"
#include "report/sheet_panel.h"
#include "report/sheet_record.h"
#include "report/sheet_summary.h"
#include "report/sheet_vendor.h"
#include "report/sheet_weights.h"
#include "score/panel_agreement.h"

enum { CODE_DIGITS = 8, FOOTER_TITLE_MOST = 60 };

static const char CONFIDENTIAL[] =
    "&R&\"Calibri,Regular\"&9 Confidential: holds vendors’ confidential information";

/* A title as a header holds it: short, and each `&` doubled, or it would begin a code. */
static const char *footer_title(struct arena *arena, const char *title)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (const char *at = cell_text_within(arena, title, FOOTER_TITLE_MOST); *at != '\0'; at++) {
        text_add_bytes(&text, at, 1);
        if (*at == '&') {
            text_add(&text, "&");
        }
    }
    return text.text;
}

static const char *input_code_of(struct arena *arena, const struct bundle *bundle)
{
    char digits[DIGEST_TEXT_SIZE];
    digest_text(bundle_digest(bundle), digits);
    return arena_text(arena, digits, CODE_DIGITS);
}

struct scorecard scorecard_of(struct arena *arena, const struct result *result, const char *version)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    const char *code = input_code_of(arena, result->project->bundle);
    const char *mast = date_is_given(evaluation->as_of)
                           ? arena_format(arena, "%s · position as at %s", evaluation->title,
                                          date_text(arena, evaluation->as_of))
                           : evaluation->title;
    return (struct scorecard){
        .result = result,
        .layout = layout_of(arena, result),
        .version = version,
        .mast_right = mast,
        .header = CONFIDENTIAL,
        .footer = arena_format(arena,
                               "&L&\"Calibri,Regular\"&9 %s · scorecard · inputs %s"
                               "&C&\"Calibri,Regular\"&9 &A"
                               "&R&\"Calibri,Regular\"&9 Page &P of &N",
                               footer_title(arena, evaluation->title), code),
        .input_code = code,
    };
}

void scorecard_page(struct book *book, const struct scorecard *scorecard)
{
    struct sheet_setup *setup = book_setup(book);
    setup->header = scorecard->header;
    setup->footer = scorecard->footer;
}

static void lay_vendors(struct book *book, const struct scorecard *scorecard)
{
    for (size_t o = 0; o < scorecard->result->offer_count; o++) {
        sheet_vendor(book, scorecard, o);
    }
}

static bool always(const struct scorecard *scorecard)
{
    (void)scorecard;
    return true;
}

static bool where_vendors_are_few(const struct scorecard *scorecard)
{
    return !scorecard->layout.offers_as_rows;
}

static bool where_there_are_marks(const struct scorecard *scorecard)
{
    return panel_any(scorecard->result);
}

/* The sheets of a workbook, in order (DESIGN 3). To add one: its file, and a row here. */
struct sheet_row {
    bool (*is_there)(const struct scorecard *scorecard);
    void (*lay_out)(struct book *book, const struct scorecard *scorecard);
};

static const struct sheet_row SHEETS[] = {
    {always, sheet_summary},
    {always, sheet_comparison},
    {always, sheet_weights},
    {sheet_claims_is_there, sheet_claims},
    {sheet_conditions_is_there, sheet_conditions},
    {where_there_are_marks, sheet_panel},
    {where_vendors_are_few, lay_vendors},
    {always, sheet_answers},
    {always, sheet_checks},
    {always, sheet_record},
};

static void lay_out(struct book *book, const void *subject)
{
    const struct scorecard *scorecard = subject;
    for (size_t i = 0; i < COUNT_OF(SHEETS); i++) {
        if (SHEETS[i].is_there(scorecard)) {
            SHEETS[i].lay_out(book, scorecard);
        }
    }
}

struct book_content scorecard_content(const struct scorecard *scorecard)
{
    return (struct book_content){
        .subject = scorecard,
        .lay_out = lay_out,
        .properties = {.title = scorecard->result->project->evaluation.title,
                       .subject = "Comparison scorecard",
                       .author = "vouch",
                       .comments = "Holds vendors’ confidential information."},
    };
}
