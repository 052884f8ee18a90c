#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Eyes, by the dichromatic matrices of Machado, Oliveira and Fernandes (2009).
enum ColourVision: String, CaseIterable, Sendable {
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
struct Colour: Hashable, Sendable {
  let channels: [Double]

  init(_ hex: String) {
    channels = [1, 3, 5].map { place in
      let value = Double(Int(hex.dropFirst(place).prefix(2), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// `#rrggbb` in small letters, also of `#RGB`; `nil` for what is no colour.
  static func hex(_ text: String) -> String? {
    guard text.first == "#" else { return nil }
    let digits = text.dropFirst().lowercased()
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    switch digits.count {
    case 6: return "#" + digits
    case 3: return "#" + digits.map { "\($0)\($0)" }.joined()
    default: return nil
    }
  }

  private var luminance: Double { 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2] }

  /// From 1 to 21, as WCAG 2.2 has it.
  func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// CIELAB for D65.
struct Lab {
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
