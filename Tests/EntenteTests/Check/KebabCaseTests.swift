import Testing

@testable import Entente

@Suite("Ids are kebab-case")
struct KebabCaseTests {
  private func allows(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { KebabCase.allows($0) }
  }

  @Test(
    "Small letters of any script, digits and single hyphens",
    arguments: [
      "japan", "soviet-union", "declaration-1956", "1956-declaration", "x", "путин", "курилы-千島", "日本", "e\u{301}tat",
      "région-1", "हिन्दी", "ไทย",
    ])
  func allowed(id: String) { #expect(allows(id)) }

  @Test(
    "Nothing else, and what was meant",
    arguments: [
      ("Japan", "japan"), ("soviet union", "soviet-union"), ("soviet_union", "soviet-union"), ("a--b", "a-b"),
      ("-a", "a"),
      ("a-", "a"), ("Путин", "путин"), ("a.b/c", "a-b-c"), ("日本・千島", "日本-千島"), ("1956", nil), ("", nil), ("-", nil),
      ("19-56", nil), ("!", nil), ("\u{301}", nil),
    ])
  func refused(id: String, meant: String?) {
    #expect(!allows(id))
    #expect(KebabCase.nearest(to: id) == meant)
  }

  @Test("What was meant is always an id")
  func nearestIsAllowed() {
    let letters = ["a", "B", "é", "Я", "千", "1", "-", " ", "_", "İ", "ß", "ǅ", "\u{301}", "़", "😀"]
    for first in letters {
      for second in letters {
        for third in letters {
          guard let meant = KebabCase.nearest(to: first + second + third) else { continue }
          #expect(allows(meant), "\(first)\(second)\(third)")
        }
      }
    }
  }
}
