import EntenteFormats

/// Data for people and programs: lines on standard output.
enum StandardOutput {
  /// Writes the lines; a reader that has gone away ends the command, as it does every command in a pipe.
  static func write(_ lines: some Sequence<String>) throws {
    try ByteWriter.descriptor(1) { writer in
      for line in lines {
        try writer.write(text: Printable.text(line, keepsTabs: true, keepsLines: true))
        try writer.write(byte: UInt8(ascii: "\n"))
      }
    }
  }
}
