/*
 * Calendar days and moments, without a clock.
 *
 * A day is kept as year, month and day of the proleptic Gregorian calendar; year 0 means "not
 * given".
 *
 * Layer: base. Pure.
 */
#ifndef VOUCH_BASE_DATE_H
#define VOUCH_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct date {
    int year;  // 1..9999; 0: not given
    int month; // 1..12
    int day;   // 1..31
};

/* A day with a time of day and its distance from UTC, as in 2026-10-15T12:00+02:00. */
struct moment {
    struct date date;   // as written, in its own zone
    int minutes;        // since midnight; 0 where only the day is given
    int offset_minutes; // east of UTC
    bool has_time;
};

/* Read `YYYY-MM-DD`; a day that does not exist is refused. Touches `*date` only on success. */
bool date_read(const char *text, struct date *date);

/* Read a day, or a day with `THH:MM[:SS]` and `Z` or `+HH:MM`. */
bool moment_read(const char *text, struct moment *moment);

bool date_is_given(struct date date);
int date_compare(struct date a, struct date b);       // as strcmp(); both given
int moment_compare(struct moment a, struct moment b); // in UTC

/* Days since 1970-01-01. */
int64_t date_number(struct date date);

/* The day `months` later: the same day of the month, or its last day (RULES 12). */
struct date date_add_months(struct date date, int months);
struct date date_add_days(struct date date, int64_t days);

const char *date_iso(struct arena *arena, struct date date);  // 2026-10-15
const char *date_text(struct arena *arena, struct date date); // 15 Oct 2026

/* The moment as moment_read() takes it: 2026-10-15, 2026-10-15T12:00+02:00, `Z` for UTC. */
const char *moment_iso(struct arena *arena, struct moment moment);

#endif
