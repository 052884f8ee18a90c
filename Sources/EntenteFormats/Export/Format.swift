/// What a format is: how it is chosen, what it is for, and what of a graph it carries.
///
/// Pictures are formats like the others.
public struct Format: Sendable, Hashable {
  /// What becomes of a ``Feature`` in a format.
  public enum Support: Sendable, Hashable {
    /// It arrives as what it is.
    case whole
    /// It arrives inside a text, such as a list with `|` between its members.
    case asText
  }

  /// A variant of a format for one tool, chosen by `--for`.
  public struct Dialect: Sendable, Hashable {
    /// The tool's name, as `--for` takes it: `gephi`.
    public let name: String
    /// What is different, in a few words.
    public let summary: String

    /// A variant for the tool with that name.
    public init(_ name: String, _ summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// Its name in messages and headings: `GraphML`.
  public let name: String
  /// The file endings that choose it, without a dot, the usual one first; also what `--format` takes.
  public let endings: [String]
  /// What it is for, in one line.
  public let summary: String
  /// Whether it writes a folder of files, chosen by a path that ends in `/`.
  public let isFolder: Bool
  /// Its variants for single tools.
  public let dialects: [Dialect]
  /// What it carries; what is not in it is lost.
  public let carries: [Feature: Support]

  /// A format; without `carries` it carries everything whole.
  public init(
    _ name: String, endings: [String], summary: String, isFolder: Bool = false, dialects: [Dialect] = [],
    carries: [Feature: Support]? = nil
  ) {
    self.name = name
    self.endings = endings
    self.summary = summary
    self.isFolder = isFolder
    self.dialects = dialects
    self.carries =
      carries ?? Dictionary(Feature.allCases.map { ($0, .whole) }, uniquingKeysWith: { first, _ in first })
  }
}

extension [Feature: Format.Support] {
  /// Everything, but for what is named, and for looks, which are for pictures.
  public static func everything(
    asText: [Feature] = [], without lost: [Feature] = [], andLooks: Bool = false
  ) -> Self {
    var carries: Self = [:]
    for feature in Feature.allCases where !lost.contains(feature) && (feature != .looks || andLooks) {
      carries[feature] = asText.contains(feature) ? .asText : .whole
    }
    return carries
  }
}

extension Sequence<Format> {
  /// The format that a path's ending chooses, the longest ending first (`x.ftm.json` is not `.json`), before a `.gz` if there
  /// is one; a path that ends in `/` chooses the format that is a folder.
  public func format(forPath path: String) -> Format? {
    if path.hasSuffix("/") { return first(where: \.isFolder) }
    let name = (path.split(separator: "/").last.map { $0.lowercased() } ?? "").withoutPacking
    let matches = lazy.filter { !$0.isFolder }.flatMap { format in format.endings.map { (ending: $0, format: format) } }
      .filter { name.hasSuffix("." + $0.ending) }
    return matches.max { $0.ending.utf8.count < $1.ending.utf8.count }?.format
  }

  /// The format with that ending, without its dot; behind it may stand `.gz`.
  public func format(ending: String) -> Format? {
    let ending = ending.lowercased().withoutPacking
    return first { $0.endings.contains(ending) }
  }
}

extension String {
  /// A name without the `.gz` of a packed file.
  var withoutPacking: String { lowercased().hasSuffix(".gz") ? String(dropLast(3)) : self }
}
