import Entente
import Testing

@testable import EntenteCommand

@Suite("Diagnostics on a terminal")
struct DiagnosticTextTests {
  private struct Found: Finding {
    var severity = Severity.error
    var message = "wrong"
    var advice: [String] = []
  }

  /// The place of `length` characters from the one before which so many stand.
  private func place(_ line: String, column: Int, length: Int = 1, file: String = "a.yaml") -> SourcePlace {
    let before = line.prefix(column - 1).utf8.count + max(0, column - 1 - line.count)
    let marked = line.dropFirst(column - 1).prefix(length).utf8.count
    let source = SourceText(file, bytes: Array(line.utf8))
    return SourcePlace(in: source, offset: before, length: length > line.count ? length : marked)
  }

  /// The source line and the mark of a diagnostic about `length` characters from `column` on.
  private func mark(_ line: String, column: Int, length: Int = 1) -> [String] {
    let diagnostic = Diagnostic(Found(), at: place(line, column: column, length: length))
    return Array(DiagnosticText().lines(of: diagnostic).dropFirst())
  }

  @Test("The mark stands under what is wrong, as wide as a terminal shows it")
  func widths() {
    #expect(mark("ab cd", column: 4, length: 2) == ["  ab cd", "     ^~"])
    #expect(mark("日本 cd", column: 4, length: 2) == ["  日本 cd", "       ^~"])
    #expect(mark("ab 日本", column: 4, length: 2) == ["  ab 日本", "     ^~~~"])
    #expect(mark("ｱ한é 😀 x", column: 7) == ["  ｱ한é 😀 x", "          ^"])
    #expect(mark("e\u{301}e\u{301} x", column: 4) == ["  e\u{301}e\u{301} x", "     ^"])
    #expect(mark("👩‍🚀 x", column: 3) == ["  👩‍🚀 x", "     ^"])
    #expect(mark("\ta\tb", column: 4) == ["  \ta\tb", "  \t \t^"])
  }

  @Test("A place past the end of its line, and a mark that would be longer than it")
  func beyond() {
    #expect(mark("ab", column: 3) == ["  ab", "    ^"])
    #expect(mark("ab", column: 9) == ["  ab", "    ^"])
    #expect(mark("abc", column: 2, length: 100) == ["  abc", "   ^~"])
    #expect(mark("", column: 1) == [])
  }

  @Test("Of a long line the part around the mark is shown")
  func longLine() {
    let lines = mark(
      String(repeating: "x", count: 500) + "HERE" + String(repeating: "y", count: 500), column: 501, length: 4)
    #expect(lines[0].count < 150)
    let start = lines[1].count - "^~~~".count
    #expect(String(Array(lines[0])[start..<start + 4]) == "HERE")
    #expect(lines[0].hasPrefix("  …x") && lines[0].hasSuffix("y…"))
  }

  @Test("Nothing that a file has in it can act on the terminal")
  func harmless() {
    let place = place("a\u{1b}[31m\u{202e}b", column: 5, file: "a\u{1b}.yaml")
    let finding = Found(message: "'\u{1b}]0;title\u{7}'", advice: ["\u{202e}x\ny"])
    let lines = DiagnosticText().lines(of: Diagnostic(finding, at: place))
    #expect(
      lines == [
        "a�.yaml:1:5: error: '�]0;title�'", "  a�[31m�b", "      ^", "  �x y",
      ])
  }

  @Test("Colour only when it is asked for: bold, and red, magenta or cyan for the severity")
  func colour() {
    let place = place("ab", column: 1)
    for (severity, code) in [(Severity.error, 31), (.warning, 35), (.note, 36)] {
      let diagnostic = Diagnostic(Found(severity: severity), at: place)
      let plain = DiagnosticText().lines(of: diagnostic)
      let coloured = DiagnosticText(isColoured: true).lines(of: diagnostic)
      #expect(plain == ["a.yaml:1:1: \(severity.rawValue): wrong", "  ab", "  ^"])
      #expect(
        coloured == [
          "\u{1b}[1ma.yaml:1:1: \u{1b}[0m\u{1b}[1;\(code)m\(severity.rawValue): \u{1b}[0m\u{1b}[1mwrong\u{1b}[0m",
          "  ab", "  \u{1b}[1;32m^\u{1b}[0m",
        ])
    }
  }
}
