#include "base/diag.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>

struct diag_row {
    const char *name;
    enum diag_severity severity;
    const char *meaning;
    const char *mend;
};

static const struct diag_row ROWS[] = {
#define DIAG(name, severity, meaning, mend) [DIAG_##name] = {#name, severity, meaning, mend},
#include "base/diag_codes.def"
#undef DIAG
};
_Static_assert(COUNT_OF(ROWS) == DIAG_CODE_COUNT, "a row a code");

void diag_list_init(struct diag_list *diags, struct arena *arena)
{
    *diags = (struct diag_list){.arena = arena};
}

struct diag *diag_add(struct diag_list *diags, enum diag_code code, struct loc at,
                      const char *format, ...)
{
    assert(code < DIAG_CODE_COUNT);
    va_list arguments;
    va_start(arguments, format);
    struct diag *diag = arena_alloc(diags->arena, 1, sizeof *diag);
    *diag = (struct diag){
        .code = code,
        .at = at,
        .message = arena_vformat(diags->arena, format, arguments),
        .order = diags->count,
    };
    va_end(arguments);
    diags->diags = arena_more(diags->arena, diags->diags, diags->count, &diags->capacity,
                              sizeof(struct diag *));
    diags->diags[diags->count++] = diag;
    diags->errors += ROWS[code].severity == DIAG_ERROR;
    diags->warnings += ROWS[code].severity == DIAG_WARNING;
    return diag;
}

void diag_label(struct diag_list *diags, struct diag *diag, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag->label = arena_vformat(diags->arena, format, arguments);
    va_end(arguments);
}

void diag_help(struct diag_list *diags, struct diag *diag, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag->help = arena_vformat(diags->arena, format, arguments);
    va_end(arguments);
}

static int compare(const void *first, const void *second)
{
    const struct diag *a = *(const struct diag *const *)first;
    const struct diag *b = *(const struct diag *const *)second;
    int order = loc_compare(a->at, b->at);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_repeat(const struct diag *a, const struct diag *b)
{
    return a->code == b->code && loc_compare(a->at, b->at) == 0 &&
           text_equal(a->message, b->message);
}

static void count_again(struct diag_list *diags)
{
    diags->errors = 0;
    diags->warnings = 0;
    for (size_t i = 0; i < diags->count; i++) {
        enum diag_severity severity = ROWS[diags->diags[i]->code].severity;
        diags->errors += severity == DIAG_ERROR;
        diags->warnings += severity == DIAG_WARNING;
    }
}

void diag_list_sort(struct diag_list *diags)
{
    if (diags->count == 0) {
        return;
    }
    qsort(diags->diags, diags->count, sizeof(struct diag *), compare);
    size_t kept = 1;
    for (size_t i = 1; i < diags->count; i++) {
        if (!is_repeat(diags->diags[kept - 1], diags->diags[i])) {
            diags->diags[kept++] = diags->diags[i];
        }
    }
    diags->count = kept;
    count_again(diags);
}

bool diag_list_has_error_in(const struct diag_list *diags, const char *source)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = diags->diags[i];
        if (ROWS[diag->code].severity == DIAG_ERROR && text_equal(diag->at.source, source)) {
            return true;
        }
    }
    return false;
}

const char *diag_code_name(enum diag_code code)
{
    return ROWS[code].name;
}

enum diag_severity diag_code_severity(enum diag_code code)
{
    return ROWS[code].severity;
}

const char *diag_code_meaning(enum diag_code code)
{
    return ROWS[code].meaning;
}

const char *diag_code_mend(enum diag_code code)
{
    return ROWS[code].mend;
}

bool diag_code_find(const char *name, enum diag_code *code)
{
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        if (text_equal_ignoring_case(ROWS[i].name, name)) {
            *code = (enum diag_code)i;
            return true;
        }
    }
    return false;
}
