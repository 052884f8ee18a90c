/// What relations can say: a name, the kinds that it may join, whether it has a direction, and how it holds in time.
public struct RelationType: Sendable, Hashable {
  /// Its name as heads and selections use it, kebab-case: `party-to`.
  public let name: String
  /// The name as pictures and messages say it: `party to`.
  public let label: String
  /// The names of the kinds that the subject may have; empty means any.
  public let from: [String]
  /// The names of the kinds that the object may have; empty means any.
  public let to: [String]
  /// Whether subject and object are told apart: `claims` has a direction, `met` has none.
  public let directed: Bool
  /// How its relations hold in time.
  public let holds: Holding
  /// Whether its relations stand back in pictures, thinner and grey: `part-of`, `represents`.
  public let quiet: Bool

  /// A relation type; what is left out is any kind at both ends, with a direction, holds throughout, and is not quiet.
  public init(
    _ name: String, label: String? = nil, from: [String] = [], to: [String] = [], directed: Bool = true,
    holds: Holding = .throughout, quiet: Bool = false
  ) {
    self.name = name
    self.label = label ?? name.spaced
    self.from = from
    self.to = to
    self.directed = directed
    self.holds = holds
    self.quiet = quiet
  }

  /// Whether the type may join a subject of kind `from` to an object of kind `to`; without a direction, either way round.
  public func joins(_ from: String, _ to: String) -> Bool {
    let forwards = allows(from, in: self.from) && allows(to, in: self.to)
    return forwards || (!directed && allows(to, in: self.from) && allows(from, in: self.to))
  }

  private func allows(_ kind: String, in kinds: [String]) -> Bool { kinds.isEmpty || kinds.contains(kind) }
}
