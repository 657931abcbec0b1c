#include "score/wording_match.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/claim_class.h"

#include <string.h>

/* What is read alike, beside the letters of ASCII. */
static const struct {
    uint32_t code_point;
    char as;
} ALIKE[] = {
    {0x00A0, ' '}, {0x2007, ' '}, {0x2009, ' '}, {0x202F, ' '},  {0x3000, ' '},  {0x2010, '-'},
    {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2018, '\''}, {0x2019, '\''},
};

/* What negates, and within how many words. */
static const struct {
    const char *word;
    size_t reach;
} NEGATIONS[] = {
    {"not", 3}, {"never", 3},   {"cannot", 3}, {"nor", 3},     {"neither", 3},
    {"no", 2},  {"without", 2}, {"none", 2},   {"nothing", 2},
};
enum { REACH_MOST = 3 };
/* Behind a negation they say more, not less: "not only", "no less than". */
static const char *const STRENGTHENERS[] = {"only",  "just",  "merely", "less",
                                            "fewer", "other", "one",    "doubt"};
/* What stands before them is another thought. */
static const char *const TURNS[] = {"and", "but", "while", "because", "so"};

/* A text as it is compared, and where each of its bytes stood. */
struct folded {
    char *text;
    size_t *at; // per byte and one more
    size_t length;
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static char fold_ascii(char byte)
{
    return is_blank(byte) ? ' ' : byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Add bytes that stood at a place; of several blanks the first. */
static void add(struct folded *folded, const char *bytes, size_t length, size_t at)
{
    if (bytes[0] == ' ' && folded->length > 0 && folded->text[folded->length - 1] == ' ') {
        return;
    }
    for (size_t i = 0; i < length; i++) {
        folded->at[folded->length] = at + i;
        folded->text[folded->length++] = bytes[i];
    }
}

static struct folded fold(struct arena *arena, const char *text)
{
    size_t size = strlen(text);
    const char *end = text + size;
    struct folded folded = {.text = arena_alloc(arena, size + 1, 1),
                            .at = arena_alloc(arena, size + 1, sizeof *folded.at)};
    for (const char *next = text; next < end;) {
        const char *here = next;
        uint32_t code_point = text_next(&next, end);
        char alike = code_point < 0x80 ? fold_ascii(here[0]) : '\0';
        for (size_t i = 0; code_point >= 0x80 && i < COUNT_OF(ALIKE); i++) {
            alike = code_point == ALIKE[i].code_point ? ALIKE[i].as : alike;
        }
        if (alike != '\0') {
            add(&folded, &alike, 1, (size_t)(here - text));
        } else if (!text_is_invisible(code_point)) {
            add(&folded, here, (size_t)(next - here), (size_t)(here - text));
        }
    }
    folded.at[folded.length] = size;
    return folded;
}

struct wording_matcher wording_matcher(struct arena *arena, const struct criteria *criteria)
{
    const char *const **wordings = arena_alloc(arena, criteria->wording_count, sizeof *wordings);
    for (size_t i = 0; i < criteria->wording_count; i++) {
        const struct wording *wording = &criteria->wordings[i];
        const char **words = arena_alloc(arena, wording->word_count, sizeof *words);
        for (size_t w = 0; w < wording->word_count; w++) {
            words[w] = fold(arena, wording->words[w]).text;
        }
        wordings[i] = words;
    }
    return (struct wording_matcher){arena, criteria, wordings};
}

/* A byte of a letter or digit; whatever is not ASCII is taken for a letter. */
static bool is_of_a_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           (unsigned char)byte >= 0x80;
}

/* The text goes on with the word before or behind it only where the word ends otherwise. */
static bool is_whole(const char *text, const char *here, const char *word, size_t length)
{
    bool starts = here == text || !is_of_a_word(word[0]) || !is_of_a_word(here[-1]);
    return starts && (!is_of_a_word(word[length - 1]) || !is_of_a_word(here[length]));
}

static bool is_among(const char *word, size_t length, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(words[i]) == length && memcmp(word, words[i], length) == 0) {
            return true;
        }
    }
    return false;
}

/* Does the word negate what follows so many words behind it? */
static bool is_negation(const char *word, size_t length, size_t distance)
{
    for (size_t i = 0; i < COUNT_OF(NEGATIONS); i++) {
        if (is_among(word, length, &NEGATIONS[i].word, 1)) {
            return distance <= NEGATIONS[i].reach;
        }
    }
    return length > 3 && memcmp(word + length - 3, "n't", 3) == 0;
}

static bool is_in_word(char byte)
{
    return is_of_a_word(byte) || byte == '\'';
}

/* Is what stands here negated by one of the few words before it, in the same part of the
 * sentence? */
static bool is_negated(const char *text, const char *here)
{
    const char *after = here; // the word behind the one looked at
    size_t after_length = 0;
    const char *at = here;
    for (size_t distance = 1; distance <= REACH_MOST; distance++) {
        while (at > text && !is_in_word(at[-1])) {
            if (strchr(".,;:!?()", at[-1]) != NULL) {
                return false;
            }
            at--;
        }
        const char *end = at;
        while (at > text && is_in_word(at[-1])) {
            at--;
        }
        size_t length = (size_t)(end - at);
        if (is_among(at, length, TURNS, COUNT_OF(TURNS))) {
            return false;
        }
        if (is_negation(at, length, distance) &&
            !is_among(after, after_length, STRENGTHENERS, COUNT_OF(STRENGTHENERS))) {
            return true;
        }
        after = at;
        after_length = length;
    }
    return false;
}

/* The first place where a word stands and is not negated. */
static bool find_word(const struct folded *says, const char *word, struct wording_hit *hit)
{
    size_t length = strlen(word);
    for (const char *here = length > 0 ? strstr(says->text, word) : NULL; here != NULL;
         here = strstr(here + 1, word)) {
        size_t start = (size_t)(here - says->text);
        if (is_whole(says->text, here, word, length) && !is_negated(says->text, here)) {
            hit->start = says->at[start];
            hit->length = says->at[start + length - 1] + 1 - hit->start;
            return true;
        }
    }
    return false;
}

/* The first of the wording's words in the text; of those that begin together the longest. */
static bool find_wording(const struct wording_matcher *matcher, size_t index,
                         const struct folded *says, struct wording_hit *hit)
{
    const struct wording *wording = &matcher->criteria->wordings[index];
    bool found = false;
    for (size_t w = 0; w < wording->word_count; w++) {
        struct wording_hit next = {.wording = wording};
        if (find_word(says, matcher->folded[index][w], &next) &&
            (!found || next.start < hit->start ||
             (next.start == hit->start && next.length > hit->length))) {
            *hit = next;
            found = true;
        }
    }
    return found;
}

static bool holds_for(const struct criteria *criteria, const struct wording *wording,
                      const char *class)
{
    for (size_t i = 0; i < wording->class_count; i++) {
        if (text_equal(criteria->classes[wording->classes[i]].id, class)) {
            return true;
        }
    }
    return wording->class_count == 0;
}

static bool lies_within(const struct wording_hit *hit, const struct wording_hit *other)
{
    return hit->length < other->length && hit->start >= other->start &&
           hit->start + hit->length <= other->start + other->length;
}

/* Put a hit at its place in the text, unless it lies within another. Returns how many there are. */
static size_t insert(struct wording_hit *hits, size_t count, struct wording_hit hit)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (lies_within(&hit, &hits[i])) {
            return count;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!lies_within(&hits[i], &hit)) {
            hits[kept++] = hits[i];
        }
    }
    size_t at = kept;
    while (at > 0 && hits[at - 1].start > hit.start) {
        hits[at] = hits[at - 1];
        at--;
    }
    hits[at] = hit;
    return kept + 1;
}

const struct wording_hit *wording_match(const struct wording_matcher *matcher, const char *class,
                                        const char *says, size_t *count)
{
    const struct criteria *criteria = matcher->criteria;
    struct wording_hit *hits = arena_alloc(matcher->arena, criteria->wording_count, sizeof *hits);
    struct folded folded = fold(matcher->arena, says);
    *count = 0;
    for (size_t i = 0; i < criteria->wording_count; i++) {
        struct wording_hit hit;
        if (holds_for(criteria, &criteria->wordings[i], class) &&
            find_wording(matcher, i, &folded, &hit)) {
            *count = insert(hits, *count, hit);
        }
    }
    return hits;
}
