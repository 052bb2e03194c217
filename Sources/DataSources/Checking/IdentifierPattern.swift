/// Kinds of identifiers whose values have a form that can be recognised.
package enum IdentifierPattern: String, Sendable, Hashable, CaseIterable {
  case email = "e-mail addresses"
  case webAddress = "web addresses"
  case internetAddress = "internet addresses of devices"
  case paymentCard = "payment card numbers"
  case bankAccount = "bank account numbers"
  case socialSecurity = "US social security numbers"
  case nationalInsurance = "UK national insurance numbers"
  case postcode = "full UK postcodes"
  case telephone = "telephone numbers"
  case fullDate = "full dates"

  /// The share of different values from which the pattern is believed.
  ///
  /// Forms that do not happen
  /// by chance are believed at once.
  package var threshold: Double {
    switch self {
    case .email, .bankAccount, .socialSecurity, .nationalInsurance: 0
    case .webAddress: 0.05
    case .paymentCard, .telephone: 0.2
    case .internetAddress, .postcode, .fullDate: 0.5
    }
  }

  /// The pattern of a trimmed text; `nil` where none is known.
  package static func of(_ text: ArraySlice<UInt8>) -> IdentifierPattern? {
    guard text.count >= 5, text.count <= 4096 else { return nil }
    if text.contains(0x40), containsEmail(text) { return .email }
    if isWebAddress(text) { return .webAddress }
    let digits = text.filter(isDigit).count
    guard digits >= 2, text.count <= 48 else { return nil }
    let compact = text.filter { $0 != 0x20 && $0 != 0x2D }.map(uppercased)
    if isSocialSecurity(text) { return .socialSecurity }
    if isNationalInsurance(compact) { return .nationalInsurance }
    if isBankAccount(compact) { return .bankAccount }
    if digits >= 13, isPaymentCard(compact) { return .paymentCard }
    if isInternetAddress(text) { return .internetAddress }
    if isPostcode(compact) { return .postcode }
    if isFullDate(text) { return .fullDate }
    if isTelephone(text, digits) { return .telephone }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isCapital(uppercased(byte)) }
  private static func uppercased(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
  }

  /// A word with one @, something before it, and a domain with a dot after it.
  private static func containsEmail(_ text: ArraySlice<UInt8>) -> Bool {
    let breaks = Set(" \t\n\r<>()[],;:\"'".utf8)
    return text.split(whereSeparator: breaks.contains).contains { word in
      let parts = word.split(separator: 0x40, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return false }
      let labels = parts[1].split(separator: 0x2E, omittingEmptySubsequences: false)
      guard labels.count >= 2, let last = labels.last else { return false }
      return last.count >= 2 && last.allSatisfy(isLetter)
        && labels.allSatisfy { label in
          !label.isEmpty && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
        }
    }
  }

  private static func isWebAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let lower = text.prefix(8).map { isCapital($0) ? $0 + 0x20 : $0 }
    return ["http://", "https://", "www."].contains { lower.starts(with: $0.utf8) }
  }

  private static func isInternetAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        !part.isEmpty && part.count <= 3 && part.allSatisfy(isDigit)
          && part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
      }
  }

  /// 13 to 19 digits that start as cards do and satisfy Luhn's check.
  private static func isPaymentCard(_ compact: [UInt8]) -> Bool {
    guard (13...19).contains(compact.count), compact.allSatisfy(isDigit),
      let first = compact.first, (0x32...0x36).contains(first)
    else { return false }
    var sum = 0
    for (index, byte) in compact.reversed().enumerated() {
      let digit = Int(byte - 0x30)
      sum += index % 2 == 0 ? digit : (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)
    }
    return sum % 10 == 0
  }

  /// Two letters, two check digits and 11 to 30 others whose remainder by 97 is 1 (ISO 13616).
  private static func isBankAccount(_ compact: [UInt8]) -> Bool {
    guard (15...34).contains(compact.count), compact[0...1].allSatisfy(isCapital),
      compact[2...3].allSatisfy(isDigit),
      compact.allSatisfy({ isDigit($0) || isCapital($0) })
    else { return false }
    var remainder = 0
    for byte in compact[4...] + compact[..<4] {
      if isDigit(byte) {
        remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      } else {
        remainder = (remainder * 100 + Int(byte - 0x41) + 10) % 97
      }
    }
    return remainder == 1
  }

  /// ddd-dd-dddd with an area, a group and a serial number that are issued.
  private static func isSocialSecurity(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x20 }
    guard parts.map(\.count) == [3, 2, 4], parts.allSatisfy({ $0.allSatisfy(isDigit) }) else {
      return false
    }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    return numbers[0] > 0 && numbers[0] != 666 && numbers[0] < 900 && numbers[1] > 0
      && numbers[2] > 0
  }

  /// Two letters of those that are used, six digits, a letter A to D.
  private static func isNationalInsurance(_ compact: [UInt8]) -> Bool {
    guard compact.count == 9, compact[2...7].allSatisfy(isDigit),
      (0x41...0x44).contains(compact[8])
    else { return false }
    let unused = Set("DFIQUV".utf8)
    let prefix = String(decoding: compact[0...1], as: UTF8.self)
    return compact[0...1].allSatisfy(isCapital) && !unused.contains(compact[0])
      && !unused.contains(compact[1]) && compact[1] != 0x4F
      && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
  }

  /// An outward code (A9, A99, AA9, AA99, A9A, AA9A) and an inward code (9AA).
  private static func isPostcode(_ compact: [UInt8]) -> Bool {
    guard (5...7).contains(compact.count) else { return false }
    let inward = compact.suffix(3)
    let unused = Set("CIKMOV".utf8)
    guard let first = inward.first, isDigit(first),
      inward.dropFirst().allSatisfy({ isCapital($0) && !unused.contains($0) })
    else { return false }
    let form = compact.dropLast(3).map { isDigit($0) ? "9" : isCapital($0) ? "A" : "?" }.joined()
    return ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(form)
  }

  /// A year of four digits with a month and a day, the time of day aside.
  private static func isFullDate(_ text: ArraySlice<UInt8>) -> Bool {
    let day = text.split { $0 == 0x20 || $0 == 0x54 }.first ?? []
    let parts = day.split(omittingEmptySubsequences: false) {
      $0 == 0x2D || $0 == 0x2F || $0 == 0x2E
    }
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
      return false
    }
    let lengths = parts.map(\.count)
    let others = lengths[0] == 4 ? lengths[1...2] : lengths[0...1]
    return (lengths[0] == 4 || lengths[2] == 4) && others.allSatisfy { $0 <= 2 }
  }

  /// 10 to 15 digits with separators or a plus, and nothing else.
  private static func isTelephone(_ text: ArraySlice<UInt8>, _ digits: Int) -> Bool {
    let signs = Set(" -.()/".utf8)
    guard (10...15).contains(digits), let first = text.first else { return false }
    guard first == 0x2B || first == 0x28 || isDigit(first) else { return false }
    let rest = first == 0x2B ? text.dropFirst() : text
    guard rest.allSatisfy({ isDigit($0) || signs.contains($0) }) else { return false }
    let separators = rest.filter { !isDigit($0) }.count
    let points = rest.filter { $0 == 0x2E }.count
    return first == 0x2B
      || (first == 0x30 && text.dropFirst().first != 0x30 && digits <= 12)
      || (separators >= 2 && points != 1)
  }
}
