#if os(Linux)
  import Foundation
  import Testing

  /// What lays out asks the kernel for nothing but memory, time and its connection: each call is tried from within.
  @Suite("Calls from within the process that lays out")
  struct SandboxTests {
    /// Calls that would do harm, each with arguments with which it would work, or fail for another reason, outside.
    private static let refused = [
      "open, \"/etc/passwd\", O_RDONLY", "openat, AT_FDCWD, \"/etc/passwd\", O_RDONLY",
      "openat, AT_FDCWD, \".\", O_WRONLY", "creat, \"x\", 0600", "truncate, \"x\", 0L", "ftruncate, 9, 0L",
      "rename, \"x\", \"y\"", "renameat, AT_FDCWD, \"x\", AT_FDCWD, \"y\"",
      "renameat2, AT_FDCWD, \"x\", AT_FDCWD, \"y\", 0", "unlink, \"x\"", "unlinkat, AT_FDCWD, \"x\", 0",
      "mkdir, \"x\", 0700", "mkdirat, AT_FDCWD, \"x\", 0700", "rmdir, \"x\"", "link, \"x\", \"y\"",
      "linkat, AT_FDCWD, \"x\", AT_FDCWD, \"y\", 0", "symlink, \"x\", \"y\"", "symlinkat, \"x\", AT_FDCWD, \"y\"",
      "mknod, \"x\", 0, 0", "mknodat, AT_FDCWD, \"x\", 0, 0", "chmod, \"x\", 0", "fchmodat, AT_FDCWD, \"x\", 0",
      "chown, \"x\", 0, 0", "fchownat, AT_FDCWD, \"x\", 0, 0, 0", "readlink, \"x\", 0, 0", "stat, \"/etc/passwd\", 0",
      "access, \"/etc/passwd\", 0", "getcwd, 0, 0", "chdir, \"/\"", "chroot, \"/\"", "socket, 1, 1, 0",
      "socketpair, 1, 1, 0, 0", "connect, 0, 0, 0", "bind, 0, 0, 0", "listen, 0, 0", "accept, 0, 0, 0", "fork",
      "vfork", "clone, 0, 0, 0, 0, 0", "clone3, 0, 0L", "execve, \"/bin/true\", 0, 0",
      "execveat, AT_FDCWD, \"/bin/true\", 0, 0, 0", "ptrace, 0, 0, 0, 0", "process_vm_readv, 1, 0, 0L, 0, 0L, 0L",
      "process_vm_writev, 1, 0, 0L, 0, 0L, 0L", "kill, getppid_before, 0", "tkill, getppid_before, 0",
      "tgkill, getppid_before, getppid_before, 0", "mount, 0, 0, 0, 0L, 0", "umount2, \"/\", 0", "unshare, 0",
      "setns, 0, 0", "io_uring_setup, 1, 0", "bpf, 0, 0, 0", "perf_event_open, 0, 0, 0, 0, 0L", "userfaultfd, 0",
      "memfd_create, \"x\", 0", "shmget, 1, 1L, 0", "msgget, 1, 0", "ioctl, 0, 0L, 0", "fcntl, 0, F_GETFL", "dup, 0",
      "prctl, 4, 1L", "setrlimit, 0, 0", "prlimit64, 0, 0, 0, 0",
      "mmap, 0, 4096L, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0L", "mprotect, 0, 4096L, PROT_EXEC",
      "inotify_init1, 0", "sendmsg, 0, 0, 0", "recvmsg, 0, 0, 0",
    ]
    private static let allowed = [
      "brk, 0", "mmap, 0, 4096L, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0L", "getpid", "sched_yield",
      "clock_gettime, 1, room",
    ]

    /// A program that gives up its rights, makes the calls, and says of each with which error it came back.
    private static func program(_ calls: [String]) -> String {
      let lines = calls.map { call -> String in
        let parts = call.split(separator: ",", maxSplits: 1)
        let rest = parts.count > 1 ? ",\(parts[1])" : ""
        return """
          #ifdef SYS_\(parts[0])
            errno = 0;
            result = syscall(SYS_\(parts[0])\(rest));
            length += sprintf(said + length, "\(parts[0]) %d\\n", result == -1 ? errno : 0);
          #endif
          """
      }
      return """
        #define _GNU_SOURCE
        #include <errno.h>
        #include <fcntl.h>
        #include <stdio.h>
        #include <sys/mman.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        #include "CSandbox.h"
        static char said[1 << 16], room[256];
        int main(void) {
          int length = 0, getppid_before = getppid();
          long result;
          if (entente_give_up(4ull << 30) != 0) return 1;
        \(lines.joined(separator: "\n"))
          (void)getppid_before;
          // No file may grow: the answer goes through a pipe.
          return write(1, said, length) == length ? 0 : 2;
        }
        """
    }

    /// What each call came back with; none where there is no compiler.
    private func results(of calls: [String]) throws -> [(call: String, error: Int32)] {
      let folder = try Scratch.folder()
      try Self.program(calls).write(to: folder.appending(path: "try.c"), atomically: false, encoding: .utf8)
      let sources = Entente.root.appending(path: "Sources/CSandbox")
      let build = """
        clang -Wno-everything -I '\(sources.path)/include' try.c '\(sources.path)/CSandbox.c' -o try && ./try | cat
        """
      let outcome = try Shell.run(build, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        return words.count == 2 ? Int32(words[1]).map { (String(words[0]), $0) } : nil
      }
    }

    @Test("Every call that could do harm is refused")
    func refused() throws {
      let results = try results(of: Self.refused)
      // Some systems lack the older half of them.
      #expect(results.count > 40)
      for result in results { #expect(result.error == EACCES, "\(result)") }
    }

    @Test("What laying out needs is allowed")
    func allowed() throws {
      let results = try results(of: Self.allowed)
      #expect(results.count == Self.allowed.count)
      for result in results { #expect(result.error == 0, "\(result)") }
    }
  }
#endif
