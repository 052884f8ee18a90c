/// Characters that look like one of EDTF's own and are another: word processors, scanners and keyboards of other
/// scripts put them into dates.
enum LookAlike {
  /// The EDTF characters that a look-alike is meant for; `nil` for any other character.
  static func meant(by scalar: Unicode.Scalar) -> String? {
    if let meant = table[scalar] { return meant }
    // Full-width forms of ASCII stand in its order.
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) }
    }
    // Digits of any script.
    guard scalar.value > 0x7F, scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue
    else { return nil }
    return String(Int(value))
  }

  /// The character's Unicode name and number: "an en dash (U+2013)".
  static func name(_ scalar: Unicode.Scalar) -> String {
    guard let name = scalar.properties.name?.lowercased() else { return EDTFError.codePoint(scalar) }
    let article = name.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    return "\(article) \(name) (\(EDTFError.codePoint(scalar)))"
  }

  private static let table: [Unicode.Scalar: String] = [
    "\u{AD}": "-", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-",
    "\u{2015}": "-", "\u{2212}": "-", "\u{FE58}": "-", "\u{FE63}": "-", "\u{30FC}": "-",
    "\u{2044}": "/", "\u{2215}": "/", "\u{29F8}": "/",
    "\u{2DC}": "~", "\u{223C}": "~", "\u{301C}": "~",
    "\u{2025}": "..", "\u{2026}": "..",
    "\u{37E}": "?", "\u{61F}": "?", "\u{66A}": "%",
    "\u{60C}": ",", "\u{3001}": ",", "\u{201A}": ",",
    "\u{D7}": "X", "\u{3A7}": "X", "\u{425}": "X",
    "\u{3A5}": "Y", "\u{4AE}": "Y", "\u{3A4}": "T", "\u{422}": "T", "\u{395}": "E", "\u{415}": "E",
    "\u{405}": "S", "\u{396}": "Z",
  ]
}
