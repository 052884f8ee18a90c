import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work that is done on all cores, with the results that one core would have.
enum InParallel {
  /// How many things are worth beginning at once.
  static let width = max(1, min(8, cores))

  private static var cores: Int {
    #if os(Linux)
      Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    #else
      Int(sysconf(_SC_NPROCESSORS_ONLN))
    #endif
  }

  /// What `body` makes of each element, in their order; one after the other unless several at once are wanted.
  ///
  /// - Throws: the error of the first element that has one.
  static func map<Element: Sendable, Made: Sendable>(
    _ elements: [Element], if isWanted: Bool, _ body: @Sendable (Element) throws -> Made
  ) throws -> [Made] {
    guard isWanted, elements.count > 1, width > 1 else { return try elements.map(body) }
    let made = Mutex([Result<Made, any Error>?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { place in
      let result = Result { try body(elements[place]) }
      made.withLock { $0[place] = result }
    }
    return try made.withLock { results in try results.compactMap { try $0?.get() } }
  }
}
