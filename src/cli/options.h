/*
 * Options: what a command may be given, as tables, and what it was given.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_OPTIONS_H
#define VOUCH_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;

enum cli_option {
    OPTION_OUTPUT,
    OPTION_FORMAT,
    OPTION_CONDITIONS,
    OPTION_DEBRIEF,
    OPTION_FOR_VENDORS,
    OPTION_AS_OF,
    OPTION_ON,
    OPTION_WITHOUT_PRICE,
    OPTION_EVALUATION,
    OPTION_CRITERIA,
    OPTION_COVERAGE,
    OPTION_AGAIN,
    OPTION_LOCKED_AT,
    OPTION_EVALUATOR,
    OPTION_AUDIENCE,
    OPTION_NAME,
    OPTION_ROLE,
    OPTION_DIAGNOSTICS,
    OPTION_COLOUR,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

/* How an option is written and said; rows in options.c. */
struct cli_option_row {
    const char *name;         // `--as-of`
    const char *letter;       // `-o`; NULL: none
    const char *value;        // `DATE`; NULL: takes none
    const char *const *words; // the values that are allowed; NULL: any
    const char *help;
};
const struct cli_option_row *cli_option_row(enum cli_option option);

enum { OPERANDS_MOST = 4 };

/* What was given on the command line. */
struct arguments {
    const char *values[OPTION_COUNT]; // NULL: not given; "" for an option without a value
    const char *operands[OPERANDS_MOST];
    size_t operand_count;
};

/* What a command takes. */
struct grammar {
    const char *command;
    const enum cli_option *options;
    size_t option_count;
    size_t operands_most;
};

/*
 * Read the words behind a command's name. `--name value`, `--name=value`, `-o value`; `--` ends the
 * options.
 *
 * Every command takes `--help`, `--diagnostics` and `--colour`.
 * Reports: USAGE, with "did you mean".
 */
bool arguments_read(struct arena *arena, const struct grammar *grammar, int count, char **words,
                    struct diag_list *diags, struct arguments *arguments);

#endif
