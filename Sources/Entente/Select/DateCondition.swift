/// Keeps relations that may hold in some years, or certainly do, by their dates.
///
/// The years are asked once of every distinct date for each way to hold; a relation is then two look-ups.
struct DateCondition: Condition {
  private let years: YearRange
  private let certainOnly: Bool
  private let columns: Columns
  /// The answers of relations, all dates for one way to hold after the other.
  private let answers: [Answer]
  /// Where the answers begin that are right for a type's way to hold.
  private let firstAnswerOfType: [Int]

  static func isAsked(by filter: Filter) -> Bool { filter.years != nil }

  init(_ filter: Filter, of graph: RelationGraph) {
    let years = filter.years ?? YearRange.always
    let dates = graph.columns.dates
    let holdings = Holding.allCases
    self.years = years
    certainOnly = filter.certainOnly
    columns = graph.columns
    answers = holdings.flatMap { holds in
      (0..<dates.count).map { row in
        dates[DateID(row: row)]?.answer(years, holds: holds) ?? DateExtent.undated(holds: holds)
      }
    }
    firstAnswerOfType = graph.schema.relationTypes.map {
      (holdings.firstIndex(of: $0.holds) ?? 0) * dates.count
    }
  }

  /// The loop that a year filter spends its time in, and therefore over plain memory, both answers in one pass.
  func narrow(_ rows: inout KeptRows) {
    // Bit 0 for kept, bit 1 for certain.
    let bits = answers.map { $0 == .no ? UInt8(0) : $0 == .certain ? 3 : certainOnly ? 0 : 1 }
    var certain = BitSet(capacity: columns.relations.count, filled: true)
    rows.narrow { kept in
      bits.withUnsafeBufferPointer { bits in
        firstAnswerOfType.withUnsafeBufferPointer { firstAnswers in
          columns.relations.type.withUnsafeBufferPointer { types in
            columns.relations.when.withUnsafeBufferPointer { dates in
              BitSet.filterWords(&kept, &certain) { first, count in
                let answers = PackedBits(count: count) { bit in
                  let row = first &+ bit
                  return bits[firstAnswers[Int(types[row])] &+ Int(dates[row].value)]
                }
                return (answers.low, answers.high)
              }
            }
          }
        }
      }
    }
    rows.certain = certain
  }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    let answer = answer(relation)
    return answer == .no || certainOnly && answer == .possible ? cause(relation) : nil
  }

  func doubt(about relation: Relation) -> (any SelectionCause)? {
    answer(relation) == .certain ? nil : cause(relation)
  }

  private func answer(_ relation: Relation) -> Answer {
    let (types, dates) = (columns.relations.type, columns.relations.when)
    return answers[firstAnswerOfType[Int(types[relation.row])] + Int(dates[relation.row].value)]
  }

  private func cause(_ relation: Relation) -> DateCause {
    let holds = relation.type.holds
    return DateCause(
      reason: relation.when?.reason(for: years, holds: holds) ?? .undated(years, holds: holds))
  }
}

/// A relation's date, or that it has none, decided.
public struct DateCause: SelectionCause {
  /// What the date answers, and why.
  public let reason: AnswerReason

  /// The reason's own name.
  public var name: String { reason.cause.rawValue }
  /// The reason's own words.
  public var words: String { reason.words }
}

extension YearRange {
  /// Every year.
  fileprivate static let always = YearRange(from: Int64.min)
}

extension DateID {
  /// The row as the table counts them, "no date" being 0.
  package init(row: Int) { self.init(value: UInt32(row)) }
}
