#include "report/award_words.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

const char *award_label(const struct award *award)
{
    switch (award->state) {
    case AWARD_NOT_APPROVED:
        return "DECIDED, not yet approved";
    case AWARD_PLAN_CHANGED:
        return "DECIDED, and the plan has changed since it was fixed";
    case AWARD_PROVISIONAL:
        return "DECIDED on a provisional result";
    case AWARD_FINAL:
        return "FINAL";
    case AWARD_NONE:
        break;
    }
    return NULL;
}

static const char *ordinal(struct arena *arena, size_t rank)
{
    static const char *const WORDS[] = {"nowhere", "first",   "second", "third", "fourth", "fifth",
                                        "sixth",   "seventh", "eighth", "ninth", "tenth"};
    return rank < COUNT_OF(WORDS) ? WORDS[rank] : arena_format(arena, "number %zu", rank);
}

/* Of one that was scored; "" where it ranks first and may be chosen. */
static const char *standing_of_scored(struct arena *arena, const struct result *result,
                                      const struct scored_offer *scored)
{
    if (scored->outcome == OUTCOME_EXCLUDED) {
        return "which is excluded";
    }
    if (!scored->ranked) {
        return "which has no rank";
    }
    if (scored->rank != 1) {
        return arena_format(arena, "which ranks %s, behind %s", ordinal(arena, scored->rank),
                            result->offers[result->leader].offer->name);
    }
    return scored->outcome == OUTCOME_NOT_ACCEPTABLE ? "which is not acceptable by the rules" : "";
}

/* What a reader has to know of the chosen; "" where nothing stands against it. */
static const char *standing_of(struct arena *arena, const struct result *result,
                               const struct award *award)
{
    switch (award->chosen->state) {
    case OFFER_SCORED:
        return standing_of_scored(arena, result, award->scored);
    case OFFER_MISSING:
        return "which has no response";
    case OFFER_FAULTY:
        return "whose response could not be scored";
    case OFFER_LATE:
        return "which was late and is not scored";
    case OFFER_WITHDRAWN:
        return "which has withdrawn";
    case OFFER_STATE_COUNT:
        break;
    }
    return "";
}

static const char *full_stop(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && strchr(".!?…", text[length - 1]) != NULL ? "" : ".";
}

const char *award_sentence(struct arena *arena, const struct result *result,
                           const struct award *award)
{
    assert(award->chosen != NULL);
    const struct decision *decision = award->decision;
    struct text_builder text;
    text_builder_init(&text, arena);
    const char *standing = standing_of(arena, result, award);
    const char *aside = standing[0] == '\0' ? "" : arena_format(arena, ", %s,", standing);
    const char *on = date_is_given(decision->on)
                         ? arena_format(arena, " on %s", date_text(arena, decision->on))
                         : "";
    if (decision->by == NULL) {
        text_add_format(&text, "%s%s was chosen%s", award->chosen->name, aside, on);
    } else if (on[0] == '\0' && standing[0] != '\0') { // the aside ends the sentence
        text_add_format(&text, "%s chose %s, %s", decision->by, award->chosen->name, standing);
    } else {
        text_add_format(&text, "%s chose %s%s%s", decision->by, award->chosen->name, aside, on);
    }
    if (decision->why != NULL) {
        text_add_format(&text, ": %s%s", decision->why, full_stop(decision->why));
    } else {
        text_add(&text, award->departs ? "; no reason is given." : ".");
    }
    return text.text;
}
