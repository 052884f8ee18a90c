import Entente

/// A YAML alias, which stands for a value written elsewhere.
struct AliasInGraphFile: Finding {
  var message: String { "a graph file has no aliases" }
  var advice: [String] { ["write here what the alias stands for, so that every statement can be read where it is"] }
}

/// A YAML tag, which gives a value another type.
struct TagInGraphFile: Finding {
  var message: String { "a graph file has no tags" }
  var advice: [String] { ["leave the tag out; in quotes a value is text"] }
}

/// A list or a mapping where a key should be.
struct KeyIsNoText: Finding {
  var message: String { "a key is a word, not a list or a mapping" }
}

/// One key of a mapping twice: YAML allows one.
struct KeyTwice: Finding {
  let key: String
  var message: String { "the key '\(key)' stands here a second time" }
  var advice: [String] { ["join the two, or take one out"] }
}

/// A key that its owner does not have.
struct UnknownKey: Finding {
  let key: String
  let owner: Keys
  /// Whether the key has no value and stands within braces: it may be the rest of a text with a comma.
  let mayBeText: Bool

  var message: String { "'\(key)' is no key of \(owner.owner)" }
  var advice: [String] {
    let known = ["known: " + owner.keys.joined(separator: ", ")]
    let own = owner.keys.contains("attributes") ? ["what has no key of its own goes under 'attributes:'"] : []
    let text = mayBeText ? ["if it belongs to the text before it: within { } a text with a comma needs quotes"] : []
    let page = ["each with an example: 'The graph file' (TheGraphFile.md)"]
    return known + page + own + text
      + Wording.didYouMean(owner.meant(by: key) ?? NearestName.of(key, among: owner.keys))
  }
}

/// A value of another form than its key needs: a list where one text should be.
struct WrongForm: Finding {
  let key: String
  /// What may stand there: `a text`.
  let expected: String
  /// What does stand there.
  let found: String
  let example: String?

  var message: String { "'\(key)' takes \(expected); this is \(found)" }
  var advice: [String] { example.map { ["for example: \($0)"] } ?? [] }
}

/// A key without a value.
struct NoValue: Finding {
  let key: String
  let expected: String

  var message: String { "'\(key)' has no value" }
  var advice: [String] { ["write \(expected), or leave the key out (null in quotes is the word)"] }
}

/// A relation that is not `subject type object`.
struct NotAHead: Finding {
  let head: String
  let words: Int

  var message: String { "a relation begins with three words, subject type object; '\(head)' has \(words)" }
  var advice: [String] {
    let form = "for example: japan claims southern-kurils: {when: 1945~/..}"
    return [form] + (words > 3 ? ["an id is one word: hyphens join its parts"] : [])
  }
}

/// A head whose properties follow without a colon: `a allied-with b {when: 1914}`.
struct ColonMissing: Finding {
  /// The relation as it should be written.
  let remedy: String

  var message: String { "a colon is missing between the relation's head and its properties" }
  var advice: [String] { ["write: - \(remedy)"] }
}

/// An entity with an empty name, or none where only a name can stand.
struct EmptyName: Finding {
  let id: String

  var message: String { "'\(id)' has no name" }
  var advice: [String] { ["for example: \(id): Some name"] }
}

/// A relation that is written in another way than as a head with its properties.
struct NotARelation: Finding {
  /// What is there instead.
  enum Form { case list, keys, empty, twoHeads, propertiesBesideHead(String), mapping }
  let form: Form

  var message: String {
    switch form {
    case .list: "a relation is no list"
    case .keys: "a relation has a head, or subject, type and object"
    case .empty: "nothing stands behind this dash"
    case .twoHeads: "a second relation stands in the item of the first"
    case .propertiesBesideHead(let key): "'\(key)' stands beside the relation's head, not under it"
    case .mapping: "'relations' takes a list, an item for each relation"
    }
  }

  var advice: [String] {
    switch form {
    case .twoHeads, .mapping: ["begin each relation with a dash: - japan claims southern-kurils"]
    case .propertiesBesideHead: ["indent it further than the head"]
    case .keys:
      [
        "for example: - japan claims southern-kurils: {when: 1945~/..}",
        "for ids of other characters: - {subject: \"Fox Islands\", type: part-of, object: alaska}",
      ]
    default: ["for example: - japan claims southern-kurils: {when: 1945~/..}"]
    }
  }
}

/// An unquoted EDTF set, which YAML reads as a list or a mapping.
struct UnquotedSet: Finding {
  let key: String
  /// The set in EDTF's own form.
  let set: String

  var message: String { "YAML reads this as \(set.hasPrefix("[") ? "a list" : "a mapping"), not as a date" }
  var advice: [String] { ["a set stands in quotes: \(key): \"\(set)\""] }
}

/// A number that is no finite 64-bit number.
struct NumberOutOfRange: Finding {
  let text: String
  var message: String { "'\(text)' is beyond the numbers that every tool can read" }
  var advice: [String] { ["in quotes it is a text: \"\(text)\""] }
}

/// A graph file without anything in it.
struct EmptyGraphFile: Finding {
  var message: String { "the file is empty" }
  var advice: [String] { ["a graph file begins so: title: The Southern Kuril Islands dispute"] }
}

/// A graph file that is one text or one list.
struct NotAGraphFile: Finding {
  let found: String
  var message: String { "a graph file has keys such as title, documents and relations; this is \(found)" }
}

/// A second YAML document in the file.
struct SecondYAMLDocument: Finding {
  var message: String { "a second YAML document begins here; a graph file is one" }
  var advice: [String] { ["take the line '---' out, or make two files of it: several are merged when named together"] }
}
