#include "cli/print_diags.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "read/bundle.h"

#include <string.h>

enum { LINE_COLUMNS_MOST = 100 }; // of a source line that is shown

struct severity_row {
    const char *word;
    const char *plural;
    enum tint tint;
};
static const struct severity_row SEVERITIES[] = {
    [DIAG_ERROR] = {"error", "errors", TINT_BAD},
    [DIAG_WARNING] = {"warning", "warnings", TINT_WARN},
    [DIAG_NOTE] = {"note", "notes", TINT_NOTE},
};

/* The place as the user can open it: with the folder of the evaluation before an input of its own.
 */
static const char *place_of(struct arena *arena, const struct diag_sources *sources, struct loc at)
{
    const struct input *input = sources->bundle == NULL ? NULL
                                                        : bundle_find(sources->bundle, at.source);
    bool in_folder = input != NULL && !input->built_in;
    if (in_folder && sources->folder[0] != '\0' && !text_equal(sources->folder, ".")) {
        size_t length = strlen(sources->folder);
        bool slash = sources->folder[length - 1] == '/';
        at.source = arena_format(arena, "%s%s%s", sources->folder, slash ? "" : "/", at.source);
    }
    return text_shown(arena, loc_text(arena, at));
}

/* The text of a line of an input; NULL where it has none. */
static const char *line_of(struct arena *arena, const struct diag_sources *sources, struct loc at)
{
    const struct input *input = sources->bundle == NULL ? NULL
                                                        : bundle_find(sources->bundle, at.source);
    if (input == NULL || at.line == 0 || at.sheet != NULL ||
        !text_is_utf8((const char *)input->bytes, input->size, NULL)) {
        return NULL;
    }
    const char *start = (const char *)input->bytes;
    const char *end = start + input->size;
    for (uint32_t line = 1; line < at.line; line++) {
        start = memchr(start, '\n', (size_t)(end - start));
        if (start == NULL) {
            return NULL;
        }
        start++;
    }
    const char *stop = memchr(start, '\n', (size_t)(end - start));
    size_t length = (size_t)((stop == NULL ? end : stop) - start);
    if (length > 0 && start[length - 1] == '\r') {
        length--;
    }
    return memchr(start, '\0', length) != NULL ? NULL : arena_text(arena, start, length);
}

/* The first `count` code points of a text. */
static const char *head_of(struct arena *arena, const char *text, uint32_t count)
{
    const char *at = text;
    const char *end = text + strlen(text);
    while (count > 0 && at < end) {
        (void)text_next(&at, end);
        count--;
    }
    return arena_text(arena, text, (size_t)(at - text));
}

/* As it is shown on one line, tabs as blanks. */
static const char *shown(struct arena *arena, const char *text)
{
    return text_brief(arena, text, SIZE_MAX);
}

static int digits_of(uint32_t number)
{
    int digits = 1;
    for (; number >= 10; number /= 10) {
        digits++;
    }
    return digits;
}

/* The source line with a caret under the place, or only the label where there is no line to show.
 */
static void print_line(struct arena *arena, const struct stream *stream,
                       const struct diag_sources *sources, const struct diag *diag)
{
    const char *line = line_of(arena, sources, diag->at);
    int gutter = digits_of(diag->at.line);
    if (line == NULL) {
        if (diag->label != NULL) {
            fprintf(stream->file, "%*s = note: %s\n", gutter, "", diag->label);
        }
        return;
    }
    uint32_t before = diag->at.column > 0 ? diag->at.column - 1 : 0;
    uint32_t span = diag->at.length > 0 ? diag->at.length : 1;
    const char *prefix = head_of(arena, line, before);
    const char *marked = head_of(arena, line + strlen(prefix), span);
    size_t indent = text_columns(shown(arena, prefix));
    size_t width = text_columns(shown(arena, marked));
    const char *start = "";
    if (indent + width > LINE_COLUMNS_MOST) { // a long line: show it from a little before the place
        line += strlen(head_of(arena, line, before > 20 ? before - 20 : 0));
        prefix = head_of(arena, line, before > 20 ? 20 : before);
        indent = text_columns(shown(arena, prefix)) + 1;
        start = "…";
    }
    width = width > LINE_COLUMNS_MOST ? LINE_COLUMNS_MOST : width;
    fprintf(stream->file, "%*s |\n", gutter, "");
    fprintf(stream->file, "%u | %s%s\n", diag->at.line, start,
            text_brief(arena, line, LINE_COLUMNS_MOST + 20));
    fprintf(stream->file, "%*s | %*s%s", gutter, "", (int)indent, "",
            tint_start(stream, SEVERITIES[diag_code_severity(diag->code)].tint));
    for (size_t i = 0; i < (width == 0 ? 1 : width); i++) {
        fputc('^', stream->file);
    }
    fprintf(stream->file, "%s%s%s\n",
            tint_end(stream, SEVERITIES[diag_code_severity(diag->code)].tint),
            diag->label == NULL ? "" : " ", diag->label == NULL ? "" : diag->label);
}

static void print_full(struct arena *arena, const struct stream *stream,
                       const struct diag_sources *sources, const struct diag *diag)
{
    const struct severity_row *severity = &SEVERITIES[diag_code_severity(diag->code)];
    fprintf(stream->file, "%s%s[%s]%s: %s%s%s\n", tint_start(stream, severity->tint),
            severity->word, diag_code_name(diag->code), tint_end(stream, severity->tint),
            tint_start(stream, TINT_BOLD), diag->message, tint_end(stream, TINT_BOLD));
    int gutter = digits_of(diag->at.line);
    if (diag->at.source != NULL) {
        fprintf(stream->file, "%*s--> %s\n", gutter, "", place_of(arena, sources, diag->at));
        print_line(arena, stream, sources, diag);
    } else if (diag->label != NULL) {
        fprintf(stream->file, "%*s = note: %s\n", gutter, "", diag->label);
    }
    if (diag->help != NULL) {
        fprintf(stream->file, "%*s = help: %s\n", gutter, "", diag->help);
    }
    fputc('\n', stream->file);
}

static void print_short(struct arena *arena, const struct stream *stream,
                        const struct diag_sources *sources, const struct diag *diag)
{
    const struct severity_row *severity = &SEVERITIES[diag_code_severity(diag->code)];
    const char *place = diag->at.source == NULL ? "vouch" : place_of(arena, sources, diag->at);
    fprintf(stream->file, "%s: %s: %s", place, severity->word, diag->message);
    const char *more = diag->help != NULL ? diag->help : diag->label;
    fprintf(stream->file, "%s%s [%s]\n", more == NULL ? "" : ", ", more == NULL ? "" : more,
            diag_code_name(diag->code));
}

static void print_summary(const struct stream *stream, const struct diag_list *diags)
{
    size_t counts[COUNT_OF(SEVERITIES)] = {
        [DIAG_ERROR] = diags->errors,
        [DIAG_WARNING] = diags->warnings,
        [DIAG_NOTE] = diags->count - diags->errors - diags->warnings,
    };
    const char *separator = "";
    for (size_t i = 0; i < COUNT_OF(SEVERITIES); i++) {
        if (counts[i] > 0) {
            fprintf(stream->file, "%s%zu %s", separator, counts[i],
                    counts[i] == 1 ? SEVERITIES[i].word : SEVERITIES[i].plural);
            separator = ", ";
        }
    }
    fputc('\n', stream->file);
}

void print_diags(struct arena *arena, const struct stream *stream, enum diag_form form,
                 const struct diag_sources *sources, struct diag_list *diags)
{
    if (diags->count == 0) {
        return;
    }
    diag_list_sort(diags);
    size_t in_file = 0;
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = diags->diags[i];
        bool same_file = i > 0 && text_equal(diag->at.source, diags->diags[i - 1]->at.source);
        in_file = same_file ? in_file + 1 : 1;
        if (in_file <= DIAGS_A_FILE_MOST) {
            struct arena_mark mark = arena_mark(arena);
            (form == DIAG_SHORT ? print_short : print_full)(arena, stream, sources, diag);
            arena_rewind(arena, mark);
        }
        bool last = i + 1 == diags->count ||
                    !text_equal(diag->at.source, diags->diags[i + 1]->at.source);
        if (last && in_file > DIAGS_A_FILE_MOST) {
            fprintf(stream->file, "… and %zu more in %s\n", in_file - DIAGS_A_FILE_MOST,
                    diag->at.source);
        }
    }
    print_summary(stream, diags);
}
