#include "report/sheet_record.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/number.h"
#include "base/text.h"
#include "model/price_check.h"
#include "read/bundle.h"
#include "report/measure.h"
#include "report/place.h"
#include "report/record_register.h"
#include "report/sheet_head.h"

#include <assert.h>
#include <string.h>

enum record_column {
    COLUMN_KIND,
    COLUMN_FILE,
    COLUMN_BYTES,
    COLUMN_LINES,
    COLUMN_KEPT,
    COLUMN_FROM,
    COLUMN_DIGEST
};

enum {
    BLOCK_ROW = SHEET_HEAD_ROWS,
    FIRST_FACT_ROW,
    INPUT_HEAD_ROWS = 2, // title and heads
    SIGNATURE_DECISION_ROWS = 2,
    SIGNATURE_ROWS = 2, // a line to sign on, and the name below it
    REASON_COLUMNS = 150,
    FACTS_MOST = 240,
    CHANGES_MOST = 25, // of the plan, and locks that were replaced
    DECISION_PIXELS = 520,
    FILE_PIXELS = 176,
    FILE_PAD = 2,
    VALUE_PIXELS = FILE_PIXELS + 70 + 56 + 96 + 66,
    VALUE_ROOM = (VALUE_PIXELS - 7) * 100 / 103
};

static const struct sheet_column INPUT_HEADS[] = {
    {"Kind", 98, STYLE_HEAD, 0},      {"File", FILE_PIXELS, STYLE_HEAD, 0},
    {"Bytes", 70, STYLE_HEAD_NUM, 0}, {"Lines", 56, STYLE_HEAD_NUM, 0},
    {"Kept", 96, STYLE_HEAD, 1},      {"From row", 66, STYLE_HEAD_NUM, 0},
    {"SHA-256", 542, STYLE_HEAD, 1},
};

static const char NOTE[] = "It holds digests of vendors’ confidential files. The creation date in "
                           "the file properties is a "
                           "constant (1 Jan 1980), not a time.";

/* One line of the left block. */
struct fact {
    const char *key;
    const char *value;
};

struct record {
    struct arena *arena; // scratch
    struct book *book;
    const struct scorecard *scorecard;
    const struct evaluation *evaluation;
    const struct bundle *bundle;
    struct fact facts[FACTS_MOST];
    size_t fact_count;
    uint32_t row; // next one
};

/* How many bytes of a text fit into the room of a value: up to the last blank that fits. */
static size_t fitting(const struct record *record, const char *text)
{
    size_t length = strlen(text);
    const char *blank = strrchr(text, ' ');
    while (measure_width(arena_text(record->arena, text, length), 10, false) > VALUE_ROOM &&
           blank != NULL) {
        length = (size_t)(blank - text);
        do {
            blank = blank > text ? blank - 1 : NULL;
        } while (blank != NULL && *blank != ' ');
    }
    return length;
}

/* A value that is too long for its room goes on in the rows below. */
static void add_fact(struct record *record, const char *key, const char *value)
{
    const char *rest = text_shown(record->arena, value);
    do {
        assert(record->fact_count < FACTS_MOST);
        bool last = record->fact_count == FACTS_MOST - 1;
        size_t length = fitting(record, rest);
        const char *piece = arena_text(record->arena, rest, length);
        record->facts[record->fact_count++] = (struct fact){
            .key = key,
            .value = last ? measure_cut_line(record->arena, rest, 10, VALUE_PIXELS) : piece};
        rest += length;
        rest += *rest == ' ' ? 1 : 0;
        key = "";
        if (last) {
            return;
        }
    } while (*rest != '\0');
}

static const char *short_digest(struct arena *arena, struct digest digest)
{
    char text[DIGEST_TEXT_SIZE];
    digest_text(digest, text);
    return arena_format(arena, "%.8s…", text);
}

/* Does a file hold items, and not only what stands beside them? */
static bool has_items(const struct criteria *criteria, const char *source)
{
    size_t i = 1;
    while (i < criteria->count && !text_equal(criteria->items[i].at.source, source)) {
        i++;
    }
    return i < criteria->count;
}

static const char *criteria_words(const struct record *record)
{
    const struct criteria *criteria = &record->evaluation->criteria;
    struct text_builder text;
    text_builder_init(&text, record->arena);
    size_t leaves = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        leaves += item_is_criterion(&criteria->items[i]);
    }
    text_add_format(&text, "%s%s%s, %zu criteria", criteria->id,
                    criteria->version == NULL ? "" : " ",
                    criteria->version == NULL ? "" : criteria->version, leaves);
    for (size_t i = 0; i < criteria->input_count; i++) {
        const struct input *input = bundle_find(record->bundle, criteria->inputs[i]);
        if (input != NULL && has_items(criteria, input->name)) {
            text_add_format(&text, ", %s %s", input->name,
                            short_digest(record->arena, input->digest));
        }
    }
    return text.text;
}

static const char *tie_words(const struct record *record)
{
    const struct rules *rules = &record->evaluation->rules;
    struct text_builder text;
    text_builder_init(&text, record->arena);
    for (size_t i = 0; i < rules->tie_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ",
                        record->evaluation->criteria.items[rules->tie[i]].id);
    }
    return rules->tie_count == 0 ? "none" : text.text;
}

static const char *minimum_words(const struct record *record)
{
    const struct rules *rules = &record->evaluation->rules;
    struct text_builder text;
    text_builder_init(&text, record->arena);
    for (size_t i = 0; i < rules->minimum_count; i++) {
        text_add_format(&text, "%s%s %s", i == 0 ? "" : ", ",
                        record->evaluation->criteria.items[rules->minima[i].item].id,
                        number_text(record->arena, rules->minima[i].least));
    }
    return rules->minimum_count == 0 ? "none" : text.text;
}

/* The price rule, where something asks for a price. */
static void add_price_facts(struct record *record)
{
    const struct price_rule *rule = &record->evaluation->rules.price;
    if (!price_any(&record->evaluation->criteria)) {
        return;
    }
    const char *bounds = "";
    if (rule->has_budget && rule->has_floor) {
        bounds = arena_format(
            record->arena, ", budget %s, floor %s %s", number_text(record->arena, rule->budget),
            number_text(record->arena, rule->floor), record->evaluation->currency);
    }
    add_fact(record, "Price",
             arena_format(record->arena, "%s%s", price_formula_word(rule->formula), bounds));
    if (record->scorecard->result->without_price) {
        add_fact(record, "Envelopes",
                 "run without price: prices are not opened, and not in the sum");
    }
}

/* Locks that were replaced, newest first. */
static void add_earlier_locks(struct record *record, const struct plan_lock *lock)
{
    for (size_t i = 0; i < lock->earlier_count && i < CHANGES_MOST; i++) {
        const struct earlier_lock *earlier = &lock->earlier[i];
        char code[PLAN_CODE_SIZE];
        plan_code(earlier->digest, code);
        add_fact(record, i == 0 ? "Fixed before" : "",
                 arena_format(record->arena, "%s, code %s%s; replaced: %s",
                              date_text(record->arena, earlier->locked.date), code,
                              earlier->altered ? " (edited by hand)" : "",
                              text_brief(record->arena, earlier->reason, REASON_COLUMNS)));
    }
}

/* The plan, each change since it was fixed, and what was fixed before. */
static void add_plan(struct record *record)
{
    const struct plan_check *plan = &record->scorecard->result->project->plan;
    if (plan->state == PLAN_NONE) {
        add_fact(record, "Plan fixed", "no plan fixed yet: the baseline is evaluation.yaml");
        return;
    }
    char digits[DIGEST_TEXT_SIZE];
    digest_text(plan->lock.digest, digits);
    add_fact(record, "Plan fixed", plan_check_text(record->arena, plan));
    add_fact(record, "",
             arena_format(record->arena, "at %s by vouch %s, SHA-256 of the plan:",
                          moment_iso(record->arena, plan->lock.locked), plan->lock.program));
    add_fact(record, "", digits);
    for (size_t i = 0; i < plan->change_count && i < CHANGES_MOST; i++) {
        add_fact(record, i == 0 ? "Changed since" : "",
                 plan_change_text(record->arena, &plan->changes[i]));
    }
    if (plan->change_count > CHANGES_MOST) {
        add_fact(record, "",
                 arena_format(record->arena, "and %zu more", plan->change_count - CHANGES_MOST));
    }
    add_earlier_locks(record, &plan->lock);
}

static void collect_facts(struct record *record)
{
    struct arena *arena = record->arena;
    const struct evaluation *evaluation = record->evaluation;
    const struct rules *rules = &evaluation->rules;
    add_fact(record, "Evaluation",
             arena_format(arena, "%s, %s", evaluation->id, evaluation->title));
    add_fact(record, "Position as at",
             date_is_given(evaluation->as_of) ? date_text(arena, evaluation->as_of)
                                              : "no day given: no evidence expires");
    add_plan(record);
    add_fact(record, "Criteria", criteria_words(record));
    add_fact(record, "Ceilings",
             arena_format(arena, "stated %s, documented %s, independent %s, verified %s",
                          number_text(arena, rules->ceilings[GRADE_STATED]),
                          number_text(arena, rules->ceilings[GRADE_DOCUMENTED]),
                          number_text(arena, rules->ceilings[GRADE_INDEPENDENT]),
                          number_text(arena, rules->ceilings[GRADE_VERIFIED])));
    add_fact(record, "Bands",
             arena_format(arena, "acceptable %s, with conditions %s; complete from %s %%",
                          number_text(arena, rules->acceptable),
                          number_text(arena, rules->with_conditions),
                          number_percent_text(arena, rules->complete)));
    add_fact(record, "Section minima", minimum_words(record));
    add_fact(record, "Rank",
             arena_format(arena,
                          "%d decimals, half away from zero, after %d; margin %s (%s); tie: %s",
                          rules->decimals, LAYOUT_GUARD, number_text(arena, rules->margin_points),
                          rules->margin_effect == MARGIN_TIE ? "tie" : "note", tie_words(record)));
    add_price_facts(record);
    add_fact(record, "Not applicable",
             rules->not_applicable_accept ? "taken without a finding" : "needs our agreement");
    add_fact(record, "Late responses",
             rules->late == LATE_REFUSE ? "listed, not scored"
                                        : "scored where the register says why");
    add_fact(
        record, "Written by",
        arena_format(arena, "vouch %s, without the time of the run", record->scorecard->version));
}

/* The left block: keys in A, values in B running to F. */
static void lay_facts(const struct record *record)
{
    for (size_t i = 0; i < record->fact_count; i++) {
        uint32_t row = FIRST_FACT_ROW + (uint32_t)i;
        book_row(record->book, row, 19);
        book_text(record->book, row, COLUMN_KIND, look(STYLE_KEY), record->facts[i].key);
        book_text(record->book, row, COLUMN_FILE, look(STYLE_TEXT), record->facts[i].value);
        book_blanks(record->book, row, COLUMN_BYTES, COLUMN_FROM, look(STYLE_TEXT));
    }
}

static const char *signer(struct arena *arena, const struct signature *signature)
{
    return arena_format(arena, "%s%s%s%s%s", signature->name == NULL ? "" : signature->name,
                        signature->role == NULL ? "" : ", ",
                        signature->role == NULL ? "" : signature->role,
                        date_is_given(signature->on) ? ", " : "",
                        date_is_given(signature->on) ? date_text(arena, signature->on) : "");
}

/* Where nobody has signed yet. */
static const struct signature BLANK[] = {
    {.name = "Prepared by, date"}, {.name = "Panel chair, date"}, {.name = "Approved by, date"}};

/* The right block: the decision, then a line to sign on for each name. */
static void lay_signatures(const struct record *record)
{
    uint32_t row = FIRST_FACT_ROW;
    const struct evaluation *evaluation = record->evaluation;
    const struct decision *decision = &evaluation->decision;
    book_text(record->book, row, COLUMN_DIGEST, look_in(STYLE_KEY_BOLD, 1),
              decision->chosen == NULL
                  ? "Not decided yet"
                  : arena_format(
                        record->arena, "Chosen: %s%s%s%s%s", decision->chosen,
                        decision->by == NULL ? "" : ", ", decision->by == NULL ? "" : decision->by,
                        date_is_given(decision->on) ? ", " : "",
                        date_is_given(decision->on) ? date_text(record->arena, decision->on) : ""));
    if (decision->why != NULL) {
        book_text(record->book, row + 1, COLUMN_DIGEST, look_in(STYLE_KEY, 1),
                  measure_cut_line(record->arena, decision->why, 10, DECISION_PIXELS));
    }
    row += SIGNATURE_DECISION_ROWS;
    const struct signature *lines = evaluation->approval_count > 0 ? evaluation->approvals : BLANK;
    size_t count = evaluation->approval_count > 0 ? evaluation->approval_count : COUNT_OF(BLANK);
    for (size_t i = 0; i < count; i++) {
        book_blank(record->book, row, COLUMN_DIGEST, look(STYLE_SIGN_LINE));
        book_text(record->book, row + 1, COLUMN_DIGEST, look_in(STYLE_KEY, 1),
                  signer(record->arena, &lines[i]));
        row += SIGNATURE_ROWS;
    }
}

static const char *kind_of(const struct input *input)
{
    static const struct {
        const char *start, *kind;
    } KINDS[] = {
        {"criteria/", "criteria"},
        {"responses/", "offer"},
        {"findings/", "findings"},
        {"assessments/", "marks"},
        {"clarifications/", "clarification"},
        {"evaluation", "plan"},
    };
    for (size_t i = 0; i < COUNT_OF(KINDS); i++) {
        if (text_starts(input->name, KINDS[i].start)) {
            return input->built_in ? "criteria, built in" : KINDS[i].kind;
        }
    }
    return "criteria";
}

static size_t lines_of(const struct input *input)
{
    size_t lines = 0;
    for (size_t i = 0; i < input->size; i++) {
        lines += input->bytes[i] == '\n';
    }
    bool open_end = input->size > 0 && input->bytes[input->size - 1] != '\n';
    return lines + (open_end ? 1 : 0);
}

static void lay_file(struct record *record, const char *kind, const char *name, double bytes,
                     struct digest digest)
{
    char text[DIGEST_TEXT_SIZE];
    struct book *book = record->book;
    digest_text(digest, text);
    // A name is never cut: the row grows.
    book_row(book, record->row,
             measure_height(measure_lines(name, 10, false, FILE_PIXELS, 0), FILE_PAD));
    book_text(book, record->row, COLUMN_KIND, look_at_top(look(STYLE_TEXT)), kind);
    book_text(book, record->row, COLUMN_FILE, look(STYLE_TEXT_WRAP), name);
    book_number(book, record->row, COLUMN_BYTES, look_at_top(look_as(STYLE_NUM, LOOK_GROUPED)),
                bytes);
    book_text(book, record->row, COLUMN_KEPT, look_at_top(look_in(STYLE_TEXT, 1)), "digest only");
    book_text(book, record->row, COLUMN_FROM, look_at_top(look_as(STYLE_NUM, LOOK_GENERAL)), "–");
    book_text(book, record->row, COLUMN_DIGEST, look_at_top(look_in(STYLE_TEXT, 1)), text);
}

static void lay_inputs(struct record *record)
{
    const struct bundle *bundle = record->bundle;
    size_t bytes = 0;
    for (size_t i = 0; i < bundle->count; i++) {
        bytes += bundle->inputs[i].size;
    }
    book_row(record->book, record->row, 24);
    sheet_block_title(record->book, record->row++, COLUMN_KIND, COLUMN_DIGEST,
                      arena_format(record->arena,
                                   "Inputs: %zu files, %zu kB, and %zu evidence files held",
                                   bundle->count, (bytes + 999) / 1000, bundle->held_count));
    book_row(record->book, record->row, 21);
    sheet_table_head(record->book, record->row++, 0, INPUT_HEADS, COUNT_OF(INPUT_HEADS));
    for (size_t i = 0; i < bundle->count; i++) {
        const struct input *input = &bundle->inputs[i];
        lay_file(record, kind_of(input), input->name, (double)input->size, input->digest);
        book_number(record->book, record->row, COLUMN_LINES,
                    look_at_top(look_as(STYLE_NUM, LOOK_GROUPED)), (double)lines_of(input));
        record->row++;
    }
    for (size_t i = 0; i < bundle->held_count; i++) {
        const struct held_file *held = &bundle->held[i];
        lay_file(record, "evidence held", held->name, (double)held->size, held->digest);
        book_text(record->book, record->row, COLUMN_LINES,
                  look_at_top(look_as(STYLE_NUM, LOOK_GENERAL)), "–");
        record->row++;
    }
}

static struct record record_of(struct arena *arena, const struct scorecard *scorecard)
{
    struct record record = {.arena = arena,
                            .scorecard = scorecard,
                            .evaluation = &scorecard->result->project->evaluation,
                            .bundle = scorecard->result->project->bundle};
    collect_facts(&record);
    return record;
}

/* The title row of the register, below the longer one of the two blocks. */
static uint32_t register_row(const struct record *record)
{
    size_t approvals = record->evaluation->approval_count;
    size_t signatures = SIGNATURE_DECISION_ROWS +
                        SIGNATURE_ROWS * (approvals > 0 ? approvals : COUNT_OF(BLANK));
    size_t rows = record->fact_count > signatures ? record->fact_count : signatures;
    return FIRST_FACT_ROW + (uint32_t)rows + 1;
}

/* The title row of the inputs, below the register. */
static uint32_t inputs_row(const struct record *record)
{
    return register_row(record) + record_register_rows(record->scorecard->result->project);
}

struct record_columns record_columns_of(struct arena *arena, const struct scorecard *scorecard)
{
    struct record record = record_of(arena, scorecard);
    uint32_t first = inputs_row(&record) + INPUT_HEAD_ROWS;
    uint32_t last = first + (uint32_t)(record.bundle->count + record.bundle->held_count);
    const struct place_range bytes = {{HOME_ELSEWHERE, first, COLUMN_BYTES},
                                      {HOME_ELSEWHERE, last, COLUMN_BYTES},
                                      HOLD_BOTH,
                                      HOLD_BOTH};
    const struct place_range digests = {{HOME_ELSEWHERE, first, COLUMN_DIGEST},
                                        {HOME_ELSEWHERE, last, COLUMN_DIGEST},
                                        HOLD_BOTH,
                                        HOLD_BOTH};
    return (struct record_columns){
        .bytes = arena_format(arena, "Record!%s", place_range_text(arena, &bytes, HOME_ELSEWHERE)),
        .digests = arena_format(arena, "Record!%s",
                                place_range_text(arena, &digests, HOME_ELSEWHERE)),
    };
}

static void lay_everything(struct record *record)
{
    struct book *book = record->book;
    sheet_head_lay(
        book, record->scorecard,
        &(struct sheet_head){
            .mast = "Record: the audit file",
            .message = "This workbook names every input it was computed from, with its digest.",
            .note = NOTE,
            .last_column = COLUMN_DIGEST,
        });
    book_row(book, BLOCK_ROW, 24);
    sheet_block_title(book, BLOCK_ROW, COLUMN_KIND, COLUMN_FROM,
                      "What was evaluated, and by which rules");
    book_text(book, BLOCK_ROW, COLUMN_DIGEST, look_in(STYLE_BLOCK, 1), "Who decided");
    lay_facts(record);
    lay_signatures(record);
    record_register_lay(record->arena, book, record->scorecard->result->project,
                        register_row(record));
    record->row = inputs_row(record);
    lay_inputs(record);
}

void sheet_record(struct book *book, const struct scorecard *scorecard)
{
    struct arena scratch;
    arena_init(&scratch);
    struct record record = record_of(&scratch, scorecard);
    record.book = book;
    book_begin_sheet(book, "Record");
    scorecard_page(book, scorecard);
    lay_everything(&record);
    book_end_sheet(book);
    arena_release(&scratch);
}
