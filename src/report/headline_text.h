/*
 * The sentences at the head of Summary, as they read in this run. The formulas of headline.c make
 * the same ones from the cells.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_HEADLINE_TEXT_H
#define VOUCH_REPORT_HEADLINE_TEXT_H

#include "report/summary_page.h"

/* What the sentences are made of. An offer that is NULL has the name `–` and the figure `n/a`. */
const char *headline_name(const struct scored_offer *offer);
const char *headline_score(const struct summary_page *page, const struct scored_offer *offer);
/* share: 0..1, shown of 100 with one decimal. */
const char *headline_figure(const struct summary_page *page, const struct scored_offer *offer,
                            double share);
/* What of the first is not proven, in percent without decimals; "0" where there is no score. */
const char *headline_unproven(const struct summary_page *page);

/* How far the first is ahead, as the headline says it: "4.20", "only 0.40", or by the tie rule. */
#define HEADLINE_BY_TIE_RULE "by the tie rule"
const char *headline_lead(const struct summary_page *page);

/* The headline: who leads, and behind it what that hangs on, of which the terms are one case. */
const char *headline_who(const struct summary_page *page);
const char *headline_adds(const struct summary_page *page);
const char *headline_terms(const struct summary_page *page);

/* Below it: how sure the order is, what remains on proof alone, what is to be decided. */
const char *headline_sure(const struct summary_page *page);
const char *headline_proof(const struct summary_page *page);
const char *headline_ask(const struct summary_page *page);

/* What the headline begins with: "PROVISIONAL: ", "FINAL: ", "FINAL, against
 * the ranking: ", or nothing. */
const char *headline_prefix(const struct summary_page *page);

/* What was decided, and whether that is final; NULL: nothing is. */
const char *headline_decision(const struct summary_page *page);

/* For the status strip: the plan where nothing differs from it, and counts. */
const char *headline_plan(const struct summary_page *page);
const char *headline_received(const struct summary_page *page);
const char *headline_answered(const struct summary_page *page);
const char *headline_opened(const struct summary_page *page);

#endif
