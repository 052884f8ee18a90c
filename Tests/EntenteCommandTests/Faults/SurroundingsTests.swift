import Foundation
import Testing

/// What a machine lacks or has otherwise.
@Suite("Other surroundings")
struct SurroundingsTests {
  /// Ten of them: time zones and locales, no home, one core. Swift's hashes have another seed in each process anyway.
  private static let surroundings = [
    "TZ=UTC LC_ALL=C", "TZ=Asia/Kathmandu LC_ALL=C.UTF-8", "TZ=America/St_Johns LC_ALL=POSIX",
    "TZ=Pacific/Chatham LC_ALL=tr_TR.UTF-8 LOCPATH=$PWD/locales", "TZ=Antarctica/Troll LANG=de_DE.UTF-8",
    "TZ=:/nowhere LC_NUMERIC=tr_TR.UTF-8 LOCPATH=$PWD/locales", "TZ='<odd>+25:17:13' LC_TIME=tr_TR.UTF-8",
    "TZ=Africa/Monrovia LANGUAGE=ja", "-u HOME TZ=Asia/Tokyo", "-i ASAN_OPTIONS=$ASAN_OPTIONS taskset --cpu-list 0",
  ]

  @Test(
    "The same bytes in ten time zones and locales, on one core and on two",
    arguments: ["graphml", "gexf", "json", "cyjs", "dot", "cypher", "ttl", "jsonld", "ftm.json", "yaml", "svg", "html"])
  func sameBytes(ending: String) throws {
    let folder = try Scratch.folder()
    // Where the machine has the description of Turkish, it is Turkish: letters i without and with a dot, a comma in numbers.
    _ = try Shell.run("mkdir locales; localedef -i tr_TR -f UTF-8 locales/tr_TR.UTF-8", in: folder)
    let quick = ending == "svg" || ending == "html" ? "--quick" : ""
    let command = "\"$entente\" export \"$seed\" --format \(ending) \(quick) --quiet"
    let expected = try Shell.run(command, in: folder)
    #expect(expected.status == 0 && !expected.output.isEmpty, "\(expected.errors)")
    for surroundings in Self.surroundings {
      let outcome = try Shell.run("env \(surroundings) \(command)", in: folder)
      #expect(outcome.status == 0, "\(surroundings): \(outcome.errors)")
      #expect(outcome.output == expected.output, "\(surroundings)")
    }
  }

  @Test("Without Graphviz' plugins a picture is an error that says so")
  func plugins() throws {
    let folder = try Scratch.folder()
    let outcome = try Shell.run("GVBINDIR=$PWD \"$entente\" export \"$seed\" -o x.svg --quick --quiet", in: folder)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.contains("error: the graph could not be laid out: Graphviz has no 'dot' here"), "\(outcome)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("Without fonts a picture is drawn, or it is said what is missing")
  func fonts() throws {
    let folder = try Scratch.folder()
    let none = "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere</dir></fontconfig>"
    try none.write(to: folder.appending(path: "fonts.conf"), atomically: false, encoding: .utf8)
    let line = "FONTCONFIG_FILE=$PWD/fonts.conf \"$entente\" export \"$seed\" -o x.svg --quick"
    let outcome = try Shell.run(line, in: folder)
    #expect(outcome.status == 0 || outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.contains("font"), "\(outcome)")
  }

  @Test("A file that shrinks while it is read is read as far as it goes, or is an error")
  func shrinking() throws {
    let folder = try Scratch.folder()
    let rows = (0..<400_000).map { "a\($0 % 977),b\($0 % 991)\n" }.joined()
    try ("source,target\n" + rows).write(to: folder.appending(path: "all.csv"), atomically: false, encoding: .utf8)
    let line = """
      for pause in 0.01 0.03 0.05 0.1 0.2 0.3 0.5 0.8; do
        cp all.csv part.csv
        "$entente" export part.csv -o out.json --quiet --no-sync & sleep $pause; truncate -s 100001 part.csv
        wait $!; echo $?
      done
      """
    let outcome = try Shell.run(line, in: folder)
    let ends = outcome.output.split(separator: "\n")
    #expect(ends.count == 8 && ends.allSatisfy { $0 == "0" || $0 == "1" }, "\(outcome)")
  }

  @Test("A name that is not UTF-8 is refused, and it is said why")
  func names() throws {
    let folder = try Scratch.folder()
    let line = "cp \"$seed\" $'caf\\xe9.yaml'; \"$entente\" check $'caf\\xe9.yaml'"
    let outcome = try Shell.run(line, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("is not UTF-8, so no file can be found by it"), "\(outcome.errors)")
    let read = try Shell.run("\"$entente\" check --input-format yaml - <$'caf\\xe9.yaml'", in: folder)
    #expect(!read.errors.contains("not UTF-8"))
  }

  @Test("Names with a terminal's commands do nothing to one, in lists and in messages")
  func terminal() throws {
    let folder = try Scratch.folder()
    let graph = """
      states: {a: "A\\e[31m\\a\\u009b2J", b: B}
      relations: [a allied-with b, {a met b: {when: "x\\e[1m"}}]
      """
    try graph.write(to: folder.appending(path: "e\u{1b}[2J\n.yaml"), atomically: false, encoding: .utf8)
    let good = graph.replacing(", {a met b: {when: \"x\\e[1m\"}}", with: "")
    try good.write(to: folder.appending(path: "good.yaml"), atomically: false, encoding: .utf8)
    for line in [
      "check *.yaml", "list good.yaml", "list --ids good.yaml", "entities good.yaml", "show good.yaml",
      "export good.yaml -o $'none/\\e[2J\\n.json'",
    ] {
      let outcome = try Shell.run("\"$entente\" \(line)", in: folder)
      let said = (outcome.output + outcome.errors).unicodeScalars
      let bad = said.filter { $0 != "\n" && $0 != "\t" && $0.properties.generalCategory == .control }
      #expect(bad.isEmpty, "\(line): \(outcome)")
    }
  }
}
