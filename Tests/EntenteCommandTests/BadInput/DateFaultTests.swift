import Testing

@Suite("Dates that are wrong, or say too much")
struct DateFaultTests {
  @Test("Dates that are no EDTF, at the character that is wrong")
  func notEDTF() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {when: 1956-13}
        - japan holds kurils: {when: "1956–1960"}
        - russia claims kurils: {when: since 1945}
      """#,
      prints: #"""
        kurils.yaml:6:38: error: '1956-13' is not an EDTF date: a month is 01 to 12 and a season 21 to 41, not 13
            - japan claims kurils: {when: 1956-13}
                                               ^
        kurils.yaml:7:37: error: '1956–1960' is not an EDTF date: '–' is an en dash (U+2013), not -
            - japan holds kurils: {when: "1956–1960"}
                                              ^
          did you mean '1956/1960'?
        kurils.yaml:8:34: error: 'since 1945' is not an EDTF date: 's' stands where a date begins, with a year of four digits
            - russia claims kurils: {when: since 1945}
                                           ^~~~~~~~~~
          did you mean '1945/..'?
        """#)
  }

  @Test("The date of a document, and of an entity")
  func documentDate() throws {
    try expect(
      #"""
      documents:
        tass: {date: 2021-02-30}
      states:
        japan: {when: 1945-1956}
      """#,
      prints: #"""
        kurils.yaml:2:24: error: '2021-02-30' is not an EDTF date: February 2021 has 28 days
            tass: {date: 2021-02-30}
                                 ^
        kurils.yaml:4:22: error: '1945-1956' is not an EDTF date: a month is 01 to 12 and a season 21 to 41, not 19
            japan: {when: 1945-1956}
                               ^
          did you mean '1945/1956'?
        """#)
  }

  @Test("A date that ends before it begins")
  func endsBeforeItBegins() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {when: 1960/1956}
      """#,
      prints: #"""
        kurils.yaml:6:38: error: '1960/1956' is not an EDTF date: it ends before it begins
            - japan claims kurils: {when: 1960/1956}
                                               ^
          did you mean '1956/1960'?
        """#)
  }

  @Test("Sets without quotes")
  func unquotedSet() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {when: [2018-11..]}
        - russia claims kurils: {when: {1945, 1950..}}
      """#,
      prints: #"""
        kurils.yaml:6:33: error: YAML reads this as a list, not as a date
            - japan claims kurils: {when: [2018-11..]}
                                          ^~~~~~~~~~~
          a set stands in quotes: when: "[2018-11..]"
        kurils.yaml:7:34: error: YAML reads this as a mapping, not as a date
            - russia claims kurils: {when: {1945, 1950..}}
                                           ^~~~~~~~~~~~~~
          a set stands in quotes: when: "{1945,1950..}"
        """#)
  }

  @Test("Relations before and after their ends exist")
  func outsideExistence() throws {
    try expect(
      #"""
      states: {japan: Japan}
      treaties:
        declaration: {name: Joint Declaration, when: 1956}
      events:
        war: {name: War, when: 1941/1945}
      relations:
        - japan signed declaration: {when: 1955-12-31}
        - japan attended war: {when: 1946}
      """#,
      prints: #"""
        kurils.yaml:7:5: warning: 'japan signed declaration' is dated 1955-12-31, before 'declaration' exists (1956)
            - japan signed declaration: {when: 1955-12-31}
              ^~~~~~~~~~~~~~~~~~~~~~~~
          look at the two dates: one of them says more than it should
          kurils.yaml:3:3: 'declaration' is here
              declaration: {name: Joint Declaration, when: 1956}
              ^
        kurils.yaml:8:5: warning: 'japan attended war' is dated 1946, after 'war' has ended (1941/1945)
            - japan attended war: {when: 1946}
              ^~~~~~~~~~~~~~~~~~
          look at the two dates: one of them says more than it should
          kurils.yaml:5:3: 'war' is here
              war: {name: War, when: 1941/1945}
              ^
        """#)
  }

  @Test("A single date for what holds throughout")
  func singleDate() throws {
    try expect(
      #"""
      states: {japan: Japan, russia: Russia}
      people: {abe: Shinzo Abe}
      islands: {kurils: Kurils}
      documents: {tass: An article}
      relations:
        - japan claims kurils: {when: 1956}
      """#,
      prints: #"""
        kurils.yaml:1:24: note: no relation names 'russia'
          states: {japan: Japan, russia: Russia}
                                 ^~~~~~
        kurils.yaml:2:10: note: no relation names 'abe'
          people: {abe: Shinzo Abe}
                   ^~~
        kurils.yaml:6:5: note: 'claims' holds throughout: with the single date 1956 it began and ended within that time
            - japan claims kurils: {when: 1956}
              ^~~~~~~~~~~~~~~~~~~
          1956/.. if it holds to this day, 1956/ if its end is not known
        """#)
  }

  @Test("A single date of a type of one's own, which may hold otherwise")
  func singleDateOfOwnType() throws {
    try expect(
      #"""
      states: {japan: Japan}
      people: {abe: Shinzo Abe}
      schema: {relations: {insulted: {from: person, to: state}}}
      relations:
        - abe insulted japan: {when: 1956}
      """#,
      prints: #"""
        kurils.yaml:5:5: note: 'insulted' holds throughout: with the single date 1956 it began and ended within that time
            - abe insulted japan: {when: 1956}
              ^~~~~~~~~~~~~~~~~~
          1956/.. if it holds to this day, 1956/ if its end is not known
          if it is over with its date, as a signature is: 'holds: at its date' in the schema
        """#)
  }
}
