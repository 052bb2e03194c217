/// What is compared with what: intersections, pay, benchmarks, targets.
extension ConfigurationBuilder {
  /// Reads `[[intersections]]`.
  mutating func readIntersections() -> [[String]] {
    var result: [[String]] = []
    for table in root["intersections"]?.list ?? [] {
      var ids: [String] = []
      for element in table["attributes"]?.list ?? [] {
        guard let id = element.text else { continue }
        _ = attribute(named: id, at: element, in: "[[intersections]]")
        if ids.contains(id) {
          report(
            .nameTwice, element, "attribute \(TOMLText.quoted(id)) is twice in [[intersections]]",
            "remove one of them")
        }
        ids.append(id)
      }
      if result.contains(where: { $0.sorted() == ids.sorted() }) {
        report(
          .nameTwice, table, "the combination of \(ids.joined(separator: " and ")) is listed twice",
          "remove one of them")
      }
      result.append(ids)
    }
    return result
  }

  /// Reads `[pay]`.
  mutating func readPay() -> PayConfiguration? {
    guard let pay = root["pay"], pay.entries != nil else { return nil }
    let found = measure(pay["measure"])
    let bonus = measure(pay["bonus"])
    return found.map { PayConfiguration(measure: $0, bonus: bonus) }
  }

  /// Reads `[training]`.
  mutating func readTrainingCost() -> Double? {
    guard let node = root["training"]?["cost_per_enrolment"], let cost = node.number else {
      return nil
    }
    if cost <= 0 || !cost.isFinite {
      report(
        .badValue, node, "cost_per_enrolment in [training] is not above 0",
        "write the amount, or remove the key")
    }
    return cost
  }

  private mutating func measure(_ node: ConfigurationNode?) -> PayConfiguration.Measure? {
    guard let node, let id = node.text else { return nil }
    if let found = measures[id] { return found }
    reportUnknown(
      .unknownMeasure, node, "measure", id, among: measureIDs, in: "[pay]",
      fix: "map it to a column with a unit, or derive it under [derived.\(TOMLText.key(id))]")
    return nil
  }

  /// Reads `[[benchmarks]]`.
  mutating func readBenchmarks() -> [BenchmarkConfiguration] {
    (root["benchmarks"]?.list ?? []).enumerated().compactMap { index, table in
      benchmark(table, place: "[[benchmarks]] number \(index + 1)")
    }
  }

  private mutating func benchmark(
    _ table: ConfigurationNode, place: String
  ) -> BenchmarkConfiguration? {
    guard table.entries != nil else { return nil }
    let level = table["level"]?.text.map { Self.trimmed($0) }
    if let node = table["attribute"], let id = node.text,
      let found = attribute(named: id, at: node, in: place), let level, let at = table["level"]
    {
      hasLevel(level, found, at: at, in: place)
    }
    share(table["value"], place)
    if let error = table["standard_error"], let number = error.number, !(number >= 0) {
      report(
        .badValue, error, "the standard error in \(place) is negative",
        "write a number of 0 or more, or \"unknown\"")
    }
    var within: [BenchmarkConfiguration.Condition] = []
    for entry in table["within"]?.entries ?? [] {
      guard let label = entry.node.text.map({ Self.trimmed($0) }) else { continue }
      if let found = attribute(named: entry.key, at: entry.node, in: "within of \(place)") {
        hasLevel(label, found, at: entry.node, in: "within of \(place)")
      }
      within.append(BenchmarkConfiguration.Condition(attribute: entry.key, level: label))
    }
    return BenchmarkConfiguration(
      attribute: table["attribute"]?.text ?? "", level: level ?? "",
      value: table["value"]?.number ?? 0, standardError: table["standard_error"]?.number,
      within: within, source: table["source"]?.text ?? "", date: table["date"]?.text ?? "",
      note: table["note"]?.text)
  }

  /// Checks a share of people.
  private mutating func share(_ node: ConfigurationNode?, _ place: String) {
    guard let node, let value = node.number, value.isFinite, !(0...1).contains(value) else {
      return
    }
    report(
      .badValue, node, "\"value\" in \(place) is \(TOMLText.value(node)), which is no share",
      "write a number from 0 to 1, for example 0.45 for 45%")
  }

  /// Reads `[[scenarios]]`.
  mutating func readScenarios() -> [ScenarioConfiguration] {
    (root["scenarios"]?.list ?? []).enumerated().compactMap { index, table in
      guard table.entries != nil else { return nil }
      let place = "[[scenarios]] number \(index + 1)"
      let level = table["level"]?.text.map { Self.trimmed($0) } ?? ""
      if let node = table["attribute"], let id = node.text,
        let found = attribute(named: id, at: node, in: place), let at = table["level"]
      {
        hasLevel(level, found, at: at, in: place)
      }
      if let node = table["hire_share"], let value = node.number, !(0...1).contains(value) {
        report(
          .badValue, node,
          "\"hire_share\" in \(place) is \(TOMLText.value(node)), which is no share",
          "write a number from 0 to 1, for example 0.5 for half of all hires")
      }
      for key in ["hires", "exits"] {
        guard let node = table[key], let value = node.number, !(0...10).contains(value) else {
          continue
        }
        report(
          .badValue, node,
          "\"\(key)\" in \(place) is \(TOMLText.value(node)), which does not lie between 0 and 10",
          "write what the rate is multiplied by, for example 0.8 for a fifth less")
      }
      if ["hire_share", "hires", "exits"].allSatisfy({ table[$0] == nil }) {
        report(
          .missingKey, table, "\(place) changes nothing",
          "add hire_share = 0.5, hires = 1.2 or exits = 0.8")
      }
      return ScenarioConfiguration(
        name: table["name"]?.text ?? "", attribute: table["attribute"]?.text ?? "", level: level,
        hireShare: table["hire_share"]?.number, hires: table["hires"]?.number,
        exits: table["exits"]?.number)
    }
  }

  /// Reads `[[breaks]]`.
  mutating func readBreaks(firstMonth: Int) -> [BreakConfiguration] {
    (root["breaks"]?.list ?? []).enumerated().compactMap { index, table in
      guard table.entries != nil else { return nil }
      let place = "[[breaks]] number \(index + 1)"
      if let node = table["attribute"], let id = node.text {
        _ = attribute(named: id, at: node, in: place)
      }
      if let node = table["quarter"], let label = node.text, !label.isEmpty {
        checkQuarter(label, at: node, firstMonth: firstMonth, in: place)
      }
      return BreakConfiguration(
        attribute: table["attribute"]?.text ?? "", quarter: table["quarter"]?.text ?? "",
        text: table["text"]?.text ?? "")
    }
  }

  /// Reads `[targets]`, whose keys are `attribute.level.scope`.
  mutating func readTargets(firstMonth: Int) -> [TargetConfiguration] {
    var targets: [TargetConfiguration] = []
    for entry in root["targets"]?.entries ?? [] where entry.node.entries != nil {
      let node = entry.node
      let place = "[targets] \(TOMLText.quoted(entry.key))"
      share(node["value"], place)
      if let by = node["by"], let label = by.text, !label.isEmpty {
        checkQuarter(label, at: by, firstMonth: firstMonth, in: place)
      }
      guard let first = entry.key.firstIndex(of: "."), let last = entry.key.lastIndex(of: "."),
        first < last
      else {
        report(
          .badValue, node, "the target \(TOMLText.quoted(entry.key)) has no three parts",
          "write \"attribute.level.scope\", for example \"gender.Women.leadership\"")
        continue
      }
      let id = String(entry.key[..<first])
      let level = Self.trimmed(String(entry.key[entry.key.index(after: first)..<last]))
      let scopeName = String(entry.key[entry.key.index(after: last)...])
      if let found = attribute(named: id, at: node, in: place) {
        hasLevel(level, found, at: node, in: place)
      }
      let scopes = TargetConfiguration.Scope.allCases.map(\.rawValue)
      guard let scope = TargetConfiguration.Scope(rawValue: scopeName) else {
        reportUnknown(
          .notAChoice, node, "scope", scopeName, among: scopes, in: place,
          fix: "write one of \(Self.list(scopes))")
        continue
      }
      if scope == .leadership && root["levels"]?["leadership_from"] == nil {
        report(
          .missingKey, node, "\(place) is for leadership, which is not declared",
          "add leadership_from to [levels]")
      }
      targets.append(
        TargetConfiguration(
          attribute: id, level: level, scope: scope, value: node["value"]?.number ?? 0,
          by: node["by"]?.text ?? ""))
    }
    return targets
  }
}
