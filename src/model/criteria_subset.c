#include "model/criteria_subset.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/bundle.h"
#include "read/document.h"

/* The full set that a file names. */
struct full_set {
    const struct binder *binder;
    const char *name;
    struct criteria_files files;
    struct drafts drafts;
};

/* What has to be the same for an answer to mean the same. */
static const char *const SAME_KEYS[] = {"ask", "answer", "when", "otherwise"};

/* Do two values say the same? Maps in whatever order. */
static bool is_same(const struct node *a, const struct node *b)
{
    if (a == NULL || b == NULL) {
        return a == b;
    }
    if (a->kind != b->kind || a->count != b->count) {
        return false;
    }
    if (a->kind == NODE_SCALAR) {
        return text_equal(a->text, b->text);
    }
    for (size_t i = 0; i < a->count; i++) {
        const struct node *left = a->kind == NODE_LIST ? &a->items[i] : &a->entries[i].value;
        const struct node *right = a->kind == NODE_LIST ? &b->items[i]
                                                        : node_find(b, a->entries[i].key);
        if (!is_same(left, right)) {
            return false;
        }
    }
    return true;
}

static void report_unknown(const struct full_set *full, const struct draft *draft)
{
    const struct binder *binder = full->binder;
    const char **ids = arena_alloc(binder->arena, full->drafts.count, sizeof *ids);
    size_t count = 0;
    for (size_t i = 1; i < full->drafts.count; i++) {
        ids[count++] = full->drafts.drafts[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_SUBSET_UNKNOWN,
                                 node_find(draft->node, "id")->at,
                                 "`%s` is not a criterion of `%s`", bind_quoted(binder, draft->id),
                                 bind_quoted(binder, full->name));
    bind_suggest(binder, diag, draft->id, ids, count);
}

static void check_same(const struct full_set *full, const struct draft *draft,
                       const struct draft *original)
{
    const struct binder *binder = full->binder;
    for (size_t i = 0; i < COUNT_OF(SAME_KEYS); i++) {
        const struct node *value = node_find(draft->node, SAME_KEYS[i]);
        if (is_same(value, node_find(original->node, SAME_KEYS[i]))) {
            continue;
        }
        struct diag *diag = diag_add(binder->diags, DIAG_SUBSET_DIFFERS,
                                     value == NULL ? node_find(draft->node, "id")->at : value->at,
                                     "`%s` of %s is not that of `%s`", SAME_KEYS[i],
                                     bind_quoted(binder, draft->id),
                                     bind_quoted(binder, full->name));
        diag_label(binder->diags, diag, "it stands at %s",
                   loc_text(binder->arena, node_find(original->node, "id")->at));
    }
}

static void check_file(const struct full_set *full, const struct drafts *drafts, size_t file)
{
    for (size_t i = 1; i < drafts->count; i++) {
        const struct draft *draft = &drafts->drafts[i];
        size_t index = 0;
        if (draft->file != file || draft->is_section || draft->dropped) {
            continue;
        }
        bool found = map_find(&full->drafts.by_id, text_folded(full->binder->arena, draft->id),
                              &index);
        if (found && !full->drafts.drafts[index].is_section) {
            check_same(full, draft, &full->drafts.drafts[index]);
        } else {
            report_unknown(full, draft);
        }
    }
}

static void keep_ids(const struct full_set *full, struct map *ids)
{
    for (size_t i = 1; i < full->drafts.count; i++) {
        const struct draft *draft = &full->drafts.drafts[i];
        if (!draft->is_section) {
            (void)map_add(ids, text_folded(full->binder->arena, draft->id), i); // once is enough
        }
    }
}

/* The criteria files of the bundle, apart: what the full set brings in is no input of the
 * evaluation. */
static struct bundle copy_criteria(struct arena *arena, const struct bundle *bundle)
{
    struct bundle copy = {.count = 0};
    for (size_t i = 0; i < bundle->count; i++) {
        const struct input *input = &bundle->inputs[i];
        if (text_ends(input->name, ".yaml") || text_ends(input->name, ".yml")) {
            bundle_add(arena, &copy, input->name, input->bytes, input->size, input->built_in);
        }
    }
    return copy;
}

void criteria_subsets_check(const struct binder *binder, const struct criteria_files *files,
                            const struct drafts *drafts, const struct bundle *bundle,
                            struct map *full_ids)
{
    for (size_t i = 0; i < files->count; i++) {
        const struct node *header = files->files[i].header;
        const struct node *name = header == NULL ? NULL : node_find(header, "subset_of");
        if (name == NULL || name->kind != NODE_SCALAR || node_is_null(name)) {
            continue;
        }
        struct bundle aside = copy_criteria(binder->arena, bundle);
        struct full_set full = {.binder = binder, .name = name->text};
        criteria_files_read(binder, name, &aside, &full.files);
        criteria_tree_lay(binder, &full.files, NULL, &full.drafts);
        if (full.files.complete && full.drafts.complete) {
            check_file(&full, drafts, i);
            keep_ids(&full, full_ids);
        }
    }
}
