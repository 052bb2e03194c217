/// The form of a line: a body, the code that authenticates it, and its hash.
///
///     {"body":{…},"hash":"<SHA-256 of the body>","mac":"<HMAC-SHA-256 of the body>"}
///
/// Every byte of a line is held by the code or by the fixed form around it, so any change shows.
enum LedgerLine {
  private static let opening = Array("{\"body\":".utf8)
  private static let beforeHash = Array(",\"hash\":\"".utf8)
  private static let beforeCode = Array("\",\"mac\":\"".utf8)
  private static let closing = Array("\"}".utf8)
  private static let digits = 64

  /// What a line holds, once it is known to be authentic.
  struct Content {
    let body: [UInt8]
    let hash: String
  }

  /// The line of a body, without the line feed.
  static func bytes(body: [UInt8], key: LedgerKey, use: String) -> [UInt8] {
    opening + body + beforeHash + Array(Hexadecimal.sha256(body).utf8) + beforeCode
      + Array(key.code(line: body, use: use).utf8) + closing
  }

  /// Why a line is refused.
  enum Refusal: Error {
    case malformed
    case notAuthentic
  }

  /// Takes a line apart.
  ///
  /// The body is read by nobody before its code is checked.
  static func content(
    of line: ArraySlice<UInt8>, key: LedgerKey, use: String
  ) throws(Refusal) -> Content {
    let tail = beforeHash.count + digits + beforeCode.count + digits + closing.count
    guard line.count > opening.count + tail, line.starts(with: opening) else { throw .malformed }
    let body = Array(line.dropFirst(opening.count).dropLast(tail))
    var rest = line.suffix(tail)
    func take(_ count: Int) -> [UInt8] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    guard take(beforeHash.count) == beforeHash else { throw .malformed }
    let hash = take(digits)
    guard take(beforeCode.count) == beforeCode else { throw .malformed }
    let code = take(digits)
    guard take(closing.count) == closing else { throw .malformed }
    let wanted = Hexadecimal.sha256(body)
    // Every byte is compared, so that the time taken tells nothing of where they differ.
    let difference = zip(code, key.code(line: body, use: use).utf8).reduce(UInt8(0)) {
      $0 | ($1.0 ^ $1.1)
    }
    guard difference == 0, hash == Array(wanted.utf8) else { throw .notAuthentic }
    return Content(body: body, hash: wanted)
  }
}
