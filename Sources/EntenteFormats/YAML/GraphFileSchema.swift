import Entente

extension GraphFile {
  /// The form of graph files as a JSON Schema (2020-12), with which editors complete, explain and check them.
  ///
  /// It has the keys that the reader has, from the same lists. What a schema cannot see, ``LoadedGraph`` does: whether ids,
  /// kinds and types are there, whether a date is one, and whether a quote stands in its document.
  public static var jsonSchema: String {
    let bytes = try? ByteWriter.memory { try $0.write(json: GraphFileSchema.document) }
    return String(decoding: bytes ?? [], as: UTF8.self)
  }
}

/// The parts of the JSON Schema of graph files.
enum GraphFileSchema {
  /// The whole schema.
  static var document: JSONValue {
    let kinds = Schema.builtIn.kinds.map(\.plural)
    let sections = kinds.map { plural in
      (plural, JSONValue?.some(described("\(plural), by their ids: a name, or keys with their values", section)))
    }
    let known = object(keys: Section.reserved, of: "a graph file", nullable: false).members
    let properties = JSONValue.object((known["properties"]?.objectMembers ?? []) + sections)
    return .object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text("Entente graph file")),
      ("type", .text("object")), ("properties", properties),
      // A file's own kinds have sections of their own; without any, only the built-in ones can be meant.
      ("additionalProperties", section),
      ("if", .object([("not", anyRequired(["schema", "include"]))])),
      ("then", .object([("propertyNames", .object([("enum", .texts(Section.reserved + kinds))]))])),
      ("$defs", .object(definitions)),
    ])
  }

  private static var definitions: [(String, JSONValue?)] {
    [
      ("text", .object([("type", .texts(["string", "number", "boolean"]))])),
      ("texts", anyOf([text, list(of: text)])),
      ("date", .object([("type", .texts(["string", "integer"])), ("pattern", .text(datePattern))])),
      (
        "pages",
        anyOf([
          .object([("type", .text("integer")), ("minimum", .integer(1))]), pattern("^ *[0-9]+ *([-–] *[0-9]+ *)?$"),
        ])
      ),
      ("citation", anyOf([pattern(citationPattern), object(of: .citation, required: ["document"], nullable: false)])),
      ("citations", anyOf([reference("citation"), list(of: reference("citation"))])),
      ("attributes", .object([("type", .text("object")), ("additionalProperties", text)])),
      ("document", anyOf([text, object(of: .document)])),
      ("entity", anyOf([name, object(of: .entity, nullable: false)])),
      ("entities", map(of: reference("entity"))),
      ("relation", relation),
      ("relationProperties", object(of: .relation)),
      ("kind", object(of: .kind)), ("relationType", object(of: .relationType)),
      ("schema", object(of: .schema)), ("side", object(of: .side, required: ["members"], nullable: false)),
      ("table", object(of: .table, required: ["file"], nullable: false)),
      ("mappedEntity", object(of: .mappedEntity, required: ["id"], nullable: false)),
      ("mappedRelation", object(of: .mappedRelation, required: ["subject", "type", "object"], nullable: false)),
      ("mappedCitation", object(of: .mappedCitation, required: ["document"], nullable: false)),
      ("value", anyOf([text, value(Keys.mappedText.keys.filter { $0 != "format" })])),
      ("valueOfDate", anyOf([text, value(Keys.mappedText.keys), dateOfTable])),
    ]
  }

  // MARK: - Forms

  static let text = reference("text")
  static let name = JSONValue.object([
    ("type", .texts(["string", "number", "boolean"])), ("minLength", .integer(1)),
  ])
  private static let section = reference("entities")
  /// The characters that dates of EDTF have; whether they are one, a schema cannot see.
  private static let datePattern = #"^[0-9XYEST:Z~?%/.,{}\[\]+-]+$"#
  private static let citationPattern =
    #"^[^#" ]+(#0*[1-9][0-9]*)?([ \n]+([Pp]{1,2}|[Pp]g|[Pp]ages?|[Ss]|[Ss]eite)\.? *[0-9]+( *[-–] *[0-9]+)?)?([ \n]*"[\s\S]*[^\x00-\x20][\s\S]*")?$"#

  /// A relation: a head alone, a head with properties, or the long form.
  private static var relation: JSONValue {
    let head = #"^[^ ]+ +[^ ]+ +[^ ]+$"#
    let short = JSONValue.object([
      ("type", .text("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
      ("patternProperties", .object([(head, reference("relationProperties"))])),
      ("additionalProperties", .boolean(false)),
    ])
    return .object([
      ("if", .object([("type", .text("object")), ("required", .texts(["subject"]))])),
      ("then", object(of: .longRelation, required: Keys.head, nullable: false)),
      ("else", anyOf([pattern(head), short])),
    ])
  }

  private static func value(_ keys: [String]) -> JSONValue {
    var members = object(keys: keys, of: Keys.mappedText.owner, nullable: false).objectMembers
    members.append(("anyOf", .list(["column", "columns", "literal"].map { anyRequired([$0]) })))
    return .object(members)
  }

  /// A date of which a table has the parts, or the ends.
  private static var dateOfTable: JSONValue {
    let keys = Keys.mappedDate.keys.filter { !Keys.mappedText.keys.contains($0) }
    let parts = keys.filter { ["year", "month", "day"].contains($0) }
    var ofParts = object(keys: parts, of: Keys.mappedDate.owner, nullable: false).objectMembers
    ofParts.append(("required", .texts(["year"])))
    var ofEnds = object(keys: keys.filter { !parts.contains($0) }, of: Keys.mappedDate.owner, nullable: false)
      .objectMembers
    ofEnds.append(anyRequired(["start", "end"]).objectMembers[0])
    return anyOf([.object(ofParts), .object(ofEnds)])
  }

  static func reference(_ name: String) -> JSONValue { .object([("$ref", .text("#/$defs/\(name)"))]) }

  static func anyOf(_ forms: [JSONValue]) -> JSONValue { .object([("anyOf", .list(forms))]) }

  static func list(of form: JSONValue, nullable: Bool = false) -> JSONValue {
    .object([("type", nullable ? .texts(["array", "null"]) : .text("array")), ("items", form)])
  }

  /// Names with values of one form.
  static func map(of form: JSONValue) -> JSONValue {
    .object([("type", .texts(["object", "null"])), ("additionalProperties", form)])
  }

  static func choice(_ names: [String]) -> JSONValue { .object([("enum", .texts(names))]) }

  private static func pattern(_ pattern: String) -> JSONValue {
    .object([("type", .text("string")), ("pattern", .text(pattern))])
  }

  private static func anyRequired(_ keys: [String]) -> JSONValue {
    .object([("anyOf", .list(keys.map { .object([("required", .texts([$0]))]) }))])
  }

  // MARK: - Keys with their values

  private static func object(of keys: Keys, required: [String] = [], nullable: Bool = true) -> JSONValue {
    object(keys: keys.keys, of: keys.owner, required: required, nullable: nullable)
  }

  /// A mapping with those keys and no others; where nothing may stand in its place, it is nullable.
  private static func object(
    keys: [String], of owner: String, required: [String] = [], nullable: Bool
  ) -> JSONValue {
    let properties = keys.map { key -> (String, JSONValue?) in
      let use = KeyUse.of(key, owner)
      return (key, use.map { described($0.words, $0.form) } ?? .object([]))
    }
    return .object([
      ("type", nullable ? .texts(["object", "null"]) : .text("object")), ("properties", .object(properties)),
      ("required", required.isEmpty ? nil : .texts(required)), ("additionalProperties", .boolean(false)),
    ])
  }

  private static func described(_ words: String, _ form: JSONValue) -> JSONValue {
    .object([("description", .text(words))] + form.objectMembers)
  }
}

extension JSONValue {
  /// The members of an object; none of anything else.
  fileprivate var objectMembers: [(String, JSONValue?)] { if case .object(let members) = self { members } else { [] } }

  fileprivate var members: [String: JSONValue] {
    Dictionary(objectMembers.compactMap { key, value in value.map { (key, $0) } }, uniquingKeysWith: { $1 })
  }
}
