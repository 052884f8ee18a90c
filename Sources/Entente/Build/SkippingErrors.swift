extension RelationGraph {
  /// The graph without the citations that one of the diagnostics is about.
  package func leavingOut(citationsAt diagnostics: [Diagnostic]) -> RelationGraph {
    var offsets: [ObjectIdentifier: [Int]] = [:]
    for place in diagnostics.compactMap(\.place) {
      guard let offset = place.packed.offset else { continue }
      offsets[ObjectIdentifier(place.source), default: []].append(offset)
    }
    for key in offsets.keys { offsets[key]?.sort() }
    let known = columns.citations
    let isWrong = known.place.map { place -> Bool in
      guard let row = place.source.row, let start = place.offset,
        let wrong = offsets[ObjectIdentifier(columns.sources[row])]
      else { return false }
      // The first that is not before the citation.
      var (low, high) = (0, wrong.count)
      while low < high {
        let middle = (low + high) / 2
        if wrong[middle] < start { low = middle + 1 } else { high = middle }
      }
      return low < wrong.count && wrong[low] < start + max(1, place.length)
    }
    return isWrong.contains(true) ? RelationGraph(columns: columns.leavingOut(citations: isWrong)) : self
  }
}

extension Columns {
  fileprivate func leavingOut(citations isWrong: [Bool]) -> Columns {
    var kept = CitationColumns()
    func copy(_ ranges: RowRanges, count: Int) -> RowRanges {
      var copied = RowRanges(start: kept.count)
      for row in 0..<count {
        for citation in ranges[row] where !isWrong[citation] { kept.append(citation, of: citations) }
        copied.append(end: kept.count)
      }
      return copied
    }
    var (entities, relations) = (entities, relations)
    entities.citations = copy(entities.citations, count: entities.count)
    relations.citations = copy(relations.citations, count: relations.count)
    return Columns(
      title: title, schema: schema, documents: documents, documentPlaces: documentPlaces, sources: sources,
      strings: strings, dates: dates, entities: entities, relations: relations, citations: kept, attributes: attributes,
      seal: seal, appearance: appearance)
  }
}

extension CitationColumns {
  fileprivate mutating func append(_ row: Int, of other: CitationColumns) {
    document.append(other.document[row])
    paragraph.append(other.paragraph[row])
    firstPage.append(other.firstPage[row])
    lastPage.append(other.lastPage[row])
    quote.append(other.quote[row])
    prefix.append(other.prefix[row])
    suffix.append(other.suffix[row])
    verified.append(other.verified[row])
    place.append(other.place[row])
  }
}

extension Diagnostic {
  /// The name of the rule that found it, for programs: `unknown-name`.
  package var rule: String {
    let letters = Array(String(describing: type(of: finding)))
    var name = ""
    for (index, letter) in letters.enumerated() {
      // A word begins at a capital behind a small letter, or before one.
      let isFirst = index > 0 && letter.isUppercase
      if isFirst, letters[index - 1].isLowercase || (index + 1 < letters.count && letters[index + 1].isLowercase) {
        name += "-"
      }
      name.append(letter)
    }
    return name.lowercased()
  }
}
