public import Entente
import Synchronization

/// What an importer reads: a file, a folder, standard input, or bytes in memory with a name.
public struct Source: Sendable {
  /// The name that messages give it: a path as it was given.
  public let name: String
  /// Its path; `nil` when it is no file.
  public let path: String?
  /// The part of it that is meant, which stands behind a `#`: a workbook's sheet.
  public let part: String?
  /// What places point into, for `GraphDraft.add(source:)`.
  public let text: SourceText
  private let content: Content

  /// What the source does not say itself.
  public var options = ImportOptions()

  private init(name: String, path: String?, part: String? = nil, content: Content) {
    self.name = name
    self.path = path
    self.part = part
    self.content = content
    text = SourceText(name) { content.again() }
  }

  /// The file or folder with that path; its bytes are read when they are asked for.
  public static func file(_ path: String) -> Source {
    let (file, part) = split(path)
    return Source(
      name: path, path: file, part: part, content: Content(readFrom: file, stamp: { InputFile.stamp(of: file) }))
  }

  /// A path that names a sheet, if there is no file that is called so.
  private static func split(_ path: String) -> (file: String, part: String?) {
    guard let sign = path.lastIndex(of: "#"), path[..<sign].lowercased().hasSuffix(".xlsx"),
      InputFile.stamp(of: path) == nil
    else { return (path, nil) }
    return (String(path[..<sign]), String(path[path.index(after: sign)...]))
  }

  /// What comes in by standard input, which is read once and to its end.
  public static let standardInput = Source(
    name: "<standard input>", path: nil, content: Content(readFrom: standardInputPath, stamp: { nil }))

  /// Bytes in memory.
  public static func bytes(_ bytes: [UInt8], name: String) -> Source {
    Source(name: name, path: nil, content: Content(bytes))
  }

  /// Whether it is the file with that path, by whatever way that leads there.
  public func isFile(at path: String) -> Bool {
    self.path.map { InputFile.withoutDetours($0) == InputFile.withoutDetours(path) } ?? false
  }

  /// Whether it has these bytes and no others.
  public func has(_ bytes: [UInt8]) -> Bool { (try? content.bytes()) == bytes }

  /// Whether it is a folder.
  public var isFolder: Bool { path.map { InputFile.isFolder($0) } ?? false }

  /// All its bytes; what gzip has packed is unpacked.
  ///
  /// - Throws: ``SourceFault`` when they cannot be read.
  public func bytes() throws(SourceFault) -> [UInt8] {
    do {
      return try content.bytes()
    } catch {
      throw fault(error)
    }
  }

  /// Its bytes as a stream: what a reader takes that needs no more of them at once. What gzip has packed is unpacked.
  ///
  /// A pipe is a stream only once; ``keep()`` before lets it be read again.
  ///
  /// - Throws: ``SourceFault`` when it cannot be opened.
  func stream() throws(SourceFault) -> ByteStream {
    if content.isKept { return ByteStream(try bytes()) }
    if let stored = content.stored { return ByteStream(stored) }
    let path = path ?? Self.standardInputPath
    do {
      if InputFile.stamp(of: path) == nil { return try ByteStream(path: path) { [content] in content.see($0) } }
      content.begin()
      return try ByteStream(path: path) { [content] in content.count($0.count) }
    } catch {
      throw fault(error)
    }
  }

  /// Makes sure that its bytes can be read more than once, without being in memory: those of a pipe go into a temporary file.
  ///
  /// - Throws: ``SourceFault`` when they cannot be read, or there is no room for them.
  package func store() throws(SourceFault) {
    guard !content.isKept, !isStored else { return }
    do {
      content.store(try StoredBytes(try ByteStream(path: path ?? Self.standardInputPath)))
    } catch {
      throw fault(error)
    }
  }

  /// Whether its bytes are in a file, from which they can be read again.
  var isStored: Bool { content.stored != nil || InputFile.stamp(of: path ?? Self.standardInputPath) != nil }

  /// Makes sure that its bytes can be read more than once: those of a pipe are kept.
  func keep() throws(SourceFault) {
    if content.stored == nil, InputFile.stamp(of: path ?? Self.standardInputPath) == nil { _ = try bytes() }
  }

  /// The first bytes.
  var head: [UInt8] {
    if let seen = content.beginning { return Array(seen.prefix(1 << 10)) }
    guard let stream = try? stream() else { return [] }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 10, alignment: 1)
    defer { buffer.deallocate() }
    var head: [UInt8] = []
    while head.count < buffer.count, let count = try? stream.read(into: buffer), count > 0 {
      head.append(contentsOf: buffer[..<count])
    }
    return head
  }

  private static let standardInputPath = "/dev/stdin"

  /// Why the source cannot be read.
  func fault(_ problem: InputFile.Problem) -> SourceFault {
    let nearest = if case .noSuchFile = problem, let path { InputFile.nearest(to: path) } else { String?.none }
    return SourceFault(UnreadableGraphFile(problem: problem, nearest: nearest))
  }

  /// The bytes of a source, kept only where they cannot be read again, or are few.
  private final class Content: Sendable {
    private let read: @Sendable (_ limit: Int?) throws(InputFile.Problem) -> [UInt8]
    private let stamp: @Sendable () -> InputFile.Stamp?
    private let state: Mutex<State>

    private struct State {
      var kept: [UInt8]?
      /// What the file was like when it was read.
      var stamp: InputFile.Stamp?
      /// How many bytes its streams have given at most, and the last one so far: messages are about these.
      var extent: Int?
      var given = 0
      /// What a stream that cannot be read again has had so far; `nil` when that was too much, or there is none.
      var seen: [UInt8]?
      var hasSeenTooMuch = false
      var stored: StoredBytes?
    }

    /// Sources longer than this are read again when a place in them is shown.
    private static let keptLength = 1 << 24

    init(readFrom path: String, stamp: @escaping @Sendable () -> InputFile.Stamp?) {
      read = { limit throws(InputFile.Problem) in try InputFile.read(path, upTo: limit) }
      self.stamp = stamp
      state = Mutex(State())
    }

    init(_ bytes: [UInt8]) {
      read = { _ throws(InputFile.Problem) in bytes }
      stamp = { nil }
      state = Mutex(State(kept: bytes))
    }

    var isKept: Bool { state.withLock { $0.kept != nil } }

    /// What came by a pipe, if it was put into a file.
    var stored: StoredBytes? { state.withLock { $0.stored } }
    func store(_ bytes: StoredBytes) { state.withLock { $0.stored = bytes } }

    /// Notes what the file is like that is going to be read as a stream.
    func begin() {
      let stamp = stamp()
      state.withLock { ($0.stamp, $0.given) = (stamp, 0) }
    }

    /// Counts what a stream gives.
    func count(_ bytes: Int) {
      state.withLock { state in
        state.given += bytes
        state.extent = max(state.extent ?? 0, state.given)
      }
    }

    /// Takes a stretch of a stream that cannot be read again: messages about its first megabytes show their lines.
    func see(_ bytes: UnsafeRawBufferPointer) {
      state.withLock { state in
        guard !state.hasSeenTooMuch else { return }
        if state.seen == nil { state.seen = [] }
        state.seen?.append(contentsOf: bytes)
        state.hasSeenTooMuch = (state.seen?.count ?? 0) > Self.keptLength
        if state.hasSeenTooMuch { state.seen = nil }
      }
    }

    /// The beginning of a stream that cannot be read again.
    var beginning: [UInt8]? { state.withLock { $0.kept == nil ? $0.seen : nil } }

    func bytes() throws(InputFile.Problem) -> [UInt8] {
      if let kept = state.withLock({ $0.kept }) { return kept }
      if let stored {
        guard stored.count <= InputFile.longestWhole else { throw .tooLong }
        return try ByteStream(stored).rest()
      }
      let stamp = stamp()
      let bytes = try read(nil)
      state.withLock { state in
        state.stamp = stamp
        state.extent = nil
        if stamp == nil || bytes.count <= Self.keptLength { state.kept = bytes }
      }
      return bytes
    }

    /// The bytes that were read, to show a place in them; `nil` when the file is no longer what it was.
    func again() -> [UInt8]? {
      let (kept, stamp, extent) = state.withLock { ($0.kept ?? $0.seen, $0.stamp, $0.extent) }
      if let kept { return kept }
      if let stored { return try? ByteStream(stored).rest() }
      guard let stamp else { return nil }
      // What was not read, since something before it was wrong, is in no message.
      return stamp == self.stamp() ? try? read(extent) : nil
    }
  }
}

/// Why a source cannot be read to its end: what importers throw.
public struct SourceFault: Error, Sendable {
  /// What is wrong.
  public let finding: any Finding
  /// Where; `nil` when the source as a whole is meant.
  public let place: PackedPlace?
  /// Another place that belongs to it.
  public let related: PackedPlace
  /// What stands there.
  public let words: String

  /// A fault at a place; without one it is about the source as a whole. `words` say what stands at the related place.
  public init(
    _ finding: any Finding, at place: PackedPlace? = nil, related: PackedPlace = .none,
    _ words: String = "it begins here"
  ) {
    self.finding = finding
    self.place = place
    self.related = related
    self.words = words
  }
}
