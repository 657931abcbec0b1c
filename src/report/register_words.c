#include "report/register_words.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <stdlib.h>

const char *register_state(const struct offer *offer)
{
    static const char *const WORDS[] = {
        [OFFER_SCORED] = "scored", [OFFER_MISSING] = "not received", [OFFER_FAULTY] = "left out",
        [OFFER_LATE] = "late",     [OFFER_WITHDRAWN] = "withdrawn",
    };
    _Static_assert(COUNT_OF(WORDS) == OFFER_STATE_COUNT, "a word a state");
    assert(offer->state < OFFER_STATE_COUNT);
    return offer->is_late && offer->state == OFFER_SCORED ? "scored, late" : WORDS[offer->state];
}

bool register_tells(const struct offer *offer)
{
    return offer->is_late || offer->state == OFFER_LATE || offer->state == OFFER_WITHDRAWN;
}

static const char *withdrawal(struct arena *arena, const struct invited *invited)
{
    const char *on = date_is_given(invited->withdrawn_on)
                         ? arena_format(arena, "on %s", date_text(arena, invited->withdrawn_on))
                         : "";
    return invited->withdrawn_why == NULL
               ? on
               : arena_format(arena, "%s: %s", on, invited->withdrawn_why);
}

const char *register_reason(struct arena *arena, const struct offer *offer)
{
    switch (offer->state) {
    case OFFER_SCORED:
        return offer->is_late ? offer->invited->late_because : NULL;
    case OFFER_MISSING:
        return "invited, and nothing came";
    case OFFER_FAULTY:
        return offer->unopened == NULL
                   ? "its response has errors"
                   : arena_format(arena, "%s could not be opened", offer->unopened);
    case OFFER_LATE:
        return "received after answers were due";
    case OFFER_WITHDRAWN:
        return withdrawal(arena, offer->invited);
    case OFFER_STATE_COUNT:
        break;
    }
    return NULL;
}

static const struct moment *received_of(const struct offer *offer)
{
    return offer->invited == NULL || !offer->invited->has_received ? NULL
                                                                   : &offer->invited->received;
}

const char *register_received(struct arena *arena, const struct offer *offer)
{
    const struct moment *moment = received_of(offer);
    if (moment == NULL || !moment->has_time) {
        return moment == NULL ? NULL : date_text(arena, moment->date);
    }
    int offset = abs(moment->offset_minutes);
    return arena_format(arena, "%s %02d:%02d %c%02d:%02d", date_text(arena, moment->date),
                        moment->minutes / 60, moment->minutes % 60,
                        moment->offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

const char *register_received_iso(struct arena *arena, const struct offer *offer)
{
    const struct moment *moment = received_of(offer);
    return moment == NULL ? NULL : moment_iso(arena, *moment);
}
