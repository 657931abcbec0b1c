#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "model/claim_class.h"
#include "model/criteria.h"

#include "score/wording_match.h"

static const char *const SHARE[] = {"100 %", "100%"};
static const char *const FREE[] = {"hallucination-free", "free of hallucinations"};
static const char *const ALONE[] = {"fully autonomous", "autonomous", "by itself"};
static const char *const UPTO[] = {"up to"};
static const char *const NINES[] = {"99."};
static const char *const OWN[] = {"world's best", "naïve"};
static const size_t ACCURACY[] = {0};

static const struct claim_class CLASSES[] = {{.id = "accuracy"}, {.id = "outcome"}};
static const struct wording WORDINGS[] = {
    {.id = "share", .words = SHARE, .word_count = 2},
    {.id = "free", .words = FREE, .word_count = 2},
    {.id = "alone", .words = ALONE, .word_count = 3},
    {.id = "upto", .words = UPTO, .word_count = 1},
    {.id = "nines", .words = NINES, .word_count = 1, .classes = ACCURACY, .class_count = 1},
    {.id = "own", .words = OWN, .word_count = 2},
};
static const struct criteria CRITERIA = {.classes = CLASSES,
                                         .class_count = COUNT_OF(CLASSES),
                                         .wordings = WORDINGS,
                                         .wording_count = COUNT_OF(WORDINGS)};

/* What is found, as `id[words] id[words]`. */
static const char *hits_of(struct arena *arena, const char *class, const char *says)
{
    struct wording_matcher matcher = wording_matcher(arena, &CRITERIA);
    size_t count = 0;
    const struct wording_hit *hits = wording_match(&matcher, class, says, &count);
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < count; i++) {
        text_add_format(&text, "%s%s[%.*s]", i == 0 ? "" : " ", hits[i].wording->id,
                        (int)hits[i].length, says + hits[i].start);
    }
    return text.text;
}

static const struct {
    const char *says, *want;
} CASES[] = {
    {"", ""},
    {"It works", ""},
    {"Blocks 100 % of attacks", "share[100 %]"},
    {"Blocks 100% of attacks", "share[100%]"},
    {"Hallucination-free by design", "free[Hallucination-free]"},
    {"HALLUCINATION-FREE", "free[HALLUCINATION-FREE]"},
    // Whole words, where they begin or end with a letter or digit.
    {"Blocks 2100 % more", ""},
    {"1100% growth", ""},
    {"autonomously", ""},
    {"semi-autonomous", "alone[autonomous]"},
    {"Setup toolkit", ""},
    {"100 %-safe", "share[100 %]"},
    {"(up to 90)", "upto[up to]"},
    // Blanks, hyphens, apostrophes and what nobody sees.
    {"100\xC2\xA0% safe", "share[100\xC2\xA0%]"},
    {"up\n  to 90", "upto[up\n  to]"},
    {"hallucination\xE2\x80\x91"
     "free",
     "free[hallucination\xE2\x80\x91"
     "free]"},
    {"hallu\xE2\x80\x8B"
     "cination-free",
     "free[hallu\xE2\x80\x8B"
     "cination-free]"},
    {"The world\xE2\x80\x99s best", "own[world\xE2\x80\x99s best]"},
    {"A na\xC3\xAFve test", "own[na\xC3\xAFve]"},
    {"na\xC3\xAFvet\xC3\xA9", ""},
    // In the order of the text, each once, the longer one of two.
    {"Up to 100 %, fully autonomous", "upto[Up to] share[100 %] alone[fully autonomous]"},
    {"100 % and again 100 %", "share[100 %]"},
    {"by itself, fully autonomous", "alone[by itself]"},
    // What is negated is no hit.
    {"not 100 % right", ""},
    {"It is not 100 % right", ""},
    {"We do not promise hallucination-free answers", ""},
    {"No hallucination-free claims from us", ""},
    {"It isn't fully autonomous", ""},
    {"It isn\xE2\x80\x99t fully autonomous", ""},
    {"It cannot be free of hallucinations", ""},
    {"never up to 90 %", ""},
    // A negation of something else is none of this.
    {"No setup, 100 % safe", "share[100 %]"},
    {"Not expensive and fully autonomous", "alone[fully autonomous]"},
    {"Not only 100 % right", "share[100 %]"},
    {"No less than 100 %", "share[100 %]"},
    {"It does not stop. 100 % safe", "share[100 %]"},
    {"without any human work fully autonomous", "alone[fully autonomous]"},
    {"Knots 100 %", "share[100 %]"},
    {"Not 100 %, yet 100 % soon", "share[100 %]"},
};

static void wordings_are_found_in_what_is_said(void **state)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        check_text(hits_of(&arena, "outcome", CASES[i].says), CASES[i].want, i);
    }
    arena_release(&arena);
}

static void a_wording_of_a_class_is_looked_for_in_claims_of_that_class(void **state)
{
    struct arena arena;
    arena_init(&arena);
    check_text(hits_of(&arena, "accuracy", "99.9 % right"), "nines[99.]", 0);
    check_text(hits_of(&arena, "outcome", "99.9 % right"), "", 1);
    check_text(hits_of(&arena, NULL, "99.9 % right, up to"), "upto[up to]", 2);
    check_text(hits_of(&arena, "magic", "99.9 % right, up to"), "upto[up to]", 3);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordings_are_found_in_what_is_said),
        cmocka_unit_test(a_wording_of_a_class_is_looked_for_in_claims_of_that_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
