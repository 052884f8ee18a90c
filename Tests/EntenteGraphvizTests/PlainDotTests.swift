import Testing

@testable import EntenteGraphviz

/// No picture is worse than plain `dot`'s in any count, also where it is too large to be without a fault.
@Suite struct PlainDotTests {
  @Test(arguments: Graphs.allCases)
  func aGraphFile(_ file: Graphs) async throws {
    let selection = try file.graph().everything
    let picture = try await selection.picture(.quick)
    try compare(
      Verifier(picture.displayList).quality().faults, with: PlainDot(Diagram(selection, DiagramOptions())).faults)
  }

  @Test(arguments: [(60, 120), (90, 150), (120, 200), (150, 250), (180, 300)])
  func aLargeGraph(_ entities: Int, _ relations: Int) throws {
    let diagram = Specimens.generated(7, entities: entities, relations: relations)
    let faults = Verifier(try Specimens.laidOut(diagram, .quick).page().displayList).quality().faults
    let plain = try PlainDot(diagram).faults
    #expect(plain.total > faults.total)
    compare(faults, with: plain)
  }

  private func compare(_ faults: Faults, with plain: Faults) {
    // Plain `dot` has a line for everything, and its halves are not counted.
    for (ours, plain) in zip(faults.named, plain.named)
    where ours.name != "relation without a line" {
      #expect(ours.count <= plain.count, "\(ours.name)")
    }
    #expect(faults.lineMissing == 0)
  }
}
