#include "base/date.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    assert(month >= 1 && month <= 12);
    return month == 2 && is_leap(year) ? 29 : DAYS[month - 1];
}

/* `count` digits as a number; -1 where one of them is none. */
static int digits(const char *text, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/* Read the ten characters of a day at the start of the text. */
static bool day_at(const char *text, struct date *date)
{
    if (strnlen(text, 10) < 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    struct date day = {digits(text, 4), digits(text + 5, 2), digits(text + 8, 2)};
    if (day.year < 1 || day.month < 1 || day.month > 12 || day.day < 1 ||
        day.day > days_in_month(day.year, day.month)) {
        return false;
    }
    *date = day;
    return true;
}

bool date_read(const char *text, struct date *date)
{
    return strlen(text) == 10 && day_at(text, date);
}

/* `HH:MM` as minutes; -1 where it is none. */
static int minutes_at(const char *text)
{
    if (strnlen(text, 5) < 5 || text[2] != ':') {
        return -1;
    }
    int hours = digits(text, 2);
    int minutes = digits(text + 3, 2);
    return hours < 0 || hours > 23 || minutes < 0 || minutes > 59 ? -1 : hours * 60 + minutes;
}

/* Read `Z` or `+HH:MM` as the whole rest. */
static bool offset_at(const char *text, int *offset)
{
    if (strcmp(text, "Z") == 0) {
        *offset = 0;
        return true;
    }
    if ((text[0] != '+' && text[0] != '-') || strlen(text) != 6) {
        return false;
    }
    int minutes = minutes_at(text + 1);
    *offset = text[0] == '-' ? -minutes : minutes;
    return minutes >= 0;
}

bool moment_read(const char *text, struct moment *moment)
{
    struct moment read = {.has_time = false};
    if (!day_at(text, &read.date)) {
        return false;
    }
    text += 10;
    if (*text != '\0') {
        if (*text != 'T' && *text != ' ') {
            return false;
        }
        text++;
        read.has_time = true;
        read.minutes = minutes_at(text);
        if (read.minutes < 0) {
            return false;
        }
        text += 5;
        if (text[0] == ':') {
            if (strnlen(text, 3) < 3 || digits(text + 1, 2) < 0 || digits(text + 1, 2) > 59) {
                return false;
            }
            text += 3;
        }
        if (*text != '\0' && !offset_at(text, &read.offset_minutes)) {
            return false;
        }
    }
    *moment = read;
    return true;
}

bool date_is_given(struct date date)
{
    return date.year != 0;
}

int64_t date_number(struct date date)
{
    // Days from civil: years begin in March, so that the leap day comes last.
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int date_compare(struct date a, struct date b)
{
    int64_t first = date_number(a);
    int64_t second = date_number(b);
    return (first > second) - (first < second);
}

int moment_compare(struct moment a, struct moment b)
{
    int64_t first = date_number(a.date) * 1440 + a.minutes - a.offset_minutes;
    int64_t second = date_number(b.date) * 1440 + b.minutes - b.offset_minutes;
    return (first > second) - (first < second);
}

struct date date_add_months(struct date date, int months)
{
    int since = date.year * 12 + date.month - 1 + months;
    struct date later = {since / 12, since % 12 + 1, date.day};
    int last = days_in_month(later.year, later.month);
    later.day = later.day > last ? last : later.day;
    return later;
}

struct date date_add_days(struct date date, int64_t days)
{
    int64_t number = date_number(date) + days + 719468;
    int64_t era = (number >= 0 ? number : number - 146096) / 146097;
    int64_t day_of_era = number - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                           day_of_era / 146096) /
                          365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    struct date later = {
        .year = (int)(year_of_era + era * 400),
        .month = (int)(month < 10 ? month + 3 : month - 9),
        .day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
    };
    later.year += later.month <= 2;
    return later;
}

const char *date_iso(struct arena *arena, struct date date)
{
    return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *date_text(struct arena *arena, struct date date)
{
    static const char *const MONTHS[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    assert(date.month >= 1 && date.month <= 12);
    return arena_format(arena, "%d %s %d", date.day, MONTHS[date.month - 1], date.year);
}

const char *moment_iso(struct arena *arena, struct moment moment)
{
    const char *day = date_iso(arena, moment.date);
    if (!moment.has_time) {
        return day;
    }
    int offset = moment.offset_minutes < 0 ? -moment.offset_minutes : moment.offset_minutes;
    const char *zone = offset == 0 ? "Z"
                                   : arena_format(arena, "%c%02d:%02d",
                                                  moment.offset_minutes < 0 ? '-' : '+',
                                                  offset / 60, offset % 60);
    return arena_format(arena, "%sT%02d:%02d%s", day, moment.minutes / 60, moment.minutes % 60,
                        zone);
}
