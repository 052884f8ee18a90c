import Testing

@Suite("Names that nothing has")
struct UnknownNameTests {
  @Test("Unknown keys")
  func keys() throws {
    try expect(
      #"""
      states:
        japan: {nam: Japan}
      documents:
        tass: {when: 2021}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils: {wen: 1945/.., population: 3, note: first, second}
      """#,
      prints: #"""
        kurils.yaml:2:11: error: 'nam' is no key of an entity
            japan: {nam: Japan}
                    ^~~
          known: name, aliases, same-as, when, cite, note, shape, colour, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'name'?
        kurils.yaml:4:10: error: 'when' is no key of a document
            tass: {when: 2021}
                   ^~~~
          known: title, author, publisher, date, pages, text, url, isbn, doi
          each with an example: 'The graph file' (TheGraphFile.md)
          did you mean 'date'?
        kurils.yaml:7:27: error: 'wen' is no key of a relation
            - japan claims kurils: {wen: 1945/.., population: 3, note: first, second}
                                    ^~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'when'?
        kurils.yaml:7:41: error: 'population' is no key of a relation
            - japan claims kurils: {wen: 1945/.., population: 3, note: first, second}
                                                  ^~~~~~~~~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
        kurils.yaml:7:69: error: 'second' is no key of a relation
            - japan claims kurils: {wen: 1945/.., population: 3, note: first, second}
                                                                              ^~~~~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          if it belongs to the text before it: within { } a text with a comma needs quotes
        """#)
  }

  @Test("An unknown section takes its entities with it, without further words")
  func section() throws {
    try expect(
      #"""
      staets: {japan: Japan}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils
      """#,
      prints: #"""
        kurils.yaml:1:1: error: 'staets' is neither a key of a graph file nor the plural of a kind
          staets: {japan: Japan}
          ^~~~~~
          known: bibliography, documents, events, include, islands, organizations, people, places, relations, schema, sides, states, subtitle, tables, title, treaties
          did you mean 'states'?
          if it is your own: schema: {kinds: {staet: {plural: staets}}}
        """#)
  }

  @Test("An unknown relation type")
  func type() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claimes kurils
      """#,
      prints: #"""
        kurils.yaml:6:11: error: no relation type is called 'claimes'
            - japan claimes kurils
                    ^~~~~~~
          'entente schema' lists the relation types
          did you mean 'claims'?
          if it is your own: schema: {relations: {claimes: {from: state, to: island}}}
        """#)
  }

  @Test("Unknown ids, at both ends and in according-to")
  func ids() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japn claims kuril: {according-to: abbe}
      """#,
      prints: #"""
        kurils.yaml:6:5: error: no entity has the id 'japn'
            - japn claims kuril: {according-to: abbe}
              ^~~~
          known: abe, japan, kurils, russia
          did you mean 'japan'?
        kurils.yaml:6:17: error: no entity has the id 'kuril'
            - japn claims kuril: {according-to: abbe}
                          ^~~~~
          known: abe, japan, kurils, russia
          did you mean 'kurils'?
        kurils.yaml:6:39: error: no entity has the id 'abbe'
            - japn claims kuril: {according-to: abbe}
                                                ^~~~
          known: abe, japan, kurils, russia
          did you mean 'abe'?
        """#)
  }

  @Test("The mark stands right under Japanese names")
  func japanese() throws {
    try expect(
      #"""
      states: {日本: 日本}
      islands: {千島列島: 千島列島}
      relations:
        - 日本 claims 千島列党: {note: 四島, wen: 1945}
        - 日本 clams 千島列島: {note: "\#u{304b}\#u{3099}", wen: 1945}
      """#,
      prints: #"""
        kurils.yaml:4:15: error: no entity has the id '千島列党'
            - 日本 claims 千島列党: {note: 四島, wen: 1945}
                          ^~~~~~~~
          known: 千島列島, 日本
          did you mean '千島列島'?
        kurils.yaml:4:32: error: 'wen' is no key of a relation
            - 日本 claims 千島列党: {note: 四島, wen: 1945}
                                                 ^~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'when'?
        kurils.yaml:5:8: error: no relation type is called 'clams'
            - 日本 clams 千島列島: {note: "\#u{304b}\#u{3099}", wen: 1945}
                   ^~~~~
          'entente schema' lists the relation types
          did you mean 'claims'?
          if it is your own: schema: {relations: {clams: {from: state, to: island}}}
        kurils.yaml:5:32: error: 'wen' is no key of a relation
            - 日本 clams 千島列島: {note: "\#u{304b}\#u{3099}", wen: 1945}
                                                ^~~
          known: when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'when'?
        """#)
  }

  @Test("An unknown status")
  func status() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {status: claimd}
      """#,
      prints: #"""
        kurils.yaml:6:35: error: no status is called 'claimd'
            - japan claims kurils: {status: claimd}
                                            ^~~~~~
          known: asserted, claimed, conditional, disputed, planned, withdrawn
          did you mean 'claimed'?
        """#)
  }

  @Test("An unknown document, whatever else is wrong with the relation")
  func document() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {cite: tas#5 "laid claims"}
        - japan clams kurils: {cite: tas#6}
      """#,
      prints: #"""
        kurils.yaml:6:33: error: no document has the id 'tas'
            - japan claims kurils: {cite: tas#5 "laid claims"}
                                          ^~~
          known: tass
          did you mean 'tass'?
        kurils.yaml:7:11: error: no relation type is called 'clams'
            - japan clams kurils: {cite: tas#6}
                    ^~~~~
          'entente schema' lists the relation types
          did you mean 'claims'?
          if it is your own: schema: {relations: {clams: {from: state, to: island}}}
        kurils.yaml:7:32: error: no document has the id 'tas'
            - japan clams kurils: {cite: tas#6}
                                         ^~~
          known: tass
          did you mean 'tass'?
        """#)
  }

  @Test("Kinds that the relation type does not join")
  func kindsNotJoined() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - abe claims kurils
        - kurils claims japan
        - japan claims abe
      """#,
      prints: #"""
        kurils.yaml:6:5: error: 'claims' cannot join 'abe' (person) to 'kurils' (island)
            - abe claims kurils
              ^~~
          it joins state or organization to island or place
        kurils.yaml:7:5: error: 'claims' cannot join 'kurils' (island) to 'japan' (state)
            - kurils claims japan
              ^~~~~~
          it joins state or organization to island or place
          the other way round it can: japan claims kurils
          from island to state there is part-of, handed-to or offered-to
        kurils.yaml:8:18: error: 'claims' cannot join 'japan' (state) to 'abe' (person)
            - japan claims abe
                           ^~~
          it joins state or organization to island or place
          from state to person there is agreed-with
        """#)
  }

  @Test("Ids that are not in kebab-case")
  func forms() throws {
    try expect(
      #"""
      states:
        Japan: Japan
        soviet union: Soviet Union
        1956: Year
        -x: X
      islands: {kurils: Kurils}
      relations:
        - Japan claims kurils: {id: The Claim}
      """#,
      prints: #"""
        kurils.yaml:2:3: error: 'Japan' cannot be the id of an entity
            Japan: Japan
            ^~~~~
          an id without quotes is small letters and digits, with single hyphens between words and at least one letter
          did you mean 'japan'?
        kurils.yaml:3:3: error: 'soviet union' cannot be the id of an entity
            soviet union: Soviet Union
            ^~~~~~~~~~~~
          an id without quotes is small letters and digits, with single hyphens between words and at least one letter
          did you mean 'soviet-union'?
        kurils.yaml:4:3: error: '1956' cannot be the id of an entity
            1956: Year
            ^~~~
          an id without quotes is small letters and digits, with single hyphens between words and at least one letter
        kurils.yaml:5:3: error: '-x' cannot be the id of an entity
            -x: X
            ^~
          an id without quotes is small letters and digits, with single hyphens between words and at least one letter
          did you mean 'x'?
        kurils.yaml:8:31: error: 'The Claim' cannot be the id of a relation
            - Japan claims kurils: {id: The Claim}
                                        ^~~~~~~~~
          an id without quotes is small letters and digits, with single hyphens between words and at least one letter
          did you mean 'the-claim'?
        """#)
  }
}
