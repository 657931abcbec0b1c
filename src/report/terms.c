#include "report/terms.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

enum { WORD_COLUMNS = 80, TEXT_COLUMNS = 400 };

static const char *const KIND_WORDS[] = {
    [TERM_PROOF] = "requirement to be proven",
    [TERM_WAIVER] = "waiver",
    [TERM_CONDITION] = "condition",
    [TERM_WARRANTY] = "warranty",
};
_Static_assert(COUNT_OF(KIND_WORDS) == TERM_KIND_COUNT, "a word a kind");

const char *term_kind_word(enum term_kind kind)
{
    return KIND_WORDS[kind];
}

/* What the terms of an offer are made of. */
struct maker {
    struct arena *arena;
    const struct evaluation *evaluation;
    const struct scored_offer *offer;
    struct term *terms;
    size_t count;
};

static const struct item *item_at(const struct maker *maker, size_t item)
{
    return &maker->evaluation->criteria.items[item];
}

static const struct closed_condition *closing_of(const struct maker *maker, size_t item)
{
    for (size_t i = 0; i < maker->evaluation->closed_count; i++) {
        const struct closed_condition *closed = &maker->evaluation->closed[i];
        if (closed->item == item &&
            text_equal_ignoring_case(closed->vendor, maker->offer->offer->id)) {
            return closed;
        }
    }
    return NULL;
}

/* The level in force of an answer, with whose word it is. */
static const char *answered_level(const struct maker *maker, const struct criterion_score *score)
{
    static const char *const SAYS[] = {[LEVEL_ANSWERED] = "",
                                       [LEVEL_SHOWN] = ", as a finding shows",
                                       [LEVEL_MEASURED] = ", as measured",
                                       [LEVEL_OF_PANEL] = ", by the panel"};
    const struct level_in_force *level = &score->level;
    const char *word = level->word == NULL ? number_text(maker->arena, level->place)
                                           : text_brief(maker->arena, level->word, WORD_COLUMNS);
    return arena_format(maker->arena, "%s%s", word, SAYS[level->source]);
}

static const char *level_of(const struct maker *maker, size_t item)
{
    const struct criterion_score *score = &maker->offer->criteria[item];
    if (!item_is_criterion(item_at(maker, item))) { // a section's minimum
        return arena_format(maker->arena, "%s of 100",
                            number_fixed(maker->arena, maker->offer->items[item].evidenced * 100,
                                         maker->evaluation->rules.decimals));
    }
    switch (score->state) {
    case STATE_ANSWERED:
        return answered_level(maker, score);
    case STATE_UNANSWERED:
        return "no answer";
    case STATE_DECLINED:
        return "declined";
    case STATE_NOT_APPLICABLE:
        return "said not to apply";
    case STATE_NOT_YET_SCORED:
        return "not yet scored";
    case STATE_NOT_ASKED:
    case STATE_COUNT:
        break;
    }
    return "not asked";
}

/* How far the answer to a criterion is proven, before a colon; "" where no proof is asked. */
static const char *proof_of(const struct maker *maker, size_t item)
{
    const struct criterion_score *score = &maker->offer->criteria[item];
    return score->has_grade ? arena_format(maker->arena, " (%s)", grade_word(score->grade)) : "";
}

static const char *waived_words(const struct maker *maker, size_t item)
{
    for (size_t i = 0; i < maker->evaluation->waiver_count; i++) {
        const struct waiver *waiver = &maker->evaluation->waivers[i];
        if (waiver->item == item &&
            text_equal_ignoring_case(waiver->vendor, maker->offer->offer->id)) {
            const char *by = text_brief(maker->arena, waiver->by, WORD_COLUMNS);
            return date_is_given(waiver->on) ? arena_format(maker->arena, "Waived by %s, %s", by,
                                                            date_text(maker->arena, waiver->on))
                                             : arena_format(maker->arena, "Waived by %s", by);
        }
    }
    return "Waived";
}

/* Target and reason, by where the condition comes from. */
static void explain_condition(const struct maker *maker, struct term *term)
{
    const struct item *item = item_at(maker, term->item);
    const char *proof = proof_of(maker, term->item);
    switch (term->condition->source) {
    case CONDITION_TARGET:
        term->target = text_brief(maker->arena, item->target_word, WORD_COLUMNS);
        term->because = arena_format(maker->arena, "%s%s; target %s", term->level, proof,
                                     term->target);
        return;
    case CONDITION_GATE:
        term->kind = TERM_PROOF;
        term->target = grade_word(item->gate.proof);
        term->because = arena_format(maker->arena, "%s%s; proof required: %s", term->level, proof,
                                     term->target);
        return;
    case CONDITION_WAIVER:
        term->kind = TERM_WAIVER;
        term->because = waived_words(maker, term->item);
        return;
    case CONDITION_SHORTFALL:
        term->because = arena_format(maker->arena, "%s%s; among the largest shortfalls",
                                     term->level, proof);
        return;
    }
}

static void add_condition(struct maker *maker, const struct condition *condition)
{
    struct term *term = &maker->terms[maker->count++];
    *term = (struct term){
        .kind = TERM_CONDITION,
        .item = condition->item,
        .condition = condition,
        .text = condition->text,
        .level = level_of(maker, condition->item),
        .must = condition->must,
        .closed = condition->closed ? closing_of(maker, condition->item) : NULL,
        .owner = condition->owner,
        .due = condition->due,
        .points = condition->points,
    };
    explain_condition(maker, term);
    term->because = term_sentence(maker->arena, term->because);
}

static bool is_relied_upon(const struct claim_score *score)
{
    return score->state == CLAIM_HOLDS || score->evidenced > 0;
}

/* "Claim C1: claimed 40%, measured 22%; contradicted, verified". */
static const char *warranty_because(const struct maker *maker, const struct claim *claim,
                                    const struct claim_score *score)
{
    struct text_builder text;
    text_builder_init(&text, maker->arena);
    text_add_format(&text, "Claim %s:", text_brief(maker->arena, claim->id, WORD_COLUMNS));
    bool measured = score->measured != NULL && score->measured->figure != NULL;
    if (claim->figure != NULL) {
        text_add_format(&text, " claimed %s%s",
                        text_brief(maker->arena, claim->figure, WORD_COLUMNS),
                        measured ? "," : ";");
    }
    if (measured) {
        text_add_format(&text, " measured %s;",
                        text_brief(maker->arena, score->measured->figure, WORD_COLUMNS));
    }
    text_add_format(&text, " %s, %s", claim_state_word(score->state),
                    score->has_grade ? grade_word(score->grade) : "no proof asked");
    return text.text;
}

static void add_warranty(struct maker *maker, size_t index)
{
    const struct claim *claim = &maker->offer->offer->response.claims[index];
    const struct claim_score *score = &maker->offer->claims[index];
    const char *grade = score->has_grade ? grade_word(score->grade) : "no proof asked";
    struct term term = {
        .kind = TERM_WARRANTY,
        .item = claim->criterion_count > 0 ? claim->criteria[0] : 0,
        .claim = index,
        .text = arena_format(maker->arena, "Warrant: “%s”",
                             text_brief(maker->arena, claim->says, TEXT_COLUMNS)),
        .because = warranty_because(maker, claim, score),
        .target = claim->figure == NULL ? NULL
                                        : text_brief(maker->arena, claim->figure, WORD_COLUMNS),
        .level = score->measured != NULL && score->measured->figure != NULL
                     ? text_brief(maker->arena, score->measured->figure, WORD_COLUMNS)
                     : grade,
        .must = true,
        .points = score->evidenced,
    };
    size_t at = maker->count++;
    for (; at > 0 && maker->terms[at - 1].kind == TERM_WARRANTY &&
           maker->terms[at - 1].points < term.points;
         at--) {
        maker->terms[at] = maker->terms[at - 1];
    }
    maker->terms[at] = term;
}

struct term_list terms_of(struct arena *arena, const struct result *result,
                          const struct scored_offer *offer)
{
    size_t claims = offer->claims == NULL ? 0 : offer->offer->response.claim_count;
    struct maker maker = {
        .arena = arena,
        .evaluation = &result->project->evaluation,
        .offer = offer,
        .terms = arena_alloc(arena, offer->condition_count + claims, sizeof *maker.terms),
    };
    for (size_t i = 0; i < offer->condition_count; i++) {
        add_condition(&maker, &offer->conditions[i]);
    }
    for (size_t i = 0; i < claims; i++) {
        if (is_relied_upon(&offer->claims[i])) {
            add_warranty(&maker, i);
        }
    }
    return (struct term_list){.terms = maker.terms, .count = maker.count};
}

const char *term_status(struct arena *arena, const struct term *term)
{
    const struct closed_condition *closed = term->closed;
    if (closed == NULL) {
        return "open";
    }
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, "closed");
    if (date_is_given(closed->on)) {
        text_add_format(&text, " %s", date_text(arena, closed->on));
    }
    if (closed->by != NULL) {
        text_add_format(&text, " by %s", text_brief(arena, closed->by, WORD_COLUMNS));
    }
    return text.text;
}

const char *term_sentence(struct arena *arena, const char *why)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    bool inside = false;
    for (const char *at = why; *at != '\0'; at++) {
        if (*at == '`') {
            text_add(&text, inside ? "”" : "“");
            inside = !inside;
        } else if (at == why && *at >= 'a' && *at <= 'z') {
            char capital = (char)(*at - 'a' + 'A');
            text_add_bytes(&text, &capital, 1);
        } else {
            text_add_bytes(&text, at, 1);
        }
    }
    return text.text;
}
