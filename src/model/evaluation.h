/*
 * An evaluation: what is compared, by which criteria, weights and rules, on which position.
 *
 * Source: FORMATS, "Evaluation"; defaults from RULES.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVALUATION_H
#define VOUCH_MODEL_EVALUATION_H

#include "base/date.h"
#include "base/loc.h"
#include "model/criteria.h"
#include "model/price_rule.h"

#include <stdbool.h>
#include <stddef.h>

enum margin_effect { MARGIN_NOTE, MARGIN_TIE };

/* What becomes of a response that is received after answers were due. */
enum late_rule {
    LATE_REFUSE,
    LATE_ACCEPT_WITH_REASON, // scored where the register says why (`late_because`)
};

/* What a vendor is told of the one that came first. */
enum debrief_rule {
    DEBRIEF_LEADER_SECTIONS, // its name, outcome, total and section scores
    DEBRIEF_OWN_ONLY,
};

/* A least published score of a section (`rules.minimum`). */
struct minimum {
    size_t item;
    double least; // 0..100
    struct loc at;
};

/* RULES, as this evaluation sets them. */
struct rules {
    double ceilings[GRADE_COUNT]; // 0..1
    bool not_applicable_accept;   // `not_applicable: accept`: taken without a finding
    double complete;              // share 0..1
    double acceptable;            // band, 0..100
    double with_conditions;       // band, 0..100
    int decimals;                 // 0..9
    double margin_points;
    enum margin_effect margin_effect;
    const size_t *tie; // items whose published scores separate ties, in order
    size_t tie_count;
    const struct minimum *minima;
    size_t minimum_count;
    struct price_rule price;
    enum late_rule late;
    enum debrief_rule debrief;
};

/* The minimum of a section, or NULL where there is none. */
const struct minimum *rules_minimum(const struct rules *rules, size_t item);

struct invited {
    const char *id;
    const char *contact; // NULL: not said
    struct moment received;
    bool has_received;
    const char *late_because; // why a late response is accepted; NULL: not said
    bool has_withdrawn;
    struct date withdrawn_on;
    const char *withdrawn_why; // NULL: not said
    struct loc at;
};

struct waiver {
    const char *vendor;
    size_t item;
    const char *by;
    struct date on, until;
    const char *why;
    const char *meanwhile; // NULL: not said
    struct loc at, vendor_at;
};

struct closed_condition {
    const char *vendor;
    size_t item;
    struct date on;
    const char *by; // NULL: not said
    struct loc at, vendor_at;
};

struct view_weight {
    size_t item;
    double weight;
};

/* A stakeholder's own weights of top-level items. Read and checked; not yet computed. */
struct view {
    const char *id;
    const struct view_weight *weights;
    size_t count;
    bool from_criteria; // came with them; the evaluation does not name it
    struct loc at;
};

/* The buyer's money model. Read and checked; not yet computed. */
struct benefit {
    const char *id, *item, *unit;
    double volume, value, plausible, cautious;
    struct loc at;
};
struct money_model {
    bool given;
    unsigned years;       // 1..50
    double discount_rate; // 0..1
    const char *baseline_name;
    double baseline_yearly;
    const struct benefit *benefits;
    size_t benefit_count;
    struct loc at;
};

/* How the items of a section came to their weights, where not by figures of somebody's own. */
enum weighting_method { WEIGHTING_RANKING, WEIGHTING_PAIRWISE };
struct weighting {
    size_t section; // index of the item; 0: the top
    enum weighting_method method;
    size_t given;             // items ranked, or pairs compared
    bool has_consistency;     // of comparisons, unless there are too many items
    double consistency_ratio; // 0: the comparisons agree; above 0.1: too contradictory
    struct loc at;
};

struct signature {
    const char *name, *role;
    struct date on;
};

struct decision {
    const char *chosen; // NULL: not decided
    const char *by, *why;
    struct date on;
    struct loc at; // of `chosen`
};

/* Who is asked to mark what (RULES 6). */
struct panelist {
    const char *id;
    const char *name, *role;     // NULL: not said
    const char *const *audience; // views whose criteria are theirs
    size_t audience_count;       // 0: all criteria
    bool is_chair;
    struct loc at;
};

struct evaluation {
    const char *id, *title, *owner, *currency, *language;
    struct moment answers_due;
    bool has_answers_due;
    struct date
        as_of; // given, or the day of answers_due; year 0 where neither: evidence does not age then
    struct criteria criteria;
    double *weights; // per item, as the evaluation gives them, else as the criteria do
    struct rules rules;
    struct invited *invited; // in order; empty: whoever has a response
    size_t invited_count;
    bool invited_unclear; // an entry could not be read: who is not here may have been meant
    struct waiver *waivers;
    size_t waiver_count;
    struct closed_condition *closed;
    size_t closed_count;
    const struct weighting *weightings; // `weights` and `within` may override single items
    size_t weighting_count;
    struct view *views;
    size_t view_count;
    struct money_model money;
    const struct panelist *panel;
    size_t panel_count;    // 0: not listed
    struct date marks_due; // year 0: not said
    struct signature *approvals;
    size_t approval_count;
    struct decision decision;
    const char *source; // name of its input
};

/*
 * Bind evaluation.yaml and the criteria it names.
 *
 * as_of: overrides the evaluation's (`--as-of`); year 0: does not.
 *
 * Reports: everything of criteria_bind(), and KEY_*, VALUE_KIND, NUMBER_*, DATE_BAD, WORD_UNKNOWN,
 * ID_UNKNOWN, ID_DUPLICATE, WEIGHT_BAD, WEIGHTS_ZERO, WEIGHTS_SUM, WEIGHTING_*, PAIRWISE_*,
 * INPUT_LIMIT, EVALUATION_BAD, VENDOR_ID_BAD,
 * WAIVER_BAD, MONEY_BAD. Returns whether the evaluation is sound; if not, nothing can be scored.
 * Which vendors take part is known only later: evaluation_check_vendors().
 */
bool evaluation_bind(struct arena *arena, struct bundle *bundle, struct date as_of,
                     struct diag_list *diags, struct evaluation *evaluation);

#endif
