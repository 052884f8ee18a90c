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

  /// The page's own weight: script, style and template, without anything of a graph.
  @Test func allOfItIsBelowAHundredKilobytes() {
    let weight = PageCode.drawingScript.count + PageCode.style.count + PageCode.template.utf8.count
    #expect(weight < 100_000)
  }

  @Test(arguments: [
    ("const a = 1; // one\nconst b = a\n  / 2;", "const a=1;const b=a/2;"),
    ("f(`a ${ {x: 1}.x + `b  ${c}` }  d`);", "f(`a ${{x:1}.x+`b  ${c}`}  d`);"),
    ("return /[/\"]  x/.test(s) ? a++ + b : '  ';", "return/[/\"]  x/.test(s)?a++ +b:'  ';"),
    ("/** Says. */\nfunction f() {\n  g();\n}\nfunction h() {}", "function f(){g()}function h(){}"),
  ])
  func scriptsAreSqueezed(_ script: String, _ squeezed: String) {
    #expect(String(decoding: ScriptSqueezer.squeezed(Array(script.utf8)), as: UTF8.self) == squeezed)
  }
}
