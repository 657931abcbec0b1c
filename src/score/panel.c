#include "score/panel.h"

void panel_judge(const struct scoring *scoring, struct result *result)
{
    (void)scoring;
    (void)result;
}

struct level_in_force level_of_panel(const struct answer_type *type, const struct answer *answer,
                                     const struct panel_score *panel)
{
    if (type->kind != ANSWER_TEXT && panel->place >= answer->place) {
        struct level_in_force level = level_of_answer(answer);
        level.source = LEVEL_OF_PANEL;
        return level;
    }
    return (struct level_in_force){.word = panel->word,
                                   .value = panel->value,
                                   .place = panel->place,
                                   .source = LEVEL_OF_PANEL};
}
