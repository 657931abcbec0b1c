/*
 * Layouts of files with published cases: how to know one, and how to go through it.
 *
 *     ahp.json    {"single": [...], "hierarchies": [...]}    comparisons in pairs: case_ahp.c
 *     cases.json  [{"method": "SAW", ...}, ...]              methods of ranking: case_methods.c
 *
 * To add a layout: a file case_<layout>.c with a row's two functions, and its row in main.c.
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_PUBLISHED_LAYOUTS_H
#define VOUCH_TESTS_PUBLISHED_LAYOUTS_H

#include <stdbool.h>

struct figures;
struct node;

struct layout_row {
    const char *name;
    bool (*fits)(const struct node *root);
    void (*compare)(const struct node *root, struct figures *figures);
};

bool case_ahp_fits(const struct node *root);
void case_ahp_compare(const struct node *root, struct figures *figures);

bool case_methods_fits(const struct node *root);
void case_methods_compare(const struct node *root, struct figures *figures);

#endif
