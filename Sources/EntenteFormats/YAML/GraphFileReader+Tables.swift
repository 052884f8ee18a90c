import Entente

// Tables that the file takes entities and relations from: `tables:`.
extension GraphFileReader {
  /// The `tables:` in the tree.
  mutating func readTables() {
    let example = "tables: [{file: edges.csv, relations: [{subject: source, type: type, object: target}]}]"
    guard tree.shape(of: 0) == .sequence else {
      if !tree.isAbsent(0), tree.shape(of: 0) != .unreadable {
        report(WrongForm(key: "tables", expected: "a list", found: found(0), example: example), at: 0)
      }
      return
    }
    for item in tree.items(of: 0) {
      guard isMapping(item, key: "tables", example: example) else { continue }
      readTable(item)
    }
  }

  private mutating func readTable(_ node: YAMLTree.NodeID) {
    let errors = draft.errorCount
    var file: TableMapping.Placed<String>?
    var mapping = TableMapping(file: TableMapping.Placed(value: "", place: place(of: node)))
    mapping.rules.whole = source
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "file": file = placedText(of: value, key: "file")
      case "encoding": mapping.encoding = encoding(of: value)
      case "missing":
        mapping.missing = texts(of: value, key: "missing", example: "missing: [\"-9\", NA]").map { tree.text(of: $0) }
      case "missing-ends":
        mapping.rules.missingEnds = choice(of: value, key: "missing-ends") ?? mapping.rules.missingEnds
      case "duplicate-ids":
        mapping.rules.duplicateIDs = choice(of: value, key: "duplicate-ids") ?? mapping.rules.duplicateIDs
      case "entities":
        for item in mappings(value, key: "entities", example: "entities: [{id: code, name: country}]") {
          if let entity = entityMapping(of: item) { mapping.entities.append(entity) }
        }
      case "relations":
        let example = "relations: [{subject: source, type: type, object: target}]"
        for item in mappings(value, key: "relations", example: example) {
          if let relation = relationMapping(of: item) { mapping.relations.append(relation) }
        }
      default: reportUnknown(key: key, value: value, of: .table)
      }
    }
    guard let file else { return report(KeyMissing(key: "file", owner: Keys.table.owner), at: node) }
    mapping.file = file
    if mapping.entities.isEmpty && mapping.relations.isEmpty && draft.errorCount == errors {
      report(NothingMapped(), at: node)
    }
    tables.append(mapping)
  }

  private mutating func encoding(of node: YAMLTree.NodeID) -> TextEncoding? {
    guard let node = scalar(node, key: "encoding") else { return nil }
    if let encoding = TextEncoding(name: tree.text(of: node)) { return encoding }
    let known = TextEncoding.allCases.map(\.rawValue)
    report(NotOneOf(what: "encoding", text: tree.text(of: node), known: known), at: node)
    return nil
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    of node: YAMLTree.NodeID, key: String
  ) -> Choice? where Choice.RawValue == String {
    guard let node = scalar(node, key: key) else { return nil }
    if let choice = Choice(rawValue: tree.text(of: node)) { return choice }
    report(
      NotOneOf(what: "value of '\(key)'", text: tree.text(of: node), known: Choice.allCases.map(\.rawValue)), at: node)
    return nil
  }

  // MARK: - Entities and relations

  private mutating func entityMapping(of node: YAMLTree.NodeID) -> EntityMapping? {
    var id: TextMapping?
    var mapping = EntityMapping(id: TextMapping(origin: .literal(""), place: place(of: node)))
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "id": id = textMapping(of: value, key: "id")
      case "kind": mapping.kind = textMapping(of: value, key: "kind")
      case "name": mapping.name = textMapping(of: value, key: "name")
      case "aliases": mapping.aliases = textMappings(of: value, key: "aliases")
      case "same-as": mapping.sameAs = sameAsMappings(of: value)
      case "when": mapping.when = dateMapping(of: value, key: "when")
      case "note": mapping.note = textMapping(of: value, key: "note")
      case "attributes": mapping.attributes = attributeMappings(of: value)
      case "cite": mapping.citations = citationMappings(of: value)
      default: reportUnknown(key: key, value: value, of: .mappedEntity)
      }
    }
    guard let id else {
      report(KeyMissing(key: "id", owner: Keys.mappedEntity.owner), at: node)
      return nil
    }
    mapping.id = id
    return mapping
  }

  /// Columns by the registries whose ids they have: `same-as: {wikidata: qid, geonames: geonameid}`.
  private mutating func sameAsMappings(of node: YAMLTree.NodeID) -> [(registry: String, id: TextMapping)] {
    let example = "same-as: {wikidata: qid}"
    guard isMapping(node, key: "same-as", example: example) else { return [] }
    var mappings: [(registry: String, id: TextMapping)] = []
    for (key, value) in tree.pairs(of: node) where tree.shape(of: key) == .scalar {
      let registry = tree.text(of: key)
      if SameAs.prefixes.contains(registry) {
        if let id = textMapping(of: value, key: registry) { mappings.append((registry, id)) }
      } else {
        report(NotOneOf(what: "registry", text: registry, known: SameAs.prefixes), at: key)
      }
    }
    return mappings
  }

  private mutating func relationMapping(of node: YAMLTree.NodeID) -> RelationMapping? {
    var (subject, type, object) = (TextMapping?.none, TextMapping?.none, TextMapping?.none)
    let nothing = TextMapping(origin: .literal(""), place: place(of: node))
    var mapping = RelationMapping(subject: nothing, type: nothing, object: nothing)
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "subject": subject = textMapping(of: value, key: "subject")
      case "type": type = textMapping(of: value, key: "type")
      case "object": object = textMapping(of: value, key: "object")
      case "id": mapping.id = textMapping(of: value, key: "id")
      case "when": mapping.when = dateMapping(of: value, key: "when")
      case "status": mapping.status = textMapping(of: value, key: "status")
      case "according-to": mapping.accordingTo = textMapping(of: value, key: "according-to")
      case "note": mapping.note = textMapping(of: value, key: "note")
      case "attributes": mapping.attributes = attributeMappings(of: value)
      case "cite": mapping.citations = citationMappings(of: value)
      default: reportUnknown(key: key, value: value, of: .mappedRelation)
      }
    }
    for (part, key) in [(subject, "subject"), (type, "type"), (object, "object")] where part == nil {
      report(KeyMissing(key: key, owner: Keys.mappedRelation.owner), at: node)
    }
    guard let subject, let type, let object else { return nil }
    (mapping.subject, mapping.type, mapping.object) = (subject, type, object)
    return mapping
  }

  private mutating func attributeMappings(of node: YAMLTree.NodeID) -> [(name: String, value: TextMapping)] {
    var list: [(name: String, value: TextMapping)] = []
    if tree.shape(of: node) == .sequence {
      // Columns that keep their names.
      for item in texts(of: node, key: "attributes", example: "attributes: [population, area]") {
        let name = tree.text(of: item)
        let column = TableMapping.Placed(value: name, place: place(of: item))
        list.append((name, TextMapping(origin: .columns([column], join: ""), place: place(of: item))))
      }
      return list
    }
    guard isMapping(node, key: "attributes", example: "attributes: {population: pop}") else { return [] }
    for (key, value) in tree.pairs(of: node) {
      let name = tree.text(of: key)
      if let text = textMapping(of: value, key: name) { list.append((name, text)) }
    }
    return list
  }

  private mutating func citationMappings(of node: YAMLTree.NodeID) -> [CitationMapping] {
    var list: [CitationMapping] = []
    for item in mappings(node, key: "cite", example: "cite: {document: source, paragraph: par, quote: words}") {
      var document: TextMapping?
      var (paragraph, page, quote) = (TextMapping?.none, TextMapping?.none, TextMapping?.none)
      for (key, value) in tree.pairs(of: item) {
        switch tree.text(of: key) {
        case "document": document = textMapping(of: value, key: "document")
        case "paragraph": paragraph = textMapping(of: value, key: "paragraph")
        case "page": page = textMapping(of: value, key: "page")
        case "quote": quote = textMapping(of: value, key: "quote")
        default: reportUnknown(key: key, value: value, of: .mappedCitation)
        }
      }
      if let document {
        list.append(CitationMapping(document: document, paragraph: paragraph, page: page, quote: quote))
      } else {
        report(KeyMissing(key: "document", owner: Keys.mappedCitation.owner), at: item)
      }
    }
    return list
  }

  // MARK: - Texts

  private mutating func textMappings(of node: YAMLTree.NodeID, key: String) -> [TextMapping] {
    guard tree.shape(of: node) == .sequence else { return textMapping(of: node, key: key).map { [$0] } ?? [] }
    return tree.items(of: node).compactMap { textMapping(of: $0, key: key) }
  }

  /// A column's name, or how a text is made of columns.
  private mutating func textMapping(of node: YAMLTree.NodeID, key: String) -> TextMapping? {
    if tree.shape(of: node) == .mapping { return longText(of: node, key: key) }
    let example = "\(key): column, or \(key): {literal: text}"
    guard let node = scalar(node, key: key, expected: "a column", example: example) else { return nil }
    let column = TableMapping.Placed(value: tree.text(of: node), place: place(of: node))
    return TextMapping(origin: .columns([column], join: ""), place: place(of: node))
  }

  private mutating func longText(of node: YAMLTree.NodeID, key: String) -> TextMapping? {
    var origin: TextMapping.Origin?
    var columns: [TableMapping.Placed<String>] = []
    var join = "-"
    var lookup: LookupMapping?
    for (part, value) in tree.pairs(of: node) {
      switch tree.text(of: part) {
      case "column": columns += placedText(of: value, key: "column").map { [$0] } ?? []
      case "columns":
        columns += texts(of: value, key: "columns", example: "columns: [country, year]").map {
          TableMapping.Placed(value: tree.text(of: $0), place: place(of: $0))
        }
      case "join": join = scalar(value, key: "join").map { tree.text(of: $0) } ?? join
      case "literal": origin = text(of: value, key: "literal").map { .literal($0) }
      case "lookup": lookup = lookupMapping(of: value)
      case "format" where key == "when": break
      default: reportUnknown(key: part, value: value, of: .mappedText)
      }
    }
    if !columns.isEmpty { origin = .columns(columns, join: join) }
    guard let origin else {
      report(KeyMissing(key: "column", owner: Keys.mappedText.owner), at: node)
      return nil
    }
    return TextMapping(origin: origin, lookup: lookup, place: place(of: node))
  }

  private mutating func lookupMapping(of node: YAMLTree.NodeID) -> LookupMapping? {
    guard isMapping(node, key: "lookup", example: "lookup: {2: usa, 200: uk}") else { return nil }
    let keys = tree.pairs(of: node).map { tree.text(of: $0.0) }
    if Set(keys) == ["file", "from", "to"] {
      var parts: [String: TableMapping.Placed<String>] = [:]
      for (key, value) in tree.pairs(of: node) {
        parts[tree.text(of: key)] = placedText(of: value, key: tree.text(of: key))
      }
      guard let file = parts["file"], let from = parts["from"], let to = parts["to"] else { return nil }
      return LookupMapping(origin: .table(file: file, from: from, to: to), place: place(of: node))
    }
    var pairs: [String: String] = [:]
    for (key, value) in tree.pairs(of: node) {
      let code = tree.text(of: key)
      if let text = text(of: value, key: code) { pairs[code] = text }
    }
    return LookupMapping(origin: .pairs(pairs), place: place(of: node))
  }

  // MARK: - Dates

  /// A column with dates; year, month and day; or start and end.
  private mutating func dateMapping(of node: YAMLTree.NodeID, key: String) -> DateMapping? {
    guard tree.shape(of: node) == .mapping else {
      return textMapping(of: node, key: key).map { .text($0, formats: []) }
    }
    let keys = tree.pairs(of: node).map { tree.text(of: $0.0) }
    if keys.contains("year") { return datePartsMapping(of: node) }
    if keys.contains("start") || keys.contains("end") { return intervalMapping(of: node) }
    var formats: [DateFormat] = []
    for (part, value) in tree.pairs(of: node) where tree.text(of: part) == "format" {
      formats = texts(of: value, key: "format", example: "format: \"%d.%m.%Y\"").compactMap { dateFormat(of: $0) }
    }
    return longText(of: node, key: "when").map { .text($0, formats: formats) }
  }

  private mutating func dateFormat(of node: YAMLTree.NodeID) -> DateFormat? {
    do throws(DateFormat.Problem) {
      return try DateFormat(tree.text(of: node))
    } catch {
      report(NotADateFormat(format: tree.text(of: node), problem: error), at: node)
      return nil
    }
  }

  private mutating func datePartsMapping(of node: YAMLTree.NodeID) -> DateMapping? {
    var (year, month, day) = (TextMapping?.none, TextMapping?.none, TextMapping?.none)
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "year": year = textMapping(of: value, key: "year")
      case "month": month = textMapping(of: value, key: "month")
      case "day": day = textMapping(of: value, key: "day")
      default: reportUnknown(key: key, value: value, of: .mappedDate)
      }
    }
    return year.map { .parts(year: $0, month: month, day: day) }
  }

  private mutating func intervalMapping(of node: YAMLTree.NodeID) -> DateMapping? {
    var (start, end) = (DateMapping?.none, DateMapping?.none)
    var isOpen = false
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "start": start = dateMapping(of: value, key: "start")
      case "end": end = dateMapping(of: value, key: "end")
      case "empty-end":
        let choice: EmptyEnd? = choice(of: value, key: "empty-end")
        isOpen = choice == .open
      default: reportUnknown(key: key, value: value, of: .mappedDate)
      }
    }
    return .interval(start: start, end: end, emptyEndIsOpen: isOpen)
  }

  /// What an end means in which nothing stands.
  private enum EmptyEnd: String, CaseIterable {
    case unknown, open
  }

  // MARK: - Values

  private mutating func placedText(of node: YAMLTree.NodeID, key: String) -> TableMapping.Placed<String>? {
    scalar(node, key: key).map { TableMapping.Placed(value: tree.text(of: $0), place: place(of: $0)) }
  }

  /// The mappings of a list, or the one that stands there by itself.
  private mutating func mappings(_ node: YAMLTree.NodeID, key: String, example: String) -> [YAMLTree.NodeID] {
    if tree.shape(of: node) != .sequence { return isMapping(node, key: key, example: example) ? [node] : [] }
    return tree.items(of: node).filter { isMapping($0, key: key, example: example) }
  }
}

extension Keys {
  static let table = Keys(
    owner: "a table",
    keys: ["file", "encoding", "missing", "missing-ends", "duplicate-ids", "entities", "relations"])
  static let mappedEntity = Keys(
    owner: "a table's entities",
    keys: ["id", "kind", "name", "aliases", "same-as", "when", "note", "cite", "attributes"])
  static let mappedRelation = Keys(
    owner: "a table's relations",
    keys: ["subject", "type", "object", "id", "when", "status", "according-to", "note", "cite", "attributes"])
  static let mappedCitation = Keys(owner: "a table's citations", keys: ["document", "paragraph", "page", "quote"])
  static let mappedText = Keys(owner: "a value", keys: ["column", "columns", "join", "literal", "lookup", "format"])
  static let mappedDate = Keys(
    owner: "a table's dates", keys: ["column", "format", "year", "month", "day", "start", "end", "empty-end"])
}

/// Something that has to be said and is not.
struct KeyMissing: Finding {
  let key: String
  let owner: String

  var message: String { "\(owner) needs '\(key)'" }
}

/// A table of which nothing is taken.
struct NothingMapped: Finding {
  var message: String { "nothing is taken from the table" }
  var advice: [String] {
    ["'entities:' and 'relations:' say what its columns hold", "'entente tables FILE' prints a mapping to start from"]
  }
}

/// A text that is no format of dates.
struct NotADateFormat: Finding {
  let format: String
  let problem: DateFormat.Problem

  var message: String {
    switch problem {
    case .unknownSign(let sign): "'%\(sign)' is no part of a date's format"
    case .noYear: "the format '\(format)' has no year"
    case .twoDigitYear: "'%y' is a year without its century, which nobody can tell"
    }
  }
  var advice: [String] { ["there are %Y, %m, %d, and %B for a month's name; for example \"%d.%m.%Y\""] }
}
