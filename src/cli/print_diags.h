/*
 * Printing diagnostics: the one place where they become text.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_PRINT_DIAGS_H
#define VOUCH_CLI_PRINT_DIAGS_H

#include "cli/terminal.h"

struct arena;
struct bundle;
struct diag_list;

enum diag_form { DIAG_FULL, DIAG_SHORT };

/* Where the texts that diagnostics point into come from. */
struct diag_sources {
    const struct bundle *bundle; // NULL: no source lines are shown
    const char *folder;          // put before the names of inputs that lie in it; "": nothing
};

enum { DIAGS_A_FILE_MOST = 100 };

/*
 * Print all of them, sorted by file and position, at most 100 a file, the summary last.
 *
 * Prints nothing where there is none.
 */
void print_diags(struct arena *arena, const struct stream *stream, enum diag_form form,
                 const struct diag_sources *sources, struct diag_list *diags);

#endif
