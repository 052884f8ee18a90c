/// How much is tried for a picture: every limit, by the size of a part alone and never by the clock, so that the same
/// graph gives the same picture on every machine.
struct Effort: Hashable, Sendable {
  /// How many entities and relations a picture has at most: a layout of more would take minutes, and nobody could read it.
  static let largestPicture = 1200

  /// How much is done for a picture.
  enum Care: Hashable, Sendable {
    /// Enough to know about how large it will be.
    case rough
    /// The likeliest of a few arrangements.
    case quick
    /// The best of many.
    case thorough
  }

  private let entities: Int
  private let links: Int

  /// The effort for a part of so many entities and links.
  init(entities: Int, links: Int) {
    self.entities = entities
    self.links = links
  }

  private var things: Int { entities + links }

  // MARK: Graphviz

  /// How many layouts are tried: one takes the longer the larger the part is, and more than in proportion. The engines that
  /// know no layers take their time, and find much the same from every start.
  func layouts(knowsLayers: Bool) -> Int {
    if links == 0 { return 1 }
    return min(knowsLayers ? 600 : 8, max(1, 1500 / things, 50_000_000 / (things * things * things)))
  }

  /// Whether so many layouts take longer than starting a second process for them.
  func isWorthTwoProcesses(_ layouts: Int) -> Bool { layouts * things > 600 }

  /// How long Graphviz may straighten lines, in rounds for each node: of a large graph the last are long and gain little.
  var straightening: Int { things > 200 ? 6 : 20 }

  /// How many times each of the arrangements that know no layers, or split them, is tried.
  var others: Int { things < 150 ? 3 : things < 300 ? 2 : 1 }

  /// By how much more room than usual arrangements without layers have at once: where many lines must find their way, tight
  /// ones need a larger sheet in the end.
  var roomOfOthers: Double { links < 75 ? 0 : 1 }
  /// The same where the first ones needed too large a sheet.
  var rooms: [Double] { links < 75 ? [0.5, 1] : [] }

  /// Which sheet a part is to fit, as ``Paper/step(for:)`` counts: of more than that, arrangements without layers are tried.
  var usualSheet: Double { entities <= 30 && links <= 45 ? 0 : links <= 85 ? 1 : 2 }

  /// Whether layers cannot make a good picture, without looking.
  var isSurelyDense: Bool { things >= 150 && 2 * links >= 3 * entities }

  /// The engines without layers that are tried for a dense picture that is not thorough, and by how much more room it has at
  /// once: in what is tight, several would have to be tried.
  var fewOthers: [Graphviz.Engine] { things < 150 ? [.sfdp, .neato] : [.sfdp] }
  static let roomOfFew = 0.3

  /// How many of the likeliest orders are tried with other widths and gaps.
  func respaced(of layouts: Int) -> Int { layouts / 15 }

  /// How many layouts are tried for a picture that is not thorough.
  var fewLayouts: Int { max(1, min(8, 1000 / max(1, things))) }

  /// How many of the likeliest layouts are kept.
  static let mostLeaders = 8

  /// How often labels are made to say the status that their line is too short to show.
  static func statusRounds(_ care: Care) -> Int { care == .rough ? 0 : 3 }

  // MARK: Leading lines anew

  /// Whether lines are led anew at all: of more, it would take minutes.
  var leadsLinesAnew: Bool { links <= 500 }

  /// In how many of the likeliest arrangements lines are led anew, the best of which is taken.
  func finalists(_ care: Care) -> Int { care != .thorough ? 1 : links < 60 ? 3 : links < 150 ? 2 : 1 }

  /// In how many arrangements without layers more, of a dense part.
  var otherFinalists: Int { links < 100 ? 3 : links < 150 ? 1 : 0 }
  /// How many crossings more a line has, about, that is led around what it lay over.
  static let crossingsOfAFault = 0.7

  /// What has so few faults left, and so many fewer crossings than the best, is tried again, and how many of those.
  static let fewFaults = 10.0
  static let veryFewFaults = 4.0
  static let farFewer = 0.8
  static let secondTries = 2
  static let roundsOfRoom = 3

  /// In how many arrangements lines are led anew at most, where a fault is left in the best ones.
  var tries: Int { links < 150 ? 32 : links < 300 ? 8 : 1 }
  /// By how much of its usual room each further pair of tries has more than the last.
  static let roomOfTries = 0.15

  /// How often all lines are led anew, before those at fault are.
  var rounds: Int { links < 60 ? 2 : links <= 150 ? 1 : 0 }

  /// How many lines may be at fault when all were led anew, for those to be worth leading again: where there are more, there
  /// is no room, and what is dear to look for would not be found.
  var mostFaulty: Int { max(8, links / 4) }

  /// How many faults a line has before it is led anew, on the average, where that has never taken all of them away: more
  /// where there is more room at once.
  var mostFaultsOfALine: Double { roomOfOthers > 0 ? 3 : 1.75 }

  /// Whether all ways are compared, or a good one will do.
  var comparesAllWays: Bool { links < 60 }

  /// What a square with lines may cost, in rounds: a way that was not found at the usual price may be one at a higher,
  /// farther round and clear of other lines.
  static let aversions: [Int32] = [1, 3, 6, 12]

  /// The side of the squares in which ways are looked for, in points, for a picture of so much area.
  static func pitch(_ area: Double) -> Double { area > 1_500_000 ? 6 : area > 600_000 ? 5 : 4 }

  // MARK: A smaller selection

  /// How many entities' surroundings are tried to find a selection that fits a sheet.
  static let smallerSelections = 6
}
