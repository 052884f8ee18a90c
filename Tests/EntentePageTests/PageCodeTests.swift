import Foundation
import Testing

@testable import EntentePage

/// The modules are one script in the page: what stands at their top must have different names.
@Suite struct PageCodeTests {
  @Test func topLevelNamesAreUnique() {
    let script = String(decoding: PageCode.drawingScript, as: UTF8.self)
    let names = script.matches(of: /(?:^|[;}])(?:async )?(?:function|class) ([A-Za-z0-9$]+)/).map {
      String($0.output.1)
    }
    #expect(names.count > 100)
    #expect(names.count == Set(names).count)
    #expect(!script.contains("import ") && !script.contains("export "))
  }

  /// A name that is a key of the data, of an attribute or of a text in the page must not be shortened: the other side has it whole.
  @Test func whatOthersNameIsNotShortened() throws {
    let graph = try Graphs.seed()
    let data = PageData.json(PageRows(of: graph.everything, texts: ["tass": Graphs.text], includesTexts: true))
    let keys = data.matches(of: /"([A-Za-z]+)":/).map { String($0.output.1) }
    let attributes = PageCode.template.matches(of: /data-(?:text|label)="([A-Za-z]+)"/).map { String($0.output.1) }
    let script = String(decoding: PageCode.drawingScript, as: UTF8.self)
    let asked = script.matches(of: /dataset\.([A-Za-z0-9$]+)/).map { String($0.output.1) }
    #expect(asked.contains("select") && asked.allSatisfy { !ShortNames.all.values.contains($0) })
    #expect(keys.contains("paragraphs") && attributes.contains("anyYear"))
    #expect(Set(keys + attributes).filter { ShortNames.all[$0] != nil } == [])
  }

  /// No two names become one, and none becomes what a module calls something already.
  @Test func shortNamesAreFree() throws {
    let names = ShortNames.all
    #expect(names.count > 400 && Set(names.values).count == names.count)
    let folder = Graphs.repository.appending(path: "Sources/EntentePage/Page")
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "js" {
      let script = try String(contentsOf: file, encoding: .utf8)
      let words = Set(script.matches(of: /[A-Za-z0-9_$]+/).map { String($0.output) })
      #expect(words.intersection(names.values).subtracting(["h2", "h3", "w3"]) == [], "\(file.lastPathComponent)")
    }
  }

  /// The page's own weight: script, style and template, without anything of a graph.
  @Test func allOfItIsBelowAHundredKilobytes() {
    let code = max(
      PageCode.script.count + PageCode.style.count, PageCode.drawingScript.count + PageCode.drawingStyle.count)
    let weight = code + PageCode.template.utf8.count
    #expect(weight < 100_000)
  }

  @Test(arguments: [
    ("const a = 1; // one\nconst b = a\n  / 2;", "let a=1;let b=a/2;"),
    ("const a = [true, {b: false,},];", "let a=[!0,{b:!1}];"),
    ("f(`a ${ {x: 1}.x + `b  ${c}` }  d`);", "f(`a ${{x:1}.x+`b  ${c}`}  d`);"),
    ("return /[/\"]  x/.test(s) ? a++ + b : '  ';", "return/[/\"]  x/.test(s)?a++ +b:'  ';"),
    ("/** Says. */\nfunction f() {\n  g();\n}\nfunction h() {}", "function f(){g()}function h(){}"),
  ])
  func scriptsAreSqueezed(_ script: String, _ squeezed: String) {
    #expect(String(decoding: ScriptSqueezer.squeezed(Array(script.utf8)), as: UTF8.self) == squeezed)
  }
}
