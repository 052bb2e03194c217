/// Decimal digits of a value, rounded once, half away from zero.
extension NumberFormat {
  enum Sign {
    case none
    case negativeOnly
    case always
  }

  /// The value times ten to the power of `shift`, with a number of decimals.
  func decimal(_ value: Double, shift: Int, digits: Int, sign: Sign) -> String {
    guard value.isFinite else {
      return value > 0 ? "\u{221E}" : value < 0 ? Self.minus + "\u{221E}" : ""
    }
    let (whole, fraction) = Self.rounded(abs(value), shift: shift, digits: digits)
    let isZero = (whole + fraction).allSatisfy { $0 == "0" }
    var text = grouped(whole)
    if !fraction.isEmpty { text += conventions.decimalMark + fraction }
    if isZero || sign == .none { return text }
    if value < 0 { return Self.minus + text }
    return sign == .always ? "+" + text : text
  }

  private func grouped(_ whole: String) -> String {
    guard whole.count >= conventions.groupFrom else { return whole }
    var text = ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { text += conventions.groupSeparator }
      text.append(digit)
    }
    return text
  }

  /// The whole and the decimal digits of a value that is finite and not negative.
  ///
  /// It works on the shortest decimal text that reads back as the value, so 0.285 as a percentage
  /// is 28.5 and rounds to 29, whatever its binary form.
  static func rounded(_ value: Double, shift: Int, digits: Int) -> (String, String) {
    let text = value.description.lowercased()
    let parts = text.split(separator: "e")
    let mantissa = parts.first.map(String.init) ?? "0"
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + shift
    let pieces = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let wholeDigits = pieces.first.map(String.init) ?? "0"
    let fractionDigits = pieces.count > 1 ? String(pieces[1]) : ""
    var all = (wholeDigits + fractionDigits).compactMap(\.wholeNumberValue)
    var point = wholeDigits.count + exponent
    if point < 0 {
      all = Array(repeating: 0, count: -point) + all
      point = 0
    }
    let kept = point + digits
    if all.count <= kept {
      all += Array(repeating: 0, count: kept - all.count + 1)
    }
    let roundsUp = all[kept] >= 5
    var head = Array(all[..<kept])
    if roundsUp {
      var position = kept - 1
      while position >= 0, head[position] == 9 {
        head[position] = 0
        position -= 1
      }
      if position >= 0 {
        head[position] += 1
      } else {
        head.insert(1, at: 0)
        point += 1
      }
    }
    let whole = head[..<point].drop { $0 == 0 }.map(String.init).joined()
    let fraction = head[point...].map(String.init).joined()
    return (whole.isEmpty ? "0" : whole, fraction)
  }
}
