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
  /// What stands in the way of reading those that are there.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads each text from `folder`, by the last part of its path, else as `ID.txt`, else relative to its graph file and
  /// only from beneath that file's folder, unless `options` trust the paths that graph files name.
  init(of graph: RelationGraph, folder: String?, _ options: ImportOptions) {
    for (row, document) in graph.documents.enumerated() {
      let place = graph.place(ofDocument: row)
      let places = Self.places(of: document, folder: folder, graphFile: place?.file)
      let isThere = places.contains { read($0.name, beside: $0.folder, options, of: document, at: place) }
      if !isThere, let text = document.text {
        let tried = places.map { $0.folder + $0.name }
        diagnostics.append(Diagnostic(MissingText(document: document.id, text: text, tried: tried), at: place))
      }
    }
  }

  /// Where a text may be: names, and the folders beneath which they are.
  private static func places(
    of document: Document, folder: String?, graphFile: String?
  ) -> [(name: String, folder: String)] {
    var places: [(name: String, folder: String)] = []
    if let folder {
      let start = folder.hasSuffix("/") ? folder : folder + "/"
      if let text = document.text { places.append((InputFile.split(text).name, start)) }
      places.append((document.id + ".txt", start))
    }
    if let text = document.text {
      places.append((text, text.hasPrefix("/") ? "" : graphFile.map { InputFile.split($0).folder } ?? ""))
    }
    return places
  }

  /// Whether a text is there, readable or not.
  private mutating func read(
    _ name: String, beside folder: String, _ options: ImportOptions, of document: Document, at place: SourcePlace?
  ) -> Bool {
    let path: String
    do {
      path = try NamedFile.find(name, beside: folder, options)
    } catch .notThere {
      return false
    } catch .notAFile where InputFile.isFolder(folder + name) {
      // Reading it says what it is.
      path = folder + name
    } catch {
      diagnostics.append(Diagnostic(TextNotRead(document: document.id, text: name, problem: error), at: place))
      return true
    }
    var problem: String
    do {
      let bytes = try InputFile.read(path)
      let text = bytes.starts(with: SourceText.byteOrderMark) ? bytes[3...] : bytes[...]
      if let text = String(validating: text, as: UTF8.self) {
        texts[document.id] = DocumentText(text)
        return true
      }
      problem = "it is not UTF-8"
    } catch {
      if case .noSuchFile = error { return false }
      problem = error.words
    }
    let finding = UnreadableText(document: document.id, path: path, problem: problem)
    diagnostics.append(Diagnostic(finding, at: place))
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

  var message: String { "the text of '\(document)', \(path), cannot be read: \(problem)" }
  var advice: [String] { ["it should be plain text in UTF-8; without the file, its citations are only counted"] }
}
