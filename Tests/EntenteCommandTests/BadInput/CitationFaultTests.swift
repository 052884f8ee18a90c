import Testing

@Suite("Citations")
struct CitationFaultTests {
  @Test("A quote that is not there, with what is")
  func notFound() throws {
    try expect(
      #"""
      documents: {tass: {text: tass.txt}}
      states: {japan: Japan}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils:
            cite:
              - tass#2 "laid claim to the four islands"
              - tass#2 "Japan handed"
              - tass "not there"
      """#,
      and: [
        "tass.txt":
          "About the Kurils\r\n  \r\nJapan laid claims to the four\r\nislands; the islands were handed over, the islands of “Kurils”.\r\n"
      ],
      prints: #"""
        kurils.yaml:7:11: error: the quote is not found in 'tass'
                  - tass#2 "laid claim to the four islands"
                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          paragraph 2 has "laid claim", and goes on with "s to the four"
          a quote is verbatim, but for white space and the form of quotation marks
        kurils.yaml:8:11: error: the quote is not found in 'tass'
                  - tass#2 "Japan handed"
                    ^~~~~~~~~~~~~~~~~~~~~
          paragraph 2 begins with "Japan laid claims to the four"
          a quote is verbatim, but for white space and the form of quotation marks
        kurils.yaml:9:11: error: the quote is not found in 'tass'
                  - tass "not there"
                    ^~~~~~~~~~~~~~~~
          a quote is verbatim, but for white space and the form of quotation marks
        """#)
  }

  @Test("A quote in another paragraph, and a paragraph beyond the last")
  func elsewhere() throws {
    try expect(
      #"""
      documents: {tass: {text: tass.txt}}
      states: {japan: Japan}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils:
            cite:
              - tass#1 "laid claims"
              - tass#9 "laid claims"
              - tass#3
      """#,
      and: [
        "tass.txt":
          "About the Kurils\r\n  \r\nJapan laid claims to the four\r\nislands; the islands were handed over, the islands of “Kurils”.\r\n"
      ],
      prints: #"""
        kurils.yaml:7:11: error: the quote is not in paragraph 1 of 'tass', but in paragraph 2
                  - tass#1 "laid claims"
                    ^~~~~~~~~~~~~~~~~~~~
          cite tass#2
        kurils.yaml:8:11: error: 'tass' has 2 paragraphs, not 9
                  - tass#9 "laid claims"
                    ^~~~~~~~~~~~~~~~~~~~
          the quote stands in paragraph 2
        kurils.yaml:9:11: error: 'tass' has 2 paragraphs, not 3
                  - tass#3
                    ^~~~~~
        """#)
  }

  @Test("A quote that stands twice, in one paragraph and in two")
  func twice() throws {
    try expect(
      #"""
      documents: {tass: {text: tass.txt}}
      states: {japan: Japan}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils:
            cite:
              - tass#2 "the islands"
              - tass "Kurils"
      """#,
      and: [
        "tass.txt":
          "About the Kurils\r\n  \r\nJapan laid claims to the four\r\nislands; the islands were handed over, the islands of “Kurils”.\r\n"
      ],
      prints: #"""
        kurils.yaml:7:11: error: the quote stands twice in paragraph 2 of 'tass'
                  - tass#2 "the islands"
                    ^~~~~~~~~~~~~~~~~~~~
          say which one is meant:
            {document: tass, paragraph: 2, quote: "the islands", prefix: "islands;"}
            {document: tass, paragraph: 2, quote: "the islands", prefix: "over,"}
        kurils.yaml:8:11: error: the quote stands twice in 'tass'
                  - tass "Kurils"
                    ^~~~~~~~~~~~~
          say which one is meant:
            tass#1
            tass#2
        """#)
  }

  @Test("A prefix that does not stand before the quote")
  func context() throws {
    try expect(
      #"""
      documents: {tass: {text: tass.txt}}
      states: {japan: Japan}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils:
            cite:
              - {document: tass, paragraph: 2, quote: the islands, prefix: over of}
              - {document: tass, paragraph: 2, quote: laid claims, suffix: on}
      """#,
      and: [
        "tass.txt":
          "About the Kurils\r\n  \r\nJapan laid claims to the four\r\nislands; the islands were handed over, the islands of “Kurils”.\r\n"
      ],
      prints: #"""
        kurils.yaml:7:11: error: the quote stands in 'tass', but not between this prefix and suffix
                  - {document: tass, paragraph: 2, quote: the islands, prefix: over of}
                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          say which one is meant:
            {document: tass, paragraph: 2, quote: "the islands", prefix: "islands;"}
            {document: tass, paragraph: 2, quote: "the islands", prefix: "over,"}
        kurils.yaml:8:11: error: the quote stands in 'tass', but not between this prefix and suffix
                  - {document: tass, paragraph: 2, quote: laid claims, suffix: on}
                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          it stands there once: it needs neither prefix nor suffix
        """#)
  }

  @Test("Of what is no citation and very long, a message has the beginning")
  func long() throws {
    let words = Array(repeating: "tass", count: 4000).joined(separator: " ")
    let folder = try GraphFolder(["kurils.yaml": .text("states: {japan: {name: Japan, cite: \(words)}}\n")])
    let printed = folder.printed(folder.load(["kurils.yaml"]))
    #expect(printed.contains("error: 'tass tass tass"))
    #expect(printed.utf8.count < 1000)
  }

  @Test("What is left when wrong citations are left out has its pages")
  func skipped() throws {
    let folder = try GraphFolder([
      "kurils.yaml": """
      documents: {book: A book, tass: {text: tass.txt}}
      states: {japan: {name: Japan, cite: [book p. 12 "x", tass "not there"]}}
      """, "tass.txt": "Something else",
    ])
    let outcome = try Entente.run("export", "--skip-errors", folder.path + "kurils.yaml", "--format", "yaml")
    #expect(outcome.output.contains("cite: book p. 12 \"x\""), "\(outcome.output) \(outcome.errors)")
  }

  @Test("Texts that are there and cannot be read, and those that are not there")
  func texts() throws {
    try expect(
      #"""
      documents:
        bad: {text: bad.txt}
        folder: {text: folder}
        gone: {text: gone.txt}
        book: A book without a text
      states:
        japan: {name: Japan, cite: [bad#1, folder#1, gone#1, book]}
      """#,
      and: ["bad.txt": .bytes([0xff, 0xfe]), "folder/x.txt": "x"],
      prints: #"""
        kurils.yaml:2:3: error: the text of 'bad', bad.txt, cannot be read: it is not UTF-8
            bad: {text: bad.txt}
            ^~~
          it should be plain text in UTF-8; without the file, its citations are only counted
        kurils.yaml:3:3: error: the text of 'folder', folder, cannot be read: it is a folder, not a file
            folder: {text: folder}
            ^~~~~~
          it should be plain text in UTF-8; without the file, its citations are only counted
        kurils.yaml:4:3: warning: the text of 'gone', 'gone.txt', is not found
            gone: {text: gone.txt}
            ^~~~
          there is no gone.txt
        note: 4 citations are not verified: the texts of 'bad', 'folder' and 'gone' are not at hand and 'book' has no text
          'entente check --documents FOLDER' looks for texts in a folder
        """#)
  }

  @Test("Citations that YAML has split")
  func split() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {cite: tass#5 "laid claims, in 1945, to all", when: 1945/..}
        - russia claims kurils: {cite: [tass#5 "one, two", tass#6 "three"]}
        - russia holds kurils:
            cite: tass#5 "laid claims #1"
      """#,
      prints: #"""
        kurils.yaml:6:33: error: 'tass#5 "laid claims' is a citation cut short: YAML ends it at a comma, a colon or a ' #'
            - japan claims kurils: {cite: tass#5 "laid claims, in 1945, to all", when: 1945/..}
                                          ^~~~~~~~~~~~~~~~~~~
          in quotes it stays whole: 'tass#5 "laid claims, in 1945, to all"'
        kurils.yaml:7:35: error: 'tass#5 "one' is a citation cut short: YAML ends it at a comma, a colon or a ' #'
            - russia claims kurils: {cite: [tass#5 "one, two", tass#6 "three"]}
                                            ^~~~~~~~~~~
          in quotes it stays whole: 'tass#5 "one, two"'
        kurils.yaml:9:13: error: 'tass#5 "laid claims' is a citation cut short: YAML ends it at a comma, a colon or a ' #'
                cite: tass#5 "laid claims #1"
                      ^~~~~~~~~~~~~~~~~~~
          in quotes it stays whole: 'tass#5 "laid claims #1"'
        note: 1 citation is not verified: 'tass' has no text
          'entente check --documents FOLDER' looks for texts in a folder
        """#)
  }

  @Test("A paragraph that YAML takes for a comment")
  func comment() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - russia holds kurils:
            cite: tass #5 "laid claims"
      """#,
      prints: #"""
        kurils.yaml:7:13: error: YAML takes what follows 'tass' for a comment
                cite: tass #5 "laid claims"
                      ^~~~
          no space stands before the paragraph's sign: tass#5 "laid claims"
        """#)
  }

  @Test("Texts that are no citation")
  func form() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils:
            cite:
              - tass#5 laid claims
              - tass#5 “laid claims”
              - tass#five
              - tass#0
              - '#5 "laid claims"'
              - tass#5 ""
              - {paragraph: 5}
              - {document: tass, paragraph: first, qoute: x}
              - {document: tass, prefix: the}
      """#,
      prints: #"""
        kurils.yaml:8:11: error: 'tass#5 laid claims' is no citation: the quote needs double quotes around it
                  - tass#5 laid claims
                    ^~~~~~~~~~~~~~~~~~
          write: tass#5 "laid claims"
        kurils.yaml:9:11: error: 'tass#5 “laid claims”' is no citation: the quote needs double quotes around it
                  - tass#5 “laid claims”
                    ^~~~~~~~~~~~~~~~~~~~
          write: tass#5 "laid claims"
        kurils.yaml:10:11: error: 'tass#five' is no citation: a paragraph is a number from 1
                  - tass#five
                    ^~~~~~~~~
          write: tass#5
        kurils.yaml:11:11: error: 'tass#0' is no citation: a paragraph is a number from 1
                  - tass#0
                    ^~~~~~
          for example: tass#5 "laid claims"
        kurils.yaml:12:11: error: a citation begins with a document's id
                  - '#5 "laid claims"'
                    ^~~~~~~~~~~~~~~~~~
          for example: tass#5 "laid claims"
        kurils.yaml:13:11: error: 'tass#5 ""' has an empty quote
                  - tass#5 ""
                    ^~~~~~~~~
          for example: tass#5 "laid claims"
        kurils.yaml:14:11: error: a citation begins with a document's id
                  - {paragraph: 5}
                    ^~~~~~~~~~~~~~
          for example: tass#5 "laid claims"
        kurils.yaml:15:39: error: 'paragraph' takes a number from 1; this is 'first'
                  - {document: tass, paragraph: first, qoute: x}
                                                ^~~~~
          for example: paragraph: 5
        kurils.yaml:15:46: error: 'qoute' is no key of a citation
                  - {document: tass, paragraph: first, qoute: x}
                                                       ^~~~~
          known: document, paragraph, page, quote, prefix, suffix
          each with an example: 'The graph file' (TheGraphFile.md)
          did you mean 'quote'?
        kurils.yaml:16:11: error: prefix and suffix stand around a quote, and this citation has none
                  - {document: tass, prefix: the}
                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        note: 2 citations are not verified: 'tass' has no text
          'entente check --documents FOLDER' looks for texts in a folder
        """#)
  }
}
