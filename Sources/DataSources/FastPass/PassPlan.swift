import Aggregates

/// What one pass over a file reads and sums up, worked out from the schema and the queries.
struct PassPlan: Sendable {
  /// A column whose fields become levels.
  struct LevelField: Sendable {
    let field: Int
    let declaration: AttributeColumn
    let lookup: LevelLookup
  }

  /// A column whose fields become amounts.
  struct NumberField: Sendable {
    let field: Int
    let declaration: NumberColumn
    let parser: FixedPointParser
  }

  /// A column whose fields become days.
  struct DateField: Sendable {
    let field: Int
    let declaration: DateColumn
    let parser: DateParser
  }

  /// An attribute made from the days of a date column.
  struct DayLevels: Sendable {
    let date: Int
    let attribute: Attribute
    let rule: DerivedAttribute.Rule
    /// Levels by quarter or by completed years, from `lowest` on; -1 for none.
    let levels: [Int32]
    let lowest: Int
    /// The day completed years are counted to.
    let onDay: CalendarDay?
    /// The level of people without a date, -1 for none.
    let blank: Int32
  }

  /// A measure made by dividing one number by another.
  struct Quotient: Sendable {
    let declaration: DerivedMeasure
    let numerator: Int
    let denominator: Int
    /// What numerator and denominator are multiplied by.
    let numeratorFactor: Int128
    let denominatorFactor: Int128
  }

  /// A test of a row's level.
  struct Filter: Sendable {
    let slot: Int
    let isAllowed: [Bool]
  }

  /// A measure to sum up.
  struct Sum: Sendable {
    let id: String
    let slot: Int
    let scale: Int
    let keepsValues: Bool
  }

  /// A query in terms of slots.
  struct Query: Sendable {
    let attributes: [Attribute]
    let slots: [Int]
    let strides: [Int]
    /// The number of combinations of levels.
    let cells: Int
    let filters: [Filter]
    let sums: [Sum]
  }

  let delimiter: UInt8
  /// Fields of every record.
  let width: Int
  var levels: [LevelField] = []
  var numbers: [NumberField] = []
  var dates: [DateField] = []
  /// The field of how many people a row stands for.
  let countField: Int?
  let countParser: FixedPointParser
  /// Slots of codes after those of `levels`.
  var dayLevels: [DayLevels] = []
  /// Slots of values after those of `numbers`.
  var quotients: [Quotient] = []
  var queries: [Query] = []

  var codeSlots: Int { levels.count + dayLevels.count }
  var valueSlots: Int { numbers.count + quotients.count }

  /// The column of how many people a row stands for.
  static let countColumn = NumberColumn(
    id: "count", title: "Count", unit: "people", scale: 0, minimum: 0)
}

/// Works out the plan of a pass; what the queries ask for and the input lacks are problems.
struct PassPlanner {
  private let schema: InputSchema
  private let file: String
  /// The field of each declared column.
  private let fields: [Int]
  private var plan: PassPlan
  private var problems: [SourceProblem] = []
  private var codeOfAttribute: [String: Code] = [:]
  private var numberOfColumn: [Int: Int] = [:]
  private var dateOfColumn: [Int: Int] = [:]

  /// Derived slots are numbered after the pass knows how many columns are read.
  private enum Code: Hashable {
    case column(Int)
    case derived(Int)
  }

  static func plan(
    _ queries: [AggregateQuery], schema: InputSchema, file: String, width: Int, delimiter: UInt8,
    fields: [Int]
  ) throws(SourceProblems) -> PassPlan {
    var planner = PassPlanner(
      schema: schema, file: file, width: width, delimiter: delimiter, fields: fields)
    for query in queries { planner.readAttributes(of: query) }
    for query in queries { planner.readNumbers(of: query) }
    for query in queries { planner.add(query) }
    if !planner.problems.isEmpty { throw SourceProblems(planner.problems) }
    return planner.plan
  }

  private init(
    schema: InputSchema, file: String, width: Int, delimiter: UInt8, fields: [Int]
  ) {
    self.schema = schema
    self.file = file
    self.fields = fields
    let count = schema.columns.firstIndex { $0.role == .count }
    plan = PassPlan(
      delimiter: delimiter, width: width, countField: count.map { fields[$0] },
      countParser: FixedPointParser(PassPlan.countColumn, missing: schema.format.missing))
  }

  private mutating func refuse(_ message: String, code: ProblemCode = .missingColumn) {
    problems.append(
      code.problem(
        file: file, message: message,
        fix: "declare it under [mapping.\(schema.id)], or correct the analysis", exitCode: 78))
  }

  // MARK: Attributes

  private mutating func readAttributes(of query: AggregateQuery) {
    if query.input != schema.id {
      refuse("a query asks for the input \(query.input), and this is \(schema.id)")
    }
    for id in query.attributes + query.filters.map(\.attribute) where codeOfAttribute[id] == nil {
      readAttribute(id)
    }
  }

  private mutating func readAttribute(_ id: String) {
    for (index, column) in schema.columns.enumerated() {
      if case .attribute(let declaration) = column.role, declaration.attribute.id == id {
        codeOfAttribute[id] = .column(plan.levels.count)
        plan.levels.append(
          PassPlan.LevelField(
            field: fields[index], declaration: declaration,
            lookup: LevelLookup(declaration, missing: schema.format.missing)))
        return
      }
    }
    guard let derived = schema.derivedAttributes.first(where: { $0.attribute.id == id }) else {
      refuse("a query names the attribute \(id), which is not declared")
      return
    }
    guard let date = dateIndex(derived.date) else {
      refuse("the attribute \(id) is made from the date \(derived.date), which is not declared")
      return
    }
    guard let levels = dayLevels(derived, date: date) else {
      refuse("the rule of the attribute \(id) does not fit its levels", code: .malformedDate)
      return
    }
    codeOfAttribute[id] = .derived(plan.dayLevels.count)
    plan.dayLevels.append(levels)
  }

  private mutating func dateIndex(_ id: String) -> Int? {
    for (index, column) in schema.columns.enumerated() {
      guard case .date(let declaration) = column.role, declaration.id == id else { continue }
      if let known = dateOfColumn[index] { return known }
      guard
        let parser = DateParser(format: declaration.format, missing: schema.format.missing)
      else { return nil }
      dateOfColumn[index] = plan.dates.count
      plan.dates.append(
        PassPlan.DateField(field: fields[index], declaration: declaration, parser: parser))
      return plan.dates.count - 1
    }
    return nil
  }

  private func dayLevels(_ derived: DerivedAttribute, date: Int) -> PassPlan.DayLevels? {
    let levels = derived.attribute.levels
    let blank = levels.firstIndex { $0.declaration == .blank }.map { Int32($0) } ?? -1
    var table: [Int32]
    let lowest: Int
    var onDay: CalendarDay?
    switch derived.rule {
    case .quarter(let firstMonth):
      guard (1...12).contains(firstMonth) else { return nil }
      lowest = 1899 * 4
      table = (lowest..<2202 * 4).map { index in
        let label = "\(firstMonth == 1 ? "" : "FY")\(index / 4)Q\(index % 4 + 1)"
        return levels.firstIndex { $0.label == label }.map { Int32($0) } ?? -1
      }
    case .completedYears(let text, let lowerBounds):
      let parsed = Array(text.utf8).withUnsafeBytes {
        DateParser(format: "yyyy-MM-dd", missing: [])?.parse($0)
      }
      guard case .value(let day) = parsed, lowerBounds.count <= levels.count else { return nil }
      onDay = day
      lowest = -300
      table = (lowest...300).map { years in
        Int32((lowerBounds.lastIndex { $0 <= years }) ?? -1)
      }
    }
    return PassPlan.DayLevels(
      date: date, attribute: derived.attribute, rule: derived.rule, levels: table, lowest: lowest,
      onDay: onDay, blank: blank)
  }

  // MARK: Numbers

  /// Decimals that sums can keep.
  private static let scales = 0...9

  private mutating func readNumbers(of query: AggregateQuery) {
    for measure in query.measures {
      if numberIndex(measure.measure) != nil { continue }
      guard let derived = schema.derivedMeasures.first(where: { $0.id == measure.measure }) else {
        refuse("a query names the measure \(measure.measure), which is not declared")
        continue
      }
      if plan.quotients.contains(where: { $0.declaration.id == derived.id }) { continue }
      if !Self.scales.contains(derived.scale) { refuseScale(derived.id) }
      guard let numerator = numberIndex(derived.numerator),
        let denominator = numberIndex(derived.denominator), derived.factor != 0
      else {
        refuse("the measure \(derived.id) is made from columns that are not declared")
        continue
      }
      // numerator / 10^a / (factor · denominator / 10^b) · 10^scale
      let power =
        plan.numbers[denominator].parser.scale + derived.scale
        - plan.numbers[numerator].parser.scale
      plan.quotients.append(
        PassPlan.Quotient(
          declaration: derived, numerator: numerator, denominator: denominator,
          numeratorFactor: Self.powerOfTen(power),
          denominatorFactor: Self.powerOfTen(-power) * Int128(derived.factor)))
    }
  }

  private mutating func refuseScale(_ id: String) {
    refuse("the measure \(id) keeps more decimals than nine", code: .tooManyDecimals)
  }

  private static func powerOfTen(_ power: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<max(0, min(power, 18)) { result *= 10 }
    return result
  }

  private mutating func numberIndex(_ id: String) -> Int? {
    for (index, column) in schema.columns.enumerated() {
      guard case .measure(let declaration) = column.role, declaration.id == id else { continue }
      if let known = numberOfColumn[index] { return known }
      if !Self.scales.contains(declaration.scale) { refuseScale(id) }
      numberOfColumn[index] = plan.numbers.count
      plan.numbers.append(
        PassPlan.NumberField(
          field: fields[index], declaration: declaration,
          parser: FixedPointParser(declaration, missing: schema.format.missing)))
      return plan.numbers.count - 1
    }
    return nil
  }

  // MARK: Queries

  private mutating func add(_ query: AggregateQuery) {
    var attributes: [Attribute] = []
    var slots: [Int] = []
    var filters: [PassPlan.Filter] = []
    for id in query.attributes {
      guard let (slot, attribute) = slot(of: id) else { return }
      attributes.append(attribute)
      slots.append(slot)
      if slot >= plan.levels.count {
        // Rows whose day has no level are left out.
        filters.append(
          PassPlan.Filter(slot: slot, isAllowed: attribute.levels.map { _ in true } + [false]))
      }
    }
    for filter in query.filters {
      guard let (slot, attribute) = slot(of: filter.attribute) else { return }
      for label in filter.levels where !attribute.levels.contains(where: { $0.label == label }) {
        refuse("a query keeps the level \"\(label)\" of \(attribute.id), which is not declared")
      }
      filters.append(
        PassPlan.Filter(
          slot: slot,
          isAllowed: attribute.levels.map { filter.levels.contains($0.label) } + [false]))
    }
    var strides = [Int](repeating: 1, count: slots.count)
    var cells = 1
    for index in attributes.indices.reversed() {
      strides[index] = cells
      let (product, overflow) = cells.multipliedReportingOverflow(
        by: max(1, attributes[index].levels.count))
      guard !overflow, product < 1 << 62 else {
        refuse("a query splits people by more combinations of levels than can be numbered")
        return
      }
      cells = product
    }
    var sums: [PassPlan.Sum] = []
    for measure in query.measures {
      if let number = numberIndex(measure.measure) {
        sums.append(
          PassPlan.Sum(
            id: measure.measure, slot: number, scale: plan.numbers[number].parser.scale,
            keepsValues: measure.valueCounts))
      } else if let quotient = plan.quotients.firstIndex(where: {
        $0.declaration.id == measure.measure
      }) {
        sums.append(
          PassPlan.Sum(
            id: measure.measure, slot: plan.numbers.count + quotient,
            scale: plan.quotients[quotient].declaration.scale, keepsValues: measure.valueCounts))
      }
    }
    plan.queries.append(
      PassPlan.Query(
        attributes: attributes, slots: slots, strides: strides, cells: cells, filters: filters,
        sums: sums))
  }

  private func slot(of id: String) -> (Int, Attribute)? {
    switch codeOfAttribute[id] {
    case .column(let index): (index, plan.levels[index].declaration.attribute)
    case .derived(let index): (plan.levels.count + index, plan.dayLevels[index].attribute)
    case nil: nil
    }
  }
}
