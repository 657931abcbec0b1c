/*
 * Small projects built in memory, for tests of score/ and report/: no file is read.
 *
 *     static const struct built_item TREE[] = {
 *         {.id = "GOV", .depth = 1, .weight = 30},
 *         {.id = "GOV-01", .depth = 2, .weight = 1, .kinds = "policy"},
 *     };
 *     struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
 *     struct offer *acme = built_offer(project, "acme");
 *     built_answer(project, acme, "GOV-01", "Partial");
 *
 * Levels are those of `maturity`: Absent 0, Planned 0, Partial 0.5, In place 0.75, Measured 1.
 * Kinds of evidence: `policy` (documented, does not age), `report` (independent, 12 months),
 * `test` (verified, 12 months), `pilot` (verified, 12 months, only the buyer's).
 *
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_BUILT_PROJECT_H
#define VOUCH_TESTS_BUILT_PROJECT_H

#include "model/project.h"
#include "score/score.h"

#include <stddef.h>

struct arena;

/* An item in tree order; a row is a section where the next one lies deeper. */
struct built_item {
    const char *id;
    size_t depth; // 1: top
    double weight;
    enum answer_kind answer; // LEVEL where left out
    const char *kinds;       // "policy report"; NULL: no evidence is asked
};

/* A project without offers, as RULES set it out, with the position 2026-10-15. */
struct project *built_project(struct arena *arena, const struct built_item *rows, size_t count);

/* The item of an id, which must be there. */
size_t built_find(const struct project *project, const char *id);
struct item *built_item(struct project *project, const char *id);

/* One more offer; `name` is the id with a capital letter. At most 64 offers a project. */
struct offer *built_offer(struct project *project, const char *id);

/* Answer with a level, `yes` or `no`, or a number from 0 to 1 as itself (percent and number). */
struct answer *built_answer(const struct project *project, struct offer *offer, const char *id,
                            const char *word);
struct answer *built_reply(const struct project *project, struct offer *offer, const char *id,
                           enum reply reply);

/* The vendor says that it is not applicable, and the findings agree. */
void built_not_applicable(const struct project *project, struct offer *offer, const char *id);

/*
 * One more piece of the vendor's evidence, cited with a place by one answer, which has been given.
 * Issued 2026-01-01, held and accepted by the findings. At most 64 pieces an offer.
 *
 * Returns its index in response.evidence and findings.evidence.
 */
size_t built_evidence(const struct project *project, struct offer *offer, const char *id,
                      const char *kind);

/* One more piece of the buyer's own, of 2026-06-01. At most 64 an offer. */
struct own_evidence *built_own(const struct project *project, struct offer *offer, const char *id,
                               const char *kind);

/* One more claim of an outcome: figures as `98%` or NULL; `feeds` ids with blanks between, or NULL.
 * At most 64 an offer. */
struct claim *built_claim(const struct project *project, struct offer *offer, const char *feeds,
                          const char *figure, const char *baseline);

/* What we measured of a claim; `from` the id of evidence, or NULL. */
struct measured *built_measured(const struct project *project, struct offer *offer,
                                const struct claim *claim, const char *figure, const char *from);

/* A finding that the evidence shows a level. */
void built_shows(const struct project *project, struct offer *offer, const char *id,
                 const char *word);

/* One more evaluator, who declares no conflict. At most 8 a project. */
struct assessment *built_evaluator(struct project *project, const char *id);

/* A mark of an evaluator, or what the chair moderated. At most 64 marks an evaluator. */
struct mark *built_mark(const struct project *project, struct assessment *assessment,
                        const char *vendor, const char *id, const char *word);
struct mark *built_moderated(const struct project *project, struct assessment *assessment,
                             const char *vendor, const char *id, const char *word);

/* One word as a list, for `when`, `is` and `waivable_by`. */
const char *const *built_word(struct arena *arena, const char *word);

/* A gate on a criterion; its bound is found for AT_LEAST and AT_MOST on levels. */
struct gate *built_gate(struct project *project, const char *id, enum gate_test test,
                        const char *word);

/* A target of a criterion, in words as of an answer. */
struct item *built_target(struct project *project, const char *id, const char *word);

/* A least published score of a section. */
void built_minimum(struct project *project, const char *id, double least);

/* The project scored by its own rules and weights. */
struct result built_result(struct arena *arena, const struct project *project);

/* A wording of one word; `title` may be NULL. */
void built_wording(struct project *project, const char *id, const char *title, const char *word);

#endif
