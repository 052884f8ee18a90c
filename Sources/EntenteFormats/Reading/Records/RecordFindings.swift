import Entente

/// An id that a file gives to two of its nodes.
struct NodeTwice: Finding {
  let id: String

  var message: String { "the file has a node '\(id)' already" }
  var advice: [String] { ["each node has an id of its own; or leave one of the two out"] }
}

/// A value that is not what its attribute is declared to be.
struct WrongValue: Finding {
  let attribute: String
  let text: String
  let type: RecordKey.ValueType

  var message: String { "'\(text.prefix(60))' is no \(noun), as which the attribute '\(attribute)' is declared" }
  var advice: [String] {
    switch type {
    case .integer: ["whole numbers go from \(Int64.min) to \(Int64.max)"]
    case .boolean: ["true and false, or 1 and 0"]
    case .number: ["numbers look like 7, -1.5 and 2e10"]
    case .text: []
    }
  }

  private var noun: String {
    switch type {
    case .integer: "whole number"
    case .number: "number"
    case .boolean: "truth value"
    case .text: "text"
    }
  }
}

/// Edges whose id another edge has.
struct EdgeIDsRenamed: ToldToEverybody {
  let count: Int

  var severity: Severity { .note }
  var message: String {
    let edges = count == 1 ? "1 edge has an id" : "\(count) edges have ids"
    return "\(edges) that another edge has: such an edge's own is its attribute 'original_id'"
  }
}

/// What a file has as statuses, and Entente does not.
struct OtherStatuses: ToldToEverybody {
  private(set) var count = 0
  private var names: [String] = []
  private var attribute = ""

  /// Counts a relation with such a status, which the attribute keeps.
  mutating func take(_ name: String, attribute: String) {
    count += 1
    self.attribute = attribute
    if names.count < 4, !names.contains(name) { names.append(name) }
  }

  var severity: Severity { .note }
  var message: String {
    let shown = names.prefix(3).map { "'\($0.prefix(40))'" }.joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    let relations = count == 1 ? "1 relation has" : "\(count) relations have"
    return "\(relations) another status than Entente knows (\(shown)): it is the attribute '\(attribute)'"
  }
  var advice: [String] { ["Entente's are: \(Status.allCases.map(\.name).joined(separator: ", "))"] }
}

/// A relation type that a file uses both with and without a direction.
struct TypeWithAndWithoutDirection: Finding {
  let type: String
  let other: String

  var severity: Severity { .note }
  var message: String { "'\(type)' stands here both with and without a direction: those without are '\(other)'" }
}

/// Attributes that look like dates and are none to Entente.
struct PossibleDates: Finding {
  let names: [String]

  var severity: Severity { .note }
  var message: String {
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return "\(list) may be \(names.count == 1 ? "a date" : "dates"), and \(names.count == 1 ? "is" : "are") kept as "
      + "\(names.count == 1 ? "an attribute" : "attributes")"
  }
  var advice: [String] {
    func has(_ name: String) -> String? { names.first { $0.lowercased() == name } }
    let pairs = [("start", "end"), ("from", "to"), ("since", "until")]
    let pair = pairs.lazy.compactMap { start, end in has(start).flatMap { start in has(end).map { "\(start)/\($0)" } } }
    return ["--map when=\(pair.first ?? names[0]) makes it when a relation holds"]
  }
}

/// Things of a file that a graph has no place for.
struct LeftOut: Finding {
  let what: String

  var severity: Severity { .note }
  var message: String { "\(what), left out here" }
}

/// An edge without one of its ends.
struct EndMissing: Finding {
  let end: String

  var message: String { "the edge has no \(end)" }
  var advice: [String] { ["an edge has a source and a target: the ids of two nodes"] }
}

/// A node without an id.
struct NodeWithoutID: Finding {
  var message: String { "the node has no id" }
}

/// A text of citations that is none.
struct NoCitations: Finding {
  var message: String { "this is no list of citations" }
  var advice: [String] { [#"it looks like this: [{"document":"tass","paragraph":5,"quote":"laid claims"}]"#] }
}
