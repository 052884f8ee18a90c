import Testing

@Suite("Broken YAML")
struct BrokenYAMLTests {
  @Test("A colon in a text without quotes")
  func colon() throws {
    try expect(
      #"""
      title: The Kurils: a dispute
      """#,
      prints: #"""
        kurils.yaml:1:18: error: a colon and a space begin a value, and none can stand here
          title: The Kurils: a dispute
                           ^
          a text with a colon stands in quotes; a key stands as far right as its neighbours
        """#)
  }

  @Test("A brace that is not closed")
  func brace() throws {
    try expect(
      #"""
      states:
        japan: {name: Japan
        russia: Russia
      """#,
      prints: #"""
        kurils.yaml:3:9: error: within { } a comma or the closing brace is missing here
            russia: Russia
                  ^
          a text with quotes, commas or colons in it stands in quotes as a whole
          kurils.yaml:2:10: it begins here
              japan: {name: Japan
                     ^
        """#)
  }

  @Test("Quotes that are not closed")
  func quotes() throws {
    try expect(
      #"""
      title: "The Kurils
      states:
        japan: Japan
      """#,
      prints: #"""
        kurils.yaml:1:8: error: these quotes are not closed
          title: "The Kurils
                 ^
        """#)
  }

  @Test("A line between two indentations")
  func indentation() throws {
    try expect(
      #"""
      states:
        japan: Japan
       russia: Russia
      """#,
      prints: #"""
        kurils.yaml:3:2: error: this line does not fit what stands before it
           russia: Russia
           ^
          look at the indentation, and at quotes that do not embrace the whole text
        """#)
  }

  @Test("A tab in the indentation")
  func tab() throws {
    try expect(
      #"""
      states:
      \#tjapan: Japan
      """#,
      prints: #"""
        kurils.yaml:2:1: error: a tab stands where YAML wants spaces
          \#tjapan: Japan
          ^
          indent with spaces, two for each step
        """#)
  }

  @Test("A character that begins no value")
  func character() throws {
    try expect(
      #"""
      title: %
      """#,
      prints: #"""
        kurils.yaml:1:8: error: no value begins with this character, unless in quotes
          title: %
                 ^
        """#)
  }

  @Test("Brackets beyond any depth that makes sense")
  func depth() throws {
    try expect(
      #"""
      title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      """#,
      prints: #"""
        kurils.yaml:1:41: error: lists and mappings stand too deep in each other
          title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                                                  ^
          no graph file needs more than seven levels; look for brackets that are not closed
        """#)
  }

  @Test("Aliases and tags")
  func alias() throws {
    try expect(
      #"""
      states:
        japan: &j {name: Japan}
        russia: *j
        china: !!str China
      """#,
      prints: #"""
        kurils.yaml:3:11: error: a graph file has no aliases
            russia: *j
                    ^~
          write here what the alias stands for, so that every statement can be read where it is
        kurils.yaml:4:10: error: a graph file has no tags
            china: !!str China
                   ^
          leave the tag out; in quotes a value is text
        """#)
  }

  @Test("A citation broken by a colon")
  func citationWithColon() throws {
    try expect(
      #"""
      relations:
        - japan claims kurils:
            cite: tass#5 "said: laid claims"
      """#,
      prints: #"""
        kurils.yaml:3:25: error: a colon and a space begin a value, and none can stand here
                cite: tass#5 "said: laid claims"
                                  ^
          a citation with a colon or with quotes around parts of it stands in quotes as a whole: 'tass#5 "said: laid claims"'
        """#)
  }

  @Test("A citation broken by its own quotes")
  func citationInQuotes() throws {
    try expect(
      #"""
      relations:
        - japan claims kurils:
            cite: "tass#5 "laid claims""
      """#,
      prints: #"""
        kurils.yaml:3:22: error: this line does not fit what stands before it
                cite: "tass#5 "laid claims""
                               ^
          a citation with a colon or with quotes around parts of it stands in quotes as a whole: 'tass#5 "laid claims"'
        """#)
  }

  @Test("A citation broken by quotes around a part of it")
  func citationAfterQuotes() throws {
    try expect(
      #"""
      relations:
        - japan claims kurils: {cite: "tass"#5 "laid claims"}
      """#,
      prints: #"""
        kurils.yaml:3:1: error: within { } a comma or the closing brace is missing here
          a citation with a colon or with quotes around parts of it stands in quotes as a whole: 'tass#5 "laid claims"'
          kurils.yaml:2:26: it begins here
              - japan claims kurils: {cite: "tass"#5 "laid claims"}
                                     ^
        """#)
  }

  @Test("A citation whose paragraph becomes a comment, with the brace")
  func citationAsComment() throws {
    try expect(
      #"""
      relations:
        - japan claims kurils: {cite: tass #5 "laid claims"}
        - japan holds kurils
      """#,
      prints: #"""
        kurils.yaml:3:3: error: within { } a comma or the closing brace is missing here
            - japan holds kurils
            ^
          YAML takes '#5 "laid claims"}' for a comment: no space stands before a paragraph's sign
          kurils.yaml:2:26: it begins here
              - japan claims kurils: {cite: tass #5 "laid claims"}
                                     ^
        """#)
  }

  @Test("What was found before the place is reported too")
  func errorsBefore() throws {
    try expect(
      #"""
      title: [a]
      states:
        japan: {nam: Japan}
      islands: }
      """#,
      prints: #"""
        kurils.yaml:1:8: error: 'title' takes a text; this is a list
          title: [a]
                 ^~~
        kurils.yaml:3:11: error: 'nam' is no key of an entity
            japan: {nam: Japan}
                    ^~~
          known: name, aliases, same-as, when, cite, note, shape, colour, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'name'?
        kurils.yaml:4:10: error: a value is missing here
          islands: }
                   ^
        """#)
  }
}
