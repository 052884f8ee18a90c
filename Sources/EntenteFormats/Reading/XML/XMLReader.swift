#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads XML as a stream: what is plain by ``XMLScanner``, the rest by libxml2.
package enum XMLReader {
  /// So many batches are told before another core helps: most documents are shorter.
  private static let batchesAlone = 4

  /// Tells the handler what stands in the document.
  ///
  /// - Parameters:
  ///   - scans: whether plain XML is left to the scanner; without it libxml2 reads all, which tests compare.
  ///   - cores: with more than one, what comes next is scanned while the handler hears what came before.
  /// - Throws: ``XMLFault`` when it is no XML, or too much of it, what the stream throws, and what the handler throws.
  package static func read(
    _ input: ByteStream, _ handler: inout some XMLHandler & ~Copyable, scans: Bool = true,
    cores: Int = ProcessInfo.processInfo.activeProcessorCount, alone: Int? = nil
  ) throws {
    if !scans { return try LibXML.run(&handler, from: XMLRest(), and: input) }
    let scanner = ScannerBox(XMLScanner(input))
    for _ in 0..<(cores > 1 ? alone ?? batchesAlone : .max) {
      let batch = scanner.next()
      try batch.tell(&handler)
      if batch.goesOn { scanner.reuse(batch) } else { return try end(batch, &handler, input) }
    }
    let ahead = Ahead<XMLBatch>("XML") { told in
      if let told { scanner.reuse(told) }
      let batch = scanner.next()
      return (batch, batch.goesOn)
    }
    // Whatever the handler throws, the other thread has let go of the scanner before anybody else takes the stream.
    defer { ahead.stop() }
    while true {
      let batch = ahead.next()
      try batch.tell(&handler)
      if !batch.goesOn { return try end(batch, &handler, input) }
    }
  }

  private static func end(
    _ batch: XMLBatch, _ handler: inout some XMLHandler & ~Copyable, _ input: ByteStream
  ) throws {
    switch batch.ending {
    case .goesOn, .whole: return
    case .rest(let rest): try LibXML.run(&handler, from: rest, and: input)
    case .fault(let error): throw error
    }
  }
}

/// A scanner that goes from one thread to another.
///
/// - Invariant: only one thread uses it at a time: the reader's, and from the beginning to the end of an ``Ahead`` its own.
private final class ScannerBox: @unchecked Sendable {
  private var scanner: XMLScanner

  init(_ scanner: consuming XMLScanner) { self.scanner = scanner }

  func next() -> XMLBatch { scanner.next() }
  func reuse(_ batch: XMLBatch) { scanner.reuse(batch) }
}
