/// What an entity is in registries that give names to the things of the world: `wikidata:Q17`, or an IRI.
public enum SameAs {
  /// The IRI of a CURIE with the prefix of a known registry; an IRI is its own. `nil` for what is neither.
  public static func iri(of text: String) -> String? {
    switch meaning(of: text) {
    case .iri: text
    case .name(let registry, let id) where registry.takes(id): registry.iri(of: id)
    case .name, .unknownPrefix, .nothing: nil
    }
  }

  /// The prefixes of the known registries.
  package static let prefixes = registries.map(\.prefix)

  /// A registry and the form of its names.
  struct Registry: Sendable {
    let prefix: String
    /// What it is called, for messages.
    let title: String
    /// What stands before and after an id in an IRI.
    let base: (before: String, after: String)
    /// An id, for messages.
    let example: String
    /// Whether an id may read so.
    let takes: @Sendable (Substring) -> Bool

    func iri(of id: Substring) -> String { base.before + id + base.after }
  }

  /// What a text is.
  enum Meaning {
    case iri
    case name(Registry, id: Substring)
    /// It looks like a CURIE, of a registry that is not known here.
    case unknownPrefix(Substring)
    case nothing
  }

  static func meaning(of text: String) -> Meaning {
    guard let colon = text.firstIndex(of: ":"), text.unicodeScalars.allSatisfy(mayStandInIRI) else { return .nothing }
    let (prefix, rest) = (text[..<colon], text[text.index(after: colon)...])
    guard !rest.isEmpty, isScheme(prefix) else { return .nothing }
    if let registry = registries.first(where: { $0.prefix == prefix.lowercased() }) {
      return .name(registry, id: rest)
    }
    // Of the schemes of IRIs these name things; what else has no slashes is meant as a CURIE.
    return rest.hasPrefix("//") || ["urn", "info", "tag", "did"].contains(prefix.lowercased())
      ? .iri : .unknownPrefix(prefix)
  }

  /// Whether the character may stand in an IRI (RFC 3987): none of white space, control, and `<>"{}|\^` and the backtick.
  private static func mayStandInIRI(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && !(0x7f...0xa0).contains(scalar.value) && !"<>\"{}|\\^`".unicodeScalars.contains(scalar)
      && !scalar.properties.isWhitespace
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  // MARK: - The registries

  static let registries: [Registry] = [
    registry("wikidata", "Wikidata", "http://www.wikidata.org/entity/", example: "Q17") {
      "QPL".contains($0.first ?? " ") && digits($0.dropFirst())
    },
    registry("geonames", "GeoNames", "https://sws.geonames.org/", after: "/", example: "1861060", digits),
    registry("viaf", "VIAF", "http://viaf.org/viaf/", example: "54933310", digits),
    registry("gnd", "the Gemeinsame Normdatei", "https://d-nb.info/gnd/", example: "118540238") {
      !$0.isEmpty && $0.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "X") || $0 == UInt8(ascii: "-") }
    },
    registry("isni", "ISNI", "https://isni.org/isni/", example: "0000000121032683") {
      $0.count == 16 && checks($0)
    },
    registry("orcid", "ORCID", "https://orcid.org/", example: "0000-0002-1825-0097") { id in
      let parts = id.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 4 && parts.allSatisfy { $0.count == 4 } && checks(Substring(parts.joined()))
    },
    registry(
      "loc", "the Library of Congress' names", "http://id.loc.gov/authorities/names/", example: "n79006971", word),
    registry(
      "lcsh", "the Library of Congress' subjects", "http://id.loc.gov/authorities/subjects/", example: "sh85069849",
      word),
    registry(
      "bnf", "the Bibliothèque nationale de France", "http://data.bnf.fr/ark:/12148/", example: "cb11865226v", word),
    registry("ndl", "the National Diet Library", "https://id.ndl.go.jp/auth/ndlna/", example: "00054222", digits),
    registry("ulan", "the Union List of Artist Names", "http://vocab.getty.edu/ulan/", example: "500115588", digits),
    registry(
      "tgn", "the Getty Thesaurus of Geographic Names", "http://vocab.getty.edu/tgn/", example: "1000120", digits),
    registry("aat", "the Art & Architecture Thesaurus", "http://vocab.getty.edu/aat/", example: "300026877", digits),
    registry("pleiades", "Pleiades", "https://pleiades.stoa.org/places/", example: "423025", digits),
    registry("ror", "ROR", "https://ror.org/", example: "02mhbdp94", word),
    registry("dbpedia", "DBpedia", "http://dbpedia.org/resource/", example: "Japan") { !$0.isEmpty },
  ]

  private static func registry(
    _ prefix: String, _ title: String, _ before: String, after: String = "", example: String,
    _ takes: @escaping @Sendable (Substring) -> Bool
  ) -> Registry {
    Registry(prefix: prefix, title: title, base: (before, after), example: example, takes: takes)
  }

  @Sendable private static func digits(_ id: Substring) -> Bool { !id.isEmpty && id.utf8.allSatisfy(isDigit) }

  @Sendable private static func word(_ id: Substring) -> Bool {
    !id.isEmpty && id.utf8.allSatisfy { isDigit($0) || isLetter($0) }
  }

  /// Whether 16 characters end with the right check character, of ISO 7064, MOD 11-2.
  private static func checks(_ id: Substring) -> Bool {
    let last = id.utf8.last
    let digits = id.utf8.dropLast()
    guard digits.allSatisfy(isDigit) else { return false }
    let sum = digits.reduce(0) { ($0 + Int($1 - UInt8(ascii: "0"))) * 2 % 11 }
    let check = (12 - sum) % 11
    return last == (check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check))
  }
}

/// What stands under `same-as` and is the name of nothing.
struct NoSameAs: Finding {
  private let text: String
  private let problem: Problem

  private enum Problem {
    case unknownPrefix(String), wrongID(SameAs.Registry), nothing
  }

  /// `nil` when the text is a name of a registry that is known, or an IRI.
  init?(_ text: String) {
    self.text = text
    switch SameAs.meaning(of: text) {
    case .iri: return nil
    case .name(let registry, let id):
      if registry.takes(id) { return nil }
      problem = .wrongID(registry)
    case .unknownPrefix(let prefix): problem = .unknownPrefix(String(prefix))
    case .nothing: problem = .nothing
    }
  }

  var message: String {
    switch problem {
    case .unknownPrefix(let prefix): "there is no registry '\(prefix)' here: '\(text)'"
    case .wrongID(let registry): "'\(text)' is no id of \(registry.title)"
    case .nothing: "'\(text)' is neither the name that a registry gives nor an IRI"
    }
  }

  var advice: [String] {
    switch problem {
    case .unknownPrefix(let prefix):
      ["known: " + SameAs.registries.map(\.prefix).joined(separator: ", "), "others as an IRI: https://…"]
        + Wording.didYouMean(NearestName.of(prefix, among: SameAs.registries.map(\.prefix)))
    case .wrongID(let registry): ["one looks like \(registry.prefix):\(registry.example)"]
    case .nothing: ["for example: same-as: [wikidata:Q17, \"https://sws.geonames.org/1861060/\"]"]
    }
  }
}
