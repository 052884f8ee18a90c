import Testing

@testable import EntenteFormats

/// What another core finds ahead is what one alone finds.
@Suite("YAML, event by event")
struct YAMLParserTests {
  /// One event, and all that the parser tells of it.
  private struct Heard: Equatable {
    let event: YAMLEvent
    let start: YAMLMark
    let end: YAMLMark
    let text: [UInt8]
    let isPlain: Bool
    let hasTag: Bool
  }

  private func heard(_ text: String, cores: Int, atMost limit: Int = .max) -> (events: [Heard], fault: String?) {
    var events: [Heard] = []
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var parser = YAMLParser(bytes, offset: 3, cores: cores)
      do throws(YAMLFault) {
        while events.count < limit {
          let event = try parser.next()
          events.append(
            Heard(
              event: event, start: parser.start, end: parser.end, text: Array(parser.text), isPlain: parser.isPlain,
              hasTag: parser.hasTag))
          if event == .streamEnd { return (events, nil) }
        }
        return (events, nil)
      } catch {
        return (events, "\(error)")
      }
    }
  }

  private func relations(_ count: Int) -> String {
    let each = (0..<count).map {
      "  - état-\($0) claims \"Île \($0)\": {when: 19\($0 % 100), note: !str 'it''s \($0)'}\n"
    }
    return "title: Größe\nrelations:\n" + each.joined()
  }

  @Test(
    "The same events at the same places, and the same fault behind them",
    arguments: [
      "", "- &a 1\n- *a\n", "  - broken: [1, 2\n", "\tx: 1\n", "  - late: \u{1}\n", "---\nanother: document\n",
      String(repeating: "[", count: 5000), "  - |\n    " + String(repeating: "long ", count: 40_000) + "\n",
    ])
  func cores(_ rest: String) {
    for count in [0, 10, 3000, 9000] {
      let text = relations(count) + rest
      let (one, two) = (heard(text, cores: 1), heard(text, cores: 2))
      #expect(one.events == two.events, "\(count)")
      #expect(one.fault == two.fault, "\(count)")
      // libyaml looks at bytes before it finds what they mean.
      #expect(one.events.count > 8 * count || rest.contains("\u{1}"))
    }
  }

  @Test("Who stops in the middle is not kept waiting")
  func stopping() {
    let text = relations(20_000)
    for limit in [1, 5000, 30_000] { #expect(heard(text, cores: 2, atMost: limit).events.count == limit) }
  }

  @Test("Ends of relations are told before they are read")
  func hashes() {
    let bytes = Array("relations:\n  - japan claims iturup\n  - note: two words\n  - russia holds iturup: {}\n".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var parser = YAMLParser(bytes, offset: 0)
      _ = try? parser.next()
      #expect(parser.takeHashes()?.count == 4)
      #expect(parser.takeHashes() == nil)
    }
  }
}
