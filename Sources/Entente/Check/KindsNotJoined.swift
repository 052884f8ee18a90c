/// A relation whose type does not join the kinds of its two ends.
struct KindsNotJoined: Finding {
  let type: RelationType
  let subject: (id: String, kind: String)
  let object: (id: String, kind: String)
  /// The names of the types that do join the two, in the schema's order.
  let alternatives: [String]

  /// Without a schema, no other type is looked for.
  init(
    type: RelationType, subject: (id: String, kind: String), object: (id: String, kind: String), schema: Schema?
  ) {
    self.type = type
    self.subject = subject
    self.object = object
    self.alternatives = schema?.relationTypes.filter { $0.joins(subject.kind, object.kind) }.map(\.name) ?? []
  }

  /// Whether it is the object alone that does not fit: that is then where the message points.
  var objectIsWrong: Bool { type.from.isEmpty || type.from.contains(subject.kind) }

  var message: String {
    "'\(type.name)' cannot join '\(subject.id)' (\(subject.kind)) to '\(object.id)' (\(object.kind))"
  }

  var advice: [String] {
    let ends = "it joins \(Wording.kinds(type.from)) to \(Wording.kinds(type.to))"
    let swapped =
      type.joins(object.kind, subject.kind)
      ? ["the other way round it can: \(object.id) \(type.name) \(subject.id)"] : []
    let others =
      alternatives.isEmpty || alternatives.count > 12
      ? [] : ["from \(subject.kind) to \(object.kind) there is \(Wording.either(alternatives))"]
    return [ends] + swapped + others
  }
}
