/*
 * Documents for vendors: a folder of files, one each, written whole or not at all.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_DOCUMENTS_H
#define VOUCH_CLI_DOCUMENTS_H

#include "cli/session.h"

/* One file: it begins with its mark, by which a later run knows it as its own. */
struct document_file {
    const char *name; // in the folder
    const char *text;
    const char *mark; // the text's first bytes
};

/*
 * Write the files into a folder, which is made where it is missing.
 *
 * A file that is there and does not begin with its mark is somebody else's: then none is written.
 * Reports: FILE_NOT_WRITTEN. Returns whether all are written.
 */
bool documents_write(struct session *session, const char *folder, const struct document_file *files,
                     size_t count);

#endif
