import Aggregates
import DataSources

/// Measures and attributes made from columns.
extension ConfigurationBuilder {
  private static let measureKeys = ["numerator", "denominator", "factor", "scale", "unit"]
  private static let attributeKeys = [
    "date", "on", "bounds", "labels", "role", "reference", "focal", "merge",
  ]

  /// Reads `[derived]` and gives each derivation to the inputs that have its columns.
  mutating func readDerived(_ period: PeriodConfiguration) {
    for entry in root["derived"]?.entries ?? [] where entry.node.entries != nil {
      let node = entry.node
      let heading = "[derived.\(TOMLText.key(entry.key))]"
      checkIdentifier(entry.key, at: node, what: "name")
      if declared(entry.key) != nil || measures[entry.key] != nil
        || inputs.contains(where: { $0.dates.contains(entry.key) })
      {
        report(
          .nameTwice, node, "\(entry.key) in \(heading) is declared elsewhere too",
          "choose another identifier")
        continue
      }
      let title = node["title"]?.text ?? Self.words(entry.key)
      computed["\(heading) title"] = TOMLText.quoted(title)
      let isMeasure = node["numerator"] != nil || node["denominator"] != nil
      if isMeasure {
        refuse(Self.attributeKeys, node, "an attribute", heading)
        readMeasure(entry.key, node, title: title, heading: heading)
      } else if node["date"] != nil {
        refuse(Self.measureKeys, node, "a measure", heading)
        readAttribute(entry.key, node, title: title, heading: heading, period)
      } else {
        report(
          .missingKey, node, "\(heading) has neither \"numerator\" nor \"date\"",
          "add numerator and denominator for a measure, or date for an attribute")
      }
    }
  }

  /// Reports keys of the other sort of derivation.
  private mutating func refuse(
    _ keys: [String], _ node: ConfigurationNode, _ what: String, _ heading: String
  ) {
    for key in keys {
      guard let option = node[key] else { continue }
      report(
        .badOption, option, "\"\(key)\" in \(heading) is for \(what) only", "remove it")
    }
  }

  private mutating func need(_ keys: [String], _ node: ConfigurationNode, _ heading: String) {
    for key in keys where node[key] == nil {
      let what = FormatDeclaration.derived.key(key)?.documentation ?? ""
      report(.missingKey, node, "missing key \"\(key)\" in \(heading)", "add it: \(what)")
    }
  }

  // MARK: - Measures

  private mutating func readMeasure(
    _ id: String, _ node: ConfigurationNode, title: String, heading: String
  ) {
    need(["numerator", "denominator", "unit"], node, heading)
    let unit = node["unit"]?.text ?? ""
    if let given = node["unit"] { checkCurrency(unit, at: given, heading: heading) }
    let columns = measureIDs.filter { id in inputs.contains { $0.measures.contains(id) } }
    let parts = ["numerator", "denominator"].compactMap { key -> String? in
      guard let given = node[key], let name = given.text else { return nil }
      if columns.contains(name) { return name }
      if measures[name] == nil || inputs.allSatisfy({ !$0.measures.contains(name) }) {
        reportUnknown(
          .unknownMeasure, given, "measure", name, among: columns, in: heading,
          fix: "map it to a column with a unit")
      }
      return nil
    }
    let scale = node["scale"]?.whole ?? 2
    register(id, title: title, unit: unit, scale: scale)
    guard parts.count == 2 else { return }
    let measure = DerivedMeasure(
      id: id, title: title, unit: unit, numerator: parts[0], denominator: parts[1],
      factor: node["factor"]?.whole ?? 1, scale: scale)
    var isUsed = false
    for index in inputs.indices where parts.allSatisfy(inputs[index].measures.contains) {
      inputs[index].derivedMeasures.append(measure)
      isUsed = true
    }
    if !isUsed {
      report(
        .unused, node, "no input has both \(parts[0]) and \(parts[1]) for \(heading)",
        "map both in one input")
    }
  }

  // MARK: - Attributes

  private mutating func readAttribute(
    _ id: String, _ node: ConfigurationNode, title: String, heading: String,
    _ period: PeriodConfiguration
  ) {
    need(["bounds", "labels", "role"], node, heading)
    let labels = (node["labels"]?.texts ?? []).map { Self.trimmed($0) }
    let bounds = (node["bounds"]?.list ?? []).compactMap(\.whole)
    checkBands(labels, bounds, node, heading)
    let role = node["role"]?.text.flatMap { AttributeConfiguration.Role(rawValue: $0) }
    let attribute = Attribute(
      id: id, title: title, levels: labels.map { Level($0) } + [.blank], isOrdered: true)
    let hasLevels = !labels.isEmpty
    let configuration = compare(
      attribute, role: role ?? .other, node, heading: heading, hasLevels: hasLevels,
      isDerived: true)
    attributes.append(
      DeclaredAttribute(
        configuration: configuration, labels: [:], node: node, hasLevels: hasLevels))
    guard let given = node["date"], let date = given.text else { return }
    let dates = inputs.flatMap(\.dates)
    guard dates.contains(date) else {
      reportUnknown(
        .unknownMeasure, given, "date", date, among: dates, in: heading,
        fix: "map it to a column with a format")
      return
    }
    let derived = DerivedAttribute(
      attribute: attribute, date: date,
      rule: .completedYears(
        onDay: node["on"]?.day ?? period.snapshotDate, lowerBounds: bounds))
    for index in inputs.indices where inputs[index].dates.contains(date) {
      inputs[index].derivedAttributes.append(derived)
    }
  }

  private mutating func checkBands(
    _ labels: [String], _ bounds: [Int], _ node: ConfigurationNode, _ heading: String
  ) {
    guard let boundsNode = node["bounds"], let labelsNode = node["labels"] else { return }
    for (index, element) in (labelsNode.list ?? []).enumerated() {
      guard let label = element.text.map({ Self.trimmed($0) }) else { continue }
      let isRepeated = (labelsNode.list ?? [])[..<index].contains {
        $0.text.map { Self.trimmed($0) } == label
      }
      if isRepeated || label == Level.blank.label {
        report(
          .nameTwice, element, "label \(TOMLText.quoted(label)) in \(heading) is used twice",
          "choose another label")
      }
    }
    if boundsNode.list?.count != labelsNode.list?.count {
      report(
        .badValue, boundsNode,
        "\(heading) has \(boundsNode.list?.count ?? 0) bounds and "
          + "\(labelsNode.list?.count ?? 0) labels", "write one bound per label")
    }
    if !zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }) {
      report(.badValue, boundsNode, "the bounds of \(heading) do not rise", "sort them")
    }
  }
}
