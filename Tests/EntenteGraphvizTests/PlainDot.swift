import EntenteFormats
import Foundation
import Testing
@testable import EntenteGraphviz

/// What `dot` by itself makes of a diagram: a box for each entity, an arrow with a label for each relation, and nothing
/// done about what lies over what.
struct PlainDot {
  let composition: Composition
  let links: [Diagram.Link]

  var faults: Faults { Verifier(composition, links).quality().faults }

  init(_ diagram: Diagram) throws {
    let drawn = try JSONDecoder().decode(Drawn.self, from: Self.run(Self.source(of: diagram)))
    let objects = drawn.objects.sorted { $0._gvid < $1._gvid }
    let edges = (drawn.edges ?? []).sorted { $0._gvid < $1._gvid }
    try #require(objects.count == diagram.entities.count && edges.count == diagram.relations.count)
    links = diagram.relations.enumerated().map { Diagram.Link(first: $1.subject, second: $1.object, relations: [$0]) }
    composition = Composition(
      entities: objects.enumerated().map { index, object in
        PlacedEntity(
          entity: index, style: KindLook(.rectangle, .orange), box: object.box,
          texts: Self.texts(object._ldraw_, size: 10))
      },
      links: edges.enumerated().map { index, edge in
        let texts = Self.texts(edge._ldraw_, size: 9)
        let around = Box(around: texts.flatMap(\.box.corners)) ?? Box(centre: .zero, size: .zero)
        return PlacedLink(
          link: index, lines: [edge.curve], arrows: [], style: .plain, labelBox: around,
          rows: [PlacedRow(relation: index, texts: texts)])
      })
  }

  private static func source(of diagram: Diagram) -> String {
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    var lines = [
      "digraph {", #"node [shape=box, fontname="Liberation Sans", fontsize=10]"#,
      #"edge [fontname="Liberation Sans", fontsize=9]"#,
    ]
    lines += diagram.entities.indices.map { "\($0) [label=\(quoted(diagram.entities[$0].name))]" }
    lines += diagram.relations.map {
      "\($0.subject) -> \($0.object) [label=\(quoted([$0.words, $0.date].joined(separator: " ")))]"
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private static func run(_ source: String) throws -> Data {
    try Tool.withFiles([("gv", Data(source.utf8))]) { paths in
      try Tool.output(
        of: URL(filePath: "/usr/bin/env"), ["dot", "-Tjson"] + paths,
        failure: "the command `dot` failed; Scripts/setup --tests installs it")
    }
  }

  // MARK: What `dot -Tjson` prints

  private struct Drawn: Decodable {
    let objects: [Object]
    let edges: [Edge]?
  }

  private struct Object: Decodable {
    let _gvid: Int
    let pos: String
    /// In inches.
    let width: String
    let height: String
    let _ldraw_: [Operation]?

    var box: Box {
      let size = Size((Double(width) ?? 0) * 72, (Double(height) ?? 0) * 72)
      return Box(centre: PlainDot.point(pos), size: size)
    }
  }

  private struct Edge: Decodable {
    let _gvid: Int
    let pos: String
    let _ldraw_: [Operation]?

    /// The spline: `e,` stands before the arrow's tip, which is no point of it.
    var curve: Curve {
      let parts = pos.split(separator: " ")
      let points = parts.filter { !$0.hasPrefix("e,") && !$0.hasPrefix("s,") }.map { PlainDot.point(String($0)) }
      let tip = parts.first { $0.hasPrefix("e,") }.map { PlainDot.point(String($0.dropFirst(2))) }
      var pieces = stride(from: 0, to: points.count - 3, by: 3).map {
        Cubic(points[$0], points[$0 + 1], points[$0 + 2], points[$0 + 3])
      }
      if let tip, let last = points.last { pieces.append(Cubic(line: last, tip)) }
      return Curve(pieces)
    }
  }

  /// A drawing operation; `T` draws text around a point of its base line.
  private struct Operation: Decodable {
    let op: String
    let pt: [Double]?
    let width: Double?
    let text: String?
  }

  private static func texts(_ operations: [Operation]?, size: Double) -> [TextRun] {
    (operations ?? []).compactMap { operation in
      guard operation.op == "T", let place = operation.pt, let width = operation.width else { return nil }
      return TextRun(
        text: operation.text ?? "", face: Face(size: size), tone: .plain,
        origin: Point(place[0] - width / 2, -place[1]), width: width)
    }
  }

  /// `dot` counts upwards.
  private static func point(_ text: String) -> Point {
    let parts = text.split(separator: ",").compactMap { Double($0) }
    return parts.count == 2 ? Point(parts[0], -parts[1]) : .zero
  }
}
