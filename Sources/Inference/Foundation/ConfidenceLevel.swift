/// Wording and checks of a confidence level.
enum ConfidenceLevel {
  /// The level as it is printed, `95 % level`.
  static func words(_ level: Double) -> String { "\(percent(level)) % level" }

  /// Why a level cannot be used, or `nil`.
  static func problem(_ level: Double) -> String? {
    level > 0 && level < 1 ? nil : "The confidence level must lie between 0 and 1."
  }

  /// A number times 100 with at most six decimals and no trailing zeros.
  static func percent(_ value: Double) -> String { plain((value * 1e8).rounded() / 1e6) }

  /// A number without a trailing `.0`.
  static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
