#include "report/sheet_criteria.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/criteria.h"
#include "report/criteria_text.h"
#include "report/measure.h"
#include "report/sheet_coverage.h"
#include "score/gate.h"

/* GAP: the indent that keeps words of neighbouring columns apart. */
enum { COLUMN_COUNT = 10, HEAD_ROW = 2, PAD = 4, GAP = 1 };

struct criteria_column {
    const char *head;
    int pixels;
    bool wraps;
    const char *(*text)(struct arena *arena, const struct criteria *criteria,
                        const struct item *item);
};

static const char *ask_text(struct arena *arena, const struct criteria *criteria,
                            const struct item *item)
{
    (void)arena;
    (void)criteria;
    return item->ask;
}

static const char *answer_text(struct arena *arena, const struct criteria *criteria,
                               const struct item *item)
{
    (void)criteria;
    if (!item_is_criterion(item)) {
        return NULL;
    }
    size_t count = 0;
    const char *const *worths = criteria_answer_worths(arena, &item->answer, &count);
    struct text_builder builder;
    text_builder_init(&builder, arena);
    text_add(&builder, criteria_answer_text(arena, item));
    for (size_t i = 0; i < count; i++) {
        text_add_format(&builder, "\n%s", worths[i]);
    }
    return builder.text;
}

static const char *evidence_text(struct arena *arena, const struct criteria *criteria,
                                 const struct item *item)
{
    struct text_builder builder;
    text_builder_init(&builder, arena);
    for (size_t i = 0; i < item->kind_count; i++) {
        const struct evidence_kind *kind = &criteria->kinds[item->kinds[i]];
        text_add_format(&builder, "%s%s", i == 0 ? "" : ", ", kind->id);
    }
    return builder.length == 0 ? NULL : builder.text;
}

static const char *must_text(struct arena *arena, const struct criteria *criteria,
                             const struct item *item)
{
    (void)criteria;
    if (!item->has_gate) {
        return NULL;
    }
    const char *words = gate_requirement(arena, &item->gate);
    return item->gate.has_proof
               ? arena_format(arena, "▲ %s, proof %s", words, grade_word(item->gate.proof))
               : arena_format(arena, "▲ %s", words);
}

static const char *condition_text(struct arena *arena, const struct criteria *criteria,
                                  const struct item *item)
{
    (void)arena;
    (void)criteria;
    return item->condition.text;
}

static const char *guidance_text(struct arena *arena, const struct criteria *criteria,
                                 const struct item *item)
{
    (void)arena;
    (void)criteria;
    return item->guidance;
}

static const char *refs_text(struct arena *arena, const struct criteria *criteria,
                             const struct item *item)
{
    (void)criteria;
    struct text_builder builder;
    text_builder_init(&builder, arena);
    for (size_t i = 0; i < item->ref_count; i++) {
        text_add_format(&builder, "%s%s", i == 0 ? "" : ", ", item->refs[i]);
    }
    return builder.length == 0 ? NULL : builder.text;
}

/* Behind the id, title and share. */
static const struct criteria_column COLUMNS[] = {
    {"Question", 240, true, ask_text},
    {"Answer", 250, true, answer_text},
    {"Proof that counts", 110, true, evidence_text},
    {"Must", 96, true, must_text},
    {"Contract condition", 150, true, condition_text},
    {"Guidance", 220, true, guidance_text},
    {"References", 130, true, refs_text},
};

struct criteria_sheet {
    struct arena *scratch;
    struct book *book;
    const struct criteria *criteria;
    const double *shares;
};

static int lines_of(const struct criteria_sheet *sheet, const struct item *item)
{
    int lines = measure_lines(item->title, 10, false, 190, (int)item->depth);
    for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        const char *text = COLUMNS[c].text(sheet->scratch, sheet->criteria, item);
        if (text != NULL) {
            int needed = measure_lines(text, 10, false, COLUMNS[c].pixels, GAP);
            lines = needed > lines ? needed : lines;
        }
    }
    return lines;
}

static void lay_item(const struct criteria_sheet *sheet, uint32_t row, size_t index)
{
    const struct item *item = &sheet->criteria->items[index];
    bool is_section = !item_is_criterion(item);
    enum style style = STYLE_TEXT_WRAP;
    if (is_section) {
        style = item->depth == 1 ? STYLE_SECTION1 : STYLE_SECTION2;
    }
    uint8_t indent = (uint8_t)(item->depth > 6 ? 6 : item->depth - 1);
    book_row(sheet->book, row, measure_height(lines_of(sheet, item), PAD));
    book_text(sheet->book, row, 0, look(is_section ? style : STYLE_TEXT_WRAP), item->id);
    book_text(sheet->book, row, 1, look_in(style, indent), item->title);
    enum style number = is_section ? STYLE_SECTION2_NUM : STYLE_NUM;
    number = is_section && item->depth == 1 ? STYLE_SECTION1_NUM : number;
    struct look share = look_as(number, LOOK_POINTS);
    share.top = !is_section;
    book_number(sheet->book, row, 2, share, sheet->shares[index] * 100);
    for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        const char *text = COLUMNS[c].text(sheet->scratch, sheet->criteria, item);
        uint32_t column = (uint32_t)(c + 3);
        if (text == NULL) {
            book_blank(sheet->book, row, column, look(style));
        } else {
            book_text(sheet->book, row, column, look_in(style, GAP), text);
        }
    }
}

static void lay_head(const struct criteria_sheet *sheet)
{
    struct book *book = sheet->book;
    static const int FIRST_PIXELS[] = {70, 190, 50};
    book_columns(book, FIRST_PIXELS, COUNT_OF(FIRST_PIXELS));
    book_row(book, 0, 21);
    book_row(book, 1, 28);
    book_row(book, HEAD_ROW, 40);
    book_blanks(book, 0, 1, COLUMN_COUNT - 1, look(STYLE_MAST));
    book_text(book, 0, 0, look(STYLE_MAST),
              "Criteria: what is asked, and what each answer is worth");
    book_format(book, 1, 0, look(STYLE_MESSAGE), "%s%s%s", sheet->criteria->title,
                sheet->criteria->version == NULL ? "" : ", version ",
                sheet->criteria->version == NULL ? "" : sheet->criteria->version);
    book_text(book, HEAD_ROW, 0, look(STYLE_HEAD), "Id");
    book_text(book, HEAD_ROW, 1, look(STYLE_HEAD), "Section, theme, criterion");
    book_text(book, HEAD_ROW, 2, look(STYLE_HEAD_NUM), "Share of 100");
    for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        uint32_t column = (uint32_t)(c + 3);
        book_column(book, column, column, COLUMNS[c].pixels);
        book_text(book, HEAD_ROW, column, look_in(STYLE_HEAD, GAP), COLUMNS[c].head);
    }
}

static void lay_criteria(struct book *book, const struct criteria *criteria)
{
    struct arena scratch;
    arena_init(&scratch);
    struct criteria_sheet sheet = {.scratch = &scratch,
                                   .book = book,
                                   .criteria = criteria,
                                   .shares = criteria_shares(&scratch, criteria)};
    book_begin_sheet(book, "Criteria");
    struct sheet_setup *setup = book_setup(book);
    setup->freeze_row = HEAD_ROW + 1;
    setup->freeze_column = 2;
    setup->repeat_first_row = HEAD_ROW;
    setup->repeat_last_row = HEAD_ROW;
    lay_head(&sheet);
    for (size_t i = 1; i < criteria->count; i++) {
        lay_item(&sheet, (uint32_t)(HEAD_ROW + i), i);
    }
    book_end_sheet(book);
    arena_release(&scratch);
}

static void lay_out(struct book *book, const void *subject)
{
    const struct criteria_workbook *workbook = subject;
    lay_criteria(book, workbook->criteria);
    sheet_coverage_lay(book, workbook->coverage);
}

struct book_content criteria_content(const struct criteria_workbook *workbook)
{
    return (struct book_content){
        .subject = workbook,
        .lay_out = lay_out,
        .properties = {.title = workbook->criteria->title,
                       .subject = "Evaluation criteria",
                       .author = "vouch"},
    };
}
