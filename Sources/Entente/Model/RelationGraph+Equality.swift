extension RelationGraph: Equatable {
  /// Whether both say the same: title and subtitle, schema, documents, sides, entities and relations by their ids; not the order, not the places.
  public static func == (left: RelationGraph, right: RelationGraph) -> Bool {
    if left.columns === right.columns { return true }
    return left.title == right.title && left.subtitle == right.subtitle
      && Set(left.sides) == Set(right.sides)
      && Set(left.schema.kinds) == Set(right.schema.kinds)
      && Set(left.schema.relationTypes) == Set(right.schema.relationTypes)
      && Set(left.documents) == Set(right.documents)
      && left.entities.count == right.entities.count && left.relations.count == right.relations.count
      && left.entities.allSatisfy { entity in right.entity(entity.id).map { $0.says(sameAs: entity) } ?? false }
      && left.relations.allSatisfy { relation in right.relation(relation.id).map { $0.says(sameAs: relation) } ?? false
      }
  }
}

extension Entity {
  fileprivate func says(sameAs other: Entity) -> Bool {
    kind == other.kind && look == other.look && name == other.name && when == other.when && note == other.note
      && Set(aliases) == Set(other.aliases) && Set(sameAs) == Set(other.sameAs)
      && Set(citations) == Set(other.citations)
      && attributes.isSame(as: other.attributes)
  }
}

extension Relation {
  fileprivate func says(sameAs other: Relation) -> Bool {
    subject.id == other.subject.id && type == other.type && object.id == other.object.id && when == other.when
      && status == other.status && accordingTo?.id == other.accordingTo?.id && note == other.note
      && Set(citations) == Set(other.citations)
      && attributes.isSame(as: other.attributes)
  }
}
