/// Finds the known name that somebody most likely meant.
package enum NearestName {
  /// The candidate with the fewest typing errors to `name`, if a third of its letters or fewer are wrong; of equals, the first in the alphabet.
  package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    var limit = max(1, wanted.count / 3)
    var best: String?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - wanted.count) <= limit,
        let distance = distance(wanted, letters, atMost: limit)
      else { continue }
      if let known = best, distance == limit, known <= candidate { continue }
      best = candidate
      limit = distance
    }
    return best
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`; `nil` beyond `limit`.
  private static func distance(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      if let smallest = row.min(), smallest > limit { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
