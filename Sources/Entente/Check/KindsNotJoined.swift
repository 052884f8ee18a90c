/// A relation whose type does not join the kinds of its two ends.
struct KindsNotJoined: Finding {
  let type: RelationType
  let subject: (id: String, kind: String)
  let object: (id: String, kind: String)
  /// Whether the type joins the two the other way round.
  let joinsTurned: Bool
  /// The names of the types that do join the two, in the schema's order.
  let alternatives: [String]

  /// Without a schema, no other type is looked for.
  init(
    type: RelationType, subject: (id: String, kind: String), object: (id: String, kind: String), joinsTurned: Bool,
    schema: Schema?
  ) {
    self.type = type
    self.subject = subject
    self.object = object
    self.joinsTurned = joinsTurned
    self.alternatives = schema?.relationTypes.filter { $0.joins(subject.kind, object.kind) }.map(\.name) ?? []
  }

  var message: String {
    "'\(type.name)' cannot join '\(subject.id)' (\(subject.kind)) to '\(object.id)' (\(object.kind))"
  }

  var advice: [String] {
    let ends = "it joins \(Wording.kinds(type.from)) to \(Wording.kinds(type.to))"
    let swapped =
      joinsTurned
      ? ["the other way round it can: \(object.id) \(type.name) \(subject.id)"] : []
    let others =
      alternatives.isEmpty || alternatives.count > 12
      ? [] : ["from \(subject.kind) to \(object.kind) there is \(Wording.either(alternatives))"]
    return [ends] + swapped + others
  }
}
