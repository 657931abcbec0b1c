#include "read/xlsx_strings.h"

#include "base/arena.h"
#include "read/xlsx_walk.h"

/* Phonetic text (rPh) is left out: it says again how a text is spoken. */
enum { AT_STRINGS = 1, AT_STRING, AT_RUN, AT_TEXT };
static const struct walk_step STEPS[] = {
    {WALK_OUTSIDE, "sst", AT_STRINGS}, {AT_STRINGS, "si", AT_STRING}, {AT_STRING, "t", AT_TEXT},
    {AT_STRING, "r", AT_RUN},          {AT_RUN, "t", AT_TEXT},
};

struct strings_walk {
    struct xlsx_reading *reading;
    struct xlsx_pieces pieces;
};

static bool enter(void *subject, int state, const char **attributes)
{
    (void)attributes;
    struct strings_walk *walk = subject;
    struct xlsx_reading *reading = walk->reading;
    if (state != AT_STRING) {
        return true;
    }
    xlsx_pieces_clear(&walk->pieces);
    if (reading->string_count == TABLE_STRINGS_MOST) {
        xlsx_fault(reading, DIAG_INPUT_LIMIT, xlsx_whole(reading),
                   "the workbook has more than %d texts", TABLE_STRINGS_MOST);
        return false;
    }
    return true;
}

static bool leave(void *subject, int state)
{
    struct strings_walk *walk = subject;
    struct xlsx_reading *reading = walk->reading;
    if (state == AT_STRING) {
        reading->strings = arena_more(reading->scratch, reading->strings, reading->string_count,
                                      &reading->string_capacity, sizeof *reading->strings);
        reading->strings[reading->string_count++] = xlsx_pieces_text(&walk->pieces, reading->arena);
    }
    return true;
}

static bool text(void *subject, int state, const char *bytes, size_t length)
{
    struct strings_walk *walk = subject;
    if (state != AT_TEXT || xlsx_pieces_add(&walk->pieces, bytes, length)) {
        return true;
    }
    xlsx_fault(walk->reading, DIAG_INPUT_LIMIT, xlsx_whole(walk->reading),
               "a text of the workbook has more than %d bytes", TABLE_TEXT_BYTES_MOST);
    return false;
}

bool xlsx_read_strings(struct xlsx_reading *reading, const char *part)
{
    struct strings_walk subject = {.reading = reading};
    xlsx_pieces_init(&subject.pieces, reading->scratch);
    struct walk walk = {.spaces = &WALK_SPREADSHEET,
                        .steps = STEPS,
                        .step_count = COUNT_OF(STEPS),
                        .subject = &subject,
                        .enter = enter,
                        .leave = leave,
                        .text = text};
    return xlsx_read_part(reading, part, &walk);
}
