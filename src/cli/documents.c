#include "cli/documents.h"

#include "base/file.h"
#include "base/text.h"

#include <string.h>

enum { FILE_BYTES_MOST = 64 << 20, PATH_COLUMNS = 400 };

static const struct loc NOWHERE = {.source = NULL};

static bool report(struct session *session, const char *path, const char *reason)
{
    diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE, "`%s` could not be written: %s",
             text_brief(&session->arena, path, PATH_COLUMNS), reason);
    return false;
}

/* Is nothing there, or an earlier one of ours? */
static bool is_free(struct session *session, const char *path, const char *mark)
{
    struct bytes bytes = {.size = 0};
    const char *reason = NULL;
    if (file_is_link(path)) {
        return report(session, path, "a link stands there");
    }
    if (file_kind(path) == FILE_MISSING) {
        return true;
    }
    if (!file_read(&session->arena, path, FILE_BYTES_MOST, &bytes, &reason)) {
        return report(session, path, reason);
    }
    if (text_starts((const char *)bytes.data, mark)) {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE,
                                 "`%s` is there and was not written by vouch; it is left as it is",
                                 text_brief(&session->arena, path, PATH_COLUMNS));
    diag_help(&session->diags, diag, "name another folder, or remove that file first");
    return false;
}

bool documents_write(struct session *session, const char *folder, const struct document_file *files,
                     size_t count)
{
    struct arena *arena = &session->arena;
    const char *reason = NULL;
    if (!file_make_folder(arena, folder, &reason)) {
        return report(session, folder, reason);
    }
    bool free = true;
    for (size_t i = 0; i < count; i++) {
        free = is_free(session, file_join(arena, folder, files[i].name), files[i].mark) && free;
    }
    for (size_t i = 0; free && i < count; i++) {
        const char *path = file_join(arena, folder, files[i].name);
        if (!file_write(arena, path, files[i].text, strlen(files[i].text), &reason)) {
            return report(session, path, reason);
        }
    }
    return free;
}
