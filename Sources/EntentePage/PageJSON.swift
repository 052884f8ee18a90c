import Entente
import EntenteFormats

/// Compact JSON that can stand in a `script` element.
enum PageJSON {
  /// Members that are JSON already.
  static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(quoted($0)):\($1)" }.joined(separator: ","))}"
  }

  /// Values that are JSON already.
  static func list(_ values: [String]) -> String { "[\(values.joined(separator: ","))]" }

  /// A text as a JSON string. `<` is escaped, too: `</script` would end the element around the data.
  static func quoted(_ text: String) -> String {
    "\"\(Escapes.json.escaped(text).replacing("<", with: "\\u003c"))\""
  }
}

extension YearRule {
  /// The rule as a list: its four years, then what is exact where they are not.
  var json: String {
    let four = [years.possibleFrom, years.certainFrom, years.certainTo, years.possibleTo].map { "\($0)" }
    return switch exact {
    case nil: PageJSON.list(four)
    case .one(let member): PageJSON.list(four + [PageJSON.object([("span", member.json)])])
    case .oneOf(let members): PageJSON.list(four + [PageJSON.object([("one", PageJSON.list(members.map(\.json)))])])
    case .allOf(let members): PageJSON.list(four + [PageJSON.object([("all", PageJSON.list(members.map(\.json)))])])
    }
  }
}

extension YearRule.Bounds {
  fileprivate var json: String {
    let runs = runs.flatMap { ["\($0.lowerBound)", "\($0.upperBound)"] }
    return PageJSON.list(years.map { "\($0)" } + (runs.isEmpty ? [] : [PageJSON.list(runs)]))
  }
}
