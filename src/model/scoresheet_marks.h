/*
 * The marks of a scoresheet, card by card.
 *
 *     SEC-01         Assurance report                 the card's head
 *     Vendor         Acme AI (acme)   Globex (globex) here, or once for all cards
 *     Your level     In place         Absent
 *     Your reason    Report read.     None given.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_SCORESHEET_MARKS_H
#define VOUCH_MODEL_SCORESHEET_MARKS_H

struct node;
struct sheet_reading;

/*
 * The marks of all sheets as a map of vendors, each a map of criteria.
 *
 * Reports: SCORESHEET_BAD, MARK_BAD, MARK_OPEN, CELL_FORMULA.
 */
struct node scoresheet_marks(struct sheet_reading *reading);

#endif
