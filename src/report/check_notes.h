/*
 * Notes of Checks: what deserves a reader's eye though no figure is wrong.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CHECK_NOTES_H
#define VOUCH_REPORT_CHECK_NOTES_H

#include "score/result.h"

struct check_note {
    bool asks; // asks for an action (▲), or only tells (○)
    const char *what, *where, *whom, *action;
};

/* Returns their number; `*notes` comes from `arena`. */
size_t check_notes(struct arena *arena, const struct result *result,
                   const struct check_note **notes);

#endif
