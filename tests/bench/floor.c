/*
 * The floor under vouch: libyaml's events over every file, then a workbook of as many cells.
 *
 *     floor FILE.xlsx VENDORS ITEMS RESPONSE.yaml...
 *
 * What a program that does nothing else would need. No scores, no checks.
 */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>
#include <yaml.h>

enum { BLOCKS = 9 };

static long events_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    long count = 0;
    int ended = 0;
    if (file == NULL || !yaml_parser_initialize(&parser)) {
        return -1;
    }
    yaml_parser_set_input_file(&parser, file);
    while (!ended) {
        if (!yaml_parser_parse(&parser, &event)) {
            count = -1;
            break;
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        count++;
    }
    yaml_parser_delete(&parser);
    fclose(file);
    return count;
}

int main(int count, char **words)
{
    if (count < 4) {
        return 2;
    }
    for (int i = 4; i < count; i++) {
        if (events_of(words[i]) < 0) {
            return 1;
        }
    }
    long vendors = strtol(words[2], NULL, 10);
    long items = strtol(words[3], NULL, 10);
    lxw_workbook *book = workbook_new(words[1]);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Floor");
    for (long item = 0; item < items; item++) {
        for (long column = 0; column < vendors * BLOCKS; column++) {
            if (column % 3 == 0) {
                worksheet_write_formula_num(sheet, (lxw_row_t)item, (lxw_col_t)column,
                                            "=IF(ISNUMBER(B1),MIN(B1,C1),B1)", NULL, 50.0);
            } else {
                worksheet_write_number(sheet, (lxw_row_t)item, (lxw_col_t)column, 50.0, NULL);
            }
        }
    }
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
