extension Diagram {
  /// From how many lines on that say the same it is said once.
  private static let linesAlike = 8

  /// The diagram with what most lines would say alike left to the legend: their type, and their date.
  ///
  /// A date is shared only where every line has one: a line without one would seem to have the shared one.
  var sayingOnce: Diagram {
    let own = relations.indices.filter { !relations[$0].isGathered && !relations[$0].isConnector }
    var diagram = self
    diagram.shared.words = Self.most(of: own.map { relations[$0].words })
    if own.allSatisfy({ !relations[$0].date.isEmpty }) {
      diagram.shared.date = Self.most(of: own.map { relations[$0].date })
    }
    // Where several relations share a line, each has a row for what it says.
    for index in links.filter({ $0.relations.count == 1 }).flatMap(\.relations) where !relations[index].isConnector {
      diagram.relations[index].isWordless = relations[index].words == diagram.shared.words
      diagram.relations[index].isDateless = relations[index].date == diagram.shared.date
    }
    return diagram
  }

  /// What more than half of them are, if those are enough.
  private static func most(of texts: [String]) -> String? {
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.first { $0.value >= linesAlike && 2 * $0.value > texts.count }?.key
  }
}
