/*
 * The terminal: where text goes, and whether it may be coloured. Decided once a stream.
 *
 * Colour only on a terminal that is not dumb, with NO_COLOR unset; never the only signal.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_TERMINAL_H
#define VOUCH_CLI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

enum tint {
    TINT_PLAIN,
    TINT_BOLD,
    TINT_DIM,
    TINT_BAD,
    TINT_WARN,
    TINT_GOOD,
    TINT_NOTE,
    TINT_COUNT
};

struct stream {
    FILE *file;
    bool coloured;
};

struct terminal {
    struct stream out; // the result
    struct stream err; // the rest
};

/* How `--colour` and the environment want it. */
enum colour_choice { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct terminal terminal_open(enum colour_choice choice);

/* Codes to print before a tinted text and behind it; empty on a stream without colour. */
const char *tint_start(const struct stream *stream, enum tint tint);
const char *tint_end(const struct stream *stream, enum tint tint);

#endif
