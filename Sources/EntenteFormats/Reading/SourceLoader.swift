import Entente

/// Reads sources, and those that they include, into one draft.
struct SourceLoader {
  private(set) var draft = GraphDraft()
  /// Whether every source was read to its end.
  private(set) var isWhole = true
  /// What was read, in that order.
  private(set) var inputs: [SealedInput] = []
  private let importers: [any Importer]
  private let format: String?
  /// The files that are read, by their paths without detours.
  private var known = Set<String>()
  /// The files that are being read: those that include one another, down to the one at hand.
  private var open = Set<String>()

  /// What is to be done next.
  private enum Step {
    case read(Source, includedAt: PackedPlace)
    case close(String)
  }

  init(importers: [any Importer], format: String?) {
    self.importers = importers
    self.format = format
  }

  /// Reads the sources, each with what it includes.
  mutating func read(_ sources: [Source]) {
    draft.skipsErrors = sources.contains(where: \.options.skipsErrors)
    var steps = sources.reversed().map { Step.read($0, includedAt: .none) }
    while let step = steps.popLast() {
      switch step {
      case .close(let path): open.remove(path)
      case .read(let source, let place):
        let path = source.path.map { InputFile.withoutDetours($0) + (source.part.map { "#" + $0 } ?? "") }
        if let path, open.contains(path) {
          draft.report(IncludesItself(path: source.name), at: place)
          continue
        }
        if let path, !known.insert(path).inserted { continue }
        let titles = draft.titleCount
        read(source, includedAt: place)
        // What is included has no say in what the whole is called.
        if !place.isNone { draft.dropTitles(from: titles) }
        if let path {
          open.insert(path)
          steps.append(.close(path))
        }
        let folder = source.path.map { InputFile.split($0).folder } ?? ""
        for inclusion in draft.takeInclusions().reversed() {
          guard let path = find(inclusion, beside: folder, source.options) else { continue }
          var included = Source.file(path)
          included.options = source.options
          steps.append(.read(included, includedAt: inclusion.place))
        }
      }
    }
  }

  /// The path of what a source includes; what is not there is told when it is read.
  private mutating func find(
    _ inclusion: GraphDraft.Inclusion, beside folder: String, _ options: ImportOptions
  ) -> String? {
    do {
      return try NamedFile.find(inclusion.path, beside: folder, options)
    } catch .outside {
      let fault = NamedFileFault(name: inclusion.path, problem: .outside)
      draft.report(NotIncluded(path: inclusion.path, finding: fault), at: inclusion.place)
      isWhole = false
      return nil
    } catch {
      return folder + inclusion.path
    }
  }

  private mutating func read(_ source: Source, includedAt place: PackedPlace) {
    do {
      // What names files by their endings includes them by their endings.
      let format = place.isNone ? format : nil
      guard let importer = importers.importer(for: source, format: format) else {
        throw SourceFault(
          source.isFolder
            ? UnreadableGraphFile(problem: .folder, nearest: nil)
            : UnknownSourceFormat(source, format: format, importers: importers))
      }
      let first = draft.sources.count
      try importer.read(source, into: &draft)
      let input = SealedInput(path: source.path, sources: first..<draft.sources.count)
      inputs.append(input)
      SealFile.read(beside: input, into: &draft)
    } catch {
      let fault = error as? SourceFault ?? SourceFault(UnexpectedFault(words: "\(error)"))
      isWhole = false
      if fault.place == nil, !place.isNone {
        draft.report(NotIncluded(path: source.name, finding: fault.finding), at: place)
        return
      }
      draft.report(
        fault.finding, at: fault.place ?? PackedPlace(draft.add(source: source.text)), related: fault.related,
        fault.words)
    }
  }
}

/// A file that includes itself, by way of others perhaps.
struct IncludesItself: Finding {
  let path: String

  var message: String { "'\(path)' is being read already: it includes itself, by way of the files between" }
  var advice: [String] { ["take one of the two 'include:' out"] }
}

/// A file that another includes and that cannot be read.
struct NotIncluded: Finding {
  let path: String
  let finding: any Finding

  var message: String { "'\(path)' cannot be included: \(finding.message)" }
  var advice: [String] { ["the path is relative to the file that includes it"] + finding.advice }
}
