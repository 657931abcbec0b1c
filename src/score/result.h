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

/* How one vendor stands to one criterion. */
struct criterion_score {
    enum answer_state state;
    bool agreed; // STATE_NOT_APPLICABLE: the buyer agrees, or it is accepted without a finding
    bool evidence_asked;
    enum grade grade;               // of the best carrier; GRADE_STATED for a bare answer
    bool has_grade;                 // evidence is asked and something is answered
    double ceiling;                 // 0..1; 1 where none is asked
    bool contradicted;              // a finding shows less than was answered
    double shown;                   // what it shows, 0..1; only where contradicted
    const struct carrier *carriers; // best first
    size_t carrier_count;
    double gap[5]; // of enum gap_cause, in shares of 1; add up to claimed - evidenced
};

/* Where the claimed score is lost, from gravest to most harmless (RULES 5). */
enum gap_cause {
    GAP_CONTRADICTED,
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
    size_t open_count;     // criteria not yet scored
    bool ranked;
    size_t rank; // 1-based, shared on ties; 0: not ranked
    bool shares_rank;
    bool rank_by_tie_rule; // the tie rule separated it from another
    enum outcome outcome;
    bool preferred;
    double compared_share; // weight that agreed not-applicables leave, 0..1
    bool compared_in_part; // they leave under 80 % of the weight of a section or of the whole
};

/* One level for one vendor on one criterion that changes who leads (RULES 8). */
struct one_mark {
    size_t offer; // index into result.offers
    size_t item;
};

struct result {
    const struct project *project; // borrowed
    struct scored_offer *offers;
    size_t offer_count;
    const size_t *order; // indices into `offers`: by rank, then those without a rank; as read
    const size_t
        *gates; // items that have a gate, criteria first in tree order, then section minima
    size_t gate_count;
    const char *const *provisional; // reasons, whole sentences; empty: final
    size_t provisional_count;
    const double *shares; // per item: share of the whole by the weights alone, 0..1
    const struct one_mark *one_marks;
    size_t one_mark_count;
    bool has_leader;
    size_t leader; // index into offers: the first in order; only where has_leader
    double lead;   // published points ahead of the next one; 0 with fewer than two ranked; below 0
                   // where the tie rule put a lower score first within the margin
    bool narrow;   // lead of at most the margin, or a one-mark test that changes the leader
};

#endif
