import Testing

@Suite("What is said twice")
struct TwiceTests {
  @Test("A key twice")
  func keys() throws {
    try expect(
      #"""
      title: One
      states: {japan: Japan}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils: {note: one, note: two}
      title: Two
      """#,
      prints: #"""
        kurils.yaml:5:38: error: the key 'note' stands here a second time
            - japan claims kurils: {note: one, note: two}
                                               ^~~~
          join the two, or take one out
          kurils.yaml:5:27: the first is here
              - japan claims kurils: {note: one, note: two}
                                      ^
        kurils.yaml:6:1: error: the key 'title' stands here a second time
          title: Two
          ^~~~~
          join the two, or take one out
          kurils.yaml:1:1: the first is here
            title: One
            ^
        """#)
  }

  @Test("An id twice in one file, in one section and in two")
  func entities() throws {
    try expect(
      #"""
      states:
        japan: Japan
        japan: Nippon
      people:
        japan: A person
      """#,
      prints: #"""
        kurils.yaml:3:3: error: the id 'japan' is given twice
            japan: Nippon
            ^~~~~
          join the two, or give one of them another id: entities and relations share one space of ids
          kurils.yaml:2:3: the first is here
              japan: Japan
              ^
        kurils.yaml:5:3: error: the id 'japan' is given twice
            japan: A person
            ^~~~~
          join the two, or give one of them another id: entities and relations share one space of ids
          kurils.yaml:2:3: the first is here
              japan: Japan
              ^
        """#)
  }

  @Test("A document twice in one file")
  func documents() throws {
    try expect(
      #"""
      documents:
        tass: An article
        tass: Another
      """#,
      prints: #"""
        kurils.yaml:3:3: error: the key 'tass' stands here a second time
            tass: Another
            ^~~~
          join the two, or take one out
          kurils.yaml:2:3: the first is here
              tass: An article
              ^
        """#)
  }

  @Test("An own id twice, and two relations that would get the same")
  func relations() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {id: abe}
        - russia claims kurils: {id: claim}
        - russia holds kurils: {id: claim}
        - japan holds kurils
        - japan holds kurils
      """#,
      prints: #"""
        kurils.yaml:6:31: error: the id 'abe' is given twice
            - japan claims kurils: {id: abe}
                                        ^~~
          join the two, or give one of them another id: entities and relations share one space of ids
          kurils.yaml:2:10: the first is here
            people: {abe: Shinzo Abe}
                     ^
        kurils.yaml:8:31: error: the id 'claim' is given twice
            - russia holds kurils: {id: claim}
                                        ^~~~~
          join the two, or give one of them another id: entities and relations share one space of ids
          kurils.yaml:7:32: the first is here
              - russia claims kurils: {id: claim}
                                           ^
        kurils.yaml:10:5: error: another relation has the same head, date and status, and so the id 'japan-holds-kurils'
            - japan holds kurils
              ^~~~~~~~~~~~~~~~~~
          give one of the two an 'id:' of its own, or join their citations in one
          kurils.yaml:9:5: the first is here
              - japan holds kurils
                ^
        """#)
  }

  @Test("An id twice with different values, in two files")
  func twoFiles() throws {
    try expect(
      #"""
      states: {japan: Japan}
      islands: {kurils: {name: Kurils, when: 1855}}
      relations:
        - japan claims kurils: {id: claim, when: 1945/.., note: one}
      """#,
      and: [
        "more.yaml":
          "states: {japan: Nippon}\nislands: {kurils: {name: Kurils, when: 1875}}\nrelations:\n  - japan claims kurils: {id: claim, when: 1946/.., note: two}\ndocuments: {tass: An article}\n"
      ],
      reading: ["kurils.yaml", "more.yaml"],
      prints: #"""
        more.yaml:1:10: error: 'japan' has the name 'Nippon' here and 'Japan' elsewhere
          states: {japan: Nippon}
                   ^~~~~
          make the two the same, or give one of them another id
          kurils.yaml:1:10: the first is here
            states: {japan: Japan}
                     ^
        more.yaml:2:11: error: 'kurils' has the date '1875' here and '1855' elsewhere
          islands: {kurils: {name: Kurils, when: 1875}}
                    ^~~~~~
          make the two the same, or give one of them another id
          kurils.yaml:2:11: the first is here
            islands: {kurils: {name: Kurils, when: 1855}}
                      ^
        more.yaml:4:5: error: 'claim' has the date '1946/..' here and '1945/..' elsewhere
            - japan claims kurils: {id: claim, when: 1946/.., note: two}
              ^~~~~~~~~~~~~~~~~~~
          make the two the same, or give one of them another id
          kurils.yaml:4:5: the first is here
              - japan claims kurils: {id: claim, when: 1945/.., note: one}
                ^
        more.yaml:4:5: error: 'claim' has the note 'two' here and 'one' elsewhere
            - japan claims kurils: {id: claim, when: 1946/.., note: two}
              ^~~~~~~~~~~~~~~~~~~
          make the two the same, or give one of them another id
          kurils.yaml:4:5: the first is here
              - japan claims kurils: {id: claim, when: 1945/.., note: one}
                ^
        """#)
  }

  @Test("A kind and a type defined differently in two files")
  func twoSchemas() throws {
    try expect(
      #"""
      schema:
        kinds:
          memorandum: {plural: memoranda}
        relations:
          issued: {to: memorandum}
      """#,
      and: [
        "more.yaml":
          "schema:\n  kinds:\n    memorandum: {plural: memorandums}\n  relations:\n    issued: {to: memorandum, holds: at its date}\n"
      ],
      reading: ["kurils.yaml", "more.yaml"],
      prints: #"""
        more.yaml:3:5: error: the kind 'memorandum' is defined twice, differently
              memorandum: {plural: memorandums}
              ^~~~~~~~~~
          make the two the same, or give one of them another name
          kurils.yaml:3:5: the first is here
                memorandum: {plural: memoranda}
                ^
        more.yaml:5:5: error: the relation type 'issued' is defined twice, differently
              issued: {to: memorandum, holds: at its date}
              ^~~~~~
          make the two the same, or give one of them another name
          kurils.yaml:5:5: the first is here
                issued: {to: memorandum}
                ^
        """#)
  }

  @Test("Two entities with one name")
  func names() throws {
    try expect(
      #"""
      states:
        japan: Japan
        nippon: Japan
      """#,
      prints: #"""
        kurils.yaml:3:3: note: 'japan' and 'nippon' have the same name, 'Japan'
            nippon: Japan
            ^~~~~~
          if they are one, use one id; if not, tell them apart in their names
          kurils.yaml:2:3: the first is here
              japan: Japan
              ^
        """#)
  }
}
