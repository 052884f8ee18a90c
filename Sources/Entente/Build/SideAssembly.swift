// The sides that sources tell of: their names become an attribute of their members.
extension GraphAssembly {
  /// Merges the sides by their ids, and gives their members the attribute.
  mutating func assembleSides() {
    var rows: [String: Int] = [:]
    var named: [String: PackedPlace] = [:]
    var sideOfEntity: [Int: (side: Int, place: PackedPlace)] = [:]
    for entry in draft.sides {
      let row: Int
      if let known = rows[entry.side.id] {
        row = known
        let first = appearance.sides[row]
        if first.name != entry.side.name {
          report(
            ConflictingValues(
              what: "side '\(first.id)'", property: "name", first: first.name, second: entry.side.name),
            at: entry.place)
        }
      } else {
        if let other = named[entry.side.name] {
          report(TwoSidesOneName(name: entry.side.name), at: entry.place, related: other)
          continue
        }
        row = appearance.sides.count
        rows[entry.side.id] = row
        named[entry.side.name] = entry.place
        appearance.sides.append(entry.side)
      }
      if entry.members.isEmpty { reportEmpty(entry) }
      for member in entry.members { add(member, to: row, &sideOfEntity) }
    }
    draft.sides = []
  }

  private mutating func add(
    _ member: GraphDraft.SideEntry.Member, to side: Int, _ sideOfEntity: inout [Int: (side: Int, place: PackedPlace)]
  ) {
    let named = row(ofID: member.id)
    guard let row = named.entityRow else {
      if named != .unusable {
        let strings = draft.strings
        reportUnknown(.entity, text(member.id), at: member.place, among: entityIDs.lazy.map { strings[$0] })
      }
      return
    }
    if let other = sideOfEntity[row] {
      if other.side != side {
        let names = [other.side, side].map { appearance.sides[$0].id }
        report(OnTwoSides(id: text(member.id), sides: names), at: member.place, related: other.place)
      }
      return
    }
    sideOfEntity[row] = (side, member.place)
    let entry = GraphDraft.AttributeEntry(
      key: draft.intern(Side.attribute), value: draft.value(.text(appearance.sides[side].name)), place: member.place)
    keepLists(MentionLists(attributes: draft.add(attributes: [entry])), forRow: row)
  }

  private mutating func reportEmpty(_ entry: GraphDraft.SideEntry) {
    let strings = draft.strings
    let ids = entityIDs.lazy.map { strings[$0] }
    let nearest = mayGuess(among: ids.count) ? NearestName.of(entry.side.id, among: ids) : nil
    report(SideOfNobody(id: entry.side.id, nearest: nearest ?? ids.first), at: entry.place)
  }
}

extension GraphDraft {
  /// A mention of a side, its members still by name.
  struct SideEntry: Sendable {
    let side: Side
    let members: [Member]
    let place: PackedPlace

    struct Member: Sendable {
      let id: StringID
      let place: PackedPlace
    }
  }

  /// Adds a mention of a side; several with one id are merged.
  ///
  /// - Parameters:
  ///   - side: the side.
  ///   - members: the ids of the entities that stand on it.
  ///   - place: where it is written.
  ///   - places: where each member is written.
  public mutating func add(
    side: Side, members: [StringID], at place: PackedPlace = .none, memberPlaces places: [PackedPlace] = []
  ) {
    let members = members.enumerated().map { index, id in
      SideEntry.Member(id: id, place: index < places.count ? places[index] : place)
    }
    sides.append(SideEntry(side: side, members: members, place: place))
  }

  /// Offers what stands below the title; the first that was offered stands.
  public mutating func add(subtitle: String) { self.subtitle = self.subtitle ?? subtitle }
}

/// A side without members.
struct SideOfNobody: Finding {
  let id: String
  /// The id of an entity that may be meant.
  let nearest: String?

  var message: String { "the side '\(id)' names nobody" }
  var advice: [String] { ["for example: \(id): {members: [\(nearest ?? "some-id")]}"] }
}

/// An entity on two sides: it can have one colour.
struct OnTwoSides: Finding {
  let id: String
  let sides: [String]

  var message: String { "'\(id)' stands on two sides, \(Wording.all(sides.map { "'\($0)'" }))" }
  var advice: [String] { ["an entity has one side: who is between the two has none, or one of its own"] }
}

/// Two sides that nobody could tell apart.
struct TwoSidesOneName: Finding {
  let name: String

  var message: String { "another side is called '\(Wording.short(name))' already" }
  var advice: [String] { ["give each a 'name:' of its own, or make them one"] }
}
