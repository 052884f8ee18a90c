extension Selection {
  /// Calls `body` with every entity kept, in the graph's order: what exporters loop over.
  ///
  /// ```swift
  /// try selection.forEachEntity { entity in
  ///   try writer.write(entity.name)
  ///   try writer.write("\n")
  /// }
  /// ```
  public func forEachEntity(_ body: (borrowing EntityRow) throws -> Void) rethrows {
    try graph.columns.strings.withArena { arena in
      var entity = EntityRow(graph.columns, arena)
      try entityRows.forEach { row in
        entity.row = row
        try body(entity)
      }
    }
  }

  /// Calls `body` with every relation kept, in the graph's order: what exporters loop over.
  public func forEachRelation(_ body: (borrowing RelationRow) throws -> Void) rethrows {
    let hasAnswers = filter.years != nil
    try graph.columns.strings.withArena { arena in
      var relation = RelationRow(graph.columns, arena)
      try relationRows.forEach { row in
        relation.row = row
        if hasAnswers { relation.answer = certainRows?.contains(row) ?? true ? .certain : .possible }
        try body(relation)
      }
    }
  }
}
