/*
 * What a formula may be: one spelling that Excel, LibreOffice and Gnumeric share and that a re-save
 * leaves alone.
 *
 * Source: DESIGN 3, "Formulas". Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_FORMULA_H
#define VOUCH_REPORT_FORMULA_H

enum { FORMULA_LENGTH_MOST = 250 }; // characters, with the `=`

/*
 * Why a formula must not be written, in plain words; NULL where it may.
 *
 * At most 250 characters, begins with `=`; outside of strings and quoted sheet names no blank, no
 * `--`, no braces, no TRUE, FALSE, TEXT( or volatile function, no E-notation, no whole column or
 * row; brackets and quotes closed.
 */
const char *formula_fault(const char *formula);

#endif
