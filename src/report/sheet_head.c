#include "report/sheet_head.h"

void sheet_head_lay(struct book *book, const struct scorecard *scorecard,
                    const struct sheet_head *head)
{
    book_row(book, 0, 21);
    book_blanks(book, 0, 1, head->last_column - 1, look(STYLE_MAST));
    book_text(book, 0, 0, look(STYLE_MAST), head->mast);
    book_text(book, 0, head->last_column, look(STYLE_MAST_RIGHT), scorecard->mast_right);
    book_row(book, 1, 28);
    if (head->message_formula != NULL) {
        book_text_formula(book, 1, 0, look(STYLE_MESSAGE), head->message_formula, head->message);
    } else {
        book_text(book, 1, 0, look(STYLE_MESSAGE), head->message);
    }
    book_row(book, 2, head->note == NULL ? 6 : 20);
    if (head->note != NULL) {
        book_text(book, 2, 0, look(STYLE_NOTE), head->note);
    }
}

void sheet_block_title(struct book *book, uint32_t row, uint32_t first, uint32_t last,
                       const char *title)
{
    book_text(book, row, first, look(STYLE_BLOCK), title);
    if (last > first) {
        book_blanks(book, row, first + 1, last, look(STYLE_BLOCK));
    }
}

void sheet_table_head(struct book *book, uint32_t row, uint32_t first,
                      const struct sheet_column *columns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t column = first + (uint32_t)i;
        if (columns[i].pixels > 0) {
            book_column(book, column, column, columns[i].pixels);
        }
        book_text(book, row, column, look_in(columns[i].style, columns[i].indent), columns[i].head);
    }
}
