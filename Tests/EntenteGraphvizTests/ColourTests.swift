import Entente
import EntenteFormats
import Foundation
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

/// Eyes, by the dichromatic matrices of Machado, Oliveira and Fernandes (2009).
enum ColourVision: String, CaseIterable {
  case all, protan, deutan, tritan

  var matrix: [[Double]] {
    switch self {
    case .all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }
}

/// A colour in linear light.
private struct Colour {
  let channels: [Double]

  init(_ hex: String) {
    channels = [1, 3, 5].map { place in
      let value = Double(Int(hex.dropFirst(place).prefix(2), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private var luminance: Double { 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2] }

  func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// CIELAB for D65.
private struct Lab {
  let l: Double
  let a: Double
  let b: Double

  init(_ values: [Double]) { (l, a, b) = (values[0], values[1], values[2]) }

  init(_ colour: Colour, seenBy vision: ColourVision) {
    let seen = vision.matrix.map { row in
      min(1, max(0, zip(row, colour.channels).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    let x = (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047
    let y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]
    let z = (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    (l, a, b) = (116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z)))
  }

  /// CIEDE2000.
  func difference(to other: Lab) -> Double {
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let boost = 1.5 - 0.5 * (pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7))).squareRoot()
    let (first, second) = (Self.polar(a * boost, b), Self.polar(other.a * boost, other.b))
    let isGrey = first.chroma * second.chroma == 0
    var turn = isGrey ? 0 : second.hue - first.hue
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let hueStep = 2 * (first.chroma * second.chroma).squareRoot() * Self.sine(turn / 2)
    let (lightness, chroma) = ((l + other.l) / 2, (first.chroma + second.chroma) / 2)
    var hue = first.hue + second.hue
    if !isGrey {
      if abs(first.hue - second.hue) > 180 { hue += hue < 360 ? 360 : -360 }
      hue /= 2
    }
    let weight =
      1 - 0.17 * Self.cosine(hue - 30) + 0.24 * Self.cosine(2 * hue) + 0.32 * Self.cosine(3 * hue + 6)
      - 0.2 * Self.cosine(4 * hue - 63)
    let bend = pow(lightness - 50, 2)
    let lightnessTerm = (other.l - l) / (1 + 0.015 * bend / (20 + bend).squareRoot())
    let chromaTerm = (second.chroma - first.chroma) / (1 + 0.045 * chroma)
    let hueTerm = hueStep / (1 + 0.015 * chroma * weight)
    let rotation =
      -Self.sine(60 * exp(-pow((hue - 275) / 25, 2))) * 2
      * (pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))).squareRoot()
    let square =
      lightnessTerm * lightnessTerm + chromaTerm * chromaTerm + hueTerm * hueTerm + rotation * chromaTerm * hueTerm
    return square.squareRoot()
  }

  private static func polar(_ a: Double, _ b: Double) -> (chroma: Double, hue: Double) {
    let angle = atan2(b, a) * 180 / .pi
    return (hypot(a, b), angle < 0 ? angle + 360 : angle)
  }

  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
