/*
 * Letters to vendors: what is wrong or missing in their own response, politely, as a numbered list.
 *
 * Nothing of other vendors stands in one, and nothing internal: no findings, scores or weights.
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_LETTER_TEXT_H
#define VOUCH_REPORT_LETTER_TEXT_H

#include "model/project.h"

#include <stddef.h>

struct arena;
struct diag_list;

/* The first bytes of every letter, and of the list for mail merge. */
extern const char LETTER_MARK[];
extern const char LETTER_MAIL_MARK[];

struct letter {
    const struct offer *offer; // borrowed: the project
    const char *text;          // Markdown
    size_t count;              // of its points; 0: nothing is open
    const char *first;         // its first point; a sentence where nothing is open
};

/*
 * A letter for each vendor that may still be asked: not for late ones and those that withdrew, nor
 * where it cannot be told whose the file is.
 *
 * diags: those of binding and checking the project.
 */
struct letter *letters(struct arena *arena, const struct project *project,
                       const struct diag_list *diags, size_t *count);

/* For mail merge, as CSV: vendor, contact, subject, first line, file, count, due. */
const char *letters_mail(struct arena *arena, const struct project *project,
                         const struct letter *letters, size_t count);

#endif
