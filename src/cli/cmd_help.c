#include "cli/session.h"

#include "base/text.h"
#include "report/wrap.h"

enum { NAME_COLUMNS = 12, OPTION_COLUMNS = 24, WIDTH = 80 };

static void print_overview(FILE *out)
{
    fputs("vouch weighs the claims of AI vendors: questionnaire answers in, a comparison\n"
          "scorecard with live formulas out.\n"
          "\n"
          "examples:\n"
          "  vouch init demo            make a worked example\n"
          "  vouch score demo           score it and write demo/scorecard.xlsx\n"
          "  vouch check demo           list every fault of every file\n"
          "\n"
          "commands:\n",
          out);
    size_t count = 0;
    for (size_t i = 0; command_at(i, &count) != NULL; i++) {
        const struct command *command = command_at(i, &count);
        fprintf(out, "  %-*s %s\n", NAME_COLUMNS, command->name, command->summary);
    }
    fputs("\n`vouch help COMMAND` shows a command, `vouch explain CODE` a diagnostic.\n"
          "Exit status: 0 done; 1 done, and the answer is no; 2 could not do it.\n",
          out);
}

static void print_option(struct arena *arena, FILE *out, enum cli_option option)
{
    const struct cli_option_row *row = cli_option_row(option);
    const char *name = arena_format(arena, "%s%s%s%s%s", row->letter == NULL ? "" : row->letter,
                                    row->letter == NULL ? "" : ", ", row->name,
                                    row->value == NULL ? "" : " ",
                                    row->value == NULL ? "" : row->value);
    const char *blanks = arena_format(arena, "  %-*s ", OPTION_COLUMNS, "");
    bool is_wide = text_columns(name) > OPTION_COLUMNS;
    struct text_builder text;
    text_builder_init(&text, arena);
    if (is_wide) {
        text_add_format(&text, "  %s\n", name);
    }
    const char *first = is_wide ? blanks : arena_format(arena, "  %-*s ", OPTION_COLUMNS, name);
    wrap_text(&text, WIDTH, first, blanks, row->help);
    fputs(text.text, out);
}

static void print_command(struct arena *arena, FILE *out, const struct command *command)
{
    fputs("examples:\n", out);
    for (size_t i = 0; i < command->example_count; i++) {
        fprintf(out, "  %s\n", command->examples[i]);
    }
    fprintf(out, "\nusage: vouch %s%s%s%s\n\n%s\n\noptions:\n", command->name,
            command->operands[0] == '\0' ? "" : " ", command->operands,
            command->grammar.option_count == 0 ? "" : " [options]", command->details);
    for (size_t i = 0; i < command->grammar.option_count; i++) {
        print_option(arena, out, command->grammar.options[i]);
    }
    static const enum cli_option COMMON[] = {OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_HELP};
    for (size_t i = 0; i < COUNT_OF(COMMON); i++) {
        print_option(arena, out, COMMON[i]);
    }
}

static void unknown_command(struct session *session, const char *word)
{
    const char *names[16];
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(names) && command_at(i, &count) != NULL; i++) {
        names[i] = command_at(i, &count)->name;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_USAGE, (struct loc){.source = NULL},
                                 "`%s` is not a command of vouch",
                                 text_brief(&session->arena, word, 40));
    const char *closest = text_closest(&session->arena, word, names, count);
    if (closest == NULL) {
        diag_help(&session->diags, diag, "`vouch help` lists the commands");
    } else {
        diag_help(&session->diags, diag, "did you mean `%s`?", closest);
    }
}

enum exit_status cmd_help(struct session *session, const struct arguments *arguments)
{
    FILE *out = session->terminal.out.file;
    if (arguments->operand_count == 0) {
        print_overview(out);
        return EXIT_STATUS_DONE;
    }
    const struct command *command = command_find(arguments->operands[0]);
    if (command == NULL) {
        unknown_command(session, arguments->operands[0]);
        session_print_diags(session, &session->terminal.err, NULL);
        return EXIT_STATUS_FAILED;
    }
    print_command(&session->arena, out, command);
    return EXIT_STATUS_DONE;
}
