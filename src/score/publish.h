/*
 * Publishing: the one place where a score is rounded (RULES 8).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_PUBLISH_H
#define VOUCH_SCORE_PUBLISH_H

#include <stdbool.h>
#include <stdint.h>

/* A score 0..100 in units of the published decimals: 71.4 with two decimals is 7140. Compare these,
 * never doubles. */
int64_t publish_units(double score, int decimals);

/* The published score. */
double publish(double score, int decimals);

/* Does the published score reach a band, minimum or other bound, 0..100, as it was written? */
bool published_reaches(double score, double bound, int decimals);

/* Is a distance between two published scores at most the margin? */
bool published_within(double distance, double margin);

/* Does a share, 0..1, reach a bound? Both count to the guard, so that nine tenths reach 90 %. */
bool share_reaches(double share, double bound);

#endif
