/// What an entity is: a person, a state, a treaty.
public struct Kind: Sendable, Hashable {
  /// Its name as files and selections use it, kebab-case: `person`.
  public let name: String
  /// The name of many of them, which heads their section in a graph file: `people`.
  public let plural: String
  /// Whether entities of the kind happen, as events do: such an entity's single date is its whole existence, while other
  /// entities only begin with it.
  public let happens: Bool
  /// The shape of its entities; `nil` leaves it to the kind's place in the schema.
  public let shape: Shape?
  /// The colour of its entities; `nil` leaves it to the kind's place in the schema.
  public let colour: Colour?

  /// A kind; the plural is the name with an `s` unless it is given.
  public init(
    _ name: String, plural: String? = nil, happens: Bool = false, shape: Shape? = nil, colour: Colour? = nil
  ) {
    self.name = name
    self.plural = plural ?? name + "s"
    self.happens = happens
    self.shape = shape
    self.colour = colour
  }

  /// The name as people write it: `international-court` reads "international court".
  public var label: String { name.spaced }
}

extension String {
  /// Words where kebab-case has hyphens.
  var spaced: String { String(map { $0 == "-" ? " " : $0 }) }
}
