#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

// A sanitizer maps terabytes, and asks the kernel for much: under one, what lays out gives nothing up.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

#if defined(SANITIZED)
#elif defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
// Allows one call whatever it is told.
#define ALLOW_CALL(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), ALLOW
// Allows one call where an argument has none of the flags.
#define ALLOW_WITHOUT(call, argument, flags)                \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4),          \
      LOAD(args[argument]),                                 \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, flags, 0, 1),    \
      REFUSE, ALLOW
// Allows one call where an argument is that number.
#define ALLOW_WITH(call, argument, number)                  \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4),          \
      LOAD(args[argument]),                                 \
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 1, 0),    \
      REFUSE, ALLOW

// What laying out needs: memory, time, and the connection that is open already. All else is refused as a file is that one
// may not open, so that a library that asks for more goes on without it.
static int filter_calls(void) {
  struct sock_filter rules[] = {
      LOAD(arch),
      // Calls by another table of numbers are not looked over: none is allowed.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      REFUSE,
      LOAD(nr),
      ALLOW_CALL(SYS_recvfrom),
      ALLOW_CALL(SYS_sendto),
      ALLOW_CALL(SYS_read),
      ALLOW_CALL(SYS_write),
      ALLOW_CALL(SYS_close),
      ALLOW_CALL(SYS_fstat),
      ALLOW_CALL(SYS_lseek),
      ALLOW_CALL(SYS_brk),
      ALLOW_WITHOUT(SYS_mmap, 2, PROT_EXEC),
      ALLOW_WITHOUT(SYS_mprotect, 2, PROT_EXEC),
      ALLOW_CALL(SYS_mremap),
      ALLOW_CALL(SYS_munmap),
      ALLOW_CALL(SYS_madvise),
      ALLOW_CALL(SYS_futex),
      ALLOW_CALL(SYS_sched_yield),
      ALLOW_CALL(SYS_sched_getaffinity),
      ALLOW_CALL(SYS_clock_gettime),
      ALLOW_CALL(SYS_clock_nanosleep),
      ALLOW_CALL(SYS_nanosleep),
      ALLOW_CALL(SYS_gettimeofday),
      ALLOW_CALL(SYS_times),
      ALLOW_CALL(SYS_getrusage),
      ALLOW_CALL(SYS_sysinfo),
      ALLOW_CALL(SYS_getrandom),
      ALLOW_CALL(SYS_getpid),
      ALLOW_CALL(SYS_gettid),
      ALLOW_CALL(SYS_getuid),
      ALLOW_CALL(SYS_geteuid),
      ALLOW_CALL(SYS_rt_sigaction),
      ALLOW_CALL(SYS_rt_sigprocmask),
      ALLOW_CALL(SYS_rt_sigreturn),
      ALLOW_CALL(SYS_sigaltstack),
      ALLOW_CALL(SYS_restart_syscall),
      // abort() ends the process by a signal to itself.
      ALLOW_WITH(SYS_tgkill, 0, (unsigned)getpid()),
      ALLOW_CALL(SYS_exit),
      ALLOW_CALL(SYS_exit_group),
      REFUSE,
  };
  struct sock_fprog program = {sizeof rules / sizeof *rules, rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0 ? errno : 0;
}
#else
static int filter_calls(void) { return 0; }
#endif
#endif

static int limit(int resource, rlim_t most) {
  struct rlimit limits;
  if (getrlimit(resource, &limits) != 0) return errno;
  if (limits.rlim_max == RLIM_INFINITY || limits.rlim_max > most) limits.rlim_max = most;
  if (limits.rlim_cur == RLIM_INFINITY || limits.rlim_cur > most) limits.rlim_cur = most;
  return setrlimit(resource, &limits) != 0 ? errno : 0;
}

int entente_give_up(uint64_t memory) {
  int problem = limit(RLIMIT_CORE, 0);
  if (!problem) problem = limit(RLIMIT_FSIZE, 0);
#if defined(__linux__)
#ifdef SANITIZED
  (void)memory;
#else
  if (!problem) problem = limit(RLIMIT_AS, memory);
#endif
  if (!problem && prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) problem = errno;
  if (!problem) problem = filter_calls();
#endif
  return problem;
}

extern char **environ;

int entente_start_helper(const char *path, const char *const *arguments, pid_t *process, int *connection) {
  int ends[2];
#if defined(__linux__)
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return errno;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    int on = 1;
    setsockopt(ends[end], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
  }
#endif
  size_t count = 0;
  while (environ[count]) count++;
  char **environment = calloc(count + 2, sizeof *environment);
  posix_spawn_file_actions_t actions;
  int problem = environment ? posix_spawn_file_actions_init(&actions) : ENOMEM;
  if (!problem) {
    size_t kept = 0;
    for (size_t index = 0; index < count; index++) {
      if (strncmp(environ[index], "SWIFT_BACKTRACE=", 16) != 0) environment[kept++] = environ[index];
    }
    environment[kept] = "SWIFT_BACKTRACE=enable=no";
    problem = posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
    if (!problem) problem = posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    if (!problem) problem = posix_spawn(process, path, &actions, 0, (char *const *)arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
  }
  free(environment);
  close(ends[1]);
  if (problem) {
    close(ends[0]);
  } else {
    *connection = ends[0];
  }
  return problem;
}
