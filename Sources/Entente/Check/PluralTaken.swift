/// A kind whose plural another kind has: it heads one section of a graph file.
struct PluralTaken: Finding {
  let kind: String
  let plural: String
  let other: String

  var message: String { "the plural of '\(kind)', '\(plural)', is the key of the kind '\(other)'" }
  var advice: [String] { ["give the kind another: \(kind): {plural: …}"] }
}
