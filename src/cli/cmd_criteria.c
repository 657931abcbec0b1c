#include "cli/session.h"

#include "base/text.h"
#include "read/builtin.h"
#include "read/document.h"
#include "report/criteria_text.h"
#include "report/sheet_criteria.h"

#include <string.h>

static const char FOLDER[] = "criteria/";
static const char ENDING[] = ".yaml";
static const struct loc NOWHERE = {.source = NULL};

static enum exit_status fail(struct session *session)
{
    session_print_diags(session, &session->terminal.err, NULL);
    return EXIT_STATUS_FAILED;
}

/* The name of built-in criteria from the name of its file; NULL for a file of another kind. */
static const char *name_of(struct session *session, const struct builtin_file *file)
{
    size_t prefix = strlen(FOLDER);
    if (!text_starts(file->name, FOLDER) || strchr(file->name + prefix, '/') != NULL ||
        !text_ends(file->name, ENDING)) {
        return NULL;
    }
    struct input input = {.name = file->name, .bytes = file->bytes, .size = file->size};
    struct document document;
    if (!document_read(&session->arena, &input, DOCUMENT_CRITERIA, &session->diags, &document) ||
        node_find(&document.root, "tree") == NULL) {
        return NULL;
    }
    size_t length = strlen(file->name) - prefix - strlen(ENDING);
    return arena_text(&session->arena, file->name + prefix, length);
}

static bool bind_named(struct session *session, const char *name, struct criteria *criteria)
{
    struct bundle bundle = {.count = 0};
    const struct node value = {.kind = NODE_SCALAR, .text = name, .at = NOWHERE};
    const struct criteria_choice choice = {.value = &value, .language = "en"};
    return criteria_bind(&session->arena, &choice, &bundle, &session->diags, criteria);
}

static enum exit_status list(struct session *session)
{
    FILE *out = session->terminal.out.file;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const char *name = name_of(session, &BUILTIN_FILES[i]);
        struct criteria criteria;
        if (name == NULL) {
            continue;
        }
        if (!bind_named(session, name, &criteria)) {
            return fail(session);
        }
        size_t leaves = 0;
        for (size_t item = 1; item < criteria.count; item++) {
            leaves += item_is_criterion(&criteria.items[item]);
        }
        fprintf(out, "%-18s %s, %zu criteria\n", name, criteria.title, leaves);
    }
    fprintf(out, "%-18s %s\n", "evidence", "the kinds of evidence and how far each carries");
    return EXIT_STATUS_DONE;
}

static const char *example_name(struct session *session)
{
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const char *name = name_of(session, &BUILTIN_FILES[i]);
        if (name != NULL) {
            return name;
        }
    }
    return "";
}

enum exit_status cmd_criteria(struct session *session, const struct arguments *arguments)
{
    if (arguments->operand_count == 0) {
        return list(session);
    }
    const char *name = arguments->operands[0];
    bool is_evidence = text_equal(name, "evidence");
    struct criteria criteria;
    // Every criteria know all kinds of evidence.
    if (!bind_named(session, is_evidence ? example_name(session) : name, &criteria)) {
        return fail(session);
    }
    const char *target = arguments->values[OPTION_OUTPUT];
    if (target == NULL) {
        session_print(session, is_evidence ? criteria_kinds_text(&session->arena, &criteria)
                                           : criteria_tree_text(&session->arena, &criteria));
        return EXIT_STATUS_DONE;
    }
    struct book_content content = criteria_content(&criteria);
    if (!book_write(&session->arena, &content, target, &session->diags)) {
        return fail(session);
    }
    fprintf(session->terminal.out.file, "Wrote the criteria to %s\n",
            text_brief(&session->arena, target, 200));
    return EXIT_STATUS_DONE;
}
