extension String {
  /// The text as YAML takes it whatever is in it, for what a message suggests.
  var quoted: String {
    contains("\"") || contains("\\")
      ? "'\(split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'" : "\"\(self)\""
  }
}
