/*
 * A session: one run of the program, and what its commands share: memory, streams, the diagnostics
 * collected so far.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_SESSION_H
#define VOUCH_CLI_SESSION_H

#include "base/arena.h"
#include "base/diag.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/print_diags.h"
#include "cli/terminal.h"
#include "model/project.h"
#include "read/bundle.h"

struct session {
    struct arena arena;
    struct terminal terminal;
    enum diag_form form;
    struct diag_list diags;
};

/* A subcommand: a row in cli.c. */
struct command {
    const char *name;
    const char *operands; // "[EVALUATION]"
    const char *summary;  // one line, lower case
    const char *details;  // paragraphs for its help
    const char *const *examples;
    size_t example_count;
    struct grammar grammar;
    enum exit_status (*run)(struct session *session, const struct arguments *arguments);
};

/* All of them, in the order of the help. */
const struct command *command_at(size_t index, size_t *count);
const struct command *command_find(const char *name);

/* An evaluation as it was found. */
struct loaded {
    const char *folder;
    struct bundle bundle;
    struct project project; // whole where `sound`
    bool found;             // evaluation.yaml could be read
    bool sound;             // it can be scored
};

/* The evaluation that the first operand names; "": none is named. */
const char *named_folder(const struct arguments *arguments);

/*
 * Read, bind and check an evaluation, with the inventory of its evidence.
 *
 * path: a folder or its evaluation.yaml; "": the current folder.
 */
void load_evaluation(struct session *session, const char *path, struct date as_of,
                     struct loaded *loaded);

/* The same without the assessments: whoever is to judge does not see what others said, and does not
 * wait for their faults. */
void load_offers(struct session *session, const char *path, struct date as_of,
                 struct loaded *loaded);

/*
 * Read, bind and check only what the plan is made of: the evaluation, its criteria and its lock.
 *
 * loaded: `sound` says whether the plan is; responses need not be there, and are not looked at.
 */
void load_plan(struct session *session, const char *path, struct loaded *loaded);

/* The day that an option gives, such as `--as-of`; year 0 where it is not given. Reports: DATE_BAD.
 */
bool day_given(struct session *session, const struct arguments *arguments, enum cli_option option,
               struct date *day);

/* Print the diagnostics on a stream; `loaded` may be NULL. */
void session_print_diags(struct session *session, const struct stream *stream,
                         const struct loaded *loaded);

/* Print the diagnostics as those of a command that failed; `loaded` may be NULL. */
enum exit_status session_fail(struct session *session, const struct loaded *loaded);

/* Say what is wrong with the command line and how it would be right, and fail. Reports: USAGE. */
enum exit_status session_refuse(struct session *session, const char *what, const char *help);

/* Print a whole text as the result. */
void session_print(struct session *session, const char *text);

enum exit_status cmd_init(struct session *session, const struct arguments *arguments);
enum exit_status cmd_check(struct session *session, const struct arguments *arguments);
enum exit_status cmd_lock(struct session *session, const struct arguments *arguments);
enum exit_status cmd_status(struct session *session, const struct arguments *arguments);
enum exit_status cmd_scoresheet(struct session *session, const struct arguments *arguments);
enum exit_status cmd_score(struct session *session, const struct arguments *arguments);
enum exit_status cmd_explain(struct session *session, const struct arguments *arguments);
enum exit_status cmd_criteria(struct session *session, const struct arguments *arguments);
enum exit_status cmd_help(struct session *session, const struct arguments *arguments);

#endif
