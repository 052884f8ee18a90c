import Entente

/// A file or folder that was read, with the rows of the graph's sources that came of it.
struct SealedInput: Sendable {
  /// `nil` for what is no file.
  let path: String?
  let sources: Range<Int>

  /// Where its seal is: `border.seal.json` beside `border.yaml`, `border.graphml.seal.json` beside `border.graphml`.
  var sealPath: String? {
    guard var path else { return nil }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let ending = [".yaml", ".yml"].first { path.lowercased().hasSuffix($0) && path.count > $0.count }
    return path.dropLast(ending?.count ?? 0) + ".seal.json"
  }
}

/// The file beside a graph file that says what of it was verified once: ``Entente/Seal`` as JSON, an id and a digest a line.
enum SealFile {
  /// Reads the seal beside what was read, if there is one. One that cannot be read is a warning: its graph is as good as
  /// without.
  static func read(beside input: SealedInput, into draft: inout GraphDraft) {
    guard let path = input.sealPath else { return }
    // In a large folder it takes long to say which other file is called nearly so, and nobody wants to know.
    guard InputFile.isThere(path) else { return }
    let (folder, name) = InputFile.split(path)
    let bytes: [UInt8]
    do {
      // A link that leads out of the folder, a pipe: what no graph file may name, its seal may not be either.
      bytes = try InputFile.read(try NamedFile.find(name, beside: folder, ImportOptions()))
    } catch {
      if case .notThere? = error as? NamedFile.Problem { return }
      let problem = (error as? InputFile.Problem)?.words ?? "it is no plain file of this folder"
      return draft.report(SealNotRead(path: path, problem: problem), at: .none)
    }
    let source = draft.add(source: Source.bytes(bytes, name: path).text)
    do {
      let seal = try parse(bytes)
      for id in draft.add(seal: seal) { draft.report(SealsDiffer(document: id, path: path), at: PackedPlace(source)) }
    } catch {
      draft.report(
        SealNotRead(path: path, problem: error.problem), at: PackedPlace(source, offset: error.offset, length: 1))
    }
  }

  /// Why a text is no seal, and where.
  struct Fault: Error {
    let problem: String
    let offset: Int
  }

  private static func parse(_ bytes: [UInt8]) throws(Fault) -> Seal {
    var tree = JSONTree()
    do {
      var reader = JSONReader(ByteStream(bytes))
      try tree.read(try reader.next(), from: &reader)
      _ = try reader.next()
    } catch {
      guard let fault = error as? JSONFault else { throw Fault(problem: "\(error)", offset: 0) }
      throw Fault(problem: NotJSON(problem: fault.problem).message, offset: fault.offset)
    }
    return try seal(tree.member("documents", of: 0) ?? 0, of: tree)
  }

  /// The seal in a tree: an object of documents, by their ids.
  static func seal(_ documents: JSONTree.NodeID, of tree: borrowing JSONTree) throws(Fault) -> Seal {
    var seal = Seal()
    guard tree.shape(of: documents) == .object else {
      throw Fault(problem: "it has no object 'documents'", offset: tree.offset(of: documents))
    }
    var fault: Fault?
    tree.forEachChild(of: documents) { node in
      func fail(_ problem: String, _ node: JSONTree.NodeID) {
        if fault == nil { fault = Fault(problem: problem, offset: tree.offset(of: node)) }
      }
      guard let digest = tree.text("sha256", of: node), isDigest(digest) else {
        return fail("a document has a 'sha256' of 64 hexadecimal digits", node)
      }
      var text = Seal.Text(digest: digest)
      guard let citations = tree.member("citations", of: node), tree.shape(of: citations) == .object else {
        return fail("a document has an object 'citations'", node)
      }
      tree.forEachChild(of: citations) { citation in
        let (digest, day) = (tree.key(of: citation), tree.text(of: citation))
        guard isDigest(digest), tree.shape(of: citation) == .text, isDay(day) else {
          return fail("a citation is its digest and a day, as in \"…\": \"2026-11-27\"", citation)
        }
        text.citations[digest] = day
      }
      seal.documents[tree.key(of: node)] = text
    }
    if let fault { throw fault }
    return seal
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }

  private static func isDay(_ text: String) -> Bool { text.utf8.count == 10 && (try? EDTF(text))?.isDay == true }

  /// A seal as its file has it: sorted, so that what did not change leaves it byte for byte.
  static func bytes(of seal: Seal) -> [UInt8] {
    let documents = seal.documents.sorted { $0.key < $1.key }.map { id, text in
      let citations = text.citations.sorted { $0.key < $1.key }
      let lines = citations.map { "        \(JSON.quoted($0.key)): \(JSON.quoted($0.value))" }
      return """
            \(JSON.quoted(id)): {
              "sha256": \(JSON.quoted(text.digest)),
              "citations": {
        \(lines.joined(separator: ",\n"))
              }
            }
        """
    }
    let text = """
      {
        "about": \(JSON.quoted(about)),
        "documents": {
      \(documents.joined(separator: ",\n"))
        }
      }

      """
    return Array(text.utf8)
  }

  private static let about =
    "What 'entente check --seal' verified: the SHA-256 of each text, a digest of each citation, and the day. "
    + "A forged seal cannot be told from a true one."
}

extension EDTF {
  /// Whether it is one day, written as such.
  fileprivate var isDay: Bool { bounds.startEarliest == bounds.endLatest && bounds.startEarliest == bounds.startLatest }
}

extension LoadedGraph {
  /// The seals of the files that were read, with the paths where they belong, for files in which something is verified: now,
  /// against the texts at hand, or by their seals before. Nothing has changed in what stays as it is.
  ///
  /// ```swift
  /// var options = ImportOptions()
  /// options.preparesSeals = true
  /// let loaded = LoadedGraph(contentsOf: ["border.yaml"], options: options)
  /// for seal in loaded.seals(on: "2026-11-27") { try ByteWriter.file(at: seal.path) { try $0.write(seal.bytes) } }
  /// ```
  ///
  /// - Parameter day: the day of what is verified for the first time, `2026-11-27`.
  /// - Returns: nothing of a graph with errors, nor of one that was read without ``ImportOptions/preparesSeals``.
  public func seals(on day: String) -> [(path: String, bytes: [UInt8], citations: Int)] {
    guard let graph else { return [] }
    return inputs.compactMap { input in
      guard let path = input.sealPath else { return nil }
      var (seal, count) = (Seal(), 0)
      graph.forEachCitation(ofSources: input.sources) { citation, sealed in
        let known = graph.columns.seal.documents[citation.document]
        let digest = textDigests[citation.document] ?? (sealed == nil ? nil : known?.digest)
        guard let digest else { return }
        count += 1
        seal.documents[citation.document, default: Seal.Text(digest: digest)]
          .citations[Seal.digest(of: citation)] = sealed ?? day
      }
      return count == 0 ? nil : (path, SealFile.bytes(of: seal), count)
    }
  }
}

/// A seal that is none, or cannot be read.
package struct SealNotRead: Finding {
  let path: String
  let problem: String

  package var severity: Severity { .warning }
  package var message: String { "the seal \(path) is not read: \(problem)" }
  package var advice: [String] {
    ["its citations are not verified by it; take it away, and 'entente check --seal' writes it anew"]
  }
}

/// Two seals of different texts of one document.
struct SealsDiffer: Finding {
  let document: String
  let path: String

  var severity: Severity { .warning }
  var message: String { "another seal is of another text of '\(document)': what \(path) says of it is not used" }
}

/// A seal of a document whose text at hand is another one.
struct SealOfAnotherText: Finding {
  let document: String

  var severity: Severity { .note }
  var message: String { "the text of '\(document)' is not the one that was sealed" }
  var advice: [String] { ["'entente check --seal' seals it anew"] }
}
