/// Web addresses: a text that begins with the scheme, or with `www.`.
enum WebAddress: IdentifierForm {
  static func matches(_ text: IdentifierText) -> Bool {
    let lower = text.bytes.prefix(8).map { IdentifierText.isCapital($0) ? $0 + 0x20 : $0 }
    return ["http://", "https://", "www."].contains { lower.starts(with: $0.utf8) }
  }
}
