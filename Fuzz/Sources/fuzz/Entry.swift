import Foundation

/// What libFuzzer calls for every input: the subject that `ENTENTE_FUZZ` names gets the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen.run(start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
  return 0
}

private let chosen: Subject = {
  let name = ProcessInfo.processInfo.environment["ENTENTE_FUZZ"] ?? ""
  if let subject = Subject.all.first(where: { $0.name == name }) { return subject }
  let names = Subject.all.map(\.name).joined(separator: " ")
  FileHandle.standardError.write(Data("fuzz: ENTENTE_FUZZ names one of: \(names)\n".utf8))
  exit(64)
}()
