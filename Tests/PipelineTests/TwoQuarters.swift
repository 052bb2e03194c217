import Configuration
import Foundation
import Pipeline

/// An organisation of 6,000 people with a report on two quarters, small enough to render in a test.
struct TwoQuarters {
  /// One quarter's people and rules.
  struct Quarter {
    var label = "2025Q2"
    /// How many of the 6,000 come from the north, the south and the east; the others from the west.
    var origins = (north: 1500, south: 2100, east: 1200)
    /// How many are women.
    var women = 3000
    /// How many wear a green badge.
    var green = 400
    /// How many women the quarter before is given with.
    var womenBefore = 3000
    /// The share of women held to.
    var benchmark = "0.5"
    var audience = "public"
    var minGroup = 10
    var organisation = "Example"
    /// The folder of the last report, if it is compared with.
    var previous: String?
  }

  /// The folder.
  let folder: String

  private static let days = [
    "2025Q1": "2025-03-31", "2025Q2": "2025-06-30", "2025Q3": "2025-09-30", "2025Q4": "2025-12-31",
  ]
  private static let before = ["2025Q2": "2025Q1", "2025Q3": "2025Q2", "2025Q4": "2025Q3"]

  /// Renders the report on a quarter into a folder of the organisation.
  @discardableResult
  func report(
    _ quarter: Quarter, to name: String, product: ReportRun.Product = .report
  ) async throws -> ReportRun.Summary {
    try write(configuration(quarter), to: "parity.toml")
    let day = Self.days[quarter.label] ?? ""
    let dayBefore = Self.days[Self.before[quarter.label] ?? ""] ?? ""
    var rows = people(quarter, on: day)
    var former = Quarter()
    former.women = quarter.womenBefore
    rows += people(former, on: dayBefore)
    try write("id,date,gender,origin,badge\n" + rows.joined(separator: "\n") + "\n", to: "e.csv")
    return try await ReportRun(
      ConfigurationFile.read("\(folder)/parity.toml"), product: product,
      folder: "\(folder)/\(name)", force: true)()
  }

  /// The text of a file of a report.
  func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private func people(_ quarter: Quarter, on day: String) -> [String] {
    let (north, south, east) = quarter.origins
    return (0..<6000).map { index in
      // Multipliers without a common factor with 6,000 spread every group over the others.
      let (first, second, third) = (index * 7 % 6000, index * 11 % 6000, index * 13 % 6000)
      let gender = first < quarter.women ? "Women" : "Men"
      let origin =
        second < north
        ? "North"
        : second < north + south ? "South" : second < north + south + east ? "East" : "West"
      let badge = third < quarter.green ? "Green" : third < 3000 ? "Blue" : "Red"
      let code = "p" + String(7919 * (index + 13) % 104_729, radix: 36)
      return "\(code),\(day),\(gender),\(origin),\(badge)"
    }
  }

  private func configuration(_ quarter: Quarter) -> String {
    let previous = quarter.previous.map { "\n[report]\nprevious_release = \"\($0)\"" } ?? ""
    let benchmarks =
      [("gender", "Women", quarter.benchmark)]
      + ["North", "South", "East"].map { ("origin", $0, "0.25") }
    let listed = benchmarks.map { attribute, level, value in
      """
      [[benchmarks]]
      attribute = "\(attribute)"
      level = "\(level)"
      value = \(value)
      standard_error = "unknown"
      source = "A census"
      date = "2021"
      """
    }
    return """
      schema = 1
      [organisation]
      name = "\(quarter.organisation)"
      [period]
      quarter = "\(quarter.label)"
      snapshot = \(Self.days[quarter.label] ?? "")
      quarters = 2
      [privacy]
      audience = "\(quarter.audience)"
      min_group = \(quarter.minGroup)
      [inputs.employees]
      kind = "snapshots"
      path = "e.csv"
      [mapping.employees]
      person_id = "id"
      snapshot_date = { column = "date", format = "yyyy-MM-dd" }
      gender = "gender"
      origin = "origin"
      badge = "badge"
      [attributes.gender]
      title = "Gender"
      role = "characteristic"
      levels = ["Women", "Men"]
      reference = "Men"
      [attributes.origin]
      title = "Origin"
      role = "characteristic"
      levels = ["North", "South", "East", "West"]
      [attributes.badge]
      title = "Badge"
      role = "characteristic"
      levels = ["Green", "Blue", "Red"]
      \(listed.joined(separator: "\n"))\(previous)
      """
  }
}
