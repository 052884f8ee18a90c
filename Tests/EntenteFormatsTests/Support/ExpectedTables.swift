import Entente
import Foundation

/// What an entity's or relation's attributes are in the formats with tables of attributes, made from the views alone, so that it
/// is independent of the writers.
struct ExpectedTables {
  /// What an own attribute's value has become.
  var own: (_ key: String, _ value: AttributeValue) -> (name: String, value: ClientValue)? = { key, value in
    (key, ClientValue(value))
  }

  func attributes(of entity: Entity) -> [String: ClientValue] {
    var attributes = times(of: entity)
    attributes["label"] = .text(entity.name)
    attributes["name"] = .text(entity.name)
    attributes["node_id"] = .text(entity.id)
    attributes["kind"] = .text(entity.kind.name)
    if !entity.aliases.isEmpty { attributes["aliases"] = .text(Self.joined(entity.aliases, "|")) }
    if !entity.sameAs.isEmpty { attributes["same_as"] = .text(entity.sameAs.joined(separator: "|")) }
    if let note = entity.note { attributes["note"] = .text(note) }
    if !entity.citations.isEmpty { attributes["citations"] = .text(json(entity.citations)) }
    return adding(entity.attributes, to: attributes)
  }

  func attributes(of relation: Relation) -> [String: ClientValue] {
    let type = relation.type
    var attributes = times(of: relation)
    attributes["edge_id"] = .text(relation.id)
    attributes["type"] = .text(type.name)
    attributes["label"] = .text(type.label)
    attributes["interaction"] = .text(type.name)
    attributes["symmetric"] = .number(type.directed ? 0 : 1)
    attributes["holds"] = .text(type.holds.rawValue)
    attributes["status"] = .text(relation.status.name)
    if let accordingTo = relation.accordingTo { attributes["according_to"] = .text(accordingTo.id) }
    if let note = relation.note { attributes["note"] = .text(note) }
    if !relation.citations.isEmpty { attributes["citations"] = .text(json(relation.citations)) }
    return adding(relation.attributes, to: attributes)
  }

  /// The date and the four years.
  func times(of entity: Entity) -> [String: ClientValue] {
    times(entity.when, entity.when?.extent.existenceYears(happens: entity.kind.happens) ?? .anytime)
  }

  /// The date and the four years.
  func times(of relation: Relation) -> [String: ClientValue] {
    let (when, holds) = (relation.when, relation.type.holds)
    return times(when, when?.extent.years(holds: holds) ?? DateExtent.undatedYears(holds: holds))
  }

  private func times(_ when: EDTF?, _ years: FourYears) -> [String: ClientValue] {
    var times: [String: ClientValue] = [
      "possible_from": .number(Double(years.possibleFrom)), "certain_from": .number(Double(years.certainFrom)),
      "certain_to": .number(Double(years.certainTo)), "possible_to": .number(Double(years.possibleTo)),
    ]
    times["when"] = when.map { .text($0.text) }
    return times
  }

  /// Several texts as one: a backslash before what would be taken for the sign between them, and behind a text that ends in one.
  static func joined(_ texts: [String], _ separator: String) -> String {
    texts.map { $0.replacing(separator, with: "\\" + separator) + ($0.hasSuffix("\\") ? "\\" : "") }
      .joined(separator: separator)
  }

  private func adding(
    _ own: Attributes, to attributes: [String: ClientValue]
  ) -> [String: ClientValue] {
    var attributes = attributes
    for (key, value) in own {
      guard let (name, value) = self.own(key, value) else { continue }
      precondition(attributes[name] == nil, "two attributes called \(name)")
      attributes[name] = value
    }
    return attributes
  }

  private func json(_ citations: [Citation]) -> String {
    func quoted(_ text: String) -> String {
      "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }
    let objects = citations.map { citation in
      let members = [
        ("document", quoted(citation.document)), ("paragraph", citation.paragraph.map(String.init)),
        ("quote", citation.quote.map(quoted)), ("prefix", citation.prefix.map(quoted)),
        ("suffix", citation.suffix.map(quoted)),
      ]
      return "{" + members.compactMap { key, value in value.map { "\"\(key)\":\($0)" } }.joined(separator: ",") + "}"
    }
    return "[" + objects.joined(separator: ",") + "]"
  }
}

extension ClientValue {
  init(_ value: AttributeValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .integer(let integer): self = .number(Double(integer))
    case .number(let number): self = .number(number)
    case .boolean(let boolean): self = .boolean(boolean)
    }
  }
}

extension AttributeValue {
  /// The value as text, with a number's exponent without a plus sign.
  var written: String {
    if case .number(let number) = self { number.written } else { description }
  }
}

extension Double {
  var written: String { description.replacing("+", with: "") }
}
