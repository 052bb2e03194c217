import Estimates

/// What the names of quarters tell: windows are sums, and headcount is carried forward.
enum TimeEquations {
  /// The populations that are counted at a moment; all others are counted over time.
  private static let stocks: Set<String> = ["workforce", "paid", "unpaid"]
  /// The longest window that is taken apart, in quarters.
  private static let longestWindow = 80

  /// The equations that cells' names imply.
  static func equations(_ keys: [CellKey]) -> [NamedEquation] {
    var equations: [NamedEquation] = []
    let all = Set(keys)
    for key in keys {
      guard let label = key.level(of: LevelBook.time) else { continue }
      if !stocks.contains(key.population), let window = Window(label) {
        equations.append(
          NamedEquation(
            whole: key, parts: window.quarters.map { key.with(LevelBook.time, $0.label) }))
      }
      guard key.population == "workforce", key.conditions.count == 1,
        let before = QuarterName(label)?.previous
      else { continue }
      let opening = key.with(LevelBook.time, before.label)
      let hires = CellKey("hires", key.conditions)
      let exits = CellKey("exits", key.conditions)
      guard [opening, hires, exits].allSatisfy(all.contains) else { continue }
      equations.append(
        NamedEquation(whole: key, terms: [(key, 1), (opening, -1), (hires, -1), (exits, 1)]))
    }
    return equations
  }

  /// A quarter such as `2025Q3` or `FY2025Q3`.
  struct QuarterName: Hashable {
    private let prefix: String
    private let index: Int

    init?(_ label: String) {
      let isFiscal = label.hasPrefix("FY")
      let digits = Array(label.utf8.dropFirst(isFiscal ? 2 : 0))
      guard digits.count == 6, digits[4] == UInt8(ascii: "Q"),
        let year = Int(String(decoding: digits[..<4], as: UTF8.self)), (1...9998).contains(year),
        (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(digits[5])
      else { return nil }
      prefix = isFiscal ? "FY" : ""
      index = year * 4 + Int(digits[5] - UInt8(ascii: "1"))
    }

    private init(prefix: String, index: Int) {
      self.prefix = prefix
      self.index = index
    }

    var previous: QuarterName? { index > 4 ? QuarterName(prefix: prefix, index: index - 1) : nil }

    var label: String {
      let year = String(index / 4)
      let zeros = String(repeating: "0", count: max(0, 4 - year.count))
      return "\(prefix)\(zeros)\(year)Q\(index % 4 + 1)"
    }

    /// The quarters from this one to another; `nil` if there are none or too many.
    func through(_ last: QuarterName) -> [QuarterName]? {
      guard prefix == last.prefix, index < last.index, last.index - index < longestWindow else {
        return nil
      }
      return (index...last.index).map { QuarterName(prefix: prefix, index: $0) }
    }
  }

  /// A window such as `2024Q4 to 2025Q3`.
  private struct Window {
    let quarters: [QuarterName]

    init?(_ label: String) {
      let ends = label.split(separator: " to ").map(String.init)
      guard ends.count == 2, let first = QuarterName(ends[0]), let last = QuarterName(ends[1]),
        let quarters = first.through(last)
      else { return nil }
      self.quarters = quarters
    }
  }
}
