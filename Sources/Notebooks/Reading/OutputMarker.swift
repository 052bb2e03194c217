/// The comments between which the output of a cell stands.
enum OutputMarker {
  /// The line that ends an output.
  static let end = "<!-- /parity:out -->"

  /// The line that begins the output of a cell.
  static func start(id: String, digest: String) -> String {
    "<!-- parity:out \(id) sha256=\(digest) -->"
  }

  /// The identifier and the digest of a line that begins an output; `nil` for any other line.
  static func read(_ line: String) -> (id: String, digest: String?)? {
    let text = line.trimmed
    guard text.hasPrefix("<!-- parity:out "), text.hasSuffix("-->") else { return nil }
    let words = text.dropFirst("<!-- parity:out ".count).dropLast(3).split(separator: " ")
    guard let id = words.first else { return nil }
    let digest = words.dropFirst().first { $0.hasPrefix("sha256=") }
    return (String(id), digest.map { String($0.dropFirst("sha256=".count)) })
  }

  /// Whether a line ends an output.
  static func isEnd(_ line: String) -> Bool { line.trimmed == end }
}
