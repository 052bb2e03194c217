import Aggregates
import TestSupport

@testable import DataSources

/// A random extract with every way of writing a field, its schema, and what its rows mean.
struct RandomExtract {
  let text: String
  let schema: (String) -> InputSchema
  let delimiter: Character
  let hasCounts: Bool

  static let gender = Attribute(
    id: "gender", title: "Gender",
    levels: [Level("Women"), Level("Men"), .declined, .blank])
  static let level = Attribute(
    id: "level", title: "Level",
    levels: [
      Level("Band 1"), Level("Band, \"two\"\nand three"),
      Level("A very long label of more than thirty-two bytes, first"),
      Level("A very long label of more than thirty-two bytes, third"),
    ], isOrdered: true)
  static let quarter = Attribute(
    id: "quarter", title: "Quarter",
    levels: [Level("2025Q1"), Level("2025Q2"), Level("2025Q3")])
  static let tenure = Attribute(
    id: "tenure", title: "Tenure",
    levels: [Level("Under 2"), Level("2 to 4"), Level("5 and more"), .blank])

  static let genders: [(String, Int)] = [
    ("F", 0), ("Women", 0), ("Male", 1), ("Men", 1), ("Prefer not to say", 2), ("", 3),
    ("N/A", 3), (" F ", 0),
  ]
  private static let notes = [
    "", "x", "a \"quoted\" word", "two\nlines", "two\r\nlines", "\"", "\"\"", ",", ";\t|",
    "naïve — café", "line\n\nblank", "\n", "ends with quote\"",
    "a long note that runs over more than one block of sixty-four bytes, to be sure of it",
  ]

  init(seed: UInt64, rows: Int, delimiter: Character, isWestern: Bool = false) {
    var generator = SeededGenerator(seed: seed)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &generator)]
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hasCounts = chance(30)
    self.hasCounts = hasCounts
    self.delimiter = delimiter
    let ending = pick(["\n", "\r\n", "mixed"])
    func endOfLine() -> String { ending == "mixed" ? pick(["\n", "\r\n"]) : ending }
    func field(_ value: String) -> String {
      let mustQuote = value.unicodeScalars.contains {
        Character($0) == delimiter || $0 == "\"" || $0 == "\n" || $0 == "\r"
      }
      guard mustQuote || chance(25) else { return value }
      return "\""
        + value.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    var header = ["note", "sex", "Level", "hired", "pay", "hours", "snapshot"]
    if hasCounts { header.append("people") }
    header.append("last note")
    var text = header.map(field).joined(separator: String(delimiter)) + endOfLine()
    for row in 0..<rows {
      var fields = [pick(Self.notes), pick(Self.genders).0, pick(Self.level.levels).label]
      let year = Int.random(in: 2015...2024, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      let day = Int.random(in: 1...28, using: &generator)
      fields.append(chance(10) ? "" : "\(day)/\(month)/\(year)")
      let amount = Int.random(in: 0..<200_000_000, using: &generator)
      let cents = amount % 100
      fields.append(
        pick([
          "", "\(amount / 100)", "\(amount / 100).\(padded(cents))",
          "\(amount / 100).\(cents / 10)", "-\(amount / 100).\(padded(cents))",
          Self.grouped(amount / 100) + "." + padded(cents), "+\(amount % 1000)", "N/A",
          "\(amount)", "\(amount)\(amount % 1000).\(padded(cents))",
        ]))
      fields.append(pick(["", "0", "37.5", "40", "20.0"]))
      fields.append(
        pick(["2025-01-31", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", "2024-03-31"]))
      if hasCounts { fields.append(pick(["0", "1", "2", "17"])) }
      fields.append(pick(Self.notes))
      if chance(8) { text += endOfLine() }
      text += fields.map(field).joined(separator: String(delimiter))
      if row < rows - 1 || chance(70) { text += endOfLine() }
    }
    if chance(20) { text += endOfLine() + endOfLine() }
    self.text = text
    let format = TextFormat(
      encoding: .utf8, delimiter: String(delimiter), missing: ["N/A"])
    schema = { path in Self.schema(path, format, hasCounts) }
  }

  private static func grouped(_ whole: Int) -> String {
    let digits = Array("\(whole)")
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  private static func schema(
    _ path: String, _ format: TextFormat, _ hasCounts: Bool
  ) -> InputSchema {
    var columns = [
      ColumnSchema(.header("note"), .drop), ColumnSchema(.header("last note"), .drop),
      ColumnSchema(
        .header("sex"),
        .attribute(AttributeColumn(attribute: gender, labels: ["F": "Women", "Male": "Men"]))),
      ColumnSchema(.header("Level"), .attribute(AttributeColumn(attribute: level))),
      ColumnSchema(.header("hired"), .date(DateColumn(id: "hire_date", format: "d/M/yyyy"))),
      ColumnSchema(
        .header("pay"),
        .measure(NumberColumn(id: "pay", title: "Pay", unit: "USD/year", groupSeparator: ","))),
      ColumnSchema(
        .header("hours"),
        .measure(NumberColumn(id: "hours", title: "Hours", unit: "hours/week", scale: 1))),
      ColumnSchema(.header("snapshot"), .date(DateColumn(id: "snapshot_date"))),
    ]
    if hasCounts { columns.append(ColumnSchema(.header("people"), .count)) }
    return InputSchema(
      id: "employees", kind: .snapshots, path: path, format: format, columns: columns,
      derivedAttributes: [
        DerivedAttribute(attribute: quarter, date: "snapshot_date", rule: .quarter(firstMonth: 1)),
        DerivedAttribute(
          attribute: tenure, date: "hire_date",
          rule: .completedYears(onDay: "2025-09-30", lowerBounds: [0, 2, 5])),
      ],
      derivedMeasures: [
        DerivedMeasure(
          id: "hourly", title: "Hourly pay", unit: "USD/hour", numerator: "pay",
          denominator: "hours", factor: 52, scale: 4)
      ])
  }
}

/// What a row of a random extract means, worked out from its texts.
struct ExtractRow {
  let gender: Int
  let level: Int
  let quarter: Int?
  let tenure: Int
  let weight: Int
  let pay: Int64?
  let hourly: Int64?

  init?(_ fields: [String], hasCounts: Bool) {
    guard let gender = RandomExtract.genders.first(where: { $0.0 == fields[1] })?.1,
      let level = RandomExtract.level.levels.firstIndex(where: { $0.label == fields[2] })
    else { return nil }
    self.gender = gender
    self.level = level
    let hired = fields[3].split(separator: "/").compactMap { Int($0) }
    if hired.isEmpty {
      tenure = 3
    } else {
      let isBefore = (hired[1], hired[0]) <= (9, 30)
      let years = 2025 - hired[2] - (isBefore ? 0 : 1)
      tenure = years < 2 ? 0 : years < 5 ? 1 : 2
    }
    pay = Self.quanta(fields[4], decimals: 2)
    let hours = Self.quanta(fields[5], decimals: 1)
    let snapshot = fields[6].split(separator: "-").compactMap { Int($0) }
    let name = "\(snapshot[0])Q\((snapshot[1] + 2) / 3)"
    quarter = RandomExtract.quarter.levels.firstIndex { $0.label == name }
    weight = hasCounts ? Int(fields[7]) ?? -1 : 1
    if let pay, let hours, hours != 0 {
      // pay / 100 / (52 · hours / 10), in ten-thousandths
      let above = Int128(pay) * 1000
      let below = Int128(52 * hours)
      let magnitude = (2 * above.magnitude + below.magnitude) / (2 * below.magnitude)
      hourly = Int64(magnitude) * (pay < 0 ? -1 : 1)
    } else {
      hourly = nil
    }
  }

  private static func quanta(_ text: String, decimals: Int) -> Int64? {
    if text.isEmpty || text == "N/A" { return nil }
    let plain = text.filter { $0 != "," && $0 != "+" }
    let parts = plain.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return Int64(
      parts[0] + fraction + String(repeating: "0", count: decimals - fraction.utf8.count))
  }
}
