/// What a source does not say itself, and its reader has to be told.
public struct ImportOptions: Sendable, Hashable {
  /// What an attribute, or a table's column, can hold, by the names that a mapping has for it.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case id, name, kind, aliases
    case sameAs = "same-as"
    case source, target, type, status
    case accordingTo = "according-to"
    case when, note
  }

  /// Which attributes or columns hold something, by their names; two for a date are its start and its end.
  public var map: [Role: [String]] = [:]

  /// The encoding of tables that are no UTF-8.
  public var encoding: TextEncoding?
  /// Whether rows, entities, relations and citations that have errors are left out, instead of making the graph useless.
  public var skipsErrors = false
  /// Folders in which files are looked for that a graph file names, beside its own.
  public var folders: [String] = []
  /// Whether files that a graph file names are read wherever they are, also outside its folder and ``folders``.
  public var trustsPaths = false

  /// Whether the documents' texts are made ready for ``LoadedGraph/seals(on:)``.
  public var preparesSeals = false

  /// Nothing that a source does not say.
  public init() {}

  /// Adds a mapping as it is written: `when=start/end`, `type=Relationship`. A name with a slash stands alone.
  ///
  /// - Returns: whether it is one; what stands before the sign must be the name of a ``Role``.
  public mutating func add(mapping text: String) -> Bool {
    guard let sign = text.firstIndex(of: "="), let role = Role(rawValue: String(text[..<sign])) else { return false }
    let name = String(text[text.index(after: sign)...])
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    map[role] = role == .when && parts.count == 2 ? parts : name.isEmpty ? [] : [name]
    return true
  }
}
