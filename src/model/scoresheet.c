#include "model/scoresheet.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/assessment.h"
#include "model/evaluation.h"
#include "model/scoresheet_marks.h"
#include "model/scoresheet_reading.h"
#include "read/bundle.h"
#include "read/xlsx.h"

#include <string.h>

static const char *const LABELS[] = {
    [SHEET_EVALUATION] = "Evaluation",
    [SHEET_EVALUATOR] = "Evaluator",
    [SHEET_PLAN] = "Plan code",
    [SHEET_ANSWER] = "Yes or No",
    [SHEET_HOLDS_NONE] = "Neither I nor anyone close to me holds a share or post in any vendor.",
    [SHEET_PAID_BY_NONE] = "In the last three years none of them has employed or paid me.",
    [SHEET_CONFIDENTIAL] = "I keep what I read here to myself until the decision is out.",
    [SHEET_HAS_READ] = "I have read how to score, and I score by this file alone.",
    [SHEET_CONFLICT] = "Conflict to declare (write “none”):",
    [SHEET_NAME] = "Name",
    [SHEET_ROLE] = "Role",
    [SHEET_DATE] = "Date",
    [SHEET_VENDOR] = "Vendor",
    [SHEET_LEVELS] = "Levels",
    [SHEET_QUESTION] = "Question",
    [SHEET_SAYS] = "Says",
    [SHEET_WORDS] = "In its words",
    [SHEET_PROOF] = "Proof, findings",
    [SHEET_LEVEL] = "Your level",
    [SHEET_REASON] = "Your reason",
};
_Static_assert(COUNT_OF(LABELS) == SHEET_LABEL_COUNT, "a label for each");

const char *scoresheet_label(enum scoresheet_label label)
{
    return LABELS[label];
}

const char *scoresheet_vendor(struct arena *arena, const char *id, const char *name)
{
    return arena_format(arena, "%s (%s)", name, id);
}

bool scoresheet_is_named(struct arena *arena, const char *name)
{
    return text_ends(text_folded(arena, name), ".xlsx");
}

/* The first cell of any sheet that says a label. */
static const struct table_cell *find_label(const struct sheet_reading *reading,
                                           enum scoresheet_label label, const struct table **table)
{
    for (size_t s = 0; s < reading->tables.count; s++) {
        *table = &reading->tables.sheets[s];
        for (size_t i = 0; i < (*table)->count; i++) {
            if (sheet_cell_says(reading, &(*table)->cells[i], label)) {
                return &(*table)->cells[i];
            }
        }
    }
    return NULL;
}

/*
 * What is typed beside a label: in the column of the answers, else in the next one.
 *
 * at: where it stands, or would stand; nowhere where there is no such label.
 * Returns NULL where nothing is typed.
 */
static const struct table_cell *find_typed(const struct sheet_reading *reading,
                                           enum scoresheet_label label, struct loc *at)
{
    const struct table *table = NULL;
    const struct table *answers = NULL;
    const struct table_cell *beside = find_label(reading, label, &table);
    *at = (struct loc){.source = NULL};
    if (beside == NULL) {
        return NULL;
    }
    const struct table_cell *head = find_label(reading, SHEET_ANSWER, &answers);
    uint32_t column = head != NULL && answers == table ? head->column : beside->column + 1;
    const struct table_cell *cell = table_find_cell(table, beside->row, column);
    *at = table_loc(table, beside->row, column);
    return cell != NULL && sheet_cell_is_filled(reading, table, cell) ? cell : NULL;
}

/* Who it is for, and by whom. */
static bool check_belongs(struct sheet_reading *reading, const struct evaluation *evaluation)
{
    struct loc at;
    const struct table_cell *cell = find_typed(reading, SHEET_EVALUATION, &at);
    if (cell == NULL) {
        struct diag *diag = sheet_fault(reading, DIAG_SCORESHEET_BAD,
                                        at.source == NULL ? reading->whole : at,
                                        "nothing says for which evaluation the workbook is");
        diag_help(reading->binder.diags, diag,
                  "`vouch scoresheet` writes one that can be read again");
        return false;
    }
    const char *id = table_cell_text(reading->binder.arena, &reading->tables, cell);
    if (!text_equal_ignoring_case(id, evaluation->id)) {
        sheet_fault(reading, DIAG_SCORESHEET_BAD, at,
                    "the scoresheet is for the evaluation `%s`, and this one is `%s`",
                    bind_quoted(&reading->binder, id),
                    bind_quoted(&reading->binder, evaluation->id));
        return false;
    }
    return true;
}

/* A typed cell as an entry of the evaluator's map; nothing where it is empty. */
static void add_typed(struct sheet_reading *reading, struct node_list *map, const char *key,
                      enum scoresheet_label label)
{
    struct loc at;
    const struct table_cell *cell = find_typed(reading, label, &at);
    if (cell != NULL) {
        node_list_add(map, key, at, sheet_node(reading, cell, at));
    }
}

/* Days may be typed as text, or as a number that shows a day, or that somebody's format hides. */
static void add_date(struct sheet_reading *reading, struct node_list *map)
{
    struct loc at;
    struct date date;
    const struct table_cell *cell = find_typed(reading, SHEET_DATE, &at);
    if (cell == NULL) {
        return;
    }
    struct node node = sheet_node(reading, cell, at);
    if (cell->kind == TABLE_NUMBER && table_date(&reading->tables, cell->number, &date)) {
        node.text = date_iso(reading->binder.arena, date);
    }
    node_list_add(map, "signed", at, node);
}

/* A statement that is answered with No is a conflict, whatever stands beside `Conflict`. */
static const char *denied(struct sheet_reading *reading, enum scoresheet_label label,
                          struct loc *at)
{
    const struct table_cell *cell = find_typed(reading, label, at);
    bool agrees = true;
    if (cell == NULL) {
        return NULL;
    }
    const struct node node = sheet_node(reading, cell, *at);
    if (!bind_yes_no_word(node.text, &agrees)) {
        struct diag *diag = sheet_fault(reading, DIAG_WORD_UNKNOWN, *at,
                                        "`%s` is neither Yes nor No",
                                        bind_quoted(&reading->binder, node.text));
        diag_label(reading->binder.diags, diag, "expected Yes or No");
    }
    return agrees ? NULL : arena_format(reading->binder.arena, "No to: %s", LABELS[label]);
}

static bool says_none(const char *text)
{
    static const char *const NONE[] = {"none", "no", "none.", "no.", "-", "–", ""};
    for (size_t i = 0; i < COUNT_OF(NONE); i++) {
        if (text_equal_ignoring_case(text, NONE[i])) {
            return true;
        }
    }
    return false;
}

static void add_conflict(struct sheet_reading *reading, struct node_list *map)
{
    struct loc at;
    struct loc denied_at = {.source = NULL};
    const struct table_cell *cell = find_typed(reading, SHEET_CONFLICT, &at);
    struct node node = {.kind = NODE_SCALAR, .text = "", .quoted = true, .at = at};
    node = cell == NULL ? node : sheet_node(reading, cell, at);
    static const enum scoresheet_label STATEMENTS[] = {SHEET_HOLDS_NONE, SHEET_PAID_BY_NONE};
    for (size_t i = 0; i < COUNT_OF(STATEMENTS); i++) {
        const char *words = denied(reading, STATEMENTS[i], &denied_at);
        if (words != NULL && says_none(node.text)) {
            node.text = words;
            node.at = denied_at;
        }
    }
    if (cell != NULL || !says_none(node.text)) {
        node.text = says_none(node.text) ? "none" : node.text;
        node_list_add(map, "conflict", node.at, node);
    }
}

static struct node read_declaration(struct sheet_reading *reading)
{
    struct loc at;
    struct node_list map = {.arena = reading->binder.arena};
    const struct table_cell *id = find_typed(reading, SHEET_EVALUATOR, &at);
    if (id == NULL) {
        sheet_fault(reading, DIAG_SCORESHEET_BAD, at.source == NULL ? reading->whole : at,
                    "nothing says whose scoresheet it is");
    } else {
        node_list_add(&map, "id", at, sheet_node(reading, id, at));
    }
    add_typed(reading, &map, "name", SHEET_NAME);
    add_typed(reading, &map, "role", SHEET_ROLE);
    add_typed(reading, &map, "confidential", SHEET_CONFIDENTIAL);
    add_conflict(reading, &map);
    add_date(reading, &map);
    return node_list_map(&map, at.source == NULL ? reading->whole : at);
}

bool scoresheet_read(struct arena *arena, const struct evaluation *evaluation,
                     const struct input *input, struct diag_list *diags,
                     struct assessment *assessment, struct document *document)
{
    struct sheet_reading reading = {.binder = {.arena = arena, .diags = diags},
                                    .whole = {.source = input->name},
                                    .sound = true};
    *document = (struct document){.source = input->name};
    if (!tables_read_xlsx(arena, input, diags, &reading.tables) ||
        !check_belongs(&reading, evaluation)) {
        return false;
    }
    const struct table_cell *plan = find_typed(&reading, SHEET_PLAN, &assessment->plan_at);
    assessment->plan_code = plan == NULL ? NULL : table_cell_text(arena, &reading.tables, plan);
    struct node_list root = {.arena = arena};
    struct node declaration = read_declaration(&reading);
    if (declaration.count > 0 && text_equal(declaration.entries[0].key, "id")) {
        node_list_add(&root, "evaluator", declaration.at, declaration);
        node_list_add(&root, "marks", reading.whole, scoresheet_marks(&reading));
        document->whole = true;
    }
    document->root = node_list_map(&root, reading.whole);
    return reading.sound;
}
