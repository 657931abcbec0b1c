#include "base/file.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/builtin_criteria.h"
#include "cli/session.h"
#include "read/builtin.h"
#include "report/form_text.h"

#include <string.h>

static const char EXAMPLE[] = "templates/evaluation/";
static const char START[] = "templates/start/";
static const char FORM[] = "responses/_form.yaml"; // of the start; a name that is not read

enum { NAMES_MOST = 8 };

/* What a start is made from. */
struct start {
    const char *names[NAMES_MOST]; // of built-in criteria
    size_t count;
    struct criteria criteria;
};
static const struct loc NOWHERE = {.source = NULL};

/* Is the folder new or empty? Nothing of anybody's is ever overwritten. */
static bool is_free(struct session *session, const char *folder)
{
    if (file_kind(folder) == FILE_MISSING) {
        return true;
    }
    struct file_names names;
    const char *reason = NULL;
    if (!file_list(&session->arena, folder, 1, &names, &reason)) {
        reason = file_kind(folder) == FILE_FOLDER ? "it is not empty" : reason;
    } else if (names.count > 0) {
        reason = "it is not empty";
    } else {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE,
                                 "`%s` cannot take an example: %s",
                                 text_brief(&session->arena, folder, 60), reason);
    diag_help(&session->diags, diag, "name a folder that is new or empty");
    return false;
}

/* Make every folder on the way to `name` inside `folder`. */
static bool make_folders(struct arena *arena, const char *folder, const char *name,
                         const char **reason)
{
    // A `/` at the start is the root, which is there.
    for (const char *slash = strchr(name + (name[0] == '/'), '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        const char *part = arena_text(arena, name, (size_t)(slash - name));
        if (!file_make_folder(arena, file_join(arena, folder, part), reason)) {
            return false;
        }
    }
    return true;
}

/* Write one file into the folder, and the folders on its way. */
static bool write_file(struct session *session, const char *folder, const char *name,
                       struct bytes bytes)
{
    struct arena *arena = &session->arena;
    const char *reason = NULL;
    const char *path = file_join(arena, folder, name);
    if (make_folders(arena, folder, name, &reason) &&
        file_write(arena, path, bytes.data, bytes.size, &reason)) {
        return true;
    }
    diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE, "`%s` could not be written: %s",
             text_brief(arena, path, 60), reason);
    return false;
}

static bool make_folder(struct session *session, const char *folder)
{
    const char *reason = NULL;
    if (make_folders(&session->arena, "", folder, &reason) &&
        file_make_folder(&session->arena, folder, &reason)) {
        return true;
    }
    diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE, "`%s` could not be written: %s",
             text_brief(&session->arena, folder, 60), reason);
    return false;
}

static enum exit_status write_example(struct session *session, const char *folder)
{
    size_t written = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const struct builtin_file *file = &BUILTIN_FILES[i];
        const struct bytes bytes = {.data = file->bytes, .size = file->size};
        if (!text_starts(file->name, EXAMPLE)) {
            continue;
        }
        if (!write_file(session, folder, file->name + strlen(EXAMPLE), bytes)) {
            return session_fail(session, NULL);
        }
        written++;
    }
    const char *shown = text_brief(&session->arena, folder, 60);
    fprintf(session->terminal.out.file,
            "Wrote a worked example of %zu files to %s. Next:\n"
            "\n"
            "  vouch score %s      score it; the workbook is %s/scorecard.xlsx\n"
            "  vouch check %s      list every fault of every file\n"
            "  vouch explain -e %s VENDOR    see how a score came about\n",
            written, shown, shown, shown, shown, shown);
    return EXIT_STATUS_DONE;
}

/* "ai-vendor" or "[ai-vendor, ai-agents]". */
static const char *criteria_value(struct arena *arena, const struct start *start)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < start->count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ", start->names[i]);
    }
    return start->count == 1 ? text.text : arena_format(arena, "[%s]", text.text);
}

/* The top sections with their weights, a line each. */
static const char *weight_lines(struct arena *arena, const struct criteria *criteria)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 1; i < criteria->count; i += criteria->items[i].span + 1) {
        text_add_format(&text, "\n  %s: %s", criteria->items[i].id,
                        number_text(arena, criteria->items[i].weight));
    }
    return text.text;
}

/* The text with each mark replaced by what it stands for. */
static const char *filled(struct arena *arena, const char *template, const struct start *start)
{
    const struct {
        const char *mark, *text;
    } marks[] = {
        {"__criteria__", criteria_value(arena, start)},
        {" __weights__", weight_lines(arena, &start->criteria)},
        {" __answers__\n", arena_format(arena, "\n%s", form_text(arena, &start->criteria))}};
    const char *text = template;
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        const char *at = strstr(text, marks[i].mark);
        if (at != NULL) {
            text = arena_format(arena, "%.*s%s%s", (int)(at - text), text, marks[i].text,
                                at + strlen(marks[i].mark));
        }
    }
    return text;
}

static bool write_text(struct session *session, const char *folder, const char *name,
                       const char *text)
{
    const struct bytes bytes = {.data = (const uint8_t *)text, .size = strlen(text)};
    return write_file(session, folder, name, bytes);
}

static enum exit_status write_start(struct session *session, const char *folder,
                                    const struct start *start)
{
    struct arena *arena = &session->arena;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const struct builtin_file *file = &BUILTIN_FILES[i];
        if (text_starts(file->name, START) &&
            !write_text(session, folder, file->name + strlen(START),
                        filled(arena, (const char *)file->bytes, start))) {
            return session_fail(session, NULL);
        }
    }
    const char *shown = text_brief(arena, folder, 60);
    fprintf(session->terminal.out.file,
            "Wrote a start to %s. Next:\n"
            "\n"
            "  %s/evaluation.yaml         title, days, weights, vendors\n"
            "  %s/%s    every question; copy it once a vendor and fill it in\n"
            "  vouch check %s             list every fault of every file\n",
            shown, shown, shown, FORM, shown);
    return EXIT_STATUS_DONE;
}

/* The names of `--criteria a,b`, bound. */
static bool read_start(struct session *session, const char *list, struct start *start)
{
    *start = (struct start){.count = 0};
    while (start->count < NAMES_MOST) {
        size_t length = strcspn(list, ",");
        start->names[start->count++] = arena_text(&session->arena, list, length);
        if (list[length] == '\0') {
            return builtin_criteria_bind(session, start->names, start->count, &start->criteria);
        }
        list += length + 1;
    }
    diag_add(&session->diags, DIAG_USAGE, NOWHERE, "`--criteria` takes at most %d names",
             NAMES_MOST);
    return false;
}

enum exit_status cmd_init(struct session *session, const struct arguments *arguments)
{
    if (arguments->operand_count == 0) {
        struct diag *diag = diag_add(&session->diags, DIAG_USAGE, NOWHERE,
                                     "`vouch init` needs the folder to make");
        diag_help(&session->diags, diag, "for example `vouch init demo`");
        return session_fail(session, NULL);
    }
    const char *folder = arguments->operands[0];
    const char *names = arguments->values[OPTION_CRITERIA];
    struct start start;
    if ((names != NULL && !read_start(session, names, &start)) || !is_free(session, folder) ||
        !make_folder(session, folder)) {
        return session_fail(session, NULL);
    }
    return names == NULL ? write_example(session, folder) : write_start(session, folder, &start);
}
