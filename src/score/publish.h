/*
 * Publishing: the one place where a score is rounded (RULES 8).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_PUBLISH_H
#define VOUCH_SCORE_PUBLISH_H

#include <stdint.h>

/* A score 0..100 in units of the published decimals: 71.4 with two decimals is 7140. Compare these,
 * never doubles. */
int64_t publish_units(double score, int decimals);

/* The published score. */
double publish(double score, int decimals);

#endif
