/// How far a statement goes: what its document does with it.
public enum Status: UInt8, Sendable, Hashable, CaseIterable {
  /// Said as a fact.
  case asserted
  /// Said to be so by somebody, whom `according-to` names.
  case claimed
  /// Meant to come.
  case planned
  /// So only if a condition holds.
  case conditional
  /// Said by one side and denied by another.
  case disputed
  /// Taken back.
  case withdrawn

  /// The status's name in files, classes and selections.
  public var name: String {
    // Written out, since this is asked a million times, and a description is put together anew.
    switch self {
    case .asserted: "asserted"
    case .claimed: "claimed"
    case .planned: "planned"
    case .conditional: "conditional"
    case .disputed: "disputed"
    case .withdrawn: "withdrawn"
    }
  }

  /// The status with that name.
  public init?(name: some StringProtocol) {
    guard let status = Self.named[String(name)] else { return nil }
    self = status
  }

  private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
