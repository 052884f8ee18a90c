public import Entente
import Synchronization

/// What is made of a graph once, and used by every export of a selection of it with the same options: a panel of a hundred
/// years writes the words of each date once.
///
/// It keeps the parts of the graph that was exported last, and lives as long as the options do.
public final class SharedParts: Sendable {
  private struct Kept {
    var graph: RelationGraph?
    var parts: [String: any Sendable] = [:]
  }

  private let kept = Mutex(Kept())

  init() {}

  /// The part of that name, which is made if it is not there yet.
  ///
  /// - Parameters:
  ///   - name: what the part is, and whose: `GraphML.dates`.
  ///   - graph: what it is made of.
  ///   - make: makes it.
  public func part<Part: Sendable>(
    _ name: String, of graph: RelationGraph, _ make: () throws -> Part
  ) rethrows -> Part {
    if let part: Part = part(name, of: graph) { return part }
    let part = try make()
    keep(part, name, of: graph)
    return part
  }

  /// The same for a part that takes time to make, such as a layout.
  public func part<Part: Sendable>(
    _ name: String, of graph: RelationGraph, _ make: () async throws -> Part
  ) async rethrows -> Part {
    if let part: Part = part(name, of: graph) { return part }
    let part = try await make()
    keep(part, name, of: graph)
    return part
  }

  private func part<Part: Sendable>(_ name: String, of graph: RelationGraph) -> Part? {
    kept.withLock { kept in kept.graph?.isSame(as: graph) == true ? kept.parts[name] as? Part : nil }
  }

  private func keep(_ part: some Sendable, _ name: String, of graph: RelationGraph) {
    kept.withLock { kept in
      if kept.graph?.isSame(as: graph) != true { kept = Kept(graph: graph) }
      kept.parts[name] = part
    }
  }
}
