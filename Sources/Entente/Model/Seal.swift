/// What was verified once, for all who do not have the documents' texts: for each document the SHA-256 of its text, for each
/// citation a digest of document, place and quote, with the day.
///
/// A citation that has changed since has another digest, and is then no longer verified. Whoever writes a seal by hand can
/// have it say anything: a forged one cannot be told from a true one.
public struct Seal: Sendable, Hashable {
  /// What was verified against one document's text.
  public struct Text: Sendable, Hashable {
    /// The SHA-256 of the text's file, in 64 hexadecimal digits.
    public var digest: String
    /// The days, `2026-11-27`, on which citations were verified, by their digests.
    public var citations: [String: String]

    /// What was verified against the text with that digest.
    public init(digest: String, citations: [String: String] = [:]) {
      self.digest = digest
      self.citations = citations
    }
  }

  /// The sealed documents, by their ids.
  public var documents: [String: Text] = [:]

  /// Nothing was verified.
  public init() {}

  /// Adds what another seal says; of a document with two texts the first stands.
  ///
  /// - Returns: the documents with two texts.
  mutating func join(_ other: Seal) -> [String] {
    var differing: [String] = []
    for (id, text) in other.documents {
      guard let known = documents[id] else {
        documents[id] = text
        continue
      }
      if known.digest == text.digest {
        documents[id]?.citations.merge(text.citations) { min($0, $1) }
      } else {
        differing.append(id)
      }
    }
    return differing.sorted()
  }

  /// The digest of a citation: SHA-256 of its document, paragraph, page, quote, prefix and suffix, in this order, each as
  /// `11:laid claims,` with the number of its bytes before it (a netstring), `0:,` where there is none.
  public static func digest(of citation: Citation) -> String {
    let parts = [
      citation.document, citation.paragraph.map { "\($0)" }, citation.pages.map { Citation.numbers(pages: $0) },
      citation.quote, citation.prefix, citation.suffix,
    ]
    let text = parts.map { "\(($0 ?? "").utf8.count):\($0 ?? "")," }.joined()
    return SHA256.hexadecimal(text.utf8)
  }
}

extension RelationGraph {
  /// What was verified once, as the seals of its files say: no more than what its citations still have.
  public var seal: Seal {
    var seal = Seal()
    let citations = columns.citations
    if columns.seal.documents.isEmpty { return seal }
    for row in 0..<citations.count where citations.verified[row] != .empty {
      let citation = citation(row)
      guard let text = columns.seal.documents[citation.document] else { continue }
      seal.documents[citation.document, default: Seal.Text(digest: text.digest)]
        .citations[Seal.digest(of: citation)] = columns.strings[citations.verified[row]]
    }
    return seal
  }

  /// Calls `body` with each citation that is written in one of these sources, by their rows, and the day on which it was
  /// verified, as a seal says.
  package func forEachCitation(ofSources sources: Range<Int>, _ body: (Citation, _ verified: String?) -> Void) {
    let citations = columns.citations
    for row in 0..<citations.count {
      guard let source = citations.place[row].source.row, sources.contains(source) else { continue }
      let verified = citations.verified[row]
      body(citation(row), verified == .empty ? nil : columns.strings[verified])
    }
  }

  /// The documents some of whose citations no seal has.
  package var documentsWithUnsealedCitations: Set<String> {
    let citations = columns.citations
    let rows = Set((0..<citations.count).filter { citations.verified[$0] == .empty }.map { citations.document[$0] })
    return Set(rows.map { documents[Int($0)].id })
  }

  /// The graph with nothing verified of these documents.
  package func withoutSeals(of documents: Set<String>) -> RelationGraph {
    var (seal, citations) = (columns.seal, columns.citations)
    for id in documents { seal.documents[id] = nil }
    for row in 0..<citations.count where documents.contains(self.documents[Int(citations.document[row])].id) {
      citations.verified[row] = .empty
    }
    return RelationGraph(columns: columns.with(citations, seal))
  }

  /// The day on which a citation was verified, as a seal says.
  public func dayVerified(_ citation: Citation) -> String? {
    columns.seal.documents[citation.document]?.citations[Seal.digest(of: citation)]
  }
}
