package import Entente

/// A YAML file of a few settings: the keys that it may have, each with a text, a list of texts, or names with texts.
package struct SettingsFile {
  /// A text, and where it is written.
  package struct Text: Sendable {
    package let text: String
    package let place: SourcePlace?
  }

  /// A key with its value.
  package struct Setting: Sendable {
    package let key: Text
    /// The text, or those of a list or of names.
    package var texts: [Text] = []
    /// The names of ``texts``, where they have some.
    package var names: [Text] = []
  }

  /// In the order of the file.
  package private(set) var settings: [Setting] = []
  /// What is wrong with it.
  package private(set) var diagnostics: [Diagnostic]

  /// Reads a file whose owner, as messages call it, may have these keys.
  package init(_ source: Source, owner: String, keys: [String]) {
    var draft = GraphDraft()
    let id = draft.add(source: source.text)
    do throws(SourceFault) {
      let bytes = try source.bytes()
      var reader = GraphFileReader(bytes: bytes, source: id, draft: consume draft)
      var settings: [Setting] = []
      let fault = reader.readWhole { settings = $0.settings(owner: owner, keys: keys) }
      self.settings = settings
      draft = reader.draft
      if let fault { throw fault }
      diagnostics = draft.diagnostics
    } catch {
      draft.report(error.finding, at: error.place ?? PackedPlace(id), related: error.related, error.words)
      diagnostics = draft.diagnostics
    }
  }

  /// The bytes of a file that the settings name, from beneath their file's folder unless all paths are trusted; what keeps
  /// it from being read, in words.
  package static func bytes(
    of name: String, besides path: String, trustsPaths: Bool, limit: Int
  ) -> Result<[UInt8], Unread> {
    var options = ImportOptions()
    options.trustsPaths = trustsPaths
    let folder = InputFile.split(path).folder
    do throws(NamedFile.Problem) {
      let found = try NamedFile.find(name, beside: folder, options)
      guard let bytes = try? InputFile.read(found, upTo: limit + 1) else { return .failure(.init("it cannot be read")) }
      return bytes.count > limit
        ? .failure(.init("it is larger than \(limit >> 20) MB")) : .success(bytes)
    } catch {
      return switch error {
      case .outside: .failure(.init("it leads out of the file's folder; --trust reads files wherever they are"))
      case .notAFile: .failure(.init("it is no plain file"))
      case .notThere(let nearest):
        .failure(.init((["there is no such file"] + Wording.didYouMean(nearest)).joined(separator: "; ")))
      }
    }
  }

  /// Why a file is not read.
  package struct Unread: Error {
    package let words: String

    fileprivate init(_ words: String) { self.words = words }
  }
}

extension GraphFileReader {
  /// The settings in the tree; what is none is reported.
  fileprivate mutating func settings(owner: String, keys: [String]) -> [SettingsFile.Setting] {
    guard tree.shape(of: 0) == .mapping else {
      report(NoSettings(owner: owner, keys: keys), at: 0)
      return []
    }
    var settings: [SettingsFile.Setting] = []
    for (key, value) in tree.pairs(of: 0) where tree.shape(of: key) == .scalar {
      let name = tree.text(of: key)
      guard keys.contains(name) else {
        report(UnknownSetting(key: name, owner: owner, keys: keys), at: key)
        continue
      }
      var setting = SettingsFile.Setting(key: written(key))
      if tree.shape(of: value) == .mapping {
        for (key, value) in tree.pairs(of: value) where tree.shape(of: key) == .scalar {
          guard let scalar = scalar(value, key: tree.text(of: key)) else { continue }
          setting.names.append(written(key))
          setting.texts.append(written(scalar))
        }
      } else {
        setting.texts = texts(of: value, key: name, example: "\(name): …").map { written($0) }
      }
      settings.append(setting)
    }
    return settings
  }

  private func written(_ node: YAMLTree.NodeID) -> SettingsFile.Text {
    SettingsFile.Text(text: tree.text(of: node), place: draft.place(place(of: node)))
  }
}

/// A file that has no settings.
private struct NoSettings: Finding {
  let owner: String
  let keys: [String]

  var message: String { "\(owner) has keys with their values" }
  var advice: [String] { ["known: " + keys.joined(separator: ", ")] }
}

/// A key that the owner of settings does not have.
private struct UnknownSetting: Finding {
  let key: String
  let owner: String
  let keys: [String]

  var message: String { "'\(key)' is no key of \(owner)" }
  var advice: [String] {
    ["known: " + keys.joined(separator: ", ")] + Wording.didYouMean(NearestName.of(key, among: keys))
  }
}
