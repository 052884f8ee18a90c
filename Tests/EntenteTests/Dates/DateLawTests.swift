import Testing

@testable import Entente

/// Laws that every date keeps, over tens of thousands made by chance with a fixed seed.
@Suite struct DateLawTests {
  /// A date, a question and how the relation holds, as a failure shows it.
  struct Question {
    let specimen: DateSpecimen
    let date: EDTF
    let first: Int?
    let last: Int?

    var years: YearRange {
      switch (first, last) {
      case (let first?, let last?): YearRange(Int64(first), Int64(last)) ?? YearRange(Int64(first))
      case (let first?, nil): YearRange(from: Int64(first))
      default: YearRange(to: Int64(last ?? 0))
      }
    }

    var words: String { "\(specimen.text) in \(first.map(String.init) ?? "")..\(last.map(String.init) ?? "")" }
  }

  /// Asks questions about dates made from a seed; the failures come back, the shortest date first.
  private func failures(
    seed: UInt64, dates: Int, questions: Int, _ check: (Question, () -> BruteForce) -> String?
  ) throws -> [String] {
    var maker = DateMaker(seed: seed)
    var failures: [String] = []
    for _ in 0..<dates {
      let specimen = maker.date()
      let date: EDTF
      do {
        date = try EDTF(specimen.text)
      } catch {
        failures.append("\(specimen.text): \(error)")
        continue
      }
      let universe = BruteForce.universe(specimen)
      var tried: BruteForce?
      let truth = {
        let truth = tried ?? BruteForce(specimen)
        tried = truth
        return truth
      }
      for _ in 0..<questions {
        let inner = universe.lowerBound + 1...universe.upperBound - 1
        let (one, other) = (Int.random(in: inner, using: &maker.random), Int.random(in: inner, using: &maker.random))
        let years: (Int?, Int?) =
          switch Int.random(in: 0..<8, using: &maker.random) {
          case 0: (one, nil)
          case 1: (nil, one)
          case 2...4: (one, one)
          default: (min(one, other), max(one, other))
          }
        let question = Question(specimen: specimen, date: date, first: years.0, last: years.1)
        if let failure = check(question, truth) { failures.append("\(question.words): \(failure)") }
      }
    }
    return failures.sorted { ($0.count, $0) < ($1.count, $1) }
  }

  @Test func answersAreThoseOfEveryReading() throws {
    let failures = try failures(seed: 1956, dates: 10_000, questions: 4) { question, truth in
      for holds in [Holding.atItsDate, .throughout] {
        let expected = truth().answer(question.first, question.last, holds: holds)
        let answer = question.date.answer(question.years, holds: holds)
        if answer != expected { return "\(holds.rawValue) is \(expected), not \(answer)" }
      }
      return nil
    }
    #expect(failures.isEmpty, "\(failures.count) differ, the smallest: \(failures.first ?? "")")
  }

  @Test func existenceIsThatOfEveryReading() throws {
    let failures = try failures(seed: 1960, dates: 1_500, questions: 3) { question, truth in
      for happens in [false, true] {
        let expected = truth().existence(question.first, question.last, happens: happens)
        let answer = question.date.extent.existence(question.years, happens: happens)
        if answer != expected { return "happens \(happens) is \(expected), not \(answer)" }
      }
      return nil
    }
    #expect(failures.isEmpty, "\(failures.count) differ, the smallest: \(failures.first ?? "")")
  }

  @Test func aColumnAnswersAsTheDateDoes() throws {
    let failures = try failures(seed: 1945, dates: 5_000, questions: 2) { question, _ in
      for holds in Holding.allCases {
        let answer = question.date.answer(question.years, holds: holds)
        let column = question.date.extent.answer(question.years, holds: holds)
        if answer != column { return "\(holds.rawValue) is \(answer), in a column \(column)" }
      }
      return nil
    }
    #expect(failures.isEmpty, "\(failures.count) differ, the smallest: \(failures.first ?? "")")
  }

  @Test func fourYearsNeverClaimMoreThanTheDate() throws {
    let failures = try failures(seed: 1855, dates: 5_000, questions: 2) { question, _ in
      // They have 32 bits, and say nothing of years that do not fit.
      guard [question.first, question.last].allSatisfy({ abs($0 ?? 0) < Int32.max }) else { return nil }
      for holds in Holding.allCases {
        let answer = question.date.answer(question.years, holds: holds)
        let four = question.date.extent.years(holds: holds).answer(question.years)
        // What lies in a gap is possible to them, and what several members make certain may be only possible.
        if four == .certain && answer != .certain || four == .no && answer != .no {
          return "\(holds.rawValue) is \(answer), by four years \(four)"
        }
      }
      return nil
    }
    #expect(failures.isEmpty, "\(failures.count) differ, the smallest: \(failures.first ?? "")")
  }

  @Test func aWiderRangeLosesNothing() throws {
    let failures = try failures(seed: 1875, dates: 5_000, questions: 2) { question, _ in
      for holds in Holding.allCases {
        let narrow = question.date.answer(question.years, holds: holds)
        let wider = [
          YearRange((question.years.first ?? -9_000) - 1, (question.years.last ?? 99_999) + 2),
          question.first.map { YearRange(from: Int64($0)) }, question.last.map { YearRange(to: Int64($0)) },
        ]
        for years in wider.compactMap(\.self) where contains(years, question.years) {
          let wide = question.date.answer(years, holds: holds)
          if wide < narrow { return "\(holds.rawValue) is \(narrow), in \(years) \(wide)" }
        }
      }
      return nil
    }
    #expect(failures.isEmpty, "\(failures.count) differ, the smallest: \(failures.first ?? "")")
  }

  private func contains(_ outer: YearRange, _ inner: YearRange) -> Bool {
    (outer.first ?? .min) <= (inner.first ?? .min) && (outer.last ?? .max) >= (inner.last ?? .max)
  }

  @Test func theYearsOfARangeTogetherAreTheRange() throws {
    let failures = try failures(seed: 1904, dates: 2_000, questions: 2) { question, _ in
      guard let first = question.first, let last = question.last, last - first < 60 else { return nil }
      for holds in Holding.allCases {
        let together = question.date.answer(question.years, holds: holds) != .no
        let single = (first...last).contains { question.date.answer(YearRange(Int64($0)), holds: holds) != .no }
        if together != single { return "\(holds.rawValue) is kept \(together), year by year \(single)" }
      }
      return nil
    }
    #expect(failures.isEmpty, "\(failures.count) differ, the smallest: \(failures.first ?? "")")
  }

  @Test func theTextComesBack() throws {
    var maker = DateMaker(seed: 2018)
    for _ in 0..<10_000 {
      let specimen = maker.date()
      let date = try EDTF(specimen.text)
      #expect(date.text == specimen.text)
      #expect(date.description == specimen.text)
    }
  }

  @Test func whatHasNoDateIsPossibleInEveryYear() {
    #expect(DateExtent.undated(holds: .throughout) == .possible)
    #expect(DateExtent.undated(holds: .atItsDate) == .possible)
    #expect(DateExtent.undated(holds: .permanent) == .certain)
    for holds in Holding.allCases {
      for years in [YearRange(1956), YearRange(from: Int64.max), YearRange(to: Int64.min)] {
        #expect(DateExtent.undatedYears(holds: holds).answer(years) == DateExtent.undated(holds: holds))
      }
    }
  }
}
