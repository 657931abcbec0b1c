/*
 * Running the writing library: a book onto one file, unsafely. book_write calls it in a process of
 * its own and checks what came of it.
 *
 * Layer: report, inside book_write.
 */
#ifndef VOUCH_REPORT_BOOK_WRITE_XLSX_H
#define VOUCH_REPORT_BOOK_WRITE_XLSX_H

#include "report/book_write.h"

/*
 * Lay out the book and write it to `path`.
 *
 * scratch_folder: where the library keeps its temporary files, which have no names.
 * Returns: the first failure in plain words, from `arena`; NULL where the library saw none (which
 *          is not yet a whole file).
 */
const char *book_write_xlsx(struct arena *arena, const struct book_content *content,
                            const char *path, const char *scratch_folder);

#endif
