import Entente
import Testing

@testable import EntenteGraphviz

/// Dense graphs can be read: the shape of the sheet, its size, crossings, and how lines run, as a browser sees them.
///
/// What is asked of a sheet: up to 30 entities and 45 relations fit A4, up to 60 and 85 A3, up to 60 and 120 A2; of generated
/// graphs, whose names and types are several words long, the next larger one.
@Suite struct DenseInBrowserTests {
  /// Two ranks of members and bodies, borders, two rivals, a hub; and the dense graph that the documentation shows.
  private struct Shape {
    let file: String
    let crossings: Double
  }

  /// Of two ranks and of rivals, half of what was drawn before there were cards between several others, as far as that was
  /// reached. In one process engines without layers go by what it laid out before: crossings vary from run to run.
  private static let shapes = [
    Shape(file: "dense/borders.yaml", crossings: 2), Shape(file: "dense/hub.yaml", crossings: 0),
    Shape(file: "dense/ranks-28.yaml", crossings: 268), Shape(file: "dense/ranks-34.yaml", crossings: 110),
    Shape(file: "dense/rivals.yaml", crossings: 178),
  ]

  @Test func theShapesAreReadable() throws {
    let pictures = try Self.shapes.map { shape in
      let selection = try GraphFixture(path: shape.file).graph().everything
      return (shape: shape, selection: selection, scene: try selection.drawn(PictureOptions()).scene)
    }
    let measures = try Browser.measure(try pictures.map { try $0.scene.svg })
    for (picture, seen) in zip(pictures, measures) {
      let (entities, relations) = (picture.selection.entities.count, picture.selection.relations.count)
      expectReadable(seen, picture.shape.file, entities: entities, relations: relations)
      #expect(seen.running.crossings <= picture.shape.crossings, "\(picture.shape.file)")
    }
  }

  @Test func twentyGeneratedGraphsAreReadable() throws {
    let pictures = try (1...20).map { seed in
      let diagram = Specimens.generated(UInt64(seed))
      return (seed: seed, diagram: diagram, scene: try Specimens.laidOut(diagram).page())
    }
    let measures = try Browser.measure(try pictures.map { try $0.scene.svg })
    for (picture, seen) in zip(pictures, measures) {
      expectReadable(
        seen, "generated \(picture.seed)", entities: picture.diagram.entities.count,
        relations: picture.diagram.relations.count, isGenerated: true)
    }
  }

  private func expectReadable(
    _ seen: Browser.Measure, _ name: String, entities: Int, relations: Int, isGenerated: Bool = false
  ) {
    let running = seen.running
    // A browser's letters are a little wider than those that were measured: in twenty pictures a line may graze a word.
    #expect(seen.faults.count <= (isGenerated ? 1 : 0), "\(name): \(seen.faults)")
    let size = Size(running.width, running.height)
    let format: Paper.Format = entities <= 30 && relations <= 45 ? .a4 : relations <= 85 ? .a3 : .a2
    let most = isGenerated ? Paper.Format(rawValue: format.rawValue - 1) ?? .a1 : format
    #expect((Paper.smallest(for: size)?.format ?? .a1) <= most, "\(name) fits \(most)")
    // What fits A4 may be a column.
    let isShaped = max(size.width, size.height) <= 2.2 * min(size.width, size.height)
    #expect(isShaped || Paper.smallest(for: size)?.format == .a4, "\(name) is no strip")
    // Of four lines one may turn sharply, and of seven one take a long way, where there is no room for others.
    #expect(4 * running.kinks.count <= seen.lines, "\(name)")
    #expect(7 * running.detours.count <= seen.lines + 6, "\(name)")
    #expect(10 * running.heads <= seen.lines, "\(name)")
    #expect(running.besides <= 2, "\(name)")
    #expect(running.crowds == 0, "\(name)")
  }
}
