import Entente

/// XML that is none, or too much of it.
struct NotXML: Finding {
  let fault: XMLFault

  var message: String {
    switch fault {
    case .grammar(let code, let problem, _): "the XML is broken: \(Self.words[code] ?? problem)"
    case .entityDeclaration: "the file declares an entity, which Entente does not read"
    case .tooLong(let limit, _): "a text or a tag is longer than \(limit >> 20) MB"
    case .tooManyAttributes(let limit, _): "a tag has more than \(limit) attributes"
    case .noMemory: "there is no memory left to read XML"
    case .noLibrary(let problem): "XML that is not plain, or broken, needs libxml2, and \(problem)"
    }
  }

  var advice: [String] {
    switch fault {
    case .grammar(let code, _, _): Self.advice[code].map { [$0] } ?? []
    case .entityDeclaration: ["an entity can name other files and grow without end; write out what it stands for"]
    case .tooLong: ["no graph needs it; look for a quotation mark or a tag that is not closed"]
    case .tooManyAttributes: ["no graph needs it; values of a node stand within it, as data"]
    case .noMemory: []
    case .noLibrary: ["'apt-get install libxml2' or 'brew install libxml2' installs it"]
    }
  }

  /// libxml2's numbers for what is wrong, in plain words.
  private static let words = [
    4: "the file is empty, or begins with something else", 5: "something stands behind its last tag",
    9: "a character stands here that no XML may have", 26: "an entity is not declared",
    31: "a letter of the encoding that it names is none", 32: "it names an encoding that nobody knows",
    38: "a value is not closed, or has a < in it", 39: "a value has to stand in quotation marks",
    40: "a value is not closed", 41: "an attribute has no value", 42: "an attribute stands in the tag twice",
    45: "a comment is not closed", 62: "]]> stands in a text", 63: "a CDATA section is not closed",
    64: "the file ends where tags are still open", 65: "a space is missing between two attributes",
    68: "a name is missing, or begins with something that no name begins with", 73: "a tag is not closed",
    76: "this end tag is not the one of the element that is open", 77: "the file ends where tags are still open",
    81: "a byte is no letter of the encoding that it names",
    88: "an XML declaration stands elsewhere than at the beginning",
    110: "elements stand too deep in each other", 1549: "its XML declaration is broken",
  ]

  private static let advice = [
    4: "a file of XML begins with <", 5: "a document has one element that holds all others",
    26: "there are &lt; &gt; &amp; &quot; and &apos;; other characters stand for themselves",
    38: "a < in a value is written &lt;", 68: "a < in a text is written &lt;, and & is written &amp;",
    9:
      "take it out; if it is a letter in another encoding than UTF-8, <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?> names that",
    62: "the > of it is written &gt;", 77: "get or write the file anew; something was cut off",
    64: "get or write the file anew; something was cut off", 81: "save it as UTF-8",
    110: "libxml2 goes 256 deep; nested graphs need a few levels",
  ]
}

/// A file that is not in the format of its name.
struct AnotherFormat: Finding {
  let expected: String
  let found: String

  var message: String { "this is no \(expected): it looks like \(found)" }
  var advice: [String] { ["give it the ending of what it is, or say so with the input format"] }
}

extension XMLFault {
  /// The byte that it is about.
  var offset: Int? {
    switch self {
    case .grammar(_, _, let offset), .entityDeclaration(let offset), .tooLong(_, let offset),
      .tooManyAttributes(_, let offset):
      offset
    case .noMemory, .noLibrary: nil
    }
  }
}
