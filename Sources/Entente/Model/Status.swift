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
  public var name: String { String(describing: self) }

  /// The status with that name.
  public init?(name: some StringProtocol) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}
