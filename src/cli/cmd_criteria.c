#include "base/text.h"
#include "cli/builtin_criteria.h"
#include "cli/session.h"
#include "model/coverage.h"
#include "model/criteria_refs.h"
#include "read/builtin.h"
#include "report/catalogue_text.h"
#include "report/coverage_text.h"
#include "report/criteria_text.h"
#include "report/criterion_text.h"
#include "report/sheet_criteria.h"

static const struct loc NOWHERE = {.source = NULL};

/* All frameworks that are built in, bound anew. */
static const struct frameworks *all_frameworks(struct arena *arena)
{
    struct frameworks *frameworks = arena_alloc(arena, 1, sizeof *frameworks);
    struct diag_list unheard; // they are data of ours, held to be sound by a test
    diag_list_init(&unheard, arena);
    frameworks_bind_all(arena, &unheard, frameworks);
    return frameworks;
}

static const char *frameworks_text(struct arena *arena, const struct criteria *criteria)
{
    (void)criteria;
    return catalogue_frameworks_text(arena, all_frameworks(arena));
}

/* What stands beside the criteria, and is shown by its own name. */
static const struct {
    const char *name;
    const char *summary;
    const char *(*text)(struct arena *arena, const struct criteria *criteria);
} LISTS[] = {
    {"evidence", "the kinds of evidence and how far each carries", catalogue_kinds_text},
    {"claims", "the classes of claims, their proof, and suspicious wordings",
     catalogue_claims_text},
    {"views", "what each group of stakeholders would weigh", catalogue_views_text},
    {"frameworks", "the laws, standards and lists that criteria refer to", frameworks_text},
};

static bool print_known(struct session *session, const struct known_criteria *known)
{
    FILE *out = session->terminal.out.file;
    struct criteria criteria;
    if (!builtin_criteria_bind(session, &known->name, 1, &criteria)) {
        return false;
    }
    size_t count = builtin_criteria_count_own(session, &criteria, known->name);
    if (known->extends != NULL) {
        fprintf(out, "%-18s %zu more criteria on top of %s\n", known->name, count, known->extends);
    } else if (known->subset_of != NULL) {
        fprintf(out, "%-18s %s, %zu criteria out of %s\n", known->name, criteria.title, count,
                known->subset_of);
    } else {
        fprintf(out, "%-18s %s, %zu criteria\n", known->name, criteria.title, count);
    }
    return true;
}

static enum exit_status list(struct session *session)
{
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        struct known_criteria known;
        if (known_criteria_read(session, &BUILTIN_FILES[i], &known) &&
            !print_known(session, &known)) {
            return session_fail(session, NULL);
        }
    }
    for (size_t i = 0; i < COUNT_OF(LISTS); i++) {
        fprintf(session->terminal.out.file, "%-18s %s\n", LISTS[i].name, LISTS[i].summary);
    }
    return EXIT_STATUS_DONE;
}

static bool find_coverage(struct session *session, const struct criteria *criteria,
                          struct coverage *coverage)
{
    struct criteria whole;
    if (!builtin_criteria_bind_all(session, &whole)) {
        return false;
    }
    coverage_find(&session->arena, criteria, &whole, all_frameworks(&session->arena), coverage);
    return true;
}

static enum exit_status print_coverage(struct session *session, const struct criteria *criteria,
                                       const char *format)
{
    struct arena *arena = &session->arena;
    struct coverage coverage;
    if (!find_coverage(session, criteria, &coverage)) {
        return session_fail(session, NULL);
    }
    bool is_csv = format != NULL && text_equal(format, "csv");
    session_print(session,
                  is_csv ? coverage_csv(arena, &coverage) : coverage_text(arena, &coverage));
    return EXIT_STATUS_DONE;
}

static enum exit_status export(struct session *session, const struct criteria *criteria,
                               const char *target) {
    struct coverage coverage;
    const struct criteria_workbook workbook = {.criteria = criteria, .coverage = &coverage};
    struct book_content content = criteria_content(&workbook);
    if (!find_coverage(session, criteria, &coverage) ||
        !book_write(&session->arena, &content, target, &session->diags)){
        return session_fail(session, NULL);}
fprintf(session->terminal.out.file, "Wrote the criteria to %s\n",
        text_brief(&session->arena, target, 200));
return EXIT_STATUS_DONE;
}

/* What makes no sense of anything but criteria as a whole; NULL: nothing was asked that does. */
static const char *find_misplaced(const struct arguments *arguments)
{
    if (arguments->values[OPTION_COVERAGE] != NULL) {
        return "`--coverage` is about criteria as a whole";
    }
    return arguments->values[OPTION_OUTPUT] == NULL
               ? NULL
               : "`--output` writes criteria as a whole, and nothing else";
}

/* An option that would be passed over is refused: else text would be taken for the format asked. */
static bool is_format_written(const struct arguments *arguments)
{
    const char *format = arguments->values[OPTION_FORMAT];
    return format == NULL || text_equal(format, "text") ||
           (text_equal(format, "csv") && arguments->values[OPTION_COVERAGE] != NULL);
}

/* The row of a list that stands beside the criteria; COUNT_OF(LISTS) where `name` is none. */
static size_t find_list(const char *name)
{
    size_t i = 0;
    while (i < COUNT_OF(LISTS) && !text_equal(LISTS[i].name, name)) {
        i++;
    }
    return i;
}

static enum exit_status print_list(struct session *session, const struct arguments *arguments,
                                   size_t row)
{
    struct criteria criteria;
    if (arguments->operand_count > 1) {
        return session_refuse(
            session, "a list is shown by itself",
            "name one of evidence, claims, views and frameworks, and nothing else");
    }
    if (!builtin_criteria_bind_all(session, &criteria)) {
        return session_fail(session, NULL);
    }
    session_print(session, LISTS[row].text(&session->arena, &criteria));
    return EXIT_STATUS_DONE;
}

/* What the operands name: built-in criteria, then perhaps one of their items. */
struct wanted {
    const char *names[OPERANDS_MOST];
    size_t count;
    const char *item; // NULL: none
};

/* The last word is an item where it names no criteria. An item alone is shown as it stands in the
 * smallest criteria that hold it, so that its weight is that of the list it was found in. */
static bool bind_wanted(struct session *session, const struct arguments *arguments,
                        struct wanted *wanted, struct criteria *criteria)
{
    size_t last = arguments->operand_count - 1;
    *wanted = (struct wanted){.count = 0};
    for (size_t i = 0; i <= last; i++) {
        if (i == last && !builtin_criteria_has(session, arguments->operands[i])) {
            wanted->item = arguments->operands[i];
        } else {
            wanted->names[wanted->count++] = arguments->operands[i];
        }
    }
    return wanted->count == 0
               ? builtin_criteria_bind_holding(session, wanted->item, criteria)
               : builtin_criteria_bind(session, wanted->names, wanted->count, criteria);
}

static enum exit_status print_item(struct session *session, const struct wanted *wanted,
                                   const struct criteria *criteria)
{
    struct arena *arena = &session->arena;
    size_t index = 0;
    if (criteria_find(arena, criteria, wanted->item, &index)) {
        session_print(session, criterion_text(arena, criteria, index));
        return EXIT_STATUS_DONE;
    }
    if (wanted->count == 0) { // then it was meant to be criteria
        struct criteria none;
        (void)builtin_criteria_bind(session, &wanted->item, 1, &none);
        return session_fail(session, NULL);
    }
    size_t count = 0;
    const char **ids = criteria_ids(arena, criteria, &count);
    struct diag *diag = diag_add(&session->diags, DIAG_ID_UNKNOWN, NOWHERE,
                                 "`%s` is neither built-in criteria nor an item of these",
                                 text_brief(arena, wanted->item, 40));
    const char *closest = text_closest(arena, wanted->item, ids, count);
    if (closest != NULL) {
        diag_help(&session->diags, diag, "did you mean `%s`?", closest);
    }
    return session_fail(session, NULL);
}

/* Built-in criteria as a whole: their tree, their coverage or a workbook of both. */
static enum exit_status show(struct session *session, const struct arguments *arguments,
                             const struct criteria *criteria)
{
    const char *target = arguments->values[OPTION_OUTPUT];
    if (arguments->values[OPTION_COVERAGE] != NULL) {
        return target == NULL
                   ? print_coverage(session, criteria, arguments->values[OPTION_FORMAT])
                   : session_refuse(session, "`--coverage` and `--output` do not go together",
                                    "leave `--coverage` out: the workbook has a sheet of it");
    }
    if (target != NULL) {
        return export(session, criteria, target);
    }
    session_print(session, criteria_tree_text(&session->arena, criteria));
    return EXIT_STATUS_DONE;
}

enum exit_status cmd_criteria(struct session *session, const struct arguments *arguments)
{
    static const char WHOLE[] = "name the criteria alone, such as ai-vendor";
    if (!is_format_written(arguments)) {
        return session_refuse(session, "this is written as text only",
                              "`vouch criteria NAME --coverage` takes --format csv, too");
    }
    size_t row = arguments->operand_count == 0 ? 0 : find_list(arguments->operands[0]);
    const char *misplaced = find_misplaced(arguments);
    if (row < COUNT_OF(LISTS)) { // nothing is named, or a list
        if (misplaced != NULL) {
            return session_refuse(session, misplaced, WHOLE);
        }
        return arguments->operand_count == 0 ? list(session) : print_list(session, arguments, row);
    }
    struct wanted wanted;
    struct criteria criteria;
    if (!bind_wanted(session, arguments, &wanted, &criteria)) {
        return session_fail(session, NULL);
    }
    if (wanted.item == NULL) {
        return show(session, arguments, &criteria);
    }
    return misplaced == NULL ? print_item(session, &wanted, &criteria)
                             : session_refuse(session, misplaced, WHOLE);
}
