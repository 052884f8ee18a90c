import Entente
import EntenteFormats

/// What a picture is to show, before anything in it has a place: entities, relations, and the words for them.
struct Diagram: Hashable, Sendable {
  var title: String
  /// The years that were asked about, as the heading says them: `1956`.
  var period = ""
  /// The same as part of an id: `1956`, `-43`, `1945-1960`.
  var periodID = ""
  /// The two times that are compared, if two are: what came and what went is marked.
  var compared: Compared?
  var entities: [Entity] = []
  var relations: [Relation] = []
  /// What each kind looks like, by its name; those of no graph are rectangles.
  var looks: [String: KindLook] = [:]
  /// What colours mean, where they do not mean kinds: sides, in the order of their colours.
  var sides: [String] = []
  /// How many more there are, which have no colour.
  var sidesWithoutColour = 0
  /// What the legend calls those that are on no side.
  var neutralName = ""
  /// What the legend says of all lines that do not say it themselves.
  var shared = Shared()
  /// Below the title.
  var subtitle: String?
  /// Below the legend: what was selected, and from which documents.
  var caption: [String] = []

  struct Entity: Hashable, Sendable {
    /// Its row in the graph; `nil` for what is no entity of one.
    var row: Int?
    /// The graph's own id, which the SVG carries.
    var id: String
    /// The kind's id, which is also a class in the SVG.
    var kind: String
    /// What the legend calls the kind.
    var kindName: String
    var name: String
    /// Shown below the name, in brackets.
    var aliases: [String] = []
    /// The whole of it in words, for a reader who does not see the picture.
    var description = ""
    /// Whether it is painted. What is not keeps its place: the pictures of all years have the same places.
    var isShown = true
    /// Whether any year shows it, where the picture is of one: the page has room only for what has.
    var isEverShown = true
    var change = Change.none
    /// Its place among the sides, if it is on one that has a colour; and what its side is called.
    var side: Int?
    var sideName: String?
    /// Its look, as far as that is not its kind's.
    var look = EntityLook()
    /// Whether the picture is of what is around it.
    var isFocus = false
    /// By how many points its name is larger, because many lines end there: 0 to 2.
    var emphasis = 0
    /// Whether it is a row of a hub's card, instead of standing by itself.
    var isGathered = false
    /// What it holds, if it is no entity of the graph but a card that hangs on a hub.
    var card: Card?
    /// The relations that say it, if it is no entity of the graph but what equal relations say together, where their line
    /// parts.
    var fork: [Int] = []
    /// Whether it is one of the graph.
    var isOwn: Bool { card == nil && fork.isEmpty }
  }

  /// The leaves of a hub, gathered: a row for each.
  struct Card: Hashable, Sendable {
    var rows: [Row]

    /// A leaf and its relations with the hub, oldest first, as indices.
    struct Row: Hashable, Sendable {
      let entity: Int
      let relations: [Int]
    }
  }

  /// What most lines would say alike.
  struct Shared: Hashable, Sendable {
    var words: String?
    var date: String?
  }

  /// Two times, in words.
  struct Compared: Hashable, Sendable {
    var before: String
    var after: String
  }

  /// What became of something between two times.
  enum Change: String, Hashable, Sendable {
    /// Nothing was compared.
    case none = ""
    case came
    case went
    case stayed
  }

  struct Relation: Hashable, Sendable {
    /// Its row in the graph; `nil` for what is no relation of one.
    var row: Int?
    var id: String
    /// Indices into `entities`.
    var subject: Int
    var object: Int
    /// The relation type's id, which is also a class in the SVG.
    var type: String
    /// The relation type in words: `party to`.
    var words: String
    /// The date in words, empty where there is none: `27 Jan 1960`.
    var date = ""
    /// Who says so, where it is claimed or disputed.
    var speaker: String?
    /// The numbers of its sources and of its note, as they stand behind what it says: `[1]`.
    var references: [String] = []
    /// The date as written (EDTF).
    var when = ""
    var status = Status.asserted
    var isDirected = true
    /// Whether its type stands back: thinner and grey.
    var isQuiet = false
    /// Whether its label says the status, because its line is too short to show it.
    var saysStatus = false
    /// Whether the legend says its words, or its date, once for all that have the same.
    var isWordless = false
    var isDateless = false
    var certainty = Certainty.unasked
    /// Whether it is painted; see ``Entity/isShown``.
    var isShown = true
    /// See ``Entity/isEverShown``.
    var isEverShown = true
    var change = Change.none
    /// Whether it is a row of a hub's card.
    var isGathered = false
    /// Whether it is no relation of the graph but the line between a hub and its card, or the trunk of a fork.
    var isConnector = false
    /// Where its line begins, or ends, instead of at the entity that it shares with equal ones.
    var fork: Fork?
    var description = ""
    var isLoop: Bool { subject == object }
    /// Where the citations' documents are to be found, if anywhere.
    var link: String?

    struct Fork: Hashable, Sendable {
      /// Its index among the entities.
      let entity: Int
      /// Whether the subject is what is shared.
      let isAtSubject: Bool
    }

    /// Where its line begins and where it ends, as indices of entities.
    var tail: Int { fork.flatMap { $0.isAtSubject ? $0.entity : nil } ?? subject }
    var head: Int { fork.flatMap { $0.isAtSubject ? nil : $0.entity } ?? object }
    /// The entity at which its line has a head, if anywhere.
    var target: Int? { isDirected && head == object ? object : nil }
  }

  /// How sure it is that a relation held in the years that were asked about.
  enum Certainty: String, Hashable, Sendable {
    /// No year was asked about.
    case unasked = ""
    case certain
    case possible
  }

  /// The relations between two entities, as indices into `relations`: one line in the picture.
  struct Link: Hashable, Sendable {
    /// The end that an arrangement of layers puts first: the subject of the first relation.
    let first: Int
    /// The other end; the same one for a relation of an entity to itself.
    let second: Int
    let relations: [Int]

    var isLoop: Bool { first == second }
  }

  /// All relations, gathered into one link for each pair of entities, in the order of their first relation.
  var links: [Link] {
    var order: [[Int]] = []
    var ends: [(Int, Int)] = []
    var known: [[Int]: Int] = [:]
    for (index, relation) in relations.enumerated() where !relation.isGathered {
      let pair = [min(relation.tail, relation.head), max(relation.tail, relation.head)]
      if let place = known[pair] {
        order[place].append(index)
      } else {
        known[pair] = order.count
        order.append([index])
        ends.append((relation.tail, relation.head))
      }
    }
    return zip(ends, order).map { Link(first: $0.0, second: $0.1, relations: $1) }
  }
}
