#include "model/evaluation_record.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/item_id.h"
#include "read/document.h"

/* An entry of the register as written. */
struct invited_draft {
    struct invited invited;
    const struct node *withdrawn;
};
#define INVITED(member) offsetof(struct invited_draft, invited.member)
static const struct field INVITED_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = INVITED(id), .required = true},
    {.key = "contact", .kind = FIELD_TEXT, .at = INVITED(contact)},
    {.key = "received", .kind = FIELD_MOMENT, .at = INVITED(received)},
    {.key = "late_because", .kind = FIELD_TEXT, .at = INVITED(late_because)},
    {.key = "withdrawn", .kind = FIELD_NODE, .at = offsetof(struct invited_draft, withdrawn)},
};
static const struct shape INVITED_SHAPE = {"a vendor", INVITED_FIELDS, COUNT_OF(INVITED_FIELDS)};

static const struct field WITHDRAWN_FIELDS[] = {
    {.key = "on",
     .kind = FIELD_DATE,
     .at = offsetof(struct invited, withdrawn_on),
     .required = true},
    {.key = "why", .kind = FIELD_TEXT, .at = offsetof(struct invited, withdrawn_why)},
};
static const struct shape WITHDRAWN_SHAPE = {"`withdrawn`", WITHDRAWN_FIELDS,
                                             COUNT_OF(WITHDRAWN_FIELDS)};

/* A waiver or a closed condition as written. */
struct waiver_draft {
    struct waiver waiver;
    const char *gate;
};
#define WAIVER(member) offsetof(struct waiver_draft, waiver.member)
static const struct field WAIVER_FIELDS[] = {
    {.key = "vendor", .kind = FIELD_TEXT, .at = WAIVER(vendor), .required = true},
    {.key = "gate",
     .kind = FIELD_TEXT,
     .at = offsetof(struct waiver_draft, gate),
     .required = true},
    {.key = "by", .kind = FIELD_TEXT, .at = WAIVER(by), .required = true},
    {.key = "on", .kind = FIELD_DATE, .at = WAIVER(on), .required = true},
    {.key = "until", .kind = FIELD_DATE, .at = WAIVER(until), .required = true},
    {.key = "why", .kind = FIELD_TEXT, .at = WAIVER(why), .required = true},
    {.key = "meanwhile", .kind = FIELD_TEXT, .at = WAIVER(meanwhile)},
};
static const struct shape WAIVER_SHAPE = {"a waiver", WAIVER_FIELDS, COUNT_OF(WAIVER_FIELDS)};

struct closed_draft {
    struct closed_condition closed;
    const char *criterion;
};
#define CLOSED(member) offsetof(struct closed_draft, closed.member)
static const struct field CLOSED_FIELDS[] = {
    {.key = "vendor", .kind = FIELD_TEXT, .at = CLOSED(vendor), .required = true},
    {.key = "criterion",
     .kind = FIELD_TEXT,
     .at = offsetof(struct closed_draft, criterion),
     .required = true},
    {.key = "on", .kind = FIELD_DATE, .at = CLOSED(on), .required = true},
    {.key = "by", .kind = FIELD_TEXT, .at = CLOSED(by)},
};
static const struct shape CLOSED_SHAPE = {"a closed condition", CLOSED_FIELDS,
                                          COUNT_OF(CLOSED_FIELDS)};

static const struct field DECISION_FIELDS[] = {
    {.key = "chosen", .kind = FIELD_TEXT, .at = offsetof(struct decision, chosen)},
    {.key = "by", .kind = FIELD_TEXT, .at = offsetof(struct decision, by)},
    {.key = "on", .kind = FIELD_DATE, .at = offsetof(struct decision, on)},
    {.key = "why", .kind = FIELD_TEXT, .at = offsetof(struct decision, why)},
};
static const struct shape DECISION_SHAPE = {"the decision", DECISION_FIELDS,
                                            COUNT_OF(DECISION_FIELDS)};

static const struct field APPROVAL_FIELDS[] = {
    {.key = "name", .kind = FIELD_TEXT, .at = offsetof(struct signature, name), .required = true},
    {.key = "role", .kind = FIELD_TEXT, .at = offsetof(struct signature, role)},
    {.key = "on", .kind = FIELD_DATE, .at = offsetof(struct signature, on)},
};
static const struct shape APPROVAL_SHAPE = {"an approval", APPROVAL_FIELDS,
                                            COUNT_OF(APPROVAL_FIELDS)};

static bool is_invited(const struct evaluation *evaluation, const char *id)
{
    for (size_t i = 0; i < evaluation->invited_count; i++) {
        if (text_equal_ignoring_case(evaluation->invited[i].id, id)) {
            return true;
        }
    }
    return false;
}

/* A vendor is a map, or its id alone. */
static bool bind_invited(const struct binder *binder, const struct node *node,
                         struct invited *invited, struct loc *id_at)
{
    struct invited_draft draft = {.invited = {.at = node->at}};
    *invited = draft.invited;
    *id_at = node->at;
    if (node->kind == NODE_SCALAR) {
        return bind_text(binder, "vendors", node, &invited->id);
    }
    bool sound = bind_map(binder, node, &INVITED_SHAPE, &draft);
    *invited = draft.invited;
    if (draft.withdrawn != NULL) {
        invited->has_withdrawn = true; // whatever else is wrong with it
        sound = bind_map(binder, draft.withdrawn, &WITHDRAWN_SHAPE, invited) && sound;
    }
    const struct node *received = node_find(node, "received");
    invited->has_received = received != NULL && !node_is_null(received);
    if (invited->id != NULL) {
        *id_at = node_find(node, "id")->at;
        invited->at = *id_at;
    }
    return sound;
}

void invited_bind(const struct binder *binder, const struct node *list,
                  struct evaluation *evaluation)
{
    if (list == NULL || !bind_is_list(binder, "vendors", list)) {
        return;
    }
    if (list->count == 0) {
        struct diag *diag = diag_add(binder->diags, DIAG_EVALUATION_BAD, list->at,
                                     "`vendors` names nobody");
        diag_help(binder->diags, diag, "leave it out to compare whoever has a response");
        return;
    }
    evaluation->invited = arena_alloc(binder->arena, list->count, sizeof *evaluation->invited);
    for (size_t i = 0; i < list->count; i++) {
        struct invited *invited = &evaluation->invited[evaluation->invited_count];
        struct loc id_at;
        bind_invited(binder, &list->items[i], invited, &id_at);
        if (invited->id == NULL || !vendor_id_check(binder, invited->id, id_at)) {
            evaluation->invited_unclear = true;
            continue;
        }
        if (is_invited(evaluation, invited->id)) {
            diag_add(binder->diags, DIAG_ID_DUPLICATE, id_at, "`%s` is invited twice",
                     bind_quoted(binder, invited->id));
            evaluation->invited_unclear = true;
            continue;
        }
        evaluation->invited_count++;
    }
}

static bool may_waive(const struct gate *gate, const char *who)
{
    for (size_t i = 0; i < gate->waivable_count; i++) {
        if (text_equal_ignoring_case(gate->waivable_by[i], who)) {
            return true;
        }
    }
    return false;
}

static void report_who(const struct binder *binder, struct loc at, const struct item *item,
                       const char *who)
{
    struct text_builder allowed;
    text_builder_init(&allowed, binder->arena);
    for (size_t i = 0; i < item->gate.waivable_count; i++) {
        text_add_format(&allowed, "%s%s", i > 0 ? ", " : "",
                        bind_quoted(binder, item->gate.waivable_by[i]));
    }
    struct diag *diag = diag_add(binder->diags, DIAG_WAIVER_BAD, at, "`%s` may not waive %s",
                                 bind_quoted(binder, who), item->id);
    diag_label(binder->diags, diag, "waivable by: %s",
               item->gate.waivable_count == 0 ? "nobody" : allowed.text);
}

/* Which requirement is waived, whether there is one, and whether this person may. */
static bool check_waiver(const struct binder *binder, const struct evaluation *evaluation,
                         const struct node *node, struct waiver_draft *draft)
{
    const struct item_lookup lookup = {
        .criteria = &evaluation->criteria, .wanted = WANT_ITEM, .unknown = DIAG_WAIVER_BAD};
    struct loc gate_at = node_find(node, "gate")->at;
    struct waiver *waiver = &draft->waiver;
    if (!item_id_find(binder, &lookup, draft->gate, gate_at, &waiver->item)) {
        return false;
    }
    const struct item *item = &evaluation->criteria.items[waiver->item];
    if (!item->has_gate) {
        diag_add(binder->diags, DIAG_WAIVER_BAD, gate_at,
                 "%s is not a mandatory requirement, there is nothing to waive", item->id);
        return false;
    }
    if (!may_waive(&item->gate, waiver->by)) {
        report_who(binder, node_find(node, "by")->at, item, waiver->by);
        return false;
    }
    if (date_compare(waiver->until, waiver->on) < 0) {
        diag_add(binder->diags, DIAG_WAIVER_BAD, node_find(node, "until")->at,
                 "the waiver ends before it begins");
        return false;
    }
    return true;
}

void waivers_bind(const struct binder *binder, const struct node *list,
                  struct evaluation *evaluation)
{
    if (list == NULL || !bind_is_list(binder, "waivers", list)) {
        return;
    }
    evaluation->waivers = arena_alloc(binder->arena, list->count, sizeof *evaluation->waivers);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = &list->items[i];
        struct waiver_draft draft = {.waiver = {.at = node->at}};
        if (bind_map(binder, node, &WAIVER_SHAPE, &draft) &&
            check_waiver(binder, evaluation, node, &draft)) {
            draft.waiver.vendor_at = node_find(node, "vendor")->at;
            evaluation->waivers[evaluation->waiver_count++] = draft.waiver;
        }
    }
}

void closed_bind(const struct binder *binder, const struct node *list,
                 struct evaluation *evaluation)
{
    const struct item_lookup lookup = {
        .criteria = &evaluation->criteria, .wanted = WANT_ITEM, .unknown = DIAG_ID_UNKNOWN};
    if (list == NULL || !bind_is_list(binder, "conditions_closed", list)) {
        return;
    }
    evaluation->closed = arena_alloc(binder->arena, list->count, sizeof *evaluation->closed);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = &list->items[i];
        struct closed_draft draft = {.closed = {.at = node->at}};
        if (!bind_map(binder, node, &CLOSED_SHAPE, &draft)) {
            continue;
        }
        struct loc at = node_find(node, "criterion")->at;
        draft.closed.vendor_at = node_find(node, "vendor")->at;
        if (item_id_find(binder, &lookup, draft.criterion, at, &draft.closed.item)) {
            evaluation->closed[evaluation->closed_count++] = draft.closed;
        }
    }
}

/* A decision that leaves out what makes it one. */
static void check_decision(const struct binder *binder, const struct node *node,
                           const struct decision *decision)
{
    const struct {
        bool is_open;
        const char *words;
    } parts[] = {
        {decision->chosen == NULL, "whom it chose"},
        {decision->by == NULL, "who took it"},
        {!date_is_given(decision->on), "on which day"},
    };
    struct text_builder open;
    text_builder_init(&open, binder->arena);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].is_open) {
            text_add_format(&open, "%s%s", open.length > 0 ? ", " : "", parts[i].words);
        }
    }
    if (open.length > 0) {
        diag_add(binder->diags, DIAG_DECISION_OPEN, node->at, "the decision does not say %s",
                 open.text);
    }
}

void decision_bind(const struct binder *binder, const struct node *node,
                   struct evaluation *evaluation)
{
    struct decision *decision = &evaluation->decision;
    if (node == NULL || !bind_map(binder, node, &DECISION_SHAPE, decision)) {
        return;
    }
    if (decision->chosen != NULL) {
        decision->at = node_find(node, "chosen")->at;
    }
    check_decision(binder, node, decision);
}

void approvals_bind(const struct binder *binder, const struct node *list,
                    struct evaluation *evaluation)
{
    if (list == NULL || !bind_is_list(binder, "approvals", list)) {
        return;
    }
    evaluation->approvals = arena_alloc(binder->arena, list->count, sizeof *evaluation->approvals);
    for (size_t i = 0; i < list->count; i++) {
        struct signature *approval = &evaluation->approvals[evaluation->approval_count];
        if (bind_map(binder, &list->items[i], &APPROVAL_SHAPE, approval)) {
            evaluation->approval_count++;
        }
    }
}

/* The vendors that take part. */
struct vendor_names {
    const char *const *names;
    size_t count;
};

static void check_vendor(const struct binder *binder, const struct vendor_names *vendors,
                         enum diag_code code, const char *id, struct loc at)
{
    for (size_t i = 0; i < vendors->count; i++) {
        if (text_equal_ignoring_case(vendors->names[i], id)) {
            return;
        }
    }
    struct diag *diag = diag_add(binder->diags, code, at, "`%s` is not a vendor of this evaluation",
                                 bind_quoted(binder, id));
    bind_suggest(binder, diag, id, vendors->names, vendors->count);
}

void evaluation_check_vendors(const struct binder *binder, const struct evaluation *evaluation,
                              const char *const *vendors, size_t count)
{
    const struct vendor_names known = {vendors, count};
    for (size_t i = 0; i < evaluation->waiver_count; i++) {
        const struct waiver *waiver = &evaluation->waivers[i];
        check_vendor(binder, &known, DIAG_WAIVER_BAD, waiver->vendor, waiver->vendor_at);
    }
    for (size_t i = 0; i < evaluation->closed_count; i++) {
        const struct closed_condition *closed = &evaluation->closed[i];
        check_vendor(binder, &known, DIAG_VENDOR_UNKNOWN, closed->vendor, closed->vendor_at);
    }
    if (evaluation->decision.chosen != NULL) {
        check_vendor(binder, &known, DIAG_VENDOR_UNKNOWN, evaluation->decision.chosen,
                     evaluation->decision.at);
    }
}
