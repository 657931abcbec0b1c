#include "report/book_write_chart.h"

#include "base/arena.h"
#include "report/cell_text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum {
    ALT_TEXT_UNITS_MOST = 500, // the library keeps 2,079 bytes of an attribute
    DEFAULT_WIDTH = 480,       // pixels that the library scales from
    DEFAULT_HEIGHT = 288
};

/* The library copies the name, but asks for one that it could change. */
static lxw_chart_font font_of(struct arena *scratch, int points, enum colour colour)
{
    return (lxw_chart_font){
        .name = arena_copy(scratch, "Calibri"), .size = points, .color = (lxw_color_t)colour};
}

static lxw_chart_line line_of(enum colour colour, double points)
{
    return colour == COLOUR_NONE
               ? (lxw_chart_line){.none = LXW_TRUE}
               : (lxw_chart_line){.color = (lxw_color_t)colour, .width = (float)points};
}

/* One cached value at the end of a range's cache; the library frees it. */
static bool cache_point(lxw_series_range *range, const char *text, double number)
{
    lxw_series_data_point *point = calloc(1, sizeof *point);
    if (point == NULL) {
        return false;
    }
    point->number = number;
    if (text != NULL) {
        point->is_string = LXW_TRUE;
        point->string = strdup(text);
        if (point->string == NULL) {
            free(point);
            return false;
        }
    }
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    range->num_data_points++;
    return true;
}

/*
 * Fill the caches by hand: the library takes formula cells for zeros, so that whoever does not
 * recalculate would draw an empty chart.
 */
static bool cache_series(struct arena *scratch, lxw_chart_series *drawn,
                         const struct series *series)
{
    assert(series->count <= UINT16_MAX);
    drawn->categories->ignore_cache = LXW_TRUE;
    drawn->categories->has_string_cache = LXW_TRUE;
    drawn->values->ignore_cache = LXW_TRUE;
    for (size_t i = 0; i < series->count; i++) {
        const char *name = cell_text_stored(scratch, series->cached_names[i]);
        if (!cache_point(drawn->categories, name, 0) ||
            !cache_point(drawn->values, NULL, series->cached_values[i])) {
            return false;
        }
    }
    return true;
}

static void draw_bar(lxw_chart_series *drawn, const struct series *series)
{
    lxw_chart_fill fill = {.color = (lxw_color_t)series->fill, .none = series->fill == COLOUR_NONE};
    lxw_chart_line line = line_of(series->line, series->line_width);
    chart_series_set_fill(drawn, &fill);
    chart_series_set_line(drawn, &line);
}

/* The dashed line through all rows: the trend of a series that has the same value everywhere. */
static void draw_mark_line(lxw_chart_series *drawn, const struct series *series)
{
    lxw_chart_line line = line_of(series->line, series->line_width);
    line.dash_type = LXW_CHART_LINE_DASH_DASH;
    chart_series_set_trendline(drawn, LXW_CHART_TRENDLINE_TYPE_LINEAR, 0);
    chart_series_set_trendline_forecast(drawn, 0.5, 0.5);
    chart_series_set_trendline_line(drawn, &line);
}

/* A tick at the value: what is seen is the end cap of an error bar that has next to no length. The
 * bars of a bar chart lie along x. */
static void draw_tick(lxw_chart_series *drawn, const struct series *series)
{
    lxw_chart_line line = line_of(series->line, series->line_width);
    chart_series_set_error_bars(drawn->x_error_bars, LXW_CHART_ERROR_BAR_TYPE_FIXED, 0.01);
    chart_series_set_error_bars_direction(drawn->x_error_bars, LXW_CHART_ERROR_BAR_DIR_BOTH);
    chart_series_set_error_bars_endcap(drawn->x_error_bars, LXW_CHART_ERROR_BAR_END_CAP);
    chart_series_set_error_bars_line(drawn->x_error_bars, &line);
}

static void draw_form(lxw_chart_series *drawn, const struct series *series)
{
    struct series bare = {.fill = COLOUR_NONE, .line = COLOUR_NONE};
    switch (series->form) {
    case SERIES_BAR:
        draw_bar(drawn, series);
        break;
    case SERIES_MARK_LINE:
        draw_bar(drawn, &bare);
        draw_mark_line(drawn, series);
        break;
    case SERIES_TICK:
        draw_bar(drawn, &bare);
        draw_tick(drawn, series);
        break;
    }
}

static void draw_labels(struct arena *scratch, lxw_chart_series *drawn, const struct chart *chart,
                        const struct series *series)
{
    bool stacked = chart->kind == CHART_STACKED_BAR;
    enum colour dark = stacked ? COLOUR_INK : COLOUR_SUB; // on a fill, or on paper
    lxw_chart_font font = font_of(scratch, chart->value_size,
                                  series->label_white ? COLOUR_WHITE : dark);
    // The library takes LXW_EXPLICIT_FALSE for "not bold" where bold is its default.
    font.bold = series->label_white ? LXW_TRUE : LXW_FALSE;
    chart_series_set_labels(drawn);
    // A stacked bar has no outside: Excel calls a file that asks for it damaged.
    chart_series_set_labels_position(drawn, stacked ? LXW_CHART_LABEL_POSITION_CENTER
                                            : series->label_inside
                                                ? LXW_CHART_LABEL_POSITION_INSIDE_END
                                                : LXW_CHART_LABEL_POSITION_OUTSIDE_END);
    chart_series_set_labels_num_format(drawn, series->label_format);
    chart_series_set_labels_font(drawn, &font);
}

static bool add_series(struct arena *scratch, lxw_chart *drawn, const struct chart *chart,
                       const struct series *series)
{
    lxw_chart_series *added = chart_add_series(drawn, NULL, NULL);
    if (added == NULL) {
        return false;
    }
    const struct range *names = &series->names;
    const struct range *values = &series->values;
    chart_series_set_categories(added, names->sheet, names->first_row,
                                (lxw_col_t)names->first_column, names->last_row,
                                (lxw_col_t)names->last_column);
    chart_series_set_values(added, values->sheet, values->first_row,
                            (lxw_col_t)values->first_column, values->last_row,
                            (lxw_col_t)values->last_column);
    draw_form(added, series);
    if (series->label_format != NULL) {
        draw_labels(scratch, added, chart, series);
    }
    return cache_series(scratch, added, series);
}

/* In a bar chart of the library, categories are the y axis and values the x axis. */
static void set_axes(struct arena *scratch, lxw_chart *drawn, const struct chart *chart)
{
    lxw_chart_line none = line_of(COLOUR_NONE, 0);
    lxw_chart_axis *category = drawn->y_axis;
    lxw_chart_line category_line = line_of(COLOUR_SUB, 1);
    lxw_chart_font category_font = font_of(scratch, chart->category_size, COLOUR_INK);
    chart_axis_set_reverse(category); // the first on top
    chart_axis_set_major_tick_mark(category, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_minor_tick_mark(category, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_line(category, chart->category_line ? &category_line : &none);
    chart_axis_set_num_font(category, &category_font);

    lxw_chart_axis *value = drawn->x_axis;
    lxw_chart_line grid = line_of(COLOUR_LINE, 0.75);
    lxw_chart_font value_font = font_of(scratch, chart->value_size, COLOUR_SUB);
    chart_axis_set_min(value, chart->least);
    chart_axis_set_max(value, chart->most);
    chart_axis_set_major_unit(value, chart->unit);
    chart_axis_set_num_format(value, "0");
    chart_axis_set_num_font(value, &value_font);
    chart_axis_set_line(value, &none);
    chart_axis_set_major_tick_mark(value, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_minor_tick_mark(value, LXW_CHART_AXIS_TICK_MARK_NONE);
    // Because the categories are reversed, the low end of the value axis is on top.
    chart_axis_set_label_position(value, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    chart_axis_major_gridlines_set_visible(value, chart->gridlines ? LXW_TRUE : LXW_FALSE);
    if (chart->gridlines) {
        chart_axis_major_gridlines_set_line(value, &grid);
    }
}

static void set_areas(lxw_chart *drawn)
{
    lxw_chart_line line = {.none = LXW_TRUE};
    lxw_chart_fill fill = {.none = LXW_TRUE};
    chart_title_off(drawn);
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
    chart_chartarea_set_line(drawn, &line);
    chart_chartarea_set_fill(drawn, &fill);
    chart_plotarea_set_line(drawn, &line);
    chart_plotarea_set_fill(drawn, &fill);
}

bool book_write_chart(struct arena *scratch, const struct chart *chart,
                      struct lxw_workbook *workbook, struct lxw_worksheet *sheet)
{
    static const uint8_t KINDS[] = {
        [CHART_BAR] = LXW_CHART_BAR, [CHART_STACKED_BAR] = LXW_CHART_BAR_STACKED};
    lxw_chart *drawn = workbook_add_chart(workbook, KINDS[chart->kind]);
    if (drawn == NULL) {
        return false;
    }
    for (size_t i = 0; i < chart->series_count; i++) {
        if (!add_series(scratch, drawn, chart, &chart->series[i])) {
            return false;
        }
    }
    assert(chart->overlap >= -100 && chart->overlap <= 100);
    assert(chart->gap >= 0 && chart->gap <= 500);
    chart_set_series_overlap(drawn, (int8_t)chart->overlap);
    chart_set_series_gap(drawn, (uint16_t)chart->gap);
    set_axes(scratch, drawn, chart);
    set_areas(drawn);
    const char *alt_text = cell_text_within(scratch, chart->alt_text, ALT_TEXT_UNITS_MOST);
    lxw_chart_options options = {
        .x_offset = chart->x,
        .y_offset = chart->y,
        .x_scale = (double)chart->width / DEFAULT_WIDTH,
        .y_scale = (double)chart->height / DEFAULT_HEIGHT,
        .object_position = LXW_OBJECT_MOVE_AND_SIZE,
        .description = arena_copy(scratch, alt_text),
    };
    return worksheet_insert_chart_opt(sheet, chart->row, (lxw_col_t)chart->column, drawn,
                                      &options) == LXW_NO_ERROR;
}
