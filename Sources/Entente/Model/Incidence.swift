import Synchronization

/// The relations of each entity, side by side: hops go from an entity to its relations instead of over all relations.
struct Incidence: Sendable {
  /// Where each entity's relations begin; one more entry than there are entities.
  private let starts: [Int]
  private let rows: [UInt32]
  private let subject: [UInt32]
  private let object: [UInt32]

  init(_ relations: RelationColumns, entities: Int) {
    (subject, object) = (relations.subject, relations.object)
    var starts = [Int](repeating: 0, count: entities + 1)
    for row in 0..<relations.count {
      starts[Int(subject[row]) + 1] += 1
      // A relation of an entity to itself is once among its relations.
      if subject[row] != object[row] { starts[Int(object[row]) + 1] += 1 }
    }
    for entity in 0..<entities { starts[entity + 1] += starts[entity] }
    var next = starts
    var rows = [UInt32](repeating: 0, count: starts[entities])
    for row in 0..<relations.count {
      for end in subject[row] == object[row] ? [subject[row]] : [subject[row], object[row]] {
        rows[next[Int(end)]] = UInt32(truncatingIfNeeded: row)
        next[Int(end)] += 1
      }
    }
    self.starts = starts
    self.rows = rows
  }

  /// The rows of an entity's relations, in ascending order.
  subscript(entity: Int) -> ArraySlice<UInt32> { rows[starts[entity]..<starts[entity + 1]] }

  /// Adds to `reached` what lies so many hops over `relations` away, and to `passed` the relations that the hops go over.
  func hop(_ hops: Int, from reached: inout BitSet, over relations: BitSet, passing passed: inout BitSet) {
    var frontier: [Int] = []
    reached.forEach { frontier.append($0) }
    for _ in 0..<hops where !frontier.isEmpty {
      var next: [Int] = []
      for entity in frontier {
        for relation in self[entity] where relations.contains(Int(relation)) {
          passed.insert(Int(relation))
          let (from, to) = (Int(subject[Int(relation)]), Int(object[Int(relation)]))
          let other = from == entity ? to : from
          if reached.contains(other) { continue }
          reached.insert(other)
          next.append(other)
        }
      }
      frontier = next
    }
  }

  /// Adds to `found` the relations that join two of the entities.
  func insert(between entities: BitSet, from relations: BitSet, into found: inout BitSet) {
    entities.forEach { entity in
      for relation in self[entity] where relations.contains(Int(relation)) {
        let (from, to) = (Int(subject[Int(relation)]), Int(object[Int(relation)]))
        if entities.contains(from), entities.contains(to) { found.insert(Int(relation)) }
      }
    }
  }
}

/// A value that is made when it is first asked for, once for everybody who shares it.
final class Lazy<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func get(_ make: () -> Value) -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
