/*
 * Responses: one vendor's offer, as received.
 *
 * Source: FORMATS, "Response (an offer)".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_RESPONSE_H
#define VOUCH_MODEL_RESPONSE_H

#include "base/date.h"
#include "base/digest.h"
#include "base/loc.h"
#include "base/map.h"
#include "model/quantity.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct binder;
struct bundle;
struct criteria;
struct diag_list;
struct evaluation;
struct input;
struct node;

/* What the vendor did with a criterion. What follows from it (not asked, not yet scored) is decided
 * by score/. */
enum reply { REPLY_NONE, REPLY_ANSWER, REPLY_NOT_APPLICABLE, REPLY_DECLINED };

/* The place in a piece of evidence that carries an answer. */
struct citation {
    size_t evidence;   // index into response.evidence
    const char *place; // "CC1.2, p. 18"; NULL: none given
    struct loc at;
};

struct answer {
    enum reply reply;
    const char *text; // as answered, for showing: "In place", "85 %", "rest, transit"; the reason
                      // for the other replies
    double claimed;   // REPLY_ANSWER: its value 0..1 (RULES 1); text: 0
    double place; // levels: index on the scale; choices: worth; numbers, money: the number; dates:
                  // day number; yes/no: 1 or 0
    const bool *ticked; // checklist: per option
    const char *note;   // NULL: none
    const char *from;   // `source:` written by import, NULL: none
    const struct citation *citations;
    size_t citation_count;
    const struct answer *first; // the answer that a clarification replaced, which may be one of an
                                // earlier clarification; NULL: nothing replaced it
    const struct answer *given; // what that clarification itself says, to lay it over another; only
                                // where `first` …
    size_t clarification;       // index into project.clarifications; likewise …
    unsigned clarification_number; // … as is its number
    struct loc at;
};

struct evidence {
    const char *id;
    size_t kind;       // index into criteria.kinds
    bool kind_unknown; // `kind` says nothing, which has been reported
    const char *title, *issuer, *entity, *product, *covers; // NULL: not said
    struct date issued, period_from, period_to, expires;    // year 0: not given
    bool opinion_qualified;
    const char *file;      // NULL: none; as the vendor names it
    const char *held_name; // of that file in the bundle: `responses/soc2.pdf`
    struct loc file_at;    // where `held_name` is said
    bool has_digest;
    struct digest digest;
    struct loc at;
};

/* A statement about the product (RULES 3). */
struct claim {
    const char *id, *class, *says;
    const char *figure, *baseline; // as written; NULL: none
    struct quantity stated, base;  // the same, read
    const size_t *criteria;        // what it feeds, each once
    size_t criterion_count;
    bool fed_left_out; // it names criteria that are not asked here
    const size_t *evidence;
    size_t evidence_count;
    struct loc at;
};

/* Read and checked; money is not yet computed. */
enum cost_kind { COST_ONCE, COST_YEARLY, COST_MONTHLY, COST_PER_USE };
struct cost {
    const char *item;
    enum cost_kind kind;
    double amount;   // or the price of one unit
    double growth;   // share a year
    const char *per; // unit of use
    double volume;   // units a year
    struct loc at;
};
struct effect {
    const char *benefit; // id in the evaluation's money.benefits
    double effect;
    const double *ramp;
    size_t ramp_count;
    const struct citation *citations;
    size_t citation_count;
    struct loc at;
};
struct free_benefit {
    const char *item;
    double yearly;
    const double *ramp;
    size_t ramp_count;
    struct loc at;
};

struct response {
    const char *id, *name, *product; // product NULL: not said
    struct date submitted;
    const char *const *subprocessors;
    size_t subprocessor_count;
    struct answer *answers; // per item of the criteria, sections unused
    struct evidence *evidence;
    size_t evidence_count;
    struct map evidence_by_id; // id -> index
    struct claim *claims;
    size_t claim_count;
    struct cost *costs;
    size_t cost_count;
    struct effect *effects;
    size_t effect_count;
    struct free_benefit *benefits;
    size_t benefit_count;
    const char *source; // name of its input
    struct loc at;      // of the vendor's id, or the file as a whole
    bool sound;         // no error in it: it can be scored
};

/*
 * Bind one response.
 *
 * Reports every fault; `response->sound` says whether it can be scored. The id and name are kept
 * even where it cannot, if they could be read (id NULL otherwise).
 */
void response_bind(struct arena *arena, const struct evaluation *evaluation,
                   const struct input *input, struct diag_list *diags, struct response *response);

/* Answers and evidence that came after the response, as a clarification holds them. */
struct amendment {
    const struct node *answers, *evidence; // as in a response; NULL: none
    const char *source;                    // name of their input
};

/*
 * Bind an amendment: its evidence is added to the response's, whose answers stay as they are.
 *
 * An answer that says only `evidence` or `note` is a reply of its own of kind REPLY_NONE.
 *
 * Returns: shape [criteria]; the answers of the amendment, those with a place (`at.source`).
 * Reports: as response_bind(); CLARIFICATION_BAD for evidence whose id is taken.
 */
struct answer *response_amend(const struct binder *binder, const struct criteria *criteria,
                              const struct amendment *amendment, struct response *response);

#endif
