/// What the columns of a graph can hold.
enum Limits {
  /// Sources, kinds and relation types are numbered in two bytes.
  static let sources = 65_535
  static let kinds = 65_536
  static let relationTypes = 65_536
  /// Entities and relations share the positive and negative numbers of four bytes.
  static let rows = 2_147_483_646
}

/// More of something than a graph can hold.
struct TooMany: Finding {
  let what: String
  let limit: Int

  var message: String { "a graph holds at most \(limit) \(what), and there are more" }
  var advice: [String] { ["make several graphs of it"] }
}
