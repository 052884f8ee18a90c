/// A small picture that stands beside the credit: its bytes are in every file that shows it.
public struct Logo: Sendable, Hashable {
  /// How many bytes it has at most.
  public static let largest = 5 << 20

  /// Why bytes are no logo.
  public struct Problem: Error, Hashable, CustomStringConvertible {
    /// In words, after the file's name.
    public let description: String

    init(_ description: String) { self.description = description }
  }

  let bytes: [UInt8]
  /// `image/svg+xml` or `image/png`.
  let type: String
  /// Its width for each unit of its height.
  let aspect: Double

  /// A logo of the bytes of an SVG or a PNG file.
  ///
  /// - Throws: ``Problem`` where they are neither, or too many.
  public init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.count <= Self.largest else { throw Problem("it is larger than \(Self.largest >> 20) MB") }
    let size: Size
    if bytes.starts(with: Self.signatureOfPNG) {
      guard bytes.count > 45, bytes.suffix(8).starts(with: Array("IEND".utf8)) else {
        throw Problem("it is a PNG that is cut off")
      }
      func number(_ place: Int) -> Double { bytes[place..<place + 4].reduce(0) { $0 * 256 + Double($1) } }
      (type, size) = ("image/png", Size(number(16), number(20)))
    } else {
      guard let text = String(validating: bytes, as: UTF8.self), let found = Self.size(ofSVG: text) else {
        throw Problem("it is neither an SVG nor a PNG")
      }
      if DrawingLibrary.librsvg.problem == nil, let problem = Raster.problem(ofSVG: text) {
        throw Problem("it is an SVG that cannot be drawn: \(problem)")
      }
      (type, size) = ("image/svg+xml", found)
    }
    guard size.width > 0, size.height > 0, (0.05...20).contains(size.width / size.height) else {
      throw Problem("it is \(decimal(size.width)) x \(decimal(size.height)), which is no shape of a logo")
    }
    aspect = size.width / size.height
    self.bytes = bytes
  }

  /// How large it stands on a page, in points.
  var size: Size {
    let height = min(24, 110 / aspect)
    return Size(height * aspect, height)
  }

  /// Its bytes as a part of another file.
  var address: String { "data:\(type);base64,\(Self.base64(bytes))" }

  private static let signatureOfPNG: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// How large an SVG says that it is; `nil` for what is none.
  private static func size(ofSVG text: String) -> Size? {
    guard let root = text.firstMatch(of: /<(?:[A-Za-z]+:)?svg(\s[^>]*)?>/)?.output.1 else { return nil }
    if let box = root.firstMatch(of: /\sviewBox\s*=\s*["']([^"']*)["']/)?.output.1 {
      let numbers = box.split { " ,\n\t\r".contains($0) }.compactMap { Double($0) }
      if numbers.count == 4 { return Size(numbers[2], numbers[3]) }
    }
    func side(_ name: Regex<(Substring, Substring)>) -> Double? {
      root.firstMatch(of: name).flatMap { Double($0.output.1) }
    }
    guard let width = side(/\swidth\s*=\s*["']([\d.]+)/), let height = side(/\sheight\s*=\s*["']([\d.]+)/) else {
      return nil
    }
    return Size(width, height)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3 * 4 + 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let some = bytes[start..<min(start + 3, bytes.count)]
      let number = some.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - some.count))
      for place in 0..<4 {
        text.append(place <= some.count ? letters[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
