import EntenteFormats
import Testing

/// What a JSON text says, a token a line; or why it says nothing, and where.
private func tokens(_ text: some Sequence<UInt8>, piece: Int = .max) -> [String] {
  var reader = JSONReader(ByteStream(Array(text), inPiecesOf: piece))
  var lines: [String] = []
  do {
    while true {
      let token = try reader.next()
      switch token {
      case .end: return lines
      case .key, .string, .number:
        lines.append("\(token) \(String(decoding: reader.text, as: UTF8.self).debugDescription) @\(reader.offset)")
      default: lines.append("\(token) @\(reader.offset)")
      }
    }
  } catch let fault as JSONFault {
    return lines + ["fault @\(fault.offset)"]
  } catch {
    return lines + ["\(error)"]
  }
}

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test("gives each token, with the byte that it begins with, in pieces of any size")
  func whole() {
    let text = #" {"a" : [1, -2.5e+3, true,false , null, NaN, -Infinity], "ü\n\"\u00e9\ud83d\ude00\/": {}, "b":[]} "#
    let expected = [
      "beginObject @1", #"key "a" @3"#, "beginArray @8", #"number "1" @9"#, #"number "-2.5e+3" @12"#, "yes @21",
      "no @26",
      "null @34", #"number "NaN" @40"#, #"number "-Infinity" @45"#, "endArray @54", #"key "ü\n\"é😀/" @58"#,
      "beginObject @87", "endObject @88", #"key "b" @92"#, "beginArray @95", "endArray @96", "endObject @97",
    ]
    #expect(tokens(text.utf8) == expected)
    for piece in [1, 2, 3, 10] { #expect(tokens(text.utf8, piece: piece) == expected) }
    #expect(tokens("\u{FEFF}7".utf8) == [#"number "7" @3"#])
    #expect(tokens(#""x""#.utf8) == [#"string "x" @1"#])
  }

  @Test(
    "says where a text is none",
    arguments: [
      ("", 0), ("  ", 2), ("{", 1), ("[1,]", 3), ("[1 2]", 3), (#"{"a" 1}"#, 5), (#"{"a":1,}"#, 7), ("{a:1}", 1),
      ("[1}", 2),
      (#"{"a":1]"#, 6), ("tru", 0), ("nulls", 0), ("01", 0), ("1.", 0), ("-", 0), ("1e", 0), ("+1", 0), ("1x", 0),
      (#""a"#, 2), ("\"a\nb\"", 2), (#""\x""#, 1), (#""\u12g4""#, 1), (#""\ud800""#, 1), ("1 2", 2), ("'a'", 0),
      ("\"a\u{0}\"", 2), ("]", 0),
    ])
  func faults(text: String, offset: Int) {
    #expect(tokens(text.utf8).last == "fault @\(offset)")
    #expect(tokens(text.utf8, piece: 1).last == "fault @\(offset)")
  }

  @Test("finds what is no UTF-8, UTF-16, and what is too deep")
  func limits() {
    #expect(tokens([0x22, 0x61, 0xff, 0x22]).last == "fault @2")
    #expect(tokens([0x22, 0xc3, 0x28, 0x22]).last == "fault @1")
    #expect(tokens([0xff, 0xfe, 0x7b, 0]).last == "fault @0")
    #expect(tokens([0x7b, 0, 0x7d, 0]).last == "fault @0")
    #expect(tokens(repeatElement(UInt8(ascii: "["), count: 1_000_000)).last == "fault @512")
    #expect(tokens([0x22] + repeatElement(UInt8(ascii: "a"), count: 40_000_000)).last == "fault @0")
  }

  @Test("ends with a fault wherever a text ends too early")
  func truncated() {
    let text = Array(#"{"a":[1,"x\n",{"b":null}],"c":-1.5}"#.utf8)
    for end in 0..<text.count { #expect(tokens(text[..<end]).last?.hasPrefix("fault") == true, "\(end)") }
  }
}
