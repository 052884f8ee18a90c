extension GraphAssembly {
  /// The schema in force: the built-in one, and what the draft defines in its place or beside it.
  mutating func assembleSchema() {
    let kinds = draft.kinds
    assemble(kinds, named: \.name, what: "kind", builtIn: { Schema.builtIn.kind($0) }) { $0.define($1) }
    checkPlurals(of: kinds)
    let types = draft.relationTypes
    assemble(types, named: \.name, what: "relation type", builtIn: { Schema.builtIn.relationType($0) }) {
      $0.define($1)
    }
    createUndeclared()
    for type in types {
      checkKinds(of: type)
      noteLabel(of: type)
    }
    checkSize()
  }

  /// Reports a plural that two kinds have, at the later one.
  private mutating func checkPlurals(of kinds: [GraphDraft.Declared<Kind>]) {
    var first: [String: String] = [:]
    for kind in schema.kinds where first[kind.plural] == nil { first[kind.plural] = kind.name }
    for kind in kinds {
      let (name, plural) = (kind.value.name, kind.value.plural)
      guard let other = first[plural], other != name, schema.kind(name) == kind.value else { continue }
      report(PluralTaken(kind: name, plural: plural, other: other), at: kind.place)
    }
  }

  private mutating func checkKinds(of type: GraphDraft.Declared<RelationType>) {
    steps += type.value.from.count + type.value.to.count
    for (part, kind) in (type.value.from + type.value.to).enumerated() where schema.kind(kind) == nil {
      let place = type.parts.indices.contains(part) ? type.parts[part] : type.place
      let schema = schema
      reportUnknown(.kind, kind, at: place, among: schema.kinds.lazy.map(\.name)) { schema.kind(plural: kind)?.name }
    }
  }

  /// Remembers a built-in type that gets another label, for relations in other sources.
  private mutating func noteLabel(of type: GraphDraft.Declared<RelationType>) {
    guard let builtIn = Schema.builtIn.relationType(type.value.name), builtIn.label != type.value.label,
      let row = schema.row(ofRelationType: type.value.name), !type.place.isNone
    else { return }
    relabelled[row] = type.place
  }

  private mutating func assemble<Value: Hashable>(
    _ declared: [GraphDraft.Declared<Value>], named name: KeyPath<Value, String>, what: String,
    builtIn: (String) -> Value?, define: (inout Schema, Value) -> Void
  ) {
    var first: [String: GraphDraft.Declared<Value>] = [:]
    for declaration in declared {
      steps += 1
      let key = declaration.value[keyPath: name]
      if let known = first[key] {
        guard known.value != declaration.value else { continue }
        report(ConflictingDefinitions(what: what, name: key), at: declaration.place, related: known.place)
      } else {
        first[key] = declaration
        if let known = builtIn(key), known != declaration.value {
          report(ReplacesBuiltIn(what: what, name: key), at: declaration.place)
        }
        define(&schema, declaration.value)
      }
    }
  }

  // MARK: - What nobody declared

  /// Kinds and types that sources let be created become the graph's own, with one note for each source.
  private mutating func createUndeclared() {
    var created: [SourceID: UndeclaredNames] = [:]
    for use in draft.kindUses where use.undeclared == .create && schema.kind(use.name) == nil {
      schema.define(Kind(use.name, plural: freePlural(of: use.name)))
      created[use.place.source, default: UndeclaredNames()].kinds.append(use.name)
    }
    for type in draft.createdTypes {
      let name = text(type.name)
      if let row = schema.row(ofRelationType: name) {
        flexibleTypes.insert(row)
      } else {
        schema.define(RelationType(name, directed: type.directed))
        created[type.source, default: UndeclaredNames()].relationTypes.append(name)
      }
    }
    for row in draft.sources.indices {
      let source = PackedPlace(draft.id(ofSource: row))
      if let names = created[source.source] { report(names, at: source) }
    }
  }

  /// A plural that no other kind has.
  func freePlural(of name: String) -> String {
    var plural = name + "s"
    while schema.kind(plural: plural) != nil { plural += "-" + name }
    return plural
  }

  private mutating func checkSize() {
    if schema.kinds.count > Limits.kinds {
      report(TooMany(what: "kinds", limit: Limits.kinds), at: .none)
    }
    if schema.relationTypes.count > Limits.relationTypes {
      report(TooMany(what: "relation types", limit: Limits.relationTypes), at: .none)
    }
  }
}

/// Kinds and relation types that a source uses and nobody declares.
struct UndeclaredNames: Finding {
  var kinds: [String] = []
  var relationTypes: [String] = []

  var severity: Severity { .note }
  var message: String {
    let lists = [Self.list(kinds, "kind"), Self.list(relationTypes, "relation type")].filter { !$0.isEmpty }
    let isOne = kinds.count + relationTypes.count == 1
    return "\(lists.joined(separator: ", and ")) \(isOne ? "is" : "are") not declared, and the graph's own"
  }

  private static func list(_ names: [String], _ what: String) -> String {
    if names.isEmpty { return "" }
    let shown = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    let more = names.count > 12 ? " and \(names.count - 12) more" : ""
    return "the \(what)\(names.count == 1 ? "" : "s") \(shown)\(more)"
  }
}

/// A built-in or declared relation type that a source uses between other kinds than it joins.
struct JoinsMore: Finding {
  let type: RelationType

  var severity: Severity { .note }
  var message: String { "'\(type.name)' joins other kinds here than it is declared to; it may join any in this graph" }
}

/// A built-in relation type to which one source gives another label than another source, which uses it, can know.
struct LabelChangedElsewhere: Finding {
  let type: String
  let label: String
  let builtIn: String

  var message: String { "'\(type)' reads '\(label)' here, since another file says so, and not '\(builtIn)'" }
  var advice: [String] { ["declare the type in this file in the same way, or give the other file's a name of its own"] }
}
