import Disclosure
import Encoders
import Estimates
import Findings

/// `results.json`: the release as data, the one source of every other file.
enum ResultsFile {
  static let schema = "parity.results/1"

  /// The document of a release, or of some of its exhibits, and members of its own.
  ///
  /// `audited` says that the second audit passed; a document of which it is said is written only if
  /// it did.
  static func json(
    _ release: Release, exhibits: [PublishedExhibit]? = nil, findings: [Finding],
    level: Double = 0.05, run: [String: JSONValue], isAudited: Bool = false,
    adding members: [String: JSONValue] = [:]
  ) -> JSONValue {
    let chosen = exhibits ?? release.exhibits
    let exhibits = chosen.map { published in
      exhibit(published, findings.filter { $0.exhibitID == published.exhibit.id }, level)
    }
    let rounding = release.summary.roundingBase.map { ["rounding": JSONValue.integer($0)] } ?? [:]
    let own: [String: JSONValue] = [
      "schema": .text(schema),
      "run": .object(run),
      "disclosure": .object(
        [
          "audience": .text(release.summary.audience),
          "threshold": .integer(release.summary.threshold),
          "pay_threshold": .integer(release.summary.payThreshold),
          "hidden": .integer(release.summary.hidden),
          "rolled_up": .integer(release.summary.rolledUp),
          "attackers": .array(release.summary.attackers.map { .text($0) }),
          "audited": .bool(isAudited),
        ].merging(rounding) { own, _ in own }),
      "exhibits": .array(exhibits),
      "counts_behind": .object(countsBehind(release, exhibits: chosen)),
    ]
    return .object(own.merging(members) { own, _ in own })
  }

  /// The counts behind the statistics of some exhibits that stand in none, by name.
  private static func countsBehind(
    _ release: Release, exhibits: [PublishedExhibit]
  ) -> [String: JSONValue] {
    let chosen = Set(exhibits.map(\.exhibit.id))
    return Dictionary(
      release.countsBehind.filter { chosen.contains($0.exhibit) }
        .map { ($0.cell.description, .integer($0.people)) }
    ) { first, _ in first }
  }

  private static func exhibit(
    _ published: PublishedExhibit, _ findings: [Finding], _ level: Double
  ) -> JSONValue {
    let exhibit = published.exhibit
    var object: [String: JSONValue] = [
      "id": .text(exhibit.id), "kind": .text(exhibit.kind.rawValue),
      "period": .text(exhibit.period), "rolled_up": .bool(published.isRolledUp),
      "columns": .array(
        exhibit.columns.map { column in
          var object: [String: JSONValue] = [
            "id": .text(column.id), "title": .text(column.title),
            "unit": .text(column.unit.rawValue),
          ]
          if let group = column.group { object["group"] = .text(group) }
          return .object(object)
        }),
      "methods": .array(
        published.methods.map { method in
          var stamp: [String: JSONValue] = [
            "column": .text(method.column), "id": .text(method.method.id),
            "title": .text(method.method.title), "convention": .text(method.method.convention),
            "source": .text(method.method.source),
          ]
          stamp["inference"] = method.method.inference.map { .text($0.rawValue) }
          return .object(stamp)
        }),
      "notes": .array(exhibit.notes.map { .text($0) }),
    ]
    if let attribute = exhibit.attribute { object["attribute"] = .text(attribute.id) }
    if let by = exhibit.by { object["by"] = .text(by.id) }
    if let focal = exhibit.focal { object["focal"] = .text(focal) }
    if let reference = exhibit.reference { object["reference"] = .text(reference) }
    if let comparison = exhibit.comparison {
      object["inference"] = .text(comparison.inference.rawValue)
      object["comparison"] = .object([
        "effect": .text(comparison.effectColumn),
        "test": comparison.testColumn.map { .text($0) } ?? .null,
        "scale": .text(comparison.scale.rawValue),
      ])
    }
    if let comparison = StratifiedComparison(published, level: level) {
      object["status"] = .text(comparison.status.rawValue)
      object["is_heterogeneous"] = .bool(comparison.isHeterogeneous)
      object["depends_on_method"] = .bool(comparison.dependsOnMethod)
    }
    object["rows"] = .array(
      zip(exhibit.rows.indices, exhibit.rows).map { index, row in
        var values: [String: JSONValue] = [:]
        for (position, column) in exhibit.columns.enumerated() {
          let reference = row.entries.indices.contains(position) ? row.entries[position] : nil
          if let value = value(published.entries[index][position], reference) {
            values[column.id] = value
          }
        }
        var object: [String: JSONValue] = [
          "label": .text(row.label), "role": .text(row.role.rawValue), "values": .object(values),
        ]
        if let finding = findings.first(where: { $0.row == index }) {
          object["verdict"] = .text(finding.verdict.rawValue)
          if finding.isGap { object["direction"] = .text(finding.direction.rawValue) }
          if let agreement = MethodAgreement(published, row: index, level: level) {
            object["depends_on_method"] = .bool(agreement.dependsOnMethod)
          }
          if let adjusted = finding.adjustedP { object["p_adjusted"] = .number(adjusted.value) }
        }
        return .object(object)
      })
    return .object(object)
  }

  private static func value(_ entry: PublishedEntry, _ reference: Reference?) -> JSONValue? {
    var object: [String: JSONValue] = [:]
    switch entry {
    case .empty: return nil
    case .count(let count):
      object = status(count.status.rawValue, count.reason)
      if let people = entry.people { object["count"] = .integer(people) }
    case .estimate(let published):
      object = status(published.status.rawValue, published.reason)
      if let estimate = published.value {
        object["value"] = .number(estimate.value)
        if let error = estimate.standardError { object["standard_error"] = .number(error) }
        if let interval = estimate.interval {
          object["interval"] = .object([
            "lower": .number(interval.lower), "upper": .number(interval.upper),
            "level": .number(interval.level), "method": .text(interval.method),
          ])
        }
      }
    case .test(let published):
      object = status(published.status.rawValue, published.reason)
      if let test = published.value {
        object["p"] = .number(test.pValue.value)
        object["convention"] = .text(test.convention)
        if let statistic = test.statistic {
          object["statistic"] = .number(statistic)
          object["statistic_name"] = .text(test.statisticName ?? "")
        }
        if let degrees = test.degreesOfFreedom { object["degrees_of_freedom"] = .number(degrees) }
      }
    }
    // The name of the count or statistic, the same wherever it stands.
    switch reference {
    case .cell(let key): object["cell"] = .text(key.description)
    case .statistic(let id): object["statistic_id"] = .text(id)
    case nil: break
    }
    return .object(object)
  }

  private static func status(_ status: String, _ reason: String?) -> [String: JSONValue] {
    var object: [String: JSONValue] = ["status": .text(status)]
    if let reason { object["reason"] = .text(reason) }
    return object
  }
}
