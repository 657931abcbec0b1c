#include "report/claim_words.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/claim_class.h"
#include "score/claim_lacks.h"

#include <string.h>

static const enum claim_lack LACKS[] = {LACK_SAMPLE, LACK_BASELINE, LACK_PERCENTILE,
                                        LACK_OWN_SCOPE};
static const char ASK_ANYBODY[] = "What shows that this holds, and where does it stand?";
enum { NAME_COLUMNS = 40 };

const char *claim_sign(enum claim_state state)
{
    static const char *const SIGNS[] = {
        [CLAIM_CONTRADICTED] = "≠",
        [CLAIM_NOT_PROVEN] = "▲",
        [CLAIM_NOT_OPENED] = "○",
        [CLAIM_HOLDS] = "✓",
    };
    _Static_assert(COUNT_OF(SIGNS) == CLAIM_STATE_COUNT, "a sign for each state");
    return SIGNS[state];
}

const char *claim_figure(const struct claim *claim)
{
    return claim->figure == NULL ? "–" : claim->figure;
}

const char *claim_measured(struct arena *arena, const struct claim_score *score)
{
    const struct measured *measured = score->measured;
    if (measured == NULL) {
        return "–";
    }
    return measured->cases > 0 ? arena_format(arena, "%s (%s cases)", measured->figure,
                                              number_grouped(arena, measured->cases, 0))
                               : measured->figure;
}

static const struct offer *offer_at(const struct result *result, struct claim_place place)
{
    return result->offers[place.offer].offer;
}

static const struct scored_offer *scored_at(const struct result *result, struct claim_place place)
{
    return &result->offers[place.offer];
}

/* The title of the evidence of an id, our own or the vendor's; else the id. */
static const char *title_of(const struct offer *offer, const char *id)
{
    size_t index = 0;
    for (size_t i = 0; id != NULL && i < offer->findings.own_count; i++) {
        if (text_equal(offer->findings.own[i].id, id)) {
            return offer->findings.own[i].title;
        }
    }
    if (id != NULL && map_find(&offer->response.evidence_by_id, id, &index) &&
        offer->response.evidence[index].title != NULL) {
        return offer->response.evidence[index].title;
    }
    return id;
}

/* The criterion on which a finding shows less than was answered, or 0. */
static size_t shown_less_on(const struct result *result, struct claim_place place)
{
    const struct criteria *criteria = &result->project->evaluation.criteria;
    const struct offer *offer = offer_at(result, place);
    const struct claim *claim = claim_at(result, place);
    for (size_t i = 0; i < claim->criterion_count; i++) {
        size_t index = claim->criteria[i];
        if (scored_at(result, place)->criteria[index].state == STATE_ANSWERED &&
            shows_less(&criteria->items[index].answer, &offer->response.answers[index],
                       &offer->findings.shows[index])) {
            return index;
        }
    }
    return 0;
}

const char *claim_source(const struct result *result, struct claim_place place)
{
    const struct offer *offer = offer_at(result, place);
    const struct claim_score *score = claim_score_at(result, place);
    if (score->measured != NULL) {
        return title_of(offer, score->measured->from);
    }
    size_t shown = shown_less_on(result, place);
    return shown == 0 ? NULL : title_of(offer, offer->findings.shows[shown].from);
}

/* Why in one or two words: the title, else the words of the id. */
static const char *short_why(struct arena *arena, const struct wording *wording)
{
    if (wording->title != NULL) {
        return wording->title;
    }
    char *words = arena_text(arena, wording->id, strlen(wording->id));
    for (char *at = strchr(words, '-'); at != NULL; at = strchr(at, '-')) {
        *at = ' ';
    }
    return words;
}

const char *claim_wording(struct arena *arena, const struct result *result,
                          struct claim_place place)
{
    const struct claim_score *score = claim_score_at(result, place);
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < score->wording_count; i++) {
        const struct wording_hit *hit = &score->wording[i];
        const char *words = arena_text(arena, claim_at(result, place)->says + hit->start,
                                       hit->length);
        text_add_format(&text, "%s“%s”", text.length == 0 ? "" : "\n", words);
        const char *title = short_why(arena, hit->wording);
        if (!text_equal_ignoring_case(title, words)) {
            text_add_format(&text, ": %s", title);
        }
    }
    for (size_t i = 0; i < COUNT_OF(LACKS); i++) {
        if ((score->lacks & (unsigned)LACKS[i]) != 0) {
            text_add_format(&text, "%s%s", text.length == 0 ? "" : "\n", claim_lack_word(LACKS[i]));
        }
    }
    return text.text;
}

const char *claim_lacks_text(struct arena *arena, unsigned lacks)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < COUNT_OF(LACKS); i++) {
        if ((lacks & (unsigned)LACKS[i]) != 0) {
            text_add_format(&text, "%s%s", text.length == 0 ? "" : ", ", claim_lack_word(LACKS[i]));
        }
    }
    return text.text;
}

const char *wording_why(const struct wording *wording)
{
    return wording->why == NULL ? wording->id : wording->why;
}

/* What is held and not accepted yet, of the criteria that the claim feeds. */
static const char *unopened_title(const struct result *result, struct claim_place place)
{
    const struct offer *offer = offer_at(result, place);
    const struct claim *claim = claim_at(result, place);
    for (size_t i = 0; i < claim->criterion_count; i++) {
        const struct criterion_score *score =
            &scored_at(result, place)->criteria[claim->criteria[i]];
        for (size_t k = 0; k < score->carrier_count; k++) {
            const struct carrier *carrier = &score->carriers[k];
            if (!carrier->own && (carrier->faults & (unsigned)FAULT_NOT_ACCEPTED) != 0 &&
                (carrier->faults & (unsigned)FAULT_NOT_HELD) == 0) {
                return title_of(offer, offer->response.evidence[carrier->index].id);
            }
        }
    }
    return "what lies there";
}

static const char *our_turn(struct arena *arena, const struct result *result,
                            struct claim_place place)
{
    return arena_format(arena, "Our turn: open %s.",
                        text_brief(arena, unopened_title(result, place), NAME_COLUMNS));
}

/* What to ask of one that is contradicted. */
static const char *about_contradiction(struct arena *arena, const struct result *result,
                                       struct claim_place place)
{
    const struct claim *claim = claim_at(result, place);
    const struct claim_score *score = claim_score_at(result, place);
    if (score->measured != NULL && claim->figure != NULL) {
        return arena_format(arena, "We measured %s: on which cases was it %s?",
                            text_brief(arena, score->measured->figure, NAME_COLUMNS),
                            text_brief(arena, claim->figure, NAME_COLUMNS));
    }
    size_t shown = shown_less_on(result, place);
    const char *word = shown == 0 ? NULL : offer_at(result, place)->findings.shows[shown].word;
    return arena_format(arena, "We found %s: what has changed since, and what shows it?",
                        word == NULL ? "less" : text_brief(arena, word, NAME_COLUMNS));
}

/* What to ask where something is left unsaid; NULL: nothing is. */
static const char *about_lack(struct arena *arena, const struct claim *claim, unsigned lacks)
{
    static const struct {
        enum claim_lack lack;
        const char *ask; // behind the figure
    } ASKS[] = {
        {LACK_OWN_SCOPE, NULL},
        {LACK_BASELINE, "against which baseline, at whom, over what time?"},
        {LACK_SAMPLE, "of how many cases, with which version, on which day?"},
        {LACK_PERCENTILE, "for which share of the cases, and under which load?"},
    };
    for (size_t i = 0; i < COUNT_OF(ASKS); i++) {
        if ((lacks & (unsigned)ASKS[i].lack) == 0) {
            continue;
        }
        return ASKS[i].ask == NULL
                   ? "Where is the proof for this product and this company?"
                   : arena_format(arena, "%s %s", text_brief(arena, claim->figure, NAME_COLUMNS),
                                  ASKS[i].ask);
    }
    return NULL;
}

static const char *ask_of_class(const struct criteria *criteria, const char *class)
{
    for (size_t i = 0; i < criteria->class_count; i++) {
        if (text_equal(criteria->classes[i].id, class) && criteria->classes[i].ask != NULL) {
            return criteria->classes[i].ask;
        }
    }
    return ASK_ANYBODY;
}

const char *claim_question(struct arena *arena, const struct result *result,
                           struct claim_place place)
{
    const struct claim *claim = claim_at(result, place);
    const struct claim_score *score = claim_score_at(result, place);
    const char *lack = about_lack(arena, claim, score->lacks);
    switch (score->state) {
    case CLAIM_CONTRADICTED:
        return about_contradiction(arena, result, place);
    case CLAIM_NOT_OPENED:
        return our_turn(arena, result, place);
    case CLAIM_NOT_PROVEN:
        return lack != NULL ? lack
                            : ask_of_class(&result->project->evaluation.criteria, claim->class);
    case CLAIM_HOLDS:
    case CLAIM_STATE_COUNT:
        break;
    }
    return "–";
}
