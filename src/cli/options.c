#include "cli/options.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

static const char *const FORMATS[] = {"text", "json", "csv", "md", NULL};
static const char *const DIAGNOSTICS[] = {"full", "short", NULL};
static const char *const COLOURS[] = {"auto", "always", "never", NULL};

static const struct cli_option_row ROWS[] = {
    [OPTION_OUTPUT] = {"--output", "-o", "FILE.xlsx", NULL, "where the workbook is written"},
    [OPTION_FORMAT] = {"--format", NULL, "FORMAT", FORMATS,
                       "what stdout carries: text (default), json, csv or md"},
    [OPTION_CONDITIONS] = {"--conditions", NULL, "FILE.csv", NULL,
                           "also write what is to enter the contracts, a row a term"},
    [OPTION_DEBRIEF] = {"--debrief", NULL, "DIR", NULL,
                        "write a debrief for each vendor, as Markdown"},
    [OPTION_FOR_VENDORS] = {"--for-vendors", NULL, "DIR", NULL,
                            "write a letter to each vendor, and mail.csv for mail merge"},
    [OPTION_AS_OF] = {"--as-of", NULL, "DATE", NULL,
                      "the day for which the evaluation holds, as 2026-10-15"},
    [OPTION_ON] = {"--on", NULL, "DATE", NULL,
                   "the day to count days left from, instead of the position"},
    [OPTION_WITHOUT_PRICE] = {"--without-price", NULL, NULL, NULL,
                              "leave prices unopened: shown nowhere, and not scored"},
    [OPTION_EVALUATION] = {"--evaluation", "-e", "FOLDER", NULL,
                           "the evaluation, where it is not the current folder"},
    [OPTION_CRITERIA] = {"--criteria", NULL, "NAMES", NULL,
                         "start from these, as ai-vendor,ai-agents"},
    [OPTION_COVERAGE] = {"--coverage", NULL, NULL, NULL,
                         "what of each framework is asked, and what is not"},
    [OPTION_AGAIN] = {"--again", NULL, "REASON", NULL,
                      "replace the lock, and keep it on record with this reason"},
    [OPTION_LOCKED_AT] = {"--locked-at", NULL, "MOMENT", NULL,
                          "the moment to fix it at, instead of now, as 2026-10-15T12:00Z"},
    [OPTION_EVALUATOR] = {"--evaluator", NULL, "ID", NULL, "whose scoresheet it is"},
    [OPTION_AUDIENCE] = {"--audience", NULL, "VIEWS", NULL,
                         "whose criteria, as security,legal, instead of what the panel says"},
    [OPTION_NAME] = {"--name", NULL, "NAME", NULL, "the evaluator's name, filled in"},
    [OPTION_ROLE] = {"--role", NULL, "ROLE", NULL, "the evaluator's role, filled in"},
    [OPTION_DIAGNOSTICS] = {"--diagnostics", NULL, "FORM", DIAGNOSTICS,
                            "full (default), or short: one line each"},
    [OPTION_COLOUR] = {"--colour", NULL, "WHEN", COLOURS, "auto (default), always or never"},
    [OPTION_HELP] = {"--help", "-h", NULL, NULL, "show this help"},
    [OPTION_VERSION] = {"--version", NULL, NULL, NULL, "show the version"},
};
_Static_assert(COUNT_OF(ROWS) == OPTION_COUNT, "a row an option");

/* What every command takes. */
static const enum cli_option COMMON[] = {OPTION_HELP, OPTION_DIAGNOSTICS, OPTION_COLOUR};

static const struct loc NOWHERE = {.source = NULL};

const struct cli_option_row *cli_option_row(enum cli_option option)
{
    return &ROWS[option];
}

static bool is_named(const struct cli_option_row *row, const char *word, size_t length)
{
    bool long_name = strlen(row->name) == length && strncmp(row->name, word, length) == 0;
    bool letter = row->letter != NULL && strlen(row->letter) == length &&
                  strncmp(row->letter, word, length) == 0;
    return long_name || letter;
}

/* The i-th option that the command takes; the common ones come last. */
static enum cli_option taken(const struct grammar *grammar, size_t i)
{
    return i < grammar->option_count ? grammar->options[i] : COMMON[i - grammar->option_count];
}

static bool find_option(const struct grammar *grammar, const char *word, size_t length,
                        enum cli_option *option)
{
    for (size_t i = 0; i < grammar->option_count + COUNT_OF(COMMON); i++) {
        if (is_named(&ROWS[taken(grammar, i)], word, length)) {
            *option = taken(grammar, i);
            return true;
        }
    }
    // The spelling of the other side of the ocean is understood, too.
    if (length == 7 && strncmp(word, "--color", 7) == 0) {
        *option = OPTION_COLOUR;
        return true;
    }
    return false;
}

static void unknown_option(struct arena *arena, const struct grammar *grammar, const char *word,
                           struct diag_list *diags)
{
    const char *names[OPTION_COUNT + COUNT_OF(COMMON)];
    size_t count = grammar->option_count + COUNT_OF(COMMON);
    for (size_t i = 0; i < count; i++) {
        names[i] = ROWS[taken(grammar, i)].name;
    }
    struct diag *diag = diag_add(diags, DIAG_USAGE, NOWHERE, "`%s` is not an option of `vouch %s`",
                                 text_brief(arena, word, 60), grammar->command);
    const char *closest = text_closest(arena, word, names, count);
    if (closest != NULL) {
        diag_help(diags, diag, "did you mean `%s`?", closest);
    } else {
        diag_help(diags, diag, "`vouch help %s` shows what it takes", grammar->command);
    }
}

static bool is_allowed(const struct cli_option_row *row, const char *value)
{
    if (row->words == NULL) {
        return true;
    }
    for (const char *const *word = row->words; *word != NULL; word++) {
        if (text_equal(*word, value)) {
            return true;
        }
    }
    return false;
}

/* Read one option at `words[at]`; returns how many words it took, 0 after a fault. */
static int read_option(struct arena *arena, const struct grammar *grammar, char *const *words,
                       struct diag_list *diags, struct arguments *arguments)
{
    const char *word = words[0];
    const char *equals = text_starts(word, "--") ? strchr(word, '=') : NULL;
    size_t length = equals == NULL ? strlen(word) : (size_t)(equals - word);
    enum cli_option option = OPTION_COUNT;
    if (!find_option(grammar, word, length, &option)) {
        unknown_option(arena, grammar, arena_text(arena, word, length), diags);
        return 0;
    }
    const struct cli_option_row *row = &ROWS[option];
    if (row->value == NULL) {
        if (equals != NULL) {
            diag_add(diags, DIAG_USAGE, NOWHERE, "`%s` takes no value", row->name);
            return 0;
        }
        arguments->values[option] = "";
        return 1;
    }
    const char *value = equals == NULL ? words[1] : equals + 1;
    if (value == NULL || value[0] == '\0') {
        diag_add(diags, DIAG_USAGE, NOWHERE, "`%s` needs a value: %s", row->name, row->value);
        return 0;
    }
    if (!is_allowed(row, value)) {
        struct diag *diag = diag_add(diags, DIAG_USAGE, NOWHERE, "`%s` is not a value of `%s`",
                                     text_brief(arena, value, 60), row->name);
        diag_help(diags, diag, "%s", row->help);
        return 0;
    }
    arguments->values[option] = value;
    return equals == NULL ? 2 : 1;
}

bool arguments_read(struct arena *arena, const struct grammar *grammar, int count, char **words,
                    struct diag_list *diags, struct arguments *arguments)
{
    *arguments = (struct arguments){.operand_count = 0};
    assert(grammar->operands_most <= OPERANDS_MOST);
    bool options_over = false;
    for (int i = 0; i < count;) {
        const char *word = words[i];
        if (!options_over && text_equal(word, "--")) {
            options_over = true;
            i++;
        } else if (!options_over && word[0] == '-' && word[1] != '\0') {
            int used = read_option(arena, grammar, words + i, diags, arguments);
            if (used == 0) {
                return false;
            }
            i += used;
        } else if (arguments->operand_count < grammar->operands_most) {
            arguments->operands[arguments->operand_count++] = word;
            i++;
        } else {
            struct diag *diag = diag_add(diags, DIAG_USAGE, NOWHERE, "`%s` is one word too many",
                                         text_brief(arena, word, 60));
            diag_help(diags, diag, "`vouch help %s` shows what it takes", grammar->command);
            return false;
        }
    }
    return true;
}
