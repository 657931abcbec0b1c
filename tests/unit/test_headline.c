/* The headline of Summary, as it reads and as its formula has it cached. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "read/bundle.h"
#include "report/book_list.h"
#include "report/sheet_summary.h"

static const struct built_item RATES[] = {
    {.id = "A", .depth = 1, .weight = 60, .answer = ANSWER_PERCENT},
    {.id = "B", .depth = 1, .weight = 40, .answer = ANSWER_PERCENT},
};

/* Totals by hand: 60 % of A and 40 % of B. The tie rule looks at B. */
static const struct {
    const char *a[2], *b[2]; // of Acme and Globex
    enum margin_effect effect;
    const char *headline;
} CASES[] = {
    {{"0.9", "0.7"},
     {"0.9", "0.7"},
     MARGIN_NOTE,
     "Acme ranks first with 90.00 of 100, 20.00 ahead of Globex."},
    {{"0.75", "0.73"},
     {"0.75", "0.76"},
     MARGIN_NOTE,
     "Acme ranks first with 75.00 of 100, only 0.80 ahead of Globex."},
    {{"0.7", "0.8"},
     {"0.85", "0.7"},
     MARGIN_NOTE,
     "Acme ranks first with 76.00 of 100, by the tie rule ahead of Globex."},
    {{"0.7", "0.81"},
     {"0.85", "0.7"},
     MARGIN_TIE,
     "Acme ranks first with 76.00 of 100, by the tie rule ahead of Globex."},
};

static void lay_out(struct book *book, const void *subject)
{
    sheet_summary(book, subject);
}

static void the_lead_is_said_in_points_or_is_the_tie_rules(void **state)
{
    static const char *const VENDORS[] = {"acme", "globex"};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, RATES, COUNT_OF(RATES));
        const struct bundle bundle = {0}; // the checks count its inputs: none
        size_t tie = built_find(project, "B");
        project->bundle = &bundle;
        project->evaluation.rules.tie = &tie;
        project->evaluation.rules.tie_count = 1;
        project->evaluation.rules.margin_effect = CASES[i].effect;
        for (size_t v = 0; v < COUNT_OF(VENDORS); v++) {
            struct offer *offer = built_offer(project, VENDORS[v]);
            built_answer(project, offer, "A", CASES[i].a[v]);
            built_answer(project, offer, "B", CASES[i].b[v]);
        }
        struct settings settings = settings_of(project);
        struct result result = score_project(&arena, project, &settings);
        const struct scorecard scorecard = {
            .result = &result,
            .layout = layout_of(&arena, &result),
            .mast_right = "Sample",
            .header = "Header",
            .footer = "Footer",
        };
        const struct book_content content = {.subject = &scorecard, .lay_out = lay_out};
        check_contains(book_list(&arena, &content),
                       arena_format(&arena, "-> \"%s\"\n", CASES[i].headline), i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lead_is_said_in_points_or_is_the_tie_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
