#include "score/level_in_force.h"

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

enum { NUMBER_BYTES_MOST = 60 };

struct level_in_force level_of_answer(const struct answer *answer)
{
    assert(answer->reply == REPLY_ANSWER);
    return (struct level_in_force){.word = answer->text,
                                   .value = answer->claimed,
                                   .place = answer->place,
                                   .ticked = answer->ticked};
}

bool shows_less(const struct answer_type *type, const struct answer *answer,
                const struct shown *shown)
{
    if (!shown->given) {
        return false;
    }
    // Two levels may be worth the same and still be two levels.
    bool by_place = type->kind == ANSWER_LEVEL;
    return by_place ? shown->place < answer->place : shown->value < answer->claimed;
}

struct level_in_force level_in_force(const struct answer_type *type, const struct answer *answer,
                                     const struct shown *shown)
{
    if (!shows_less(type, answer, shown)) {
        return level_of_answer(answer);
    }
    return (struct level_in_force){
        .word = shown->word, .value = shown->value, .place = shown->place, .source = LEVEL_SHOWN};
}

static bool says_level(const struct scale *scale, const struct level_in_force *level,
                       const char *word)
{
    double number = 0;
    bool is_number = number_read(word, &number);
    for (size_t i = 0; i < scale->count; i++) {
        const struct level *named = &scale->levels[i];
        if (text_equal_ignoring_case(named->label, word) ||
            (is_number && named->has_number && number_same(named->number, number))) {
            return number_same(level->place, (double)i);
        }
    }
    return false;
}

static bool says_yes_no(const struct level_in_force *level, const char *word)
{
    bool is_yes = text_equal_ignoring_case(word, "yes") || text_equal_ignoring_case(word, "true");
    bool is_no = text_equal_ignoring_case(word, "no") || text_equal_ignoring_case(word, "false");
    return level->value > 0 ? is_yes : is_no;
}

static bool says_item(const struct answer_type *type, const struct level_in_force *level,
                      const char *word)
{
    for (size_t i = 0; level->ticked != NULL && i < type->option_count; i++) {
        if (text_equal_ignoring_case(type->options[i].key, word) ||
            text_equal_ignoring_case(type->options[i].label, word)) {
            return level->ticked[i];
        }
    }
    return false;
}

static bool says_rate(const struct level_in_force *level, const char *word)
{
    double rate;
    if (number_read_percent(word, &rate)) {
        return number_same(level->value, rate);
    }
    return number_read(word, &rate) && number_same(level->value, rate / 100);
}

/* The unit may stand behind the number, and has been checked where the word was read. */
static bool says_number(const struct level_in_force *level, const char *word)
{
    char digits[NUMBER_BYTES_MOST + 1];
    size_t length = strspn(word, "+-.0123456789");
    double number;
    if (length > NUMBER_BYTES_MOST) {
        return false;
    }
    memcpy(digits, word, length);
    digits[length] = '\0';
    return (number_read(word, &number) || number_read(digits, &number)) &&
           number_same(level->place, number);
}

static bool says_day(const struct level_in_force *level, const char *word)
{
    struct date day;
    return date_read(word, &day) && number_same(level->place, (double)date_number(day));
}

bool level_says(const struct answer_type *type, const struct level_in_force *level,
                const char *word)
{
    if (level->word != NULL && text_equal_ignoring_case(level->word, word)) {
        return true;
    }
    switch (type->kind) {
    case ANSWER_LEVEL:
        return says_level(type->scale, level, word);
    case ANSWER_YES_NO:
        return says_yes_no(level, word);
    case ANSWER_PERCENT:
        return says_rate(level, word);
    case ANSWER_NUMBER:
    case ANSWER_MONEY:
        return says_number(level, word);
    case ANSWER_DATE:
        return says_day(level, word);
    case ANSWER_CHECKLIST:
        return says_item(type, level, word);
    case ANSWER_CHOICE:
    case ANSWER_TEXT:
    case ANSWER_PRICE:
    case ANSWER_KIND_COUNT:
        break;
    }
    return false; // these are said by their own word alone
}

bool level_says_any(const struct answer_type *type, const struct level_in_force *level,
                    const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (level_says(type, level, words[i])) {
            return true;
        }
    }
    return false;
}
