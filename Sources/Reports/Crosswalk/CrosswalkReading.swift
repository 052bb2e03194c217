import Disclosure
import Documents
import Estimates
import SVGCharts

/// What a release says on one line of a framework.
struct CrosswalkReading: Sendable {
  /// How far the line is answered.
  enum Status: Sendable, CaseIterable {
    /// With no other difference than those of the whole framework.
    case answered
    /// By a number or table whose definition differs.
    case answeredWithDifference
    /// Not at all.
    case notComputed
  }

  /// How far the line is answered.
  let status: Status
  /// The number or numbers as printed, where the line asks for so few.
  var value: String?
  /// The exhibits that answer the line, in order.
  var exhibits: [PublishedExhibit] = []
  /// The row and columns of the numbers; empty for a table as a whole.
  var places: [String] = []
  /// How the answer differs, or why there is none.
  let remarks: [String]

  /// A line that is not answered, and why.
  static func notComputed(_ reason: String) -> CrosswalkReading {
    CrosswalkReading(status: .notComputed, remarks: [reason])
  }
}

/// Reads lines of frameworks in a release, by the names the analyses gave: frameworks speak of women
/// and men whatever a report calls them.
struct CrosswalkReader {
  let framework: CrosswalkFramework
  let writer: SectionWriter

  /// What the release says on a line.
  func read(_ line: CrosswalkLine) -> CrosswalkReading {
    switch line.answer {
    case .needs(let need): return .notComputed(reason(need))
    case .table(let pattern):
      switch find(pattern) {
      case .failure(let missing): return .notComputed(missing.reason)
      case .success(let exhibits):
        return answered(line, exhibits, value: nil, places: [])
      }
    case .numbers(let pattern, let row, let columns):
      switch find(pattern) {
      case .failure(let missing): return .notComputed(missing.reason)
      case .success(let exhibits): return numbers(line, exhibits, row, columns)
      }
    }
  }

  private func numbers(
    _ line: CrosswalkLine, _ exhibits: [PublishedExhibit], _ row: String?, _ columns: [String]
  ) -> CrosswalkReading {
    let published = exhibits.first { published in
      columns.allSatisfy { id in published.exhibit.columns.contains { $0.id == id } }
    }
    guard let published,
      let index = published.exhibit.rows.firstIndex(where: {
        row.map($0.label.hasPrefix) ?? true
      })
    else { return .notComputed(writer.text(.crosswalkNoData)) }
    let values = columns.compactMap { writer.printed(published, row: index, column: $0) }
    guard values.count == columns.count else {
      let isHidden = columns.contains { published.entry(row: index, column: $0).isHidden }
      return .notComputed(writer.text(isHidden ? .crosswalkHidden : .crosswalkNoData))
    }
    let value =
      values.count == 2
      ? writer.text(.crosswalkWomenAndMen, ["women": values[0], "men": values[1]])
      : values.first
    return answered(
      line, [published], value: value,
      places: [published.exhibit.rows[index].label] + columns)
  }

  private func answered(
    _ line: CrosswalkLine, _ exhibits: [PublishedExhibit], value: String?, places: [String]
  ) -> CrosswalkReading {
    var remarks = line.differs
    if exhibits.contains(where: \.isRolledUp) { remarks.append(writer.text(.crosswalkMerged)) }
    return CrosswalkReading(
      status: remarks.isEmpty ? .answered : .answeredWithDifference, value: value,
      exhibits: exhibits,
      places: places, remarks: remarks)
  }

  // MARK: - Finding exhibits

  private struct Missing: Error {
    let reason: String
  }

  private func find(_ pattern: CrosswalkPattern) -> Result<[PublishedExhibit], Missing> {
    func missing(_ message: Message, _ values: KeyValuePairs<String, String> = [:])
      -> Result<[PublishedExhibit], Missing>
    {
      .failure(Missing(reason: writer.text(message, values)))
    }
    if let characteristic = pattern.characteristic, !holds(characteristic) {
      return missing(
        .crosswalkNoCharacteristic, ["characteristic": writer.phrase(characteristic.message)])
    }
    let ofKind = writer.original.exhibits(pattern.kind).filter { isAbout($0.exhibit, pattern) }
    let divided = ofKind.filter { isDivided($0, by: pattern.by) }
    guard !divided.isEmpty else {
      switch pattern.by {
      case .jobCategory:
        guard let other = otherJobCategories else { return missing(.crosswalkNoJobCategories) }
        return missing(
          .crosswalkOtherJobCategories, ["title": writer.wording.attributeTitle(other)])
      case .level where !ofKind.isEmpty: return missing(.crosswalkNoLevels)
      default:
        return missing(
          .crosswalkNoInput, ["input": writer.phrase(SectionNeed.of(pattern.kind).what)])
      }
    }
    let paired = divided.filter { published in
      let exhibit = published.exhibit
      return !pattern.isOfWomenAndMen
        || (CrosswalkCharacteristic.isWomen(exhibit.focal)
          && CrosswalkCharacteristic.isMen(exhibit.reference))
    }
    guard let first = paired.first else {
      let exhibit = divided.first?.exhibit
      return missing(
        .crosswalkOtherGroups,
        [
          "focal": exhibit?.focal.map(name) ?? "",
          "reference": name(exhibit?.reference ?? "All others who declared"),
        ])
    }
    if pattern.isHourly, let measure = notHourly(first) {
      return missing(.crosswalkNotHourly, ["measure": measure])
    }
    let named = paired.filter { $0.exhibit.id.hasSuffix(pattern.suffix ?? "") }
    let shown = named.filter { !writer.isHidden($0) }
    return shown.isEmpty ? missing(.crosswalkHidden) : .success(shown)
  }

  /// A group inside a sentence.
  private func name(_ group: String) -> String {
    writer.names.plural(writer.wording.group(group))
  }

  /// Whether an exhibit holds the characteristics a line wants; combinations hold them in any order.
  private func isAbout(_ exhibit: Exhibit, _ pattern: CrosswalkPattern) -> Bool {
    guard let crossed = pattern.crossed else {
      guard let characteristic = pattern.characteristic else { return true }
      return exhibit.attribute.map(characteristic.matches) ?? false
    }
    return [pattern.characteristic, crossed].compactMap(\.self).allSatisfy { wanted in
      [exhibit.attribute, exhibit.by].compactMap(\.self).contains(where: wanted.matches)
    }
  }

  private func holds(_ characteristic: CrosswalkCharacteristic) -> Bool {
    writer.original.exhibits.contains {
      $0.exhibit.attribute.map(characteristic.matches) ?? false
    }
  }

  private func isDivided(
    _ published: PublishedExhibit, by breakdown: CrosswalkPattern.Breakdown?
  ) -> Bool {
    let by = published.exhibit.by
    return switch breakdown {
    case .level: by?.id == "level"
    case .jobCategory: by.map(CrosswalkCharacteristic.isJobCategory) ?? false
    case nil: true
    }
  }

  /// The title of a structure whose name speaks of job categories of another form.
  private var otherJobCategories: String? {
    writer.original.exhibits.lazy.compactMap(\.exhibit.by).first {
      $0.id.lowercased().hasPrefix("eeo") || $0.title.lowercased().hasPrefix("eeo")
    }?.title
  }

  /// The measure of pay of an exhibit, unless it is by the hour.
  private func notHourly(_ published: PublishedExhibit) -> String? {
    let units = published.exhibit.notes + published.exhibit.columns.map(\.title)
    let isHourly = (units + [writer.context.payMeasure ?? ""]).contains {
      $0.lowercased().contains("hour")
    }
    guard !isHourly else { return nil }
    let measure = writer.context.payMeasure ?? published.exhibit.notes.first ?? ""
    return writer.context.language.isEnglish ? measure : writer.wording.measure(measure)
  }

  // MARK: - Words

  /// What differs from this report in every line of the framework.
  var differences: [String] { framework.differs + [asDeclared].compactMap(\.self) }

  /// A sentence on groups as they were declared, where the framework asks for sex in law.
  private var asDeclared: String? {
    guard framework.isBySexInLaw,
      let attribute = writer.original.exhibits.lazy.compactMap(\.exhibit.attribute).first(
        where: CrosswalkCharacteristic.sex.matches)
    else { return nil }
    let rows = writer.original.exhibits(.representation).first {
      $0.exhibit.attribute == attribute
    }?.exhibit.rows.filter { $0.role == .item }.map(\.label)
    let outside = (rows ?? []).filter { label in
      !CrosswalkCharacteristic.isWomen(label) && !CrosswalkCharacteristic.isMen(label)
    }
    return writer.text(
      .crosswalkAsDeclared, ["attribute": writer.wording.attribute(attribute).title])
      + (outside.isEmpty
        ? ""
        : " "
          + writer.text(
            .crosswalkOutside, ["groups": writer.clauses(outside.map(writer.wording.group))]))
  }

  private func reason(_ need: CrosswalkNeed) -> String {
    switch need {
    case .survey: writer.text(.crosswalkSurvey)
    case .procedures: writer.text(.crosswalkProcedures)
    case .governance: writer.text(.crosswalkGovernance)
    case .threeWays: writer.text(.crosswalkThreeWays)
    case .record(let record): writer.text(.crosswalkNoInput, ["input": record])
    case .narrative: writer.text(.crosswalkNarrative)
    }
  }
}
