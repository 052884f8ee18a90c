@testable import EntenteGraphviz

/// Diagrams that tests draw.
enum Specimens {
  /// The seed's diagram, as the graph file tells it.
  static var seed: Diagram {
    var maker = DiagramMaker(title: "The Southern Kuril Islands dispute")
    maker.entities("person", ["Vladimir Putin", "Shinzo Abe", "Toshimitsu Motegi"])
    maker.entities("state", ["Russia", "Japan", "Soviet Union (USSR)", "United States"])
    maker.entities("treaty", ["Joint Declaration", "Treaty of Mutual Cooperation and Security", "Memorandum"])
    maker.entities("island", ["Southern Kuril Islands (Northern Territories)", "Shikotan", "Habomai"])
    maker.entities("event", ["ASEAN summit, Singapore"])
    maker.relation("Vladimir Putin", "president of", "Russia", "Nov 2018")
    maker.relation("Vladimir Putin", "met", "Shinzo Abe", "Nov 2018", directed: false)
    maker.relation("Vladimir Putin", "attended", "ASEAN summit, Singapore", "Nov 2018")
    maker.relation("Shinzo Abe", "attended", "ASEAN summit, Singapore", "Nov 2018")
    maker.relation("Shinzo Abe", "prime minister of", "Japan", "Nov 2018")
    maker.relation("Toshimitsu Motegi", "foreign minister of", "Japan", "after Nov 2018")
    maker.relation("Russia", "negotiates with", "Japan", "", directed: false)
    maker.relation("Russia", "disputes reading of", "Joint Declaration", "", .disputed)
    maker.relation("Japan", "claims", "Southern Kuril Islands (Northern Territories)", "about 1945 to now", .claimed)
    maker.relation(
      "Japan", "plans joint activity on", "Southern Kuril Islands (Northern Territories)", "after Nov 2018", .planned)
    maker.relation("Southern Kuril Islands (Northern Territories)", "handed to", "Soviet Union (USSR)", "about 1945")
    maker.relation("Japan", "party to", "Joint Declaration", "1956")
    maker.relation("Soviet Union (USSR)", "party to", "Joint Declaration", "1956")
    maker.relation("Soviet Union (USSR)", "withdrew from", "Joint Declaration", "after 1960", .withdrawn)
    maker.relation("Japan", "signed", "Treaty of Mutual Cooperation and Security", "1960")
    maker.relation("United States", "signed", "Treaty of Mutual Cooperation and Security", "1960")
    maker.relation("Soviet Union (USSR)", "issued", "Memorandum", "27 Jan 1960")
    maker.relation("Soviet Union (USSR)", "offered", "Shikotan", "1956", .conditional)
    maker.relation("Soviet Union (USSR)", "offered", "Habomai", "1956", .conditional)
    maker.relation("Memorandum", "sets condition for", "Shikotan", "27 Jan 1960", .conditional)
    maker.relation("Memorandum", "sets condition for", "Habomai", "27 Jan 1960", .conditional)
    maker.diagram.caption = ["Source: TASS, “Japan plans to carry out joint activity with Russia on Southern Kurils”."]
    return maker.diagram
  }
}

/// Builds a diagram from names.
struct DiagramMaker {
  var diagram: Diagram
  private var places: [String: Int] = [:]

  init(title: String) { diagram = Diagram(title: title) }

  mutating func entities(_ kind: String, _ names: [String]) {
    for name in names {
      places[name] = diagram.entities.count
      let parts = name.split(separator: " (")
      let aliases = parts.dropFirst().map { String($0.dropLast()) }
      diagram.entities.append(
        Diagram.Entity(
          id: "e\(diagram.entities.count)", kind: kind, kindName: kind, name: String(parts[0]), aliases: aliases))
    }
  }

  mutating func relation(
    _ subject: String, _ words: String, _ object: String, _ date: String, _ status: LineStyle = .asserted,
    directed: Bool = true
  ) {
    guard let from = places[subject], let to = places[object] else { return }
    diagram.relations.append(
      Diagram.Relation(
        id: "r\(diagram.relations.count)", subject: from, object: to,
        type: words.split(separator: " ").joined(separator: "-"), words: words, date: date, status: status,
        isDirected: directed))
  }
}
