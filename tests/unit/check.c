#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const double TOLERANCE = 1e-9;
static const double TOLERANCE_SHARE = 1e-12;

void check_double_at(double got, double want, size_t row, const char *file, int line)
{
    double allowed = fmax(TOLERANCE, TOLERANCE_SHARE * fabs(want));
    if (!(fabs(got - want) <= allowed)) { // so that NaN fails
        print_error("row %zu: %.17g, wanted %.17g\n", row, got, want);
        _fail(file, line);
    }
}

void check_same_bits_at(double got, double want, size_t row, const char *file, int line)
{
    if (memcmp(&got, &want, sizeof got) != 0) {
        print_error("row %zu: %a, wanted %a\n", row, got, want);
        _fail(file, line);
    }
}

void check_text_at(const char *got, const char *want, size_t row, const char *file, int line)
{
    bool same = got == NULL || want == NULL ? got == want : strcmp(got, want) == 0;
    if (!same) {
        print_error("row %zu: `%s`\nwanted  `%s`\n", row, got == NULL ? "(none)" : got,
                    want == NULL ? "(none)" : want);
        _fail(file, line);
    }
}

void check_contains_at(const char *text, const char *part, size_t row, const char *file, int line)
{
    if (text == NULL || strstr(text, part) == NULL) {
        print_error("row %zu: `%s`\nlacks   `%s`\n", row, text == NULL ? "(none)" : text, part);
        _fail(file, line);
    }
}

void check_true_at(bool holds, const char *what, size_t row, const char *file, int line)
{
    if (!holds) {
        print_error("row %zu: does not hold: %s\n", row, what);
        _fail(file, line);
    }
}

void check_int_at(int64_t got, int64_t want, size_t row, const char *file, int line)
{
    if (got != want) {
        print_error("row %zu: %" PRId64 ", wanted %" PRId64 "\n", row, got, want);
        _fail(file, line);
    }
}
