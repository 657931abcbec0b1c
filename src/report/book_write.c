#include "report/book_write.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "read/package.h"
#include "report/book_write_xlsx.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPORT_MOST = 400, REPORT_COLUMNS = 300 };

/* What the child has to say, in bytes. */
struct report {
    char text[REPORT_MOST + 1];
    size_t length;
};

static void write_whole(int descriptor, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t count = write(descriptor, text, left);
        if (count < 0 && errno != EINTR) {
            return; // nobody listens any more
        }
        text += count > 0 ? count : 0;
        left -= count > 0 ? (size_t)count : 0;
    }
}

/*
 * The child: run the library and end. Whatever it prints goes into the pipe, and nothing to the
 * streams of the program.
 */
static _Noreturn void run_child(struct arena *arena, const struct book_content *content,
                                const struct file_draft *draft, int report)
{
    // A file that grows too large is then a failed write, which can be told, and no signal.
    signal(SIGXFSZ, SIG_IGN);
    if (dup2(report, STDOUT_FILENO) < 0 || dup2(report, STDERR_FILENO) < 0) {
        _exit(1);
    }
    // Scratch files go beside the draft: a full temp folder elsewhere is then no matter.
    const char *failure = book_write_xlsx(arena, content, draft->path,
                                          file_folder(arena, draft->target));
    if (failure != NULL) {
        write_whole(report, failure);
        _exit(1);
    }
    _exit(0);
}

/* Read what comes until the child has closed its end; what passes the limit is dropped. */
static void hear_out(int descriptor, struct report *report)
{
    char chunk[REPORT_MOST];
    for (;;) {
        ssize_t count = read(descriptor, chunk, sizeof chunk);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        size_t room = REPORT_MOST - report->length;
        size_t kept = (size_t)count < room ? (size_t)count : room;
        memcpy(report->text + report->length, chunk, kept);
        report->length += kept;
    }
    report->text[report->length] = '\0';
}

/* Why the child did not do it; NULL where it did. A warning of the library means that something of
 * the book is missing, so it counts as a failure. */
static const char *reason_of(struct arena *arena, int status, const struct report *report)
{
    const char *said = text_brief(arena, report->text, REPORT_COLUMNS);
    const char *gap = said[0] == '\0' ? "" : ": ";
    if (WIFSIGNALED(status)) {
        return arena_format(
            arena, "a fault of vouch itself: its writing process was ended by signal %d (%s)%s%s",
            WTERMSIG(status), strsignal(WTERMSIG(status)), gap, said);
    }
    if (said[0] != '\0') {
        return said;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? NULL : "the writing process failed";
}

/* Wait for the child. Returns why it failed, or NULL. */
static const char *wait_for(struct arena *arena, pid_t child, int report_end)
{
    struct report report = {.length = 0};
    hear_out(report_end, &report);
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return strerror(errno);
        }
    }
    return reason_of(arena, status, &report);
}

/* Write the draft in a child. Returns why it failed, or NULL. */
static const char *write_draft(struct arena *arena, const struct book_content *content,
                               const struct file_draft *draft, const sigset_t *mask_before)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return strerror(errno);
    }
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        sigprocmask(SIG_SETMASK, mask_before, NULL);
        run_child(arena, content, draft, ends[1]);
    }
    const char *reason = child < 0 ? strerror(errno) : NULL;
    close(ends[1]);
    if (child > 0) {
        reason = wait_for(arena, child, ends[0]);
    }
    close(ends[0]);
    return reason;
}

/* Write, read back and put in place. Returns why it failed, or NULL. */
static const char *write_safely(struct arena *arena, const struct book_content *content,
                                const char *target, const sigset_t *mask_before)
{
    const char *reason = NULL;
    struct file_draft draft;
    if (!file_draft_open(arena, target, &draft, &reason)) {
        return reason;
    }
    reason = write_draft(arena, content, &draft, mask_before);
    const char *fault = NULL;
    if (reason == NULL && !package_check(arena, draft.path, &fault)) {
        reason = arena_format(arena, "what was written is not whole, the disk may be full: %s",
                              fault);
    }
    if (reason == NULL && file_draft_commit(arena, &draft, &reason)) {
        return NULL;
    }
    file_draft_discard(&draft);
    return reason;
}

/* Is there a file that is a workbook neither by name nor by content? A slip of -o must not cost
 * somebody an input. */
static bool holds_something_else(const char *target)
{
    static const char PACKAGE[] = {'P', 'K', 3, 4};
    char start[sizeof PACKAGE];
    bool is_named = text_ends(target, ".xlsx");
    FILE *file = !is_named && file_kind(target) == FILE_REGULAR ? fopen(target, "rb") : NULL;
    if (file == NULL) {
        return false;
    }
    size_t length = fread(start, 1, sizeof start, file);
    fclose(file);
    return length > 0 && (length < sizeof start || memcmp(start, PACKAGE, sizeof start) != 0);
}

bool book_write(struct arena *arena, const struct book_content *content, const char *target,
                struct diag_list *diags)
{
    if (holds_something_else(target)) {
        struct diag *diag = diag_add(diags, DIAG_FILE_NOT_WRITTEN, (struct loc){.source = NULL},
                                     "`%s` is there and is no workbook; it is left as it is",
                                     text_shown(arena, target));
        diag_help(diags, diag, "name another file with -o, or remove that one first");
        return false;
    }
    // Who interrupts the program meets it when the draft is gone or in place.
    sigset_t held;
    sigset_t mask_before;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigprocmask(SIG_BLOCK, &held, &mask_before);
    const char *reason = write_safely(arena, content, target, &mask_before);
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
    if (reason != NULL) {
        diag_add(diags, DIAG_FILE_NOT_WRITTEN, (struct loc){.source = NULL},
                 "`%s` could not be written: %s", text_shown(arena, target), reason);
    }
    return reason == NULL;
}
