import Entente

extension GraphFileReader {
  /// An entity: its id as a key, then its name, or its properties.
  mutating func readEntity(key: Key, value: YAMLTree.NodeID, kind: GraphDraft.KindID) {
    if let first = firstPlace(of: key.id, at: key.place) {
      return draft.report(IDTwice(id: draft.strings[key.id]), at: key.place, related: first)
    }
    check(id: key.id, isBare: key.isBare, of: "an entity", at: key.place)
    var entity = GraphDraft.EntityEntry(id: key.id, kind: kind, place: key.place)
    switch tree.shape(of: value) {
    case .mapping: readProperties(of: &entity, in: value)
    case .sequence: report(ofEntity: key, at: value)
    case .scalar:
      entity.name = tree.intern(value, in: &draft.strings)
      if tree.isAbsent(value) || tree.bytes(of: value).isEmpty {
        draft.report(EmptyName(id: draft.strings[key.id]), at: key.place)
      }
    case .unreadable: break
    }
    draft.add(entity: entity)
  }

  private mutating func report(ofEntity key: Key, at value: YAMLTree.NodeID) {
    let id = draft.strings[key.id]
    let example = "\(id): {name: …, aliases: […]}"
    report(WrongForm(key: id, expected: "a name or properties", found: found(value), example: example), at: value)
  }

  private mutating func readProperties(of entity: inout GraphDraft.EntityEntry, in node: YAMLTree.NodeID) {
    var split = SplitCitation()
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "name":
        entity.name = string(of: value, key: "name")
        if tree.shape(of: value) == .scalar, !tree.isAbsent(value), tree.bytes(of: value).isEmpty {
          report(EmptyName(id: draft.strings[entity.id]), at: value)
        }
      case "aliases":
        let aliases = texts(of: value, key: "aliases", example: "aliases: [USSR]")
        entity.aliases = draft.add(aliases: aliases.map { tree.intern($0, in: &draft.strings) })
      case "same-as":
        let names = texts(of: value, key: "same-as", example: "same-as: [wikidata:Q17]")
        entity.sameAs = draft.add(
          sameAs: names.map { tree.intern($0, in: &draft.strings) }, at: names.map { place(of: $0) })
      case "when": entity.when = date(of: value, key: "when")
      case "note": entity.note = string(of: value, key: "note")
      case "cite": entity.citations = draft.add(citations: citations(of: value, split: &split))
      case "shape": entity.look.shape = look(of: value, key: "shape", .shape)
      case "colour": entity.look.colour = look(of: value, key: "colour", .colour)
      case "attributes": entity.attributes = attributes(of: value)
      default: if !split.takes(key, value, in: tree) { reportUnknown(key: key, value: value, of: .entity) }
      }
    }
  }

  /// A side: its id as a key, then its members, or its name with them.
  mutating func readSide(key: Key, value: YAMLTree.NodeID) {
    let id = draft.strings[key.id]
    if let first = sidePlaces.updateValue(key.place, forKey: key.id) {
      return draft.report(KeyTwice(key: id), at: key.place, related: first)
    }
    check(id: key.id, isBare: key.isBare, of: "a side", at: key.place)
    var name: String?
    var members: [YAMLTree.NodeID] = []
    let example = "members: [united-kingdom, thatcher]"
    switch tree.shape(of: value) {
    case .unreadable: return
    case .mapping:
      for (key, value) in tree.pairs(of: value) {
        switch tree.text(of: key) {
        case "name": name = text(of: value, key: "name")
        case "members": members = texts(of: value, key: "members", example: example)
        default: reportUnknown(key: key, value: value, of: .side)
        }
      }
    case .sequence: members = texts(of: value, key: id, example: example)
    case .scalar:
      if !tree.isAbsent(value) {
        return report(
          WrongForm(key: id, expected: "members", found: "a text", example: "\(id): {\(example)}"), at: value)
      }
    }
    draft.add(
      side: Side(id, name: name), members: members.map { tree.intern($0, in: &draft.strings) }, at: key.place,
      memberPlaces: members.map { place(of: $0) })
  }

  /// A document: its id as a key, then its title, or its properties.
  mutating func readDocument(key: Key, value: YAMLTree.NodeID) {
    let id = draft.strings[key.id]
    if let first = firstPlace(ofDocument: key.id, at: key.place) {
      return draft.report(KeyTwice(key: id), at: key.place, related: first)
    }
    check(id: key.id, isBare: key.isBare, of: "a document", at: key.place)
    var title: String?
    var date = DateID.none
    /// The texts that are written down as they are, by their keys.
    var texts: [String: String] = [:]
    switch tree.shape(of: value) {
    case .scalar: title = tree.isAbsent(value) ? nil : tree.text(of: value)
    case .sequence:
      report(
        WrongForm(key: id, expected: "a title or properties", found: "a list", example: "\(id): {title: …}"), at: value)
    case .unreadable: break
    case .mapping:
      for (key, value) in tree.pairs(of: value) {
        switch tree.text(of: key) {
        case "title": title = self.text(of: value, key: "title")
        case "date": date = self.date(of: value, key: "date")
        case "author":
          let authors = self.texts(of: value, key: "author", example: "author: [A. Smith, B. Jones]")
          texts["author"] = authors.isEmpty ? nil : authors.map { tree.text(of: $0) }.joined(separator: "; ")
        case let name where Keys.document.keys.contains(name): texts[name] = self.text(of: value, key: name)
        default: reportUnknown(key: key, value: value, of: .document)
        }
      }
    }
    let document = Document(
      id, title: title, author: texts["author"], publisher: texts["publisher"], date: draft.edtf(date),
      pages: texts["pages"], text: texts["text"], url: texts["url"], isbn: texts["isbn"], doi: texts["doi"])
    draft.add(document: document, at: key.place)
  }
}
