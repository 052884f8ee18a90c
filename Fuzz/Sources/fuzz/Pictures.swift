import Dispatch
import Entente
import EntenteGraphviz
import EntentePage

extension Subject {
  /// Small graphs of any shape, with any names: each pair of bytes before the first line feed is a relation, each line behind
  /// it a name. A picture is drawn, and is XML.
  static let pictures = Subject(name: "pictures") { bytes in
    let graph = Shapes.graph(of: bytes)
    Waiting.run {
      var options = PictureOptions()
      options.isQuick = true
      guard let picture = try? await graph.everything.picture(options) else { return }
      if !XML.isXML(Array(picture.svg().utf8)) { broken("a picture is XML") }
    }
  }

  /// A page has no more code in it than a page of plain texts has, whatever the texts are.
  static let pages = Subject(name: "html") { bytes in
    guard let graph = AnyTexts.graph(of: bytes) else { return }
    Waiting.run {
      guard let bytes = try? await page(of: graph) else { return }
      let found = XML.code(inHTML: bytes)
      if found != plainCode { broken("a page has its own code alone: \(found)") }
    }
  }

  private static let plainCode: [String] = {
    let plain = AnyTexts.graph(of: Array("plain\nwords\nalone".utf8))
    let code = Waiting.value { () async -> [String] in
      guard let plain, let bytes = try? await page(of: plain) else { return ["no page"] }
      return XML.code(inHTML: bytes)
    }
    if code == ["no page"] { broken("plain texts make a page") }
    return code
  }()

  private static func page(of graph: RelationGraph) async throws -> [UInt8] {
    var options = PageOptions()
    options.picture.isQuick = true
    return try await graph.everything.bytes(HTML(options))
  }
}

private enum Shapes {
  static func graph(of bytes: [UInt8]) -> RelationGraph {
    let end = bytes.firstIndex(of: 10) ?? bytes.endIndex
    let names = bytes[end...].split(separator: 10, maxSplits: 12).map { String(decoding: $0, as: UTF8.self) }
    let pairs = stride(from: 0, to: min(end, 48) - 1, by: 2).map { (bytes[$0], bytes[$0 + 1]) }
    var draft = GraphDraft()
    for index in Set(pairs.flatMap { [$0.0 % 12, $0.1 % 12] }).sorted() {
      draft.entity("n\(index)", kind: "state", name: Int(index) < names.count ? names[Int(index)] : nil)
    }
    for (index, (first, second)) in pairs.enumerated() {
      let date = second & 0x80 == 0 ? nil : "\(1900 + Int(first % 100))"
      draft.relation("n\(first % 12)", "allied-with", "n\(second % 12)", when: date, id: "r\(index)")
    }
    return draft.finish(title: "Shapes").graph
  }
}

/// Waits for work that is asynchronous; libFuzzer's call is not.
private enum Waiting {
  static func run(_ body: @escaping @Sendable () async -> Void) { value(body) }

  @discardableResult
  static func value<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value {
    let box = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      box.value = await body()
      done.signal()
    }
    done.wait()
    guard let value = box.value else { broken("work that ended has a value") }
    return value
  }

  private final class Box<Value>: @unchecked Sendable { var value: Value? }
}
