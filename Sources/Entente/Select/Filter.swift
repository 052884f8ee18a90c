/// What is asked of a graph: different conditions narrow each other, several values of one condition widen it.
///
/// A filter without conditions keeps everything.
///
/// ```swift
/// let filter = Filter(years: YearRange(1956), kinds: ["state", "island"], around: ["japan"], hops: 2)
/// let selection = try graph.selecting(filter)
/// ```
///
/// Kinds, types, documents and entities are named by their names and ids; a plural, a label, a title or an entity's name
/// does as well, where only one thing is called so.
public struct Filter: Sendable, Hashable {
  /// The years asked about; relations are kept that certainly or possibly hold in them.
  public var years: YearRange?
  /// Whether only what certainly holds in the years is kept.
  public var certainOnly: Bool
  /// Names of kinds: relations are kept whose two ends are of these.
  public var kinds: [String]
  /// Names of relation types.
  public var types: [String]
  /// Statuses.
  public var statuses: [Status]
  /// Ids of documents: relations are kept that cite one of them.
  public var documents: [String]
  /// Whether only relations are kept that cite nothing.
  public var uncitedOnly: Bool
  /// Ids of entities: relations are kept within ``hops`` of them, counted over what the other conditions keep.
  public var around: [String]
  /// How many relations away from ``around`` an entity may be, at least 1.
  public var hops: Int
  /// Whether relations are kept as well that join two of the entities found ``around``, though no hop passes them.
  public var among: Bool
  /// Whether entities stay that no relation of the selection has, as long as they can exist in the years and are of the kinds.
  public var keepsIsolated: Bool

  /// A filter of these conditions; what is left out is not asked.
  public init(
    years: YearRange? = nil, certainOnly: Bool = false, kinds: [String] = [], types: [String] = [],
    statuses: [Status] = [], documents: [String] = [], uncitedOnly: Bool = false, around: [String] = [],
    hops: Int = 1, among: Bool = false, keepsIsolated: Bool = false
  ) {
    self.years = years
    self.certainOnly = certainOnly
    self.kinds = kinds
    self.types = types
    self.statuses = statuses
    self.documents = documents
    self.uncitedOnly = uncitedOnly
    self.around = around
    self.hops = hops
    self.among = among
    self.keepsIsolated = keepsIsolated
  }

  /// Whether nothing is asked, and so everything kept.
  public var isEmpty: Bool { !Self.conditions.contains { $0.isAsked(by: self) } }
}
