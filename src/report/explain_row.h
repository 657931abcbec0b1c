/*
 * The lines of an explanation: a head, and labels with texts wrapped beside them.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_EXPLAIN_ROW_H
#define VOUCH_REPORT_EXPLAIN_ROW_H

#include "base/text.h"

/* What is explained. */
void explain_head(struct text_builder *text, const char *words);

/* label: at most 13 columns; "" goes on with the one above. */
void explain_row(struct text_builder *text, const char *label, const char *words);

#endif
