public import Entente

/// FollowTheMoney entities, a JSON object a line, as Aleph and the tools of investigative journalists read them.
///
/// ```json
/// {"id":"putin-met-abe-2018-11-14","schema":"UnknownLink","properties":{"subject":["putin"],"object":["abe"],"role":["met"],"date":["2018-11-14"]}}
/// ```
///
/// Relations are links whose role is their type. Dates are days, months or years from 1000 to 2999: where one is uncertain, from
/// its first possible year to its last.
public struct FollowTheMoney: StreamingExporter {
  /// What FollowTheMoney carries.
  public let format = Format(
    "FollowTheMoney", endings: ["ftm.json"], summary: "entities for Aleph and its relatives",
    carries: .everything(
      asText: [.kinds, .sameAs, .citations, .entityCitations],
      without: [
        .directions, .existence, .relationDates, .years, .answers, .holding, .accordingTo, .quoteContexts, .attributes,
        .title,
        .ownKinds, .ownRelationTypes,
      ]))

  /// The exporter.
  public init() {}

  /// Writes the selection.
  ///
  /// - Throws: `CheckFailure` when a year is not between 1000 and 2999, or an id is longer than 200 letters.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let entities = try FollowTheMoneyEntities(selection, format, options)
    try entities.check()
    try entities.write(options, to: &writer)
  }
}

extension Exporter where Self == FollowTheMoney {
  /// FollowTheMoney entities, a JSON object a line.
  public static var followTheMoney: FollowTheMoney { FollowTheMoney() }
}

/// A year that a format's dates cannot express.
struct YearNotHeld: Finding {
  let format: String
  /// `relation 'rome-holds-gaul'`.
  let owner: String
  let date: String
  let years: ClosedRange<Int32>

  var message: String { "the date \(date) of \(owner) is beyond what \(format) can hold" }
  var advice: [String] { ["\(format) holds the years from \(years.lowerBound) to \(years.upperBound)"] }
}

/// An id that a format has no room for.
struct IDTooLong: Finding {
  let format: String
  let owner: String
  let limit: Int

  var message: String { "the id of \(owner) is too long for \(format)" }
  var advice: [String] { ["\(format) holds ids of \(limit) letters; letters beyond a-z take several each"] }
}
