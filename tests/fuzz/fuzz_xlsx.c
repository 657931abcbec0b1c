#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "fuzz.h"
#include "made_workbook.h"
#include "read/bundle.h"
#include "read/package.h"
#include "read/xlsx.h"

#include <assert.h>
#include <string.h>

/* What is no zip file is parts of one, each behind a NUL: checksums would keep a fuzzer out of
 * them. */
static const char *const PARTS[] = {MADE_SHEET, MADE_STRINGS, MADE_STYLES, MADE_WORKBOOK,
                                    MADE_RELATIONS};

static struct bytes wrap(struct arena *arena, const uint8_t *bytes, size_t size)
{
    struct made_part parts[COUNT_OF(PARTS)];
    size_t count = 0;
    const char *text = arena_text(arena, (const char *)bytes, size);
    for (const char *at = text; at < text + size && count < COUNT_OF(PARTS); at += strlen(at) + 1) {
        parts[count] = (struct made_part){PARTS[count], at};
        count++;
    }
    return made_workbook(arena, parts, count);
}

static void check_cells(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        bool has_text = cell->kind == TABLE_TEXT || cell->kind == TABLE_ERROR;
        assert(cell->row >= 1 && cell->row <= TABLE_ROWS_MOST);
        assert(cell->column >= 1 && cell->column <= TABLE_COLUMNS_MOST);
        assert(has_text == (cell->text != NULL));
        assert(!has_text || text_is_utf8(cell->text, strlen(cell->text), NULL));
        assert(table_find_cell(table, cell->row, cell->column) == cell);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const struct package_limits LIMITS = {
        .packed_bytes_most = 1 << 20,
        .parts_most = 64,
        .part_bytes_most = 1 << 20,
        .total_bytes_most = 2 << 20,
        .ratio_most = 200,
    };
    struct arena arena;
    arena_init(&arena);
    struct diag_list diags;
    diag_list_init(&diags, &arena);
    bool is_zip = size >= 2 && memcmp(bytes, "PK", 2) == 0;
    struct bytes package = {.data = bytes, .size = size};
    package = is_zip ? package : wrap(&arena, bytes, size);
    struct input input = {.name = "a.xlsx", .bytes = package.data, .size = package.size};
    struct tables tables;
    bool sound = tables_read_xlsx_within(&arena, &input, &LIMITS, &diags, &tables);
    assert(sound == (diags.errors == 0));
    for (size_t i = 0; i < tables.count; i++) {
        check_cells(&tables.sheets[i]);
    }
    arena_release(&arena);
    return 0;
}
