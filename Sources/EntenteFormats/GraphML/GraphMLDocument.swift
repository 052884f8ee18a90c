import Entente

/// One GraphML file in the making: what is the same for many nodes or edges is made once, before the first of them.
struct GraphMLDocument {
  private let selection: Selection
  private let columns: Columns
  private let keys: GraphMLKeys
  private let ids: GraphMLIDs
  private let kinds: Blocks
  private let types: Blocks
  private let statuses: Blocks
  private let times: Times
  private let citations: CitationLists
  /// What stands before an own attribute's value, for nodes and for edges.
  private let ownOfNodes: Blocks
  private let ownOfEdges: Blocks

  init(_ selection: Selection) throws {
    let schema = selection.graph.schema
    let keys = GraphMLKeys(of: selection)
    self.selection = selection
    self.keys = keys
    columns = selection.graph.columns
    ids = try GraphMLIDs(of: selection)
    kinds = try Blocks(schema.kinds.count) { row, writer in
      try writer.data("labelV", schema.kinds[row].name)
    }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      let type = schema.relationTypes[row]
      try writer.data("labelE", type.name)
      try writer.data("e_label", type.label)
      try writer.data("e_interaction", type.name)
      try writer.data("e_symmetric", type.directed ? "0" : "1")
      try writer.data("e_weight", "1.0")
      try writer.data("e_holds", type.holds.rawValue)
    }
    statuses = try Blocks(Status.allCases.count) { row, writer in
      try writer.data("e_status", Status.allCases[row].name)
    }
    times = try Times(of: selection.graph) { arena, text, years, isRelation, writer in
      let prefix = isRelation ? "e_" : "n_"
      if text != .empty { try writer.data(prefix + "when", String(decoding: arena[text], as: UTF8.self)) }
      for (name, year) in zip(GraphMLKeys.years, years.all) { try writer.data(prefix + name, String(year)) }
    }
    citations = try CitationLists(of: selection.graph, escaping: XML.json)
    ownOfNodes = try Blocks(keys.own.count) { try $1.beginData("n_" + keys.own[$0].idStem) }
    ownOfEdges = try Blocks(keys.own.count) { try $1.beginData("e_" + keys.own[$0].idStem) }
  }

  func write(_ options: ExportOptions, to writer: inout ByteWriter) throws {
    try writeHead(to: &writer)
    try columns.strings.withArena { arena in
      try selection.entityRows.forEach { try write(node: $0, from: arena, to: &writer) }
      try selection.forEachRelation(options, to: &writer) { try write(edge: $0, from: arena, to: &$1) }
    }
    try writer.write("  </graph>\n</graphml>\n")
  }

  // MARK: - Head

  private func writeHead(to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """)
    for key in GraphMLKeys.ofNodes { try writer.declare(key.id, for: "node", key.name, key.type) }
    for year in GraphMLKeys.years { try writer.declare("n_" + year, for: "node", year, "int") }
    if ids.anyNodeChanged { try writer.declare("n_original_id", for: "node", "original_id", "string") }
    for own in keys.own where own.isOnNodes { try writer.declare("n_" + own.idStem, for: "node", own.name, own.type) }
    for key in GraphMLKeys.ofEdges { try writer.declare(key.id, for: "edge", key.name, key.type) }
    for year in GraphMLKeys.years { try writer.declare("e_" + year, for: "edge", year, "int") }
    if ids.anyEdgeChanged { try writer.declare("e_original_id", for: "edge", "original_id", "string") }
    for own in keys.own where own.isOnEdges { try writer.declare("e_" + own.idStem, for: "edge", own.name, own.type) }
    try writer.write("  <graph edgedefault=\"directed\">\n    <desc>")
    try writer.write(json: selection.graph.facts, escaping: XML.json)
    try writer.write("</desc>\n")
  }

  // MARK: - Nodes and edges

  private func write(node row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let entities = columns.entities
    let name = XML.trimmed(arena[entities.name[row]])
    try writer.write("    <node id=\"")
    try writer.write(ids.nodes, row)
    try writer.write("\">")
    try writer.data("n_label", name)
    try writer.data("n_name", name)
    try writer.data("n_node_id", arena[entities.id[row]])
    if ids.isChanged(node: row) { try writer.data("n_original_id", arena[entities.id[row]]) }
    try writer.write(kinds, Int(entities.kind[row]))
    try write(aliases: entities.aliases[row], from: arena, to: &writer)
    try writer.data("n_note", XML.trimmed(arena[entities.note[row]]))
    if !entities.citations[row].isEmpty {
      try writer.write("<data key=\"n_citations\">")
      try citations.write(entities.citations[row], from: arena, to: &writer)
      try writer.write("</data>")
    }
    try times.write(entity: row, to: &writer)
    try write(attributes: entities.attributes[row], ownOfNodes, from: arena, to: &writer)
    try writer.write("</node>\n")
  }

  private func write(
    aliases: ArraySlice<StringID>, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if aliases.isEmpty { return }
    try writer.write("<data key=\"n_aliases\">")
    for (index, alias) in aliases.enumerated() {
      if index > 0 { try writer.write("|") }
      try writer.write(XML.trimmed(arena[alias]), escaping: XML.text)
    }
    try writer.write("</data>")
  }

  private func write(edge row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let relations = columns.relations
    let id = arena[relations.id[row]]
    try writer.write("    <edge id=\"")
    let isChanged = try ids.write(edge: id, to: &writer)
    try writer.write("\" source=\"")
    try writer.write(ids.nodes, Int(relations.subject[row]))
    try writer.write("\" target=\"")
    try writer.write(ids.nodes, Int(relations.object[row]))
    try writer.write("\">")
    try writer.data("e_edge_id", id)
    if isChanged { try writer.data("e_original_id", id) }
    try writer.write(types, Int(relations.type[row]))
    try writer.write(statuses, Int(relations.status[row].rawValue))
    if relations.accordingTo[row] != 0 {
      try writer.data("e_according_to", arena[columns.entities.id[Int(relations.accordingTo[row]) - 1]])
    }
    try writer.data("e_note", XML.trimmed(arena[relations.note[row]]))
    if !relations.citations[row].isEmpty {
      try writer.write("<data key=\"e_citations\">")
      try citations.write(relations.citations[row], from: arena, to: &writer)
      try writer.write("</data>")
    }
    try times.write(relation: row, to: &writer)
    try write(attributes: relations.attributes[row], ownOfEdges, from: arena, to: &writer)
    try writer.write("</edge>\n")
  }

  private func write(
    attributes rows: Range<Int>, _ beginnings: borrowing Blocks, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    for row in rows {
      let (key, value) = (keys.row(of: columns.attributes.key[row]), columns.attributes.value[row])
      if case .text(let text) = value {
        let text = XML.trimmed(arena[text])
        if text.isEmpty { continue }
        try writer.write(beginnings, key)
        try writer.write(text, escaping: XML.text)
      } else {
        try writer.write(beginnings, key)
        if case .boolean(let boolean) = value, keys.own[key].type == "int" {
          try writer.write(boolean ? "1" : "0")
        } else {
          try writer.write(value, from: arena, escaping: XML.text)
        }
      }
      try writer.write("</data>")
    }
  }
}

extension ByteWriter {
  fileprivate mutating func declare(
    _ id: String, for scope: StaticString, _ name: String, _ type: String
  ) throws(WriteError) {
    try write("  <key id=\"")
    try write(text: id, escaping: XML.attribute)
    try write("\" for=\"")
    try write(scope)
    try write("\" attr.name=\"")
    try write(text: name, escaping: XML.attribute)
    try write("\" attr.type=\"")
    try write(text: type)
    try write("\"/>\n")
  }

  fileprivate mutating func beginData(_ key: String) throws(WriteError) {
    try write("<data key=\"")
    try write(text: key, escaping: XML.attribute)
    try write("\">")
  }

  /// Writes a value that is not empty; for what is written once.
  fileprivate mutating func data(_ key: String, _ value: String) throws(WriteError) {
    if value.isEmpty { return }
    try beginData(key)
    try write(text: value, escaping: XML.text)
    try write("</data>")
  }

  /// Writes a value that is not empty.
  fileprivate mutating func data(
    _ key: StaticString, _ value: UnsafeBufferPointer<UInt8>
  ) throws(WriteError) {
    if value.isEmpty { return }
    try write("<data key=\"")
    try write(key)
    try write("\">")
    try write(value, escaping: XML.text)
    try write("</data>")
  }
}
