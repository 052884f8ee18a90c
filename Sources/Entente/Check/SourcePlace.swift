/// Where something is written: a file, a line and a column.
///
/// Lines and columns count from 1; columns count characters as a reader sees them, not bytes. Line 0 is the file as a whole.
public struct SourcePlace: Sendable, Hashable, CustomStringConvertible {
  /// The file's path, as it was given.
  public let file: String
  /// The line, from 1; 0 when the whole file is meant.
  public let line: Int
  /// The column in characters, from 1; 0 when the whole line is meant.
  public let column: Int

  /// A place in `file`; without line and column the file as a whole.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, without the parts that are 0.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

extension SourcePlace: Comparable {
  /// Files by name, then lines and columns downwards.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
