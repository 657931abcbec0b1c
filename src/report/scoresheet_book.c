#include "report/scoresheet_book.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/cell_text.h"
#include "report/place.h"
#include "report/sheet_declaration.h"
#include "report/sheet_marks.h"

enum { FOOTER_TITLE_MOST = 60 };

static const char CONFIDENTIAL[] =
    "&R&\"Calibri,Regular\"&9 Confidential: holds vendors’ confidential information";

/* As a footer holds it: short, and each `&` doubled, or it would begin a code. */
static const char *footer_words(struct arena *arena, const char *words)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (const char *at = cell_text_within(arena, words, FOOTER_TITLE_MOST); *at != '\0'; at++) {
        text_add_bytes(&text, at, 1);
        text_add(&text, *at == '&' ? "&" : "");
    }
    return text.text;
}

static const char *theirs_of(struct arena *arena, const struct panelist *member)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < member->audience_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ", member->audience[i]);
    }
    return text.length == 0 ? "all criteria" : text.text;
}

struct scoresheet_book scoresheet_book_of(struct arena *arena, const struct result *result,
                                          const struct panelist *member, const char *plan_code)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    return (struct scoresheet_book){
        .result = result,
        .member = *member,
        .plan_code = plan_code,
        .plan = scoresheet_plan_of(arena, result, member),
        .theirs = theirs_of(arena, member),
        .header = CONFIDENTIAL,
        .footer = arena_format(arena,
                               "&L&\"Calibri,Regular\"&9 %s · scoresheet · %s · plan %s"
                               "&C&\"Calibri,Regular\"&9 &A"
                               "&R&\"Calibri,Regular\"&9 Page &P of &N",
                               footer_words(arena, evaluation->title),
                               footer_words(arena, member->id),
                               plan_code == NULL ? "not fixed" : plan_code),
    };
}

void scoresheet_page(struct book *book, const struct scoresheet_book *scoresheet)
{
    struct sheet_setup *setup = book_setup(book);
    setup->header = scoresheet->header;
    setup->footer = scoresheet->footer;
}

const char *scoresheet_cell(struct arena *arena, uint32_t row, uint32_t column)
{
    const struct place place = {.home = HOME_ELSEWHERE, .row = row, .column = column};
    return place_text(arena, place, HOLD_BOTH, HOME_ELSEWHERE);
}

static void lay_out(struct book *book, const void *subject)
{
    sheet_declaration(book, subject);
    sheet_marks(book, subject);
}

struct book_content scoresheet_content(const struct scoresheet_book *scoresheet)
{
    return (struct book_content){
        .subject = scoresheet,
        .lay_out = lay_out,
        .properties = {.title = scoresheet->result->project->evaluation.title,
                       .subject = "Scoresheet",
                       .author = "vouch",
                       .comments = "Holds vendors’ confidential information."},
    };
}
