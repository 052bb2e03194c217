import Aggregates
import DataSources

/// Mappings: what the columns of a file are.
extension ConfigurationBuilder {
  /// What an event can be.
  static let events = ["Hire", "Exit", "Promotion", "Move", "Reclassification", "Declaration"]

  /// Reads `[mapping.ID]` into an input.
  mutating func readMapping(
    _ mapping: ConfigurationNode, of input: inout DeclaredInput, isKnown: Bool
  ) {
    let heading = "[mapping.\(TOMLText.key(input.id))]"
    var users: [(place: ColumnSchema.Place, name: String)] = []
    for entry in mapping.entries ?? [] {
      if entry.key == "drop" {
        for element in entry.node.list ?? [] {
          guard let place = place(element, input, heading: heading) else { continue }
          checkOnce(place, "drop", at: element, &users, heading: heading)
          input.columns.append(ColumnSchema(place, .drop))
        }
        continue
      }
      let options = entry.node.entries == nil ? nil : entry.node
      guard let node = options?["column"] ?? (options == nil ? entry.node : nil),
        let place = place(node, input, heading: heading)
      else {
        // The shape check has said what is wrong; the name still counts as declared.
        noteMeasure(entry.key, options)
        continue
      }
      checkOnce(place, entry.key, at: node, &users, heading: heading)
      if entry.key == "skills" {
        if input.kind == .skills {
          allow(["multi"], options, "a list of skills", heading)
          input.columns += skillColumns(place, entry.node, input, heading: heading)
        } else {
          report(
            .badOption, entry.node, "\"skills\" in \(heading) is for skills only",
            "remove it, or write kind = \"skills\" in [inputs.\(TOMLText.key(input.id))]")
        }
        continue
      }
      if let role = role(of: entry.key, entry.node, options, &input, heading: heading) {
        input.columns.append(ColumnSchema(place, role))
      }
    }
    if isKnown { checkRequired(mapping, input, heading: heading) }
    if let date = ["snapshot_date", "date", "entered_on"].first(where: input.dates.contains) {
      addQuarter(to: &input, date: date)
      if input.dates.contains("hire_date") { addHireQuarter(to: &input) }
    }
  }

  /// Rows with the day somebody was hired get its quarter, of those reported and the ten years
  /// before them; earlier ones are outside.
  private func addHireQuarter(to input: inout DeclaredInput) {
    let period = quarters
    let last = period.labels.last.flatMap { Quarter($0, firstMonth: period.firstMonth) }
    let labels = last?.history(period.labels.count + 40).map(\.label) ?? []
    input.derivedAttributes.append(
      DerivedAttribute(
        attribute: Attribute(
          id: "hire_quarter", title: "Quarter of hiring",
          levels: labels.map { Level($0) } + [.blank], isOrdered: true),
        date: "hire_date", rule: .quarter(firstMonth: period.firstMonth)))
  }

  /// Every input with a date gets the quarters of the report as an attribute.
  private func addQuarter(to input: inout DeclaredInput, date: String) {
    let period = quarters
    input.derivedAttributes.append(
      DerivedAttribute(
        attribute: Attribute(
          id: "quarter", title: "Quarter", levels: period.labels.map { Level($0) },
          isOrdered: true),
        date: date, rule: .quarter(firstMonth: period.firstMonth)))
  }

  /// The place of a column, by header or by number as the input has it.
  private mutating func place(
    _ node: ConfigurationNode, _ input: DeclaredInput, heading: String
  ) -> ColumnSchema.Place? {
    let byPosition = input.node["columns_by_position"]?.truth ?? false
    if let number = node.whole {
      if !byPosition {
        report(
          .badPlace, node, "column \(number) in \(heading) is a number, but columns have headers",
          "write the header in quotes, or columns_by_position = true in the input")
      }
      return .position(number)
    }
    guard let header = node.text.map({ Self.trimmed($0) }), !header.isEmpty else { return nil }
    if byPosition {
      report(
        .badPlace, node,
        "column \(TOMLText.quoted(header)) in \(heading) is a header, but columns are by position",
        "write the number of the column, 1 for the first")
    }
    return .header(header)
  }

  private mutating func checkOnce(
    _ place: ColumnSchema.Place, _ name: String, at node: ConfigurationNode,
    _ users: inout [(place: ColumnSchema.Place, name: String)], heading: String
  ) {
    if let other = users.first(where: { $0.place == place })?.name {
      let column =
        switch place {
        case .header(let header): "column \(TOMLText.quoted(header))"
        case .position(let number): "column \(number)"
        }
      let both = other == name ? "twice in \(name)" : "mapped to \(other) and to \(name)"
      report(.columnTwice, node, "\(column) in \(heading) is \(both)", "keep one of them")
    }
    users.append((place, name))
  }

  // MARK: - Roles

  private mutating func role(
    of id: String, _ node: ConfigurationNode, _ options: ConfigurationNode?,
    _ input: inout DeclaredInput, heading: String
  ) -> ColumnSchema.Role? {
    if Self.keys.contains(id) {
      allow([], options, "a key", heading)
      return .key(id)
    }
    if id == "count" {
      allow([], options, "a count", heading)
      return .count
    }
    if id == "kind" || id == "stage" {
      return special(id, node, options, input, heading: heading)
    }
    if let found = declared(id) {
      allow(["multi", "multi_level"], options, "an attribute", heading)
      return .attribute(attributeColumn(found, options, heading: heading))
    }
    if Self.dates.contains(id) || options?["format"] != nil {
      allow(["format"], options, "a date", heading)
      if !Self.dates.contains(id) { checkIdentifier(id, at: node, what: "date") }
      input.dates.append(id)
      return .date(dateColumn(id, options, heading: heading))
    }
    if options?["unit"] != nil {
      allow(
        ["unit", "title", "decimal", "group", "scale", "minimum", "maximum"], options, "a measure",
        heading)
      checkIdentifier(id, at: node, what: "measure")
      input.measures.append(id)
      return .measure(numberColumn(id, node, options, heading: heading))
    }
    let candidates =
      attributes.map(\.id) + Self.keys + Self.dates + ["count", "kind", "stage", "drop"]
    let meant = EditDistance.nearest(to: id, among: candidates)
    if let meant { meantAttributes.append(meant) }
    reportUnknown(
      .unknownMapping, node, "name", id, among: candidates, in: heading,
      fix: "declare [attributes.\(TOMLText.key(id))], or give the column a unit (a measure) "
        + "or a format (a date), or list the column under drop")
    return nil
  }

  /// Notes a measure whose column could not be read, so that it is not called unknown elsewhere.
  private mutating func noteMeasure(_ id: String, _ options: ConfigurationNode?) {
    if let unit = options?["unit"]?.text { register(id, title: nil, unit: unit, scale: 2) }
  }

  private mutating func special(
    _ id: String, _ node: ConfigurationNode, _ options: ConfigurationNode?, _ input: DeclaredInput,
    heading: String
  ) -> ColumnSchema.Role? {
    allow([], options, "this column", heading)
    let kinds: [InputSchema.Kind] = id == "kind" ? [.events] : [.applications, .training]
    guard kinds.contains(input.kind) else {
      let names = kinds.map(\.rawValue).joined(separator: " and ")
      report(
        .badOption, node, "\"\(id)\" in \(heading) is for \(names) only",
        "remove it, or write kind = \"\(kinds[0].rawValue)\" in "
          + "[inputs.\(TOMLText.key(input.id))]")
      return nil
    }
    if input.kind == .training, input.stages.isEmpty {
      report(
        .missingKey, input.node,
        "missing key \"stages\" in [inputs.\(TOMLText.key(input.id))], whose mapping has a stage",
        "list the stages in order, the first one first")
    }
    let levels = (id == "kind" ? Self.events : input.stages).map { Level($0) }
    let attribute =
      switch (id, input.kind) {
      case ("kind", _): Attribute(id: "event", title: "Event", levels: levels, isOrdered: false)
      // Its stages are others than those of applications.
      case (_, .training):
        Attribute(
          id: "training_step", title: "Step of training", levels: levels, isOrdered: true)
      default: Attribute(id: "stage", title: "Stage", levels: levels, isOrdered: true)
      }
    let labels = levels.isEmpty ? [:] : readTexts(attribute.id, levels: levels)
    return .attribute(AttributeColumn(attribute: attribute, labels: labels))
  }

  private mutating func attributeColumn(
    _ found: DeclaredAttribute, _ options: ConfigurationNode?, heading: String
  ) -> AttributeColumn {
    var several: AttributeColumn.MultipleAnswers?
    if let separator = options?["multi"]?.text {
      let label = options?["multi_level"]?.text.map { Self.trimmed($0) } ?? "Two or more"
      hasLevel(
        label, found, at: options?["multi_level"] ?? options?["multi"] ?? found.node, in: heading,
        declaredOnly: true)
      several = AttributeColumn.MultipleAnswers(separator: separator, level: label)
    } else if let level = options?["multi_level"] {
      report(
        .badOption, level, "\"multi_level\" in \(heading) stands without \"multi\"",
        "add multi with the text between answers, for example \";\"")
    }
    return AttributeColumn(
      attribute: found.configuration.attribute, labels: found.labels, multipleAnswers: several)
  }

  private mutating func dateColumn(
    _ id: String, _ options: ConfigurationNode?, heading: String
  ) -> DateColumn {
    guard let node = options?["format"], let format = node.text else { return DateColumn(id: id) }
    if !format.contains("yyyy") || !format.contains("M") || !format.contains("d") {
      report(
        .badValue, node,
        "the date format \(TOMLText.quoted(format)) in \(heading) needs year, month and day",
        "write a pattern of yyyy, MM or M, and dd or d, for example \"dd/MM/yyyy\"")
    }
    return DateColumn(id: id, format: format)
  }

  private mutating func numberColumn(
    _ id: String, _ node: ConfigurationNode, _ options: ConfigurationNode?, heading: String
  ) -> NumberColumn {
    let unit = options?["unit"]?.text ?? ""
    let decimal = options?["decimal"]?.text ?? "."
    let group = options?["group"]?.text
    let minimum = options?["minimum"]?.number
    let maximum = options?["maximum"]?.number
    if decimal == group {
      report(
        .badValue, options?["group"] ?? node,
        "\"decimal\" and \"group\" of \(id) in \(heading) are the same mark",
        "write two different marks")
    }
    if let minimum, let maximum, minimum > maximum {
      report(
        .badValue, options?["minimum"] ?? node,
        "\"minimum\" of \(id) in \(heading) is above \"maximum\"", "swap them")
    }
    checkCurrency(unit, at: options?["unit"] ?? node, heading: heading)
    let scale = options?["scale"]?.whole ?? 2
    let title = options?["title"]?.text
    if let other = measures[id], other.unit != unit {
      report(
        .badOption, options?["unit"] ?? node,
        "measure \(id) is in \(TOMLText.quoted(unit)) in \(heading) and in "
          + "\(TOMLText.quoted(other.unit)) elsewhere", "use one unit, or another name")
    }
    register(id, title: title, unit: unit, scale: scale)
    return NumberColumn(
      id: id, title: title ?? Self.words(id), unit: unit, decimalSeparator: decimal,
      groupSeparator: group, scale: scale, minimum: minimum, maximum: maximum)
  }

  /// Keeps the first declaration of a measure.
  mutating func register(_ id: String, title: String?, unit: String, scale: Int) {
    guard measures[id] == nil else { return }
    measures[id] = PayConfiguration.Measure(
      id: id, title: title ?? Self.words(id), unit: unit, scale: scale)
    measureIDs.append(id)
  }

  /// Checks that an amount is in the run's currency: `USD/year` begins with a code.
  mutating func checkCurrency(_ unit: String, at node: ConfigurationNode, heading: String) {
    guard !currency.isEmpty, let code = unit.split(separator: "/").first, unit.contains("/"),
      code.utf8.count == 3,
      code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
      code != currency
    else { return }
    report(
      .currency, node, "the unit \(TOMLText.quoted(unit)) in \(heading) is not in \(currency)",
      "one run has one currency: set currency in [organisation], or report the others apart")
  }

  // MARK: - Checks

  /// Reports options that do not belong to the kind of column.
  private mutating func allow(
    _ allowed: [String], _ options: ConfigurationNode?, _ what: String, _ heading: String
  ) {
    for entry in options?.entries ?? [] {
      guard entry.key != "column", FormatDeclaration.columnOptions.key(entry.key) != nil,
        !allowed.contains(entry.key)
      else { continue }
      report(
        .badOption, entry.node, "\"\(entry.key)\" in \(heading) does not belong to \(what)",
        "remove it")
    }
  }

  private mutating func checkRequired(
    _ mapping: ConfigurationNode, _ input: DeclaredInput, heading: String
  ) {
    let isPublished = input.node["source"]?.text == "already-published"
    let required: [String] =
      switch input.kind {
      case .events: isPublished ? ["kind"] : ["kind", "date"]
      case .applications: ["stage"]
      case .skills: ["snapshot_date", "skills"]
      case .snapshots, .training, .vacancies: []
      }
    let names = (mapping.entries ?? []).map(\.key)
    for key in required where !names.contains(key) && !meantAttributes.contains(key) {
      let what = FormatDeclaration.mapping.key(key)?.documentation ?? ""
      report(.missingKey, mapping, "missing key \"\(key)\" in \(heading)", "add it: \(what)")
    }
  }
}
