/*
 * What libyaml found wrong, said in plain words.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_YAML_FAULT_H
#define VOUCH_READ_YAML_FAULT_H

#include <yaml.h>

struct mark_walk;
struct reading;

/* Report the fault at which the parser stopped, as YAML_SYNTAX or YAML_FEATURE. */
void report_yaml_fault(struct reading *reading, const yaml_parser_t *parser,
                       struct mark_walk *walk);

#endif
