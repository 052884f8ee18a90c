import Entente
import Testing

@Suite("Rules")
struct RuleTests {
  /// What the rules say of a graph, a line each.
  private func said(_ graph: RelationGraph, requiresCitations: Bool = false) -> [String] {
    graph.check(requiresCitations: requiresCitations).diagnostics.map {
      "\($0.severity.rawValue): \($0.finding.message)"
    }
  }

  @Test("A relation of an entity to itself")
  func selfRelation() throws {
    let graph = try RelationGraph("") { State("japan").alliedWith(State("japan"), when: "1950/1951") }
    #expect(said(graph) == ["note: 'japan allied-with japan' joins 'japan' to itself"])
  }

  @Test("What is said from either end, but not what differs in date or status, or has a direction")
  func mirrored() throws {
    let (a, b) = (State("a"), State("b"))
    let graph = try RelationGraph("") {
      a.alliedWith(b, when: "1950/1951")
      b.alliedWith(a, when: "1950/1951")
      b.alliedWith(a, when: "1950/1952")
      b.alliedWith(a, when: "1950/1951", status: .planned)
      a.recognizes(b, when: "1950/1951")
      b.recognizes(a, when: "1950/1951")
    }
    #expect(said(graph) == ["note: 'b allied-with a' says again what stands elsewhere: 'allied-with' has no direction"])
  }

  @Test("An entity that nothing joins, once there are relations; who says something is joined")
  func isolated() throws {
    let (a, b, lonely, paper) = (State("a"), State("b"), State("lonely"), Organization("paper"))
    let graph = try RelationGraph("") {
      a.alliedWith(b, when: "1950/1951", accordingTo: paper)
      lonely
      paper
    }
    #expect(said(graph) == ["note: no relation names 'lonely'"])
    #expect(graph.check(isWhole: false).diagnostics.isEmpty)
    #expect(said(try RelationGraph("") { lonely }).isEmpty)
  }

  @Test("An alias that is another's name")
  func alias() throws {
    let graph = try RelationGraph("") {
      State("japan", "Japan").alliedWith(State("nippon", "Nippon", aliases: ["Japan", "Nippon"]), when: "1950/1951")
    }
    #expect(said(graph) == ["note: 'Japan', an alias of 'nippon', is the name of 'japan'"])
  }

  @Test("Typographic quotation marks around a name, not within it")
  func quotes() throws {
    let graph = try RelationGraph("“T”") {
      Document("d", title: "„Titel“")
      State("a", "“A”").alliedWith(State("b", "Radio “Free” B", aliases: ["“B” and “C”"]), when: "1950/1951")
    }
    #expect(
      said(graph) == ["“T”", "„Titel“", "“A”"].map { "note: the quotation marks of \($0) are part of the name" })
  }

  @Test(
    "Characters that deceive: not seen, turning the text round, or looking like another letter",
    arguments: [
      ("Ja\u{202E}napa", "turns the text round: a right-to-left override (U+202E)"),
      ("Ja\u{200B}pan", "is not seen: a zero width space (U+200B)"),
      ("Ja\u{200D}pan", "is not seen: a zero width joiner (U+200D)"),
      ("J\u{430}p\u{430}n", "looks like a Latin one: a cyrillic small letter a (U+0430)"),
      ("J\u{391}pan", "looks like a Latin one: a greek capital letter alpha (U+0391)"),
    ])
  func deceiving(_ name: String, _ what: String) throws {
    let said = said(try RelationGraph("") { State("japan", name) })
    #expect(said.count == 1 && said[0].hasPrefix("warning: the name 'J") && said[0].hasSuffix(what), "\(said)")
    #expect(!said[0].unicodeScalars.contains { $0.properties.generalCategory == .format })
    #expect(self.said(try RelationGraph("") { State("japan", aliases: [name]) })[0].hasPrefix("warning: the alias"))
    #expect(self.said(try RelationGraph(name) { State("japan") })[0].hasPrefix("warning: the title"))
  }

  @Test(
    "Characters of other scripts deceive nobody",
    arguments: [
      "\u{5D9}\u{5E9}\u{5E8}\u{5D0}\u{5DC}\u{200F}", "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}",
      "Курильские острова", "Ελλάδα", "安倍 晋三", "Curaçao", "Владимир Putin", "\u{1F468}\u{200D}\u{1F469}",
    ])
  func honest(_ name: String) throws {
    #expect(said(try RelationGraph("") { State("japan", name, aliases: [name + " 2"]) }).isEmpty)
  }

  @Test(
    "A url that is none",
    arguments: [
      ("https://example.org/a?b=c#d", true), ("doi:10.1000/182", true), ("ftp://x", true), ("https://例え.jp/", true),
      ("mailto:a@b", true), ("not a url", false), ("www.example.org", false), ("https://", false), ("", false),
      ("https://a b", false), ("1:2", false),
    ])
  func url(_ text: String, isURL: Bool) throws {
    let graph = try RelationGraph("") { Document("d", url: text) }
    let errors = graph.check().diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty == isURL)
    if text == "www.example.org" {
      #expect(errors.first?.finding.advice == ["did you mean 'https://www.example.org'?"])
    }
  }

  @Test("Relations that cite nothing are counted, and errors where citations are required")
  func uncited() throws {
    let (a, b) = (State("a"), State("b"))
    let graph = try RelationGraph("") {
      a.alliedWith(b, when: "1950/1951", cite: Document("d").whole)
      a.recognizes(b, when: "1950/1951")
    }
    #expect(graph.check().uncitedRelations == 1)
    #expect(said(graph, requiresCitations: true).first == "error: 'a recognizes b' cites no document")
  }
}

@Suite("A digest of diagnostics")
struct DiagnosticDigestTests {
  private struct Odd: Finding {
    let severity: Severity
    let message: String
  }

  private struct Even: Finding {
    let severity: Severity
    let message: String
  }

  private func diagnostics(_ severity: Severity, _ count: Int, file: String) -> [Diagnostic] {
    (1...count).map { Diagnostic(Odd(severity: severity, message: "\($0)"), at: SourcePlace(file: file, line: $0)) }
  }

  @Test("Of more than twenty of a rule in a file the first ten are shown, and how many more there are")
  func limits() {
    for severity in [Severity.note, .warning] {
      #expect(DiagnosticDigest(diagnostics(severity, 20, file: "a")).lines.count == 20)
      let digest = DiagnosticDigest(diagnostics(severity, 21, file: "a") + diagnostics(severity, 20, file: "b"))
      #expect(digest.lines.count == 31)
      #expect(digest.lines[9].description == "a:10: \(severity.rawValue): 10")
      #expect(digest.lines[10].description == "a: 11 more \(severity.rawValue)s like the last one")
      #expect(DiagnosticDigest(diagnostics(severity, 50, file: "a"), all: true).lines.count == 50)
    }
    let mixed = diagnostics(.note, 20, file: "a") + [Diagnostic(Even(severity: .note, message: "other"), at: nil)]
    #expect(DiagnosticDigest(mixed).lines.count == 21)
  }

  @Test("Errors come last, all of them, and first counted")
  func errors() {
    let digest = DiagnosticDigest(diagnostics(.error, 30, file: "a") + diagnostics(.note, 1, file: "b"))
    #expect(digest.lines.first?.description == "b:1: note: 1")
    #expect(digest.lines.count == 31)
    #expect(digest.totals == "30 errors, 0 warnings, 1 note")
  }
}
