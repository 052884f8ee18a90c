// What Linux has for files and Swift does not see: a macro, and a call that takes any number of arguments.
#pragma once
#if defined(__linux__)
#include <fcntl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

// O_TMPFILE: its own bit and that of a folder, which its name in <fcntl.h> hides behind _GNU_SOURCE.
static const int entente_unnamed_file = 020000000 | O_DIRECTORY;

// Lets two names change places in one step: renameat2 with RENAME_EXCHANGE. 0, or -1 and errno.
static inline int entente_exchange(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2);
}

// Lets another process, a child of this one, use no more than so many bytes of memory: prlimit of RLIMIT_AS. 0, or -1 and errno.
static inline int entente_limit_memory(int process, uint64_t bytes) {
  const uint64_t limit[2] = {bytes, bytes};
  return (int)syscall(SYS_prlimit64, process, 9, limit, (void *)0);
}
#endif
