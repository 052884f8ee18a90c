/// The phrases that findings share.
package enum Wording {
  /// `a`, `a or b`, `a, b or c`.
  package static func either(_ names: some BidirectionalCollection<String>) -> String {
    guard let last = names.last else { return "" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func all(_ names: some BidirectionalCollection<String>) -> String {
    guard let last = names.last else { return "" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What a list of kinds allows; an empty one allows any. Of a long one the first are said, and how many more there are.
  package static func kinds(_ names: [String]) -> String {
    if names.isEmpty { return "any kind" }
    return names.count <= mostKinds
      ? either(names) : "\(names.prefix(mostKinds).joined(separator: ", ")) or one of \(names.count - mostKinds) more"
  }

  private static let mostKinds = 12

  /// The question with the nearest name, if there is one.
  package static func didYouMean(_ name: String?) -> [String] { name.map { ["did you mean '\($0)'?"] } ?? [] }

  /// The question with each of several readings.
  package static func didYouMean(_ names: [String]) -> [String] {
    names.isEmpty ? [] : ["did you mean \(either(names.map { "'\($0)'" }))?"]
  }

  /// A text that may be long, such as a note, by its first words.
  package static func short(_ text: String) -> String { text.count <= 60 ? text : text.prefix(60) + "…" }
}
