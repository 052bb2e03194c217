/// Who, when, how it is protected and judged, and what is written.
extension ConfigurationBuilder {
  /// Reads `[organisation]`.
  mutating func readOrganisation() -> OrganisationConfiguration {
    let table = root["organisation"]
    let locale = table?["locale"]?.text ?? "en-GB"
    let standard = locale == "en-US" ? "USD" : locale == "en-GB" ? "GBP" : "EUR"
    computed["[organisation] currency"] = TOMLText.quoted(standard)
    currency = table?["currency"]?.text ?? standard
    let isCode =
      currency.utf8.count == 3
      && currency.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if let node = table?["currency"], node.text != nil, !isCode {
      report(
        .badValue, node, "currency \(TOMLText.quoted(currency)) is not a code of three letters",
        "write a code such as \"GBP\", \"USD\" or \"EUR\"")
      currency = ""
    }
    return OrganisationConfiguration(
      name: table?["name"]?.text ?? "", locale: locale, currency: currency,
      status: table?["status"]?.text.flatMap { OrganisationConfiguration.Status(rawValue: $0) }
        ?? .final)
  }

  /// Reads `[period]`; the quarters are empty where the one reported could not be read.
  mutating func readPeriod() -> PeriodConfiguration {
    let table = root["period"]
    let firstMonth = readFirstMonth(table?["fiscal_year_start"])
    let label = table?["quarter"]?.text ?? ""
    let count = table?["quarters"]?.whole ?? 1
    let snapshot = table?["snapshot"]?.day ?? ""
    var quarters: [String] = []
    if let node = table?["quarter"], !label.isEmpty, let firstMonth {
      if checkQuarter(label, at: node, firstMonth: firstMonth, in: "[period]"),
        let quarter = Quarter(label, firstMonth: firstMonth)
      {
        quarters = quarter.history(min(max(count, 1), 80)).map(\.label)
        if let given = table?["snapshot"], let day = given.day, !quarter.contains(day: day) {
          report(
            .outsidePeriod, given, "the snapshot of \(day) is not in \(label)",
            "write a day of \(label), or another quarter")
        }
      }
    }
    return PeriodConfiguration(
      quarter: label, snapshotDate: snapshot, quarters: quarters, firstMonth: firstMonth ?? 1)
  }

  /// The month the year starts in; `nil` where it could not be read.
  private mutating func readFirstMonth(_ node: ConfigurationNode?) -> Int? {
    guard let node else { return 1 }
    guard let text = node.text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
      let day = Int(parts[1]), (1...12).contains(month), (1...31).contains(day)
    else {
      report(
        .badValue, node, "fiscal_year_start \(TOMLText.quoted(text)) is not a day of the year",
        "write month and day, for example \"04-01\"")
      return nil
    }
    if day != 1 {
      report(
        .badValue, node, "a year that starts on day \(day) of a month is not supported",
        "write the first day of the month, for example \"\(parts[0])-01\"")
      return nil
    }
    return month
  }

  /// Checks the form of a quarter's label.
  @discardableResult
  mutating func checkQuarter(
    _ label: String, at node: ConfigurationNode, firstMonth: Int, in place: String
  ) -> Bool {
    if Quarter(label, firstMonth: firstMonth) != nil { return true }
    let example = firstMonth == 1 ? "2025Q3" : "FY2025Q3"
    var fix = "write it as \"\(example)\""
    if firstMonth == 1 && label.hasPrefix("FY") {
      fix += "; fiscal quarters need fiscal_year_start in [period]"
    }
    report(.badQuarter, node, "\(TOMLText.quoted(label)) in \(place) is not a quarter", fix)
    return false
  }

  /// The quarters as they were read, for mappings.
  var quarters: (labels: [String], firstMonth: Int) {
    let table = root["period"]
    let month = table?["fiscal_year_start"]?.text.flatMap { Int($0.prefix(2)) } ?? 1
    guard let quarter = Quarter(table?["quarter"]?.text ?? "", firstMonth: month) else {
      return ([], month)
    }
    let count = min(max(table?["quarters"]?.whole ?? 1, 1), 80)
    return (quarter.history(count).map(\.label), month)
  }

  // MARK: - Privacy

  /// The smallest group an audience may be shown.
  private static let floors = ["public": 10, "internal": 5]

  /// Reads `[privacy]`.
  mutating func readPrivacy() -> PrivacyConfiguration {
    let table = root["privacy"]
    let audience = table?["audience"]?.text ?? "public"
    let floor = Self.floors[audience] ?? 0
    let group = table?["min_group"]?.whole ?? floor
    let isGroupSound = floorHolds(table?["min_group"], "min_group", floor, audience)
    let payFloor = max(10, isGroupSound ? group : floor)
    floorHolds(table?["min_group_pay"], "min_group_pay", payFloor, audience)
    computed["[privacy] min_group"] = "\(floor)"
    computed["[privacy] min_group_pay"] = "\(payFloor)"
    if let node = table?["ledger"], node.text != nil, table?["key_file"] == nil {
      report(
        .missingKey, node, "\"ledger\" in [privacy] needs \"key_file\", which is missing",
        "make a key with `parity init --out`, and name it: key_file = \"parity.key\"")
    }
    let rounding = table?["rounding"]
    if let rounding, let base = rounding.whole {
      if base < 2 || base > group {
        report(
          .badValue, rounding, "rounding to \(base) does not go with groups of \(group) or more",
          "write a number from 2 to \(max(2, group)), for example 5")
      }
      if let ledger = table?["ledger"] {
        report(
          .badOption, ledger, "a ledger holds exact releases, and this one is rounded",
          "leave out ledger or rounding")
      }
    }
    return PrivacyConfiguration(
      audience: audience, minGroup: group,
      minGroupPay: table?["min_group_pay"]?.whole ?? payFloor,
      keyFile: table?["key_file"].flatMap { node in node.text.map { complete($0, at: node) } },
      signingKey: table?["signing_key"].flatMap { node in
        node.text.map { complete($0, at: node) }
      }, roles: readRoles(table?["roles"]),
      ledger: table?["ledger"].flatMap { node in node.text.map { complete($0, at: node) } },
      rounding: rounding?.whole)
  }

  /// Reads `[privacy.roles]`: each name must be that of an attribute, of a date of people or of a
  /// measured column.
  private mutating func readRoles(
    _ table: ConfigurationNode?
  ) -> [PrivacyConfiguration.GivenRole] {
    guard let entries = table?.entries, !entries.isEmpty else { return [] }
    let days = ["snapshot_date", "date", "entered_on"]
    var known: [String] = []
    for id in attributes.map(\.id) + inputs.flatMap({ $0.dates + $0.measures })
    where !days.contains(id) && !known.contains(id) {
      known.append(id)
    }
    return entries.compactMap { entry in
      guard known.contains(entry.key) else {
        reportUnknown(
          .unknownAttribute, entry.node, "attribute, date or measure", entry.key, among: known,
          in: "[privacy.roles]", fix: "name one that a column is mapped to")
        return nil
      }
      return entry.node.text.flatMap { PrivacyConfiguration.ColumnRole(rawValue: $0) }
        .map { PrivacyConfiguration.GivenRole(id: entry.key, role: $0) }
    }
  }

  @discardableResult
  private mutating func floorHolds(
    _ node: ConfigurationNode?, _ key: String, _ floor: Int, _ audience: String
  ) -> Bool {
    guard let node, let value = node.whole else { return true }
    if value >= max(floor, 2) { return true }
    if value < 2 {
      report(
        .belowFloor, node, "\"\(key)\" in [privacy] is \(value), which protects nobody",
        "write \(max(floor, 2)) or more, or remove the line")
    } else if key == "min_group_pay" && floor > 10 {
      report(
        .belowFloor, node,
        "\"\(key)\" in [privacy] is \(value), below min_group (\(floor))",
        "write \(floor) or more, or remove the line")
    } else {
      let whose = key == "min_group_pay" ? "every audience" : "audience \"\(audience)\""
      report(
        .belowFloor, node,
        "\"\(key)\" in [privacy] is \(value), below the floor of \(floor) for \(whose)",
        "write \(floor) or more, or remove the line")
    }
    return false
  }

  // MARK: - Tests, report, actions

  /// Reads `[tests]`.
  mutating func readTests() -> TestsConfiguration {
    let table = root["tests"]
    let confidence = table?["confidence"]?.number ?? 0.95
    if let node = table?["confidence"], node.number != nil, !(confidence >= 0.5 && confidence < 1) {
      report(
        .badValue, node, "\"confidence\" in [tests] is \(TOMLText.value(node))",
        "write a number from 0.5 to below 1, for example 0.95")
    }
    let band = (table?["band_ratio"]?.list ?? []).compactMap(\.number)
    if let node = table?["band_ratio"], let elements = node.list, elements.count >= 2,
      band.count == elements.count
    {
      if band.count != 2 || !(band[0] > 0 && band[0] < 1 && band[1] > 1 && band[1].isFinite) {
        report(
          .badBand, node, "\"band_ratio\" in [tests] is \(TOMLText.value(node))",
          "write two numbers, one below 1 and one above, for example [0.80, 1.25]")
      }
    }
    return TestsConfiguration(
      confidence: confidence, multiplicity: table?["multiplicity"]?.text ?? "holm",
      bandRatioLower: band.count == 2 ? band[0] : 0.80,
      bandRatioUpper: band.count == 2 ? band[1] : 1.25,
      bandSharePoints: width(table?["band_share_points"], "band_share_points") ?? 2,
      bandPayPercent: width(table?["band_pay_percent"], "band_pay_percent") ?? 5)
  }

  private mutating func width(_ node: ConfigurationNode?, _ key: String) -> Double? {
    guard let node, let value = node.number else { return nil }
    if value.isFinite && !(value > 0 && value < 100) {
      report(
        .badBand, node, "\"\(key)\" in [tests] is \(TOMLText.value(node))",
        "write a number above 0 and below 100")
    }
    return value
  }

  /// Reads `[report]`.
  mutating func readReport() -> ReportConfiguration {
    let table = root["report"]
    return ReportConfiguration(
      profiles: table?["profiles"]?.texts ?? ["leadership", "full"],
      brand: table?["brand"].flatMap { node in node.text.map { complete($0, at: node) } },
      description: table?["description"]?.text,
      crosswalk: table?["crosswalk"]?.texts,
      previousRelease: table?["previous_release"].flatMap { node in
        node.text.map { complete($0, at: node) }
      },
      pool: root["collaboration"]?["pool"].flatMap { node in
        node.text.map { complete($0, at: node) }
      },
      terminology: readTerminology())
  }

  /// Reads `[[actions]]`.
  func readActions() -> [ActionConfiguration] {
    (root["actions"]?.list ?? []).map {
      ActionConfiguration(
        text: $0["text"]?.text ?? "", owner: $0["owner"]?.text, due: $0["due"]?.day)
    }
  }
}
