extension Schema {
  /// The kinds and relation types that every graph has, for disputes and diplomacy.
  ///
  /// They are declared as a file's own `schema:` declares its: `entente schema` prints them in that form.
  public static let builtIn = Schema(kinds: builtInKinds, relationTypes: builtInRelationTypes)

  private static let builtInKinds = [
    Kind("person", plural: "people"),
    Kind("state"),
    Kind("organization"),
    Kind("treaty", plural: "treaties"),
    Kind("event", happens: true),
    Kind("island"),
    Kind("place"),
  ]

  /// Who can act, and what can be held: the groups that the types below are about.
  private static let actors = ["person", "state", "organization"]
  private static let powers = ["state", "organization"]
  private static let lands = ["island", "place"]

  private static let builtInRelationTypes =
    offices + meetings + territory + agreements + relationsBetweenPowers

  private static let offices = [
    RelationType("president-of", from: ["person"], to: powers),
    RelationType("prime-minister-of", from: ["person"], to: ["state"]),
    RelationType("foreign-minister-of", from: ["person"], to: ["state"]),
    RelationType("ambassador-to", from: ["person"], to: powers),
    RelationType("represents", from: actors, to: powers),
    RelationType("member-of", from: actors, to: ["organization"]),
  ]

  private static let meetings = [
    RelationType("met", from: ["person"], to: ["person"], directed: false, holds: .atItsDate),
    RelationType("attended", from: actors, to: ["event"], holds: .atItsDate),
    RelationType("took-place-in", from: ["event"], to: ["place", "state", "island"], holds: .atItsDate),
    RelationType("followed", from: ["event", "treaty"], to: ["event", "treaty"], holds: .permanent),
  ]

  private static let territory = [
    RelationType("claims", from: powers, to: lands),
    RelationType("holds", from: powers, to: lands),
    RelationType("part-of", from: lands, to: lands + ["state"], holds: .permanent),
    RelationType("handed-to", label: "handed over to", from: lands, to: powers, holds: .atItsDate),
    RelationType("offered", from: powers, to: lands + ["treaty"], holds: .atItsDate),
    RelationType("offered-to", from: lands, to: powers, holds: .atItsDate),
    RelationType("withdrew-offer-of", label: "withdrew offer of", from: powers, to: lands, holds: .atItsDate),
    RelationType("plans-activity-on", label: "plans joint activity on", from: powers, to: lands),
  ]

  private static let agreements = [
    RelationType("signed", from: actors, to: ["treaty"], holds: .atItsDate),
    RelationType("party-to", from: powers, to: ["treaty"]),
    RelationType("withdrew-from", from: powers, to: ["treaty", "organization"], holds: .atItsDate),
    RelationType("disputes-reading-of", label: "disputes the reading of", from: actors, to: ["treaty"]),
    RelationType("based-on", from: ["treaty", "event"], to: ["treaty", "event"], holds: .permanent),
    RelationType("ended", from: ["treaty", "event"], to: ["event"], holds: .atItsDate),
    RelationType("concerns", from: ["treaty", "event"], holds: .permanent),
  ]

  private static let relationsBetweenPowers = [
    RelationType("negotiates-with", from: powers, to: powers, directed: false),
    RelationType("allied-with", from: powers, to: powers, directed: false),
    RelationType("at-war-with", from: powers, to: powers, directed: false),
    RelationType("recognizes", from: powers, to: powers),
    RelationType("succeeded", from: powers, to: powers, holds: .atItsDate),
    RelationType("plans-activity-with", label: "plans joint activity with", from: powers, to: powers),
    RelationType("agreed-with", from: actors, to: actors, directed: false, holds: .atItsDate),
  ]
}
