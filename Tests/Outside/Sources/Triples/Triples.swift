import Entente
import EntenteFormats

/// Lines of three words, who, what, whom: `japan claims kurils`. Lines of one word are entities alone.
public struct Triples: Importer, StreamingExporter {
  /// What the format is and carries.
  public let format = Format(
    "Triples", endings: ["triples"], summary: "Lines of three words", carries: [.parallelRelations: .whole])

  /// The format.
  public init() {}

  /// Reads lines, without a `String` for any of them.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    let id = draft.add(source: source.text, numbersAlike: true)
    let anything = draft.kind("thing", in: id, undeclared: .create)
    var offset = 0
    for line in try source.bytes().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let place = PackedPlace(id, offset: offset, length: line.count)
      let words = line.split(separator: UInt8(ascii: " "))
      let parts = words.map { word in
        PackedPlace(id, offset: offset + word.startIndex - line.startIndex, length: word.count)
      }
      let texts = words.map { draft.intern($0) }
      switch words.count {
      case 0: break
      case 1: draft.add(entity: .init(id: texts[0], kind: anything, place: place))
      case 3:
        for end in [0, 2] { draft.add(entity: .init(id: texts[end], kind: anything, place: parts[end])) }
        draft.create(type: texts[1], in: id)
        var relation = GraphDraft.RelationEntry(subject: texts[0], type: texts[1], object: texts[2], place: place)
        relation.typePart = .init(parts[1], of: place)
        draft.add(relation: relation)
      default: draft.report(NotThreeWords(count: words.count), at: place)
      }
      offset += line.count + 1
    }
  }

  /// Writes a line for each relation, and one for each entity that has none.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    var joined = Set<Entity>()
    for relation in selection.relations {
      try writer.write(text: "\(relation.head)\n")
      joined.formUnion([relation.subject, relation.object])
    }
    for entity in selection.entities where !joined.contains(entity) { try writer.write(text: "\(entity.id)\n") }
  }
}

/// A line that is no triple.
struct NotThreeWords: Finding {
  let count: Int

  var message: String { "a line has three words, or one; this one has \(count)" }
  var advice: [String] { ["for example: japan claims kurils"] }
}
