/// A number with at most `places` decimals, without trailing zeros, the same in every locale.
///
/// What is no number is 0, and what is beyond 10^12 is cut there: a picture has neither, and nothing traps on one.
func decimal(_ value: Double, _ places: Int = 2) -> String {
  var factor = 1
  for _ in 0..<places { factor *= 10 }
  let magnitude = value.isNaN ? 0 : min(abs(value), 1e12)
  let scaled = Int((magnitude * Double(factor)).rounded())
  let sign = value < 0 && scaled > 0 ? "-" : ""
  let whole = scaled / factor
  let rest = scaled % factor
  guard rest > 0 else { return "\(sign)\(whole)" }
  var digits = String(repeating: "0", count: places - String(rest).count) + String(rest)
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}
