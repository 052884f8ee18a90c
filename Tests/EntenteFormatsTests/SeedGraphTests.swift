import Entente
import EntenteFormats
import Foundation
import Testing

/// The seed graph once more, in Swift.
private struct Memorandum: EntityReference {
  static let kind = Kind("memorandum", plural: "memoranda")
  let declaration: EntityDeclaration
}

extension Power {
  fileprivate var issued: Verb<Memorandum> {
    Verb(self, "issued", from: [State.self, Organization.self], holds: .atItsDate)
  }
  fileprivate var seeks: Verb<Treaty> { Verb(self, "seeks", from: [State.self, Organization.self]) }
}

extension Memorandum {
  fileprivate var setsConditionFor: Verb<any Land> {
    Verb(
      self, RelationType("sets-condition-for", from: ["memorandum"], to: ["island", "place"], holds: .atItsDate)
    ) { $0.declaration }
  }
}

extension Treaty {
  fileprivate var followsUp: Verb<Event> {
    Verb(self, "follows-up", label: "follow-up to", from: [Treaty.self], holds: .permanent)
  }
}

@Suite("The seed graph")
struct SeedGraphTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let path = root.appending(path: "Graphs/southern-kurils.yaml").path

  @Test("The file and the same graph in Swift are equal, but for places")
  func fileEqualsSwift() throws {
    let file = try RelationGraph(contentsOf: [Self.path])
    let swift = try Self.inSwift()
    #expect(Set(file.relations.map(\.id)) == Set(swift.relations.map(\.id)))
    #expect(Set(file.entities.map(\.id)) == Set(swift.entities.map(\.id)))
    #expect(file == swift)
  }

  @Test("It is what the document says: 20 relations or more, each cited, from paragraphs 2 to 8")
  func isCited() throws {
    let graph = try RelationGraph(contentsOf: [Self.path])
    #expect(graph.relations.count >= 20)
    #expect(graph.relations.allSatisfy { !$0.citations.isEmpty })
    let citations = graph.relations.flatMap(\.citations) + graph.entities.flatMap(\.citations)
    #expect(Set(citations.compactMap(\.paragraph)) == Set(2...8))
    for citation in citations {
      let words = (citation.quote ?? "").split(separator: " ").count
      #expect((1...10).contains(words), "\(citation)")
    }
  }

  @Test("Every quote stands where it is said to, in the document's text")
  func isVerified() throws {
    let documents = Self.root.deletingLastPathComponent().appending(path: "shared/documents").path
    guard FileManager.default.fileExists(atPath: documents) else {
      // The text may not be part of the repository; without it the counting is what can be seen.
      let loaded = LoadedGraph(contentsOf: [Self.path])
      #expect(loaded.citations.verified == 0 && loaded.citations.notVerified > 0)
      print("SeedGraphTests: the document's text is not at hand, its quotes were not looked up")
      return
    }
    let loaded = LoadedGraph(contentsOf: [Self.path], documents: documents)
    #expect(loaded.diagnostics.filter { $0.severity > .note }.map(\.description) == [])
    #expect(loaded.citations.notVerified == 0 && loaded.citations.verified > 30)
  }

  // MARK: - In Swift

  private static let tass = Document(
    "tass", title: "Japan plans to carry out joint activity with Russia on Southern Kurils", publisher: "TASS",
    text: "documents/tass-southern-kurils.txt")
  private static let japan = State("japan", "Japan")
  private static let russia = State("russia", "Russia")
  private static let sovietUnion = State("soviet-union", "Soviet Union")
  private static let putin = Person("putin", "Vladimir Putin")
  private static let abe = Person("abe", "Shinzo Abe")
  private static let motegi = Person("motegi", "Toshimitsu Motegi")
  private static let kurils = Island(
    "southern-kurils", "Southern Kuril Islands", aliases: ["Northern Territories"],
    cite: tass[4, "Japan’s name for the Southern Kuril Islands"])
  private static let shikotan = Island("shikotan", "Shikotan Island")
  private static let habomai = Island(
    "habomai", "Habomai", note: "a group of small islands", cite: tass[6, "a group of small islands called Habomai"])
  private static let declaration = Treaty("declaration-1956", "Joint Declaration", when: "1956")
  private static let peaceTreaty = Treaty(
    "peace-treaty", "Peace treaty", note: "not signed; what the negotiations are for")

  private static func inSwift() throws -> RelationGraph {
    try RelationGraph("The Southern Kuril Islands dispute") {
      people
      negotiations
      islands
      declarationAndOffer
      withdrawal
      russia.disputesReadingOf(
        declaration, status: .disputed, cite: tass[8, "the document does not set out handover conditions"],
        accordingTo: russia,
        note: "said on numerous occasions, without a date; the article calls it \"the document\"")
    }
  }

  @RelationGraphBuilder private static var people: GraphPart {
    let note = "named so in November 2018; the article does not say when the office began or ended"
    let summit = Event("asean-summit", "ASEAN summit", when: "2018-11")
    putin.presidentOf(russia, when: "2018-11", cite: tass[6, "Russian President Vladimir Putin"], note: note)
    abe.primeMinisterOf(japan, when: "2018-11", cite: tass[6, "Japanese Prime Minister Shinzo Abe"], note: note)
    motegi.foreignMinisterOf(
      japan, when: "[2018-11..]", cite: tass[2, "Japanese Foreign Minister Toshimitsu Motegi"],
      note: "named so on the day of his speech, which came after November 2018")
    putin.met(abe, when: "2018-11", cite: tass[6, "held a meeting on the sidelines"])
    for person in [putin, abe] {
      person.attended(summit, when: "2018-11", cite: tass[6, "on the sidelines of the ASEAN summit in Singapore"])
    }
    summit.tookPlaceIn(
      Place("singapore", "Singapore"), when: "2018-11", cite: tass[6, "the ASEAN summit in Singapore"])
  }

  @RelationGraphBuilder private static var negotiations: GraphPart {
    russia.negotiatesWith(
      japan, cite: tass[5, "have been holding consultations"], tass[4, "close cooperation between Russia and Japan"],
      note: "since the mid-20th century, which is no year")
    russia.agreedWith(
      japan, when: "2018-11", cite: tass[6, "would accelerate the pace of the peace negotiations"],
      tass[3, "the agreements reached in Singapore in 2018"], note: "to accelerate the peace negotiations")
    russia.seeks(peaceTreaty, status: .planned, cite: tass[5, "in order to clinch a peace treaty"])
    japan.seeks(
      peaceTreaty, status: .planned, cite: tass[5, "in order to clinch a peace treaty"],
      tass[3, "resolve the territorial issue and sign a peace treaty"], accordingTo: motegi)
    peaceTreaty.followsUp(
      Event("second-world-war", "World War II"), status: .planned, cite: tass[5, "as a follow-up to World War II"])
    peaceTreaty.basedOn(
      declaration, status: .planned, cite: tass[6, "based on the 1956 Joint Declaration"],
      note: "the negotiations are based on it")
  }

  @RelationGraphBuilder private static var islands: GraphPart {
    let afterTheWar = "the article says only that it was after World War II; 1945 is read into that"
    let speech = "said in a speech of an unknown day after November 2018"
    kurils.handedTo(
      sovietUnion, when: "1945~", cite: tass[5, "the islands were handed over to the Soviet Union"], note: afterTheWar)
    japan.claims(
      kurils, when: "1945~/..", cite: tass[5, "laid claims to the four southern islands"], note: afterTheWar)
    japan.plansActivityOn(
      kurils, when: "[2018-11..]", status: .planned,
      cite: tass[2, "joint economic activity with Russia on the Southern Kuril Islands"],
      tass[3, "joint economic activity"], accordingTo: motegi, note: speech)
    japan.plansActivityWith(
      russia, when: "[2018-11..]", status: .planned,
      cite: tass[2, "plans to carry out joint economic activity with Russia"], accordingTo: motegi, note: speech)
  }

  @RelationGraphBuilder private static var declarationAndOffer: GraphPart {
    declaration.ended(
      Event("state-of-war", "State of war"), when: "1956", cite: tass[6, "The document ended the state of war"])
    sovietUnion.offered(
      shikotan, when: "1956", status: .conditional, cite: tass[6, "was ready to hand Shikotan Island"],
      accordingTo: declaration, note: "to Japan, once a peace treaty is signed")
    sovietUnion.offered(
      habomai, when: "1956", status: .conditional,
      cite: tass[6, "a group of small islands called Habomai over to Japan"], accordingTo: declaration,
      note: "to Japan, once a peace treaty is signed")
    for island in [shikotan, habomai] {
      island.offeredTo(
        japan, when: "1956", status: .conditional, cite: tass[6, "once a peace treaty was signed"],
        accordingTo: declaration, note: "once a peace treaty is signed")
    }
  }

  @RelationGraphBuilder private static var withdrawal: GraphPart {
    let securityTreaty = Treaty("security-treaty", "Treaty of Mutual Cooperation and Security", when: "1960")
    let memorandum = Memorandum("memorandum-1960", "Memorandum of the Soviet government", when: "1960-01-27")
    for state in [japan, State("united-states", "United States")] {
      state.signed(
        securityTreaty, when: "1960", cite: tass[7, "signed the Treaty of Mutual Cooperation and Security in 1960"])
    }
    sovietUnion.issued(memorandum, when: "1960-01-27", cite: tass[7, "memorandum dated January 27, 1960"])
    for island in [shikotan, habomai] {
      sovietUnion.withdrewOfferOf(
        island, when: "[1960..]", status: .withdrawn, cite: tass[7, "withdrew its obligation to hand over the islands"],
        accordingTo: sovietUnion, note: "after the security treaty of 1960 was signed")
      memorandum.setsConditionFor(
        island, when: "1960-01-27", status: .conditional, cite: tass[7, "if all foreign troops were pulled out"],
        accordingTo: sovietUnion, note: "to be handed over only if all foreign troops leave Japan")
    }
  }
}
