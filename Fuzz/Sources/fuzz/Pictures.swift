import Dispatch
import Entente
import EntenteGraphviz

extension Subject {
  /// Small graphs of any shape: each pair of bytes is a relation. A picture is drawn, is XML, and has no fault left.
  static let pictures = Subject(name: "pictures") { bytes in
    var draft = GraphDraft()
    let pairs = stride(from: 0, to: min(bytes.count, 48) - 1, by: 2).map { (bytes[$0], bytes[$0 + 1]) }
    for (first, second) in pairs {
      draft.entity("n\(first % 12)", kind: "state")
      draft.entity("n\(second % 12)", kind: "state")
    }
    for (index, (first, second)) in pairs.enumerated() {
      let date = second & 0x80 == 0 ? nil : "\(1900 + Int(first % 100))"
      draft.relation("n\(first % 12)", "allied-with", "n\(second % 12)", when: date, id: "r\(index)")
    }
    let (graph, _) = draft.finish(title: "Shapes")
    waiting {
      var options = PictureOptions()
      options.isQuick = true
      guard let picture = try? await graph.everything.picture(options) else { return }
      if !Laws.isXML(Array(picture.svg().utf8)) { broken("a picture is XML") }
    }
  }

  /// Waits for work that is asynchronous; libFuzzer's call is not.
  private static func waiting(_ body: @escaping @Sendable () async -> Void) {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      await body()
      done.signal()
    }
    done.wait()
  }
}
