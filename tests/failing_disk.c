/* A disk that fails on demand: put before the system's library with LD_PRELOAD, it counts what is asked of the files
   under one folder (writes, syncs, opens, renames, removals), and fails the chosen one, or that one and all after it. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { REFUSE, FULL, HALF, DIE };

static char under[PATH_MAX];
static long asked, chosen, failed;
static int for_ever, manner, armed;

void disk_arm(const char *folder, long at, int ever, int how)
{
    strncpy(under, folder, sizeof under - 1);
    asked = failed = 0;
    chosen = at;
    for_ever = ever;
    manner = how;
    armed = 1;
}

long disk_disarm(void)
{
    armed = 0;
    return failed;
}

static int fails(int here)
{
    if (!armed || !here)
        return 0;
    asked++;
    if (asked < chosen || (asked > chosen && !for_ever))
        return 0;
    failed++;
    if (manner == DIE)
        _exit(9);
    errno = manner == REFUSE ? EIO : ENOSPC;
    return 1;
}

static int is_under(const char *path)
{
    return armed && path && strncmp(path, under, strlen(under)) == 0;
}

static int is_open_under(int file)
{
    char link[64], path[PATH_MAX];
    if (!armed)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_under(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPENS(name)                                                          \
    int name(const char *path, int flags, ...)                               \
    {                                                                        \
        va_list more;                                                        \
        va_start(more, flags);                                               \
        mode_t mode = va_arg(more, mode_t);                                  \
        va_end(more);                                                        \
        return fails(is_under(path)) ? -1 : REAL(name)(path, flags, mode);   \
    }
OPENS(open)
OPENS(open64)

#define OPENS_AT(name)                                                              \
    int name(int folder, const char *path, int flags, ...)                          \
    {                                                                               \
        va_list more;                                                               \
        va_start(more, flags);                                                      \
        mode_t mode = va_arg(more, mode_t);                                         \
        va_end(more);                                                               \
        return fails(is_under(path)) ? -1 : REAL(name)(folder, path, flags, mode);  \
    }
OPENS_AT(openat)
OPENS_AT(openat64)

/* A write that fails by halves has written half before the disk was full: the next one says so. */
#define SHORT(file, data, size, write_half)                                  \
    if (fails(is_open_under(file))) {                                        \
        if (manner != HALF || (size) < 2 || failed > 1)                      \
            return -1;                                                       \
        return write_half;                                                   \
    }

ssize_t write(int file, const void *data, size_t size)
{
    SHORT(file, data, size, REAL(write)(file, data, size / 2))
    return REAL(write)(file, data, size);
}
ssize_t pwrite(int file, const void *data, size_t size, off_t at)
{
    SHORT(file, data, size, REAL(pwrite)(file, data, size / 2, at))
    return REAL(pwrite)(file, data, size, at);
}
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    SHORT(file, data, size, REAL(pwrite64)(file, data, size / 2, at))
    return REAL(pwrite64)(file, data, size, at);
}

int fsync(int file) { return fails(is_open_under(file)) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return fails(is_open_under(file)) ? -1 : REAL(fdatasync)(file); }
int ftruncate(int file, off_t size) { return fails(is_open_under(file)) ? -1 : REAL(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) { return fails(is_open_under(file)) ? -1 : REAL(ftruncate64)(file, size); }
int unlink(const char *path) { return fails(is_under(path)) ? -1 : REAL(unlink)(path); }
int rename(const char *from, const char *to) { return fails(is_under(from)) ? -1 : REAL(rename)(from, to); }
int link(const char *from, const char *to) { return fails(is_under(from)) ? -1 : REAL(link)(from, to); }
int mkdir(const char *path, mode_t mode) { return fails(is_under(path)) ? -1 : REAL(mkdir)(path, mode); }
