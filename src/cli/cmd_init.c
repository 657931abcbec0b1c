#include "cli/session.h"

#include "base/file.h"
#include "base/text.h"
#include "read/builtin.h"

#include <string.h>

static const char EXAMPLE[] = "templates/evaluation/";
static const char EXAMPLE_CRITERIA[] = "ai-vendor"; // what the example answers
static const struct loc NOWHERE = {.source = NULL};

static enum exit_status fail(struct session *session)
{
    session_print_diags(session, &session->terminal.err, NULL);
    return EXIT_STATUS_FAILED;
}

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

static bool write_example(struct session *session, const char *folder, size_t *written)
{
    struct arena *arena = &session->arena;
    const char *reason = NULL;
    const char *path = folder;
    bool done = make_folders(arena, "", folder, &reason) &&
                file_make_folder(arena, folder, &reason);
    *written = 0;
    for (size_t i = 0; done && i < BUILTIN_FILE_COUNT; i++) {
        const struct builtin_file *file = &BUILTIN_FILES[i];
        if (!text_starts(file->name, EXAMPLE)) {
            continue;
        }
        const char *name = file->name + strlen(EXAMPLE);
        path = file_join(arena, folder, name);
        done = make_folders(arena, folder, name, &reason) &&
               file_write(arena, path, file->bytes, file->size, &reason);
        *written += done;
    }
    if (!done) {
        diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE, "`%s` could not be written: %s",
                 text_brief(arena, path, 60), reason);
    }
    return done;
}

enum exit_status cmd_init(struct session *session, const struct arguments *arguments)
{
    if (arguments->operand_count == 0) {
        struct diag *diag = diag_add(&session->diags, DIAG_USAGE, NOWHERE,
                                     "`vouch init` needs the folder to make");
        diag_help(&session->diags, diag, "for example `vouch init demo`");
        return fail(session);
    }
    const char *criteria = arguments->values[OPTION_CRITERIA];
    if (criteria != NULL && !text_equal(criteria, EXAMPLE_CRITERIA)) {
        struct diag *diag = diag_add(&session->diags, DIAG_CRITERIA_UNKNOWN, NOWHERE,
                                     "there is no example for criteria `%s`",
                                     text_brief(&session->arena, criteria, 40));
        diag_help(&session->diags, diag, "the example is made for `%s`", EXAMPLE_CRITERIA);
        return fail(session);
    }
    const char *folder = arguments->operands[0];
    size_t written = 0;
    if (!is_free(session, folder) || !write_example(session, folder, &written)) {
        return fail(session);
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
