#include "model/evaluation_weighting.h"

#include "base/arena.h"
#include "base/sum.h"
#include "base/text.h"
#include "model/comparisons.h"
#include "model/item_id.h"
#include "model/rank_order.h"
#include "model/weighed_section.h"
#include "read/document.h"

static const char TOP[] = "top";

/* An entry as written. */
struct entry_draft {
    const char *under;
    struct texts ranking;
    const struct node *pairwise;
};
#define PLACE(member) offsetof(struct entry_draft, member)

static const struct field ENTRY_FIELDS[] = {
    {.key = "under", .kind = FIELD_TEXT, .at = PLACE(under), .required = true},
    {.key = "ranking", .kind = FIELD_TEXTS, .at = PLACE(ranking)},
    {.key = "pairwise", .kind = FIELD_LIST, .at = PLACE(pairwise)},
};
static const struct shape ENTRY_SHAPE = {"an entry of `weighting`", ENTRY_FIELDS,
                                         COUNT_OF(ENTRY_FIELDS)};

/* The items as ranked: their places, best first, then those that the ranking leaves out. */
struct ranked {
    size_t *places;
    size_t count; // of all
    size_t given; // of those ranked
};

/* Find the ranked items. Returns whether each is known and stands there once. */
static bool bind_ranked(struct weighed_section *section, const struct texts *ranking,
                        struct ranked *ranked)
{
    const struct binder *binder = section->binder;
    size_t before = binder->diags->errors;
    bool all_known = true;
    ranked->places = arena_alloc(binder->arena, section->count, sizeof *ranked->places);
    for (size_t i = 0; i < ranking->count; i++) {
        size_t place = 0;
        size_t seen = 0;
        if (!weighed_section_find(section, ranking->texts[i], ranking->at[i], &place)) {
            all_known = false;
            continue;
        }
        while (seen < ranked->given && ranked->places[seen] != place) {
            seen++;
        }
        if (seen < ranked->given) {
            diag_add(binder->diags, DIAG_ID_DUPLICATE, ranking->at[i],
                     "%s stands twice in the ranking", weighed_section_id(section, place));
        } else {
            ranked->places[ranked->given++] = place;
        }
    }
    return all_known && binder->diags->errors == before;
}

/* Put those that take part and are not named behind the others. Reports WEIGHTING_PARTIAL. */
static void add_left_out(const struct weighed_section *section, struct ranked *ranked)
{
    const struct binder *binder = section->binder;
    size_t taking_part = 0;
    const size_t *places = weighed_section_places(section, &taking_part);
    struct text_builder names;
    text_builder_init(&names, binder->arena);
    ranked->count = ranked->given;
    for (size_t i = 0; i < taking_part; i++) {
        if (!section->named[places[i]]) {
            text_add_format(&names, "%s%s", names.length > 0 ? ", " : "",
                            weighed_section_id(section, places[i]));
            ranked->places[ranked->count++] = places[i];
        }
    }
    size_t left_out = ranked->count - ranked->given;
    if (left_out > 0) {
        diag_add(binder->diags, DIAG_WEIGHTING_PARTIAL, section->at,
                 "the ranking of %s leaves out %s, which %s", weighed_section_name(section),
                 bind_quoted(binder, names.text),
                 left_out == 1 ? "takes the last place" : "share the last places");
    }
}

/* Those that the ranking leaves out get the mean of what its places leave. */
static void share_last_places(double *shares, const struct ranked *ranked)
{
    struct sum rest = {0};
    for (size_t i = ranked->given; i < ranked->count; i++) {
        sum_add(&rest, shares[i]);
    }
    for (size_t i = ranked->given; i < ranked->count; i++) {
        shares[i] = sum_total(&rest) / (double)(ranked->count - ranked->given);
    }
}

static bool ranking_bind(struct weighed_section *section, const struct texts *ranking,
                         struct weighting *weighting)
{
    const struct binder *binder = section->binder;
    struct ranked ranked = {.places = NULL};
    if (!bind_ranked(section, ranking, &ranked)) {
        return false;
    }
    add_left_out(section, &ranked);
    double *shares = arena_alloc(binder->arena, ranked.count, sizeof *shares);
    rank_order_weights(ranked.count, shares);
    share_last_places(shares, &ranked);
    weighed_section_set(section, ranked.places, ranked.count, shares);
    *weighting = (struct weighting){.section = section->section,
                                    .method = WEIGHTING_RANKING,
                                    .given = ranked.given,
                                    .at = section->at};
    struct diag *diag = diag_add(binder->diags, DIAG_WEIGHTING_DERIVED, section->at,
                                 "the weights of %s come from a ranking",
                                 weighed_section_name(section));
    diag_label(binder->diags, diag, "%s",
               weighed_section_shares(section, ranked.places, ranked.count));
    return true;
}

/* Exactly one of `ranking` and `pairwise`. */
static bool check_one_way(const struct binder *binder, const struct node *node,
                          const struct entry_draft *draft)
{
    const struct node *ranking = node_find(node, "ranking");
    bool has_ranking = ranking != NULL && !node_is_null(ranking);
    bool has_pairwise = draft->pairwise != NULL;
    if (has_ranking && has_pairwise) {
        diag_add(binder->diags, DIAG_EVALUATION_BAD, bind_key_at(node, "pairwise"),
                 "`ranking` and `pairwise` both weigh `%s`", bind_quoted(binder, draft->under));
    } else if (!has_ranking && !has_pairwise) {
        diag_add(binder->diags, DIAG_KEY_MISSING, node->at,
                 "an entry of `weighting` needs `ranking` or `pairwise`");
    } else if (has_ranking && draft->ranking.count == 0) {
        diag_add(binder->diags, DIAG_EVALUATION_BAD, ranking->at, "the ranking names no item");
    } else {
        return true;
    }
    return false;
}

static bool find_section(const struct binder *binder, const struct criteria *criteria,
                         const char *id, struct loc at, size_t *section)
{
    const struct item_lookup lookup = {
        .criteria = criteria, .wanted = WANT_SECTION, .unknown = DIAG_ID_UNKNOWN};
    if (text_equal_ignoring_case(id, TOP)) {
        *section = 0;
        return true;
    }
    return item_id_find(binder, &lookup, id, at, section);
}

static void bind_entry(const struct binder *binder, const struct node *node, bool *is_weighed,
                       struct evaluation *evaluation, struct weighting *weightings)
{
    const struct criteria *criteria = &evaluation->criteria;
    struct entry_draft draft = {.under = NULL};
    struct weighed_section section = {.binder = binder, .evaluation = evaluation};
    bool is_sound = bind_map(binder, node, &ENTRY_SHAPE, &draft);
    if (draft.under == NULL) {
        return;
    }
    section.at = node_find(node, "under")->at;
    if (!find_section(binder, criteria, draft.under, section.at, &section.section)) {
        return;
    }
    if (is_weighed[section.section]) {
        diag_add(binder->diags, DIAG_ID_DUPLICATE, section.at, "%s is weighed twice",
                 weighed_section_name(&section));
        return;
    }
    is_weighed[section.section] = true;
    if (!is_sound || !check_one_way(binder, node, &draft)) {
        return;
    }
    section.children = criteria->items[section.section].children;
    section.count = criteria->items[section.section].child_count;
    section.named = arena_alloc(binder->arena, section.count, sizeof *section.named);
    struct weighting *weighting = &weightings[evaluation->weighting_count];
    if (draft.pairwise != NULL ? comparisons_bind(&section, draft.pairwise, weighting)
                               : ranking_bind(&section, &draft.ranking, weighting)) {
        evaluation->weighting_count++;
    }
}

void weighting_bind(const struct binder *binder, const struct node *node,
                    struct evaluation *evaluation)
{
    const struct criteria *criteria = &evaluation->criteria;
    if (node == NULL || !bind_is_list(binder, "weighting", node) || criteria->count == 0) {
        return;
    }
    struct weighting *weightings = arena_alloc(binder->arena, node->count, sizeof *weightings);
    bool *is_weighed = arena_alloc(binder->arena, criteria->count, sizeof *is_weighed);
    for (size_t i = 0; i < node->count; i++) {
        bind_entry(binder, &node->items[i], is_weighed, evaluation, weightings);
    }
    evaluation->weightings = weightings;
}
