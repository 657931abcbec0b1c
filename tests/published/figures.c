#include "figures.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "read/document.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

enum { DECIMALS = 7 };
static const double ROUNDING = 1e-12; // so that 0.0225 is within 0.0005 of 0.022

void figures_fault(struct figures *figures, struct loc at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(figures->arena, format, arguments);
    va_end(arguments);
    fprintf(stderr, "%s: %s\n", loc_text(figures->arena, at), text);
    figures->unreadable++;
}

bool figures_number(struct figures *figures, const struct node *node, double *number)
{
    bool is_number = node != NULL && node->kind == NODE_SCALAR && !node->quoted &&
                     number_read(node->text, number);
    if (!is_number && node != NULL) {
        figures_fault(figures, node->at, "a number should stand here");
    }
    return is_number;
}

bool figures_begin(struct figures *figures, const struct node *entry)
{
    const struct node *id = node_find(entry, "id");
    const struct node *tolerance = node_find(entry, "tolerance");
    if (id == NULL || id->kind != NODE_SCALAR || tolerance == NULL) {
        figures_fault(figures, entry->at, "a case needs `id` and `tolerance`");
        return false;
    }
    figures->entry = id->text;
    return figures_number(figures, tolerance, &figures->tolerance);
}

bool figures_agree(const struct figures *figures, double computed, double expected)
{
    return fabs(computed - expected) <= figures->tolerance + ROUNDING;
}

void figures_compare(struct figures *figures, const char *what, double computed,
                     const struct node *expected, const char *how)
{
    double wanted = 0;
    if (!figures_number(figures, expected, &wanted)) {
        return;
    }
    bool is_same = figures_agree(figures, computed, wanted);
    *(is_same ? &figures->same : &figures->different) += 1;
    printf("%s %s %s: computed %s, expected %s (within %s)%s\n", is_same ? "same    " : "DIFFERS ",
           figures->entry, what, number_fixed(figures->arena, computed, DECIMALS), expected->text,
           number_text(figures->arena, figures->tolerance), how);
}

void figures_compare_names(struct figures *figures, const char *what, const char *computed,
                           const char *expected)
{
    bool is_same = text_equal(computed, expected);
    *(is_same ? &figures->same : &figures->different) += 1;
    printf("%s %s %s: computed %s, expected %s\n", is_same ? "same    " : "DIFFERS ",
           figures->entry, what, computed, expected);
}

void figures_skip(struct figures *figures, const char *what, const char *why)
{
    figures->skipped++;
    printf("not here %s %s: not computed here%s%s\n", figures->entry, what,
           why[0] == '\0' ? "" : ": ", why);
}
