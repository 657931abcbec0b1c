#include "model/weighed_section.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/item_id.h"

enum { SHOWN_MOST = 6 };
static const double WHOLE = 100;

const char *weighed_section_name(const struct weighed_section *section)
{
    return section->section == 0 ? "the top level"
                                 : section->evaluation->criteria.items[section->section].id;
}

const char *weighed_section_id(const struct weighed_section *section, size_t place)
{
    return section->evaluation->criteria.items[section->children[place]].id;
}

bool weighed_section_find(struct weighed_section *section, const char *id, struct loc at,
                          size_t *place)
{
    const struct criteria *criteria = &section->evaluation->criteria;
    const struct item_lookup lookup = {.criteria = criteria,
                                       .wanted = section->section == 0 ? WANT_TOP : WANT_ITEM,
                                       .unknown = DIAG_ID_UNKNOWN};
    size_t item = 0;
    if (!item_id_find(section->binder, &lookup, id, at, &item)) {
        return false;
    }
    for (size_t i = 0; i < section->count; i++) {
        if (section->children[i] == item) {
            section->named[i] = true;
            *place = i;
            return true;
        }
    }
    diag_add(section->binder->diags, DIAG_EVALUATION_BAD, at, "%s does not stand directly in %s",
             criteria->items[item].id, weighed_section_name(section));
    return false;
}

size_t *weighed_section_places(const struct weighed_section *section, size_t *count)
{
    const struct item *items = section->evaluation->criteria.items;
    size_t *places = arena_alloc(section->binder->arena, section->count, sizeof *places);
    *count = 0;
    for (size_t i = 0; i < section->count; i++) {
        if (section->named[i] || items[section->children[i]].weight > 0) {
            places[(*count)++] = i;
        }
    }
    return places;
}

void weighed_section_set(struct weighed_section *section, const size_t *places, size_t count,
                         const double *shares)
{
    for (size_t i = 0; i < count; i++) {
        section->evaluation->weights[section->children[places[i]]] = WHOLE * shares[i];
    }
}

const char *weighed_section_shares(const struct weighed_section *section, const size_t *places,
                                   size_t count)
{
    struct arena *arena = section->binder->arena;
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < count && i < SHOWN_MOST; i++) {
        double weight = section->evaluation->weights[section->children[places[i]]];
        text_add_format(&text, "%s%s %s %%", i > 0 ? ", " : "",
                        weighed_section_id(section, places[i]), number_fixed(arena, weight, 1));
    }
    if (count > SHOWN_MOST) {
        text_add_format(&text, " and %zu more", count - SHOWN_MOST);
    }
    return text.text;
}
