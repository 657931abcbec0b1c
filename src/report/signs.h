/*
 * Signs and words of states: a word never stands without its sign, nor a sign without its word.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_SIGNS_H
#define VOUCH_REPORT_SIGNS_H

#include "score/result.h"

const char *outcome_sign(enum outcome outcome);       // ✓ ▲ ■ ✗ ○
const char *outcome_short_word(enum outcome outcome); // "conditions": for narrow columns
const char *gate_sign(enum gate_result result);       // ✓ ▲ ◊ ✗
const char *grade_pips(enum grade grade);             // ●○○○ … ●●●●

#endif
