import Archive

/// A release made up for comparisons: exit rates by gender and a trend of shares.
struct PlannedRelease {
  /// One judged row: its verdict, who is worse off, and the entry of its effect.
  struct Row {
    var label: String
    var verdict: String?
    var direction = "focal_worse_off"
    var effect: String
  }

  var period = "2025Q2"
  var engine = "Parity 1"
  var audience = "public"
  var threshold = 10
  /// The multiples that counts are shown in, where they are rounded.
  var rounding: Int?
  var confidence = "0.95"
  var multiplicity = "holm"
  var ratioBand = (lower: "0.8", upper: "1.25")
  /// The convention of the ratio's method.
  var convention = "focal / reference, exact, 95 % level"
  var reference = "Men"
  var notes: [String] = []
  var trendNotes: [String] = []
  var rows = [
    Row(label: "Women", verdict: "about_the_same", effect: Self.value(1.02)),
    Row(label: "Another gender", verdict: "clear_gap", effect: Self.value(1.6)),
  ]
  /// By quarter, how many women there are of how many people; no women where the count is hidden.
  var trend: [(quarter: String, women: Int?, people: Int)] = [
    ("2025Q1", 400, 1000), ("2025Q2", 410, 1000),
  ]
  /// The levels of the table of representation.
  var levels = ["Junior", "Senior"]
  var further: [String] = []

  static let hidden = #"{"status": "not_shown"}"#

  static func value(_ value: Double, statistic: String? = nil) -> String {
    let name = statistic.map { #", "statistic_id": "\#($0)""# } ?? ""
    return #"{"status": "shown", "value": \#(value)\#(name)}"#
  }

  private static func texts(_ texts: [String]) -> String {
    "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  private var exits: String {
    let rows = rows.map { row in
      let verdict =
        row.verdict.map { #""verdict": "\#($0)", "direction": "\#(row.direction)","# } ?? ""
      return
        #"{"label": "\#(row.label)", "role": "item", \#(verdict) "values": {"ratio": \#(row.effect)}}"#
    }
    return """
      {"id": "exits/gender", "kind": "retention", "attribute": "gender", "period": "\(period)",
       "reference": "\(reference)", "notes": \(Self.texts(notes)),
       "comparison": {"effect": "ratio", "scale": "ratio"},
       "columns": [{"id": "ratio", "title": "Ratio", "unit": "ratio"}],
       "methods": [{"column": "ratio", "id": "rate-ratio", "title": "Ratio of rates",
         "convention": "\(convention)", "source": "Author (1940)"}],
       "rows": [\(rows.joined(separator: ","))]}
      """
  }

  private var trends: String {
    let rows = trend.map { quarter, women, people in
      let name = #""cell": "workforce[gender=Women, quarter=\#(quarter)]""#
      let count =
        women.map { #"{"status": "shown", "count": \#($0), \#(name)}"# }
        ?? #"{"status": "not_shown", \#(name)}"#
      let share = women.map { Self.value(Double($0) / Double(people)) } ?? Self.hidden
      return
        #"{"label": "\#(quarter)", "role": "item", "values": {"people/Women": \#(count), "share/Women": \#(share)}}"#
    }
    return """
      {"id": "trend/gender", "kind": "trend", "attribute": "gender", "period": "\(period)",
       "notes": \(Self.texts(trendNotes)),
       "columns": [
         {"id": "people/Women", "title": "Women, people", "unit": "people", "group": "Women"},
         {"id": "share/Women", "title": "Women, share", "unit": "share", "group": "Women"}],
       "methods": [], "rows": [\(rows.joined(separator: ","))]}
      """
  }

  private var representation: String {
    let rows = levels.map { level in
      #"{"label": "\#(level)", "role": "item", "values": {"share": \#(Self.value(0.5))}}"#
    }
    return """
      {"id": "representation/level", "kind": "representation", "attribute": "level",
       "period": "\(period)", "notes": [],
       "columns": [{"id": "share", "title": "Share", "unit": "share"}], "methods": [],
       "rows": [\(rows.joined(separator: ","))]}
      """
  }

  /// The release, written and read back.
  func archived() throws -> ArchivedRelease {
    let exhibits = [exits, trends, representation] + further
    let text = """
      {"schema": "parity.results/1",
       "disclosure": {"audience": "\(audience)", "threshold": \(threshold), "hidden": 0
         \(rounding.map { ", \"rounding\": \($0)" } ?? "")},
       "run": {"organisation": "Example", "period": "\(period)", "engine": "\(engine)",
         "confidence": \(confidence), "multiplicity": "\(multiplicity)",
         "bands": {"ratio": {"lower": \(ratioBand.lower), "upper": \(ratioBand.upper)}}},
       "exhibits": [\(exhibits.joined(separator: ",\n"))]}
      """
    return try ArchivedRelease(resultsFile: Array(text.utf8))
  }

  /// The release of the next quarter: the same rates, one more quarter of the trend.
  var nextQuarter: PlannedRelease {
    var next = self
    next.period = "2025Q3"
    next.trend = trend + [("2025Q3", 420, 1000)]
    return next
  }
}
