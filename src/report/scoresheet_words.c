#include "report/scoresheet_words.h"

#include "base/arena.h"
#include "base/text.h"
#include "score/gate.h"

static const struct answer *answer_of(const struct answer_view *view)
{
    return &view->offer->offer->response.answers[view->item];
}

const char *scoresheet_says(const struct answer_view *view)
{
    const struct answer *answer = answer_of(view);
    bool is_free = view->criteria->items[view->item].answer.kind == ANSWER_TEXT;
    if (answer->reply == REPLY_NONE || answer->reply == REPLY_DECLINED) {
        return answer_state_words(view);
    }
    if (answer->reply == REPLY_NOT_APPLICABLE) {
        return "not applicable";
    }
    return is_free ? "in its own words" : answer_said(view);
}

static void add_quoted(struct text_builder *text, const char *words)
{
    if (words != NULL && words[0] != '\0') {
        text_add_format(text, "%s“%s”", text->length == 0 ? "" : "\n", words);
    }
}

const char *scoresheet_words(const struct answer_view *view)
{
    const struct answer *answer = answer_of(view);
    bool is_free = view->criteria->items[view->item].answer.kind == ANSWER_TEXT;
    bool is_reason = answer->reply == REPLY_NOT_APPLICABLE || answer->reply == REPLY_DECLINED;
    struct text_builder text;
    text_builder_init(&text, view->arena);
    add_quoted(&text, is_free || is_reason ? answer->text : NULL);
    add_quoted(&text, answer->note);
    return text.length == 0 ? "–" : text.text;
}

const char *scoresheet_proof(const struct answer_view *view)
{
    const struct criterion_score *score = &view->offer->criteria[view->item];
    if (!score->evidence_asked) {
        return "no proof asked";
    }
    if (!score->has_grade) {
        return "–";
    }
    const char *graded = arena_format(view->arena, "%s  %s", answer_grade(view),
                                      answer_evidence(view));
    return score->carrier_count == 0 && !score->contradicted
               ? graded // nothing was there to look at
               : arena_format(view->arena, "%s\n%s", graded, answer_found(view));
}

const char *scoresheet_mandatory(struct arena *arena, const struct item *item)
{
    if (!item->has_gate) {
        return NULL;
    }
    const char *words = gate_requirement(arena, &item->gate);
    return item->gate.has_proof ? arena_format(arena, "▲ Mandatory: %s, with %s proof", words,
                                               grade_word(item->gate.proof))
                                : arena_format(arena, "▲ Mandatory: %s", words);
}
