/*
 * Where an evaluation stands, vendor by vendor: what is answered, received, opened and open, and
 * what to do next. At most 80 columns wide.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_STATUS_TEXT_H
#define VOUCH_REPORT_STATUS_TEXT_H

#include "base/date.h"

struct arena;
struct result;

/* on: the day from which days left are counted; year 0: not known. */
const char *status_text(struct arena *arena, const struct result *result, struct date on);

#endif
