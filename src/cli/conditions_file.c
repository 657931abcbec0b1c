#include "cli/conditions_file.h"

#include "base/file.h"
#include "base/text.h"
#include "report/conditions_csv.h"

#include <string.h>

enum { LIST_BYTES_MOST = 256 << 20, PATH_COLUMNS = 400 };

static const struct loc NOWHERE = {.source = NULL};

static void report(struct session *session, const char *path, const char *reason)
{
    diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE, "`%s` could not be written: %s",
             text_brief(&session->arena, path, PATH_COLUMNS), reason);
}

bool conditions_file_is_free(struct session *session, const char *path)
{
    if (path == NULL) {
        return true;
    }
    if (file_kind(path) == FILE_MISSING) {
        const char *folder = file_folder(&session->arena, path);
        bool has_folder = file_kind(folder) == FILE_FOLDER;
        if (!has_folder) {
            report(session, path, "no such folder");
        }
        return has_folder;
    }
    struct bytes bytes = {.size = 0};
    const char *reason = NULL;
    if (!file_read(&session->arena, path, LIST_BYTES_MOST, &bytes, &reason)) {
        report(session, path, reason);
        return false;
    }
    if (bytes.size == 0 ||
        text_starts((const char *)bytes.data, conditions_csv_head(&session->arena))) {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE,
                                 "`%s` is there and is no list of conditions; it is left as it is",
                                 text_brief(&session->arena, path, PATH_COLUMNS));
    diag_help(&session->diags, diag, "name another file, or remove that one first");
    return false;
}

bool conditions_file_write(struct session *session, const char *path, const struct result *result)
{
    const char *text = conditions_csv(&session->arena, result);
    const char *reason = NULL;
    if (!file_write(&session->arena, path, text, strlen(text), &reason)) {
        report(session, path, reason);
        return false;
    }
    return true;
}
