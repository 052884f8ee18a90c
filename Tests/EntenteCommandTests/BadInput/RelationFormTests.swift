import Testing

@Suite("Relations that are written otherwise")
struct RelationFormTests {
  @Test("Heads of fewer and of more than three words")
  func heads() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims
        - Soviet Union claims kurils: {when: 1945}
      """#,
      prints: #"""
        kurils.yaml:6:5: error: a relation begins with three words, subject type object; 'japan claims' has 2
            - japan claims
              ^~~~~~~~~~~~
          for example: japan claims southern-kurils: {when: 1945~/..}
        kurils.yaml:7:5: error: a relation begins with three words, subject type object; 'Soviet Union claims kurils' has 4
            - Soviet Union claims kurils: {when: 1945}
              ^~~~~~~~~~~~~~~~~~~~~~~~~~
          for example: japan claims southern-kurils: {when: 1945~/..}
          an id is one word: hyphens join its parts
        """#)
  }

  @Test("A property that is not indented")
  func beside() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils:
          when: 1956
      """#,
      prints: #"""
        kurils.yaml:7:5: error: 'when' stands beside the relation's head, not under it
              when: 1956
              ^~~~
          indent it further than the head
        """#)
  }

  @Test("Keys in place of a head")
  func keys() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - {subject: japan, relation: claims, object: kurils}
        - {subject: japan, type: clams, object: kurils, wen: 1945}
      """#,
      prints: #"""
        kurils.yaml:6:6: error: a relation has a head, or subject, type and object
            - {subject: japan, relation: claims, object: kurils}
               ^~~~~~~
          for example: - japan claims southern-kurils: {when: 1945~/..}
          for ids of other characters: - {subject: "Fox Islands", type: part-of, object: alaska}
        kurils.yaml:7:28: error: no relation type is called 'clams'
            - {subject: japan, type: clams, object: kurils, wen: 1945}
                                     ^~~~~
          'entente schema' lists the relation types
          did you mean 'claims'?
          if it is your own: schema: {relations: {clams: {from: state, to: island}}}
        kurils.yaml:7:51: error: 'wen' is no key of a relation
            - {subject: japan, type: clams, object: kurils, wen: 1945}
                                                            ^~~
          known: subject, type, object, when, status, according-to, cite, note, id, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'when'?
        """#)
  }

  @Test("An empty item, a list, and a text where properties stand")
  func nothing() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        -
        - [japan, claims, kurils]
        - japan claims kurils: since 1945
      """#,
      prints: #"""
        kurils.yaml:6:4: error: nothing stands behind this dash
            -
             ^
          for example: - japan claims southern-kurils: {when: 1945~/..}
        kurils.yaml:7:5: error: a relation is no list
            - [japan, claims, kurils]
              ^~~~~~~~~~~~~~~~~~~~~~~
          for example: - japan claims southern-kurils: {when: 1945~/..}
        kurils.yaml:8:26: error: 'japan claims kurils' takes keys with their values; this is a text
            - japan claims kurils: since 1945
                                   ^~~~~~~~~~
          for example: japan claims kurils: {when: 1956}
        """#)
  }

  @Test("Relations that are no list")
  func mapping() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        japan claims kurils: {when: 1945/..}
      """#,
      prints: #"""
        kurils.yaml:6:3: error: 'relations' takes a list, an item for each relation
            japan claims kurils: {when: 1945/..}
            ^
          begin each relation with a dash: - japan claims southern-kurils
        """#)
  }

  @Test("Two relations in one item")
  func twoHeads() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {when: 1945/..}
          russia claims kurils: {when: 1945/..}
      """#,
      prints: #"""
        kurils.yaml:7:5: error: a second relation stands in the item of the first
              russia claims kurils: {when: 1945/..}
              ^~~~~~~~~~~~~~~~~~~~
          begin each relation with a dash: - japan claims southern-kurils
        """#)
  }

  @Test("Values of another form")
  func values() throws {
    try expect(
      #"""
      title: [a]
      documents: [tass]
      states: [japan]
      people:
        abe: [Abe]
        putin: {name: {a: b}, aliases: {a: b}, note: }
      relations: japan
      schema: [a]
      """#,
      prints: #"""
        kurils.yaml:1:8: error: 'title' takes a text; this is a list
          title: [a]
                 ^~~
        kurils.yaml:2:12: error: 'documents' takes ids with their values; this is a list
          documents: [tass]
                     ^~~~~~
          for example: tass: {title: …, publisher: TASS}
        kurils.yaml:3:1: error: 'states' takes ids with their names; this is a list
          states: [japan]
          ^~~~~~
          for example: states: {some-id: Some name}
        kurils.yaml:5:8: error: 'abe' takes a name or properties; this is a list
            abe: [Abe]
                 ^~~~~
          for example: abe: {name: …, aliases: […]}
        kurils.yaml:6:17: error: 'name' takes a text; this is a mapping
            putin: {name: {a: b}, aliases: {a: b}, note: }
                          ^~~~~~
        kurils.yaml:6:34: error: 'aliases' takes a text or a list of texts; this is a mapping
            putin: {name: {a: b}, aliases: {a: b}, note: }
                                           ^~~~~~
          for example: aliases: [USSR]
        kurils.yaml:6:48: error: 'note' has no value
            putin: {name: {a: b}, aliases: {a: b}, note: }
                                                         ^
          write a text, or leave the key out (null in quotes is the word)
        kurils.yaml:7:12: error: 'relations' takes a list, an item for each relation
          relations: japan
                     ^~~~~
          begin each relation with a dash: - japan claims southern-kurils
        kurils.yaml:8:9: error: 'schema' takes keys with their values; this is a list
          schema: [a]
                  ^~~
          for example: schema: {kinds: {memorandum: {plural: memoranda}}}
        """#)
  }

  @Test("Attributes that no tool reads")
  func attributes() throws {
    try expect(
      #"""
      states:
        japan: {attributes: {b: [1], c: .nan, d: 99999999999999999999, e: }}
      """#,
      prints: #"""
        kurils.yaml:2:27: error: 'b' takes a text, a number, true or false; this is a list
            japan: {attributes: {b: [1], c: .nan, d: 99999999999999999999, e: }}
                                    ^~~
        kurils.yaml:2:35: error: '.nan' is beyond the numbers that every tool can read
            japan: {attributes: {b: [1], c: .nan, d: 99999999999999999999, e: }}
                                            ^~~~
          in quotes it is a text: ".nan"
        kurils.yaml:2:44: error: '99999999999999999999' is beyond the numbers that every tool can read
            japan: {attributes: {b: [1], c: .nan, d: 99999999999999999999, e: }}
                                                     ^~~~~~~~~~~~~~~~~~~~
          in quotes it is a text: "99999999999999999999"
        kurils.yaml:2:69: error: 'e' has no value
            japan: {attributes: {b: [1], c: .nan, d: 99999999999999999999, e: }}
                                                                              ^
          write a text, a number, true or false, or leave the key out (null in quotes is the word)
        """#)
  }
}
