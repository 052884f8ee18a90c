extension GraphAssembly {
  /// The entities' columns: mentions of one id are one row, of the kind that their sections say.
  mutating func assembleEntities() -> EntityColumns {
    let kinds = draft.sections.map { kindRow(of: $0) }
    var merged: [GraphDraft.EntityEntry] = []
    for entry in draft.entities {
      if kinds[entry.section] == nil {
        if row(ofID: entry.id) == .nothing { name(entry.id, .unusable) }
      } else if let row = row(ofID: entry.id).entityRow {
        merged[row] = merge(merged[row], entry, kinds: kinds)
      } else {
        check(id: entry.id, of: "an entity", at: entry.place)
        name(entry.id, .entity(merged.count))
        merged.append(entry)
      }
    }
    var columns = EntityColumns()
    for entry in merged { append(entry, kind: kinds[entry.section] ?? 0, to: &columns) }
    return columns
  }

  private mutating func kindRow(of section: GraphDraft.Section) -> Int? {
    let kind = section.isPlural ? schema.kind(plural: section.name) : schema.kind(section.name)
    if let kind {
      if let finding = section.wrongForm { report(finding, at: section.place, length: section.name.count) }
      return schema.row(ofKind: kind.name)
    }
    let known = section.isPlural ? schema.kinds.map(\.plural) + GraphDraft.reservedKeys : schema.kinds.map(\.name)
    let finding = UnknownName(section.isPlural ? .section : .kind, section.name, among: known)
    report(finding, at: section.place, length: section.name.count)
    return nil
  }

  private mutating func merge(
    _ first: GraphDraft.EntityEntry, _ second: GraphDraft.EntityEntry, kinds: [Int?]
  ) -> GraphDraft.EntityEntry {
    let what = "'\(text(first.id))'"
    let places = (first.place, second.place)
    let (schema, strings, dates) = (schema, draft.strings, draft.dates)
    var entry = first
    _ = one(kinds[first.section], kinds[second.section], absent: nil, property: "kind", of: what, at: places) {
      $0.map { schema.kinds[$0].name } ?? ""
    }
    entry.name = one(first.name, second.name, absent: .empty, property: "name", of: what, at: places) { strings[$0] }
    entry.note = one(first.note, second.note, absent: .empty, property: "note", of: what, at: places) { strings[$0] }
    entry.when = one(first.when, second.when, absent: .none, property: "date", of: what, at: places) {
      strings[dates.text(of: $0)]
    }
    entry.aliases = joined(first.aliases, second.aliases, in: &draft.aliases)
    entry.attributes = joined(first.attributes, second.attributes, in: &draft.attributes)
    entry.citations = joined(first.citations, second.citations, in: &draft.citations)
    return entry
  }

  private mutating func append(_ entry: GraphDraft.EntityEntry, kind: Int, to columns: inout EntityColumns) {
    columns.id.append(entry.id)
    columns.kind.append(UInt16(kind))
    columns.name.append(entry.name == .empty ? entry.id : entry.name)
    columns.when.append(entry.when)
    columns.note.append(entry.note)
    columns.place.append(entry.place)
    var aliases: [StringID] = []
    for alias in draft.aliases[entry.aliases] where !aliases.contains(alias) { aliases.append(alias) }
    columns.aliases.append(aliases)
    keep(attributes: entry.attributes, of: entry.id)
    columns.attributes.append(end: attributes.count)
    keep(citations: entry.citations)
    columns.citations.append(end: citations.count)
  }
}

extension GraphDraft {
  /// The keys of a graph file that are not a kind's plural.
  package static let reservedKeys = ["title", "documents", "relations", "schema"]
}
