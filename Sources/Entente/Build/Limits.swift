/// What the columns of a graph can hold.
struct Limits: Sendable {
  /// Sources, kinds and relation types are numbered in two bytes.
  static let sources = 65_535
  static let kinds = 65_536
  static let relationTypes = 65_536

  /// Entities and relations share the positive and negative numbers of four bytes.
  var rows = 2_147_483_646
  /// Citations, attributes and aliases are numbered in four bytes each.
  var parts = 4_294_967_295
  /// More errors than that are not told one by one.
  var errors = 100_000
}

/// More errors than anybody reads.
struct TooManyErrors: Finding {
  let limit: Int

  var message: String { "more than \(limit) things are wrong; from here on they are not told one by one" }
  var advice: [String] { ["what is wrong in every row may be one fault before the first of them"] }
}

/// More of something than a graph can hold.
struct TooMany: Finding {
  let what: String
  let limit: Int

  var message: String { "a graph holds at most \(limit) \(what), and there are more" }
  var advice: [String] { ["make several graphs of it"] }
}
