#include "report/signs.h"

#include "base/text.h"

static const char *const OUTCOME_SIGNS[] = {
    [OUTCOME_INCOMPLETE] = "○", [OUTCOME_EXCLUDED] = "✗",   [OUTCOME_NOT_ACCEPTABLE] = "■",
    [OUTCOME_CONDITIONS] = "▲", [OUTCOME_ACCEPTABLE] = "✓",
};
static const char *const OUTCOME_WORDS[] = {
    [OUTCOME_INCOMPLETE] = "incomplete",         [OUTCOME_EXCLUDED] = "excluded",
    [OUTCOME_NOT_ACCEPTABLE] = "not acceptable", [OUTCOME_CONDITIONS] = "conditions",
    [OUTCOME_ACCEPTABLE] = "acceptable",
};
_Static_assert(COUNT_OF(OUTCOME_SIGNS) == COUNT_OF(OUTCOME_WORDS), "a sign a word");

static const char *const GATE_SIGNS[] = {
    [GATE_MET] = "✓",
    [GATE_TO_BE_PROVEN] = "▲",
    [GATE_WAIVED] = "◊",
    [GATE_NOT_MET] = "✗",
};

static const char *const PIPS[] = {
    [GRADE_STATED] = "●○○○",
    [GRADE_DOCUMENTED] = "●●○○",
    [GRADE_INDEPENDENT] = "●●●○",
    [GRADE_VERIFIED] = "●●●●",
};
_Static_assert(COUNT_OF(PIPS) == GRADE_COUNT, "pips a grade");

const char *outcome_sign(enum outcome outcome)
{
    return OUTCOME_SIGNS[outcome];
}

const char *outcome_short_word(enum outcome outcome)
{
    return OUTCOME_WORDS[outcome];
}

const char *gate_sign(enum gate_result result)
{
    return GATE_SIGNS[result];
}

const char *grade_pips(enum grade grade)
{
    return PIPS[grade];
}
