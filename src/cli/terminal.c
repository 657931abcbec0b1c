#include "cli/terminal.h"

#include "base/text.h"

#include <stdlib.h>
#include <unistd.h>

static const char *const CODES[] = {
    [TINT_PLAIN] = "",          [TINT_BOLD] = "\033[1m",    [TINT_DIM] = "\033[2m",
    [TINT_BAD] = "\033[1;31m",  [TINT_WARN] = "\033[1;33m", [TINT_GOOD] = "\033[32m",
    [TINT_NOTE] = "\033[1;36m",
};
_Static_assert(COUNT_OF(CODES) == TINT_COUNT, "a code a tint");

static bool may_be_coloured(FILE *file)
{
    const char *refused = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    if (refused != NULL && refused[0] != '\0') {
        return false;
    }
    return isatty(fileno(file)) == 1 && kind != NULL && !text_equal(kind, "dumb");
}

static struct stream stream_of(FILE *file, enum colour_choice choice)
{
    bool coloured = choice == COLOUR_ALWAYS || (choice == COLOUR_AUTO && may_be_coloured(file));
    return (struct stream){.file = file, .coloured = coloured};
}

struct terminal terminal_open(enum colour_choice choice)
{
    return (struct terminal){.out = stream_of(stdout, choice), .err = stream_of(stderr, choice)};
}

const char *tint_start(const struct stream *stream, enum tint tint)
{
    return stream->coloured ? CODES[tint] : "";
}

const char *tint_end(const struct stream *stream, enum tint tint)
{
    return stream->coloured && tint != TINT_PLAIN ? "\033[0m" : "";
}
