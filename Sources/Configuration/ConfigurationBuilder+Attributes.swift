import Aggregates
import DataSources

/// Attributes, their levels and the texts that stand for them.
extension ConfigurationBuilder {
  /// Reads `[attributes]` and `[levels]`.
  mutating func readAttributes() {
    for entry in root["attributes"]?.entries ?? [] where entry.node.entries != nil {
      checkIdentifier(entry.key, at: entry.node, what: "attribute")
      let role = entry.node["role"]?.text.flatMap { AttributeConfiguration.Role(rawValue: $0) }
      attributes.append(
        readAttribute(
          entry.key, entry.node, heading: "[attributes.\(TOMLText.key(entry.key))]",
          levels: entry.node["levels"], role: role ?? .other,
          isOrdered: entry.node["ordered"]?.truth ?? false))
    }
    guard let levels = root["levels"], levels.entries != nil else { return }
    if let other = declared("level") {
      report(
        .nameTwice, levels.rank > other.node.rank ? levels : other.node,
        "[levels] and [attributes.level] declare the same attribute", "keep one of them")
      return
    }
    attributes.append(
      readAttribute(
        "level", levels, heading: "[levels]", levels: levels["order"], role: .structure,
        isOrdered: true))
  }

  private mutating func readAttribute(
    _ id: String, _ node: ConfigurationNode, heading: String, levels: ConfigurationNode?,
    role: AttributeConfiguration.Role, isOrdered: Bool
  ) -> DeclaredAttribute {
    let title = node["title"]?.text ?? (heading == "[levels]" ? "Level" : Self.words(id))
    computed["\(heading) title"] = TOMLText.quoted(title)
    let hasLevels = levels?.texts?.isEmpty == false
    var labels: [String] = []
    for element in levels?.list ?? [] {
      guard let text = element.text else { continue }
      let label = Self.trimmed(text)
      if labels.contains(label) {
        report(
          .nameTwice, element, "level \(TOMLText.quoted(label)) is listed twice in \(heading)",
          "remove one of them")
      } else {
        labels.append(label)
      }
    }
    let missing = missingLevels(of: id, node, role: role)
    for level in missing where labels.contains(level.label) {
      report(
        .nameTwice, levels ?? node,
        "level \(TOMLText.quoted(level.label)) in \(heading) is also the label of people who "
          + (level.declaration == .declined ? "declined" : "gave no answer"),
        "remove it from the levels; list its texts under [values.\(TOMLText.key(id))]")
    }
    let all = labels.map { Level($0) } + missing.filter { !labels.contains($0.label) }
    let attribute = Attribute(id: id, title: title, levels: all, isOrdered: isOrdered)
    let texts = hasLevels ? readTexts(id, levels: all) : [:]
    return DeclaredAttribute(
      configuration: compare(
        attribute, role: role, node, heading: heading, hasLevels: hasLevels, isDerived: false),
      labels: texts, node: node, hasLevels: hasLevels)
  }

  /// The levels of people without an answer that can occur, in the order declined, blank, not asked.
  private func missingLevels(
    of id: String, _ node: ConfigurationNode, role: AttributeConfiguration.Role
  ) -> [Level] {
    func level(_ key: String, _ standard: Level) -> Level {
      Level(node[key]?.text ?? standard.label, standard.declaration)
    }
    let values = root["values"]?[id]
    var levels: [Level] = []
    if role == .characteristic || values?["declined"]?.list?.isEmpty == false {
      levels.append(level("declined_label", .declined))
    }
    levels.append(level("blank_label", .blank))
    if values?["not_asked"]?.list?.isEmpty == false {
      levels.append(level("not_asked_label", .notAsked))
    }
    return levels
  }

  /// Reads whom an attribute's groups are compared with, and how they are rolled up.
  mutating func compare(
    _ attribute: Attribute, role: AttributeConfiguration.Role, _ node: ConfigurationNode,
    heading: String, hasLevels: Bool, isDerived: Bool
  ) -> AttributeConfiguration {
    let labels = attribute.declaredLevels.map(\.label)
    let draft = DeclaredAttribute(
      configuration: AttributeConfiguration(
        attribute: attribute, role: role, reference: .rest, focal: [], merge: [],
        isDerived: isDerived), labels: [:], node: node, hasLevels: hasLevels)
    var reference = AttributeConfiguration.Reference.rest
    if let given = node["reference"], let label = given.text.map({ Self.trimmed($0) }),
      label != "rest" || labels.contains("rest"),
      hasLevel(label, draft, at: given, in: heading, declaredOnly: true)
    {
      reference = .level(label)
    }
    var focal: [String] = []
    for element in node["focal"]?.list ?? [] {
      guard let label = element.text.map({ Self.trimmed($0) }) else { continue }
      guard hasLevel(label, draft, at: element, in: heading, declaredOnly: true) else { continue }
      if reference == .level(label) {
        report(
          .badValue, element,
          "\(TOMLText.quoted(label)) in \(heading) is both the reference and in focus",
          "remove it from focal")
      }
      focal.append(label)
    }
    focal = labels.filter { focal.contains($0) }
    if node["focal"] == nil { focal = labels.filter { reference != .level($0) } }
    computed["\(heading) focal"] = TOMLText.list(focal)
    return AttributeConfiguration(
      attribute: attribute, role: role, reference: reference, focal: focal,
      merge: readMerge(node["merge"], draft, heading: heading), isDerived: isDerived)
  }

  private mutating func readMerge(
    _ node: ConfigurationNode?, _ attribute: DeclaredAttribute, heading: String
  ) -> [MergeStep] {
    var steps: [MergeStep] = []
    for element in node?.list ?? [] {
      guard let label = element["label"]?.text.map({ Self.trimmed($0) }),
        let members = element["members"]?.list
      else { continue }
      let known = attribute.levelLabels + steps.map(\.label)
      var joined: [String] = []
      for member in members {
        guard let text = member.text.map({ Self.trimmed($0) }) else { continue }
        if joined.contains(text) {
          report(
            .badMerge, member, "\(TOMLText.quoted(text)) is twice in a merge of \(heading)",
            "remove one of them")
        } else if attribute.hasLevels && !known.contains(text) {
          reportUnknown(
            .unknownLevel, member, "level", text, among: known, in: "a merge of \(heading)",
            fix: "the levels are \(Self.list(known))")
        }
        joined.append(text)
      }
      if known.contains(label) && !joined.contains(label) {
        report(
          .badMerge, element["label"] ?? element,
          "the merge label \(TOMLText.quoted(label)) in \(heading) is a level that is not merged",
          "choose another label, or add the level to members")
      }
      steps.append(MergeStep(label: label, members: joined))
    }
    return steps
  }

  /// Reads `[values.ID]`: which text stands for which level.
  mutating func readTexts(_ id: String, levels: [Level]) -> [String: String] {
    guard let values = root["values"]?[id] else {
      return withAliases([:], of: id, levels: levels)
    }
    let heading = "[values.\(TOMLText.key(id))]"
    let declared = levels.filter { $0.declaration == .declared }.map(\.label)
    var texts: [String: String] = [:]
    for entry in values.entries ?? [] {
      let key = Self.trimmed(entry.key)
      let label: String
      if declared.contains(key) {
        label = key
      } else if key == "declined", let level = levels.first(where: { $0.declaration == .declined })
      {
        label = level.label
      } else if key == "not_asked", let level = levels.first(where: { $0.declaration == .notAsked })
      {
        label = level.label
      } else if key == "declined" || key == "not_asked" {
        continue
      } else {
        reportUnknown(
          .unknownLevel, entry.node, "level", key, among: declared + ["declined", "not_asked"],
          in: heading, fix: "the levels of \(id) are \(Self.list(declared))")
        continue
      }
      for element in entry.node.list ?? [] {
        guard let text = element.text.map({ Self.trimmed($0) }), !text.isEmpty else { continue }
        let other = texts[text] ?? (levels.contains { $0.label == text } ? text : label)
        if other != label {
          report(
            .textTwice, element,
            "the text \(TOMLText.quoted(text)) in \(heading) stands for "
              + "\(TOMLText.quoted(other)) and for \(TOMLText.quoted(label))",
            "keep it in one of them")
        } else {
          texts[text] = label
        }
      }
    }
    return withAliases(texts, of: id, levels: levels)
  }

  /// Checks that `[values]` belongs to attributes that are read from columns.
  mutating func checkValues() {
    let events = inputs.contains { $0.kind == .events }
    let applications = inputs.contains { $0.kind == .applications }
    let special = (events ? ["event"] : []) + (applications ? ["stage"] : [])
    let known = attributes.filter { !$0.configuration.isDerived }.map(\.id) + special
    for entry in root["values"]?.entries ?? [] where !known.contains(entry.key) {
      if declared(entry.key) != nil {
        report(
          .unknownAttribute, entry.node,
          "[values.\(TOMLText.key(entry.key))] is for an attribute that is made from a date",
          "remove the table; there are no texts to map")
      } else {
        reportUnknown(
          .unknownAttribute, entry.node, "attribute", entry.key, among: known, in: "[values]",
          fix: "declare it under [attributes.\(TOMLText.key(entry.key))]")
      }
    }
  }

  /// Puts attributes in the order of the text and reports those without a column.
  mutating func finishAttributes() {
    attributes.sort { ($0.node.rank, $0.id) < ($1.node.rank, $1.id) }
    let mapped = Set(
      (root["mapping"]?.entries ?? []).flatMap { ($0.node.entries ?? []).map(\.key) })
    for attribute in attributes where !attribute.configuration.isDerived {
      let isMeant = mapped.contains(attribute.id) || meantAttributes.contains(attribute.id)
      if !isMeant && root["mapping"] != nil {
        report(
          .unused, attribute.node, "no [mapping] names the column of attribute \(attribute.id)",
          "add \(TOMLText.key(attribute.id)) = \"column\" to a mapping, or remove the attribute")
      }
    }
  }

  /// Reads the lowest level of leadership.
  mutating func readLeadership() -> String? {
    guard let node = root["levels"]?["leadership_from"], let label = node.text,
      let level = declared("level")
    else { return nil }
    hasLevel(Self.trimmed(label), level, at: node, in: "[levels]", declaredOnly: true)
    return Self.trimmed(label)
  }
}
