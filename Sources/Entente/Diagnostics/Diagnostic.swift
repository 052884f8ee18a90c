/// How bad a diagnostic is: a note informs, a warning asks to look, an error says that the graph cannot be trusted.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  case note, warning, error

  /// A note is less than a warning, a warning less than an error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
}

/// What a rule found, as facts; each rule has its own, beside the rule, and words it there.
public protocol Finding: Sendable {
  /// How bad it is.
  var severity: Severity { get }
  /// What is wrong, in one line without a full stop: `'japan' (state) cannot sign 'putin' (person)`.
  var message: String { get }
  /// What helps, a line each: what may stand there, then the nearest known name.
  var advice: [String] { get }
}

extension Finding {
  /// A finding is an error unless it says otherwise.
  public var severity: Severity { .error }
  /// No advice unless the finding has some.
  public var advice: [String] { [] }
}

/// An error, a warning or a note about a graph, at the place that it is about.
public struct Diagnostic: Sendable, CustomStringConvertible {
  /// Another place that belongs to the matter, such as the first of two definitions.
  public struct Related: Sendable {
    /// Where it is.
    public let place: SourcePlace
    /// What stands there, in a few words.
    public let message: String

    /// A further place and what stands there.
    public init(_ place: SourcePlace, _ message: String) {
      self.place = place
      self.message = message
    }
  }

  /// The place it is about; `nil` when it is about the graph as a whole.
  public let place: SourcePlace?
  /// What was found.
  public let finding: any Finding
  /// Other places that belong to it.
  public let related: [Related]

  /// A finding at a place.
  public init(_ finding: any Finding, at place: SourcePlace?, related: [Related] = []) {
    self.finding = finding
    self.place = place
    self.related = related
  }

  /// How bad it is.
  public var severity: Severity { finding.severity }

  /// The first line of the text: `Graphs/x.yaml:14:5: error: 'japan' (state) cannot sign 'putin' (person)`.
  public var headline: String {
    (place.map { "\($0): " } ?? "") + "\(severity.rawValue): \(finding.message)"
  }

  /// The headline, then advice and related places, a line each; without the source line, which needs the file.
  public var description: String {
    let advice = finding.advice.map { "  \($0)" }
    let places = related.map { "  \($0.place): \($0.message)" }
    return ([headline] + advice + places).joined(separator: "\n")
  }
}

extension [Diagnostic] {
  /// The diagnostics by source in the order in which those were added, then by position; those without a place last.
  package func inOrder() -> [Diagnostic] {
    // Stable, so that what is said at one place keeps its order.
    enumerated().sorted { left, right in
      switch (left.element.place?.packed, right.element.place?.packed) {
      case (let one?, let other?):
        PackedPlace.isOrdered(one, other) || (!PackedPlace.isOrdered(other, one) && left.offset < right.offset)
      case (nil, nil): left.offset < right.offset
      case (let one, _): one != nil
      }
    }.map(\.element)
  }
}
