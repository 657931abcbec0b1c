/*
 * The command line: arguments in, exit status out.
 *
 * Layer: cli.
 */
#ifndef VOUCH_CLI_CLI_H
#define VOUCH_CLI_CLI_H

/* 0 done; 1 done, and the answer is no; 2 could not do it. */
enum exit_status { EXIT_STATUS_DONE = 0, EXIT_STATUS_NO = 1, EXIT_STATUS_FAILED = 2 };

/* Run the program. Returns its exit status. */
int cli_main(int argument_count, char **arguments);

#endif
