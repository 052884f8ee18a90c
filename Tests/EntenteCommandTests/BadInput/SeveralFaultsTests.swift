import Testing

@Suite("Several faults in one file")
struct SeveralFaultsTests {
  @Test("All are reported, in the order of their places")
  func inOrder() throws {
    try expect(
      #"""
      title: x
      states:
        japan: {nam: Japan}
        Russia: Russia
      islands: {kurils: Kurils}
      relations:
        - japan clams kurils: {when: 1945-13, cite: tass#1}
        - japan claims kuril: {status: sure}
        - japan claims kurils: {when: 1956}
      """#,
      prints: #"""
        kurils.yaml:3:11: error: 'nam' is no key of an entity
            japan: {nam: Japan}
                    ^~~
          known: name, aliases, same-as, when, cite, note, shape, colour, attributes
          each with an example: 'The graph file' (TheGraphFile.md)
          what has no key of its own goes under 'attributes:'
          did you mean 'name'?
        kurils.yaml:4:3: error: 'Russia' cannot be the id of an entity
            Russia: Russia
            ^~~~~~
          an id without quotes is small letters and digits, with single hyphens between words and at least one letter
          did you mean 'russia'?
        kurils.yaml:7:11: error: no relation type is called 'clams'
            - japan clams kurils: {when: 1945-13, cite: tass#1}
                    ^~~~~
          'entente schema' lists the relation types
          did you mean 'claims'?
          if it is your own: schema: {relations: {clams: {from: state, to: island}}}
        kurils.yaml:7:37: error: '1945-13' is not an EDTF date: a month is 01 to 12 and a season 21 to 41, not 13
            - japan clams kurils: {when: 1945-13, cite: tass#1}
                                              ^
        kurils.yaml:7:47: error: no document has the id 'tass'
            - japan clams kurils: {when: 1945-13, cite: tass#1}
                                                        ^~~~
          to declare it: documents: {tass: {title: …}}
        kurils.yaml:8:18: error: no entity has the id 'kuril'
            - japan claims kuril: {status: sure}
                           ^~~~~
          known: Russia, japan, kurils
          did you mean 'kurils'?
        kurils.yaml:8:34: error: no status is called 'sure'
            - japan claims kuril: {status: sure}
                                           ^~~~
          known: asserted, claimed, conditional, disputed, planned, withdrawn
        kurils.yaml:9:5: note: 'claims' holds throughout: with the single date 1956 it began and ended within that time
            - japan claims kurils: {when: 1956}
              ^~~~~~~~~~~~~~~~~~~
          1956/.. if it holds to this day, 1956/ if its end is not known
        """#)
  }
}
