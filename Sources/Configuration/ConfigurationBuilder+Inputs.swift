import Aggregates
import DataSources

/// Inputs: the files, how they are written and who is not counted.
extension ConfigurationBuilder {
  /// Reads `[inputs]` and their mappings.
  mutating func readInputs(_ period: PeriodConfiguration) {
    let mappings = root["mapping"]?.entries ?? []
    let known = (root["inputs"]?.entries ?? []).map(\.key)
    for entry in root["inputs"]?.entries ?? [] where entry.node.entries != nil {
      checkIdentifier(entry.key, at: entry.node, what: "input")
      let kind = entry.node["kind"]?.text.flatMap { InputSchema.Kind(rawValue: $0) }
      var input = DeclaredInput(id: entry.key, node: entry.node, kind: kind ?? .snapshots)
      checkKindOptions(input, isKnown: kind != nil)
      input.stages = (entry.node["stages"]?.texts ?? []).map { Self.trimmed($0) }
      if let mapping = mappings.first(where: { $0.key == entry.key })?.node {
        readMapping(mapping, of: &input, isKnown: kind != nil)
      } else if root["mapping"]?.entries != nil,
        EditDistance.nearest(
          to: entry.key, among: mappings.map(\.key).filter { !known.contains($0) }) == nil
      {
        report(
          .unused, entry.node, "input \(entry.key) has no [mapping.\(TOMLText.key(entry.key))]",
          "add the table, or run parity map on the file")
      }
      inputs.append(input)
    }
    for mapping in mappings where !known.contains(mapping.key) && root["inputs"] != nil {
      reportUnknown(
        .unknownInput, mapping.node, "input", mapping.key, among: known, in: "[mapping]",
        fix: "declare it under [inputs.\(TOMLText.key(mapping.key))]")
    }
    readSnapshotDates(period)
  }

  /// Checks the keys of an input that belong to one kind only.
  private mutating func checkKindOptions(_ input: DeclaredInput, isKnown: Bool) {
    guard isKnown else { return }
    let heading = "[inputs.\(TOMLText.key(input.id))]"
    if let stages = input.node["stages"] {
      if ![.applications, .training].contains(input.kind) {
        report(
          .badOption, stages,
          "\"stages\" in \(heading) is for applications and training only",
          "remove it, or write kind = \"applications\"")
      }
      var seen: [String] = []
      for element in stages.list ?? [] {
        guard let label = element.text.map({ Self.trimmed($0) }) else { continue }
        if seen.contains(label) {
          report(
            .nameTwice, element, "stage \(TOMLText.quoted(label)) is listed twice in \(heading)",
            "remove one of them")
        }
        seen.append(label)
      }
    } else if input.kind == .applications {
      report(
        .missingKey, input.node, "missing key \"stages\" in \(heading)",
        "list the stages in order, the first one first")
    }
    if let date = input.node["snapshot_date"], input.kind != .snapshots {
      report(
        .badOption, date, "\"snapshot_date\" in \(heading) is for snapshots only", "remove it")
    }
  }

  /// Decides the day of snapshots without a date column.
  private mutating func readSnapshotDates(_ period: PeriodConfiguration) {
    var undated: String?
    for index in inputs.indices where inputs[index].kind == .snapshots {
      let input = inputs[index]
      let heading = "[inputs.\(TOMLText.key(input.id))]"
      let hasColumn = input.dates.contains("snapshot_date")
      if let given = input.node["snapshot_date"] {
        if hasColumn {
          report(
            .badOption, given,
            "\"snapshot_date\" in \(heading) is given, and a column is mapped to it too",
            "keep one of them")
        }
        guard let day = given.day else { continue }
        let quarters = period.quarters.compactMap { Quarter($0, firstMonth: period.firstMonth) }
        if !quarters.isEmpty && !quarters.contains(where: { $0.contains(day: day) }) {
          report(
            .outsidePeriod, given,
            "the snapshot of \(day) in \(heading) is in none of the quarters reported",
            "raise quarters in [period], or remove the input")
        }
        inputs[index].snapshotDate = day
      } else if !hasColumn {
        inputs[index].snapshotDate = period.snapshotDate
        computed["\(heading) snapshot_date"] = period.snapshotDate
        if let undated {
          report(
            .missingKey, input.node,
            "neither \(undated) nor \(input.id) says which day its snapshot is of",
            "add snapshot_date to [inputs.\(TOMLText.key(undated))] and to \(heading)")
        }
        undated = input.id
      }
    }
  }

  /// Makes the inputs, derived columns included.
  mutating func finishInputs(_ period: PeriodConfiguration) -> [InputConfiguration] {
    let drafts = inputs
    return drafts.map { finish($0, period) }
  }

  private mutating func finish(
    _ input: DeclaredInput, _ period: PeriodConfiguration
  ) -> InputConfiguration {
    let node = input.node
    let byPosition = node["columns_by_position"]?.truth ?? false
    let headerRows = node["header_rows"]?.whole ?? (byPosition ? 0 : 1)
    computed["[inputs.\(TOMLText.key(input.id))] header_rows"] = "\(headerRows)"
    let format = TextFormat(
      encoding: node["encoding"]?.text.flatMap { TextFormat.Encoding(rawValue: $0) },
      delimiter: node["delimiter"]?.text, skipRows: node["skip_rows"]?.whole ?? 0,
      headerRows: headerRows, footerRows: node["footer_rows"]?.whole ?? 0,
      missing: node["missing"]?.texts ?? [])
    let declaredPath = node["path"]?.text ?? ""
    let path = node["path"].map { complete(declaredPath, at: $0) } ?? ""
    let schema = InputSchema(
      id: input.id, kind: input.kind, path: path, format: format, columns: input.columns,
      derivedAttributes: input.derivedAttributes, derivedMeasures: input.derivedMeasures,
      headerFingerprint: node["fingerprint"]?.text)
    return InputConfiguration(
      schema: schema, declaredPath: declaredPath, stages: input.stages,
      exclusions: readExclusions(input, schema), snapshotDate: input.snapshotDate,
      isAlreadyPublished: node["source"]?.text == "already-published",
      profile: node["profile"]?.text)
  }

  private mutating func readExclusions(
    _ input: DeclaredInput, _ schema: InputSchema
  ) -> [InputConfiguration.Exclusion] {
    let place = "exclude of [inputs.\(TOMLText.key(input.id))]"
    var exclusions: [InputConfiguration.Exclusion] = []
    for entry in input.node["exclude"]?.entries ?? [] {
      guard let attribute = schema.attributes.first(where: { $0.id == entry.key }) else {
        // The mapping's own problem where the attribute is declared but no column is named.
        reportUnknown(
          .unknownAttribute, entry.node, "attribute", entry.key,
          among: schema.attributes.map(\.id), in: place,
          fix: "map it to a column of \(input.id)")
        continue
      }
      let labels = attribute.levels.map(\.label)
      let isComplete = declared(entry.key)?.hasLevels ?? true
      for element in entry.node.list ?? [] {
        guard isComplete, let label = element.text.map({ Self.trimmed($0) }),
          !labels.contains(label)
        else { continue }
        reportUnknown(
          .unknownLevel, element, "level", label, among: labels, in: place,
          fix: "the levels of \(entry.key) are \(Self.list(labels))")
      }
      exclusions.append(
        InputConfiguration.Exclusion(
          attribute: entry.key, levels: (entry.node.texts ?? []).map { Self.trimmed($0) }))
    }
    return exclusions
  }
}
