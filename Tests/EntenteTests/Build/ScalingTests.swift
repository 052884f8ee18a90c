import Testing

@testable import Entente

/// The work of making a graph grows as what it is made of does: counted in steps, not in seconds.
@Suite("A graph's making scales")
struct ScalingTests {
  /// What there is a lot of in a draft.
  enum Lot: String, CaseIterable, CustomTestStringConvertible {
    case ownKinds = "own kinds"
    case unknownKinds = "types that name unknown kinds, beside as many kinds"
    case kindsOfAType = "kinds that one type joins, and relations between others"
    case unknownNames = "relations of unknown entities and types"
    case mergedLists = "mentions of one entity, each with an alias and an attribute"
    case mergedRelations = "sources that cite one relation"
    case citations = "citations of one entity"

    var testDescription: String { rawValue }

    func draft(_ count: Int) -> GraphDraft {
      var draft = GraphDraft()
      let source = draft.add(source: SourceText(linesOf: "a"))
      let state = draft.kind("state", in: source)
      let ends = ["a", "b"].map { draft.intern($0) }
      for id in ends { draft.add(entity: .init(id: id, kind: state, place: PackedPlace(source))) }
      for number in 0..<count { add(number, to: &draft, source, state, ends) }
      if self == .kindsOfAType {
        let names = (0..<count).map { "kind-\($0)" }
        draft.add(relationType: RelationType("type", from: names, to: names))
      }
      if self == .citations {
        var entity = GraphDraft.EntityEntry(id: ends[0], kind: state, place: PackedPlace(source))
        entity.citations = draft.add(citations: (1...count).map { Self.citation($0, in: &draft, source) })
        draft.add(entity: entity)
      }
      draft.add(document: Document("doc"))
      return draft
    }

    private func add(
      _ number: Int, to draft: inout GraphDraft, _ source: SourceID, _ state: GraphDraft.KindID, _ ends: [StringID]
    ) {
      let place = PackedPlace(source, line: number + 1, column: 1)
      switch self {
      case .ownKinds, .kindsOfAType: draft.add(kind: Kind("kind-\(number)", plural: "kinds-\(number)"))
      case .unknownKinds:
        draft.add(kind: Kind("kind-\(number)", plural: "kinds-\(number)"))
        draft.add(relationType: RelationType("type-\(number)", from: ["kynd-\(number)"]), at: place)
      case .mergedLists:
        var entity = GraphDraft.EntityEntry(id: ends[0], kind: state, place: place)
        entity.aliases = draft.add(aliases: [draft.intern("alias-\(number)")])
        let value = draft.value(.integer(1))
        entity.attributes = draft.add(attributes: [
          .init(key: draft.intern("key-\(number)"), value: value, place: place)
        ])
        draft.add(entity: entity)
      case .unknownNames, .mergedRelations, .citations: break
      }
      switch self {
      case .unknownNames, .kindsOfAType, .mergedRelations:
        let source = self == .mergedRelations ? draft.add(source: SourceText(linesOf: "file-\(number)")) : source
        let place = PackedPlace(source, line: number + 1, column: 1)
        let type = self == .kindsOfAType ? "type" : self == .unknownNames ? "type-\(number)" : "allied-with"
        let object = self == .unknownNames ? draft.intern("entity-\(number)") : ends[1]
        var relation = GraphDraft.RelationEntry(
          subject: ends[0], type: draft.intern(type), object: object, place: place)
        relation.citations = draft.add(citations: [Self.citation(number + 1, in: &draft, source)])
        draft.add(relation: relation)
      case .ownKinds, .unknownKinds, .mergedLists, .citations: break
      }
    }

    private static func citation(
      _ paragraph: Int, in draft: inout GraphDraft, _ source: SourceID
    ) -> GraphDraft.CitationEntry {
      var citation = GraphDraft.CitationEntry(document: draft.intern("doc"), place: PackedPlace(source))
      citation.paragraph = paragraph
      return citation
    }
  }

  @Test("Twice as much of something takes twice the steps", arguments: Lot.allCases)
  func linear(_ lot: Lot) {
    let steps = [1000, 2000, 4000].map { count in
      var assembly = GraphAssembly(draft: lot.draft(count))
      _ = assembly.graph(title: "T")
      return assembly.steps
    }
    #expect(steps[0] >= 1000)
    #expect(steps[1] < steps[0] * 5 / 2, "\(steps)")
    #expect(steps[2] < steps[1] * 5 / 2, "\(steps)")
  }

  @Test("Places of one long line are counted from near by, in whatever order they are shown")
  func places() throws {
    let steps = try [1000, 2000, 4000].map { count in
      let source = SourceText("a", bytes: Array(String(repeating: "日本 claims kurils, ", count: count).utf8))
      let length = "日本 claims kurils, ".utf8.count
      // Each second message points at the first place, too.
      let columns = try (0..<count).flatMap {
        try [$0, 0].map { number in
          try #require(source.withLines { $0.position(of: number * length) }).column
        }
      }
      #expect(columns == (0..<count).flatMap { [$0 * 18 + 1, 1] })
      return try #require(source.withLines { $0.steps })
    }
    #expect(steps[1] < steps[0] * 5 / 2, "\(steps)")
    #expect(steps[2] < steps[1] * 5 / 2, "\(steps)")
  }

  @Test("A message names the first of many kinds")
  func manyKinds() {
    let (_, diagnostics) = Lot.kindsOfAType.draft(30).finish()
    let first = diagnostics.first { $0.finding is KindsNotJoined }
    #expect(first?.finding.advice.first?.hasSuffix("or one of 18 more") == true)
  }
}
