/// What is being written where nobody sees it: it is kept whole, in its place, or discarded, and then all is as it was.
protocol PendingOutput {
  associatedtype Sink: ByteSink

  /// What is written to.
  var sink: Sink { get }

  /// Puts what was written in its place.
  func keep() throws(WriteError)

  /// Leaves what was there as it was.
  func discard()
}
