#include "report/panel_words.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>

const char *panel_evaluator(struct arena *arena, const struct assessment *by)
{
    return by->name == NULL || by->name[0] == '\0'
               ? by->evaluator
               : arena_format(arena, "%s (%s)", by->name, by->evaluator);
}

const char *panel_mark_words(struct arena *arena, const struct answer_type *type,
                             const struct panel_mark *mark)
{
    static const char *const STANDINGS[] = {
        [MARK_COUNTS] = "",
        [MARK_CONFLICT] = "; does not count: a conflict is declared",
        [MARK_NOT_FOR_ALL] = "; does not count: not every vendor was marked",
    };
    return arena_format(arena, "%s, %s: %s%s", panel_evaluator(arena, mark->by),
                        type->scale->levels[mark->mark->level].label, mark->mark->because,
                        STANDINGS[mark->standing]);
}

const char *panel_level_words(struct arena *arena, const struct panel_score *panel)
{
    if (!panel->has_level) {
        return "none: no mark counts";
    }
    if (panel->moderated != NULL) {
        return arena_format(arena, "%s, moderated", panel->word);
    }
    return panel->counted == 1
               ? arena_format(arena, "%s, of one mark", panel->word)
               : arena_format(arena, "%s, the median of %zu marks", panel->word, panel->counted);
}

const char *panel_moderation_words(struct arena *arena, const struct panel_score *panel)
{
    const struct mark *moderated = panel->moderated;
    assert(moderated != NULL);
    struct text_builder words;
    text_builder_init(&words, arena);
    text_add(&words, moderated->because);
    if (moderated->outside != NULL) {
        text_add_format(&words, "; outside the marks: %s", moderated->outside);
    }
    if (moderated->dissent != NULL) {
        text_add_format(&words, "; dissent: %s", moderated->dissent);
    }
    return words.text;
}
