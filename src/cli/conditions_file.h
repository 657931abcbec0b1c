/*
 * The file of `score --conditions`: what is to enter the contracts, as CSV.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_CONDITIONS_FILE_H
#define VOUCH_CLI_CONDITIONS_FILE_H

#include "cli/session.h"
#include "score/result.h"

/*
 * May the file be written? Not where something else than such a list is there: a slip must not cost
 * somebody an input.
 *
 * path: NULL where none was asked for. Reports: FILE_NOT_WRITTEN.
 */
bool conditions_file_is_free(struct session *session, const char *path);

/* Write it whole, or leave what is there. Reports: FILE_NOT_WRITTEN. */
bool conditions_file_write(struct session *session, const char *path, const struct result *result);

#endif
