import Testing

@Suite("What people write instead")
struct OtherWordsTests {
  @Test("Words for keys")
  func keys() throws {
    try expect(
      #"""
      states: {a: A, b: B}
      relations:
        - a allied-with b: {date: 1914/1918, source: x, comment: y, state: claimed}
      """#,
      prints: #"""
        kurils.yaml:3:23: error: 'date' is no key of a relation
            - a allied-with b: {date: 1914/1918, source: x, comment: y, state: claimed}
                                ^~~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'when'?
        kurils.yaml:3:40: error: 'source' is no key of a relation
            - a allied-with b: {date: 1914/1918, source: x, comment: y, state: claimed}
                                                 ^~~~~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'cite'?
        kurils.yaml:3:51: error: 'comment' is no key of a relation
            - a allied-with b: {date: 1914/1918, source: x, comment: y, state: claimed}
                                                            ^~~~~~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'note'?
        kurils.yaml:3:63: error: 'state' is no key of a relation
            - a allied-with b: {date: 1914/1918, source: x, comment: y, state: claimed}
                                                                        ^~~~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'status'?
        """#)
  }

  @Test("A kind's plural, and another word for how a type holds; the relations of the type are not in error for it")
  func schema() throws {
    try expect(
      #"""
      people: {p: P}
      companies: {c: C}
      relations:
        - p owns c: {when: 1990/}
      schema:
        kinds: {company: {plural: companies}}
        relations:
          owns: {from: people, to: company, holds: always}
      """#,
      prints: #"""
        kurils.yaml:8:18: error: no kind is called 'people'
              owns: {from: people, to: company, holds: always}
                           ^~~~~~
          known: company, event, island, organization, person, place, state, treaty
          did you mean 'person'?
        kurils.yaml:8:46: error: 'always' is no way to hold in time
              owns: {from: people, to: company, holds: always}
                                                       ^~~~~~
          known: at its date, permanent, throughout
          did you mean 'permanent'?
        """#)
  }

  @Test("An unknown relation type and an unknown section get a declaration to paste")
  func declarations() throws {
    try expect(
      #"""
      people: {p: P}
      states: {s: S}
      companies: {c: C}
      relations:
        - p rules s: {when: 1990/}
      """#,
      prints: #"""
        kurils.yaml:3:1: error: 'companies' is neither a key of a graph file nor the plural of a kind
          companies: {c: C}
          ^~~~~~~~~
          known: bibliography, documents, events, include, islands, organizations, people, places, relations, schema, sides, states, subtitle, tables, title, treaties
          if it is your own: schema: {kinds: {company: {plural: companies}}}
        kurils.yaml:5:7: error: no relation type is called 'rules'
            - p rules s: {when: 1990/}
                ^~~~~
          'entente schema' lists the relation types
          if it is your own: schema: {relations: {rules: {from: person, to: state}}}
        """#)
  }

  @Test("A colon that is missing between head and properties")
  func colon() throws {
    try expect(
      #"""
      states: {a: A, b: B}
      relations:
        - a allied-with b {when: 1914/1918}
        - a allied-with b, {when: 1918/1920}
      """#,
      prints: #"""
        kurils.yaml:3:21: error: a colon is missing between the relation's head and its properties
            - a allied-with b {when: 1914/1918}
                              ^
          write: - a allied-with b: {when: 1914/1918}
        kurils.yaml:4:22: error: a colon is missing between the relation's head and its properties
            - a allied-with b, {when: 1918/1920}
                               ^
          write: - a allied-with b: {when: 1918/1920}
        """#)
    try expect(
      #"""
      states: {a: A, b: B}
      relations:
        - a allied-with b: when: 1914
      """#,
      prints: #"""
        kurils.yaml:3:26: error: a colon and a space begin a value, and none can stand here
            - a allied-with b: when: 1914
                                   ^
          properties on the line of the head stand in braces: - a allied-with b: {when: 1914}
        """#)
  }

  @Test("Bytes of another encoding, with its name and the character")
  func encodings() throws {
    for (bytes, words) in [
      ([0xe9], "0xE9 here; it looks like Latin-1, where that is 'é'"),
      ([0x93, 0x61, 0x94], "0x93 here; it looks like Windows-1252, where that is '“'"),
      ([0xcf, 0xf0, 0xe8, 0xe2], "0xCF here"),
    ] as [([UInt8], String)] {
      let file = Array("title: T".utf8) + bytes + Array("\nstates: {a: A}\n".utf8)
      let loaded = try GraphFolder(["kurils.yaml": .bytes(file)]).load(["kurils.yaml"])
      #expect(loaded.diagnostics.map(\.finding.message) == ["the file is not UTF-8: it has the byte \(words)"])
      #expect(loaded.diagnostics.first?.place?.column == 9)
    }
  }

  @Test("Pages, and paragraphs in other forms")
  func pages() throws {
    for (citation, message, advice) in [
      (
        "gazette p. 12-x", "'gazette p. 12-x' is no citation: a page is a number from 1",
        #"for example: book p. 12 "laid claims", or book pp. 12-14"#
      ),
      (
        #"gazette#two "Seal""#, #"'gazette#two "Seal"' is no citation: a paragraph is a number from 1"#,
        #"write: gazette#2 "Seal""#
      ),
      ("gazette#12-14", "'gazette#12-14' is no citation: a paragraph is a number from 1", "write: gazette#12"),
      ("gazette#p12", "'gazette#p12' is no citation: a paragraph is a number from 1", "write: gazette p. 12"),
      ("p. 12", "a citation begins with a document's id", #"for example: tass#5 "laid claims""#),
      ("https://x.org", "no document has the id 'https://x.org'", "did you mean 'gazette'?"),
    ] {
      let folder = try GraphFolder([
        "kurils.yaml": .text(
          """
          documents: {gazette: {title: G, url: "https://x.org"}}
          states: {a: A, b: B}
          relations:
            - a allied-with b: {when: 1951/1952, cite: '\(citation)'}

          """)
      ])
      let finding = folder.load(["kurils.yaml"]).diagnostics.first { $0.severity == .error }?.finding
      #expect(finding?.message == message)
      #expect(finding?.advice.last == advice)
    }
  }

  @Test("Words that a quote leaves out")
  func gaps() throws {
    try expect(
      #"""
      documents: {gazette: {text: gazette.txt}}
      states: {a: A, b: B}
      relations:
        - a allied-with b: {when: 1951/1952, cite: gazette#2 "Seal Island … signed the treaty"}
      """#,
      and: ["gazette.txt": "Treaty\n\nNorthland, which has claimed Seal Island since 1948, signed the treaty in May."],
      prints: #"""
        kurils.yaml:4:46: error: the quote is not found in 'gazette'
            - a allied-with b: {when: 1951/1952, cite: gazette#2 "Seal Island … signed the treaty"}
                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          a quote leaves nothing out; cite each part by itself:
            'gazette#2 "Seal Island"'
            'gazette#2 "signed the treaty"'
        """#)
  }

  @Test("An entity without a name")
  func name() throws {
    try expect(
      #"""
      people:
        keller:
        anna: ""
        otto: {name: ""}
      """#,
      prints: #"""
        kurils.yaml:2:3: error: 'keller' has no name
            keller:
            ^~~~~~
          for example: keller: Some name
        kurils.yaml:3:3: error: 'anna' has no name
            anna: ""
            ^~~~
          for example: anna: Some name
        kurils.yaml:4:16: error: 'otto' has no name
            otto: {name: ""}
                         ^~
          for example: otto: Some name
        """#)
  }

  @Test("A text that is not there is named, with the path; a document without one is only counted")
  func texts() throws {
    try expect(
      #"""
      documents:
        d: {title: D, text: nope.txt}
        e: {title: E}
      states: {a: A, b: B}
      relations:
        - a allied-with b: {when: 1950/1951, cite: [d#1, e#1]}
      """#,
      and: ["note.txt": "x"],
      prints: #"""
        kurils.yaml:2:3: warning: the text of 'd', 'nope.txt', is not found
            d: {title: D, text: nope.txt}
            ^
          there is no nope.txt
          did you mean 'note.txt'?
        note: 2 citations are not verified: the text of 'd' is not at hand and 'e' has no text
          'entente check --documents FOLDER' looks for texts in a folder
        """#)
  }

  @Test("Two titles, and a label that another file changes")
  func merging() throws {
    try expect(
      [
        "one.yaml": "title: One\nstates: {a: A}\nislands: {i: I}\nrelations:\n  - a claims i: {when: 1950/..}\n",
        "two.yaml": "title: Two\nschema: {relations: {claims: {from: state, to: island, label: wants}}}\n",
      ], reading: ["one.yaml", "two.yaml"],
      prints: #"""
        one.yaml:5:7: error: 'claims' reads 'wants' here, since another file says so, and not 'claims'
            - a claims i: {when: 1950/..}
                ^~~~~~
          declare the type in this file in the same way, or give the other file's a name of its own
          two.yaml:2:22: the first is here
            schema: {relations: {claims: {from: state, to: island, label: wants}}}
                                 ^
        two.yaml:1:8: warning: the title 'Two' is not used: 'One' stands
          title: Two
                 ^~~
          the first source's title is the graph's; make the two the same, or give one for all
          one.yaml:1:8: the first is here
            title: One
                   ^
        two.yaml:2:22: note: this relation type 'claims' replaces the built-in one
          schema: {relations: {claims: {from: state, to: island, label: wants}}}
                               ^~~~~~
        """#)
  }
}
