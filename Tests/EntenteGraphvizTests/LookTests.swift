import Foundation
import Testing

@testable import EntenteGraphviz

func look(_ diagram: Diagram, _ name: String, quick: Bool = false) throws {
  let start = ContinuousClock.now
  let picture = try Drawing(diagram: diagram, isQuick: quick).scene()
  let middle = ContinuousClock.now
  let quality = Verifier(picture, diagram.links).quality()
  print(
    name, diagram.entities.count, diagram.links.count, picture.size, quality, middle - start,
    ContinuousClock.now - middle)
  let svg = SVGWriter.write(picture, diagram, theme: .light)
  try Data(svg.utf8).write(to: URL(fileURLWithPath: "/tmp/\(name).svg"))
  let png = try Raster.png(svg, size: picture.size, dotsPerInch: 150)
  try Data(png).write(to: URL(fileURLWithPath: "/tmp/\(name).png"))
}

@Test func look() throws {
  try look(Specimens.seed, "look")
  for seed in [3, 4, 5, 9, 12, 15, 18] { try look(Specimens.generated(UInt64(seed)), "gen\(seed)", quick: false) }
}
