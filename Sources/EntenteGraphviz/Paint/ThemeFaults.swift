import Entente

/// A text that should be a colour.
struct NotAColour: Finding {
  let text: String

  var message: String { "'\(text)' is no colour" }
  var advice: [String] { ["a colour is # with its red, green and blue in hexadecimal digits, such as \"#fbf7ee\""] }
}

/// A font that no text can be set in here.
struct FontNotThere: Finding {
  let name: String
  let known: [String]

  var severity: Severity { .warning }
  var message: String { "the font '\(name)' is not there; another stands in" }
  var advice: [String] {
    let some = known.prefix(12)
    return ["there are: " + some.joined(separator: ", ") + (known.count > some.count ? ", …" : "")]
      + Entente.Wording.didYouMean(NearestName.of(name, among: known))
  }
}

/// A logo that cannot be shown.
struct NoLogo: Finding {
  let name: String
  let why: String

  var message: String { "the logo '\(name)' is not shown: \(why)" }
  var advice: [String] { ["a logo is an SVG or a PNG of up to 5 MB, beneath the folder of the theme's file"] }
}

/// A value that a setting of a theme cannot have.
struct WrongSetting: Finding {
  let key: String
  let text: String
  let known: [String]

  var message: String { "'\(text)' is nothing that '\(key)' can be" }
  var advice: [String] {
    ["known: " + known.joined(separator: ", ")] + Entente.Wording.didYouMean(NearestName.of(text, among: known))
  }
}

/// A list where one text should be, or nothing.
struct OneTextWanted: Finding {
  let key: String

  var message: String { "'\(key)' takes one text" }
}

/// Something that not everybody can read, or see.
struct TooLittleContrast: Finding {
  /// What lies on what: `text on this fill`.
  let what: String
  let contrast: Double
  let wanted: Double
  let nearest: String?

  var severity: Severity { .warning }
  var message: String {
    "\(what) has a contrast of \(decimal(contrast, 1)):1; WCAG asks for \(decimal(wanted, 1)):1 (AA)"
  }
  var advice: [String] { nearest.map { ["the nearest that has it: \"\($0)\""] } ?? [] }
}

/// Two colours that not everybody tells apart.
struct ColoursAlike: Finding {
  let first: String
  let second: String
  /// Who does not.
  let eyes: ColourVision
  let nearest: String?

  var severity: Severity { .warning }
  var message: String {
    let who =
      switch eyes {
      case .all: "nobody can"
      case .protan, .deutan: "people who do not tell red from green cannot"
      case .tritan: "people who do not tell blue from yellow cannot"
      }
    return "\(who) tell \(second) from \(first)"
  }
  var advice: [String] { nearest.map { ["the nearest that can be told from all others: \"\($0)\""] } ?? [] }
}
