import Testing

@testable import Entente

@Suite("The relation types in Swift")
struct VerbTests {
  /// One entity of every built-in kind.
  static let references: [any EntityReference] = [
    Person("a"), State("a"), Organization("a"), Treaty("a"), Event("a"), Island("a"), Place("a"),
  ]

  /// Every property that makes a verb, with what makes it from a subject, if its kind has the property.
  static let verbs: [@Sendable (any EntityReference) -> (any AnyVerb)?] = [
    { ($0 as? Person)?.presidentOf }, { ($0 as? Person)?.primeMinisterOf }, { ($0 as? Person)?.foreignMinisterOf },
    { ($0 as? Person)?.ambassadorTo }, { ($0 as? any PoliticalActor)?.represents },
    { ($0 as? any PoliticalActor)?.memberOf }, { ($0 as? Person)?.met }, { ($0 as? any PoliticalActor)?.attended },
    { ($0 as? Event)?.tookPlaceIn }, { ($0 as? any EventOrTreaty)?.followed }, { ($0 as? any Power)?.claims },
    { ($0 as? any Power)?.holds }, { ($0 as? any Land)?.partOf }, { ($0 as? any Land)?.handedTo },
    { ($0 as? any Power)?.offered }, { ($0 as? any Land)?.offeredTo }, { ($0 as? any Power)?.withdrewOfferOf },
    { ($0 as? any Power)?.plansActivityOn }, { ($0 as? any PoliticalActor)?.signed },
    { ($0 as? any Power)?.partyTo }, { ($0 as? any Power)?.withdrewFrom },
    { ($0 as? any PoliticalActor)?.disputesReadingOf }, { ($0 as? any EventOrTreaty)?.basedOn },
    { ($0 as? any EventOrTreaty)?.ended }, { ($0 as? any EventOrTreaty)?.concerns },
    { ($0 as? any Power)?.negotiatesWith }, { ($0 as? any Power)?.alliedWith }, { ($0 as? any Power)?.atWarWith },
    { ($0 as? any Power)?.recognizes }, { ($0 as? any Power)?.succeeded },
    { ($0 as? any Power)?.plansActivityWith }, { ($0 as? any PoliticalActor)?.agreedWith },
  ]

  @Test("The kinds that the compiler knows are the built-in ones")
  func kinds() {
    #expect(Self.references.map { type(of: $0).kind } == Schema.builtIn.kinds)
  }

  @Test("Every built-in relation type is a property, and joins the kinds that the schema joins")
  func relationTypes() throws {
    var covered: Set<String> = []
    for makeVerb in Self.verbs {
      for subject in Self.references {
        guard let verb = makeVerb(subject) else { continue }
        covered.insert(verb.type.name)
        let known = try #require(Schema.builtIn.relationType(verb.type.name))
        #expect(verb.type == known)
        for object in Self.references {
          let (from, to) = (type(of: subject).kind.name, type(of: object).kind.name)
          #expect(
            verb.accepts(object) == known.joins(from, to), "\(from) \(known.name) \(to)")
        }
      }
      let name = try #require(Self.references.lazy.compactMap(makeVerb).first).type.name
      let from = Schema.builtIn.relationType(name)?.from ?? []
      let subjects = Self.references.filter { makeVerb($0) != nil }.map { type(of: $0).kind.name }
      #expect(Set(subjects) == Set(from), "subjects of \(name)")
    }
    #expect(covered == Set(Schema.builtIn.relationTypes.map(\.name)))
  }
}

protocol AnyVerb {
  var type: RelationType { get }
  func accepts(_ reference: any EntityReference) -> Bool
}

extension Verb: AnyVerb {}
