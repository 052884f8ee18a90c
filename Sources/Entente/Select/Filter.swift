/// What is asked of a graph: different conditions narrow each other, several values of one condition widen it.
///
/// A filter without conditions keeps everything.
public struct Filter: Sendable, Hashable {
  /// The years asked about; relations are kept that certainly or possibly hold in them.
  public var years: YearRange?
  /// Whether only what certainly holds in the years is kept.
  public var certainOnly = false
  /// Names of kinds: relations are kept whose two ends are of these.
  public var kinds: [String] = []
  /// Names of relation types.
  public var types: [String] = []
  /// Statuses.
  public var statuses: [Status] = []
  /// Ids of documents: relations are kept that cite one of them.
  public var documents: [String] = []
  /// Ids of entities: relations are kept within ``hops`` of them, counted over what the other conditions keep.
  public var around: [String] = []
  /// How many relations away from ``around`` an entity may be, at least 1.
  public var hops = 1
  /// Whether entities stay that no relation of the selection has, as long as they can exist in the years and are of the kinds.
  public var keepsIsolated = false

  /// A filter that keeps everything.
  public init() {}

  /// Whether nothing is asked, and so everything kept.
  public var isEmpty: Bool {
    years == nil && !certainOnly && kinds.isEmpty && types.isEmpty && statuses.isEmpty && documents.isEmpty
      && around.isEmpty
  }
}
