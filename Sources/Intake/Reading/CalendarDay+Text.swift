package import DataSources

extension CalendarDay {
  /// The day of a text such as `2025-09-30`; `nil` for any other text.
  package init?(isoText: String) {
    guard let parser = DateParser(format: "yyyy-MM-dd", missing: []) else { return nil }
    let bytes = Array(isoText.utf8)
    guard case .value(let day) = bytes.withUnsafeBytes({ parser.parse($0) }) else { return nil }
    self = day
  }
}
