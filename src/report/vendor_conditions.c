#include "base/arena.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "report/vendor_page.h"

enum { PAD = 1, TEXT_PIXELS = 240, OWNER_PIXELS = 132, SOURCE_PIXELS = 166 };

static const char *const SOURCES[] = {
    [CONDITION_TARGET] = "the target is missed",
    [CONDITION_GATE] = "a requirement is to be proven",
    [CONDITION_WAIVER] = "a requirement is waived",
    [CONDITION_SHORTFALL] = "a shortfall among the largest",
};

static const char *owner_words(struct arena *arena, const struct condition *condition)
{
    const char *owner = condition->owner == NULL ? "" : condition->owner;
    if (!date_is_given(condition->due)) {
        return owner[0] == '\0' ? "–" : owner;
    }
    return arena_format(arena, "%s%s%s", owner, owner[0] == '\0' ? "" : ", ",
                        date_text(arena, condition->due));
}

static void lay_condition(const struct vendor_page *page, uint32_t row,
                          const struct condition *condition)
{
    struct book *book = page->book;
    struct look text = look_in(STYLE_TEXT_WRAP, 1);
    const char *owner = owner_words(page->arena, condition);
    int lines = measure_lines(condition->text, 10, false, TEXT_PIXELS, 0);
    int owner_lines = measure_lines(owner, 10, false, OWNER_PIXELS, 1);
    int source_lines = measure_lines(SOURCES[condition->source], 10, false, SOURCE_PIXELS, 1);
    lines = owner_lines > lines ? owner_lines : lines;
    lines = source_lines > lines ? source_lines : lines;
    book_row(book, row, measure_height(lines, PAD));
    book_text(book, row, VENDOR_ID, (struct look){.style = STYLE_ID, .top = true},
              page->criteria->items[condition->item].id);
    book_text(book, row, VENDOR_QUESTION, look(STYLE_TEXT_WRAP), condition->text);
    book_text(book, row, VENDOR_ANSWER,
              (struct look){.style = condition->must ? STYLE_TEXT_BOLD : STYLE_TEXT,
                            .indent = 1,
                            .top = true},
              condition->closed ? "closed" : (condition->must ? "must" : "should"));
    book_blank(book, row, VENDOR_CLAIMED, look(STYLE_TEXT));
    book_text(book, row, VENDOR_GRADE, text, owner);
    book_blank(book, row, VENDOR_EVIDENCED, look(STYLE_TEXT));
    book_number(book, row, VENDOR_POINTS,
                (struct look){.style = STYLE_NUM, .number = LOOK_POINTS, .top = true},
                condition->points);
    book_blank(book, row, VENDOR_OF, look(STYLE_TEXT));
    book_text(book, row, VENDOR_EVIDENCE, text, SOURCES[condition->source]);
    book_blanks(book, row, VENDOR_FOUND, VENDOR_SOURCE, look(STYLE_TEXT));
}

uint32_t vendor_conditions(const struct vendor_page *page, uint32_t row)
{
    static const struct sheet_column HEADS[] = {
        {"Id", 0, STYLE_HEAD, 0},         {"Put into the contract", 0, STYLE_HEAD, 0},
        {"Kind", 0, STYLE_HEAD, 1},       {"", 0, STYLE_HEAD, 0},
        {"Owner, day", 0, STYLE_HEAD, 1}, {"", 0, STYLE_HEAD, 0},
        {"Points", 0, STYLE_HEAD_NUM, 0}, {"", 0, STYLE_HEAD, 0},
        {"Because", 0, STYLE_HEAD, 1},    {"", 0, STYLE_HEAD, 0},
        {"", 0, STYLE_HEAD, 0},
    };
    if (page->offer->condition_count == 0) {
        return row;
    }
    row += 2;
    book_row(page->book, row, 20);
    sheet_block_title(page->book, row++, VENDOR_ID, VENDOR_SOURCE, "Contract conditions");
    book_row(page->book, row, 21);
    sheet_table_head(page->book, row, 0, HEADS, COUNT_OF(HEADS));
    for (size_t i = 0; i < page->offer->condition_count; i++) {
        struct arena_mark mark = arena_mark(page->arena);
        lay_condition(page, ++row, &page->offer->conditions[i]);
        arena_rewind(page->arena, mark);
    }
    return row;
}
