import Testing

@testable import EntenteGraphviz

/// No picture is worse than plain `dot`'s in any count, also where it is too large to be without a fault.
@Suite struct PlainDotTests {
  @Test(arguments: Graphs.allCases)
  func aGraphFile(_ file: Graphs) throws {
    let options = PictureOptions.quick
    let selection = try file.graph().everything
    let picture = try selection.picture(options)
    try compare(Verifier(picture.scene).quality().faults, with: Diagram(selection, options))
  }

  @Test(arguments: [(60, 120), (90, 150), (120, 200), (150, 250), (180, 300)])
  func aLargeGraph(_ entities: Int, _ relations: Int) throws {
    let diagram = Specimens.generated(7, entities: entities, relations: relations)
    var drawing = Drawing(diagram)
    drawing.isQuick = true
    let faults = Verifier(try drawing.laidOut().page()).quality().faults
    #expect(try PlainDot(diagram).faults.total > faults.total)
    try compare(faults, with: diagram)
  }

  private func compare(_ faults: Faults, with diagram: Diagram) throws {
    // Plain `dot` has a line for everything, and its halves are not counted.
    for (ours, plain) in zip(faults.named, try PlainDot(diagram).faults.named)
    where ours.name != "relation without a line" {
      #expect(ours.count <= plain.count, "\(ours.name)")
    }
    #expect(faults.lineMissing == 0)
  }
}
