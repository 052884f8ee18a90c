import Foundation
import Testing

/// The map of folders: which others each may use. What is not named here does not exist.
///
/// Swift has no walls within a module, so this test is one: it reads the sources, finds which types each folder defines,
/// and fails when a folder names one of a folder that its line does not allow.
@Suite("Folders")
struct FolderTests {
  /// What a format may use.
  private static let steps = ["Export", "Properties", "Reading", "Style", "Writing"]

  private static let map: [String: [String: [String]]] = [
    "Entente": [
      "Diagnostics": [],
      "Dates": ["Diagnostics"],
      "Schema": ["Dates", "Diagnostics"],
      "Model": ["Schema", "Dates", "Diagnostics"],
      "Select": ["Model", "Schema", "Dates", "Diagnostics"],
      "Citations": ["Model", "Schema", "Dates", "Diagnostics"],
      "Check": ["Citations", "Model", "Schema", "Dates", "Diagnostics"],
      "Build": ["Check", "Citations", "Select", "Model", "Schema", "Dates", "Diagnostics"],
    ],
    "EntenteFormats": [
      "Writing": [],
      "Style": [],
      "Export": ["Style", "Writing"],
      "Reading": ["Export", "Properties", "Writing"],
      "Tables": ["Export", "Properties", "Reading", "Writing"],
      "XLSX": steps + ["Tables"],
      "Properties": ["Export", "Style", "Writing"],
      "Report": ["Export", "Writing"],
      "YAML": steps + ["Tables"],
      "CSV": steps + ["Tables"], "Cypher": steps, "Cytoscape": steps, "DOT": steps, "FollowTheMoney": steps,
      "GEXF": steps,
      "GraphML": steps, "NodeLink": steps, "RDF": steps,
      "Slices": steps + ["GraphML", "Tables"],
      "Registry": steps + [
        "CSV", "Cypher", "Cytoscape", "DOT", "FollowTheMoney", "GEXF", "GraphML", "NodeLink", "RDF", "XLSX", "YAML",
        "Tables",
      ],
    ],
    "EntenteGraphviz": [
      "Geometry": [],
      "Text": ["Geometry"],
      "Diagram": ["Geometry", "Text"],
      "Marks": ["Geometry", "Text"],
      "Measure": ["Geometry", "Marks", "Text"],
      "Paint": ["Geometry", "Marks", "Text"],
      "Layout": ["Diagram", "Geometry", "Marks", "Measure", "Text"],
      "Picture": ["Diagram", "Geometry", "Layout", "Marks", "Measure", "Paint", "Text"],
    ],
    "EntentePage": [noFolder: []],
    "EntenteCommand": [
      "Terminal": [],
      "Options": ["Terminal"],
      "Commands": ["Options", "Terminal"],
      noFolder: ["Commands", "Terminal"],
    ],
  ]

  /// What stands in no folder of its target.
  private static let noFolder = "."

  private struct Source {
    let folder: String
    let path: String
    /// The code without comments and texts.
    let code: String
  }

  @Test("No folder uses one that the map does not allow", arguments: map.keys.sorted())
  func walls(target: String) throws {
    let sources = try Self.sources(of: target)
    let allowed = try #require(Self.map[target])
    #expect(Set(sources.map(\.folder)) == Set(allowed.keys), "a folder that the map does not have, or has for nothing")
    var homes: [String: String] = [:]
    var own: [String: Set<String>] = [:]
    for source in sources {
      for name in Self.topLevelTypes(in: source.code) { homes[name] = source.folder }
      own[source.folder, default: []].formUnion(Self.types(in: source.code))
    }
    for source in sources {
      let used = Set(source.code.matches(of: /\b[A-Z]\w*/).map { String($0.output) })
      for name in used.subtracting(own[source.folder] ?? []).sorted() {
        guard let home = homes[name], home != source.folder else { continue }
        #expect(
          allowed[source.folder]?.contains(home) == true,
          "\(source.path) uses \(name) of \(home)/, which \(source.folder)/ may not")
      }
    }
  }

  @Test("The map has no circle", arguments: map.keys.sorted())
  func circles(target: String) throws {
    var left = try #require(Self.map[target])
    while !left.isEmpty {
      let free = left.filter { $0.value.allSatisfy { left[$0] == nil } }
      try #require(!free.isEmpty, "in a circle: \(left.keys.sorted())")
      for folder in free.keys { left[folder] = nil }
    }
  }

  @Test(
    "What macOS does not have is imported only where it is",
    arguments: ["Entente", "EntenteFormats", "EntenteGraphviz", "EntentePage", "EntenteCommand"])
  func imports(target: String) throws {
    let modules = ["FoundationEssentials", "Glibc", "Musl", "Android"]
    for source in try Self.sources(of: target) {
      let lines = source.code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      for (number, line) in lines.enumerated() {
        guard let module = modules.first(where: { line == "import \($0)" }) else { continue }
        let before = number > 0 ? lines[number - 1] : ""
        #expect(before.hasSuffix("canImport(\(module))"), "\(source.path): import \(module)")
      }
    }
  }

  @Test("Only the command prints, exits or reads arguments, only pictures draw", arguments: map.keys.sorted())
  func whatIsOutside(target: String) throws {
    for source in try Self.sources(of: target) {
      if target != "EntenteCommand" {
        let words = source.code.matches(of: /(?m)(?:^|[^.\w])(?:print|exit|abort)\(|\bCommandLine\b/)
        #expect(words.isEmpty, "\(source.path): \(words.map { String($0.output) })")
      }
      let imports = source.code.matches(of: /(?m)^(?:\w+ )*import (\w+)$/).map { String($0.output.1) }
      let foreign = Set(imports).intersection(["CGraphviz", "CDrawing", "CLoading"])
      #expect(target == "EntenteGraphviz" || foreign.isEmpty, "\(source.path): \(foreign)")
      if target == "Entente" { #expect(imports.allSatisfy { $0 == "Synchronization" }, "\(source.path): \(imports)") }
    }
  }

  // MARK: - Reading sources

  private static func sources(of target: String) throws -> [Source] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(target)")
    let files = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
    let swift = files.filter { $0.hasSuffix(".swift") }
    try #require(!swift.isEmpty)
    return try swift.map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let code = text.replacing(/(?m)\/\/.*$/, with: "").replacing(/"(\\.|[^"\\\n])*"/, with: "\"\"")
      let parts = path.split(separator: "/")
      return Source(folder: parts.count > 1 ? String(parts[0]) : noFolder, path: "\(target)/\(path)", code: code)
    }
  }

  /// The types that a file defines for others.
  private static func topLevelTypes(in code: String) -> [String] {
    code.matches(
      of: /(?m)^(?:public |package |indirect |final )*(?:struct|enum|class|protocol|actor|typealias) (\w+)/
    ).map { String($0.output.1) }
  }

  /// All types that a file defines, also within others and for itself alone.
  private static func types(in code: String) -> [String] {
    code.matches(of: /\b(?:struct|enum|class|protocol|actor|typealias) (\w+)/).map { String($0.output.1) }
  }
}
