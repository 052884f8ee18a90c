public import Entente

/// Writes selections in one format.
///
/// Everything that Entente's own formats use is public, so that a format can be added by a type of your own. Lists of
/// exporters are values: `Exporters.all + [MyFormat()]`.
///
/// ```swift
/// struct Edges: StreamingExporter {
///   let format = Format("Edges", endings: ["edges"], summary: "ids with a tab between", carries: [.parallelRelations: .whole])
///
///   func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
///     try selection.forEachRelation(options, to: &writer) { relation, writer in
///       try writer.write(relation.subjectID)
///       try writer.write("\t")
///       try writer.write(relation.objectID)
///       try writer.write("\n")
///     }
///   }
/// }
/// ```
///
/// An exporter that must wait, for a layout or a child process, conforms to this; one that only writes to
/// ``StreamingExporter``, which can also be called from code that is not asynchronous.
public protocol Exporter: Sendable {
  /// What the format is and carries.
  var format: Format { get }

  /// Whether the format keeps the places of ``ExportOptions/positions``, written with these options.
  func keepsPlaces(_ options: ExportOptions) -> Bool

  /// What writing the selection would lose or change, each kind of loss once.
  func losses(of selection: Selection, options: ExportOptions) -> [Loss]

  /// Writes the selection.
  ///
  /// - Throws: `CheckFailure` when the format cannot hold something of the selection, with a diagnostic for each entity or
  ///   relation that it is about, before anything is written; ``WriteError`` when the bytes cannot be delivered.
  func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) async throws
}

/// An exporter that only writes, and never waits.
public protocol StreamingExporter: Exporter {
  /// Writes the selection.
  ///
  /// - Throws: as ``Exporter/write(_:options:to:)``.
  func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws
}

extension Exporter {
  /// Most formats have no places.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { false }

  /// What the format does not carry of what the selection has.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] { featureLosses(of: selection) }

  /// The losses that follow from what the format says that it carries.
  ///
  /// - Parameters:
  ///   - selection: what is written.
  ///   - separator: what stands between aliases where they are one text.
  public func featureLosses(of selection: Selection, separator: Character = "|") -> [Loss] {
    let lost = Feature.allCases.compactMap { feature -> Loss? in
      guard format.carries[feature] == nil else { return nil }
      let count = feature.count(in: selection)
      return count == 0 ? nil : Loss(format, feature.lost(count))
    }
    if format.carries[.aliases] != .asText { return lost }
    return lost + split(aliases: selection.splitAliases(at: separator), at: separator)
  }

  /// Tells of aliases that hold what stands between aliases: who does not know what the backslash before it means takes each
  /// for several.
  func split(aliases count: Int, at separator: Character) -> [Loss] {
    let aliases = count == 1 ? "1 alias holds" : "\(count) aliases hold"
    let change = "\(aliases) the \(separator) that stands between aliases, with a backslash before it"
    return count == 0 ? [] : [Loss(format, change, severity: .note)]
  }
}

extension Selection {
  /// How many aliases hold the character that stands between aliases.
  func splitAliases(at separator: Character) -> Int {
    let byte = separator.asciiValue ?? 0
    var count = 0
    forEachEntity { entity in
      for index in 0..<entity.aliasCount {
        if entity.alias(index).withUnsafeBufferPointer({ $0.contains(byte) }) { count += 1 }
      }
    }
    return count
  }
}
