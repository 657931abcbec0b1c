#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/score.h"

/* Random projects, each made from its seed alone; an answer depends on vendor and id, not on the
 * order of items. */
enum { SEEDS = 80, DEPTH_MOST = 4, ROWS_MOST = 50, VENDORS = 4 };
static const char *const VENDOR_IDS[VENDORS] = {"acme", "globex", "initech", "umbrella"};

struct dice {
    uint64_t state;
};

static uint64_t roll(struct dice *dice, uint64_t sides)
{
    dice->state ^= dice->state << 13;
    dice->state ^= dice->state >> 7;
    dice->state ^= dice->state << 17;
    return (dice->state >> 11) % sides;
}

static struct dice dice_of(uint64_t seed, const char *vendor, const char *id)
{
    struct dice dice = {.state = seed * 2654435761U + 88172645463325252U};
    for (const char *at = vendor; *at != '\0'; at++) {
        dice.state = dice.state * 31 + (uint64_t)*at;
    }
    for (const char *at = id; *at != '\0'; at++) {
        dice.state = dice.state * 31 + (uint64_t)*at;
    }
    roll(&dice, 2);
    return dice;
}

/* A tree of up to four levels; its ids are in an order of their own. */
static size_t random_rows(struct arena *arena, uint64_t seed, struct built_item *rows)
{
    static const char *const kinds[] = {NULL, "policy", "report", "policy report test pilot"};
    static const double weights[] = {0, 0.1, 1, 1, 3, 10, 33.3, 1.0 / 3};
    struct dice dice = dice_of(seed, "", "");
    size_t depth = 1;
    size_t count = 10 + roll(&dice, ROWS_MOST - 10);
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct built_item){
            .id = arena_format(arena, "%c%c-%02zu", (char)('A' + roll(&dice, 26)),
                               (char)('A' + roll(&dice, 26)), i),
            .depth = depth,
            .weight = weights[roll(&dice, COUNT_OF(weights))],
            .kinds = kinds[roll(&dice, COUNT_OF(kinds))],
        };
        depth = 1 + roll(&dice, depth < DEPTH_MOST ? depth + 1 : depth);
    }
    return count;
}

/* The same tree with the children of every section in reverse order. */
static void reverse_rows(const struct built_item *rows, size_t count, size_t depth,
                         struct built_item *reversed)
{
    size_t to = 0;
    for (size_t end = count; end > 0;) {
        size_t start = end - 1; // the subtree from `start` to `end` comes next
        while (rows[start].depth > depth) {
            start--;
        }
        reversed[to] = rows[start];
        reverse_rows(rows + start + 1, end - start - 1, depth + 1, reversed + to + 1);
        to += end - start;
        end = start;
    }
}

static void add_random_evidence(struct dice *dice, const struct project *project,
                                struct offer *offer, const char *id)
{
    static const char *const kinds[] = {"policy", "report", "test", "pilot"};
    size_t piece = built_evidence(project, offer, id, kinds[roll(dice, COUNT_OF(kinds))]);
    struct evidence_finding *finding = &offer->findings.evidence[piece];
    finding->verdict = (enum verdict)roll(dice, 3);
    finding->held = roll(dice, 4) > 0;
    finding->scope = (enum scope)roll(dice, 2);
    offer->response.evidence[piece].issued.year = 2025 + (int)roll(dice, 3);
    offer->response.evidence[piece].entity = roll(dice, 5) == 0 ? "Somebody else" : NULL;
}

static const char *random_level(struct dice *dice)
{
    static const char *const levels[] = {"Absent", "Planned", "Partial", "In place", "Measured"};
    return levels[roll(dice, COUNT_OF(levels))];
}

static void random_answer(struct dice *dice, const struct project *project, struct offer *offer,
                          const char *id)
{
    static const enum reply replies[] = {REPLY_NONE, REPLY_DECLINED, REPLY_NOT_APPLICABLE};
    uint64_t way = roll(dice, 12);
    if (way < COUNT_OF(replies)) {
        built_reply(project, offer, id, replies[way]);
        offer->findings.not_applicable[built_find(project, id)] = (struct applicability){
            .given = true, .agreed = roll(dice, 2) == 0};
        return;
    }
    built_answer(project, offer, id, random_level(dice));
    if (way > 5) {
        add_random_evidence(dice, project, offer, id);
    }
    if (way == 11) {
        built_shows(project, offer, id, random_level(dice));
    }
}

static struct project *project_of(struct arena *arena, uint64_t seed, const struct built_item *rows,
                                  size_t count)
{
    struct project *project = built_project(arena, rows, count);
    for (size_t v = 0; v < VENDORS; v++) {
        struct offer *offer = built_offer(project, VENDOR_IDS[v]);
        for (size_t i = 1; i < project->evaluation.criteria.count; i++) {
            const struct item *item = &project->evaluation.criteria.items[i];
            if (item_is_criterion(item)) {
                struct dice dice = dice_of(seed, VENDOR_IDS[v], item->id);
                random_answer(&dice, project, offer, item->id);
            }
        }
    }
    project->evaluation.has_answers_due = seed % 2 == 0;
    project->evaluation.answers_due.date = (struct date){2026, 11, 1};
    return project;
}

/* Run a check on every random project. */
static void for_each_project(void (*check)(struct arena *arena, uint64_t seed,
                                           const struct built_item *rows, size_t count))
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        struct built_item rows[ROWS_MOST];
        size_t count = random_rows(&arena, seed, rows);
        check(&arena, seed, rows, count);
        arena_release(&arena);
    }
}

/* The mean of a section worked out another way: from the rows, in their order, in long double. */
static bool mean_of(const struct project *project, const struct item_score *items, size_t index,
                    long double *mean)
{
    const struct criteria *criteria = &project->evaluation.criteria;
    if (item_is_criterion(&criteria->items[index])) {
        *mean = (long double)items[index].evidenced;
        return items[index].in_sum;
    }
    long double sum = 0;
    long double weight = 0;
    for (size_t i = index + 1; i < criteria->count; i++) {
        long double child = 0;
        if (criteria->items[i].parent == index && mean_of(project, items, i, &child)) {
            sum += (long double)project->evaluation.weights[i] * child;
            weight += (long double)project->evaluation.weights[i];
        }
    }
    *mean = weight > 0 ? sum / weight : 0;
    return weight > 0;
}

static void check_means(struct arena *arena, uint64_t seed, const struct built_item *rows,
                        size_t count)
{
    struct project *project = project_of(arena, seed, rows, count);
    struct result result = built_result(arena, project);
    for (size_t v = 0; v < VENDORS; v++) {
        for (size_t i = 0; i <= count; i++) {
            long double want = 0;
            bool in_sum = mean_of(project, result.offers[v].items, i, &want);
            check_int(result.offers[v].items[i].in_sum, in_sum, seed);
            if (in_sum) {
                check_double(result.offers[v].items[i].evidenced, (double)want, seed);
            }
        }
    }
}

static void sums_agree_with_another_way_of_working_them_out(void **state)
{
    for_each_project(check_means);
}

static void check_bounds(struct arena *arena, uint64_t seed, const struct built_item *rows,
                         size_t count)
{
    struct result result = built_result(arena, project_of(arena, seed, rows, count));
    for (size_t v = 0; v < VENDORS; v++) {
        for (size_t i = 0; i <= count; i++) {
            const struct item_score *got = &result.offers[v].items[i];
            check_true(0 <= got->proven && got->proven <= got->evidenced, seed);
            check_true(got->evidenced <= got->claimed && got->claimed <= got->high, seed);
            check_true(got->high <= 1 && 0 <= got->answered && got->answered <= 1, seed);
            check_true(0 <= got->share && got->share <= 1, seed);
        }
    }
}

static void proven_is_at_most_evidenced_and_evidenced_at_most_if_all_is_true(void **state)
{
    for_each_project(check_bounds);
}

static void check_additions(struct arena *arena, uint64_t seed, const struct built_item *rows,
                            size_t count)
{
    struct project *project = project_of(arena, seed, rows, count);
    struct result result = built_result(arena, project);
    for (size_t v = 0; v < VENDORS; v++) {
        const struct scored_offer *got = &result.offers[v];
        double points = 0;
        double gaps = 0;
        for (size_t i = 1; i <= count; i++) {
            bool is_leaf = item_is_criterion(&project->evaluation.criteria.items[i]);
            points += is_leaf ? got->items[i].points : 0;
            double gap = 0;
            for (size_t g = 0; g < GAP_COUNT && is_leaf; g++) {
                check_true(got->criteria[i].gap[g] >= 0, seed);
                gap += got->criteria[i].gap[g];
            }
            check_double(is_leaf ? gap : 0,
                         is_leaf ? got->items[i].claimed - got->items[i].evidenced : 0, seed);
        }
        for (size_t g = 0; g < GAP_COUNT; g++) {
            gaps += got->gap[g];
        }
        check_double(points, got->items[0].evidenced * 100, seed);
        check_double(gaps, (got->items[0].claimed - got->items[0].evidenced) * 100, seed);
    }
}

static void points_and_gaps_add_up(void **state)
{
    for_each_project(check_additions);
}

static void check_order(struct arena *arena, uint64_t seed, const struct built_item *rows,
                        size_t count)
{
    struct built_item reversed[ROWS_MOST];
    reverse_rows(rows, count, 1, reversed);
    struct project *project = project_of(arena, seed, rows, count);
    struct project *other = project_of(arena, seed, reversed, count);
    struct result result = built_result(arena, project);
    struct result again = built_result(arena, other);
    for (size_t v = 0; v < VENDORS; v++) {
        for (size_t i = 0; i <= count; i++) {
            size_t there = i == 0 ? 0 : built_find(other, rows[i - 1].id);
            const struct item_score *a = &result.offers[v].items[i];
            const struct item_score *b = &again.offers[v].items[there];
            check_same_bits(a->claimed, b->claimed, seed);
            check_same_bits(a->evidenced, b->evidenced, seed);
            check_same_bits(a->proven, b->proven, seed);
            check_same_bits(a->high, b->high, seed);
            check_same_bits(a->answered, b->answered, seed);
            check_same_bits(a->share, b->share, seed);
            check_same_bits(a->points, b->points, seed);
        }
        for (size_t g = 0; g < GAP_COUNT; g++) {
            check_same_bits(result.offers[v].gap[g], again.offers[v].gap[g], seed);
        }
        check_same_bits(result.offers[v].compared_share, again.offers[v].compared_share, seed);
        check_int((int64_t)result.offers[v].rank, (int64_t)again.offers[v].rank, seed);
    }
    check_int((int64_t)result.one_mark_count, (int64_t)again.one_mark_count, seed);
}

static void the_order_of_criteria_changes_no_bit(void **state)
{
    for_each_project(check_order);
}

static void check_better(struct arena *arena, uint64_t seed, const struct built_item *rows,
                         size_t count)
{
    struct project *project = project_of(arena, seed, rows, count);
    const struct answer_type *type = &project->evaluation.criteria.items[1].answer;
    struct result before = built_result(arena, project);
    for (size_t i = 1; i <= count; i++) {
        struct answer *answer = &project->offers[0].response.answers[i];
        if (answer->reply != REPLY_ANSWER || answer->place > 3) {
            continue;
        }
        struct answer kept = *answer;
        answer->place += 1;
        answer->claimed = type->scale->levels[(size_t)answer->place].worth;
        struct result after = built_result(arena, project);
        for (size_t above = i;; above = project->evaluation.criteria.items[above].parent) {
            const struct item_score *now = &before.offers[0].items[above];
            const struct item_score *then = &after.offers[0].items[above];
            check_true(then->evidenced >= now->evidenced && then->claimed >= now->claimed, seed);
            check_true(then->proven >= now->proven && then->high >= now->high, seed);
            if (above == 0) {
                break;
            }
        }
        *answer = kept;
    }
}

static void a_better_answer_never_scores_less(void **state)
{
    for_each_project(check_better);
}

static void check_ties(struct arena *arena, uint64_t seed, const struct built_item *rows,
                       size_t count)
{
    struct project *project = project_of(arena, seed, rows, count);
    struct offer *twin = built_offer(project, "zenith");
    const char *id = twin->id;
    *twin = project->offers[0];
    twin->id = id;
    struct result result = built_result(arena, project);
    const struct scored_offer *first = &result.offers[0];
    const struct scored_offer *second = &result.offers[VENDORS];
    check_same_bits(first->items[0].evidenced, second->items[0].evidenced, seed);
    check_int((int64_t)first->rank, (int64_t)second->rank, seed);
    check_int(first->shares_rank, first->ranked, seed);
}

static void the_same_answers_tie_exactly(void **state)
{
    for_each_project(check_ties);
}

/* Who leads, as one bit a vendor. */
static unsigned leaders_of(const struct result *result)
{
    unsigned leaders = 0;
    for (size_t v = 0; v < result->offer_count; v++) {
        leaders |= result->offers[v].rank == 1 ? 1U << v : 0;
    }
    return leaders;
}

/* Does scoring all anew with one level more or less give other leaders? */
static bool leaders_change(struct arena *arena, const struct project *project,
                           struct answer *answer, const struct scale *scale, unsigned leaders)
{
    struct answer kept = *answer;
    bool change = false;
    for (int step = -1; step <= 1; step += 2) {
        double place = kept.place + step;
        if (place < 0 || place >= (double)scale->count) {
            continue;
        }
        answer->place = place;
        answer->claimed = scale->levels[(size_t)place].worth;
        struct result again = built_result(arena, project);
        change = change || leaders_of(&again) != leaders;
        *answer = kept;
    }
    return change;
}

static bool is_one_mark(const struct result *result, size_t offer, size_t item)
{
    for (size_t m = 0; m < result->one_mark_count; m++) {
        if (result->one_marks[m].offer == offer && result->one_marks[m].item == item) {
            return true;
        }
    }
    return false;
}

static void check_one_marks(struct arena *arena, uint64_t seed, const struct built_item *rows,
                            size_t count)
{
    struct project *project = project_of(arena, seed, rows, count);
    size_t tie = built_find(project, rows[0].id);
    struct rules *rules = &project->evaluation.rules;
    rules->tie = &tie;
    rules->tie_count = seed % 2;
    rules->margin_effect = seed % 3 == 0 ? MARGIN_TIE : MARGIN_NOTE;
    rules->margin_points = 5;
    rules->decimals = (int)(seed % 3);
    struct result result = built_result(arena, project);
    for (size_t v = 0; v < VENDORS && seed % 4 == 0; v++) {
        for (size_t i = 1; i <= count; i++) {
            struct answer *answer = &project->offers[v].response.answers[i];
            // Where a finding shows a level, the level in force is not the answer's.
            if (answer->reply == REPLY_ANSWER && !project->offers[v].findings.shows[i].given) {
                const struct scale *scale = project->evaluation.criteria.items[i].answer.scale;
                bool want = leaders_change(arena, project, answer, scale, leaders_of(&result));
                check_int(is_one_mark(&result, v, i), want, seed);
            }
        }
    }
}

static void the_one_mark_test_agrees_with_scoring_all_anew(void **state)
{
    for_each_project(check_one_marks);
}

/* Scaling all weights of a section by a power of two changes nothing at all. */
static void check_scale(struct arena *arena, uint64_t seed, const struct built_item *rows,
                        size_t count)
{
    struct project *project = project_of(arena, seed, rows, count);
    double *weights = arena_alloc(arena, count + 1, sizeof *weights);
    for (size_t i = 0; i <= count; i++) {
        weights[i] = project->evaluation.weights[i] * 8;
    }
    struct settings settings = settings_of(project);
    struct result result = score_project(arena, project, &settings);
    settings.weights = weights;
    struct result scaled = score_project(arena, project, &settings);
    for (size_t v = 0; v < VENDORS; v++) {
        check_same_bits(result.offers[v].items[0].evidenced, scaled.offers[v].items[0].evidenced,
                        seed);
    }
}

static void weights_count_relative_to_each_other(void **state)
{
    for_each_project(check_scale);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_agree_with_another_way_of_working_them_out),
        cmocka_unit_test(proven_is_at_most_evidenced_and_evidenced_at_most_if_all_is_true),
        cmocka_unit_test(points_and_gaps_add_up),
        cmocka_unit_test(the_order_of_criteria_changes_no_bit),
        cmocka_unit_test(a_better_answer_never_scores_less),
        cmocka_unit_test(the_same_answers_tie_exactly),
        cmocka_unit_test(the_one_mark_test_agrees_with_scoring_all_anew),
        cmocka_unit_test(weights_count_relative_to_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
