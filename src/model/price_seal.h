/*
 * The second envelope: prices that are not opened yet (RULES 9, `score --without-price`).
 *
 * What is not opened is taken out of the project itself, so that no sheet and no format can show
 * it.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PRICE_SEAL_H
#define VOUCH_MODEL_PRICE_SEAL_H

struct project;

/* What stands for a price that is not opened: "not opened". */
extern const char PRICE_NOT_OPENED[];

/*
 * Take the prices out of all responses: amount, note, source and citations, the wording and
 * figures of claims about them, and what was asked and said in clarifications that answer them.
 * Every price reads as answered and not opened, whether one is there or not.
 */
void price_seal(struct project *project);

#endif
