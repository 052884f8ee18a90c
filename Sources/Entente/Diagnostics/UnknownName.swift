/// A name that nothing has: of an entity, a kind, a relation type, a document or a status.
package struct UnknownName: Finding {
  /// What kind of thing the name should be of, with what stands there.
  package enum Sort: Sendable {
    case entity, kind, relationType, document, status, holding, shape, colour
  }

  package let sort: Sort
  package let name: String
  package let nearest: String?
  /// All that is known, where that is few enough to be read.
  package let known: [String]
  /// What a graph file would say to have the name, if it is one of its own.
  package let declaration: String?

  /// A name that is none of the candidates'; what goes by `otherNames` may have been meant as well.
  ///
  /// - Parameters:
  ///   - meant: the candidate that goes by this name elsewhere, where that is known.
  ///   - declaration: what declares the name.
  package init(
    _ sort: Sort, _ name: String, among candidates: some Collection<String>, otherNames: [String] = [],
    meant: String? = nil, declaration: String? = nil
  ) {
    self.sort = sort
    self.name = name
    self.nearest = meant ?? NearestName.of(name, among: candidates) ?? NearestName.of(name, among: otherNames)
    self.known = candidates.count <= 16 ? candidates.sorted() : []
    self.declaration = declaration
  }

  package var message: String {
    switch sort {
    case .entity: "no entity has the id '\(name)'"
    case .kind: "no kind is called '\(name)'"
    case .relationType: "no relation type is called '\(name)'"
    case .document: "no document has the id '\(name)'"
    case .holding: "'\(name)' is no way to hold in time"
    case .shape: "no shape is called '\(name)'"
    case .colour: "no colour is called '\(name)'"
    case .status: "no status is called '\(name)'"
    }
  }

  package var advice: [String] {
    (known.isEmpty ? [] : ["known: " + known.joined(separator: ", ")]) + howToList + Wording.didYouMean(nearest)
      + (howToDeclare.map { [$0] } ?? [])
  }

  /// How the name is declared; a document that is known under a like name needs no second one.
  private var howToDeclare: String? {
    guard let declaration else { return nil }
    guard sort == .document else { return "if it is your own: \(declaration)" }
    return nearest == nil ? "to declare it: \(declaration)" : nil
  }

  private var howToList: [String] {
    sort == .relationType && known.isEmpty ? ["'entente schema' lists the relation types"] : []
  }
}
