/*
 * The built-in criteria, without an evaluation: by name, for the commands that show them or start
 * from them.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_BUILTIN_CRITERIA_H
#define VOUCH_CLI_BUILTIN_CRITERIA_H

#include <stdbool.h>
#include <stddef.h>

struct builtin_file;
struct criteria;
struct session;

/* Built-in criteria, by what their file says of itself. */
struct known_criteria {
    const char *name;      // "ai-agents"
    const char *extends;   // NULL: stands by itself
    const char *subset_of; // NULL: is no part of others
};

/* Take built-in criteria from their file; false for a file of another kind. */
bool known_criteria_read(struct session *session, const struct builtin_file *file,
                         struct known_criteria *known);

/* Are there built-in criteria of this name? */
bool builtin_criteria_has(struct session *session, const char *name);

/* Lay built-in criteria over each other. Reports: CRITERIA_UNKNOWN, also for a path: there is no
 * evaluation that a file of one's own could stand in. */
bool builtin_criteria_bind(struct session *session, const char *const *names, size_t count,
                           struct criteria *criteria);

/* The whole catalogue: all built-in criteria but those that are part of others. */
bool builtin_criteria_bind_all(struct session *session, struct criteria *criteria);

/* The smallest built-in criteria that hold an item: those that stand by themselves come before
 * those that extend them. The whole catalogue where none does. */
bool builtin_criteria_bind_holding(struct session *session, const char *id,
                                   struct criteria *criteria);

/* The criteria that a built-in file itself adds. */
size_t builtin_criteria_count_own(struct session *session, const struct criteria *criteria,
                                  const char *name);

#endif
