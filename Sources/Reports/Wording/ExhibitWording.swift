import Disclosure
import Estimates

/// What the analyses call things, in the language of the report and in the organisation's words.
///
/// The analyses write English. Each of their wordings is a `Term`; whatever matches none, such as the
/// organisation's own labels, stays as it is, so nothing is lost.
struct ExhibitWording: Sendable {
  let catalogue: MessageCatalogue

  private static let patterns = Term.allCases.map {
    (term: $0, template: Template(MessageCatalogue.english($0)))
  }

  private var language: Language { catalogue.language }

  /// Whether it leaves everything as it is.
  var changesNothing: Bool { language.isEnglish && catalogue.terminology.isEmpty }

  /// A release in these words.
  func release(_ release: Release) -> Release { release.relabelled { exhibit($0) } }

  /// An exhibit in these words.
  func exhibit(_ exhibit: Exhibit) -> Exhibit {
    Exhibit(
      id: exhibit.id, kind: exhibit.kind, attribute: exhibit.attribute.map(attribute),
      by: exhibit.by.map(attribute), period: period(exhibit.period),
      focal: exhibit.focal.map(group), reference: exhibit.reference.map(group),
      columns: exhibit.columns.map { column($0, of: exhibit.kind) },
      rows: exhibit.rows.map {
        ExhibitRow(
          label: rowLabel($0.label, $0.role, of: exhibit.kind), role: $0.role, entries: $0.entries)
      },
      comparison: exhibit.comparison,
      notes: exhibit.notes.map { note($0) })
  }

  /// The label of a group.
  func group(_ label: String) -> String {
    if let own = catalogue.terminology.groups.first(where: { $0.name == label }) {
      return own.replacement
    }
    return translated(label, [.group]) ?? label
  }

  /// Labels of groups with commas between them.
  func groups(_ labels: String) -> String {
    labels.split(separator: ", ").map { group(String($0)) }.joined(separator: ", ")
  }

  /// A characteristic or a structure.
  func attribute(_ attribute: ExhibitAttribute) -> ExhibitAttribute {
    ExhibitAttribute(id: attribute.id, title: attributeTitle(attribute.title, id: attribute.id))
  }

  /// The title of a characteristic or a structure; its own words go by its identifier or its title.
  func attributeTitle(_ title: String, id: String? = nil) -> String {
    let own = catalogue.terminology.attributes.first { $0.name == id || $0.name == title }
    return own?.replacement ?? translated(title, [.attribute]) ?? title
  }

  /// The name of a measure of pay.
  func measure(_ name: String) -> String {
    let large = name.prefix(1).uppercased() + name.dropFirst()
    return translated(large, [.measure]) ?? (language.isEnglish ? name : large)
  }

  /// A line of the record of how a report was made.
  func line(_ text: String) -> String { translated(text, [.line, .note]) ?? text }

  /// A quarter or a span of quarters.
  func period(_ text: String) -> String {
    let parts = text.split(separator: " to ").map(String.init)
    guard parts.count == 2, parts.allSatisfy({ language.quarter($0) != nil }) else {
      return language.quarter(text) ?? text
    }
    let ends = parts.map { language.quarter($0) ?? $0 }
    return catalogue.term(.fromTo, [("first", ends[0]), ("last", ends[1])])
  }

  /// The label of a row that stands for a kind of comparison.
  func rowLabel(_ label: String) -> String {
    translated(label, [.row, .total, .group]) ?? label
  }

  private func rowLabel(
    _ label: String, _ role: ExhibitRow.Role, of kind: Exhibit.Kind
  ) -> String {
    switch kind {
    case .declaration, .funnelStratified, .segregation, .segregationModel, .inequalityBetween:
      return attributeTitle(label)
    case .headcountBridge, .payGap, .bonus, .payQuarters, .diversity, .inequality, .lorenz,
      .flowTrend, .retention, .skillsGap, .skillDomains:
      return translated(label, [.row]) ?? group(label)
    case .funnel, .funnelAttribution, .funnelBy, .funnelStage, .training, .trainingAttribution,
      .trainingCost:
      return role == .total ? translated(label, [.total]) ?? group(label) : group(label)
    case .trend, .declarationTrend, .projection: return period(label)
    case .intersection, .intersectionLeadership:
      return groups(label)
    default: return group(label)
    }
  }

  private func column(_ column: ExhibitColumn, of kind: Exhibit.Kind) -> ExhibitColumn {
    guard kind != .declarationTrend else {
      let id = String(column.id.drop { $0 != "/" }.dropFirst())
      return ExhibitColumn(
        id: column.id, title: attributeTitle(column.title, id: id), unit: column.unit,
        group: column.group)
    }
    let parts = column.id.split(separator: "/", maxSplits: 1).map(String.init)
    let id = parts.count == 2 ? parts[0] + "/" + group(parts[1]) : column.id
    return ExhibitColumn(
      id: id, title: columnTitle(column), unit: column.unit, group: column.group.map(group))
  }

  private func columnTitle(_ column: ExhibitColumn) -> String {
    if column.title == column.group { return group(column.title) }
    if let title = translated(column.title, [.column]) { return title }
    if let name = column.group, column.title.hasPrefix(name + ", ") {
      return group(name) + column.title.dropFirst(name.count)
    }
    return period(group(column.title))
  }

  private func note(_ text: String) -> String {
    if let note = translated(text, [.note]) { return note }
    // What was merged: a label and the labels of its members.
    guard !catalogue.terminology.groups.isEmpty || !language.isEnglish, text.hasSuffix("."),
      let colon = text.firstRange(of: ": ")
    else { return text }
    let members = text[colon.upperBound...].dropLast().split(separator: "; ")
    return group(String(text[..<colon.lowerBound])) + language.colon
      + members.map { group(String($0)) }.joined(separator: language.clauseMark) + "."
  }

  /// A wording of the analyses in these words; `nil` where it is none of theirs.
  private func translated(_ text: String, _ places: [Term.Place]) -> String? {
    for place in places {
      for (term, template) in Self.patterns where term.place == place {
        guard let values = template.values(in: text) else { continue }
        // A sentence of somebody else's may hold a comma and the word in; a unit has no space.
        if values.contains(where: { $0.name == "unit" && $0.value.contains(" ") }) { continue }
        return catalogue.term(
          term,
          values.map { name, value in
            switch name {
            case "group": (name, group(value))
            case "measure": (name, measure(value))
            default: (name, period(value))
            }
          })
      }
    }
    return nil
  }
}
