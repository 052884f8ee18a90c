/// What is shown of many diagnostics: all errors, and of the warnings and notes that one rule has about one file, where
/// they are more than twenty, the first ten and how many more there are.
///
/// ```swift
/// for line in DiagnosticDigest(loaded.diagnostics).lines { print(line) }
/// ```
public struct DiagnosticDigest: Sendable {
  /// A line of the digest.
  public enum Line: Sendable, CustomStringConvertible {
    /// A diagnostic, whole.
    case diagnostic(Diagnostic)
    /// That there are more of the last one's kind.
    case more(Rest)

    /// The diagnostic's text, or how many more there are.
    public var description: String {
      switch self {
      case .diagnostic(let diagnostic): diagnostic.description
      case .more(let rest): rest.description
      }
    }
  }

  /// What is not shown of a rule's warnings or notes about one file.
  public struct Rest: Sendable, CustomStringConvertible {
    /// The file's path; `nil` where they are about the graph as a whole.
    public let file: String?
    /// How bad they are.
    public let severity: Severity
    /// How many.
    public let count: Int

    /// "x.yaml: 51 more notes like the last one"
    public var description: String {
      let what = count == 1 ? severity.rawValue : "\(severity.rawValue)s"
      return (file.map { "\($0): " } ?? "") + "\(count) more \(what) like the last one"
    }
  }

  /// What is shown, in the order of the diagnostics, errors last.
  public let lines: [Line]
  /// How many errors there are.
  public let errors: Int
  /// How many warnings there are, shown or not.
  public let warnings: Int
  /// How many notes there are, shown or not.
  public let notes: Int

  /// More of one kind than this are not shown.
  private static let most = 20
  /// How many of them are shown then.
  private static let shown = 10

  /// The digest of diagnostics.
  ///
  /// - Parameters:
  ///   - diagnostics: what there is to say.
  ///   - all: whether everything is shown.
  public init(_ diagnostics: [Diagnostic], all: Bool = false) {
    let others = diagnostics.filter { $0.severity != .error }
    let groups = Self.groups(of: others)
    let sizes = Dictionary(groups.map { ($0, 1) }, uniquingKeysWith: +)
    var shown: [Group: Int] = [:]
    var lines: [Line] = []
    for (diagnostic, group) in zip(others, groups) {
      let number = shown[group, default: 0] + 1
      shown[group] = number
      let size = sizes[group] ?? 0
      if all || size <= Self.most || number <= Self.shown { lines.append(.diagnostic(diagnostic)) }
      if !all, size > Self.most, number == Self.shown {
        let file = diagnostic.place?.file
        lines.append(.more(Rest(file: file, severity: diagnostic.severity, count: size - Self.shown)))
      }
    }
    self.lines = lines + diagnostics.filter { $0.severity == .error }.map { .diagnostic($0) }
    errors = diagnostics.count - others.count
    warnings = others.count { $0.severity == .warning }
    notes = others.count - warnings
  }

  /// What one rule says of one file, or of the graph as a whole.
  private struct Group: Hashable {
    let rule: ObjectIdentifier
    let file: Int
  }

  /// The diagnostics' groups. They come file by file, so that a file is looked up only when it changes.
  private static func groups(of diagnostics: [Diagnostic]) -> [Group] {
    var files: [String?: Int] = [:]
    var last: (name: String?, number: Int) = (nil, 0)
    return diagnostics.map { diagnostic in
      let file = diagnostic.place?.file
      if file != last.name {
        let number = files[file] ?? files.count + 1
        files[file] = number
        last = (file, number)
      }
      return Group(rule: ObjectIdentifier(type(of: diagnostic.finding)), file: last.number)
    }
  }

  /// "2 errors, 1 warning, 0 notes"
  public var totals: String {
    [(errors, "error"), (warnings, "warning"), (notes, "note")]
      .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
