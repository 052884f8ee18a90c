@testable import Entente

/// The answers by trying every reading of a date, day by day, straight from the contract's words.
struct BruteForce {
  /// One reading: the years in which it held, and those of them in which it did for sure, whatever a sign says.
  struct Reading: Hashable {
    let held: ClosedRange<Int>
    let sure: ClosedRange<Int>?
  }

  /// The years around the date in which an unknown end is looked for; questions stay within.
  let universe: ClosedRange<Int>
  /// The readings of the date or, of a set of all, those of each member.
  private var readings: [Holding: [[Reading]]] = [:]
  private let meaning: DateSpecimen.Meaning

  init(_ specimen: DateSpecimen) {
    universe = BruteForce.universe(specimen)
    meaning = specimen.meaning
    switch specimen.meaning {
    case .single(let point):
      readings = [.atItsDate: [readings(point)], .throughout: [readings(point)]]
    case .interval(let start, let end):
      readings = [.atItsDate: [someTimeBetween(start, end)], .throughout: [throughout(start, end)]]
    case .set(isOneOf: true, let members):
      let one = members.flatMap { readings($0, .atItsDate) }
      readings = [.atItsDate: [one], .throughout: [one]]
    case .set(isOneOf: false, let members):
      let all = members.map { readings($0, .throughout) }
      readings = [.atItsDate: all, .throughout: all]
    }
  }

  func answer(_ first: Int?, _ last: Int?, holds: Holding) -> Answer {
    if holds == .permanent { return .certain }
    return answer(readings[holds] ?? [], first, last)
  }

  /// An entity's existence: a single date, or one of several, is its beginning, the end not known.
  func existence(_ first: Int?, _ last: Int?, happens: Bool) -> Answer {
    switch meaning {
    case .single(let point) where !happens: answer([throughout(.point(point), .unknown)], first, last)
    case .set(isOneOf: true, let members) where !happens: answer([members.flatMap { existence($0) }], first, last)
    default: answer(first, last, holds: .throughout)
    }
  }

  /// Of several members, all hold: it is certain if one is.
  private func answer(_ members: [[Reading]], _ first: Int?, _ last: Int?) -> Answer {
    let years = (first ?? universe.lowerBound)...(last ?? universe.upperBound)
    return members.map { answer($0, years) }.max() ?? .no
  }

  private func answer(_ readings: [Reading], _ years: ClosedRange<Int>) -> Answer {
    guard readings.contains(where: { $0.held.overlaps(years) }) else { return .no }
    return readings.allSatisfy { $0.sure?.overlaps(years) ?? false } ? .certain : .possible
  }

  // MARK: Readings

  /// It begins and ends anywhere within one filling of the date.
  private func readings(_ point: DateSpecimen.Point) -> [Reading] {
    var readings: Set<Reading> = []
    for filling in point.fillings {
      let within = filling.lowerBound.year...filling.upperBound.year
      for (first, last) in years(starts: [filling], ends: [filling], within: within) {
        readings.insert(Reading(held: first...last, sure: point.isYearSigned ? nil : first...last))
      }
    }
    return Array(readings)
  }

  private func readings(_ member: DateSpecimen.Member, _ holds: Holding) -> [Reading] {
    switch member {
    case .point(let point): readings(point)
    case .range(let start, let end): readings(start, end, holds)
    }
  }

  private func readings(_ start: DateSpecimen.End, _ end: DateSpecimen.End, _ holds: Holding) -> [Reading] {
    holds == .atItsDate ? someTimeBetween(start, end) : throughout(start, end)
  }

  /// It begins on some day of the start and ends on some day of the end that is not before.
  private func throughout(_ start: DateSpecimen.End, _ end: DateSpecimen.End) -> [Reading] {
    years(starts: days(start, isStart: true), ends: days(end, isStart: false), within: universe).map { first, last in
      Reading(held: first...last, sure: sure(first, last, start, end))
    }
  }

  /// A signed end's year is only possible, but where it is an unsigned end's year too. What is not known at one end
  /// has no year of its own.
  private func sure(
    _ first: Int, _ last: Int, _ start: DateSpecimen.End, _ end: DateSpecimen.End
  ) -> ClosedRange<Int>? {
    let signs = (start: start.isYearSigned, end: end.isYearSigned)
    if first == last {
      let isSure = !signs.start && start.isKnown || !signs.end && end.isKnown || !signs.start && !signs.end
      return isSure ? first...last : nil
    }
    let from = signs.start ? first + 1 : first
    let to = signs.end ? last - 1 : last
    return from <= to ? from...to : nil
  }

  /// It happened on some day between a start and an end.
  private func someTimeBetween(_ start: DateSpecimen.End, _ end: DateSpecimen.End) -> [Reading] {
    let isSigned = start.isYearSigned || end.isYearSigned
    let pairs = years(starts: days(start, isStart: true), ends: days(end, isStart: false), within: universe)
    guard let first = pairs.map(\.0).min(), let last = pairs.map(\.1).max() else { return [] }
    return (first...last).map { Reading(held: $0...$0, sure: isSigned ? nil : $0...$0) }
  }

  private func existence(_ member: DateSpecimen.Member) -> [Reading] {
    switch member {
    case .point(let point): return throughout(.point(point), .unknown)
    case .range(let start, let end):
      // It began on some day of the range.
      return someTimeBetween(start, end).flatMap { beginning in
        (beginning.held.lowerBound...universe.upperBound).map { end in
          let isSure = beginning.sure != nil
          return Reading(held: beginning.held.lowerBound...end, sure: isSure ? beginning.held.lowerBound...end : nil)
        }
      }
    }
  }

  // MARK: Days

  /// The runs of days on which an end can lie; where it is not known, the first or last day of each year around.
  private func days(_ end: DateSpecimen.End, isStart: Bool) -> [ClosedRange<Day>] {
    let first = universe.map { Day($0, 1, 1)...Day($0, 1, 1) }
    let last = universe.map { Day($0, 12, 31)...Day($0, 12, 31) }
    return switch end {
    case .point(let point): point.fillings
    case .open: isStart ? Array(first.prefix(1)) : Array(last.suffix(1))
    case .unknown: isStart ? first : last
    }
  }

  /// The years of each start with each end on the same day or later: every day is tried, and of those of one year the
  /// one that leaves the other end most room stands for all.
  private func years(
    starts: [ClosedRange<Day>], ends: [ClosedRange<Day>], within years: ClosedRange<Int>
  ) -> [(Int, Int)] {
    var earliest = [Int](repeating: .max, count: years.count)
    var latest = [Int](repeating: .min, count: years.count)
    eachDay(of: starts) { day, year in
      let place = year - years.lowerBound
      if day < earliest[place] { earliest[place] = day }
    }
    eachDay(of: ends) { day, year in
      let place = year - years.lowerBound
      if day > latest[place] { latest[place] = day }
    }
    var pairs: [(Int, Int)] = []
    for (first, start) in earliest.enumerated() where start < .max {
      for (last, end) in latest.enumerated() where start <= end {
        pairs.append((years.lowerBound + first, years.lowerBound + last))
      }
    }
    return pairs
  }

  /// Each day of some runs, with its year. Plain loops: these are millions.
  private func eachDay(of runs: [ClosedRange<Day>], _ visit: (Int, Int) -> Void) {
    for run in runs {
      var day = run.lowerBound.ordinal
      while day <= run.upperBound.ordinal {
        visit(day, Day.year(of: day))
        day += 1
      }
    }
  }

  /// The years of a date and five on either side.
  static func universe(_ specimen: DateSpecimen) -> ClosedRange<Int> {
    let years = points(specimen.meaning).flatMap(\.fillings).flatMap { [$0.lowerBound.year, $0.upperBound.year] }
    return (years.min() ?? 1950) - 5...(years.max() ?? 1950) + 5
  }

  private static func points(_ meaning: DateSpecimen.Meaning) -> [DateSpecimen.Point] {
    func points(_ ends: DateSpecimen.End...) -> [DateSpecimen.Point] {
      ends.compactMap { if case .point(let point) = $0 { point } else { nil } }
    }
    return switch meaning {
    case .single(let point): [point]
    case .interval(let start, let end): points(start, end)
    case .set(_, let members):
      members.flatMap { member in
        switch member {
        case .point(let point): [point]
        case .range(let start, let end): points(start, end)
        }
      }
    }
  }
}

extension DateSpecimen.End {
  var isYearSigned: Bool { if case .point(let point) = self { point.isYearSigned } else { false } }

  /// Whether it is a date: neither open nor unknown.
  var isKnown: Bool { if case .point = self { true } else { false } }
}
