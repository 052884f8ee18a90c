import CReading

/// The ZIP archive that a workbook is: its parts by name, unpacked as streams. Nothing is ever written to a disk.
final class WorkbookArchive {
  /// A part may take so many times the space that it takes packed; tables seldom need a tenth of it.
  static let largestRatio: UInt64 = 100
  /// What is small is no danger, whatever its ratio.
  private static let harmless: UInt64 = 1 << 24

  private let archive: OpaquePointer
  /// The archive's bytes, which libzip reads for as long as it is open.
  private let memory: UnsafeMutableRawBufferPointer

  /// Opens an archive in memory.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    for problem in [entente_libzip_problem(), entente_libxml2_problem()] {
      if let problem { throw .noLibrary(String(cString: problem)) }
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    copy.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    let source = zip_source_buffer_create(copy.baseAddress, UInt64(bytes.count), 0, &error)
    guard let source, let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let isCut = bytes.starts(with: Array("PK".utf8))
      let words = isCut ? "its end is missing, or damaged" : String(cString: zip_error_strerror(&error))
      if let source { zip_source_free(source) }
      copy.deallocate()
      throw .notAnArchive(words)
    }
    self.archive = archive
    memory = copy
  }

  deinit {
    zip_discard(archive)
    memory.deallocate()
  }

  /// Whether there is a part of that name.
  func has(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  /// The part of that name, to be read from its beginning; `nil` when there is none.
  func part(_ name: String) throws(WorkbookFault) -> Part? {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat(archive, name, 0, &stat) == 0 else { return nil }
    if stat.valid & ZIP_STAT_ENCRYPTION_METHOD != 0, stat.encryption_method != 0 { throw .password }
    guard let file = zip_fopen_index(archive, stat.index, 0) else {
      throw .part(name, String(cString: zip_error_strerror(zip_get_error(archive))))
    }
    let packed = stat.valid & ZIP_STAT_COMP_SIZE != 0 ? stat.comp_size : 0
    return Part(
      name, file, limit: max(Self.harmless, packed.multipliedReportingOverflow(by: Self.largestRatio).partialValue))
  }

  /// A part that is being unpacked.
  final class Part {
    let name: String
    private let file: OpaquePointer
    private let limit: UInt64
    private var count: UInt64 = 0
    /// Why it could not be unpacked to its end.
    private(set) var fault: WorkbookFault?

    fileprivate init(_ name: String, _ file: OpaquePointer, limit: UInt64) {
      self.name = name
      self.file = file
      self.limit = limit
    }

    deinit { zip_fclose(file) }

    /// Fills the buffer as far as there is something; 0 at the end, -1 after a fault.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
      if fault != nil { return -1 }
      let read = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      if read < 0 {
        fault = .part(name, String(cString: zip_error_strerror(zip_file_get_error(file))))
        return -1
      }
      count += UInt64(read)
      if count > limit {
        fault = .bomb(part: name, ratio: Int(WorkbookArchive.largestRatio))
        return -1
      }
      return Int(read)
    }
  }
}
