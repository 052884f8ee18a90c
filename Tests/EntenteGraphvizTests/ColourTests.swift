import Entente
import EntenteFormats
import Testing
@testable import EntenteGraphviz

/// Kinds are told apart by all eyes, and every text is read on its ground.
@Suite struct ColourTests {
  @Test(arguments: [Theme.light, .dark], ColourVision.allCases)
  func kindsDiffer(_ theme: Theme, _ vision: ColourVision) {
    let colours = Kind.Colour.allCases.map { Lab(Colour(theme.fill($0)), seenBy: vision) }
    for first in 0..<16 {
      for second in 0..<first {
        let wanted = first < 8 ? 6.0 : 3.0
        #expect(colours[first].difference(to: colours[second]) >= wanted, "kinds \(second) and \(first)")
      }
    }
  }

  /// Those on no side have a colour that is told from each.
  @Test(arguments: [Theme.light, .dark], ColourVision.allCases)
  func sidesDiffer(_ theme: Theme, _ vision: ColourVision) {
    #expect(theme.sides.count == Diagram.mostSides)
    let colours = (theme.sides + [theme.neutral]).map { Lab(Colour($0), seenBy: vision) }
    for first in colours.indices {
      for second in 0..<first {
        #expect(colours[first].difference(to: colours[second]) >= 13, "sides \(second) and \(first)")
      }
    }
  }

  /// Greys alone are nearer to each other.
  @Test func greysOfSidesDiffer() {
    let greys = (Theme.print.sides + [Theme.print.neutral]).map { Lab(Colour($0), seenBy: .all) }
    for first in greys.indices {
      for second in 0..<first { #expect(greys[first].difference(to: greys[second]) >= 2.5, "\(second), \(first)") }
    }
  }

  @Test(arguments: Theme.named.map(\.theme))
  func textsHaveContrast(_ theme: Theme) {
    let ground = Colour(theme.background)
    #expect(Colour(theme.text).contrast(to: ground) >= 4.5)
    #expect(Colour(theme.mutedText).contrast(to: ground) >= 4.5)
    for colour in Kind.Colour.allCases {
      #expect(Colour(theme.text).contrast(to: Colour(theme.fill(colour))) >= 4.5, "\(colour)")
    }
    for fill in theme.sides + [theme.neutral] {
      #expect(Colour(theme.text).contrast(to: Colour(fill)) >= 4.5, "\(fill)")
    }
  }

  /// WCAG 1.4.11 asks 3:1 of lines that carry meaning.
  @Test(arguments: Theme.named.map(\.theme))
  func linesHaveContrast(_ theme: Theme) {
    let ground = Colour(theme.background)
    for line in [theme.line, theme.faintLine, theme.outline] {
      #expect(Colour(line).contrast(to: ground) >= 3, "\(line)")
    }
  }

  @Test func printIsGreyAndHasAShapeForEveryKind() {
    for colour in Kind.Colour.allCases {
      let channels = Set([1, 3, 5].map { Theme.print.fill(colour).dropFirst($0).prefix(2) })
      #expect(channels.count == 1)
    }
    let own = Schema(kinds: Schema.builtIn.kinds + (0..<17).map { Kind("own-\($0)") }, relationTypes: [])
    let styles = Looks.byKind(of: own)
    #expect(Set(styles.values.map { "\($0.shape) \($0.isDouble)" }).count == 24)
  }

  /// CIEDE2000's own test data (Sharma, Wu and Dalal 2005), pairs 1, 7, 17 and 25.
  @Test(arguments: [
    ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425), ([50, 0, 0], [50, -1, 2], 2.3669),
    ([50, 2.5, 0], [50, 0, -2.5], 4.3065), ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
  ])
  func theDifferenceIsCIEDE2000(_ first: [Double], _ second: [Double], _ expected: Double) {
    #expect(abs(Lab(first).difference(to: Lab(second)) - expected) < 0.0001)
  }
}
