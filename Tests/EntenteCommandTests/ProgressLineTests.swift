import EntenteFormats
import Testing

@testable import EntenteCommand

@Suite("Progress")
struct ProgressLineTests {
  @Test("tells relations, megabytes and the time that is left")
  func text() {
    let progress = ExportProgress(relations: 250_000, total: 1_000_000, bytes: 210_400_000)
    #expect(
      ProgressLine.text(progress, after: .seconds(3)) == "250000 of 1000000 relations, 210 MB, 10 s left")
    let nothing = ExportProgress(relations: 0, total: 5, bytes: 0)
    #expect(ProgressLine.text(nothing, after: .seconds(3)) == "0 of 5 relations, 0 MB")
  }
}
