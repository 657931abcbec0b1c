/*
 * Findings: what the buyer checked, saw, measured or agreed to, one file a vendor.
 *
 * Source: FORMATS, "Findings"; RULES 2 and 12.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_FINDINGS_H
#define VOUCH_MODEL_FINDINGS_H

#include "base/date.h"
#include "base/loc.h"
#include "model/quantity.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct evaluation;
struct input;
struct response;

enum verdict { VERDICT_OPEN, VERDICT_ACCEPTED, VERDICT_REJECTED };
enum scope { SCOPE_FULL, SCOPE_PARTIAL };

/* What the buyer says of a piece of the vendor's evidence. */
struct evidence_finding {
    enum verdict verdict;
    bool held;
    bool seen;
    const char *seen_by, *seen_where; // NULL: not said
    struct date seen_on;
    enum scope scope;
    const size_t *exceptions; // criteria touched by an exception
    size_t exception_count;
    const char *because; // NULL: not said
    bool given;          // the findings speak of it
    struct loc at;
};

/* The buyer's own evidence: pilot, reference call, interview … It counts by itself, without
 * acceptance. */
struct own_evidence {
    const char *id;
    size_t kind; // index into criteria.kinds
    const char *title;
    struct date on, expires;
    const size_t *carries; // criteria
    size_t carries_count;
    enum scope scope;
    const char *because;
    struct loc at;
};

/* The evidence shows a lower level than was answered. */
struct shown {
    bool given;
    const char *word;
    double value;               // 0..1, as claimed value
    double place;               // as answer.place
    const char *from, *because; // NULL: not said
    struct loc at;
};

struct applicability {
    bool given;
    bool agreed;
    const char *because;
    struct loc at;
};

/* A figure that the buyer measured; those of effects are not yet computed. */
struct measured {
    const char *claim; // id of a claim, or of an effect
    bool is_effect;
    const char *figure, *from, *because; // `from`, `because` NULL: not said
    struct quantity value;               // the figure, read
    double cases;                        // 0: not said
    struct loc at;
};

struct findings {
    const char *vendor;
    const char *by;
    struct date on;
    struct evidence_finding *evidence; // per response.evidence
    struct own_evidence *own;
    size_t own_count;
    struct shown *shows;                  // per item
    struct applicability *not_applicable; // per item
    struct measured *measured;
    size_t measured_count;
    const char *source; // NULL: the vendor has no findings
};

/* Findings that say nothing, for a vendor without a file. */
void findings_init(struct arena *arena, const struct evaluation *evaluation,
                   const struct response *response, struct findings *findings);

/* The vendor a findings file speaks of, read before anything else, and where it says so; NULL (and
 * a diagnostic) where it cannot be told. */
const char *findings_vendor(struct arena *arena, const struct input *input, struct diag_list *diags,
                            struct loc *at);

/*
 * Bind one findings file onto findings_init()'s result; an error in it is one of the evaluation
 * (RULES 12).
 *
 * Reports: FINDING_BAD, EVIDENCE_UNKNOWN, CRITERION_UNKNOWN, ANSWER_UNKNOWN, ANSWER_BAD,
 * EVIDENCE_KIND_UNKNOWN, KEY_*, …
 */
bool findings_bind(struct arena *arena, const struct evaluation *evaluation,
                   const struct response *response, const struct input *input,
                   struct diag_list *diags, struct findings *findings);

#endif
