import DataSources

/// The numbers of findings as texts.
package enum IntakeWording {
  /// A share as a percentage with one decimal, rounded half away from zero; what is above 0 and below
  /// 100 is never shown as such.
  package static func percent(_ share: Double) -> String {
    guard share > 0 else { return "0%" }
    guard share < 1 else { return "100%" }
    let tenths = Int((share * 1000).rounded(.toNearestOrAwayFromZero))
    if tenths == 0 { return "under 0.1%" }
    if tenths == 1000 { return "over 99.9%" }
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// A number with so many decimals, 0 to 9, rounded half away from zero.
  package static func decimal(_ number: Double, _ decimals: Int) -> String {
    let places = max(0, min(9, decimals))
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (number * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 1e15 else { return "\(number)" }
    let whole = Int(scaled.magnitude)
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return sign + ProblemText.grouped(whole) }
    let rest = String(whole % scale)
    return sign + ProblemText.grouped(whole / scale) + "."
      + String(repeating: "0", count: places - rest.count) + rest
  }

  /// Names of attributes that are crossed.
  package static func crossing(_ attributes: [String]) -> String {
    attributes.joined(separator: " x ")
  }

  /// The share of everyone that some people are, with their number.
  package static func people(_ count: Int, of all: Int, _ noun: (String, String)) -> String {
    let share = all > 0 ? Double(count) / Double(all) : 0
    return "\(ProblemText.counted(count, noun.0, noun.1)) (\(percent(share)))"
  }
}
