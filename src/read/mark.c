#include "read/mark.h"

void mark_walk_init(struct mark_walk *walk, const char *text, size_t size)
{
    *walk = (struct mark_walk){.start = text, .end = text + size, .at = text};
}

/* Is this byte the second or later one of a code point? */
static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

const char *mark_walk_to(struct mark_walk *walk, size_t index)
{
    while (walk->index < index && walk->at < walk->end) {
        do {
            walk->at++;
        } while (walk->at < walk->end && continues(*walk->at));
        walk->index++;
    }
    while (walk->index > index) {
        do {
            walk->at--;
        } while (walk->at > walk->start && continues(*walk->at));
        walk->index--;
    }
    return walk->at;
}

bool mark_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool mark_is_break(char c)
{
    return c == '\n' || c == '\r';
}

const char *mark_skip_blanks(const char *at, const char *end)
{
    while (at < end && mark_is_blank(*at)) {
        at++;
    }
    return at;
}

const char *mark_line_end(const char *at, const char *end)
{
    while (at < end && !mark_is_break(*at)) {
        at++;
    }
    return at;
}

const char *mark_skip_to_content(const char *at, const char *end)
{
    while (at < end) {
        if (*at == '#') {
            at = mark_line_end(at, end);
        } else if (mark_is_blank(*at) || mark_is_break(*at)) {
            at++;
        } else {
            break;
        }
    }
    return at;
}

size_t mark_distance(const char *at, const char *end)
{
    size_t distance = 0;
    for (; at < end; at++) {
        distance += !continues(*at);
    }
    return distance;
}
