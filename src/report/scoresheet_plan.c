#include "report/scoresheet_plan.h"

#include "base/arena.h"
#include "base/loc.h"
#include "base/text.h"
#include "model/panel_check.h"
#include "report/measure.h"
#include "report/scoresheet_words.h"

/* Pixels, unless they say otherwise. A sheet at a fixed scale is 1,088 wide, an A4 page then 745
 * high.
 */
enum {
    LABEL_PIXELS = 98,
    CARDS_PIXELS = 1088 - LABEL_PIXELS,
    PAGE_PIXELS = 745,
    FROZEN_PIXELS = 21 + 22,
    NAMES_PIXELS = 24,
    QUESTION_PIXELS = CARDS_PIXELS - 20,
    PART_LINES = 30,   // of text in one cell
    PARTS_MOST = 8,    // cells that one text goes on in
    QUESTION_MOST = 6, // lines
    PAD = 4,
    DECLARATION_FIRST = 13, // row of the first criterion
    DECLARATION_LEFT = 22   // rows that the left half takes
};
/* Heights of lines that hold no text of any length. */
static const int PIXELS[] = {
    [CARD_HEAD] = 24,   [CARD_VENDORS] = 22, [CARD_LEVELS] = 20, [CARD_QUESTION] = 20,
    [CARD_SAYS] = 0,    [CARD_WORDS] = 0,    [CARD_PROOF] = 0,   [CARD_LEVEL] = 24,
    [CARD_REASON] = 57, [CARD_STATE] = 20,   [CARD_GAP] = 8,
};

/* A plan while it is made. */
struct planning {
    struct arena *arena;
    const struct result *result;
    struct scoresheet_plan *plan;
    struct card *cards;
    struct card_line *lines;
    size_t line_capacity;
    uint32_t row; // the next one
};

static bool is_theirs(const struct item *item, const struct panelist *member)
{
    for (size_t i = 0; i < item->audience_count; i++) {
        for (size_t j = 0; j < member->audience_count; j++) {
            if (text_equal_ignoring_case(item->audience[i], member->audience[j])) {
                return true;
            }
        }
    }
    return member->audience_count == 0;
}

bool scoresheet_is_marked(const struct result *result, size_t item, size_t offer)
{
    return panel_awaits_mark(result->project, result->offers[offer].offer, item);
}

static void choose_cards(struct planning *planning, const struct panelist *member)
{
    const struct criteria *criteria = &planning->result->project->evaluation.criteria;
    struct scoresheet_plan *plan = planning->plan;
    planning->cards = arena_alloc(planning->arena, criteria->count, sizeof *planning->cards);
    plan->cards = planning->cards;
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        if (!item_is_criterion(item) || item_is_price(item) || !is_theirs(item, member)) {
            continue;
        }
        struct card *card = &planning->cards[plan->card_count++];
        *card = (struct card){.item = i,
                              .takes_marks = item->answer.kind == ANSWER_LEVEL ||
                                             item->answer.kind == ANSWER_TEXT};
        for (size_t o = 0; card->takes_marks && o < planning->result->offer_count; o++) {
            card->marks += scoresheet_is_marked(planning->result, i, o);
        }
        card->takes_marks = card->marks > 0; // what nobody answered takes none
        plan->marks += card->marks;
        if (card->takes_marks) {
            card->progress_row = DECLARATION_FIRST + (uint32_t)plan->mark_count++;
        }
    }
}

static const struct scale *scale_of(const struct planning *planning, size_t card)
{
    const struct criteria *criteria = &planning->result->project->evaluation.criteria;
    return planning->cards[card].takes_marks
               ? criteria->items[planning->cards[card].item].answer.scale
               : NULL;
}

static void choose_scales(struct planning *planning)
{
    struct scoresheet_plan *plan = planning->plan;
    const struct scale **scales = arena_alloc(planning->arena, plan->card_count,
                                              sizeof(const struct scale *));
    size_t *uses = arena_alloc(planning->arena, plan->card_count, sizeof *uses);
    size_t most = 0;
    for (size_t c = 0; c < plan->card_count; c++) {
        const struct scale *scale = scale_of(planning, c);
        size_t at = 0;
        while (at < plan->scale_count && scales[at] != scale) {
            at++;
        }
        if (scale == NULL) {
            continue;
        }
        scales[at] = scale;
        plan->scale_count += at == plan->scale_count;
        uses[at]++;
        if (uses[at] > most) {
            most = uses[at];
            plan->scale = scale;
        }
    }
    plan->scales = scales;
}

static void choose_columns(struct planning *planning)
{
    size_t offers = planning->result->offer_count;
    size_t bands = (offers + SCORESHEET_SIDE_BY_SIDE_MOST - 1) / SCORESHEET_SIDE_BY_SIDE_MOST;
    size_t columns = bands == 0 ? 1 : (offers + bands - 1) / bands;
    planning->plan->side_by_side = columns;
    planning->plan->column_pixels = CARDS_PIXELS / (int)columns;
}

/* A text of one cell, or a part of one that goes on; the last part says where the whole stands. */
static const char *part_of(const struct answer_view *view, const char *text,
                           const struct scoresheet_plan *plan, size_t number)
{
    struct measure_room room = {
        .points = 10, .pixels = plan->column_pixels, .indent = 1, .lines = PART_LINES, .tail = ""};
    for (size_t i = 0; i < number; i++) {
        (void)measure_part(view->arena, &text, &room);
    }
    if (number + 1 < PARTS_MOST) {
        return measure_part(view->arena, &text, &room);
    }
    const struct answer *answer = &view->offer->offer->response.answers[view->item];
    room.tail = arena_format(view->arena, " (whole at %s)", loc_text(view->arena, answer->at));
    return measure_cut(view->arena, text, &room);
}

const char *scoresheet_text(struct arena *arena, const struct result *result,
                            const struct scoresheet_plan *plan, const struct card_line *line,
                            size_t offer)
{
    const struct answer_view view = {.arena = arena,
                                     .criteria = &result->project->evaluation.criteria,
                                     .offer = &result->offers[offer],
                                     .item = plan->cards[line->card].item};
    const char *text = line->part == CARD_SAYS    ? scoresheet_says(&view)
                       : line->part == CARD_WORDS ? scoresheet_words(&view)
                                                  : scoresheet_proof(&view);
    return part_of(&view, text_shown(arena, text), plan, line->number);
}

const char *scoresheet_question(struct arena *arena, const struct item *item, size_t number)
{
    const struct measure_room room = {
        .points = 10, .pixels = QUESTION_PIXELS, .lines = 1, .tail = ""};
    const char *text = item->ask == NULL ? item->title : item->ask;
    for (size_t i = 0; i < number; i++) {
        (void)measure_part(arena, &text, &room);
    }
    if (text[0] == '\0' || number >= QUESTION_MOST) {
        return NULL;
    }
    return number + 1 == QUESTION_MOST ? measure_cut(arena, text, &room)
                                       : measure_part(arena, &text, &room);
}

static void add_line(struct planning *planning, struct card_line line)
{
    struct scoresheet_plan *plan = planning->plan;
    planning->lines = arena_more(planning->arena, planning->lines, plan->line_count,
                                 &planning->line_capacity, sizeof *planning->lines);
    line.row = planning->row++;
    line.pixels = line.pixels == 0 ? PIXELS[line.part] : line.pixels;
    planning->lines[plan->line_count++] = line;
    plan->lines = planning->lines;
}

/* The line of a text, as high as the longest of the band; returns whether anybody has something. */
static bool add_text_line(struct planning *planning, struct card_line line)
{
    struct arena scratch;
    arena_init(&scratch);
    int lines = 0;
    for (size_t o = 0; o < line.offers; o++) {
        const char *text = scoresheet_text(&scratch, planning->result, planning->plan, &line,
                                           line.first_offer + o);
        int needed = measure_lines(text, 10, line.part == CARD_SAYS, planning->plan->column_pixels,
                                   1);
        lines = text[0] != '\0' && needed > lines ? needed : lines;
    }
    arena_release(&scratch);
    line.pixels = measure_height(lines, PAD);
    if (lines > 0) {
        add_line(planning, line);
    }
    return lines > 0;
}

static void add_question(struct planning *planning, struct card_line line, const struct item *item)
{
    line.part = CARD_QUESTION;
    for (line.number = 0; scoresheet_question(planning->arena, item, line.number) != NULL;
         line.number++) {
        add_line(planning, line);
    }
}

/* What a card that takes marks has below its head. */
static void plan_marks(struct planning *planning, struct card_line line)
{
    static const enum card_part MARK_PARTS[] = {CARD_LEVEL, CARD_REASON, CARD_STATE};
    line.part = CARD_WORDS;
    while (line.number < PARTS_MOST && add_text_line(planning, line)) {
        line.number++;
    }
    line.number = 0;
    line.part = CARD_PROOF;
    (void)add_text_line(planning, line); // it always says something
    for (size_t i = 0; i < COUNT_OF(MARK_PARTS); i++) {
        line.part = MARK_PARTS[i];
        add_line(planning, line);
    }
}

/* One card of one band: `line` says which. One without marks is short. */
static void plan_card(struct planning *planning, struct card_line line)
{
    const struct scoresheet_plan *plan = planning->plan;
    const struct card *card = &plan->cards[line.card];
    const struct criteria *criteria = &planning->result->project->evaluation.criteria;
    line.part = CARD_HEAD;
    add_line(planning, line);
    if (plan->side_by_side < planning->result->offer_count) {
        line.part = CARD_VENDORS;
        add_line(planning, line);
    }
    if (card->takes_marks && scale_of(planning, line.card) != plan->scale) {
        line.part = CARD_LEVELS;
        add_line(planning, line);
    }
    if (card->takes_marks) {
        add_question(planning, line, &criteria->items[card->item]);
    }
    line.part = CARD_SAYS;
    (void)add_text_line(planning, line); // it always says something
    if (card->takes_marks) {
        plan_marks(planning, line);
    }
    line.part = CARD_GAP;
    add_line(planning, line);
}

static void plan_cards(struct planning *planning)
{
    struct scoresheet_plan *plan = planning->plan;
    size_t offers = planning->result->offer_count;
    planning->row = plan->first_row;
    for (size_t c = 0; c < plan->card_count; c++) {
        planning->cards[c].first_row = planning->row;
        for (size_t o = 0; o < offers; o += plan->side_by_side) {
            size_t left = offers - o;
            plan_card(planning,
                      (struct card_line){.card = c,
                                         .first_offer = o,
                                         .offers = left < plan->side_by_side ? left
                                                                             : plan->side_by_side});
        }
        planning->cards[c].last_row = planning->row - 1;
    }
}

/* A page begins before each card that would not fit on the one before whole. */
static void plan_breaks(struct planning *planning)
{
    struct scoresheet_plan *plan = planning->plan;
    bool has_names = plan->first_row > 3; // the frozen head names the vendors
    int room = PAGE_PIXELS - FROZEN_PIXELS - (has_names ? NAMES_PIXELS : 0);
    uint32_t *breaks = arena_alloc(planning->arena, plan->line_count, sizeof *breaks);
    int used = 0;
    for (size_t i = 0; i < plan->line_count;) {
        int height = 0;
        size_t first = i;
        do {
            height += plan->lines[i++].pixels;
        } while (i < plan->line_count && plan->lines[i].part != CARD_HEAD);
        if (used > 0 && used + height > room) {
            breaks[plan->break_count++] = plan->lines[first].row;
            used = 0;
        }
        used = (used + height) % room; // one that is higher than a page goes on on the next
    }
    plan->breaks = breaks;
}

struct scoresheet_plan scoresheet_plan_of(struct arena *arena, const struct result *result,
                                          const struct panelist *member)
{
    struct scoresheet_plan plan = {.totals_row = DECLARATION_FIRST - 1};
    struct planning planning = {.arena = arena, .result = result, .plan = &plan};
    choose_cards(&planning, member);
    choose_scales(&planning);
    choose_columns(&planning);
    plan.first_row = plan.side_by_side < result->offer_count ? 3 : 4;
    plan_cards(&planning);
    plan_breaks(&planning);
    uint32_t last = DECLARATION_FIRST + (uint32_t)plan.mark_count;
    plan.levels_row = (last > DECLARATION_LEFT ? last : DECLARATION_LEFT) + 3;
    return plan;
}

uint32_t scoresheet_levels_row(const struct scoresheet_plan *plan, const struct scale *scale)
{
    uint32_t row = plan->levels_row;
    for (size_t i = 0; i < plan->scale_count && plan->scales[i] != scale; i++) {
        row += (uint32_t)plan->scales[i]->count + 1;
    }
    return row;
}
