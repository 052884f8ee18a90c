/// A relation type with its subject, waiting for its object: `japan.claims`.
///
/// `Object` says what the compiler lets stand there: one kind (`Verb<Treaty>`) or a group of kinds (`Verb<any Land>`).
/// An own relation type is one line:
///
/// ```swift
/// extension Power { var ratified: Verb<Treaty> { Verb(self, "ratified", from: [State.self], holds: .atItsDate) } }
/// ```
public struct Verb<Object>: Sendable {
  let subject: EntityDeclaration
  let type: RelationType
  private let declaration: @Sendable (Object) -> EntityDeclaration

  /// An own relation type whose object is of one kind.
  ///
  /// - Parameters:
  ///   - subject: who, or what, the relation is about.
  ///   - name: the type's name, kebab-case.
  ///   - label: the name as pictures and messages say it; the name with spaces when left out.
  ///   - from: the kinds that the graph's schema lets stand as subject, whatever the compiler lets; none means any.
  ///   - directed: whether subject and object are told apart.
  ///   - holds: how its relations hold in time.
  public init(
    _ subject: some EntityReference, _ name: String, label: String? = nil, from: [any EntityReference.Type] = [],
    directed: Bool = true, holds: Holding = .throughout
  ) where Object: EntityReference {
    let type = RelationType(
      name, label: label, from: from.map { $0.kind.name }, to: [Object.kind.name], directed: directed, holds: holds)
    self.init(subject, type) { $0.declaration }
  }

  /// An own relation type whose object is of a group of kinds, which a protocol names.
  ///
  /// ```swift
  /// extension State {
  ///   var leased: Verb<any Land> { Verb(self, RelationType("leased", to: ["island", "place"])) { $0.declaration } }
  /// }
  /// ```
  public init(
    _ subject: some EntityReference, _ type: RelationType,
    declaration: @escaping @Sendable (Object) -> EntityDeclaration
  ) {
    self.subject = subject.declaration
    self.type = type
    self.declaration = declaration
  }

  /// States the relation: `japan.claims(kurils, when: "1945~/..", cite: tass[5, "laid claims"])`.
  ///
  /// - Parameters:
  ///   - object: the other end.
  ///   - when: its date in EDTF, read as the type holds.
  ///   - status: how far the statement goes.
  ///   - cite: where documents say it.
  ///   - accordingTo: who says so, where that is not the document itself.
  ///   - note: what a reader should know about it.
  ///   - id: its id; made from head, date and status when left out.
  ///   - attributes: what Entente has no word for.
  ///   - file: the Swift file, for messages; the compiler fills it in.
  ///   - line: the line in it, likewise.
  ///   - column: the column in the line, likewise.
  @discardableResult
  public func callAsFunction(
    _ object: Object, when: String? = nil, status: Status = .asserted, cite: CitationDeclaration...,
    accordingTo: (any EntityReference)? = nil, note: String? = nil, id: String? = nil,
    attributes: [String: AttributeValue] = [:], file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> RelationDeclaration {
    RelationDeclaration(
      subject: subject, type: type, object: declaration(object), when: when, status: status, citations: cite,
      accordingTo: accordingTo?.declaration, note: note, id: id, attributes: attributes,
      place: SourcePlace(file: file, line: line, column: column))
  }

  /// Whether an entity of that type may be the object.
  func accepts(_ reference: any EntityReference) -> Bool { reference is Object }
}

/// A relation stated in Swift code, with the place in the source where it is.
public struct RelationDeclaration: Sendable {
  let subject: EntityDeclaration
  let type: RelationType
  let object: EntityDeclaration
  let when: String?
  let status: Status
  let citations: [CitationDeclaration]
  let accordingTo: EntityDeclaration?
  let note: String?
  let id: String?
  let attributes: [String: AttributeValue]
  let place: SourcePlace
}
