/// Checks the fields of a number column, and of the count column.
struct NumberCheck: ColumnCheck {
  private let column: NumberColumn
  private let isCount: Bool
  private let parser: FixedPointParser
  private let finerParser: FixedPointParser
  private let unit: Double
  private let isFullTimeEquivalent: Bool
  private let isAge: Bool
  private let isBonus: Bool
  private let isPay: Bool

  private var values = 0
  private var shapes: [NumberShape: RowTally] = [:]
  private var finer = RowTally()
  private var belowMinimum = RowTally()
  private var aboveMaximum = RowTally()
  private var negative = RowTally()
  private var zero = RowTally()
  private var outOfRange = RowTally()
  private var leadingZeros = RowTally()
  private var smallest = Int64.max
  private var largest = Int64.min
  private var largestRow = 0
  /// Values by the tenth of a power of ten, for a middle value in constant memory.
  private var magnitudes: [Int: Int] = [:]

  init(_ column: NumberColumn, isCount: Bool = false, missing: [String]) {
    func parser(scale: Int) -> FixedPointParser {
      FixedPointParser(
        NumberColumn(
          id: column.id, title: column.title, unit: column.unit,
          decimalSeparator: column.decimalSeparator, groupSeparator: column.groupSeparator,
          scale: scale),
        missing: missing)
    }
    self.column = column
    self.isCount = isCount
    self.parser = parser(scale: column.scale)
    finerParser = parser(scale: max(column.scale, 9))
    var unit = 1.0
    for _ in 0..<max(0, column.scale) { unit *= 10 }
    self.unit = unit
    let words = Set(HeaderWords.split(column.id))
    isFullTimeEquivalent = words.contains("fte")
    isAge = column.id == "age"
    isBonus = !words.isDisjoint(with: ["bonus", "incentive", "overtime", "allowance"])
    // A unit such as USD/year begins with the three letters of a currency.
    isPay =
      column.unit.utf8.prefix { (0x41...0x5A).contains($0) }.count == 3
      || !words.isDisjoint(with: ["pay", "salary", "wage", "wages", "earnings"])
  }

  /// The column of how many people a row stands for.
  static func count(missing: [String]) -> NumberCheck {
    NumberCheck(
      NumberColumn(id: "count", title: "Count", unit: "people", scale: 0), isCount: true,
      missing: missing)
  }

  mutating func see(_ field: ArraySlice<UInt8>, row: Int) -> SeenField {
    switch field.withUnsafeBytes({ parser.parse($0) }) {
    case .blank: if isCount { shapes[.text, default: RowTally()].add(row) }
    case .malformed:
      if case .value = field.withUnsafeBytes({ finerParser.parse($0) }) {
        finer.add(row)
      } else {
        let text = String(decoding: TextRecord.trimmed(field), as: UTF8.self)
        shapes[NumberShape(text), default: RowTally()].add(row)
      }
    case .value(let quanta): see(quanta, field, row)
    }
    return .nothing
  }

  private mutating func see(_ quanta: Int64, _ field: ArraySlice<UInt8>, _ row: Int) {
    values += 1
    let value = Double(quanta) / unit
    if let minimum = column.minimum, value < minimum { belowMinimum.add(row) }
    if let maximum = column.maximum, value > maximum { aboveMaximum.add(row) }
    if quanta < 0 { negative.add(row) }
    if quanta == 0 { zero.add(row) }
    if isFullTimeEquivalent, value < 0 || value > max(1, column.maximum ?? 1) {
      outOfRange.add(row)
    }
    if isAge, value < 14 || value > 110 { outOfRange.add(row) }
    smallest = min(smallest, quanta)
    if quanta > largest {
      largest = quanta
      largestRow = row
    }
    if quanta > 0 { magnitudes[Self.tenthOfPower(of: value), default: 0] += 1 }
    let trimmed = TextRecord.trimmed(field)
    if trimmed.count > 1, trimmed.first == 0x30,
      (0x30...0x39).contains(trimmed[trimmed.startIndex + 1])
    {
      leadingZeros.add(row)
    }
  }

  /// Ten times the decimal logarithm, rounded down, without a library call.
  private static func tenthOfPower(of value: Double) -> Int {
    var rest = value
    var power = 0
    while rest >= 10 {
      rest /= 10
      power += 10
    }
    while rest < 1 {
      rest *= 10
      power -= 10
    }
    let steps = [1.2589, 1.5849, 1.9953, 2.5119, 3.1623, 3.9811, 5.0119, 6.3096, 7.9433]
    return power + steps.prefix { rest >= $0 }.count
  }

  private var isLargestFarOff: Bool {
    let total = magnitudes.values.reduce(0, +)
    guard total >= 10, largest > 0 else { return false }
    var below = 0
    for (magnitude, count) in magnitudes.sorted(by: { $0.key < $1.key }) {
      below += count
      if below * 2 >= total {
        return Self.tenthOfPower(of: Double(largest) / unit) - magnitude > 30
      }
    }
    return false
  }

  func problems(at place: ColumnPlace) -> [SourceProblem] {
    let total = values + finer.count + shapes.values.reduce(0) { $0 + $1.count }
    func share(_ tally: RowTally) -> String {
      "\(ProblemText.grouped(tally.count)) of \(ProblemText.counted(total, "number"))"
    }
    if isCount { return countProblems(place) }
    var found: [SourceProblem] = []
    var malformed = RowTally()
    var names: [String] = []
    for shape in NumberShape.allCases where shape != .suppressed {
      guard let tally = shapes[shape] else { continue }
      malformed.add(tally)
      names.append("\(ProblemText.grouped(tally.count)) \(shape.name)")
    }
    let main = shapes.filter { $0.key != .suppressed }
      .max { ($0.value.count, -$0.key.rawValue) < ($1.value.count, -$1.key.rawValue) }
    found += place.problem(
      .malformedNumber, malformed,
      "\(share(malformed)) cannot be read (\(names.joined(separator: ", ")))",
      fix: main?.key.fix(place.mapping))
    found += suppressedProblems(place)
    found += place.problem(
      .tooManyDecimals, finer,
      "\(share(finer)) have more than \(ProblemText.counted(column.scale, "decimal"))",
      fix: "raise scale under \(place.mapping), or round the export")
    found += place.problem(
      .belowMinimum, belowMinimum, "\(share(belowMinimum)) are below the declared minimum")
    found += place.problem(
      .aboveMaximum, aboveMaximum, "\(share(aboveMaximum)) are above the declared maximum")
    if isFullTimeEquivalent {
      found += place.problem(
        .fteOutOfRange, outOfRange, "\(share(outOfRange)) are outside 0 to 1")
      found += place.problem(
        .fteOutOfRange, zero, "\(share(zero)) are 0", fix: "check whether these people work",
        severity: .warning)
    } else if isAge {
      found += place.problem(
        .ageOutOfRange, outOfRange, "\(share(outOfRange)) are outside 14 to 110")
    } else if isPay {
      found += payProblems(place, share)
    }
    if isLargestFarOff {
      var row = RowTally()
      row.add(largestRow)
      found += place.problem(
        .outlier, row,
        "the largest of \(ProblemText.counted(values, "number")) is more than 1,000 times the "
          + "middle one")
    }
    found += place.problem(
      .leadingZeros, leadingZeros, "\(share(leadingZeros)) begin with a zero, as codes do")
    return found
  }

  private func payProblems(
    _ place: ColumnPlace, _ share: (RowTally) -> String
  ) -> [SourceProblem] {
    var refused = RowTally()
    var names: [String] = []
    if negative.count > 0, column.minimum.map({ $0 >= 0 }) ?? true {
      refused.add(negative)
      names.append("\(ProblemText.grouped(negative.count)) negative")
    }
    if zero.count > 0, !isBonus, column.minimum == nil {
      refused.add(zero)
      names.append("\(ProblemText.grouped(zero.count)) zero")
    }
    var found = place.problem(
      .payNotPositive, refused,
      "\(share(refused)) are not positive (\(names.joined(separator: ", ")))")
    if values >= 10, smallest == largest, !isBonus {
      found += [
        ProblemCode.allEqual.problem(
          file: place.file, column: place.column, count: values,
          message: "all \(ProblemText.counted(values, "number")) are the same")
      ]
    }
    return found
  }

  private func suppressedProblems(_ place: ColumnPlace) -> [SourceProblem] {
    guard let marks = shapes[.suppressed] else { return [] }
    return place.problem(
      .suppressedCells, marks,
      "\(ProblemText.counted(marks.count, "field")) hold marks of suppressed cells")
  }

  private func countProblems(_ place: ColumnPlace) -> [SourceProblem] {
    var malformed = finer
    for shape in NumberShape.allCases where shape != .suppressed {
      if let tally = shapes[shape] { malformed.add(tally) }
    }
    malformed.add(negative)
    return suppressedProblems(place)
      + place.problem(
        .malformedCount, malformed,
        "\(ProblemText.counted(malformed.count, "field")) are not whole numbers from 0")
  }
}
