public import Entente

/// Writes selections in one format.
///
/// A new format is a folder with a type that conforms to this, and a line in ``Exporters``.
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
  func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws
}

extension Exporter {
  /// Most formats have no places.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { false }

  /// What the format does not carry of what the selection has.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] { featureLosses(of: selection) }

  /// The losses that follow from what the format says that it carries, with the separator of aliases where they are one text.
  func featureLosses(of selection: Selection, separator: Character = "|") -> [Loss] {
    let lost = Feature.allCases.compactMap { feature -> Loss? in
      guard format.carries[feature] == nil else { return nil }
      let count = feature.count(in: selection)
      return count == 0 ? nil : Loss(format, feature.lost(count))
    }
    return lost + (format.carries[.aliases] == .asText ? split(aliasesOf: selection, at: separator) : [])
  }

  /// The loss of aliases that hold what stands between aliases: a reader takes each for several.
  private func split(aliasesOf selection: Selection, at separator: Character) -> [Loss] {
    let columns = selection.graph.columns
    var count = 0
    selection.entityRows.forEach { row in
      count += columns.entities.aliases[row].count { columns.strings[$0].contains(separator) }
    }
    let aliases = count == 1 ? "1 alias holds" : "\(count) aliases hold"
    return count == 0 ? [] : [Loss(format, "\(aliases) the \(separator) that stands between aliases")]
  }
}
