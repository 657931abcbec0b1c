#include "report/record_register.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/register_words.h"
#include "report/sheet_head.h"

/* Columns of the inputs below, by what stands in them here. */
enum { VENDOR, NAME, INVITED, STATE = INVITED + 2, BLANK, RECEIVED_AND_REASON };
enum { HEAD_ROWS = 2, PAD = 2, REASON_PIXELS = 542, NAME_PIXELS = 176 };

static const struct {
    uint32_t column;
    const char *head;
    uint8_t indent;
} HEADS[] = {
    {VENDOR, "Vendor", 0},
    {NAME, "Name", 0},
    {INVITED, "Invited", 0},
    {STATE, "State", 1},
    {RECEIVED_AND_REASON, "Received, and the reason", 1},
};

uint32_t record_register_rows(const struct project *project)
{
    return project->offer_count == 0 ? 0 : HEAD_ROWS + (uint32_t)project->offer_count + 1;
}

/* "received 14 Oct 2026 16:02 +02:00; late: Our mail server was down". */
static const char *words_of(struct arena *arena, const struct offer *offer)
{
    const char *received = register_received(arena, offer);
    const char *reason = register_reason(arena, offer);
    if (received == NULL) {
        return reason == NULL ? "–" : reason;
    }
    return reason == NULL ? received : arena_format(arena, "%s; %s", received, reason);
}

static void lay_offer(struct arena *scratch, struct book *book, const struct offer *offer,
                      uint32_t row)
{
    const char *words = words_of(scratch, offer);
    int lines = measure_lines(words, 10, false, REASON_PIXELS, 1);
    int name_lines = measure_lines(offer->name, 10, false, NAME_PIXELS, 0);
    book_row(book, row, measure_height(lines > name_lines ? lines : name_lines, PAD));
    book_blanks(book, row, VENDOR, RECEIVED_AND_REASON, look(STYLE_TEXT));
    book_text(book, row, VENDOR, look_at_top(look(STYLE_TEXT)), offer->id);
    book_text(book, row, NAME, look(STYLE_TEXT_WRAP), offer->name);
    book_text(book, row, INVITED, look_at_top(look(STYLE_TEXT)),
              offer->invited == NULL ? "–" : "yes");
    book_text(book, row, STATE, look_at_top(look_in(STYLE_TEXT, 1)), register_state(offer));
    book_text(book, row, RECEIVED_AND_REASON, look_in(STYLE_TEXT_WRAP, 1), words);
}

void record_register_lay(struct arena *scratch, struct book *book, const struct project *project,
                         uint32_t row)
{
    if (project->offer_count == 0) {
        return;
    }
    book_row(book, row, 24);
    sheet_block_title(book, row++, VENDOR, RECEIVED_AND_REASON,
                      "Register: who was invited, and whose response is in");
    book_row(book, row, 21);
    book_blanks(book, row, VENDOR, RECEIVED_AND_REASON, look(STYLE_HEAD));
    for (size_t i = 0; i < COUNT_OF(HEADS); i++) {
        book_text(book, row, HEADS[i].column, look_in(STYLE_HEAD, HEADS[i].indent), HEADS[i].head);
    }
    row++;
    for (size_t i = 0; i < project->offer_count; i++) {
        struct arena_mark mark = arena_mark(scratch);
        lay_offer(scratch, book, &project->offers[i], row++);
        arena_rewind(scratch, mark);
    }
}
