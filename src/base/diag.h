/*
 * Diagnostics: what is wrong with an input, where, and how to mend it.
 *
 *     struct diag *diag = diag_add(diags, DIAG_ANSWER_UNKNOWN, node->at, "`%s` is not an answer to
 * %s", word, id); diag_label(diags, diag, "expected one of: %s", labels); diag_help(diags, diag,
 * "did you mean `%s`?", nearest);
 *
 * Collected by everyone, printed only by cli/. Severity belongs to the code's row in
 * diag_codes.def, not to the call. One root cause, one diagnostic. Texts quote the value in `...`,
 * lower case, no full stop; they pass text_brief() before they come here where they quote an input.
 *
 * Layer: base.
 */
#ifndef VOUCH_BASE_DIAG_H
#define VOUCH_BASE_DIAG_H

#include "base/loc.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum diag_severity { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE };

enum diag_code {
#define DIAG(name, severity, meaning, mend) DIAG_##name,
#include "base/diag_codes.def"
#undef DIAG
    DIAG_CODE_COUNT
};

struct diag {
    enum diag_code code;
    struct loc at;
    const char *message;
    const char *label; // under the caret: "expected one of: …"; NULL: none
    const char *help;  // "did you mean `Partial`?"; NULL: none
    size_t order;      // of adding, so that sorting is stable
};

struct diag_list {
    struct arena *arena; // borrowed
    struct diag **diags;
    size_t count;
    size_t capacity;
    size_t errors;
    size_t warnings;
};

void diag_list_init(struct diag_list *diags, struct arena *arena);

struct diag *diag_add(struct diag_list *diags, enum diag_code code, struct loc at,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));
void diag_label(struct diag_list *diags, struct diag *diag, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diag_help(struct diag_list *diags, struct diag *diag, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sort by file, line and column, and drop repeats (same code, place and message). */
void diag_list_sort(struct diag_list *diags);

/* Does the source hold an error? */
bool diag_list_has_error_in(const struct diag_list *diags, const char *source);

const char *diag_code_name(enum diag_code code);
enum diag_severity diag_code_severity(enum diag_code code);
const char *diag_code_meaning(enum diag_code code); // one sentence: what the code says
const char *diag_code_mend(enum diag_code code);    // one or two sentences: how to mend it
bool diag_code_find(const char *name, enum diag_code *code);

#endif
