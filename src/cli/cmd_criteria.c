#include "cli/session.h"

#include "base/text.h"
#include "model/coverage.h"
#include "model/criteria_refs.h"
#include "read/builtin.h"
#include "read/document.h"
#include "report/catalogue_text.h"
#include "report/coverage_text.h"
#include "report/criteria_text.h"
#include "report/sheet_criteria.h"

#include <string.h>

static const char FOLDER[] = "criteria/";
static const char ENDING[] = ".yaml";
static const struct loc NOWHERE = {.source = NULL};

/* Built-in criteria, by what their file says of itself. */
struct known {
    const char *name;      // "ai-agents"
    const char *extends;   // NULL: stands by itself
    const char *subset_of; // NULL: is no part of others
};

static enum exit_status fail(struct session *session)
{
    session_print_diags(session, &session->terminal.err, NULL);
    return EXIT_STATUS_FAILED;
}

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

static const char *header_text(const struct document *document, const char *key)
{
    const struct node *header = node_find(&document->root, "criteria");
    const struct node *value = header == NULL ? NULL : node_find(header, key);
    return value == NULL ? NULL : value->text;
}

/* Take built-in criteria from their file; false for a file of another kind. */
static bool read_known(struct session *session, const struct builtin_file *file,
                       struct known *known)
{
    size_t prefix = strlen(FOLDER);
    if (!text_starts(file->name, FOLDER) || strchr(file->name + prefix, '/') != NULL ||
        !text_ends(file->name, ENDING)) {
        return false;
    }
    struct input input = {.name = file->name, .bytes = file->bytes, .size = file->size};
    struct document document;
    if (!document_read(&session->arena, &input, DOCUMENT_CRITERIA, &session->diags, &document) ||
        node_find(&document.root, "tree") == NULL) {
        return false;
    }
    size_t length = strlen(file->name) - prefix - strlen(ENDING);
    *known = (struct known){.name = arena_text(&session->arena, file->name + prefix, length),
                            .extends = header_text(&document, "extends"),
                            .subset_of = header_text(&document, "subset_of")};
    return true;
}

static bool bind_names(struct session *session, const char *const *names, size_t count,
                       struct criteria *criteria)
{
    struct bundle bundle = {.count = 0};
    struct node *items = arena_alloc(&session->arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = (struct node){.kind = NODE_SCALAR, .text = names[i], .at = NOWHERE};
    }
    const struct node value = {.kind = NODE_LIST, .items = items, .count = count, .at = NOWHERE};
    const struct criteria_choice choice = {.value = &value, .language = "en"};
    return criteria_bind(&session->arena, &choice, &bundle, &session->diags, criteria);
}

/* The criteria that a file itself adds. */
static size_t count_own(struct session *session, const struct criteria *criteria, const char *name)
{
    const char *source = arena_format(&session->arena, "%s%s%s", FOLDER, name, ENDING);
    size_t count = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        count += item_is_criterion(item) && text_equal(item->at.source, source);
    }
    return count;
}

static bool print_known(struct session *session, const struct known *known)
{
    FILE *out = session->terminal.out.file;
    struct criteria criteria;
    if (!bind_names(session, &known->name, 1, &criteria)) {
        return false;
    }
    size_t count = count_own(session, &criteria, known->name);
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
        struct known known;
        if (read_known(session, &BUILTIN_FILES[i], &known) && !print_known(session, &known)) {
            return fail(session);
        }
    }
    for (size_t i = 0; i < COUNT_OF(LISTS); i++) {
        fprintf(session->terminal.out.file, "%-18s %s\n", LISTS[i].name, LISTS[i].summary);
    }
    return EXIT_STATUS_DONE;
}

/* The whole catalogue: all built-in criteria but those that are part of others. */
static bool bind_whole(struct session *session, struct criteria *criteria)
{
    const char **names = arena_alloc(&session->arena, BUILTIN_FILE_COUNT, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        struct known known;
        if (read_known(session, &BUILTIN_FILES[i], &known) && known.subset_of == NULL) {
            names[count++] = known.name;
        }
    }
    return bind_names(session, names, count, criteria);
}

static enum exit_status print_coverage(struct session *session, const struct criteria *criteria,
                                       const char *format)
{
    struct arena *arena = &session->arena;
    struct criteria whole;
    struct coverage coverage;
    if (!bind_whole(session, &whole)) {
        return fail(session);
    }
    coverage_find(arena, criteria, &whole, all_frameworks(arena), &coverage);
    bool is_csv = format != NULL && text_equal(format, "csv");
    session_print(session,
                  is_csv ? coverage_csv(arena, &coverage) : coverage_text(arena, &coverage));
    return EXIT_STATUS_DONE;
}

static enum exit_status export(struct session *session, const struct criteria *criteria,
                               const char *target) {
    struct book_content content = criteria_content(criteria);
    if (!book_write(&session->arena, &content, target, &session->diags)){return fail(session);}
fprintf(session->terminal.out.file, "Wrote the criteria to %s\n",
        text_brief(&session->arena, target, 200));
return EXIT_STATUS_DONE;
}

/* One of the lists that stand beside the criteria; false where `name` is none of them. */
static bool print_list(struct session *session, const char *name)
{
    for (size_t i = 0; i < COUNT_OF(LISTS); i++) {
        struct criteria criteria;
        if (text_equal(LISTS[i].name, name) && bind_whole(session, &criteria)) {
            session_print(session, LISTS[i].text(&session->arena, &criteria));
            return true;
        }
    }
    return false;
}

enum exit_status cmd_criteria(struct session *session, const struct arguments *arguments)
{
    if (arguments->operand_count == 0) {
        return list(session);
    }
    if (print_list(session, arguments->operands[0])) {
        return EXIT_STATUS_DONE;
    }
    struct criteria criteria;
    if (!bind_names(session, arguments->operands, arguments->operand_count, &criteria)) {
        return fail(session);
    }
    if (arguments->values[OPTION_COVERAGE] != NULL) {
        return print_coverage(session, &criteria, arguments->values[OPTION_FORMAT]);
    }
    const char *target = arguments->values[OPTION_OUTPUT];
    if (target != NULL) {
        return export(session, &criteria, target);
    }
    session_print(session, criteria_tree_text(&session->arena, &criteria));
    return EXIT_STATUS_DONE;
}
