/*
 * The register on Record: who was invited, whose response came when, how it stands and why.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_RECORD_REGISTER_H
#define VOUCH_REPORT_RECORD_REGISTER_H

#include "model/project.h"

#include <stdint.h>

struct arena;
struct book;

/* Rows that it takes, with the blank one below it. */
uint32_t record_register_rows(const struct project *project);

/* Lay it from a row on, over the columns of the inputs. */
void record_register_lay(struct arena *scratch, struct book *book, const struct project *project,
                         uint32_t row);

#endif
