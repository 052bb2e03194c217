/// Phrases of the summaries.
enum ChartWords {
  /// What stands for a value that is not shown.
  static let notShown = "not shown"
  /// The marker drawn for a value that is not shown.
  static let marker = "[c]"

  /// Parts joined as sentences.
  static func sentences(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.map { part in
      [".", "!", "?"].contains(part.suffix(1)) ? part : part + "."
    }.joined(separator: " ")
  }
}
