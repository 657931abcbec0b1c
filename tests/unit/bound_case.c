#include "bound_case.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "check.h"

static const char CRITERIA[] =
    "tree:\n"
    "  - id: A\n"
    "    title: Alpha\n"
    "    items:\n"
    "      - id: A-1\n"
    "        title: First\n"
    "        answer: maturity\n"
    "        evidence: [policy, soc2]\n"
    "        gate: {at_least: Partial, waivable_by: [CISO, CIO]}\n"
    "      - {id: A-2, title: Second, answer: yes_no, evidence: pilot}\n"
    "      - {id: A-3, title: Third, answer: percent}\n"
    "  - id: B\n"
    "    title: Beta\n"
    "    items:\n"
    "      - {id: B-1, title: Speed, answer: {number: ms, best: 200, worst: 2000}}\n"
    "      - {id: B-2, title: Fee, answer: {money: EUR, best: 0, worst: 50000}}\n"
    "      - {id: B-3, title: Start, answer: {date: {best: 2026-01-01, worst: 2026-01-11}}}\n"
    "      - {id: B-4, title: Extent, answer: {choice: {full: 1, half: 0.5, none: 0}}}\n"
    "      - id: B-5\n"
    "        title: Encryption\n"
    "        answer: {checklist: {rest: At rest, transit: {label: In transit, weight: 3}}}\n"
    "      - {id: B-6, title: Words, answer: text}\n"
    "      - {id: B-7, title: Points, answer: {number: points, curve: [[0, 0], [100, 1]]}}\n";

static const char KINDS[] =
    "kinds:\n"
    "  - {id: policy, title: Policy, grade: documented, lifetime: none}\n"
    "  - {id: soc2, title: SOC 2, grade: independent, lifetime: 12 months}\n"
    "  - {id: pilot, title: Pilot, grade: verified, lifetime: 1 year, buyer_only: yes}\n";

/* Those that are built in need more kinds. */
static const char CLAIMS[] = "classes:\n"
                             "  - {id: outcome, title: Outcome, proof: Measured, kinds: [pilot],"
                             " ask: Where?}\n"
                             "wordings: []\n";

static const struct bound_file SOUND[] = {
    {"evaluation.yaml", HEAD},
    {"ours.yaml", CRITERIA},
    {"criteria/evidence.yaml", KINDS},
    {"criteria/claims.yaml", CLAIMS},
    {"responses/acme.yaml", VENDOR "answers: {A-1: In place}\n"},
};

static const struct bound_file *find_file(const struct bound_file *files, size_t count,
                                          const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal(files[i].name, name)) {
            return &files[i];
        }
    }
    return NULL;
}

static void add_file(struct bound *bound, const struct bound_file *file)
{
    if (file->text != NULL) {
        bundle_add(&bound->arena, &bound->bundle, file->name, (const uint8_t *)file->text,
                   strlen(file->text), false);
    }
}

void bound_init(struct bound *bound, const struct bound_file *files, size_t count)
{
    struct date none = {.year = 0};
    *bound = (struct bound){.sound = false};
    arena_init(&bound->arena);
    diag_list_init(&bound->diags, &bound->arena);
    for (size_t i = 0; i < COUNT_OF(SOUND); i++) {
        const struct bound_file *replaced = find_file(files, count, SOUND[i].name);
        add_file(bound, replaced == NULL ? &SOUND[i] : replaced);
    }
    for (size_t i = 0; i < count; i++) {
        if (find_file(SOUND, COUNT_OF(SOUND), files[i].name) == NULL) {
            add_file(bound, &files[i]);
        }
    }
    bound->sound = project_bind(&bound->arena, &bound->bundle, none, &bound->diags,
                                &bound->project);
    diag_list_sort(&bound->diags);
}

void bound_init_sound(struct bound *bound, size_t row, const struct bound_file *files, size_t count)
{
    bound_init(bound, files, count);
    check_text(bound_faults(bound), "", row);
}

void bound_release(struct bound *bound)
{
    arena_release(&bound->arena);
}

static void add_diag(struct text_builder *lines, struct arena *arena, const struct diag *diag)
{
    text_add_format(lines, "%s%s %s %s", lines->length > 0 ? "\n" : "", loc_text(arena, diag->at),
                    diag_code_name(diag->code), diag->message);
    if (diag->label != NULL) {
        text_add_format(lines, " [%s]", diag->label);
    }
    if (diag->help != NULL) {
        text_add_format(lines, " (%s)", diag->help);
    }
}

const char *bound_faults(struct bound *bound)
{
    struct text_builder lines;
    text_builder_init(&lines, &bound->arena);
    for (size_t i = 0; i < bound->diags.count; i++) {
        if (diag_code_severity(bound->diags.diags[i]->code) != DIAG_NOTE) {
            add_diag(&lines, &bound->arena, bound->diags.diags[i]);
        }
    }
    return lines.text;
}

const char *bound_notes(struct bound *bound)
{
    struct text_builder lines;
    text_builder_init(&lines, &bound->arena);
    for (size_t i = 0; i < bound->diags.count; i++) {
        if (diag_code_severity(bound->diags.diags[i]->code) == DIAG_NOTE) {
            add_diag(&lines, &bound->arena, bound->diags.diags[i]);
        }
    }
    return lines.text;
}

void check_bound_cases(const struct bound_file *beside, const struct bound_case *cases,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct bound_file files[2] = {{cases[i].file, cases[i].text}};
        struct bound bound;
        if (beside != NULL) {
            files[1] = *beside;
        }
        bound_init(&bound, files, beside == NULL ? 1 : 2);
        check_text(bound_faults(&bound), cases[i].want, i);
        bound_release(&bound);
    }
}
