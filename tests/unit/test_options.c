#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "cli/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const enum cli_option TAKEN[] = {OPTION_OUTPUT, OPTION_FORMAT};
static const struct grammar GRAMMAR = {"score", TAKEN, COUNT_OF(TAKEN), 1};

struct outcome_of_reading {
    struct arena arena;
    struct diag_list diags;
    struct arguments arguments;
    bool sound;
};

static void read_words(struct outcome_of_reading *reading, const char *const *words)
{
    char *copies[10] = {NULL};
    int count = 0;
    arena_init(&reading->arena);
    diag_list_init(&reading->diags, &reading->arena);
    for (; words[count] != NULL; count++) {
        copies[count] = arena_copy(&reading->arena, words[count]);
    }
    reading->sound = arguments_read(&reading->arena, &GRAMMAR, count, copies, &reading->diags,
                                    &reading->arguments);
}

static void words_are_options_values_and_operands(void **state)
{
    (void)state;
    static const struct {
        const char *words[8];
        const char *output, *format, *operand;
    } cases[] = {
        {{NULL}, NULL, NULL, NULL},
        {{"demo", NULL}, NULL, NULL, "demo"},
        {{"-o", "x.xlsx", "demo", NULL}, "x.xlsx", NULL, "demo"},
        {{"demo", "--output=x.xlsx", NULL}, "x.xlsx", NULL, "demo"},
        {{"--format", "json", NULL}, NULL, "json", NULL},
        {{"--", "-o", NULL}, NULL, NULL, "-o"},
        {{"-", NULL}, NULL, NULL, "-"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct outcome_of_reading reading;
        read_words(&reading, cases[i].words);
        const char *operand = reading.arguments.operand_count > 0 ? reading.arguments.operands[0]
                                                                  : NULL;
        if (!reading.sound ||
            !text_equal(reading.arguments.values[OPTION_OUTPUT], cases[i].output) ||
            !text_equal(reading.arguments.values[OPTION_FORMAT], cases[i].format) ||
            !text_equal(operand, cases[i].operand)) {
            fail_msg("row %zu", i);
        }
        arena_release(&reading.arena);
    }
}

static void misuse_is_said_and_mended(void **state)
{
    (void)state;
    static const struct {
        const char *words[8];
        const char *message, *help;
    } cases[] = {
        {{"--formt", "json", NULL},
         "`--formt` is not an option of `vouch score`",
         "did you mean `--format`?"},
        {{"--nothing", NULL},
         "`--nothing` is not an option of `vouch score`",
         "`vouch help score` shows what it takes"},
        {{"--format", NULL}, "`--format` needs a value: FORMAT", NULL},
        {{"--format=", NULL}, "`--format` needs a value: FORMAT", NULL},
        {{"--format", "xml", NULL},
         "`xml` is not a value of `--format`",
         "what stdout carries: text (default), json, csv or md"},
        {{"--help=yes", NULL}, "`--help` takes no value", NULL},
        {{"a", "b", NULL}, "`b` is one word too many", "`vouch help score` shows what it takes"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct outcome_of_reading reading;
        read_words(&reading, cases[i].words);
        assert_false(reading.sound);
        assert_int_equal(reading.diags.count, 1);
        assert_int_equal(reading.diags.diags[0]->code, DIAG_USAGE);
        assert_string_equal(reading.diags.diags[0]->message, cases[i].message);
        if (!text_equal(reading.diags.diags[0]->help, cases[i].help)) {
            fail_msg("row %zu: %s", i, reading.diags.diags[0]->help);
        }
        arena_release(&reading.arena);
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(words_are_options_values_and_operands),
        cmocka_unit_test(misuse_is_said_and_mended),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
