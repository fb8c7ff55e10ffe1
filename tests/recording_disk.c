/* A disk that remembers: put before the system's library with LD_PRELOAD, it writes in a log what is asked of the files
   under one folder, in order, with what was written; so that every state a power cut could leave can be made again.

   Each entry is a line, followed for W by the bytes:
     W path offset length   S path (sync)   T path size   C path (made)   D path (a folder made)   U path (removed)
     R from to              A number (said by the program)                                                              */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char under[PATH_MAX];
static int kept = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void note(const char *line, const void *data, size_t size)
{
    REAL(write)(kept, line, strlen(line));
    if (size)
        REAL(write)(kept, data, size);
}

void disk_record(const char *folder, const char *log)
{
    strncpy(under, folder, sizeof under - 1);
    kept = REAL(open)(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
}

void disk_say(long number)
{
    char line[64];
    snprintf(line, sizeof line, "A\t%ld\n", number);
    note(line, 0, 0);
}

static int is_under(const char *path) { return kept >= 0 && path && strncmp(path, under, strlen(under)) == 0; }

static int path_of(int file, char *path)
{
    char link[64];
    if (kept < 0 || file == kept)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_under(path);
}

static void named(char what, const char *path, const char *more)
{
    char line[3 * PATH_MAX];
    snprintf(line, sizeof line, "%c\t%s%s%s\n", what, path, *more ? "\t" : "", more);
    note(line, 0, 0);
}

static void sized(char what, int file, const void *data, long at, long size)
{
    char path[PATH_MAX], more[64];
    if (!path_of(file, path))
        return;
    snprintf(more, sizeof more, data ? "%ld\t%ld" : "%ld", at, size);
    named(what, path, more);
    if (data && size > 0)
        REAL(write)(kept, data, size);
}

#define OPENS(name)                                                               \
    int name(const char *path, int flags, ...)                                    \
    {                                                                             \
        va_list more;                                                             \
        va_start(more, flags);                                                    \
        mode_t mode = va_arg(more, mode_t);                                       \
        va_end(more);                                                             \
        int made = is_under(path) && (flags & O_CREAT) && access(path, F_OK);     \
        int file = REAL(name)(path, flags, mode);                                 \
        if (made && file >= 0)                                                    \
            named('C', path, "");                                                 \
        return file;                                                              \
    }
OPENS(open)
OPENS(open64)

ssize_t write(int file, const void *data, size_t size)
{
    char path[PATH_MAX];
    off_t at = path_of(file, path) ? lseek(file, 0, SEEK_CUR) : 0;
    ssize_t done = REAL(write)(file, data, size);
    sized('W', file, data, at, done);
    return done;
}
ssize_t pwrite(int file, const void *data, size_t size, off_t at)
{
    ssize_t done = REAL(pwrite)(file, data, size, at);
    sized('W', file, data, at, done);
    return done;
}
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    ssize_t done = REAL(pwrite64)(file, data, size, at);
    sized('W', file, data, at, done);
    return done;
}

static int synced(int file, int done)
{
    char path[PATH_MAX];
    if (!done && path_of(file, path))
        named('S', path, "");
    return done;
}
int fsync(int file) { return synced(file, REAL(fsync)(file)); }
int fdatasync(int file) { return synced(file, REAL(fdatasync)(file)); }

static int cut(int file, long size, int done)
{
    if (!done)
        sized('T', file, 0, size, 0);
    return done;
}
int ftruncate(int file, off_t size) { return cut(file, size, REAL(ftruncate)(file, size)); }
int ftruncate64(int file, off64_t size) { return cut(file, size, REAL(ftruncate64)(file, size)); }

static int renamed(char what, const char *path, const char *more, int done)
{
    if (!done && is_under(path))
        named(what, path, more);
    return done;
}
int unlink(const char *path) { return renamed('U', path, "", REAL(unlink)(path)); }
int mkdir(const char *path, mode_t mode) { return renamed('D', path, "", REAL(mkdir)(path, mode)); }
int rename(const char *from, const char *to) { return renamed('R', from, to, REAL(rename)(from, to)); }
