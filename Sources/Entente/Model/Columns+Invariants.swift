extension Columns {
  /// The laws of the columns that do not hold, each in words; none in a graph that was put together rightly.
  ///
  /// Every graph is checked so when it is made, in debug builds; in tests also.
  package func brokenInvariants() -> [String] {
    var laws = Laws()
    checkEntities(&laws)
    checkRelations(&laws)
    checkShared(&laws)
    checkIDs(&laws)
    return laws.broken
  }

  /// Stops a debug build at a graph that was put together wrongly.
  package func checkInvariants() {
    assert(brokenInvariants().isEmpty, brokenInvariants().joined(separator: "; "))
  }

  private struct Laws {
    var broken: [String] = []

    mutating func hold(_ law: @autoclosure () -> String, _ isKept: Bool) { if !isKept { broken.append(law()) } }
  }

  private func checkEntities(_ laws: inout Laws) {
    let (table, count) = (entities, entities.count)
    let lengths = [table.kind.count, table.name.count, table.when.count, table.note.count, table.place.count]
    laws.hold("entities' columns have one length", lengths.allSatisfy { $0 == count })
    laws.hold("entities' lists have one length", table.aliases.count == count && table.sameAs.count == count)
    laws.hold("kinds are in the schema", table.kind.allSatisfy { Int($0) < schema.kinds.count })
    laws.hold("entities' dates are in the table", table.when.allSatisfy { Int($0.value) < dates.count })
    laws.hold("entities have ids", !table.id.contains(.empty) && !table.name.contains(.empty))
    for column in [table.id, table.name, table.note, table.aliases.values, table.sameAs.values] {
      laws.hold("entities' texts are in the table", column.allSatisfy { Int($0.value) < strings.count })
    }
    laws.hold("entities' places are in sources", table.place.allSatisfy(isInSources))
    checkRanges(table.attributes, count, start: 0, end: relations.attributes.start, of: "entities' attributes", &laws)
    checkRanges(table.citations, count, start: 0, end: relations.citations.start, of: "entities' citations", &laws)
  }

  private func checkRelations(_ laws: inout Laws) {
    let (table, count) = (relations, relations.count)
    let lengths = [
      table.subject.count, table.object.count, table.type.count, table.status.count, table.when.count,
      table.accordingTo.count, table.note.count, table.place.count,
    ]
    laws.hold("relations' columns have one length", lengths.allSatisfy { $0 == count })
    for ends in [table.subject, table.object] {
      laws.hold("ends are entities", ends.allSatisfy { Int($0) < entities.count })
    }
    laws.hold("who says so is an entity", table.accordingTo.allSatisfy { Int($0) <= entities.count })
    laws.hold("types are in the schema", table.type.allSatisfy { Int($0) < schema.relationTypes.count })
    laws.hold("relations' dates are in the table", table.when.allSatisfy { Int($0.value) < dates.count })
    for column in [table.id, table.note] {
      laws.hold("relations' texts are in the table", column.allSatisfy { Int($0.value) < strings.count })
    }
    laws.hold("relations have ids", !table.id.contains(.empty))
    laws.hold("relations' places are in sources", table.place.allSatisfy(isInSources))
    let (attributes, citations) = (table.attributes, table.citations)
    checkRanges(attributes, count, start: entities.attributes.end, end: self.attributes.count, of: "attributes", &laws)
    checkRanges(citations, count, start: entities.citations.end, end: self.citations.count, of: "citations", &laws)
    let undated = table.when.indices.filter { table.when[$0] == .none }
    laws.hold("undated relations are known", undatedRelations == BitSet(capacity: count, including: undated))
  }

  private func checkShared(_ laws: inout Laws) {
    let count = citations.count
    let lengths = [
      citations.paragraph.count, citations.firstPage.count, citations.lastPage.count, citations.quote.count,
      citations.prefix.count, citations.suffix.count,
      citations.verified.count, citations.place.count,
    ]
    laws.hold("citations' columns have one length", lengths.allSatisfy { $0 == count })
    laws.hold("documents are cited by their rows", citations.document.allSatisfy { Int($0) < documents.count })
    for column in [citations.quote, citations.prefix, citations.suffix, citations.verified, attributes.key] {
      laws.hold("shared texts are in the table", column.allSatisfy { Int($0.value) < strings.count })
    }
    laws.hold("citations' places are in sources", citations.place.allSatisfy(isInSources))
    laws.hold("attributes have keys and values", attributes.value.count == attributes.count)
    laws.hold("documents have places", documentPlaces.count == documents.count)
    laws.hold("documents' ids differ", documentRows.count == documents.count)
    laws.hold("attributes are sorted by key", entities.attributes.ranges.allSatisfy(isSortedByKey))
    laws.hold("attributes are sorted by key", relations.attributes.ranges.allSatisfy(isSortedByKey))
  }

  private func checkRanges(
    _ ranges: RowRanges, _ count: Int, start: Int, end: Int, of what: String, _ laws: inout Laws
  ) {
    laws.hold("\(what) have a range for each row", ranges.count == count)
    laws.hold("\(what) begin where they should", ranges.start == start)
    laws.hold("\(what) end where they should", count == 0 ? start == end : ranges.end == end)
    laws.hold("\(what) follow one another", ranges.isAscending)
  }

  private func isSortedByKey(_ rows: Range<Int>) -> Bool {
    zip(rows, rows.dropFirst()).allSatisfy { strings[attributes.key[$0]] < strings[attributes.key[$1]] }
  }

  private func isInSources(_ place: PackedPlace) -> Bool { place.source.row.map { $0 < sources.count } ?? true }

  private func checkIDs(_ laws: inout Laws) {
    laws.hold(
      "every entity is found by its id",
      entities.id.indices.allSatisfy { row(ofID: strings[entities.id[$0]]) == .entity($0) })
    laws.hold(
      "every relation is found by its id",
      relations.id.indices.allSatisfy { row(ofID: strings[relations.id[$0]]) == .relation($0) })
  }
}

extension RowRanges {
  /// All runs, in order.
  fileprivate var ranges: some Sequence<Range<Int>> { (0..<count).lazy.map { self[$0] } }
}
