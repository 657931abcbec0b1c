/*
 * Packages: is a workbook that was just written whole?
 *
 * Opens the zip with limits, inflates every part, and parses each XML part to its end with expat.
 * It is the check between writing a workbook and putting it in place, because the writing library
 * can report success for a cut-off file (a full temp folder). Later the .xlsx reader stands on the
 * same code.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_PACKAGE_H
#define VOUCH_READ_PACKAGE_H

#include <stdbool.h>

struct arena;

/*
 * Check that every part of the package is there and well-formed.
 *
 * reason: what is wrong, in plain words; untouched on success.
 */
bool package_check(struct arena *arena, const char *path, const char **reason);

#endif
