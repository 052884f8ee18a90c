extension GraphAssembly {
  /// The schema in force: the built-in one, and what the draft defines in its place or beside it.
  mutating func assembleSchema() {
    let kinds = draft.kinds
    assemble(kinds, named: \.name, what: "kind", builtIn: { Schema.builtIn.kind($0) }) { $0.define($1) }
    for kind in kinds { checkPlural(of: kind) }
    let types = draft.relationTypes
    assemble(types, named: \.name, what: "relation type", builtIn: { Schema.builtIn.relationType($0) }) {
      $0.define($1)
    }
    for type in types { checkKinds(of: type) }
  }

  private mutating func checkPlural(of kind: GraphDraft.Declared<Kind>) {
    let (name, plural) = (kind.value.name, kind.value.plural)
    let other = schema.kinds.first { $0.plural == plural && $0.name != name }?.name
    // Of two kinds with one plural the later is reported: one that the schema has had before, or that stands behind.
    let isFirst = other.flatMap { schema.row(ofKind: $0) } ?? .max > schema.row(ofKind: name) ?? 0
    if GraphDraft.reservedKeys.contains(plural) {
      report(PluralTaken(kind: name, plural: plural, other: nil), at: kind.place, length: name.count)
    } else if let other, !isFirst {
      report(PluralTaken(kind: name, plural: plural, other: other), at: kind.place, length: name.count)
    }
  }

  private mutating func checkKinds(of type: GraphDraft.Declared<RelationType>) {
    for (part, kind) in (type.value.from + type.value.to).enumerated() where schema.kind(kind) == nil {
      let place = type.parts.indices.contains(part) ? type.parts[part] : type.place
      report(UnknownName(.kind, kind, among: schema.kinds.map(\.name)), at: place, length: kind.count)
    }
  }

  private mutating func assemble<Value: Hashable>(
    _ declared: [GraphDraft.Declared<Value>], named name: KeyPath<Value, String>, what: String,
    builtIn: (String) -> Value?, define: (inout Schema, Value) -> Void
  ) {
    var first: [String: GraphDraft.Declared<Value>] = [:]
    for declaration in declared {
      let key = declaration.value[keyPath: name]
      if let known = first[key] {
        guard known.value != declaration.value else { continue }
        report(
          ConflictingDefinitions(what: what, name: key), at: declaration.place, length: key.count, related: known.place)
      } else {
        first[key] = declaration
        check(id: key, of: "a \(what)", at: declaration.place)
        if let known = builtIn(key), known != declaration.value {
          report(ReplacesBuiltIn(what: what, name: key), at: declaration.place, length: key.count)
        }
        define(&schema, declaration.value)
      }
    }
  }
}
