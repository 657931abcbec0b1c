#include "read/table.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

#include <math.h>

/* Serial numbers of days. Day 60 of the older system is a day that does not exist, so that what
 * comes before it is one off. Source: ECMA-376 Part 1, 18.17.4.1. */
enum {
    SERIAL_1970 = 25569,
    DAYS_1900_TO_1904 = 1462,
    SERIAL_WRONG_LEAP_DAY = 60,
    SERIAL_MOST = 2958465, // 9999-12-31
};

size_t table_find_row(const struct table *table, uint32_t row)
{
    size_t low = 0;
    size_t high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (table->cells[middle].row < row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct table_cell *table_find_cell(const struct table *table, uint32_t row, uint32_t column)
{
    for (size_t i = table_find_row(table, row); i < table->count && table->cells[i].row == row;
         i++) {
        if (table->cells[i].column == column) {
            return &table->cells[i];
        }
    }
    return NULL;
}

struct loc table_loc(const struct table *table, uint32_t row, uint32_t column)
{
    return (struct loc){
        .source = table->source, .sheet = table->name, .line = row, .column = column};
}

struct loc table_cell_loc(const struct table *table, const struct table_cell *cell)
{
    return table_loc(table, cell->row, cell->column);
}

bool table_date(const struct tables *tables, double number, struct date *date)
{
    double shifted = floor(number) + (tables->since_1904 ? DAYS_1900_TO_1904 : 0);
    if (!(shifted >= 1 && shifted <= SERIAL_MOST)) { // NaN, too
        return false;
    }
    int64_t serial = (int64_t)shifted;
    if (!tables->since_1904 && serial == SERIAL_WRONG_LEAP_DAY) {
        return false;
    }
    bool is_one_off = !tables->since_1904 && serial < SERIAL_WRONG_LEAP_DAY;
    struct date start = {.year = 1970, .month = 1, .day = 1};
    *date = date_add_days(start, serial - SERIAL_1970 + is_one_off);
    return true;
}

const char *table_cell_text(struct arena *arena, const struct tables *tables,
                            const struct table_cell *cell)
{
    struct date date;
    switch (cell->kind) {
    case TABLE_TEXT:
        return text_trimmed(arena, cell->text);
    case TABLE_NUMBER:
        return cell->look == TABLE_LOOK_DATE && table_date(tables, cell->number, &date)
                   ? date_iso(arena, date)
                   : number_text(arena, cell->number);
    case TABLE_TRUTH:
        return cell->number > 0.5 ? "TRUE" : "FALSE";
    case TABLE_NOTHING:
    case TABLE_ERROR:
        return "";
    }
    return "";
}
