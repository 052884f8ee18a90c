import Entente

/// What the keys of a graph file's top level head: sections of its own, and beside them the entities of each kind.
enum Section {
  /// The keys that are not a kind's plural.
  static let reserved = [
    "title", "subtitle", "include", "documents", "relations", "schema", "sides", "tables",
    "bibliography",
  ]

  /// Whether a kind with that plural would have the key of another section.
  static func isReserved(_ plural: String) -> Bool { reserved.contains(plural) }

  /// A plural that heads a section in place of one that cannot, and that no kind has: `relations-relation`.
  static func plural(of kind: Kind, in schema: Schema) -> String {
    var plural = kind.plural
    while isReserved(plural) || plural != kind.plural && schema.kind(plural: plural) != nil {
      plural += "-" + kind.name
    }
    return plural
  }

  /// What is said of a key that should be a kind's plural.
  ///
  /// - Parameter finding: what is wrong below it, where that is no entities at all.
  static func heading(_ key: String, insteadOfEntities finding: (any Finding)? = nil) -> GraphDraft.Heading {
    let hasEntities = finding == nil
    return GraphDraft.Heading(known: finding) { plurals in
      UnknownSection(key: key, plurals: plurals, mayBeOwn: hasEntities)
    }
  }
}

/// A key of the top level that heads nothing.
struct UnknownSection: Finding {
  let key: String
  let plurals: [String]
  /// Whether entities stand below it, so that it may be the plural of a kind that was not declared.
  let mayBeOwn: Bool

  var message: String { "'\(key)' is neither a key of a graph file nor the plural of a kind" }
  var advice: [String] {
    if plurals.isEmpty { return [] }
    let known = plurals + Section.reserved
    let list = known.count <= 16 ? ["known: " + known.sorted().joined(separator: ", ")] : []
    let own = mayBeOwn ? declaration.map { ["if it is your own: \($0)"] } ?? [] : []
    return list + Wording.didYouMean(NearestName.of(key, among: known)) + own
  }

  /// What declares the kind that has the key for its plural: `companies`, `ships`.
  private var declaration: String? {
    guard key.hasSuffix("s"), key.count > 2, key.utf8.allSatisfy({ $0 != UInt8(ascii: " ") }) else { return nil }
    let name =
      key.hasSuffix("ies")
      ? key.dropLast(3) + "y"
      : ["ches", "shes", "xes", "sses"].contains(where: key.hasSuffix) ? key.dropLast(2) : key.dropLast()
    return "schema: {kinds: {\(name): {plural: \(key)}}}"
  }
}

/// A kind whose plural heads another section.
struct PluralIsASection: Finding {
  let kind: String
  let plural: String

  var message: String { "the plural of '\(kind)', '\(plural)', is the key of a graph file's own section" }
  var advice: [String] { ["give the kind another: \(kind): {plural: …}"] }
}
