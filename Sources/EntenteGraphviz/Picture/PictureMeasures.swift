extension PictureOptions {
  /// How wide a picture is to be: a column, a slide, a place on a web page.
  public struct Width: Sendable, Hashable, CustomStringConvertible {
    /// The units that it can be given in.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
      case pixels = "px"
      case millimetres = "mm"
      case centimetres = "cm"
      case inches = "in"
      case points = "pt"

      /// In points. A pixel is a CSS one, of which 96 are an inch.
      var points: Double {
        switch self {
        case .pixels: 0.75
        case .millimetres: Paper.millimetre
        case .centimetres: 10 * Paper.millimetre
        case .inches: 72
        case .points: 1
        }
      }
    }

    /// How many units.
    public let value: Double
    /// Of which length.
    public let unit: Unit

    /// A width of so many units; whether a picture can be so wide is asked when it is drawn.
    public init(_ value: Double, _ unit: Unit) {
      self.value = value
      self.unit = unit
    }

    /// Reads `1200`, which are pixels, or `89mm`.
    ///
    /// - Throws: ``PictureError/measure(_:)`` when it is no length, or no picture is so wide.
    public init(_ text: String) throws(PictureError) {
      let trimmed = text.filter { $0 != " " }
      let number = trimmed.prefix { $0.isNumber || ".+-".contains($0) }
      let unit = trimmed.dropFirst(number.count).lowercased()
      guard let value = Double(number), value.isFinite, let unit = unit.isEmpty ? .pixels : Unit(rawValue: unit) else {
        throw .measure("a width is a number of pixels, or of mm, cm, in or pt, as in 1200 or 89mm; '\(text)' is none")
      }
      self.init(value, unit)
      if let problem { throw problem }
    }

    /// In points.
    var points: Double { value * unit.points }

    /// The width that is `points` in the same unit, rounded up to what people write.
    func with(points: Double) -> Width {
      let digits = unit == .inches ? 100.0 : unit == .centimetres ? 10.0 : 1
      return Width((points / unit.points * digits - 1e-6).rounded(.up) / digits, unit)
    }

    /// As it is written: `89mm`.
    public var description: String { decimal(value) + unit.rawValue }

    private static let limits = 25.0...5000

    /// What there is against it.
    var problem: PictureError? {
      if Self.limits.contains(points / Paper.millimetre) { return nil }
      let ends = [Self.limits.lowerBound, Self.limits.upperBound].map { with(points: $0 * Paper.millimetre) }
      let inMillimetres = unit == .millimetres ? "" : " (\(ends[0]) to \(ends[1]))"
      return .measure("a picture is 25 to 5000 mm wide\(inMillimetres), not \(self)")
    }
  }

  /// The proportion of a picture.
  public struct Aspect: Sendable, Hashable, CustomStringConvertible {
    /// How wide it is for ``height``, and the other way round.
    public let width, height: Double

    /// A proportion; whether a picture can have it is asked when it is drawn.
    public init(_ width: Double, _ height: Double) {
      self.width = width
      self.height = height
    }

    /// Reads `16:9`.
    ///
    /// - Throws: ``PictureError/measure(_:)`` when it is no proportion, or one that no picture has.
    public init(_ text: String) throws(PictureError) {
      let sides = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0.filter { $0 != " " }) }
      guard sides.count == 2, let width = sides[0], let height = sides[1], width > 0, height > 0, width.isFinite,
        height.isFinite
      else { throw .measure("a proportion is width:height, as in 16:9; '\(text)' is none") }
      self.init(width, height)
      if let problem { throw problem }
    }

    var value: Double { width / height }

    /// As it is written: `16:9`.
    public var description: String { "\(decimal(width)):\(decimal(height))" }

    /// What there is against it.
    var problem: PictureError? {
      (0.2...5).contains(value) ? nil : .measure("a picture is 1:5 to 5:1, not \(self)")
    }
  }

  /// How large the smallest text may be asked to be, in points.
  public static let textSizes: ClosedRange<Double> = 4...72

  /// Asks whether the measures are those of a picture.
  ///
  /// - Throws: ``PictureError/measure(_:)`` where they are not, or two say the same.
  public func checkMeasures() throws(PictureError) {
    if let problem = width?.problem ?? aspect?.problem { throw problem }
    guard Self.textSizes.contains(smallestText) else {
      throw .measure("the smallest text is 4 to 72 points large, not \(decimal(smallestText))")
    }
    if width != nil, page != nil {
      throw .measure("a picture is drawn for a width or for a page: give one of the two")
    }
  }

  /// By how much the picture is larger than it is drawn, with texts of 9 points.
  var scale: Double { smallestText / Self.drawnText }

  static let drawnText = 9.0

  /// What it is to fit, as it is drawn.
  var target: Target {
    let rooms = (page?.sheets ?? []).map { Size($0.room.width / scale, $0.room.height / scale) }
    return Target(rooms: rooms, width: width.map { $0.points / scale }, aspect: aspect?.value)
  }
}

extension PictureOptions.Page {
  /// The sheet upright and across; none for the screen.
  var sheets: [Sheet] {
    switch self {
    case .a0: Sheet.both("A0", 841, 1189)
    case .a1: Sheet.both("A1", 594, 841)
    case .a2: Sheet.both("A2", 420, 594)
    case .a3: Sheet.both("A3", 297, 420)
    case .a4: Sheet.both("A4", 210, 297)
    case .a5: Sheet.both("A5", 148, 210)
    case .a6: Sheet.both("A6", 105, 148)
    case .a7: Sheet.both("A7", 74, 105)
    case .a8: Sheet.both("A8", 52, 74)
    case .a9: Sheet.both("A9", 37, 52)
    case .a10: Sheet.both("A10", 26, 37)
    case .letter: Sheet.both("letter", 215.9, 279.4)
    case .legal: Sheet.both("legal", 215.9, 355.6)
    case .tabloid: Sheet.both("tabloid", 279.4, 431.8)
    case .ledger: Sheet.both("ledger", 279.4, 431.8).reversed()
    case .screen: []
    }
  }

  /// Its name in a message: `A4`.
  var name: String { rawValue.first == "a" ? rawValue.uppercased() : rawValue }
}
