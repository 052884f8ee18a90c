/// Two entities with one name: perhaps one entity twice.
struct SharedName: Rule {
  let name: String
  let ids: [String]

  var severity: Severity { .note }
  var message: String { "'\(ids[0])' and '\(ids[1])' have the same name, '\(name)'" }
  var advice: [String] { ["if they are one, use one id; if not, tell them apart in their names"] }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let (entities, strings) = (graph.columns.entities, graph.columns.strings)
    /// The first entity with each name, plus one, by the name's number.
    var first = [Int](repeating: 0, count: strings.count)
    return (0..<entities.count).compactMap { row in
      let name = Int(entities.name[row].value)
      guard first[name] > 0 else {
        first[name] = row + 1
        return nil
      }
      let known = graph.entities[first[name] - 1]
      let finding = SharedName(name: known.name, ids: [known.id, graph.entities[row].id])
      let related = known.place.map { [Diagnostic.Related($0, "the first is here")] } ?? []
      return Diagnostic(finding, at: graph.entities[row].place, related: related)
    }
  }
}
