#include "base/text.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <stdlib.h>
#include <string.h>

static void values_stay_the_text_that_they_are(void **state)
{
    static const struct {
        const char *yaml, *tree;
    } cases[] = {
        {"a: b\n", "{a: b}"},
        {"a: yes\nb: 0x1F\nc: 1_000\nd: 12:30:45\ne: ~\n",
         "{a: yes, b: 0x1F, c: 1_000, d: 12:30:45, e: ~}"},
        {"a: 'it''s'\nb: \"x\\ty\"\n", "{a: \"it's\", b: \"x\ty\"}"},
        {"a:\nb:\n  - x\n  -\n", "{a: , b: [x, ]}"},
        {"a: {b: c, \"d\": [e, f]}\n", "{a: {b: c, d: [e, f]}}"},
        {"- - a\n  - b\n- c: d\n  e: f\n", "[[a, b], {c: d, e: f}]"},
        {"a: |\n  one\n  two\n", "{a: \"one\ntwo\n\"}"},
        {"a: |\n  one", "{a: \"one\n\"}"},
        {"a: >-\n  one\n  two\n", "{a: \"one two\"}"},
        {"a: one\n  two\n\n  three\n", "{a: one two\nthree}"},
        {"{\"a\": 1, \"b\": [true, null]}", "{a: 1, b: [true, null]}"},
        {"---\na: b\n...\n# the end\n", "{a: b}"},
        {"\xEF\xBB\xBF"
         "a: b\n",
         "{a: b}"},
        {"a: b\r\nc: |\r\n  d\r\n", "{a: b, c: \"d\n\"}"},
        {"key with blanks: a b\n", "{key with blanks: a b}"},
        {"a:\n- b\n- c\n", "{a: [b, c]}"},
        {"a: [\n  b,\n  c\n]\n", "{a: [b, c]}"}, // the bracket may stand under its key
        {"a: http://x.example/#y\n", "{a: http://x.example/#y}"},
        {"a: \"1\xE2\x80\xA8"
         "2\"\nb: 3\xE2\x80\xA9"
         "4\n",
         "{a: \"1\xE2\x80\xA8"
         "2\", b: 3\xE2\x80\xA9"
         "4}"},
        // The character behind which U+2028 would be hidden, as itself and as an escape.
        {"a: \xE2\x80\xA8\xEF\x96\xA0\nb: \"\\uF5A1\"\n",
         "{a: \xE2\x80\xA8\xEF\x96\xA0, b: \"\xEF\x96\xA1\"}"},
        {"a: \"\\u2028\\L\"\n", "{a: \"\xE2\x80\xA8\xE2\x80\xA8\"}"},
        {"\"<<\": a\n", "{<<: a}"},
        {"\"\": a\n", "{: a}"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.yaml", cases[i].yaml, DOCUMENT_OWN);
        check_text(sample_tree(sample), cases[i].tree, i);
        sample_close(sample);
    }
}

static void quoted_values_are_told_from_plain_ones(void **state)
{
    struct sample *sample = sample_read(
        "a.yaml", "- yes\n- 'yes'\n- \"\"\n- |\n  x\n-\n- ~\n- 'null'\n", DOCUMENT_OWN);
    static const struct {
        bool quoted, null;
    } cases[] = {{false, false}, {true, false}, {true, false}, {true, false},
                 {false, true},  {false, true}, {true, false}};
    check_true(sample->sound, 0);
    check_int((int64_t)sample->document.root.count, COUNT_OF(cases), 0);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(sample->document.root.items[i].quoted, cases[i].quoted, i);
        check_int(node_is_null(&sample->document.root.items[i]), cases[i].null, i);
    }
    sample_close(sample);
}

/* Lines, columns and lengths of all keys and scalars. */
static void add_places(struct text_builder *text, const struct node *node)
{
    text_add_format(text, " %u:%u+%u", node->at.line, node->at.column, node->at.length);
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == NODE_LIST) {
            add_places(text, &node->items[i]);
            continue;
        }
        const struct entry *entry = &node->entries[i];
        text_add_format(text, " %s@%u:%u+%u", entry->key, entry->at.line, entry->at.column,
                        entry->at.length);
        add_places(text, &entry->value);
    }
}

static void every_node_knows_its_place_in_code_points(void **state)
{
    static const struct {
        const char *yaml, *places;
    } cases[] = {
        {"a: bcd\n", " 1:1+0 a@1:1+1 1:4+3"},
        {"é: äöü\nb: \"x\\ty\"\n", " 1:1+0 é@1:1+1 1:4+3 b@2:1+1 2:4+6"},
        {"# c\n\na:\n  - b\n  - [c, d]\n", " 3:1+0 a@3:1+1 4:3+0 4:5+1 5:5+0 5:6+1 5:9+1"},
        {"a: |\n  one\n  two\nb: one two\n  three\n", " 1:1+0 a@1:1+1 1:4+1 b@4:1+1 4:4+7"},
        {"\xEF\xBB\xBF"
         "a: b\r\nc: d\r\n",
         " 1:1+0 a@1:1+1 1:4+1 c@2:1+1 2:4+1"},
        {"{a: \xF0\x9F\x98\x80, b: c}", " 1:1+0 a@1:2+1 1:5+1 b@1:8+1 1:11+1"},
        {"a: \"1\xE2\x80\xA8"
         "2\" \nb: c\n",
         " 1:1+0 a@1:1+1 1:4+5 b@2:1+1 2:4+1"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.yaml", cases[i].yaml, DOCUMENT_OWN);
        struct text_builder text;
        text_builder_init(&text, &sample->arena);
        check_true(sample->sound, i);
        add_places(&text, &sample->document.root);
        check_text(text.text, cases[i].places, i);
        sample_close(sample);
    }
}

static const struct {
    const char *yaml, *diags;
} FAULTS[] = {
    {"a:\n\tb: c\n", "2:1+1 YAML_SYNTAX a tab is used for indentation"},
    {"a:\n  - b\n  -\tc\n", "3:4+1 YAML_SYNTAX a tab stands here"},
    {"a: Note: see\n", "1:8+1 YAML_SYNTAX a second colon"},
    {"a: b\n  c: d\n", "2:4+1 YAML_SYNTAX a key cannot stand here"},
    {"a: **b**\n", "1:4+1 YAML_SYNTAX a text cannot begin with `*`"},
    {"a: &&\n", "1:4+1 YAML_SYNTAX a text cannot begin with `&`"},
    {"a: @b\n", "1:4+1 YAML_SYNTAX a text cannot begin with `@`"},
    {"a: `b`\n", "1:4+1 YAML_SYNTAX a text cannot begin with a backtick"},
    {"a: %b\n", "1:4+1 YAML_SYNTAX a text cannot begin with `%`"},
    {"a: !b c\n", "1:4+0 YAML_FEATURE tags (`!`) are not read"},
    {"a: !x!b c\n", "1:4+1 YAML_FEATURE a text that begins with `!` is a tag"},
    {"!!str a: b\n", "1:1+7 YAML_FEATURE tags"},
    {"a: | b\n", "1:6+1 YAML_SYNTAX after `|` or `>` the text begins on the next line"},
    {"a: |#b\n", "1:4+3 YAML_SYNTAX a `#` stands directly behind"},
    {"a: |0\n b\n", "1:5+1 YAML_SYNTAX an indentation of 0"},
    {"a: \"C:\\files\\x\"\n", "YAML_SYNTAX an escape needs hexadecimal digits"},
    {"a: \"\\q\"\n", "YAML_SYNTAX a backslash in double quotes begins an escape"},
    {"a: \"\\ud800\"\n", "YAML_SYNTAX this escape does not stand for a character"},
    {"x: y\na: \"b\nc: d\n", "2:4+1 YAML_SYNTAX the quote that opens here is never closed"},
    {"a: \"b\n---\nc\"\n", "1:4+1 YAML_SYNTAX the quote that opens here is not closed"},
    {"a: 'it's'\n", "1:8+1 YAML_SYNTAX text follows the closing quote"},
    {"a: {b: \"c\" d}\n", "1:12+1 YAML_SYNTAX text follows the closing quote"},
    {"a: {b: c: d}\n", "1:9+1 YAML_SYNTAX a colon breaks the text inside braces"},
    {"a: {b: c\nd: e\n",
     "1:4+1 YAML_SYNTAX the `{` that opens here is not closed [close it with `}`]"},
    {"a: [b,\n  c", "1:4+1 YAML_SYNTAX the `[` that opens here is not closed"},
    {"a: [b] c\n", "1:8+1 YAML_SYNTAX this does not belong to the keys above"},
    {"a: [b c: d, e]: f\n", "YAML_SYNTAX"},
    {"a: b\n c: d\n", "2:3+1 YAML_SYNTAX a key cannot stand here"},
    {"a:\n  b: c\n d: e\n", "3:2+1 YAML_SYNTAX this does not belong to the keys above"},
    {"a:\n  b: c\n  word\n  d: e\n", "3:3+1 YAML_SYNTAX this is neither `key: value`"},
    {"a:\n  - b\n  c: d\n", "3:3+1 YAML_SYNTAX this line does not belong to the list above"},
    {"a: - b\n", "1:4+1 YAML_SYNTAX a list cannot begin here"},
    {"a: [-]\n", "1:5+1 YAML_SYNTAX a `-` alone"},
    {"{ ?a: b }\n", "1:4+1 YAML_SYNTAX a text cannot begin with `?`"},
    {"a: \"b\"# c\n", "1:7+1 YAML_SYNTAX a `#` behind this has no blank before it"},
    {"a: [b,\nc]\n", "2:1+1 YAML_SYNTAX this line belongs to the quotes or brackets"},
    {"a: \"b\n\tc\"\n", "2:2+1 YAML_SYNTAX this line belongs to the quotes or brackets"},
    {": a\n", "1:1+1 YAML_SYNTAX a key is missing before the colon"},
    {"{: a}\n", "1:2+1 YAML_SYNTAX a text cannot begin with a colon inside braces"},
    {"?\n: a\n", "1:2+0 YAML_SYNTAX a key is missing before the colon"},
    {"? [a]\n: b\n", "1:3+1 YAML_FEATURE a key has to be a text"},
    {"<<: {a: b}\n", "1:1+2 YAML_FEATURE merge keys"},
    {"%YAML 1.2\n---\na: b\n", "1:1+1 YAML_FEATURE directives are not read"},
    {"# c\n...\n%TAG ! x\n---\na: b\n", "3:1+1 YAML_FEATURE directives are not read"},
    {"a: b\n---\nc: d\n", "2:1+1 YAML_FEATURE a second document begins here"},
    {"a: b\n...\nc: d\n", "3:1+1 YAML_SYNTAX this does not belong to what stands above"},
    {"a: b\n}\n", "YAML_SYNTAX"},
    {"# only a comment\n", "0:0+0 FILE_EMPTY the file holds no values"},
    {"a: 1\nb: 2\na: 3\n", "3:1+1 KEY_DUPLICATE `a` stands twice in this map [first in line 1]"},
    {"a: \"\\0\"\n", "1:5+2 TEXT_CONTROL the control character U+0000"},
    {"a: b\nc: \"é\\e[31m\"\n", "2:6+2 TEXT_CONTROL the control character U+001B"},
    {"a: \"b\n  \\x07\"\n", "2:3+4 TEXT_CONTROL the control character U+0007"},
    {"\"k\\u0001\": b\n", "1:3+6 TEXT_CONTROL the control character U+0001"},
    {"a: b\x01\n", "1:5+1 TEXT_CONTROL the control character U+0001"},
    {"a: \xC2\x85\n", "1:4+1 TEXT_CONTROL the control character U+0085"},
    {"a: \xEF\xBF\xBF\n", "1:4+1 TEXT_CONTROL U+FFFF is not a character"},
};

static void faults_are_said_in_plain_words_at_their_place(void **state)
{
    for (size_t i = 0; i < COUNT_OF(FAULTS); i++) {
        struct sample *sample = sample_read("a.yaml", FAULTS[i].yaml, DOCUMENT_OWN);
        check_true(!sample->sound, i);
        check_contains(sample_diags(sample), FAULTS[i].diags, i);
        check_true(strstr(sample_diags(sample), "while parsing") == NULL, i);
        check_true(strstr(sample_diags(sample), "did not find") == NULL, i);
        sample_close(sample);
    }
}

static void all_faults_that_can_be_told_apart_come_in_one_go(void **state)
{
    struct sample *sample = sample_read(
        "a.yaml", "a: !t b\na: \"\\a\"\nc: &x d\ne: *x\nf: {g, h}\n", DOCUMENT_OWN);
    check_text(sample_codes(sample),
               "YAML_FEATURE KEY_DUPLICATE TEXT_CONTROL YAML_FEATURE YAML_FEATURE YAML_SYNTAX", 0);
    sample_close(sample);
}

static void a_text_that_broke_at_a_comma_inside_braces_is_said_to_need_quotes(void **state)
{
    static const struct {
        const char *yaml, *diags;
    } cases[] = {
        {"a: {note: Hello, world}\n",
         "1:18+5 YAML_SYNTAX `world` is a key without a value: inside braces a comma ends the text "
         "before it [put the text in quotes: `note: \"Hello, world\"`]"},
        {"a: {note: \"Hello\", world, x: y}\n",
         "1:20+5 YAML_SYNTAX `world` is a key without a value: inside braces a comma ends the text "
         "before it [write `world: …`, or put the text in quotes]"},
        {"a: {b, c, d}\n",
         "1:5+1 YAML_SYNTAX `b` is a key without a value: inside braces a comma ends the text "
         "before it [write `b: …`, or put the text in quotes]"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.yaml", cases[i].yaml, DOCUMENT_OWN);
        check_text(sample_diags(sample), cases[i].diags, i);
        sample_close(sample);
    }
    struct sample *sample = sample_read("a.yaml", "{a: , b: ~, \"c\" : }\n", DOCUMENT_OWN);
    check_text(sample_tree(sample), "{a: , b: ~, c: }", COUNT_OF(cases));
    sample_close(sample);
}

static void a_comment_after_a_value_of_a_received_file_is_warned_about(void **state)
{
    static const struct {
        const char *yaml, *diags;
    } cases[] = {
        {"a: costs # 5 per seat\n", "1:10+12 YAML_COMMENT_CUT `# 5 per seat` is a comment"},
        {"a: \"b\" # c\n", "1:8+3 YAML_COMMENT_CUT `# c`"},
        {"a: # c\n", "1:4+3 YAML_COMMENT_CUT `# c`"},
        {"- b\n-   # c\n", "2:5+3 YAML_COMMENT_CUT `# c`"},
        {"a: [b, c] # d\n", "1:11+3 YAML_COMMENT_CUT `# d`"},
        {"a: {b: c} # d\n", "1:11+3 YAML_COMMENT_CUT `# d`"},
        {"{\n  a: b, # c\n  d: e # f\n}\n", "2:9+3 YAML_COMMENT_CUT `# c`"},
        {"a: é # ü\r\nb: c\r\n", "1:6+3 YAML_COMMENT_CUT `# ü`"},
        {"a: b\t# c\n", "1:6+3 YAML_COMMENT_CUT `# c`"},
        {"# a\na: b\n  # c\nd: |  # head\n  # text\n# e\nf: g#h\n", ""},
        {"a: # section\n  b: c\n", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.yaml", cases[i].yaml, DOCUMENT_RECEIVED);
        check_true(sample->sound, i);
        check_contains(sample_diags(sample), cases[i].diags, i);
        check_true(cases[i].diags[0] != '\0' || sample->diags.count == 0, i);
        sample_close(sample);
        sample = sample_read("a.yaml", cases[i].yaml, DOCUMENT_OWN);
        check_text(sample_diags(sample), "", i);
        sample_close(sample);
    }
}

static void what_cannot_be_seen_is_warned_about_once_a_text(void **state)
{
    struct sample *sample = sample_read(
        "a.yaml", "a\xE2\x80\x8B: b\nc: x\xE2\x80\xAEy\xE2\x80\xAE\nd: \"\\U000E0041\"\n",
        DOCUMENT_OWN);
    check_true(sample->sound, 0);
    check_text(
        sample_diags(sample),
        "1:1+2 TEXT_INVISIBLE the text `a‹U+200B›` holds U+200B, which a reader cannot see\n"
        "2:4+4 TEXT_INVISIBLE the text `x‹U+202E›y‹U+202E›` holds U+202E, which a reader "
        "cannot see\n"
        "3:4+12 TEXT_INVISIBLE the text `‹U+E0041›` holds U+E0041, which a reader cannot see",
        0);
    sample_close(sample);
}

static void aliases_are_followed_in_criteria_only(void **state)
{
    static const struct {
        const char *yaml, *tree, *diags;
    } cases[] = {
        {"a: &x {b: c}\nd: *x\ne: [*x, *x]\n", "{a: {b: c}, d: {b: c}, e: [{b: c}, {b: c}]}", ""},
        {"a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}", ""},
        {"&k a: b\nc: *k\n", "{a: b, c: a}", ""},
        {"a: *x\n", "unsound", "1:4+2 YAML_SYNTAX `*x` has no anchor `&x` before it"},
        {"a: &x [*x]\n", "unsound", "1:8+2 YAML_SYNTAX `*x` has no anchor `&x` before it"},
        {"a: &x b\n*x : c\n", "unsound", "2:1+2 YAML_FEATURE a key has to be a text"},
        {"a: &x:y b\n", "unsound", "1:4+2 YAML_SYNTAX an anchor's name"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.yaml", cases[i].yaml, DOCUMENT_CRITERIA);
        check_text(sample_tree(sample), cases[i].tree, i);
        check_contains(sample_diags(sample), cases[i].diags, i);
        sample_close(sample);
    }
    static const enum document_trust OTHERS[] = {DOCUMENT_OWN, DOCUMENT_RECEIVED};
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        struct sample *sample = sample_read("a.yaml", cases[0].yaml, OTHERS[i]);
        check_text(sample_codes(sample), "YAML_FEATURE YAML_FEATURE YAML_FEATURE YAML_FEATURE", i);
        sample_close(sample);
    }
}

/* A text of `before`, `count` times `middle`, and `after`. */
static struct sample *read_repeated(const char *before, const char *middle, size_t count,
                                    const char *after)
{
    struct arena arena;
    arena_init(&arena);
    struct text_builder text;
    text_builder_init(&text, &arena);
    text_add(&text, before);
    for (size_t i = 0; i < count; i++) {
        text_add(&text, middle);
    }
    text_add(&text, after);
    struct sample *sample = sample_read("a.yaml", text.text, DOCUMENT_CRITERIA);
    arena_release(&arena);
    return sample;
}

static void limits_hold_exactly(void **state)
{
    static const struct {
        const char *before, *middle;
        size_t most; // times the middle that are read
        const char *after;
    } cases[] = {
        {"", "[", DOCUMENT_DEPTH_MOST, ""}, // closed below
        {"", "- ", DOCUMENT_DEPTH_MOST, "a"},         {"", "k", DOCUMENT_KEY_BYTES_MOST, ": a"},
        {"a: ", "x", DOCUMENT_SCALAR_BYTES_MOST, ""}, {"", "-\n", DOCUMENT_EVENTS_MOST - 1, ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char after[DOCUMENT_DEPTH_MOST + 2] = "";
        memset(after, ']', i == 0 ? DOCUMENT_DEPTH_MOST : 0);
        const char *end = i == 0 ? after : cases[i].after;
        struct sample *sample = read_repeated(cases[i].before, cases[i].middle, cases[i].most, end);
        check_text(sample_diags(sample), "", i);
        check_true(sample->sound, i);
        sample_close(sample);
        sample = read_repeated(cases[i].before, cases[i].middle, cases[i].most + 1, end);
        check_text(sample_codes(sample), "INPUT_LIMIT", i);
        check_true(!sample->sound, i);
        sample_close(sample);
    }
}

static void many_keys_are_compared_each_with_each(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct text_builder text;
    text_builder_init(&text, &arena);
    enum { KEYS = 20000 };
    for (int i = 0; i < KEYS; i++) {
        text_add_format(&text, "k%d: %d\n", i, i);
    }
    struct sample *sample = sample_read("a.yaml", text.text, DOCUMENT_OWN);
    check_true(sample->sound, 0);
    check_int((int64_t)sample->document.root.count, KEYS, 0);
    sample_close(sample);
    text_add(&text, "k7: x\nk19999: y\n");
    sample = sample_read("a.yaml", text.text, DOCUMENT_OWN);
    check_text(sample_diags(sample),
               "20001:1+2 KEY_DUPLICATE `k7` stands twice in this map [first in line 8]\n"
               "20002:1+6 KEY_DUPLICATE `k19999` stands twice in this map [first in line 20000]",
               0);
    sample_close(sample);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_stay_the_text_that_they_are),
        cmocka_unit_test(quoted_values_are_told_from_plain_ones),
        cmocka_unit_test(every_node_knows_its_place_in_code_points),
        cmocka_unit_test(faults_are_said_in_plain_words_at_their_place),
        cmocka_unit_test(all_faults_that_can_be_told_apart_come_in_one_go),
        cmocka_unit_test(a_text_that_broke_at_a_comma_inside_braces_is_said_to_need_quotes),
        cmocka_unit_test(a_comment_after_a_value_of_a_received_file_is_warned_about),
        cmocka_unit_test(what_cannot_be_seen_is_warned_about_once_a_text),
        cmocka_unit_test(aliases_are_followed_in_criteria_only),
        cmocka_unit_test(limits_hold_exactly),
        cmocka_unit_test(many_keys_are_compared_each_with_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
