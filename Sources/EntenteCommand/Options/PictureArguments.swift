import ArgumentParser
import EntenteGraphviz

/// How pictures are drawn.
struct PictureArguments: ParsableArguments {
  @Option(help: "Which Graphviz engine places the entities: dot, neato, fdp, sfdp, circo or twopi.")
  var engine = PictureOptions.Engine.dot

  @Option(help: "Colours: light, dark, or print (grey only).")
  var theme = Theme.light

  @Option(help: "Where subjects stand, seen from their objects: down (above) or across (to the left).")
  var direction: PictureOptions.Direction?

  @Flag(name: .customLong("no-legend"), help: "Leave out the explanation of kinds and statuses.")
  var hidesLegend = false

  @Option(help: "The sheet to draw for: a4, a3, a2, a1 or screen; the smallest that fits when left out.")
  var page: PictureOptions.Page?

  @Option(help: "Who made the picture, as the caption's last line.")
  var credit: String?

  @Flag(help: "Take the first arrangement instead of the best of many.")
  var quick = false

  @Option(help: "How fine a PNG is, in dots per inch.")
  var dpi = 192.0

  func validate() throws {
    guard dpi >= 18, dpi <= 2400 else { throw ValidationError("--dpi is from 18 to 2400, not \(dpi)") }
  }

  /// The options in the library's form.
  var options: PictureOptions {
    var options = PictureOptions()
    options.engine = engine
    options.theme = theme
    options.direction = direction
    options.showsLegend = !hidesLegend
    options.page = page
    options.credit = credit
    options.isQuick = quick
    return options
  }
}

extension PictureOptions.Engine: ExpressibleByArgument {}
extension PictureOptions.Direction: ExpressibleByArgument {}
extension PictureOptions.Page: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
