/// A run of years asked of every relation of a graph.
///
/// The years are asked once of every distinct date for each way to hold, and once of every entity's existence; a relation
/// is then two look-ups.
struct TimeQuestion {
  private let columns: Columns
  /// The answers of relations, all dates for one way to hold after the other.
  private let answers: [Answer]
  /// Where the answers begin that are right for a type's way to hold.
  private let firstAnswerOfType: [Int]
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
    firstAnswerOfType = graph.schema.relationTypes.map { (holdings.firstIndex(of: $0.holds) ?? 0) * dates.count }
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
    narrowByDate(&relations, certain: &certain)
    guard let existing else { return }
    let table = columns.relations
    func exist(_ row: Int) -> Bool {
      existing.contains(Int(table.subject[row])) && existing.contains(Int(table.object[row]))
    }
    relations.filter(exist)
    certain.filter(exist)
  }

  /// The loop that a year filter spends its time in, and therefore over plain memory, both answers in one pass.
  private func narrowByDate(_ relations: inout BitSet, certain: inout BitSet) {
    // Bit 0 for possible or more, bit 1 for certain.
    let bits = answers.map { $0 == .no ? UInt8(0) : $0 == .possible ? 1 : 3 }
    bits.withUnsafeBufferPointer { bits in
      firstAnswerOfType.withUnsafeBufferPointer { firstAnswers in
        columns.relations.type.withUnsafeBufferPointer { types in
          columns.relations.when.withUnsafeBufferPointer { dates in
            BitSet.filterWords(&relations, &certain) { first, count in
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
}

extension DateID {
  /// The row as the table counts them, "no date" being 0.
  package init(row: Int) { self.init(value: UInt32(row)) }
}
