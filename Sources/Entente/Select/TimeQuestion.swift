/// A run of years asked of every relation of a graph.
///
/// The years are asked once of every distinct date for each way to hold, and once of every entity's existence; a relation
/// is then two look-ups.
struct TimeQuestion {
  private let columns: Columns
  /// The answers of relations by type's way to hold and date: `holding * dates + date`.
  private let answers: [Answer]
  private let holdingOfType: [Int]
  /// The entities that some reading of their dates lets exist in the years; `nil` when none has a date.
  private let existing: BitSet?

  init(_ years: YearRange, of graph: RelationGraph) {
    columns = graph.columns
    let (dates, entities, kinds) = (graph.columns.dates, graph.columns.entities, graph.schema.kinds)
    let holdings = Holding.allCases
    answers = holdings.flatMap { holds in
      (0..<dates.count).map { row in
        dates[DateID(row: row)]?.answer(years, holds: holds) ?? DateExtent.undated(holds: holds)
      }
    }
    holdingOfType = graph.schema.relationTypes.map { holdings.firstIndex(of: $0.holds) ?? 0 }
    if entities.when.allSatisfy({ $0 == .none }) {
      existing = nil
    } else {
      var existing = BitSet(capacity: entities.count, filled: true)
      existing.filter { row in
        guard let extent = dates[entities.when[row]] else { return true }
        return extent.existence(years, happens: kinds[Int(entities.kind[row])].happens) != .no
      }
      self.existing = existing
    }
  }

  /// Whether some reading of the entity's date lets it exist in the years.
  func mayExist(_ entity: Int) -> Bool { existing?.contains(entity) ?? true }

  /// Keeps of `relations` those that may hold in the years, and of `certain` those that certainly do.
  func narrow(_ relations: inout BitSet, certain: inout BitSet) {
    let table = columns.relations
    if let existing {
      relations.filter { existing.contains(Int(table.subject[$0])) && existing.contains(Int(table.object[$0])) }
      certain = certain.intersection(relations)
    }
    let dates = columns.dates.count
    // One pass over two columns, borrowed once: this is the loop that every question about years is.
    table.type.withUnsafeBufferPointer { types in
      table.when.withUnsafeBufferPointer { whens in
        answers.withUnsafeBufferPointer { answers in
          holdingOfType.withUnsafeBufferPointer { holdings in
            func rows(atLeast least: Answer) -> BitSet {
              BitSet(capacity: whens.count) { row in
                answers[holdings[Int(types[row])] * dates + Int(whens[row].value)].rawValue >= least.rawValue
              }
            }
            relations = relations.intersection(rows(atLeast: .possible))
            certain = certain.intersection(rows(atLeast: .certain))
          }
        }
      }
    }
  }
}

extension DateID {
  /// The row as the table counts them, "no date" being 0.
  package init(row: Int) { self.init(value: UInt32(row)) }
}
