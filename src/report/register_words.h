/*
 * The register in words: how each offer stands, and why.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_REGISTER_WORDS_H
#define VOUCH_REPORT_REGISTER_WORDS_H

#include "model/project.h"

struct arena;

/* "scored", "scored, late", "not received", "left out", "late", "withdrawn". */
const char *register_state(const struct offer *offer);

/* Did it come late, accepted or not, or withdraw: what a ranking has to tell beside itself? */
bool register_tells(const struct offer *offer);

/* Why it stands so: the reason of the register, or what is wrong; NULL: nothing to say. */
const char *register_reason(struct arena *arena, const struct offer *offer);

/* When its response came, "14 Oct 2026 16:02 +02:00"; NULL: not said. */
const char *register_received(struct arena *arena, const struct offer *offer);
/* The same as 2026-10-14T16:02+02:00. */
const char *register_received_iso(struct arena *arena, const struct offer *offer);

#endif
