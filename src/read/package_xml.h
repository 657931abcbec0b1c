/*
 * One XML part of a package, parsed to its end piece by piece.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_PACKAGE_XML_H
#define VOUCH_READ_PACKAGE_XML_H

#include <expat.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct package_taker;

struct package_xml {
    XML_Parser parser;                 // NULL: not open
    const struct package_taker *taker; // NULL: the part is only checked
    bool stopped;                      // by the taker
    struct arena *arena;
    size_t depth;
    uint64_t fed;        // bytes
    const char *refusal; // why a handler stopped the parser; NULL: it did not
    const char **listed; // names that [Content_Types].xml lists, without the leading `/`
    size_t listed_count;
    size_t listed_capacity;
};

/* taker: borrowed until it is closed; NULL: nobody, and names are as they are written. */
void package_xml_open(struct package_xml *xml, struct arena *arena,
                      const struct package_taker *taker);
void package_xml_close(struct package_xml *xml);

/*
 * Parse the next piece.
 *
 * is_last: the part ends with it.
 * reason:  what is wrong, from the arena; untouched on success and where the taker stopped.
 */
bool package_xml_feed(struct package_xml *xml, const char *bytes, size_t size, bool is_last,
                      const char **reason);

#endif
