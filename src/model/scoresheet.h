/*
 * Scoresheets: an assessment as the workbook that `vouch scoresheet` writes and an evaluator fills.
 *
 * It becomes the same document as an assessment in YAML, with the place of a cell on every node, so
 * that everything behind it is one. Cells are found by what stands beside and above them, never by
 * their address: a spreadsheet may have moved them.
 *
 * Source: FORMATS, "Assessment"; RULES 6.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_SCORESHEET_H
#define VOUCH_MODEL_SCORESHEET_H

#include <stdbool.h>

struct arena;
struct assessment;
struct diag_list;
struct document;
struct evaluation;
struct input;

/* What is written beside or above the cells that matter. Never changed: filled sheets are found by
 * it. */
enum scoresheet_label {
    SHEET_EVALUATION, // its id
    SHEET_EVALUATOR,  // likewise
    SHEET_PLAN,       // the code of the fixed plan
    SHEET_ANSWER,     // above the cells of the declaration
    SHEET_HOLDS_NONE, // the four statements
    SHEET_PAID_BY_NONE,
    SHEET_CONFIDENTIAL,
    SHEET_HAS_READ,
    SHEET_CONFLICT,
    SHEET_NAME,
    SHEET_ROLE,
    SHEET_DATE,
    SHEET_VENDOR, // of a card: beside the vendors, `Acme AI (acme)`
    SHEET_LEVELS,
    SHEET_QUESTION,
    SHEET_SAYS,
    SHEET_WORDS,
    SHEET_PROOF,
    SHEET_LEVEL, // beside the levels that are given
    SHEET_REASON,
    SHEET_LABEL_COUNT
};
const char *scoresheet_label(enum scoresheet_label label);

/* `Acme AI (acme)`: how a scoresheet says which vendor a column is. */
const char *scoresheet_vendor(struct arena *arena, const char *id, const char *name);

/* Is it an input that is read as a scoresheet: a workbook by its name? */
bool scoresheet_is_named(struct arena *arena, const char *name);

/*
 * Read a filled scoresheet as an assessment's document. Levels without a reason are no marks, and
 * left out of it.
 *
 * assessment: is told the code of the plan that the sheet was written for.
 *
 * Reports: SCORESHEET_BAD, MARK_BAD, MARK_OPEN, CELL_FORMULA, WORD_UNKNOWN, and those of
 * tables_read_xlsx(). Returns whether it is sound; `document->whole` whether it can be bound all
 * the same.
 */
bool scoresheet_read(struct arena *arena, const struct evaluation *evaluation,
                     const struct input *input, struct diag_list *diags,
                     struct assessment *assessment, struct document *document);

#endif
