import Entente

/// Reads the documents of a bibliography in CSL-JSON 1.0, as Zotero and others export it: a list of items.
///
/// The citation key is the id, where an item has one (`citation-key`), else its `id`, which may be any text or a number.
struct Bibliography: ~Copyable {
  private let source: SourceID
  private var tree = JSONTree()
  private var first: [String: PackedPlace] = [:]

  /// Reads the file that a graph file names, from beneath its folder or where the user's options allow.
  ///
  /// - Throws: `SourceFault` when it is not there, or no JSON list.
  static func read(
    _ name: String, at place: PackedPlace, beside folder: String, _ options: ImportOptions, into draft: inout GraphDraft
  ) throws {
    let path: String
    do throws(NamedFile.Problem) {
      path = try NamedFile.find(name, beside: folder, options)
    } catch {
      throw SourceFault(NamedFileFault(name: name, problem: error), at: place)
    }
    let source = Source.file(path)
    var bibliography = Bibliography(source: draft.add(source: source.text))
    do {
      try bibliography.read(try source.stream(), into: &draft)
    } catch let fault as JSONFault {
      let finding: any Finding = fault.isAtTheBeginning ? NoBibliography() : NotJSON(problem: fault.problem)
      throw SourceFault(finding, at: PackedPlace(bibliography.source, offset: fault.offset, length: 1))
    } catch let problem as InputFile.Problem {
      throw source.fault(problem)
    }
  }

  private init(source: SourceID) { self.source = source }

  private mutating func read(_ stream: consuming ByteStream, into draft: inout GraphDraft) throws {
    var reader = JSONReader(stream)
    guard case .beginArray = try reader.next() else {
      throw SourceFault(NoBibliography(), at: PackedPlace(source, offset: 0, length: 1))
    }
    while case let token = try reader.next(), token != .endArray {
      try tree.read(token, from: &reader)
      readItem(into: &draft)
    }
    _ = try reader.next()
  }

  private func place(_ node: JSONTree.NodeID) -> PackedPlace {
    PackedPlace(source, offset: tree.offset(of: node), length: tree.length(of: node))
  }

  private mutating func readItem(into draft: inout GraphDraft) {
    guard tree.shape(of: 0) == .object else {
      return draft.report(NoObject(what: "a bibliography's item"), at: place(0))
    }
    guard let key = tree.member("citation-key", of: 0) ?? tree.member("id", of: 0), let id = scalar(key), !id.isEmpty
    else {
      return draft.report(ItemWithoutKey(), at: place(0))
    }
    if let known = first.updateValue(place(key), forKey: id) {
      return draft.report(ItemTwice(key: id), at: place(key), related: known)
    }
    let document = Document(
      id, title: text("title"), author: authors, publisher: publisher, date: date(into: &draft), pages: text("page"),
      url: text("URL"), isbn: text("ISBN")?.split(separator: " ").first.map { String($0) },
      doi: text("DOI").map(Self.doi))
    draft.add(document: document, at: place(key))
  }

  /// A text or a number as it is written; `nil` for anything else, and for an empty text.
  private func scalar(_ node: JSONTree.NodeID) -> String? {
    guard [.text, .number].contains(tree.shape(of: node)) else { return nil }
    let text = tree.text(of: node)
    return text.isEmpty ? nil : text
  }

  private func text(_ member: StaticString) -> String? { tree.member(member, of: 0).flatMap { scalar($0) } }

  /// What a work appeared in, and with whom.
  private var publisher: String? {
    let parts = [text("container-title"), text("publisher")].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Who wrote it; of what nobody is said to have written, who edited it.
  private var authors: String? {
    names("author") ?? names("editor").map { "\($0) (ed.)" }
  }

  /// The names of a list with semicolons between: `Smith, A.; Jones, B.`
  private func names(_ member: StaticString) -> String? {
    guard let list = tree.member(member, of: 0), tree.shape(of: list) == .list else { return nil }
    var names: [String] = []
    tree.forEachChild(of: list) { node in
      func part(_ name: StaticString) -> String? { tree.member(name, of: node).flatMap { scalar($0) } }
      let family = [part("non-dropping-particle"), part("family")].compactMap { $0 }.joined(separator: " ")
      let given = [part("given"), part("dropping-particle")].compactMap { $0 }.joined(separator: " ")
      let whole = [family, given, part("suffix") ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      if let name = part("literal") ?? (whole.isEmpty ? nil : whole) { names.append(name) }
    }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  private static func doi(_ text: String) -> String {
    for start in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
    where text.lowercased().hasPrefix(start) {
      return String(text.dropFirst(start.count))
    }
    return text
  }

  // MARK: - Dates

  /// The date of `issued`; what is none is said, and left out, since bibliographies have much that is written freely.
  private func date(into draft: inout GraphDraft) -> EDTF? {
    guard let issued = tree.member("issued", of: 0) else { return nil }
    guard let text = dateText(of: issued) else { return nil }
    if let date = try? EDTF(text) { return date }
    draft.report(ItemWithoutDate(text: text), at: place(issued))
    return nil
  }

  /// What a CSL date says, in EDTF where it is in parts: `[[1956, 10, 19]]`, `[[1941], [1945]]`, `"circa": true`.
  private func dateText(of node: JSONTree.NodeID) -> String? {
    if let text = scalar(node) { return text }
    guard tree.shape(of: node) == .object else { return nil }
    var dates: [String] = []
    if let parts = tree.member("date-parts", of: node), tree.shape(of: parts) == .list {
      tree.forEachChild(of: parts) { date in
        guard tree.shape(of: date) == .list else { return }
        var numbers: [String] = []
        tree.forEachChild(of: date) { if let number = scalar($0) { numbers.append(number) } }
        if !numbers.isEmpty { dates.append(Self.date(numbers, season: season(of: node))) }
      }
    }
    if dates.isEmpty {
      return tree.member("raw", of: node).flatMap { scalar($0) }
        ?? tree.member("literal", of: node).flatMap { scalar($0) }
    }
    let isAbout = tree.member("circa", of: node).map { tree.isTrue($0) || ["1", "true"].contains(scalar($0)) } ?? false
    return dates.prefix(2).map { $0 + (isAbout ? "~" : "") }.joined(separator: "/")
  }

  /// CSL counts seasons from spring, 1 to 4.
  private func season(of node: JSONTree.NodeID) -> Int? {
    tree.member("season", of: node).flatMap { scalar($0) }.flatMap { Int($0) }.flatMap {
      (1...4).contains($0) ? $0 : nil
    }
  }

  private static func date(_ parts: [String], season: Int?) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      let isNegative = text.hasPrefix("-")
      let digits = isNegative ? String(text.dropFirst()) : text
      return (isNegative ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(parts[0], 4)
    if parts.count == 1, let season { text += "-2\(season)" }
    for part in parts.dropFirst().prefix(2) { text += "-" + padded(part, 2) }
    return text
  }
}

/// A file that is no list of items.
struct NoBibliography: Finding {
  var message: String { "a bibliography is a list of items in CSL-JSON, in brackets" }
  var advice: [String] { ["in Zotero: File, Export Library, and there the format CSL JSON"] }
}

/// An item that nobody can cite.
struct ItemWithoutKey: Finding {
  var message: String { "the item has neither a 'citation-key' nor an 'id', by which it could be cited" }
}

/// Two items with one key.
struct ItemTwice: Finding {
  let key: String

  var message: String { "a second item has the citation key '\(key)'" }
}

/// An item whose date is written freely.
struct ItemWithoutDate: Finding {
  let text: String

  var severity: Severity { .warning }
  var message: String { "'\(Wording.short(text))' is no date in EDTF: the document stays without one" }
}
