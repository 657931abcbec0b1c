#include "score/result.h"

#include "base/text.h"

#include <assert.h>

const char *answer_state_word(enum answer_state state)
{
    static const char *const WORDS[] = {
        [STATE_ANSWERED] = "answered",
        [STATE_UNANSWERED] = "unanswered",
        [STATE_DECLINED] = "declined",
        [STATE_NOT_APPLICABLE] = "not_applicable",
        [STATE_NOT_YET_SCORED] = "not_yet_scored",
        [STATE_NOT_ASKED] = "not_asked",
    };
    _Static_assert(COUNT_OF(WORDS) == STATE_COUNT, "a word a state");
    assert(state < STATE_COUNT);
    return WORDS[state];
}

const char *gate_result_word(enum gate_result result)
{
    static const char *const WORDS[] = {
        [GATE_MET] = "met",
        [GATE_TO_BE_PROVEN] = "to be proven",
        [GATE_WAIVED] = "waived",
        [GATE_NOT_MET] = "not met",
    };
    return WORDS[result];
}

const char *outcome_word(enum outcome outcome)
{
    static const char *const WORDS[] = {
        [OUTCOME_INCOMPLETE] = "incomplete",
        [OUTCOME_EXCLUDED] = "excluded",
        [OUTCOME_NOT_ACCEPTABLE] = "not acceptable",
        [OUTCOME_CONDITIONS] = "acceptable with conditions",
        [OUTCOME_ACCEPTABLE] = "acceptable",
    };
    return WORDS[outcome];
}

const char *claim_state_word(enum claim_state state)
{
    static const char *const WORDS[] = {
        [CLAIM_CONTRADICTED] = "contradicted",
        [CLAIM_NOT_PROVEN] = "not proven",
        [CLAIM_NOT_OPENED] = "not opened",
        [CLAIM_HOLDS] = "holds",
    };
    _Static_assert(COUNT_OF(WORDS) == CLAIM_STATE_COUNT, "a word for each state");
    assert(state < CLAIM_STATE_COUNT);
    return WORDS[state];
}

size_t result_ranked_count(const struct result *result)
{
    size_t ranked = 0;
    for (size_t i = 0; i < result->offer_count; i++) {
        ranked += result->offers[i].ranked ? 1 : 0;
    }
    return ranked;
}
