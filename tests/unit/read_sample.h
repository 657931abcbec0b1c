/*
 * A text read as a document, and public files to read, for the tests of the readers.
 *
 *     struct sample *sample = sample_read("a.yaml", "a: b\n", DOCUMENT_RECEIVED);
 *     check_text(sample_tree(sample), "{a: b}", i);
 *     sample_close(sample);
 */
#ifndef VOUCH_TESTS_READ_SAMPLE_H
#define VOUCH_TESTS_READ_SAMPLE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/document.h"

#include <stdbool.h>
#include <stddef.h>

struct sample {
    struct arena arena;
    struct diag_list diags; // sorted
    struct document document;
    bool sound;
};

struct sample *sample_read(const char *name, const char *text, enum document_trust trust);
struct sample *sample_read_bytes(const char *name, struct bytes bytes, enum document_trust trust);
void sample_close(struct sample *sample);

/*
 * Public files beside the checkout (VOUCH_SHARED): the names in a folder, in byte order, and the
 * bytes of one. Where they are not there, the test says so and is skipped, the arena released.
 */
struct file_names shared_names(struct arena *arena, const char *folder);
struct bytes shared_bytes(struct arena *arena, const char *path);

/* The tree on one line: `{key: text, list: ["quoted", x]}`; `unsound` where there is none. */
const char *sample_tree(struct sample *sample);

/*
 * The diagnostics, a line each: `3:7+4 CODE message`, without the last line end. Labels and helps
 * follow in brackets where there are any.
 */
const char *sample_diags(struct sample *sample);

/* The codes alone, with blanks between. */
const char *sample_codes(struct sample *sample);

#endif
