import Testing

@Suite("Faults in a file's own schema")
struct SchemaFaultTests {
  @Test("Whatever is wrong with kinds and relation types")
  func schema() throws {
    try expect(
      #"""
      schema:
        kinds:
          memorandum: {plural: people}
          note: {plural: relations, hapens: true}
          Court:
        relations:
          issued: {from: [state, organisation], to: memorandum, holds: at his date, directed: no}
        types: {}
      """#,
      prints: #"""
        kurils.yaml:3:5: error: the plural of 'memorandum', 'people', is the key of the kind 'person'
              memorandum: {plural: people}
              ^~~~~~~~~~
          give the kind another: memorandum: {plural: …}
        kurils.yaml:4:5: error: the plural of 'note', 'relations', is the key of a graph file's own section
              note: {plural: relations, hapens: true}
              ^~~~
          give the kind another: note: {plural: …}
        kurils.yaml:4:31: error: 'hapens' is no key of a kind
              note: {plural: relations, hapens: true}
                                        ^~~~~~
          known: plural, happens, shape, colour
          each with an example: 'The graph file' (TheGraphFile.md)
          did you mean 'happens'?
        kurils.yaml:5:5: error: 'Court' cannot be the id of a kind
              Court:
              ^~~~~
          an id without quotes is small letters and digits, with single hyphens between words and at least one letter
          did you mean 'court'?
        kurils.yaml:7:28: error: no kind is called 'organisation'
              issued: {from: [state, organisation], to: memorandum, holds: at his date, directed: no}
                                     ^~~~~~~~~~~~
          known: Court, event, island, memorandum, note, organization, person, place, state, treaty
          did you mean 'organization'?
        kurils.yaml:7:66: error: 'at his date' is no way to hold in time
              issued: {from: [state, organisation], to: memorandum, holds: at his date, directed: no}
                                                                           ^~~~~~~~~~~
          known: at its date, permanent, throughout
          did you mean 'at its date'?
        kurils.yaml:7:89: error: 'directed' takes true or false; this is 'no'
              issued: {from: [state, organisation], to: memorandum, holds: at his date, directed: no}
                                                                                                  ^~
        kurils.yaml:8:3: error: 'types' is no key of a schema
            types: {}
            ^~~~~
          known: kinds, relations
          each with an example: 'The graph file' (TheGraphFile.md)
          did you mean 'relations'?
        """#)
  }

  @Test("A type of its own in place of a built-in one is a note")
  func replacesBuiltIn() throws {
    try expect(
      #"""
      schema:
        relations:
          claims: {from: state, to: island}
      """#,
      prints: #"""
        kurils.yaml:3:5: note: this relation type 'claims' replaces the built-in one
              claims: {from: state, to: island}
              ^~~~~~
        """#)
  }
}
