import Disclosure
import Estimates
import Findings
import SVGCharts

/// Sentences on what becomes of a gap when like is compared with like, and on tests that disagree.
extension SectionWriter {
  /// One minus the confidence.
  private var level: Double { 1 - context.confidence }

  /// Whether the tests of a row of a funnel agree; `nil` where fewer than two are shown.
  func agreement(_ published: PublishedExhibit, row: Int) -> MethodAgreement? {
    MethodAgreement(published, row: row, level: level)
  }

  /// The rows of an exhibit whose tests disagree, in one sentence; `nil` where there is none.
  ///
  /// Rows on which the same tests rule equality out share a clause.
  func methodSentence(_ published: PublishedExhibit) -> String? {
    let rows = published.exhibit.rows.indices.compactMap { row in
      agreement(published, row: row).flatMap { $0.dependsOnMethod ? (row, $0) : nil }
    }
    let focal = published.exhibit.focal.map { $0 + context.language.colon } ?? ""
    let sides = unique(rows.map { side($0.1) })
    let sentences = sides.compactMap { side -> String? in
      let members = rows.filter { self.side($0.1) == side }
      guard let first = members.first?.1 else { return nil }
      return text(
        .dependsOnMethod,
        [
          "list": focal + listed(members.map { published.exhibit.rows[$0.0].label }),
          "level": format.percent(level, digits: 0),
          "rejecting": named(first.rejecting), "notRejecting": named(first.notRejecting),
        ])
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func side(_ agreement: MethodAgreement) -> String { named(agreement.rejecting) }

  private func named(_ tests: [MethodAgreement.Test]) -> String { listed(tests.map(\.name)) }

  /// What becomes of a gap within the parts of a breakdown; `nil` where it is not shown.
  ///
  /// `parts` is the exhibit of the parts one by one, which tells what is left out.
  func stratifiedSentence(
    _ published: PublishedExhibit, parts: PublishedExhibit?
  ) -> String? {
    guard let comparison = StratifiedComparison(published, level: level),
      let focal = published.exhibit.focal, let reference = published.exhibit.reference
    else { return nil }
    let by = byTitle(published.exhibit)
    let (hidden, without) = parts.map { leftOut($0) } ?? ([], [])
    var sentences = [
      text(
        .stratified,
        [
          "whole": label(hidden.isEmpty ? .allParts : .partsShown),
          "focal": names.plural(focal, .applicants), "by": by,
          "pooled": format.ratio(comparison.pooled.value),
          "reference": names.plural(reference, .applicants),
          "p": label(.pooledZ, ["p": printed(comparison.pooledTest)]), "within": within(comparison),
        ])
    ]
    if comparison.isHeterogeneous, let test = comparison.homogeneity {
      sentences.append(
        text(.stratifiedDiffers, ["by": by, "test": "Breslow-Day-Tarone " + printed(test)]))
    }
    if comparison.dependsOnMethod { sentences.append(text(.stratifiedDependsOnMethod)) }
    if !without.isEmpty {
      sentences.append(text(.stratifiedWithoutInformation, ["list": listed(without)]))
    }
    if !hidden.isEmpty { sentences.append(text(.stratifiedHidden, ["list": listed(hidden)])) }
    return sentences.joined(separator: " ")
  }

  private func within(_ comparison: StratifiedComparison) -> String {
    let message: Message =
      switch comparison.status {
      case .vanishes: .stratifiedVanishes
      case .reverses: .stratifiedReverses
      case .appears: .stratifiedAppears
      case .undetermined:
        comparison.isFoundWithin ? .stratifiedOnlyWithin : .stratifiedOnlyPooled
      case .remains: .stratifiedRemains
      case .none: .stratifiedNone
      }
    let tests =
      ["CMH " + printed(comparison.commonTest)]
      + [comparison.exactTest.map { label(.exactTest, ["p": printed($0)]) }].compactMap(\.self)
      + [comparison.differenceTest.map { label(.equalRatios, ["p": printed($0)]) }]
      .compactMap(\.self)
    return phrase(
      message,
      [
        "common": format.ratio(comparison.common.value), "confidence": confidence,
        "interval": comparison.common.interval.map { printed($0, .ratio) } ?? label(.notDefined),
        "tests": tests.joined(separator: ", "),
      ])
  }

  /// `p = 0.217` or `p < 0.001`.
  private func printed(_ test: TestResult) -> String {
    let number = format.pValue(test.pValue.value)
    return number.hasPrefix("<") ? "p " + number : "p = " + number
  }

  /// The parts whose counts are not all shown, and those with nothing to compare.
  private func leftOut(_ parts: PublishedExhibit) -> (hidden: [String], without: [String]) {
    var hidden: [String] = []
    var without: [String] = []
    for row in parts.exhibit.rows.indices {
      let columns = ["focal_entered", "focal_passed", "reference_entered", "reference_passed"]
      let counts = columns.compactMap { value(parts, row: row, column: $0) }
      let label = parts.exhibit.rows[row].label
      guard counts.count == columns.count else {
        hidden.append(label)
        continue
      }
      let entered = counts[0] + counts[2]
      let passed = counts[1] + counts[3]
      if counts[0] == 0 || counts[2] == 0 || passed == 0 || passed == entered {
        without.append(label)
      }
    }
    return (hidden, without)
  }
}
