// The built-in relation types as Swift reads them; a test holds them against `Schema.builtIn`.

extension Person {
  /// Is, or was, president of a state or an organization.
  public var presidentOf: Verb<any Power> { Verb(self, builtIn: "president-of") { $0.declaration } }
  /// Is, or was, prime minister of a state.
  public var primeMinisterOf: Verb<State> { Verb(self, builtIn: "prime-minister-of") { $0.declaration } }
  /// Is, or was, foreign minister of a state.
  public var foreignMinisterOf: Verb<State> { Verb(self, builtIn: "foreign-minister-of") { $0.declaration } }
  /// Is, or was, ambassador to a state or an organization.
  public var ambassadorTo: Verb<any Power> { Verb(self, builtIn: "ambassador-to") { $0.declaration } }
  /// Met another person; without a direction.
  public var met: Verb<Person> { Verb(self, builtIn: "met") { $0.declaration } }
}

extension Event {
  /// Happened at a place, in a state or on an island.
  public var tookPlaceIn: Verb<any Site> { Verb(self, builtIn: "took-place-in") { $0.declaration } }
}

extension PoliticalActor {
  /// Speaks for a state or an organization.
  public var represents: Verb<any Power> { Verb(self, builtIn: "represents") { $0.declaration } }
  /// Is, or was, a member of an organization.
  public var memberOf: Verb<Organization> { Verb(self, builtIn: "member-of") { $0.declaration } }
  /// Took part in an event.
  public var attended: Verb<Event> { Verb(self, builtIn: "attended") { $0.declaration } }
  /// Signed a treaty.
  public var signed: Verb<Treaty> { Verb(self, builtIn: "signed") { $0.declaration } }
  /// Denies how others read a treaty.
  public var disputesReadingOf: Verb<Treaty> { Verb(self, builtIn: "disputes-reading-of") { $0.declaration } }
  /// Came to an agreement with somebody; without a direction.
  public var agreedWith: Verb<any PoliticalActor> { Verb(self, builtIn: "agreed-with") { $0.declaration } }
}

extension Power {
  /// Claims land as its own.
  public var claims: Verb<any Land> { Verb(self, builtIn: "claims") { $0.declaration } }
  /// Has land under its control.
  public var holds: Verb<any Land> { Verb(self, builtIn: "holds") { $0.declaration } }
  /// Offered land, or a treaty.
  public var offered: Verb<any LandOrTreaty> { Verb(self, builtIn: "offered") { $0.declaration } }
  /// Took back an offer of land.
  public var withdrewOfferOf: Verb<any Land> { Verb(self, builtIn: "withdrew-offer-of") { $0.declaration } }
  /// Plans joint activity on land.
  public var plansActivityOn: Verb<any Land> { Verb(self, builtIn: "plans-activity-on") { $0.declaration } }
  /// Is, or was, bound by a treaty.
  public var partyTo: Verb<Treaty> { Verb(self, builtIn: "party-to") { $0.declaration } }
  /// Left a treaty or an organization.
  public var withdrewFrom: Verb<any TreatyOrOrganization> { Verb(self, builtIn: "withdrew-from") { $0.declaration } }
  /// Negotiates with another power; without a direction.
  public var negotiatesWith: Verb<any Power> { Verb(self, builtIn: "negotiates-with") { $0.declaration } }
  /// Is, or was, allied with another power; without a direction.
  public var alliedWith: Verb<any Power> { Verb(self, builtIn: "allied-with") { $0.declaration } }
  /// Is, or was, at war with another power; without a direction.
  public var atWarWith: Verb<any Power> { Verb(self, builtIn: "at-war-with") { $0.declaration } }
  /// Recognizes another power.
  public var recognizes: Verb<any Power> { Verb(self, builtIn: "recognizes") { $0.declaration } }
  /// Came in the place of another power.
  public var succeeded: Verb<any Power> { Verb(self, builtIn: "succeeded") { $0.declaration } }
  /// Plans joint activity with another power.
  public var plansActivityWith: Verb<any Power> { Verb(self, builtIn: "plans-activity-with") { $0.declaration } }
}

extension Land {
  /// Is part of larger land, or of a state.
  public var partOf: Verb<any Site> { Verb(self, builtIn: "part-of") { $0.declaration } }
  /// Was handed over to a state or an organization.
  public var handedTo: Verb<any Power> { Verb(self, builtIn: "handed-to") { $0.declaration } }
  /// Was offered to a state or an organization.
  public var offeredTo: Verb<any Power> { Verb(self, builtIn: "offered-to") { $0.declaration } }
}

extension EventOrTreaty {
  /// Came after, and because of, an event or a treaty.
  public var followed: Verb<any EventOrTreaty> { Verb(self, builtIn: "followed") { $0.declaration } }
  /// Rests on an event or a treaty.
  public var basedOn: Verb<any EventOrTreaty> { Verb(self, builtIn: "based-on") { $0.declaration } }
  /// Put an end to something that lasted.
  public var ended: Verb<Event> { Verb(self, builtIn: "ended") { $0.declaration } }
  /// Is about something.
  public var concerns: Verb<any EntityReference> { Verb(self, builtIn: "concerns") { $0.declaration } }
}

extension Verb {
  /// The built-in relation type with that name.
  fileprivate init(
    _ subject: some EntityReference, builtIn name: String,
    declaration: @escaping @Sendable (Object) -> EntityDeclaration
  ) {
    self.init(subject, Schema.builtIn.relationType(name) ?? RelationType(name), declaration: declaration)
  }
}
