import Entente

/// What a filter did, as JSON: how many relations it kept and left out, and why each that is not certain.
package enum SelectionReport {
  /// Writes the report of a selection.
  ///
  /// - Parameter errors: what was found wrong while the graph was read.
  package static func write(
    _ selection: Selection, errors: [Diagnostic] = [], to writer: inout ByteWriter
  ) throws(WriteError) {
    let counts = selection.counts
    try writer.write("{\n  \"years\": ")
    try writer.write(json: selection.filter.years)
    try writer.write(",\n  \"counts\": {")
    try writer.write(json: [
      ("certain", counts.certain), ("possible", counts.possible), ("left_out", counts.leftOut),
      ("undated_kept", counts.undatedKept), ("undated_left_out", counts.undatedLeftOut),
    ])
    try writer.write("},\n  \"relations\": [")
    var isFirst = true
    for reason in selection.reasons {
      try writer.write(isFirst ? "\n    " : ",\n    ")
      isFirst = false
      try write(reason, to: &writer)
    }
    try writer.write(isFirst ? "]" : "\n  ]")
    try write(errors, to: &writer)
    try writer.write("\n}\n")
  }

  /// Writes what was found wrong in a graph that is not there.
  package static func write(errors: [Diagnostic], to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("{\n  \"years\": null,\n  \"counts\": null,\n  \"relations\": []")
    try write(errors, to: &writer)
    try writer.write("\n}\n")
  }

  private static func write(_ errors: [Diagnostic], to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(",\n  \"errors\": [")
    for (index, error) in errors.enumerated() {
      try writer.write(index == 0 ? "\n    {" : ",\n    {")
      try writer.write(json: [("rule", error.rule), ("message", error.finding.message)])
      if let place = error.place {
        let (line, column) = place.position
        try writer.write(", ")
        try writer.write(json: [("file", place.file)])
        try writer.write(", ")
        try writer.write(json: [("line", line), ("column", column)])
      }
      try writer.write("}")
    }
    try writer.write(errors.isEmpty ? "]" : "\n  ]")
  }

  private static func write(_ reason: SelectionReason, to writer: inout ByteWriter) throws(WriteError) {
    let relation = reason.relation
    var fields = [
      ("id", relation.id), ("subject", relation.subject.id), ("type", relation.type.name),
      ("object", relation.object.id),
    ]
    if let when = relation.when { fields.append(("when", when.text)) }
    fields += [
      ("outcome", reason.isKept ? "possible" : "left out"), ("cause", reason.causeName), ("reason", reason.words),
    ]
    try writer.write("{")
    try writer.write(json: fields)
    try writer.write("}")
  }
}

/// What a date means, as JSON on one line.
package enum DateReport {
  /// Writes a date and, where years are asked about, its answer.
  package static func write(
    _ date: EDTF, answer: (reason: AnswerReason, holds: Holding)?, to writer: inout ByteWriter
  ) throws(WriteError) {
    let bounds = date.bounds
    try writer.write("{")
    try writer.write(json: [("date", date.text)])
    try writer.write(", \"level\": ")
    try writer.write(date.level)
    try writer.write(", ")
    try writer.write(json: [
      ("words", date.words), ("start_earliest", "\(bounds.startEarliest)"), ("start_latest", "\(bounds.startLatest)"),
      ("end_earliest", "\(bounds.endEarliest)"), ("end_latest", "\(bounds.endLatest)"),
    ])
    if let (reason, holds) = answer {
      try writer.write(", \"years\": ")
      try writer.write(json: reason.years)
      try writer.write(", ")
      try writer.write(json: [
        ("holds", holds.rawValue), ("answer", "\(reason.answer)"), ("cause", reason.cause.rawValue),
        ("reason", reason.words),
      ])
    }
    try writer.write("}\n")
  }

  /// Writes why a text is no date; the character counts from 1.
  package static func write(
    _ text: String, _ error: EDTFError, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.write("{")
    try writer.write(json: [("date", text), ("error", error.problem.words)])
    try writer.write(", \"character\": ")
    try writer.write(error.offset + 1)
    if let suggestion = error.suggestion {
      try writer.write(", ")
      try writer.write(json: [("suggestion", suggestion)])
    }
    try writer.write("}\n")
  }
}

extension ByteWriter {
  /// Members of an object whose values are texts, without the braces.
  fileprivate mutating func write(json fields: [(String, String)]) throws(WriteError) {
    for (index, (name, value)) in fields.enumerated() {
      if index > 0 { try write(", ") }
      try write(json: name)
      try write(": ")
      try write(json: value)
    }
  }

  /// Members of an object whose values are numbers, without the braces.
  fileprivate mutating func write(json fields: [(String, Int)]) throws(WriteError) {
    for (index, (name, value)) in fields.enumerated() {
      if index > 0 { try write(", ") }
      try write(json: name)
      try write(": ")
      try write(value)
    }
  }

  /// The two years asked about, `null` for none and for an end without limit.
  fileprivate mutating func write(json years: YearRange?) throws(WriteError) {
    guard let years else { return try write("null") }
    try write("[")
    try write(json: years.first)
    try write(", ")
    try write(json: years.last)
    try write("]")
  }

  private mutating func write(json year: Int64?) throws(WriteError) {
    if let year { try write(year) } else { try write("null") }
  }
}
