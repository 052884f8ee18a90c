/// One thing that is said twice, differently.
struct ConflictingValues: Finding {
  /// What it is: `'japan'`, `kind 'memorandum'`.
  let what: String
  /// The property that differs: `name`.
  let property: String
  let first: String
  let second: String

  var message: String {
    "\(what) has the \(property) '\(Wording.short(second))' here and '\(Wording.short(first))' elsewhere"
  }
  var advice: [String] { ["make the two the same, or give one of them another id"] }
}

/// Two definitions of one kind or relation type that differ.
struct ConflictingDefinitions: Finding {
  let what: String
  let name: String

  var message: String { "the \(what) '\(name)' is defined twice, differently" }
  var advice: [String] { ["make the two the same, or give one of them another name"] }
}

/// A file's own kind or relation type that stands in place of the built-in one.
struct ReplacesBuiltIn: Finding {
  let what: String
  let name: String

  var severity: Severity { .note }
  var message: String { "this \(what) '\(name)' replaces the built-in one" }
}
