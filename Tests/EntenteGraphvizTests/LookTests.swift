import Foundation
import Testing

@testable import EntenteGraphviz

@Test func look() throws {
  let diagram = Specimens.seed
  let picture = try Drawing(diagram: diagram, theme: .light, engine: .dot).picture(Arrangement())
  let svg = SVGWriter.write(picture, diagram, theme: .light)
  try Data(svg.utf8).write(to: URL(fileURLWithPath: "/tmp/look.svg"))
  let png = try Raster.png(svg, size: picture.size, dotsPerInch: 150)
  try Data(png).write(to: URL(fileURLWithPath: "/tmp/look.png"))
}
