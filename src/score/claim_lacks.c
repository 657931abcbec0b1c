#include "score/claim_lacks.h"

#include "base/text.h"

#include <string.h>

/* Classes whose figures are rates of cases, and those whose figures are changes. */
static const char *const RATES[] = {"accuracy", "automation", "autonomy", "hallucination-free",
                                    "fairness"};
static const char *const CHANGES[] = {"outcome"};

/* What cases are called. */
static const char *const CASES[] = {
    "case",     "call",  "answer", "draft",    "document", "question", "conversation", "contact",
    "ticket",   "test",  "sample", "text",     "message",  "e-mail",   "email",        "user",
    "decision", "order", "page",   "customer", "request",  "image",    "record",       "item",
};

static const char *const TIMES[] = {"ms",     "s",       "sec", "second", "seconds", "min",
                                    "minute", "minutes", "h",   "hour",   "hours"};

/* What says of which share of cases a time holds. */
static const char *const SHARES_OF_TIMES[] = {"median", "percentile", "p50",  "p90",   "p95",
                                              "p99",    "average",    "mean", "worst", "at most"};

static bool is_word_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; word != NULL && i < count; i++) {
        if (text_equal_ignoring_case(word, words[i])) {
            return true;
        }
    }
    return false;
}

static bool starts_ignoring_case(const char *text, const char *start)
{
    for (; *start != '\0'; text++, start++) {
        char letter = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
        if (letter != *start) {
            return false;
        }
    }
    return true;
}

static bool holds_any(const char *text, const char *const *parts, size_t count)
{
    for (const char *at = text; *at != '\0'; at++) {
        for (size_t i = 0; i < count; i++) {
            if (starts_ignoring_case(at, parts[i])) {
                return true;
            }
        }
    }
    return false;
}

/* Two words behind a number at most: "4,100 cases", "2,600 real customer calls"; not "98 % of
 * calls". */
static bool counts_cases(const char *behind)
{
    enum { WORDS_BETWEEN_MOST = 2 };
    static const char *const RATE_SIGNS[] = {"%", "per cent", "percent"};
    for (size_t i = 0; i < COUNT_OF(RATE_SIGNS); i++) {
        if (starts_ignoring_case(behind + strspn(behind, " "), RATE_SIGNS[i])) {
            return false;
        }
    }
    for (size_t word = 0; word <= WORDS_BETWEEN_MOST && behind[0] == ' '; word++) {
        behind += strspn(behind, " ");
        for (size_t i = 0; i < COUNT_OF(CASES); i++) {
            if (starts_ignoring_case(behind, CASES[i])) {
                return true;
            }
        }
        behind += strcspn(behind, " .,;:!?()");
    }
    return false;
}

/* Does the text name a number of cases: "on 4,100 cases", "n = 4100"? */
static bool names_a_sample(const char *says)
{
    static const char *const SIGNS[] = {"n = ", "n=", "(n "};
    if (holds_any(says, SIGNS, COUNT_OF(SIGNS))) {
        return true;
    }
    for (const char *at = says; *at != '\0';) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 0) {
            at++;
            continue;
        }
        size_t number = strspn(at, "0123456789.,");
        if (counts_cases(at + number)) {
            return true;
        }
        at += number;
    }
    return false;
}

/* Is one of the claim's own pieces of evidence another entity's or product's? */
static bool is_of_another_scope(const struct scored_offer *scored, const struct claim *claim)
{
    for (size_t c = 0; c < claim->criterion_count; c++) {
        const struct criterion_score *score = &scored->criteria[claim->criteria[c]];
        for (size_t k = 0; k < score->carrier_count; k++) {
            const struct carrier *carrier = &score->carriers[k];
            if (!carrier->own && (carrier->faults & (unsigned)FAULT_OTHER_ENTITY) != 0) {
                return true;
            }
        }
    }
    return false;
}

unsigned claim_lacks(const struct scored_offer *scored, const struct claim *claim)
{
    bool has_figure = claim->stated.kind != QUANTITY_NONE;
    unsigned lacks = 0;
    if (has_figure && is_word_among(claim->class, RATES, COUNT_OF(RATES)) &&
        !names_a_sample(claim->says)) {
        lacks |= LACK_SAMPLE;
    }
    if (has_figure && is_word_among(claim->class, CHANGES, COUNT_OF(CHANGES)) &&
        claim->base.kind == QUANTITY_NONE) {
        lacks |= LACK_BASELINE;
    }
    if (has_figure && is_word_among(claim->stated.unit, TIMES, COUNT_OF(TIMES)) &&
        !holds_any(claim->says, SHARES_OF_TIMES, COUNT_OF(SHARES_OF_TIMES))) {
        lacks |= LACK_PERCENTILE;
    }
    if (is_of_another_scope(scored, claim)) {
        lacks |= LACK_OWN_SCOPE;
    }
    return lacks;
}

const char *claim_lack_word(enum claim_lack lack)
{
    switch (lack) {
    case LACK_SAMPLE:
        return "no sample";
    case LACK_BASELINE:
        return "no baseline";
    case LACK_PERCENTILE:
        return "no percentile";
    case LACK_OWN_SCOPE:
        return "other scope";
    }
    return "";
}
