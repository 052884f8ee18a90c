import Foundation
import Testing

/// The files of `Fuzz/Hostile`, which the table in the documentation is made of, given to the built command: entities, bombs,
/// depth, encodings, broken archives, what stands twice, what has no end.
@Suite("The hostile files")
struct HostileSetTests {
  @Test("are refused with a place or read rightly, in two seconds a megabyte and two gigabytes of memory")
  func all() throws {
    #if DEBUG
      // Without optimization large files take longer than they may.
      let most = "--largest 300000"
    #else
      let most = ""
    #endif
    let details = try Scratch.folder().appending(path: "details.csv")
    let line = "python3 Fuzz/Hostile/compare.py --entente \"$entente\" --tools Entente \(most) --details \"$details\""
    let outcome = try Shell.run(line, in: Entente.root, environment: ["details": details.path])
    #expect(outcome.status == 0, "\(outcome.errors.suffix(2000))")
    let rows = try String(contentsOf: details, encoding: .utf8).split(separator: "\r\n").dropFirst()
    #expect(rows.count > 100)
    for row in rows {
      #expect(row.contains(",refused with a place,") || row.contains(",right result,"), "\(row)")
    }
  }
}
