/// An alias that is another entity's name: one of the two may be meant where either is.
struct AliasIsAName: Rule {
  let id: String
  let alias: String
  let other: String

  var severity: Severity { .note }
  var message: String { "'\(alias)', an alias of '\(id)', is the name of '\(other)'" }
  var advice: [String] { ["if they are one, use one id; if not, leave the alias out"] }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let (entities, strings) = (graph.columns.entities, graph.columns.strings)
    /// The first entity with each name, plus one, by the name's number.
    var named = [Int](repeating: 0, count: strings.count)
    for row in (0..<entities.count).reversed() { named[Int(entities.name[row].value)] = row + 1 }
    return (0..<entities.count).flatMap { row in
      entities.aliases[row].compactMap { alias in
        let other = named[Int(alias.value)] - 1
        guard other >= 0, other != row else { return nil }
        let (entity, namesake) = (graph.entities[row], graph.entities[other])
        let related = namesake.place.map { [Diagnostic.Related($0, "'\(namesake.id)' is here")] } ?? []
        let finding = AliasIsAName(id: entity.id, alias: strings[alias], other: namesake.id)
        return Diagnostic(finding, at: entity.place, related: related)
      }
    }
  }
}
