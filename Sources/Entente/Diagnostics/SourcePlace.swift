/// Where something is written: a file, a line and a column.
///
/// Lines and columns count from 1; columns count characters as a reader sees them, not bytes. Line 0 is the file as a whole.
/// Both are counted when they are asked for.
public struct SourcePlace: Sendable, CustomStringConvertible {
  /// What the place is in.
  public let source: SourceText
  /// Which stretch of it.
  let packed: PackedPlace

  package init(_ packed: PackedPlace, in source: SourceText) {
    self.source = source
    self.packed = packed
  }

  /// So many bytes of a source, from the one at `offset` on.
  public init(in source: SourceText, offset: Int, length: Int = 1) {
    self.init(PackedPlace(SourceID(number: 1), offset: offset, length: length), in: source)
  }

  /// A place in `file`, whose text is not shown; without line and column the file as a whole.
  public init(file: String, line: Int = 0, column: Int = 0) {
    let id = SourceID(number: 1)
    self.init(
      line == 0 ? PackedPlace(id) : PackedPlace(id, line: line, column: column), in: SourceText(linesOf: file))
  }

  /// The file's path, as it was given.
  public var file: String { source.name }

  /// The line, from 1; 0 when the whole file is meant.
  public var line: Int { position.line }

  /// The column in characters, from 1; 0 when the whole line is meant.
  public var column: Int { position.column }

  /// The line and the column together, counted once.
  public var position: (line: Int, column: Int) {
    guard let offset = packed.offset else { return (0, 0) }
    guard source.hasBytes else { return packed.lineAndColumn }
    guard let position = source.withLines({ $0.position(of: offset) }) else { return (0, 0) }
    return (position.line + source.firstLine, position.column)
  }

  /// How many characters from there on are meant, at least 1; what goes on in the next line ends with this one.
  public var length: Int {
    guard source.hasBytes, let offset = packed.offset else { return 1 }
    let length = packed.length
    return source.withLines { $0.characters(from: offset, length: length) } ?? 1
  }

  /// The line there, or a piece of it around the place when it is longer than `longest` characters; `nil` when the place
  /// is in no line, or the source's text is not to be had.
  public func excerpt(longest: Int = 140, before: Int = 60) -> SourceExcerpt? {
    guard source.hasBytes, let offset = packed.offset else { return nil }
    let length = packed.length
    return source.withLines { $0.excerpt(around: offset, length: length, before: before, longest: longest) }
  }

  /// `file:line:column`, without the parts that are 0.
  public var description: String {
    let (line, column) = position
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

extension SourcePlace: Hashable, Comparable {
  /// Whether both are the same line and column of files with one name.
  public static func == (left: SourcePlace, right: SourcePlace) -> Bool {
    left.file == right.file && left.position == right.position
  }

  /// Hashes file, line and column.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(position.line)
    hasher.combine(position.column)
  }

  /// Files by name, then lines and columns downwards.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    left.file != right.file ? left.file < right.file : left.position < right.position
  }
}
