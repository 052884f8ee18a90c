extension Selection {
  /// The entities or relations that a selection keeps, in the graph's order, each at its position from 0.
  ///
  /// ```swift
  /// selection.relations.first?.sentence
  /// selection.relations[2].when
  /// for entity in selection.entities { print(entity.name) }
  /// ```
  ///
  /// Nothing is copied: a view is made when it is asked for, and a position is found by counting bits.
  public struct Rows<View: Sendable>: RandomAccessCollection, Sendable {
    private let rows: RankedBitSet
    private let view: @Sendable (Int) -> View

    init(_ rows: BitSet, view: @escaping @Sendable (Int) -> View) {
      self.rows = RankedBitSet(rows)
      self.view = view
    }

    /// The first position.
    public var startIndex: Int { 0 }

    /// How many there are.
    public var endIndex: Int { rows.count }

    /// The view at a position, which must be below ``endIndex``.
    public subscript(position: Int) -> View { view(rows.row(at: position)) }

    /// Goes through the views in the graph's order.
    public func makeIterator() -> Iterator { Iterator(rows: rows.bits, view: view) }

    /// Goes through the views that a selection keeps.
    public struct Iterator: IteratorProtocol {
      private let rows: BitSet
      private let view: @Sendable (Int) -> View
      private var row = 0

      fileprivate init(rows: BitSet, view: @escaping @Sendable (Int) -> View) {
        self.rows = rows
        self.view = view
      }

      /// The next view; `nil` after the last.
      public mutating func next() -> View? {
        guard let next = rows.next(from: row) else { return nil }
        row = next + 1
        return view(next)
      }
    }
  }
}
