#include "cli/cli.h"

#include "base/text.h"
#include "cli/session.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

static const enum cli_option INIT_OPTIONS[] = {OPTION_CRITERIA};
static const enum cli_option CHECK_OPTIONS[] = {OPTION_FOR_VENDORS, OPTION_AS_OF};
static const enum cli_option STATUS_OPTIONS[] = {OPTION_ON, OPTION_AS_OF};
static const enum cli_option LOCK_OPTIONS[] = {OPTION_AGAIN, OPTION_LOCKED_AT};
static const enum cli_option SCORE_OPTIONS[] = {OPTION_OUTPUT,     OPTION_FORMAT,
                                                OPTION_CONDITIONS, OPTION_DEBRIEF,
                                                OPTION_AS_OF,      OPTION_WITHOUT_PRICE};
static const enum cli_option SCORESHEET_OPTIONS[] = {
    OPTION_EVALUATOR, OPTION_OUTPUT, OPTION_AUDIENCE, OPTION_NAME, OPTION_ROLE, OPTION_AS_OF};
static const enum cli_option EXPLAIN_OPTIONS[] = {OPTION_EVALUATION, OPTION_AS_OF};
static const enum cli_option CRITERIA_OPTIONS[] = {OPTION_COVERAGE, OPTION_OUTPUT, OPTION_FORMAT};

static const char *const INIT_EXAMPLES[] = {"vouch init demo",
                                            "vouch init assistant --criteria ai-vendor,ai-agents"};
static const char *const CHECK_EXAMPLES[] = {"vouch check demo",
                                             "vouch check --diagnostics short demo"};
static const char *const LOCK_EXAMPLES[] = {
    "vouch lock demo",
    "vouch lock demo --again \"Weights agreed with the works council\"",
};
static const char *const SCORESHEET_EXAMPLES[] = {
    "vouch scoresheet --evaluator jk -o jk.xlsx demo",
    "vouch scoresheet --evaluator mo --audience legal,privacy -o mo.xlsx demo",
};
static const char *const SCORE_EXAMPLES[] = {
    "vouch score demo",
    "vouch score demo --as-of 2026-12-01 -o december.xlsx",
    "vouch score demo --format json",
    "vouch score demo --conditions contract.csv",
};
static const char *const EXPLAIN_EXAMPLES[] = {
    "vouch explain -e demo VENDOR",
    "vouch explain -e demo VENDOR SEC-01",
    "vouch explain ANSWER_UNKNOWN",
};
static const char *const CRITERIA_EXAMPLES[] = {
    "vouch criteria",
    "vouch criteria ai-vendor ai-agents",
    "vouch criteria GOV-12",
    "vouch criteria ai-vendor --coverage",
    "vouch criteria ai-vendor -o criteria.xlsx",
};
static const char *const STATUS_EXAMPLES[] = {"vouch status demo",
                                              "vouch status demo --on 2026-10-08"};
static const char *const HELP_EXAMPLES[] = {"vouch help", "vouch help score"};

static const struct command COMMANDS[] = {
    {.name = "init",
     .operands = "DIR",
     .summary = "make a worked example that scores at once, or a start",
     .details = "Writes an evaluation with four fictional vendors and findings into DIR, which\n"
                "must be new or empty. Change it into your own, file by file. With --criteria\n"
                "writes a start instead: an evaluation of these criteria, and a form with every\n"
                "question for the vendors.",
     .examples = INIT_EXAMPLES,
     .example_count = COUNT_OF(INIT_EXAMPLES),
     .grammar = {"init", INIT_OPTIONS, COUNT_OF(INIT_OPTIONS), 1},
     .run = cmd_init},
    {.name = "check",
     .operands = "[EVALUATION]",
     .summary = "list every fault of every file in one run",
     .details = "EVALUATION is a folder or its evaluation.yaml; left out, the current folder.\n"
                "Exit status 1 where there is an error; warnings never change it. With\n"
                "--for-vendors writes DIR/VENDOR.md, what each vendor is to mend or to send, with\n"
                "nothing of others and nothing internal; a file that vouch did not write stays.",
     .examples = CHECK_EXAMPLES,
     .example_count = COUNT_OF(CHECK_EXAMPLES),
     .grammar = {"check", CHECK_OPTIONS, COUNT_OF(CHECK_OPTIONS), 1},
     .run = cmd_check},
    {.name = "status",
     .operands = "[EVALUATION]",
     .summary = "show where each vendor stands, and what to do next",
     .details = "Per vendor: answered of asked, mandatory answers open, evidence named, received\n"
                "and opened, findings, open questions and terms, and the next step. Days left\n"
                "are counted from --on, else from the position: today's date is never read.",
     .examples = STATUS_EXAMPLES,
     .example_count = COUNT_OF(STATUS_EXAMPLES),
     .grammar = {"status", STATUS_OPTIONS, COUNT_OF(STATUS_OPTIONS), 1},
     .run = cmd_status},
    {.name = "lock",
     .operands = "[EVALUATION]",
     .summary = "fix the plan before responses are opened",
     .details = "Writes evaluation.lock: criteria, weights, rules, price formula, views, money\n"
                "model and days, with a digest shown as a short code. Scores three made-up bids\n"
                "first and shows what decides. Later `score` says whether the plan is unchanged,\n"
                "or lists each change since. A lock that differs is replaced only with --again.",
     .examples = LOCK_EXAMPLES,
     .example_count = COUNT_OF(LOCK_EXAMPLES),
     .grammar = {"lock", LOCK_OPTIONS, COUNT_OF(LOCK_OPTIONS), 1},
     .run = cmd_lock},
    {.name = "scoresheet",
     .operands = "[EVALUATION]",
     .summary = "write the scoresheet of a member of the panel",
     .details = "The criteria of the evaluator's audience, with what every vendor says and shows\n"
                "side by side, a level to choose and a reason to give. The audience is that of\n"
                "`panel` in evaluation.yaml, or of --audience; an id that is an audience itself\n"
                "is its own; otherwise everything is marked. Save the filled file in\n"
                "assessments/: it is read as it is. It shows no points, ranks, prices or marks of\n"
                "others.",
     .examples = SCORESHEET_EXAMPLES,
     .example_count = COUNT_OF(SCORESHEET_EXAMPLES),
     .grammar = {"scoresheet", SCORESHEET_OPTIONS, COUNT_OF(SCORESHEET_OPTIONS), 1},
     .run = cmd_scoresheet},
    {.name = "score",
     .operands = "[EVALUATION]",
     .summary = "score the vendors and write the scorecard",
     .details = "EVALUATION is a folder or its evaluation.yaml; left out, the current folder.\n"
                "Always writes the workbook (scorecard.xlsx in that folder, unless -o says\n"
                "otherwise). A response with errors is left out, the others are scored and the\n"
                "result is headed PROVISIONAL; exit status 1 says so. --debrief writes\n"
                "DIR/VENDOR.md: its scores and reasons, and of the successful offer the name,\n"
                "outcome and section scores, unless the rules say `debrief: own_only`.",
     .examples = SCORE_EXAMPLES,
     .example_count = COUNT_OF(SCORE_EXAMPLES),
     .grammar = {"score", SCORE_OPTIONS, COUNT_OF(SCORE_OPTIONS), 1},
     .run = cmd_score},
    {.name = "explain",
     .operands = "VENDOR [ITEM] | CODE",
     .summary = "show how a score came about, or what a diagnostic means",
     .details = "VENDOR is a vendor's id, ITEM the id of a section, a criterion or a claim of the\n"
                "vendor, CODE the name of a diagnostic such as ANSWER_UNKNOWN.",
     .examples = EXPLAIN_EXAMPLES,
     .example_count = COUNT_OF(EXPLAIN_EXAMPLES),
     .grammar = {"explain", EXPLAIN_OPTIONS, COUNT_OF(EXPLAIN_OPTIONS), 2},
     .run = cmd_explain},
    {.name = "criteria",
     .operands = "[NAME…] [ITEM]",
     .summary = "list, show or export the built-in criteria",
     .details = "Without NAME lists them; with it shows the tree with weights, of several laid\n"
                "over each other. ITEM is the id of a section or criterion, shown in full.\n"
                "`evidence`, `claims`, `views` and `frameworks` show what stands beside them.\n"
                "--coverage takes --format text or csv.",
     .examples = CRITERIA_EXAMPLES,
     .example_count = COUNT_OF(CRITERIA_EXAMPLES),
     .grammar = {"criteria", CRITERIA_OPTIONS, COUNT_OF(CRITERIA_OPTIONS), OPERANDS_MOST},
     .run = cmd_criteria},
    {.name = "help",
     .operands = "[COMMAND]",
     .summary = "show this help, or that of a command",
     .details = "The same as `vouch COMMAND --help`.",
     .examples = HELP_EXAMPLES,
     .example_count = COUNT_OF(HELP_EXAMPLES),
     .grammar = {"help", NULL, 0, 1},
     .run = cmd_help},
};

const struct command *command_at(size_t index, size_t *count)
{
    *count = COUNT_OF(COMMANDS);
    return index < COUNT_OF(COMMANDS) ? &COMMANDS[index] : NULL;
}

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++) {
        if (text_equal(COMMANDS[i].name, name)) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

/* The `--colour` of the words, before anything else is read: even a usage fault is printed as
 * wanted. */
static enum colour_choice colour_wanted(int count, char *const *words)
{
    enum colour_choice choice = COLOUR_AUTO;
    for (int i = 0; i < count; i++) {
        const char *value = text_starts(words[i], "--colour=")  ? words[i] + 9
                            : text_starts(words[i], "--color=") ? words[i] + 8
                            : text_equal(words[i], "--colour") || text_equal(words[i], "--color")
                                ? words[i + 1]
                                : NULL;
        if (value != NULL) {
            choice = text_equal(value, "always")  ? COLOUR_ALWAYS
                     : text_equal(value, "never") ? COLOUR_NEVER
                                                  : COLOUR_AUTO;
        }
    }
    return choice;
}

static enum exit_status run_command(struct session *session, const struct command *command,
                                    int count, char **words)
{
    struct arguments arguments;
    if (!arguments_read(&session->arena, &command->grammar, count, words, &session->diags,
                        &arguments)) {
        session_print_diags(session, &session->terminal.err, NULL);
        return EXIT_STATUS_FAILED;
    }
    if (text_equal(arguments.values[OPTION_DIAGNOSTICS], "short")) {
        session->form = DIAG_SHORT;
    }
    if (arguments.values[OPTION_HELP] != NULL) {
        arguments.operands[0] = command->name;
        arguments.operand_count = 1;
        return cmd_help(session, &arguments);
    }
    return command->run(session, &arguments);
}

static enum exit_status run(struct session *session, int count, char **words)
{
    struct arguments arguments = {.operand_count = 0};
    if (count == 0 || text_equal(words[0], "--help") || text_equal(words[0], "-h")) {
        return cmd_help(session, &arguments);
    }
    if (text_equal(words[0], "--version")) {
        fprintf(session->terminal.out.file, "vouch %s\n", VOUCH_VERSION);
        return EXIT_STATUS_DONE;
    }
    const struct command *command = command_find(words[0]);
    if (command == NULL) {
        arguments.operands[0] = words[0];
        arguments.operand_count = 1;
        return cmd_help(session, &arguments);
    }
    return run_command(session, command, count - 1, words + 1);
}

int cli_main(int argument_count, char **arguments)
{
    struct session session = {.form = DIAG_FULL};
    int count = argument_count > 0 ? argument_count - 1 : 0;
    char **words = argument_count > 0 ? arguments + 1 : arguments;
    // A file that grows too large is then a failed write, which can be told, and no signal.
    signal(SIGXFSZ, SIG_IGN);
    arena_init(&session.arena);
    diag_list_init(&session.diags, &session.arena);
    session.terminal = terminal_open(colour_wanted(count, words));
    enum exit_status status = run(&session, count, words);
    if (fflush(stdout) != 0 || ferror(stdout) != 0) {
        fprintf(stderr, "vouch: the output could not be written: %s\n", strerror(errno));
        status = EXIT_STATUS_FAILED;
    }
    arena_release(&session.arena);
    return (int)status;
}
