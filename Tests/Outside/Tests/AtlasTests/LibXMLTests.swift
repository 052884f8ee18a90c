import Atlas
import CLibXML2
import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("A program that uses libxml2 itself")
struct LibXMLTests {
  /// Entente opens libxml2 when it needs it, with declarations of its own: neither is in the other's way.
  @Test("It builds, and both read what the other wrote")
  func both() throws {
    let tass = Document("tass", title: "An article", publisher: "TASS")
    let graph = try RelationGraph("A & B") {
      State("japan", "Japan").claims(
        Island("kurils", "Kurils"), when: "1956", cite: tass[5, "laid claims"], id: "claim")
    }
    let atlas = try graph.everything.bytes(Atlas())
    let document = atlas.withUnsafeBytes { xmlReadMemory($0.baseAddress, CInt($0.count), nil, nil, 0) }
    let root = try #require(xmlDocGetRootElement(document))
    #expect(String(cString: root.pointee.name) == "atlas")

    // An encoding that Entente's own scanner does not know is read by libxml2.
    let graphML = try #require(String(bytes: graph.everything.bytes(GraphML()), encoding: .utf8))
    let latin = try #require(
      graphML.replacingOccurrences(of: "encoding=\"UTF-8\"", with: "encoding=\"ISO-8859-1\"").data(using: .isoLatin1))
    #expect(latin != Data(graphML.utf8))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).graphml")
    try latin.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(LoadedGraph(contentsOf: [file.path]).graph?.relations.count == 1)
    xmlFreeDoc(document)
  }
}
