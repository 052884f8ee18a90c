/// Guesses the EDTF that a text was meant to be.
enum Correction {
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    nil
  }
}
