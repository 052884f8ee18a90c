extension Kind {
  /// The shapes that stand for kinds, in terms of no format: each format has its nearest to every one of them.
  ///
  /// The built-in kinds have the first seven, a file's own kinds the ones after those, unless they say otherwise.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// Rounded ends: a person.
    case pill
    /// A state.
    case rectangle
    /// A sheet with a folded corner: a treaty.
    case note
    /// A point at either side: an island.
    case hexagon
    /// A double line at either side: an organization.
    case barred
    /// Cut corners: an event.
    case octagon
    /// A point at one side: a place.
    case signpost
    /// Leaning sides.
    case leaning
    /// A narrow top.
    case trapezium
    /// Hollow sides.
    case spool
    /// A round top.
    case arch
    /// A narrow bottom.
    case bowl
  }

  /// The colours that stand for kinds, by name: what exactly each is, a theme says.
  ///
  /// The first eight are told apart by all eyes, the others nearly so. The built-in kinds have the first seven, a file's
  /// own kinds the ones after those, unless they say otherwise.
  public enum Colour: String, Sendable, Hashable, CaseIterable {
    case orange, blue, yellow, green, violet, pink, lime, grey
    case sky, olive, cream, brown, mint, rose, slate, lilac
  }
}
