/* The public YAML test suite: each input is read right, or refused with a diagnostic. */
#include "base/number.h"
#include "base/text.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <math.h>
#include <string.h>

#define SUITE VOUCH_SHARED "/data/nasty/yaml-test-suite/data"

/* What became of an input, and whether the suite has its values as JSON beside it. */
enum outcome {
    READ_RIGHT,
    READ_WRONG,
    READ_UNCHECKED,
    REFUSED_VALID,
    REFUSED_OTHER,
    OUTCOME_COUNT
};

static bool is_same_scalar(const struct node *yaml, const struct node *json)
{
    double first = 0;
    double second = 0;
    bool numbers = !json->quoted && number_read(yaml->text, &first) &&
                   number_read(json->text, &second);
    return strcmp(yaml->text, json->text) == 0 || (numbers && fabs(first - second) <= 0.0);
}

static bool is_same(const struct node *yaml, const struct node *json)
{
    if (node_is_null(json)) {
        return node_is_null(yaml);
    }
    if (yaml->kind != json->kind || yaml->count != json->count) {
        return false;
    }
    if (yaml->kind == NODE_SCALAR) {
        return is_same_scalar(yaml, json);
    }
    for (size_t i = 0; i < yaml->count; i++) {
        const struct node *first = yaml->kind == NODE_LIST ? &yaml->items[i]
                                                           : &yaml->entries[i].value;
        const struct node *second = yaml->kind == NODE_LIST ? &json->items[i]
                                                            : node_find(json, yaml->entries[i].key);
        if (second == NULL || !is_same(first, second)) {
            return false;
        }
    }
    return true;
}

static struct sample *read_file(const char *path, const char *as)
{
    struct arena arena;
    arena_init(&arena);
    struct bytes bytes = {.size = 0};
    const char *reason = NULL;
    struct sample *sample = NULL;
    if (file_read(&arena, path, 1 << 20, &bytes, &reason)) {
        sample = sample_read_bytes(as, bytes, DOCUMENT_CRITERIA);
    }
    arena_release(&arena);
    return sample;
}

static enum outcome judge(struct arena *arena, const char *name)
{
    const char *path = file_join(arena, SUITE, name);
    const char *json_path = arena_format(arena, "%.*sjson", (int)(strlen(path) - 4), path);
    struct sample *yaml = read_file(path, "a.yaml");
    struct sample *json = read_file(json_path, "a.json");
    assert_non_null(yaml);
    if (!yaml->sound && yaml->diags.errors == 0) {
        fail_msg("%s: refused without a diagnostic", name);
    }
    enum outcome outcome = json == NULL ? REFUSED_OTHER : REFUSED_VALID;
    if (yaml->sound && json == NULL) {
        outcome = READ_UNCHECKED;
    } else if (yaml->sound) {
        bool right = json->sound && is_same(&yaml->document.root, &json->document.root);
        outcome = right ? READ_RIGHT : READ_WRONG;
    }
    if (json != NULL) {
        sample_close(json);
    }
    sample_close(yaml);
    return outcome;
}

static bool is_listed(const char *name, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strncmp(name, list[i], strlen(list[i])) == 0) {
            return true;
        }
    }
    return false;
}

/*
 * Valid YAML that is refused with YAML_SYNTAX, FILE_EMPTY or TEXT_CONTROL instead of YAML_FEATURE,
 * each looked at.
 */
static const char *const REFUSED_AS_SYNTAX[] = {
    // refused on purpose: keys without a value inside braces, `?` before a text, a control
    // character, a file without values
    "8KB6",
    "9BXH",
    "652Z",
    "HM87-01",
    "G4RS",
    "8G76",
    "98YD",
    "AVM7",
    "HWV9",
    "QT73",
    // a key before its colon on another line, in braces
    "4MUZ-00",
    "4MUZ-01",
    "4MUZ-02",
    "5MUD",
    "9SA2",
    "K3WX",
    "NJ66",
    "UT92",
    "VJP3-01",
    // a text that begins with a colon, in braces
    "58MP",
    "5T43",
    "DBG4",
    "HM87-00",
    // tabs between tokens or before brackets, where libyaml wants blanks
    "6BCT",
    "6CA3",
    "96NN-00",
    "96NN-01",
    "A2M4",
    "DK95-00",
    "DK95-03",
    "DK95-04",
    "Q5MG",
    "R4YG",
    "Y79Y-01",
    "Y79Y-10",
    // colons in names of anchors
    "2SXE",
    "8XYN",
    "W5VH",
    "Y2GN",
    // several documents, or the block of a bare one
    "7Z25",
    "DK3J",
    "FP8R",
    "M7A3",
};

static void check_listed_refusals(struct arena *arena, const char *name)
{
    struct sample *yaml = read_file(file_join(arena, SUITE, name), "a.yaml");
    bool is_feature = strstr(sample_codes(yaml), "YAML_FEATURE") != NULL;
    bool listed = is_listed(name, REFUSED_AS_SYNTAX, COUNT_OF(REFUSED_AS_SYNTAX));
    if (is_feature == listed) {
        fail_msg("%s: %s", name, sample_diags(yaml));
    }
    sample_close(yaml);
}

static void every_input_is_read_right_or_refused(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct file_names names = shared_names(&arena, SUITE);
    size_t counts[OUTCOME_COUNT] = {0};
    for (size_t i = 0; i < names.count; i++) {
        if (!text_ends(names.names[i], ".yaml")) {
            continue;
        }
        enum outcome outcome = judge(&arena, names.names[i]);
        counts[outcome]++;
        if (outcome == READ_WRONG) {
            fail_msg("%s: read otherwise than the suite says", names.names[i]);
        }
        if (outcome == READ_UNCHECKED && strcmp(names.names[i], "S98Z.yaml") != 0) {
            fail_msg("%s: read, though it has to fail", names.names[i]);
        }
        if (outcome == REFUSED_VALID) {
            check_listed_refusals(&arena, names.names[i]);
        }
    }
    check_int((int64_t)counts[READ_RIGHT], 178, READ_RIGHT);
    // S98Z: blank lines of a block that are indented more than its text, of which there is none.
    check_int((int64_t)counts[READ_UNCHECKED], 1, READ_UNCHECKED);
    check_int((int64_t)counts[REFUSED_VALID], 105, REFUSED_VALID);
    check_int((int64_t)counts[REFUSED_OTHER], 122, REFUSED_OTHER);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_input_is_read_right_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
