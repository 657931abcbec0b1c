#include "read/package_xml.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/package.h"

#include <string.h>

static void refuse(struct package_xml *xml, const char *why)
{
    xml->refusal = why;
    (void)XML_StopParser(xml->parser, XML_FALSE); // it fails only where it has stopped already
}

/* The taker has said why. */
static void stop(struct package_xml *xml)
{
    xml->stopped = true;
    (void)XML_StopParser(xml->parser, XML_FALSE); // it fails only where it has stopped already
}

/* A stopped parser may still have something to say. */
static bool is_taken(const struct package_xml *xml)
{
    return xml->taker != NULL && xml->refusal == NULL && !xml->stopped;
}

/* Keep the names of parts that the list of content types speaks of. */
static void keep_listed(struct package_xml *xml, const XML_Char *name, const XML_Char **attributes)
{
    const char *colon = strrchr(name, ':');
    if (!text_equal(colon == NULL ? name : colon + 1, "Override")) {
        return;
    }
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (text_equal(attributes[i], "PartName") && attributes[i + 1][0] == '/') {
            xml->listed = arena_more(xml->arena, xml->listed, xml->listed_count,
                                     &xml->listed_capacity, sizeof *xml->listed);
            xml->listed[xml->listed_count++] = text_folded(xml->arena, attributes[i + 1] + 1);
        }
    }
}

static void XMLCALL start_element(void *subject, const XML_Char *name, const XML_Char **attributes)
{
    struct package_xml *xml = subject;
    xml->depth++;
    if (xml->depth > PACKAGE_DEPTH_MOST) {
        refuse(xml, "its elements are nested too deep");
        return;
    }
    size_t count = 0;
    while (attributes[count] != NULL) {
        count += 2;
    }
    if (count / 2 > PACKAGE_ATTRIBUTES_MOST) {
        refuse(xml, "an element has too many attributes");
        return;
    }
    if (xml->taker == NULL) {
        keep_listed(xml, name, attributes);
    } else if (is_taken(xml) && !xml->taker->start(xml->taker->subject, name, attributes)) {
        stop(xml);
    }
}

static void XMLCALL end_element(void *subject, const XML_Char *name)
{
    struct package_xml *xml = subject;
    xml->depth--;
    if (is_taken(xml) && !xml->taker->end(xml->taker->subject, name)) {
        stop(xml);
    }
}

static void XMLCALL text(void *subject, const XML_Char *bytes, int length)
{
    struct package_xml *xml = subject;
    if (is_taken(xml) && !xml->taker->text(xml->taker->subject, bytes, (size_t)length)) {
        stop(xml);
    }
}

static void XMLCALL start_doctype(void *subject, const XML_Char *name, const XML_Char *system_id,
                                  const XML_Char *public_id, int has_internal_subset)
{
    (void)name, (void)system_id, (void)public_id, (void)has_internal_subset;
    refuse(subject, "it holds a DOCTYPE, which is not allowed");
}

static void XMLCALL declaration(void *subject, const XML_Char *version, const XML_Char *encoding,
                                int standalone)
{
    (void)version, (void)standalone;
    bool is_allowed = encoding == NULL || text_equal_ignoring_case(encoding, "UTF-8") ||
                      text_equal_ignoring_case(encoding, "UTF-16");
    if (!is_allowed) {
        refuse(subject, "its encoding is neither UTF-8 nor UTF-16");
    }
}

void package_xml_open(struct package_xml *xml, struct arena *arena,
                      const struct package_taker *taker)
{
    *xml = (struct package_xml){
        .parser = taker == NULL ? XML_ParserCreate(NULL) : XML_ParserCreateNS(NULL, ' '),
        .taker = taker,
        .arena = arena,
    };
    if (xml->parser == NULL) {
        arena_out_of_memory();
    }
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, start_element, end_element);
    if (taker != NULL) {
        XML_SetCharacterDataHandler(xml->parser, text);
    }
    XML_SetStartDoctypeDeclHandler(xml->parser, start_doctype);
    XML_SetXmlDeclHandler(xml->parser, declaration);
}

void package_xml_close(struct package_xml *xml)
{
    if (xml->parser != NULL) {
        XML_ParserFree(xml->parser);
        xml->parser = NULL;
    }
}

bool package_xml_feed(struct package_xml *xml, const char *bytes, size_t size, bool is_last,
                      const char **reason)
{
    xml->fed += size;
    enum XML_Status status = XML_Parse(xml->parser, bytes, (int)size, is_last);
    if (status == XML_STATUS_OK) {
        XML_Index at = XML_GetCurrentByteIndex(xml->parser);
        bool waits_long = at >= 0 && xml->fed > (uint64_t)at + PACKAGE_TOKEN_BYTES_MOST;
        if (waits_long && !is_last) {
            *reason = "a tag in it is too long";
            return false;
        }
        return true;
    }
    if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY) {
        arena_out_of_memory();
    }
    if (xml->stopped) {
        return false;
    }
    *reason = xml->refusal != NULL
                  ? xml->refusal
                  : arena_format(xml->arena, "it is not well-formed in line %lu (%s)",
                                 (unsigned long)XML_GetCurrentLineNumber(xml->parser),
                                 XML_ErrorString(XML_GetErrorCode(xml->parser)));
    return false;
}
