/*
 * Checks that cmocka 1.1.5 lacks; each names the row of the table that failed.
 *
 *     for (size_t i = 0; i < COUNT_OF(cases); i++) {
 *         check_double(points_of(cases[i].answer), cases[i].want, i);
 *     }
 *
 * Include it after <cmocka.h> and what that needs. Layer: tests.
 */
#ifndef VOUCH_TESTS_CHECK_H
#define VOUCH_TESTS_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Equal to within 1e-9, or a 1e-12th of the wanted figure; a NaN equals nothing. */
#define check_double(got, want, row) check_double_at(got, want, row, __FILE__, __LINE__)

/* Equal bit by bit, -0 and NaN included. */
#define check_same_bits(got, want, row) check_same_bits_at(got, want, row, __FILE__, __LINE__)

/* Equal texts; NULL equals NULL alone. */
#define check_text(got, want, row) check_text_at(got, want, row, __FILE__, __LINE__)

/* The text contains a part of it. */
#define check_contains(text, part, row) check_contains_at(text, part, row, __FILE__, __LINE__)

#define check_true(holds, row)    check_true_at(holds, #holds, row, __FILE__, __LINE__)
#define check_int(got, want, row) check_int_at(got, want, row, __FILE__, __LINE__)

void check_double_at(double got, double want, size_t row, const char *file, int line);
void check_same_bits_at(double got, double want, size_t row, const char *file, int line);
void check_text_at(const char *got, const char *want, size_t row, const char *file, int line);
void check_contains_at(const char *text, const char *part, size_t row, const char *file, int line);
void check_true_at(bool holds, const char *what, size_t row, const char *file, int line);
void check_int_at(int64_t got, int64_t want, size_t row, const char *file, int line);

#endif
