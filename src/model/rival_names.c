#include "model/rival_names.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

#include <string.h>

enum { LETTERS_LEAST = 4, ID_COLUMNS = 40 };

/* The findings on one vendor, looked through. */
struct looking {
    const struct project *project;
    struct diag_list *diags;
    const struct offer *offer; // they are on
};

static bool is_in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ((unsigned char)c & 0x80) != 0;
}

/* Does a folded text hold a folded word, and not as part of a longer one? */
static bool holds_word(const char *text, const char *word)
{
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word)) {
        bool begins = at == text || !is_in_word(at[-1]);
        if (begins && !is_in_word(at[strlen(word)])) {
            return true;
        }
    }
    return false;
}

/* The first word of a folded name: `acme` of `acme ai`. */
static const char *first_word(struct arena *arena, const char *name)
{
    return arena_text(arena, name, strcspn(name, " ,.("));
}

static bool names(const struct looking *looking, const char *text, const struct offer *rival)
{
    struct arena *arena = looking->diags->arena;
    const char *own_id = text_folded(arena, looking->offer->id);
    const char *own_name = text_folded(arena, looking->offer->name);
    const char *name = text_folded(arena, rival->name);
    const char *const words[] = {text_folded(arena, rival->id), name, first_word(arena, name)};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_length(words[i]) >= LETTERS_LEAST && !holds_word(own_id, words[i]) &&
            !holds_word(own_name, words[i]) && holds_word(text, words[i])) {
            return true;
        }
    }
    return false;
}

/* One reason; NULL: none is given. */
static void look_at(const struct looking *looking, const char *because, struct loc at)
{
    const struct project *project = looking->project;
    struct diag_list *diags = looking->diags;
    if (because == NULL) {
        return;
    }
    const char *text = text_folded(diags->arena, because);
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct offer *rival = &project->offers[i];
        if (rival == looking->offer || !names(looking, text, rival)) {
            continue;
        }
        struct diag *diag = diag_add(diags, DIAG_RIVAL_NAMED, at,
                                     "what is said of `%s` here names another vendor, `%s`",
                                     text_brief(diags->arena, looking->offer->id, ID_COLUMNS),
                                     text_brief(diags->arena, rival->id, ID_COLUMNS));
        diag_help(diags, diag, "the debrief of `%s` would show it",
                  text_brief(diags->arena, looking->offer->id, ID_COLUMNS));
    }
}

static void look_at_findings(const struct looking *looking)
{
    const struct findings *findings = &looking->offer->findings;
    for (size_t i = 0; i < looking->offer->response.evidence_count; i++) {
        look_at(looking, findings->evidence[i].because, findings->evidence[i].at);
    }
    for (size_t i = 0; i < findings->own_count; i++) {
        look_at(looking, findings->own[i].because, findings->own[i].at);
    }
    for (size_t i = 1; i < looking->project->evaluation.criteria.count; i++) {
        look_at(looking, findings->shows[i].because, findings->shows[i].at);
        look_at(looking, findings->not_applicable[i].because, findings->not_applicable[i].at);
    }
    for (size_t i = 0; i < findings->measured_count; i++) {
        look_at(looking, findings->measured[i].because, findings->measured[i].at);
    }
}

/* The marks themselves are shown to no vendor; what was moderated is, with its reason. */
static void look_at_moderated(const struct looking *looking)
{
    const struct project *project = looking->project;
    for (size_t a = 0; a < project->assessment_count; a++) {
        for (size_t i = 0; i < project->assessments[a].mark_count; i++) {
            const struct mark *mark = &project->assessments[a].marks[i];
            if (mark->moderated && text_equal_ignoring_case(mark->vendor, looking->offer->id)) {
                look_at(looking, mark->because, mark->at);
            }
        }
    }
}

void rival_names_report(const struct project *project, struct diag_list *diags)
{
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct looking looking = {project, diags, &project->offers[i]};
        if (project->offers[i].state == OFFER_SCORED) {
            look_at_findings(&looking);
            look_at_moderated(&looking);
        }
    }
}
