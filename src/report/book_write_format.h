/*
 * Formats of the writing library, one for each look that a book uses.
 *
 * Layer: report, inside book_write.
 */
#ifndef VOUCH_REPORT_BOOK_WRITE_FORMAT_H
#define VOUCH_REPORT_BOOK_WRITE_FORMAT_H

#include "report/book.h"

struct lxw_format;
struct lxw_workbook;

enum { FORMAT_SLOTS = 4096 }; // a book has some two hundred looks

struct format_slot {
    uint64_t key; // 0: free
    struct lxw_format *format;
};

struct format_cache {
    struct lxw_workbook *workbook; // borrowed
    size_t count;
    struct format_slot slots[FORMAT_SLOTS];
};

/* The format of a cell. */
struct lxw_format *format_of_look(struct format_cache *cache, const struct look *look);

/* The format of a run in a cell of that look. */
struct lxw_format *format_of_run(struct format_cache *cache, const struct look *look,
                                 const struct run *run);

/* The format that a rule gives; it is not kept, because a sheet has few. */
struct lxw_format *format_of_rule(struct format_cache *cache, const struct rule *rule);

#endif
