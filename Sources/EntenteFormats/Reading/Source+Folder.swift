extension Source {
  /// The names of the files in a folder.
  ///
  /// - Throws: ``SourceFault`` when it cannot be looked into.
  func files() throws(SourceFault) -> [String] {
    do throws(InputFile.Problem) { return try InputFile.names(in: path ?? "") } catch { throw fault(error) }
  }

  /// A file of a folder, read as the folder is.
  func file(_ name: String) -> Source {
    let folder = path ?? ""
    var file = Source.file(folder.hasSuffix("/") ? folder + name : folder + "/" + name)
    file.options = options
    return file
  }
}
