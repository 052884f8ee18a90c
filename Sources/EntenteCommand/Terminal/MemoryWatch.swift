#if canImport(Glibc)
  import Glibc

  /// Ends the command where it waits for memory that it will not get.
  ///
  /// Where the process has a limit (`ulimit -v`) that leaves no room for a thread, libdispatch tries again every second, for
  /// ever. A thread that is made before anything else looks whether that has come to pass: there is no room for another, and
  /// three seconds have gone by in which nothing was done.
  enum MemoryWatch {
    /// Does nothing where the process has no limit.
    static func begin() {
      guard let limit else { return }
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      // It calls next to nothing, and shall find room where nothing else does.
      pthread_attr_setstacksize(&attributes, 128 << 10)
      pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
      var thread = pthread_t()
      if pthread_create(&thread, &attributes, { _ in MemoryWatch.watch() }, nil) != 0 { giveUp(limit) }
    }

    /// How much address space the process may have, in bytes; `nil` where nobody says.
    private static var limit: UInt? {
      var limits = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limits) == 0 else { return nil }
      return limits.rlim_cur == rlim_t.max ? nil : UInt(limits.rlim_cur)
    }

    private static func watch() -> Never {
      var (last, idle) = (workDone, 0)
      while true {
        sleep(1)
        let now = workDone
        idle = now - last < 10_000 && !hasRoomForAThread ? idle + 1 : 0
        last = now
        if idle == 3 { giveUp(limit ?? 0) }
      }
    }

    /// Processor time of all threads, in microseconds.
    private static var workDone: Int {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }

    private static var hasRoomForAThread: Bool {
      let stack = 8 << 20
      guard let room = mmap(nil, stack, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), room != MAP_FAILED else {
        return false
      }
      munmap(room, stack)
      return true
    }

    /// What was being written has no name yet, or is cleared by the next run to the same output.
    private static func giveUp(_ limit: UInt) -> Never {
      StandardError.say("error: there is no memory left: this process may use \(limit >> 20) MB (ulimit -v)")
      StandardError.say("raise that limit; 'ulimit -v unlimited' lifts it")
      _exit(1)
    }
  }
#else
  /// Elsewhere a process has no limit that leaves no room for threads.
  enum MemoryWatch {
    static func begin() {}
  }
#endif
