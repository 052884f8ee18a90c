import EntenteFormats

/// Something that takes any bytes: it must neither trap nor break a law, whatever they are.
struct Subject: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// All of them: dates, quotes, what is written, what is drawn, what graph files name, and every format that is read.
  static let all: [Subject] =
    [.dates, .quotes, .writers, .pages, .pictures, .bibliography, .mapping, .tables, .sheet]
    + Importers.all.map(reader)
}

/// Ends the process, which libFuzzer reports with the input that led here.
func broken(_ law: String) -> Never { fatalError("law broken: \(law)") }
