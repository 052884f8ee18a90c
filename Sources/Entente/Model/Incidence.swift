import Synchronization

/// The relations of each entity, side by side: hops go from an entity to its relations instead of over all relations.
struct Incidence: Sendable {
  /// Where each entity's relations begin, and, behind the last, where they end.
  private let starts: [Int]
  private let rows: [UInt32]
  private let subject: [UInt32]
  private let object: [UInt32]

  init(_ relations: RelationColumns, entities: Int) {
    (subject, object) = (relations.subject, relations.object)
    (starts, rows) = Self.table(relations.subject, relations.object, entities: entities)
  }

  /// The relations' rows sorted by entity, by counting them, and where each entity's begin.
  private static func table(_ subject: [UInt32], _ object: [UInt32], entities: Int) -> (starts: [Int], rows: [UInt32]) {
    // One entry further than in the end, so that what has been put down moves each start to its place.
    var starts = [Int](repeating: 0, count: entities + 2)
    let rows = subject.withUnsafeBufferPointer { subject in
      object.withUnsafeBufferPointer { object in
        starts.withUnsafeMutableBufferPointer { starts in
          for row in subject.indices {
            starts[Int(subject[row]) &+ 2] &+= 1
            // A relation of an entity to itself is once among its relations.
            if subject[row] != object[row] { starts[Int(object[row]) &+ 2] &+= 1 }
          }
          for entity in 0..<entities { starts[entity &+ 2] &+= starts[entity &+ 1] }
          let total = starts[entities &+ 1]
          if total == 0 { return [UInt32]() }
          return [UInt32](unsafeUninitializedCapacity: total) { rows, initialized in
            for row in subject.indices {
              let number = UInt32(truncatingIfNeeded: row)
              let (from, to) = (Int(subject[row]) &+ 1, Int(object[row]) &+ 1)
              rows[starts[from]] = number
              starts[from] &+= 1
              if from == to { continue }
              rows[starts[to]] = number
              starts[to] &+= 1
            }
            initialized = total
          }
        }
      }
    }
    return (starts, rows)
  }

  /// The rows of an entity's relations, in ascending order.
  subscript(entity: Int) -> ArraySlice<UInt32> { rows[starts[entity]..<starts[entity + 1]] }

  /// Adds to `reached` the start and what lies so many hops over `relations` away from it, and to `passed` the relations
  /// that the hops go over.
  ///
  /// - Parameter relations: `nil` for all.
  func hop(
    _ hops: Int, from start: [Int], over relations: BitSet?, reaching reached: inout BitSet,
    passing passed: inout BitSet
  ) {
    var frontier = start
    for entity in start { reached.insert(entity) }
    for _ in 0..<hops where !frontier.isEmpty {
      var next: [Int] = []
      for entity in frontier {
        for relation in self[entity] where relations?.contains(Int(relation)) ?? true {
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
  func insert(between entities: BitSet, from relations: BitSet?, into found: inout BitSet) {
    entities.forEach { entity in
      for relation in self[entity] where relations?.contains(Int(relation)) ?? true {
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
