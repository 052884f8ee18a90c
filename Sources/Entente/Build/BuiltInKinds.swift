/// Whoever acts: a person, a state or an organization.
public protocol PoliticalActor: EntityReference {}
/// What holds territory and concludes treaties: a state or an organization.
public protocol Power: PoliticalActor {}
/// Where something can be: an island, a place or a state.
public protocol Site: EntityReference {}
/// What can be claimed and handed over: an island or a place.
public protocol Land: Site, LandOrTreaty {}
/// What happens or is concluded: an event or a treaty.
public protocol EventOrTreaty: EntityReference {}
/// What can be offered: an island, a place or a treaty.
public protocol LandOrTreaty: EntityReference {}
/// What one can withdraw from: a treaty or an organization.
public protocol TreatyOrOrganization: EntityReference {}

/// A human being.
public struct Person: PoliticalActor {
  /// `person`
  public static let kind = Kind("person", plural: "people")
  /// What is said about it.
  public let declaration: EntityDeclaration
  /// A mention of what is declared.
  public init(declaration: EntityDeclaration) { self.declaration = declaration }
}

/// A state, past or present.
public struct State: Power, Site {
  /// `state`
  public static let kind = Kind("state")
  /// What is said about it.
  public let declaration: EntityDeclaration
  /// A mention of what is declared.
  public init(declaration: EntityDeclaration) { self.declaration = declaration }
}

/// A body of states or people: an alliance, a ministry, a party.
public struct Organization: Power, TreatyOrOrganization {
  /// `organization`
  public static let kind = Kind("organization")
  /// What is said about it.
  public let declaration: EntityDeclaration
  /// A mention of what is declared.
  public init(declaration: EntityDeclaration) { self.declaration = declaration }
}

/// A treaty, a declaration, an agreement.
public struct Treaty: EventOrTreaty, LandOrTreaty, TreatyOrOrganization {
  /// `treaty`
  public static let kind = Kind("treaty", plural: "treaties")
  /// What is said about it.
  public let declaration: EntityDeclaration
  /// A mention of what is declared.
  public init(declaration: EntityDeclaration) { self.declaration = declaration }
}

/// Something that happens, and lasts as long as its date.
public struct Event: EventOrTreaty {
  /// `event`
  public static let kind = Kind("event", happens: true)
  /// What is said about it.
  public let declaration: EntityDeclaration
  /// A mention of what is declared.
  public init(declaration: EntityDeclaration) { self.declaration = declaration }
}

/// An island, or a group of islands.
public struct Island: Land {
  /// `island`
  public static let kind = Kind("island")
  /// What is said about it.
  public let declaration: EntityDeclaration
  /// A mention of what is declared.
  public init(declaration: EntityDeclaration) { self.declaration = declaration }
}

/// A town, a region, any land that is not an island.
public struct Place: Land {
  /// `place`
  public static let kind = Kind("place")
  /// What is said about it.
  public let declaration: EntityDeclaration
  /// A mention of what is declared.
  public init(declaration: EntityDeclaration) { self.declaration = declaration }
}
