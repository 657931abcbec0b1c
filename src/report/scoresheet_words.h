/*
 * What a scoresheet shows of an offer: what it says, in its words, and how far that is shown. No
 * points, ranks, prices or marks: they would steer the one who marks.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_SCORESHEET_WORDS_H
#define VOUCH_REPORT_SCORESHEET_WORDS_H

#include "report/answer_words.h"

const char *scoresheet_says(const struct answer_view *view);  // "In place"; "– declined"
const char *scoresheet_words(const struct answer_view *view); // in quotation marks; "–" for none
const char *scoresheet_proof(const struct answer_view *view); // grade and place, then what we found

/* "Mandatory: at least In place, with independent proof"; NULL where nothing is. */
const char *scoresheet_mandatory(struct arena *arena, const struct item *item);

#endif
