/// Checks that flows account for every change of stock.
///
///     closing = opening + hires - exits + changes in - changes out
///
/// for every level of every attribute and for the total, between each two snapshots that follow
/// one another. Reads the texts of an employees file and an events file of the generator's layout:
/// the events' attributes are those after the event, and `attribute`, `from`, `to` tell the change.
public struct StockFlowReconciliation: Sendable {
  /// One count that does not come out.
  public struct Mismatch: Sendable, Hashable {
    /// The closing snapshot's date.
    public let date: String
    /// The attribute, or `total`.
    public let attribute: String
    /// The level's text in the file.
    public let level: String
    /// Opening stock with the flows added.
    public let expected: Int
    /// The closing stock.
    public let found: Int
  }

  /// The attributes both files carry.
  public static let attributes = [
    "gender", "race_ethnicity", "age_band", "disability", "specialization", "level", "location",
  ]

  private let stocks: [(date: String, counts: [Key: Int])]
  private let changes: [(date: String, key: Key, amount: Int)]

  private struct Key: Hashable, Comparable {
    let attribute: String
    let level: String

    static func < (left: Key, right: Key) -> Bool {
      (left.attribute, left.level) < (right.attribute, right.level)
    }
  }

  /// Reads the two files.
  public init(employees: String, events: String) {
    stocks = Self.stocks(Rows(employees))
    changes = Self.changes(Rows(events))
  }

  /// How many pairs of snapshots are compared.
  public var comparisons: Int { max(0, stocks.count - 1) }

  /// Every count that does not come out; empty if all do.
  public func mismatches() -> [Mismatch] {
    var found: [Mismatch] = []
    for (opening, closing) in zip(stocks, stocks.dropFirst()) {
      var expected = opening.counts
      for change in changes where change.date > opening.date && change.date <= closing.date {
        expected[change.key, default: 0] += change.amount
      }
      for key in Set(expected.keys).union(closing.counts.keys).sorted() {
        let (left, right) = (expected[key, default: 0], closing.counts[key, default: 0])
        guard left != right else { continue }
        found.append(
          Mismatch(
            date: closing.date, attribute: key.attribute, level: key.level, expected: left,
            found: right))
      }
    }
    return found
  }

  private static func stocks(_ rows: Rows) -> [(date: String, counts: [Key: Int])] {
    var counts: [String: [Key: Int]] = [:]
    for row in rows.fields {
      let date = rows.text("snapshot_date", row)
      for key in keys(rows, row) { counts[date, default: [:]][key, default: 0] += 1 }
    }
    return counts.keys.sorted().map { ($0, counts[$0] ?? [:]) }
  }

  private static func changes(_ rows: Rows) -> [(date: String, key: Key, amount: Int)] {
    rows.fields.flatMap { row -> [(date: String, key: Key, amount: Int)] in
      let date = rows.text("date", row)
      switch rows.text("kind", row) {
      case "Hire": return keys(rows, row).map { (date, $0, 1) }
      case "Exit": return keys(rows, row).map { (date, $0, -1) }
      default:
        let attribute = rows.text("attribute", row)
        return [
          (date, Key(attribute: attribute, level: rows.text("from", row)), -1),
          (date, Key(attribute: attribute, level: rows.text("to", row)), 1),
        ]
      }
    }
  }

  private static func keys(_ rows: Rows, _ row: [Substring]) -> [Key] {
    attributes.map { Key(attribute: $0, level: rows.text($0, row)) }
      + [Key(attribute: "total", level: "")]
  }

  /// The fields of a file without quotes.
  private struct Rows {
    let fields: [[Substring]]
    private let positions: [Substring: Int]

    init(_ text: String) {
      let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
        line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
          .map { Substring($0) }
      }
      fields = Array(lines.dropFirst())
      positions = Dictionary(
        (lines.first ?? []).enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }

    func text(_ column: String, _ row: [Substring]) -> String {
      guard let position = positions[Substring(column)], position < row.count else { return "" }
      return String(row[position])
    }
  }
}
