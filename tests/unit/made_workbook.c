#include "made_workbook.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>
#include <zip.h>

static const struct made_part PLAIN[] = {
    {"[Content_Types].xml",
     "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"},
    {MADE_ROOT, "<Relationships xmlns='" MADE_PACKAGE "'><Relationship Id='a' Type='" MADE_OFFICE
                "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
    {MADE_WORKBOOK, "<workbook xmlns='" MADE_MAIN "' xmlns:r='" MADE_OFFICE
                    "'><sheets><sheet name='S' sheetId='1' r:id='s1'/></sheets></workbook>"},
    {MADE_RELATIONS,
     "<Relationships xmlns='" MADE_PACKAGE "'><Relationship Id='s1' Type='" MADE_OFFICE
     "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s2' Type='" MADE_OFFICE
     "/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='s3' Type='" MADE_OFFICE
     "/styles' Target='styles.xml'/></Relationships>"},
    {MADE_STRINGS, "<sst xmlns='" MADE_MAIN "'/>"},
    {MADE_STYLES, "<styleSheet xmlns='" MADE_MAIN "'/>"},
    {MADE_SHEET, MADE_ROWS("")},
};

static const struct made_part *find(const struct made_part *parts, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(parts[i].name, name) == 0) {
            return &parts[i];
        }
    }
    return NULL;
}

struct bytes made_package(struct arena *arena, const struct made_part *parts, size_t count)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    assert(target != NULL);
    zip_t *zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    assert(zip != NULL);
    zip_source_keep(target);
    for (size_t i = 0; i < count; i++) {
        zip_source_t *source = zip_source_buffer(zip, parts[i].text, strlen(parts[i].text), 0);
        zip_int64_t index = zip_file_add(zip, parts[i].name, source, ZIP_FL_ENC_UTF_8);
        assert(index >= 0);
        int stored = zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_DEFLATE, 1);
        assert(stored == 0);
    }
    int closed = zip_close(zip);
    assert(closed == 0);
    zip_stat_t stat;
    int known = zip_source_stat(target, &stat);
    int opened = zip_source_open(target);
    assert(known == 0 && opened == 0);
    char *bytes = arena_alloc(arena, (size_t)stat.size + 1, 1);
    zip_int64_t got = zip_source_read(target, bytes, stat.size);
    assert(got == (zip_int64_t)stat.size);
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return (struct bytes){.data = (const uint8_t *)bytes, .size = (size_t)got};
}

struct bytes made_workbook(struct arena *arena, const struct made_part *parts, size_t count)
{
    struct made_part *all = arena_alloc(arena, count + COUNT_OF(PLAIN), sizeof *all);
    size_t made = 0;
    for (size_t i = 0; i < COUNT_OF(PLAIN); i++) {
        const struct made_part *given = find(parts, count, PLAIN[i].name);
        all[made] = given == NULL ? PLAIN[i] : *given;
        made += all[made].text != NULL;
    }
    for (size_t i = 0; i < count; i++) {
        if (find(PLAIN, COUNT_OF(PLAIN), parts[i].name) == NULL) {
            all[made++] = parts[i];
        }
    }
    return made_package(arena, all, made);
}
