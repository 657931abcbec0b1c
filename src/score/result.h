/*
 * Results: every figure of an evaluation, unrounded.
 *
 * One scored_offer a vendor that could be scored, in the order of the project's offers; one figure
 * set an item, by the item's index. Shares and values run from 0 to 1, totals and points from 0 to
 * 100.
 *
 * Source: RULES.
 * Layer: score. Plain data.
 */
#ifndef VOUCH_SCORE_RESULT_H
#define VOUCH_SCORE_RESULT_H

#include "model/project.h"
#include "score/level_in_force.h"

#include <stdbool.h>
#include <stddef.h>

/* RULES 1. */
enum answer_state {
    STATE_ANSWERED,
    STATE_UNANSWERED,
    STATE_DECLINED,
    STATE_NOT_APPLICABLE, // the vendor's word; `agreed` says whether it left the sum
    STATE_NOT_YET_SCORED,
    STATE_NOT_ASKED,
    STATE_COUNT
};
const char *answer_state_word(enum answer_state state); // "answered" … "not_asked"

/* Why a piece of evidence counts less than its kind could, or not at all (RULES 2). Several may
 * hold. */
enum evidence_fault {
    FAULT_NOT_ACCEPTED = 1 << 0, // no finding accepts it: documented at most
    FAULT_NOT_HELD = 1 << 1,     // neither held nor seen: stated
    FAULT_NO_PLACE = 1 << 2,     // cited without a place: documented at most
    FAULT_PARTIAL = 1 << 3,      // partial scope: one grade less
    FAULT_QUALIFIED =
        1 << 4, // qualified opinion, or an exception that touches the criterion: one less
    FAULT_SUBPROCESSOR = 1 << 5,    // a declared sub-processor's, criterion inheritable: one less
    FAULT_EXPIRED = 1 << 6,         // does not count
    FAULT_NOT_YET_VALID = 1 << 7,   // does not count
    FAULT_OTHER_ENTITY = 1 << 8,    // another entity's or product's: does not count
    FAULT_REJECTED = 1 << 9,        // does not count
    FAULT_DIGEST = 1 << 10,         // does not count
    FAULT_KIND_NOT_ASKED = 1 << 11, // does not count
    FAULT_BUYER_ONLY =
        1 << 12, // a vendor's record of what only the buyer can produce: does not count
};

/* One piece of evidence as it carries one answer. */
struct carrier {
    bool own; // the buyer's own: `index` into findings.own; else into response.evidence
    size_t index;
    const char *place; // NULL: none given
    bool counts;
    enum grade grade; // what it reaches; meaningless where it does not count
    unsigned faults;  // of enum evidence_fault
};

/* What was measured of the claims on one criterion: of several the least (RULES 3). */
struct measurement {
    const struct measured *finding; // NULL: nothing measured can be set against the answer
    const struct claim *claim;
    bool in_own_terms; // the figure replaces the answer in the criterion's own curve; else a share
    double place;      // in own terms: as answer.place
    double value;      // 0..1, never above what was answered; may be the same
};

/* Why a mark is shown and not counted (RULES 6). */
enum mark_standing {
    MARK_COUNTS,
    MARK_CONFLICT,    // the evaluator declared a conflict, and the chair lets it not count
    MARK_NOT_FOR_ALL, // the evaluator marked the criterion for some of the vendors only
};
struct panel_mark {
    const struct assessment *by; // borrowed: the project
    const struct mark *mark;     // likewise
    enum mark_standing standing;
};

/* What the panel says of one criterion of one vendor (RULES 6). */
struct panel_score {
    const struct panel_mark *marks; // evaluators' own, in the order of the assessments
    size_t mark_count;
    size_t counted;               // marks that count
    const struct mark *moderated; // the chair's; NULL: none
    bool has_level;               // moderated, or a median of marks that count
    double place;                 // on the scale; x.5: between two levels
    double value;                 // 0..1; between two levels the mean of their worths
    const char *word;             // "In place"; "between Partial and In place"
    bool between;                 // an even median of two different levels
    const char *median_word;      // of the marks that count, also where something else was
                                  // moderated; NULL: none counts
    double lowest, highest;       // places of the marks that count
    bool to_moderate;             // spread of two places, marks that differ on a requirement, or no
                                  // mark that counts; never where moderated
};

/* One bid under a price criterion (RULES 9). */
struct price_score {
    double amount;        // in the evaluation's currency
    bool in_reference;    // the offer is not excluded: lowest and highest come from such
    bool has_value;       // the formula gives one
    double value;         // 0..1
    bool abnormally_low;  // 30 % under the median of three or more other bids
    double others_median; // only where abnormally_low
};

/* How one vendor stands to one criterion. */
struct criterion_score {
    enum answer_state state;
    bool agreed; // STATE_NOT_APPLICABLE: the buyer agrees, or it is accepted without a finding
    bool evidence_asked;
    enum grade grade;            // of the best carrier; GRADE_STATED for a bare answer
    bool has_grade;              // evidence is asked and something is answered
    double ceiling;              // 0..1; 1 where none is asked
    struct level_in_force level; // STATE_ANSWERED, and prices: what it is judged by
    bool contradicted;           // a finding shows, or measured, less than was answered
    struct measurement measurement;
    const struct panel_score *panel; // NULL: nobody marked it
    const struct price_score *price; // NULL: no price criterion, or no price
    const struct carrier *carriers;  // best first
    size_t carrier_count;
    double gap[5]; // of enum gap_cause, in shares of 1; add up to claimed - evidenced
};

/* Where the claimed score is lost, from gravest to most harmless (RULES 5). */
enum gap_cause {
    GAP_CONTRADICTED, // a finding or the panel says less
    GAP_NO_PROOF,
    GAP_EXPIRED,
    GAP_SCOPE,
    GAP_NOT_OPENED,
    GAP_COUNT
};

/* One item, a section or a criterion, for one vendor. */
struct item_score {
    bool in_sum;    // else nothing of it counts, and the other figures are 0
    double claimed; // 0..1
    double evidenced;
    double proven;
    double high;     // if all is true
    double answered; // share of its weight that is answered
    double share;    // of the vendor's total, 0..1, after what is not in the sum has left
    double points;   // share * (evidenced * 100); of the criteria add up to the total
};

enum gate_result { GATE_MET, GATE_TO_BE_PROVEN, GATE_WAIVED, GATE_NOT_MET };
const char *gate_result_word(enum gate_result result); // "met" …

struct gate_score {
    size_t item;
    enum gate_result result;
    bool level_suffices;         // the answer, or the level in force, does; sections: unused; false
                                 // with `to be proven` while it is not yet scored by us
    const char *why;             // in words, never NULL
    const struct waiver *waiver; // in force; NULL: none
};

/* Why a term is proposed. */
enum condition_source { CONDITION_TARGET, CONDITION_GATE, CONDITION_WAIVER, CONDITION_SHORTFALL };

/* A term to put into the contract (RULES 7). */
struct condition {
    size_t item;
    enum condition_source source;
    const char *text;
    bool must;
    bool closed;
    double points;     // of the total, 0..100
    const char *owner; // NULL: not said
    struct date due;   // year 0: not said
};

enum outcome {
    OUTCOME_INCOMPLETE,
    OUTCOME_EXCLUDED,
    OUTCOME_NOT_ACCEPTABLE,
    OUTCOME_CONDITIONS,
    OUTCOME_ACCEPTABLE
};
const char *outcome_word(enum outcome outcome); // "acceptable with conditions" …

/* How a claim stands, from gravest to most harmless. */
enum claim_state {
    CLAIM_CONTRADICTED, // a finding shows less, or it was measured below what is claimed
    CLAIM_NOT_PROVEN,   // rests on the vendor's word, or on paper that we have opened
    CLAIM_NOT_OPENED,   // what would carry it is held and not yet opened: our turn
    CLAIM_HOLDS,
    CLAIM_STATE_COUNT
};
const char *claim_state_word(enum claim_state state); // "contradicted" …

/* A wording that should make a reader suspicious, where it stands in what is claimed. */
struct wording_hit {
    const struct wording *wording; // borrowed: the criteria
    size_t start, length;          // bytes of claim.says
};

/* What a claim leaves unsaid that its kind of claim needs. Several may hold. */
enum claim_lack {
    LACK_SAMPLE = 1 << 0,     // a rate without the number of cases
    LACK_BASELINE = 1 << 1,   // a change without what it is counted from
    LACK_PERCENTILE = 1 << 2, // a time without saying of which share of cases
    LACK_OWN_SCOPE = 1 << 3,  // its proof is another entity's or product's
};

/* One claim of one offer (RULES 2, 3, 5). Points are of the total, over the criteria it feeds. */
struct claim_score {
    enum claim_state state;
    const struct measured *measured; // what we measured of it; NULL: nothing
    bool has_grade;                  // a criterion that it feeds asks for evidence
    enum grade grade;                // the best that carries one of its criteria
    double claimed, evidenced;       // points
    const struct wording_hit *wording;
    size_t wording_count;
    unsigned lacks; // of enum claim_lack
};

struct scored_offer {
    const struct offer *offer;        // borrowed: the project
    struct item_score *items;         // per item; [0] the total
    struct criterion_score *criteria; // per item, sections unused
    struct gate_score *gates;         // in the order of result.gates
    struct condition *conditions;     // musts first, then by points; closed ones, too
    size_t condition_count;
    bool has_total;        // something is in the sum
    double published;      // total as published, 0..100
    double gap[GAP_COUNT]; // points; add up to claimed - evidenced of the total
    size_t open_count;     // criteria not yet scored; prices left out on purpose are not among them
    size_t moderate_count; // criteria that the panel has still to moderate
    const struct claim_score *claims; // per response.claims
    bool ranked;
    size_t rank; // 1-based, shared on ties; 0: not ranked
    bool shares_rank;
    bool rank_by_tie_rule; // the tie rule separated it from another
    enum outcome outcome;
    bool preferred;
    double compared_share; // weight that agreed not-applicables leave, 0..1
    bool compared_in_part; // they leave under 80 % of the weight of a section or of the whole
};

/* A loser whose leaving out would change who leads, since prices are relative (RULES 9). */
struct price_turn {
    size_t left_out;   // index into result.offers
    size_t new_leader; // likewise
};

/* One level for one vendor on one criterion that changes who leads (RULES 8). */
struct one_mark {
    size_t offer; // index into result.offers
    size_t item;
};

/* What one answer of a clarification did to its vendor: the difference to a result without it, with
 * what others say of the criterion. */
struct clarification_effect {
    size_t clarification;        // index into project.clarifications
    size_t offer;                // index into result.offers
    size_t item;                 // the criterion
    double points;               // of the evidenced total, 0..100; below 0: it cost some
    enum outcome outcome_before; // the outcome without it
};

struct result {
    const struct project *project; // borrowed
    struct scored_offer *offers;
    size_t offer_count;
    const size_t *order; // indices into `offers`: by rank, then those without a rank; as read
    const size_t *gates; // items that have a gate: criteria in tree order, section minima, minima
                         // over a price
    size_t gate_count;
    const char *const *provisional; // reasons, whole sentences; empty: final
    size_t provisional_count;
    bool without_price;   // prices are not opened, and were left out of the sum
    const double *shares; // per item: share of the whole by the weights alone, 0..1
    const struct price_turn *price_turns;
    size_t price_turn_count;
    const struct one_mark *one_marks;
    size_t one_mark_count;
    const struct clarification_effect
        *clarification_effects; // by clarification, then in tree order
    size_t clarification_effect_count;
    bool has_leader;
    size_t leader; // index into offers: the first in order; only where has_leader
    double lead;   // published points ahead of the next one; 0 with fewer than two ranked; below 0
                   // where the tie rule put a lower score first within the margin
    bool narrow;   // lead of at most the margin, or a one-mark test that changes the leader
};
size_t result_ranked_count(const struct result *result); // how many offers have a rank

#endif
