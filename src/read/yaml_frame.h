/*
 * What may stand around the one document of a YAML file.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_YAML_FRAME_H
#define VOUCH_READ_YAML_FRAME_H

#include <stdbool.h>

struct reading;

/*
 * Look at the text before libyaml does.
 *
 * Reports: YAML_FEATURE (directives), TEXT_CONTROL (U+FFFE and U+FFFF). Returns whether it may be
 * parsed.
 */
bool check_yaml_start(struct reading *reading);

/*
 * Look at what follows the document, from `at`: nothing but comments may.
 *
 * Reports: YAML_FEATURE (a second document), YAML_SYNTAX.
 */
bool check_yaml_end(struct reading *reading, const char *at);

#endif
