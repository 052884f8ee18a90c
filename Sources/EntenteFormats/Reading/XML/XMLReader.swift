/// Reads XML as a stream: what is plain by ``XMLScanner``, the rest by libxml2.
package enum XMLReader {
  /// Tells the handler what stands in the document.
  ///
  /// - Parameter scans: whether plain XML is left to the scanner; without it libxml2 reads all, which tests compare.
  /// - Throws: ``XMLFault`` when it is no XML, or too much of it, what the stream throws, and what the handler throws.
  package static func read(_ input: ByteStream, _ handler: inout some XMLHandler & ~Copyable, scans: Bool = true) throws
  {
    if !scans { return try LibXML.run(&handler, from: XMLRest(), and: input) }
    var scanner = XMLScanner(input)
    if try scanner.run(&handler) { return }
    try LibXML.run(&handler, from: scanner.rest, and: input)
  }
}
