import Entente

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The text of a PDF, page by page, as poppler's `pdftotext` draws it out: form feeds stand between pages.
enum PDFText {
  /// Whether it is a PDF, by its first bytes (ISO 32000: within the first 1024).
  static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  /// The text of the PDF with that path.
  static func read(_ path: String, program: String = "pdftotext") throws(PDFProblem) -> String {
    // A path that begins with a slash is none of the program's options.
    let whole = URL(filePath: path).absoluteURL.standardizedFileURL.path
    let outcome: ChildProcess.Outcome
    do throws(ChildProcess.Problem) {
      outcome = try ChildProcess().run(program, ["-q", "-enc", "UTF-8", "-eol", "unix", whole, "-"])
    } catch {
      throw PDFProblem(error)
    }
    guard outcome.status == 0 else { throw .refused(status: Int(outcome.status)) }
    return String(decoding: outcome.output, as: UTF8.self)
  }
}

/// Why the text of a PDF is not there.
enum PDFProblem: Error {
  case noProgram
  case tooLong(seconds: Int)
  case tooMuch(bytes: Int)
  case refused(status: Int)
  case system(Int)

  init(_ problem: ChildProcess.Problem) {
    self =
      switch problem {
      case .notThere: .noProgram
      case .tooLong(let seconds): .tooLong(seconds: seconds)
      case .tooMuch(let bytes): .tooMuch(bytes: bytes)
      case .system(let code): .system(Int(code))
      }
  }

  /// The problem in words, after "cannot be read: ".
  var words: String {
    switch self {
    case .noProgram: "it is a PDF, which takes poppler's 'pdftotext', and that is not installed"
    case .tooLong(let seconds): "pdftotext took longer than \(seconds) seconds over it"
    case .tooMuch(let bytes): "pdftotext makes more than \(bytes >> 20) MB of text of it"
    // 1 and 3 are what poppler documents for files that it cannot open, and that do not permit it.
    case .refused(1): "it is no PDF that pdftotext can open: it is broken, or takes a password"
    case .refused(3): "its permissions do not allow that text is taken out"
    case .refused(let status): "pdftotext ended with the status \(status)"
    case .system(let code): "pdftotext could not be started (error \(code))"
    }
  }

  var advice: [String] {
    switch self {
    case .noProgram:
      [
        "install it: apt install poppler-utils (Debian, Ubuntu), brew install poppler (macOS)",
        "or give the text itself, plain and in UTF-8, with a form feed between pages",
      ]
    case .tooLong, .tooMuch, .refused, .system:
      ["give the text itself, plain and in UTF-8, with a form feed between pages"]
    }
  }
}
