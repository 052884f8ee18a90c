#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
// Refuses one call whatever it is told.
#define REFUSE_CALL(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), REFUSE
// Refuses one call where an argument has one of the flags; the number of the call is loaded again after it.
#define REFUSE_FLAGS(call, argument, flags)                 \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4),          \
      LOAD(args[argument]),                                 \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, flags, 0, 1),    \
      REFUSE, LOAD(nr)

static int filter_calls(void) {
  const unsigned writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
  struct sock_filter rules[] = {
      LOAD(arch),
      // Calls by another table of numbers are not looked over: none is allowed.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      REFUSE,
      LOAD(nr),
#ifdef __x86_64__
      // The x32 table, which has the same architecture.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      REFUSE,
      REFUSE_FLAGS(SYS_open, 1, writing),
      REFUSE_CALL(SYS_creat),
      REFUSE_CALL(SYS_fork),
      REFUSE_CALL(SYS_vfork),
      REFUSE_CALL(SYS_unlink),
      REFUSE_CALL(SYS_rename),
      REFUSE_CALL(SYS_mkdir),
      REFUSE_CALL(SYS_rmdir),
      REFUSE_CALL(SYS_link),
      REFUSE_CALL(SYS_symlink),
      REFUSE_CALL(SYS_mknod),
      REFUSE_CALL(SYS_chmod),
      REFUSE_CALL(SYS_chown),
#endif
      REFUSE_FLAGS(SYS_openat, 2, writing),
      REFUSE_CALL(SYS_openat2),
      REFUSE_CALL(SYS_unlinkat),
      REFUSE_CALL(SYS_renameat),
      REFUSE_CALL(SYS_renameat2),
      REFUSE_CALL(SYS_mkdirat),
      REFUSE_CALL(SYS_linkat),
      REFUSE_CALL(SYS_symlinkat),
      REFUSE_CALL(SYS_mknodat),
      REFUSE_CALL(SYS_fchmodat),
      REFUSE_CALL(SYS_fchownat),
      REFUSE_CALL(SYS_truncate),
      REFUSE_CALL(SYS_socket),
      REFUSE_CALL(SYS_socketpair),
      REFUSE_CALL(SYS_connect),
      REFUSE_CALL(SYS_bind),
      REFUSE_CALL(SYS_execve),
      REFUSE_CALL(SYS_execveat),
      REFUSE_CALL(SYS_ptrace),
      REFUSE_CALL(SYS_process_vm_readv),
      REFUSE_CALL(SYS_process_vm_writev),
      REFUSE_CALL(SYS_kill),
      REFUSE_CALL(SYS_mount),
      // What is asked of the kernel through it, no filter sees.
      REFUSE_CALL(SYS_io_uring_setup),
      ALLOW,
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
  if (!problem) problem = limit(RLIMIT_AS, memory);
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
