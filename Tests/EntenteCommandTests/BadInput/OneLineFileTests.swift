import Entente
import EntenteFormats
import Testing

@testable import EntenteCommand

@Suite("Large files of one line")
struct OneLineFileTests {
  /// A format, and a megabyte of it in one line whose last relation has an end that is no entity.
  enum Form: String, CaseIterable {
    case graphml, gexf, json, yaml

    private static let note = "日本 and what was said"

    var text: String {
      let edges = (0..<8_000).map { edge("e\($0)", to: "b") } + [edge("last", to: "nowhere")]
      return switch self {
      case .graphml:
        #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="n" for="edge" attr.name="note"/>"#
          + #"<graph edgedefault="directed"><node id="a"/><node id="b"/>"# + edges.joined() + "</graph></graphml>"
      case .gexf:
        #"<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="a"/><node id="b"/></nodes><edges>"#
          + edges.joined() + "</edges></graph></gexf>"
      case .json: #"{"nodes":[{"id":"a"},{"id":"b"}],"edges":["# + edges.joined(separator: ",") + "]}"
      case .yaml: "{states: {a: A, b: B}, relations: [" + edges.joined(separator: ", ") + "]}"
      }
    }

    private func edge(_ id: String, to end: String) -> String {
      switch self {
      case .graphml: #"<edge id="\#(id)" source="a" target="\#(end)"><data key="n">\#(Self.note)</data></edge>"#
      case .gexf:
        #"<edge id="\#(id)" source="a" target="\#(end)" label="\#(Self.note)" kind="met" weight="2"></edge>"#
      case .json: #"{"id":"\#(id)","source":"a","target":"\#(end)","type":"met","note":"\#(Self.note)"}"#
      case .yaml: #"{a allied-with \#(end): {id: \#(id), note: \#(Self.note)}}"#
      }
    }
  }

  @Test("A fault at the end has its column, in characters, and what is around it is shown", arguments: Form.allCases)
  func fault(form: Form) throws {
    let text = form.text
    let folder = try GraphFolder(["a.\(form)": .text(text)])
    let loaded = folder.load(["a.\(form)"])
    let error = try #require(loaded.diagnostics.first { $0.severity == .error })
    let place = try #require(error.place)
    let before = try #require(text.range(of: "nowhere")).lowerBound
    #expect(place.line == 1)
    #expect(place.column == text.distance(from: text.startIndex, to: before) + 1)
    #expect(error.finding.message == "no entity has the id 'nowhere'")

    let lines = DiagnosticText().lines(of: error)
    #expect(lines.allSatisfy { $0.count < 200 }, "\(lines.map(\.count))")
    let mark = try #require(lines.firstIndex { $0.hasSuffix("^~~~~~~") })
    let columns = DisplayWidth.columns(of: lines[mark]) - "^~~~~~~".count
    var shown = lines[mark - 1][...]
    while DisplayWidth.columns(of: lines[mark - 1]) - DisplayWidth.columns(of: shown) < columns { shown.removeFirst() }
    #expect(shown.hasPrefix("nowhere"), "\(shown)")
  }

  @Test("Notes about thousands of places in one line are ten, and how many more", arguments: Form.allCases)
  func many(form: Form) throws {
    let text = form.text.replacing("nowhere", with: "b").replacing("allied-with b", with: "allied-with a")
      .replacing(#"target="b""#, with: #"target="a""#).replacing(#""target":"b""#, with: #""target":"a""#)
    let folder = try GraphFolder(["a.\(form)": .text(text)])
    let digest = DiagnosticDigest(folder.load(["a.\(form)"]).diagnostics, all: false)
    #expect(digest.lines.count < 60, "\(digest.lines.count)")
  }
}
