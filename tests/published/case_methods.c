#include "figures.h"
#include "layouts.h"

#include "read/document.h"

bool case_methods_fits(const struct node *root)
{
    return root->kind == NODE_LIST && root->count > 0 &&
           node_find(&root->items[0], "method") != NULL;
}

void case_methods_compare(const struct node *root, struct figures *figures)
{
    for (size_t i = 0; i < root->count; i++) {
        const struct node *method = node_find(&root->items[i], "method");
        if (method == NULL || method->kind != NODE_SCALAR) {
            figures_fault(figures, root->items[i].at, "a case needs `method`");
        } else if (figures_begin(figures, &root->items[i])) {
            figures_skip(figures, method->text, "no method of ranking is yet");
        }
    }
}
