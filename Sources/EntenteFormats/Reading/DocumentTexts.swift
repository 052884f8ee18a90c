import Entente

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds and reads the texts of a graph's documents.
struct DocumentTexts {
  /// The texts at hand, by the documents' ids.
  private(set) var texts: [String: DocumentText] = [:]
  /// The SHA-256 of the files that have them, likewise: of those only that some citation's seal may be compared with.
  private(set) var digests: [String: String] = [:]
  /// What stands in the way of reading those that are there.
  private var diagnostics: [Diagnostic] = []

  /// The documents that a seal has.
  private let sealed: Set<String>
  private let preparesSeals: Bool

  /// Reads each text from `folder`, by the last part of its path, else as `ID.txt`, else relative to its graph file and
  /// only from beneath that file's folder, unless `options` trust the paths that graph files name.
  init(of graph: RelationGraph, folder: String?, _ options: ImportOptions) {
    sealed = Set(graph.seal.documents.keys)
    preparesSeals = options.preparesSeals
    for (row, document) in graph.documents.enumerated() {
      let place = graph.place(ofDocument: row)
      let places = Self.places(of: document, folder: folder, graphFile: place?.file)
      find(document, at: place, among: places, options)
    }
  }

  /// The same but for texts that nobody needs: all that is cited of them was verified once.
  func diagnostics(of graph: RelationGraph) -> [Diagnostic] {
    if sealed.isEmpty { return diagnostics }
    let unsealed = graph.documentsWithUnsealedCitations
    return diagnostics.filter { diagnostic in
      let unreadable = (diagnostic.finding as? UnreadableText).flatMap { $0.needsProgram ? $0.document : nil }
      guard let document = (diagnostic.finding as? MissingText)?.document ?? unreadable else { return true }
      return !sealed.contains(document) || unsealed.contains(document)
    }
  }

  /// Where a text may be: a name, and the folder beneath which it is.
  private typealias Candidate = (name: String, folder: String)

  private static func places(of document: Document, folder: String?, graphFile: String?) -> [Candidate] {
    var places: [Candidate] = []
    if let folder {
      let start = folder.hasSuffix("/") ? folder : folder + "/"
      if let text = document.text { places.append((InputFile.split(text).name, start)) }
      // An id may be any text, and one with a slash is no file's name.
      if !document.id.contains("/") {
        places += [(document.id + ".txt", start), (document.id + ".pdf", start)]
      }
    }
    if let text = document.text {
      places.append((text, text.hasPrefix("/") ? "" : graphFile.map { InputFile.split($0).folder } ?? ""))
    }
    return places
  }

  /// Reads the first text that is there and may be read; where none is, says why.
  private mutating func find(
    _ document: Document, at place: SourcePlace?, among places: [Candidate], _ options: ImportOptions
  ) {
    var refused: TextNotRead?
    for (name, folder) in places {
      do {
        if read(try Self.path(of: name, beneath: folder, options), of: document, at: place) { return }
      } catch .notThere {
        continue
      } catch {
        refused = refused ?? TextNotRead(document: document.id, text: name, problem: error)
      }
    }
    if let refused {
      diagnostics.append(Diagnostic(refused, at: place))
    } else if let text = document.text {
      let finding = MissingText(document: document.id, text: text, tried: places.map { $0.folder + $0.name })
      diagnostics.append(Diagnostic(finding, at: place))
    }
  }

  private static func path(
    of name: String, beneath folder: String, _ options: ImportOptions
  ) throws(NamedFile.Problem) -> String {
    do {
      return try NamedFile.find(name, beside: folder, options)
    } catch .notAFile where InputFile.isFolder(folder + name) {
      // Reading it says what it is.
      return folder + name
    }
  }

  /// Whether a text is there, readable or not.
  private mutating func read(_ path: String, of document: Document, at place: SourcePlace?) -> Bool {
    var problem: String
    var advice = UnreadableText.advice
    var needsProgram = false
    do {
      let bytes = try InputFile.read(path)
      if PDFText.isPDF(bytes) {
        return keep(DocumentText(try PDFText.read(path)), of: document, bytes)
      }
      let text = bytes.starts(with: SourceText.byteOrderMark) ? bytes[3...] : bytes[...]
      if let text = String(validating: text, as: UTF8.self) {
        return keep(DocumentText(text), of: document, bytes)
      }
      problem = "it is not UTF-8"
    } catch let error as PDFProblem {
      problem = error.words
      advice = error.advice
      if case .noProgram = error { needsProgram = true }
    } catch {
      let error = error as? InputFile.Problem
      if case .noSuchFile? = error { return false }
      problem = error?.words ?? "an error without a name"
    }
    let finding = UnreadableText(
      document: document.id, path: path, problem: problem, advice: advice, needsProgram: needsProgram)
    diagnostics.append(Diagnostic(finding, at: place))
    return true
  }

  private mutating func keep(_ text: DocumentText, of document: Document, _ bytes: [UInt8]) -> Bool {
    texts[document.id] = text
    if preparesSeals || sealed.contains(document.id) { digests[document.id] = SHA256.hexadecimal(bytes) }
    return true
  }
}

/// A document's text that is nowhere.
struct MissingText: Finding {
  let document: String
  /// The path as the graph file gives it.
  let text: String
  /// Where it was looked for.
  let tried: [String]

  var severity: Severity { .warning }
  var message: String { "the text of '\(document)', '\(text)', is not found" }
  var advice: [String] {
    ["there is no \(Wording.either(tried))"] + Wording.didYouMean(tried.lazy.compactMap(InputFile.nearest).first)
  }
}

/// A document's text that is not read, since it is none that a graph file may name.
struct TextNotRead: Finding {
  let document: String
  let text: String
  let problem: NamedFile.Problem

  private var fault: NamedFileFault { NamedFileFault(name: text, problem: problem) }

  var severity: Severity { .warning }
  var message: String { "the text of '\(document)' is not read: \(fault.message)" }
  var advice: [String] {
    guard case .outside = problem else { return fault.advice }
    return ["'--documents FOLDER' names the folder that it is in; --trust reads texts wherever they are"]
  }
}

/// A document's text that is there, and cannot be read.
struct UnreadableText: Finding {
  let document: String
  let path: String
  let problem: String
  let advice: [String]
  /// Whether another program would read it, which is not there.
  let needsProgram: Bool

  /// What helps with most.
  static let advice = ["it should be plain text in UTF-8; without the file, its citations are only counted"]

  var message: String { "the text of '\(document)', \(path), cannot be read: \(problem)" }
}
