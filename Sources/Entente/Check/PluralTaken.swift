/// A kind whose plural heads another section of graph files already.
struct PluralTaken: Finding {
  let kind: String
  let plural: String
  /// The kind that has it; `nil` when graph files have the key for something else.
  let other: String?

  var message: String {
    let owner = other.map { "the kind '\($0)'" } ?? "a graph file's own section"
    return "the plural of '\(kind)', '\(plural)', is the key of \(owner)"
  }
  var advice: [String] { ["give the kind another: \(kind): {plural: …}"] }
}
