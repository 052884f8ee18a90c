extension RelationGraph {
  /// The selection of everything.
  public var everything: Selection {
    var counts = Selection.Counts()
    counts.certain = relations.count
    counts.undatedKept = columns.undatedRelations.count
    return Selection(
      graph: self, filter: Filter(), counts: counts, entityRows: BitSet(capacity: entities.count, filled: true),
      relationRows: BitSet(capacity: relations.count, filled: true),
      certainRows: BitSet(capacity: relations.count, filled: true))
  }

  /// What `filter` keeps of the graph.
  ///
  /// - Throws: ``CheckFailure`` when the filter names a kind, type, document or entity that the graph does not have.
  public func selecting(_ filter: Filter) throws(CheckFailure) -> Selection {
    if filter.isEmpty { return everything }
    let names = try FilterNames(filter, in: self)
    var relations = BitSet(capacity: relations.count, filled: true)
    var certain = relations
    names.narrow(&relations)
    let time = filter.years.map { TimeQuestion($0, of: self) }
    if let time { time.narrow(&relations, certain: &certain) }
    if filter.certainOnly { relations.filter { certain.contains($0) } }
    var entities = BitSet(capacity: self.entities.count)
    if !names.around.isEmpty {
      entities = columns.relations.neighbourhood(
        of: BitSet(capacity: self.entities.count, including: names.around), hops: max(1, filter.hops),
        within: &relations)
      // Who was asked about is there even when nothing joins it to others, unless it certainly does not exist then.
      if let time { entities.filter { time.mayExist($0) } }
    } else {
      columns.relations.insertEnds(of: relations, into: &entities)
      if filter.keepsIsolated { names.insertIsolated(into: &entities) { time?.mayExist($0) ?? true } }
    }
    return Selection(
      graph: self, filter: filter,
      counts: columns.relations.counts(kept: relations, certain: certain, undated: columns.undatedRelations),
      entityRows: entities, relationRows: relations, certainRows: certain)
  }
}

extension RelationColumns {
  fileprivate func insertEnds(of relations: BitSet, into entities: inout BitSet) {
    entities.insert(subject, object, in: relations)
  }

  /// The entities within so many hops over `relations`, which are then only those between them that the hops pass.
  fileprivate func neighbourhood(of start: BitSet, hops: Int, within relations: inout BitSet) -> BitSet {
    var reached = start
    var passed = BitSet(capacity: relations.capacity)
    for _ in 0..<hops {
      let before = (reached.count, passed.count)
      var next = reached
      relations.forEach {
        let (from, to) = (Int(subject[$0]), Int(object[$0]))
        guard reached.contains(from) || reached.contains(to) else { return }
        next.insert(from)
        next.insert(to)
        passed.insert($0)
      }
      reached = next
      if before == (reached.count, passed.count) { break }
    }
    relations = passed
    return reached
  }

  fileprivate func counts(kept: BitSet, certain: BitSet, undated: BitSet) -> Selection.Counts {
    var counts = Selection.Counts()
    counts.certain = kept.countInBoth(certain)
    counts.possible = kept.count - counts.certain
    counts.leftOut = count - kept.count
    counts.undatedKept = kept.countInBoth(undated)
    counts.undatedLeftOut = undated.count - counts.undatedKept
    return counts
  }
}
