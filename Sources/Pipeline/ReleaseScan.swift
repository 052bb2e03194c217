import Aggregates
import Disclosure
import Encoders
import Estimates
import Findings
import Inference
import Reports

/// A scan of the comparisons of a release, made from what is shown of them.
struct ReleaseScan: Sendable {
  /// One comparison and what came of it.
  struct Compared: Sendable {
    let exhibit: Exhibit
    let label: String
    let focal: String
    let row: ComparisonScan.Row
  }

  let method: ComparisonScan
  let findings: [Compared]
  let familySize: Int
  let setAside: Int
  let notShown: Int

  /// The exhibits scanned, in the order of the release.
  let exhibits: [PublishedExhibit]

  /// Scans a release: the exhibits planned for a scan where there are any, else every comparison
  /// of hiring, promotions and exits that it holds.
  ///
  /// A comparison that is not judged, because too few people declared the characteristic, counts
  /// like one that is not shown.
  /// - Throws: `CancellationError` where the task is cancelled.
  init(
    _ release: Release, findings judged: [Finding], confidence: Double
  ) async throws {
    method = ComparisonScan(level: confidence)
    let planned = release.exhibits(.comparisonScan)
    exhibits =
      planned.isEmpty
      ? release.exhibits.filter { Self.kinds.contains($0.exhibit.kind) }
      : planned + release.exhibits(.progressionBy)
    var comparisons: [ComparisonScan.Comparison] = []
    var names: [(Exhibit, String, String)] = []
    for published in exhibits {
      for (index, row) in published.exhibit.rows.enumerated() {
        guard let comparison = Self.comparison(published, index) else { continue }
        // What too few people declared is not judged here either.
        let finding = judged.first {
          $0.exhibitID == published.exhibit.id && $0.row == index
        }
        comparisons.append(finding?.limit == .lowDeclaration ? .notShown : comparison)
        names.append((published.exhibit, Self.label(published.exhibit, row), row.label))
      }
    }
    let result = try await method(comparisons)
    findings = zip(names, result.rows).map { name, row in
      Compared(
        exhibit: name.0, label: name.1, focal: name.0.focal(of: name.2), row: row)
    }
    familySize = result.familySize
    setAside = result.setAside
    notShown = comparisons.count { $0 == .notShown }
  }

  private static let kinds: [Exhibit.Kind] = [
    .funnel, .funnelStage, .funnelBy, .hiring, .progression, .progressionBy, .retention,
  ]

  /// What is compared, without the groups.
  private static func label(_ exhibit: Exhibit, _ row: ExhibitRow) -> String {
    switch exhibit.kind {
    case .hiring: "Hires"
    case .progression: "Promotions"
    case .retention: "Exits"
    case .progressionBy: "Promotions, " + row.label
    case .funnelBy: "Hiring, " + row.label
    default: row.label
    }
  }

  /// The comparison of a row; `nil` where there is nothing to compare.
  private static func comparison(
    _ published: PublishedExhibit, _ row: Int
  ) -> ComparisonScan.Comparison? {
    switch published.exhibit.kind {
    case .comparisonScan:
      comparison(of: published.exhibit.columns.map(\.id), published, row)
    case .funnel, .funnelBy, .funnelStage:
      published.entry(row: row, column: "ratio").isHidden
        ? .notShown : comparison(of: countColumns, published, row)
    default:
      published.entry(row: row, column: "ratio").status.flatMap { tested(published, row, $0) }
    }
  }

  private static let countColumns = [
    "focal_entered", "focal_passed", "reference_entered", "reference_passed",
  ]

  private static func comparison(
    of columns: [String], _ published: PublishedExhibit, _ row: Int
  ) -> ComparisonScan.Comparison? {
    let entries = columns.map { published.entry(row: row, column: $0) }
    guard entries.count == 4, !entries.contains(where: \.isHidden) else { return .notShown }
    let values = entries.compactMap { $0.people.map(Double.init) ?? $0.estimate?.value }
    guard values.count == 4 else { return nil }
    if columns.last == "reference_average" {
      return EventRates(
        focalEvents: Int(values[0]), focalExposure: values[1], referenceEvents: Int(values[2]),
        referenceExposure: values[3]
      ).map { .rates($0) }
    }
    return TwoByTwoTable(
      focalSelected: Int(values[1]), focalRejected: Int(values[0] - values[1]),
      referenceSelected: Int(values[3]), referenceRejected: Int(values[2] - values[3])
    ).map { .table($0) }
  }

  /// An exact test of event rates, as published.
  private static func tested(
    _ published: PublishedExhibit, _ row: Int, _ status: Published<Int>.Status
  ) -> ComparisonScan.Comparison? {
    if status == .notShown { return .notShown }
    guard let effect = published.entry(row: row, column: "ratio").estimate,
      let test = published.entry(row: row, column: "p").test
    else { return nil }
    return .tested(effect: effect, pValue: test.pValue)
  }

  /// What stands out, in declared order, and how much was looked at.
  var summary: ScanSummary {
    let out = findings.filter { isConspicuous($0.row) }
    return ScanSummary(
      rows: out.map { finding in
        ScanSummary.Row(
          exhibit: finding.exhibit, label: finding.label, focal: finding.focal,
          effect: Self.estimate(finding.row.effect), test: Self.pValue(finding.row.test),
          adjusted: finding.row.adjustedP)
      }, compared: findings.count, tested: familySize, notShown: notShown, setAside: setAside,
      rate: method.falseDiscoveryRate, source: method.stamp.source)
  }

  /// The `scan` part of the document.
  var json: JSONValue {
    .object([
      "method": .text(method.stamp.id), "convention": .text(method.stamp.convention),
      "source": .text(method.stamp.source),
      "false_discovery_rate": .number(method.falseDiscoveryRate),
      "compared": .integer(findings.count), "family_size": .integer(familySize),
      "not_shown": .integer(notShown), "set_aside": .integer(setAside),
      "rows": .array(findings.map { json($0) }),
    ])
  }

  private func json(_ finding: Compared) -> JSONValue {
    var object: [String: JSONValue] = [
      "exhibit": .text(finding.exhibit.id), "label": .text(finding.label),
    ]
    object["focal"] = .text(finding.focal)
    if let reference = finding.exhibit.reference { object["reference"] = .text(reference) }
    let row = finding.row
    guard let effect = row.effect else {
      object["status"] = .text("not_shown")
      return .object(object)
    }
    object["status"] = .text("shown")
    if let estimate = Self.estimate(effect) {
      object["ratio"] = .number(estimate.value)
      if let interval = estimate.interval {
        object["interval"] = .object([
          "lower": .number(interval.lower), "upper": .number(interval.upper),
          "level": .number(interval.level), "method": .text(interval.method),
        ])
      }
    } else if case .notEstimable(let reason) = effect {
      object["status"] = .text("not_applicable")
      object["reason"] = .text(reason)
    }
    if let pValue = Self.pValue(row.test) { object["p"] = .number(pValue.value) }
    if let pValue = Self.pValue(row.boschloo) { object["p_boschloo"] = .number(pValue.value) }
    if let adjusted = row.adjustedP { object["p_adjusted"] = .number(adjusted.value) }
    object["set_aside"] = .bool(row.isSetAside)
    object["stands_out"] = .bool(isConspicuous(row))
    return .object(object)
  }

  private func isConspicuous(_ row: ComparisonScan.Row) -> Bool {
    row.adjustedP.map { $0.value <= method.falseDiscoveryRate } ?? false
  }

  private static func estimate(_ outcome: Outcome?) -> Estimate? {
    if case .estimate(let estimate)? = outcome { return estimate }
    return nil
  }

  private static func pValue(_ outcome: Outcome?) -> PValue? {
    if case .test(let test)? = outcome { return test.pValue }
    return nil
  }
}

extension Exhibit {
  /// The group a row is about.
  fileprivate func focal(of row: String) -> String {
    kind.rowsAreGroups && by == nil ? row : focal ?? row
  }
}
