/// Which of a workbook's cell styles show a number as a date, and how precisely.
struct WorkbookStyles {
  /// The smallest part of a date that a style shows.
  enum Precision {
    case year, month, day, second
  }

  /// By the style's number.
  private var precisions: [Precision?] = []

  init() {}

  init(_ part: WorkbookArchive.Part) throws(WorkbookFault) {
    let xml = try WorkbookXML(part)
    var formats: [Int: String] = [:]
    var isInCells = false
    while let event = try xml.next() {
      switch event {
      case .start:
        if xml.isElement("cellXfs") { isInCells = true }
        if xml.isElement("numFmt"), let id = xml.attribute("numFmtId").flatMap({ Int($0) }) {
          formats[id] = xml.attribute("formatCode")
        } else if isInCells, xml.isElement("xf") {
          let id = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
          precisions.append(formats[id].map(Self.precision) ?? Self.builtIn(id))
        }
      case .end: if xml.isElement("cellXfs") { isInCells = false }
      case .text: break
      }
    }
  }

  /// How precise a date is in a cell of that style; `nil` when it is none.
  subscript(style: Int) -> Precision? { precisions.indices.contains(style) ? precisions[style] : nil }

  /// The formats that have a number and no text in the file (ECMA-376, part 1, 18.8.30), East Asian ones included.
  private static func builtIn(_ id: Int) -> Precision? {
    switch id {
    case 14, 15, 16, 27...31, 50...54, 58: .day
    case 17, 55...57: .month
    case 22: .second
    case 36: .day
    default: nil
    }
  }

  /// What a format's code shows of a date.
  private static func precision(_ code: String) -> Precision? {
    let letters = letters(code)
    if letters.contains("y") || letters.contains("e") {
      if letters.contains("d") { return letters.contains("h") ? .second : .day }
      return letters.contains("m") ? .month : .year
    }
    return letters.contains("d") && letters.contains("m") ? .day : nil
  }

  /// The letters of the code's first section that are not quoted, escaped or in brackets.
  private static func letters(_ code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "[" || character == "]" {
        isBracketed = character == "["
      } else if isBracketed {
        continue
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == ";" {
        break
      } else {
        letters.insert(character)
      }
    }
    return letters
  }
}
