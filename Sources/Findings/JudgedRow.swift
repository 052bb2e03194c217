public import Disclosure
public import Estimates

/// A row of an exhibit that can be judged, before the p-values of its family are adjusted.
struct JudgedRow {
  /// What is known of the row's test.
  enum Test: Equatable {
    /// No test belongs to the row, or its result is undefined.
    case absent
    /// A test was made and may not be shown.
    case withheld
    /// A test was made and is shown.
    case shown(PValue)

    /// The p-value that enters the family.
    var pValue: PValue { shown ?? .one }

    /// The p-value a reader may see.
    var shown: PValue? {
      if case .shown(let pValue) = self { return pValue }
      return nil
    }
  }

  let exhibit: Exhibit
  let comparison: Comparison
  let index: Int
  let label: String
  let role: ExhibitRow.Role
  let effect: Estimate?
  let test: Test
  let limit: Finding.Limit?
  let family: FindingFamily
  let subject: Finding.Subject
}

extension FindingsEngine {
  /// The rows of an exhibit that are compared with something.
  func judged(_ published: PublishedExhibit, undeclared: [String]) -> [JudgedRow] {
    let exhibit = published.exhibit
    guard let comparison = exhibit.comparison else { return [] }
    let family = FindingFamily(exhibit.kind)
    let isUndeclared =
      exhibit.kind.countsTheWorkforce
      && exhibit.attribute.map { undeclared.contains($0.id) } ?? false
    return exhibit.rows.indices.compactMap { index in
      let row = exhibit.rows[index]
      guard row.role == .item || row.role == .total else { return nil }
      let effectEntry = published.entry(row: index, column: comparison.effectColumn)
      guard let status = effectEntry.status else { return nil }
      let testEntry =
        comparison.testColumn.map { published.entry(row: index, column: $0) } ?? .empty
      let limit: Finding.Limit? =
        if isUndeclared {
          .lowDeclaration
        } else {
          switch status {
          case .shown, .zero: effectEntry.estimate == nil ? .noData : nil
          case .notShown: .hidden
          case .noData: .noData
          case .notApplicable: .notApplicable(effectEntry.reason)
          }
        }
      return JudgedRow(
        exhibit: exhibit, comparison: comparison, index: index, label: row.label, role: row.role,
        effect: isUndeclared ? nil : effectEntry.estimate,
        test: isUndeclared ? testEntry.judgedTest.hidden : testEntry.judgedTest, limit: limit,
        family: family, subject: exhibit.subject(of: row))
    }
  }
}

extension JudgedRow.Test {
  /// The same test, withheld.
  fileprivate var hidden: JudgedRow.Test { self == .absent ? .absent : .withheld }
}

extension PublishedEntry {
  /// What the entry says of a test.
  fileprivate var judgedTest: JudgedRow.Test {
    switch status {
    case .notShown: .withheld
    case .shown, .zero:
      if let pValue = test?.pValue ?? estimate.flatMap({ PValue($0.value) }) {
        .shown(pValue)
      } else {
        .absent
      }
    case .notApplicable, .noData, nil: .absent
    }
  }

  /// Why the entry is not defined, where it is not.
  public var reason: String? {
    switch self {
    case .empty: nil
    case .count(let count): count.reason
    case .estimate(let estimate): estimate.reason
    case .test(let test): test.reason
    }
  }
}

extension Exhibit {
  /// What a row compares.
  func subject(of row: ExhibitRow) -> Finding.Subject {
    let rowsAreGroups = kind.rowsAreGroups && by == nil
    return Finding.Subject(
      attribute: attribute,
      focal: rowsAreGroups ? row.label : focal ?? row.label,
      reference: reference ?? rows.first { $0.role == .reference }?.label,
      by: by, part: rowsAreGroups || focal == nil ? nil : row.label)
  }
}

extension Exhibit.Kind {
  /// Whether each row stands for one group of people.
  public var rowsAreGroups: Bool {
    switch self {
    case .hiring, .progression, .retention, .timeToExit, .timeToPromotion,
      .representation, .funnelStage,
      .benchmark, .intersection, .skillsGap, .inclusionLens, .shareAccounting:
      true
    case .headcountBridge, .declaration, .declarationTrend, .representationBy, .funnel, .funnelBy,
      .funnelAttribution, .funnelStratified, .comparisonScan, .progressionBy, .payGap, .payGapBy,
      .payQuarters, .bonus, .trend, .trendTest, .flowTrend, .projection, .targetChance,
      .intersectionLeadership,
      .pipeline,
      .inequality,
      .inequalityBetween, .lorenz, .diversity, .segregation, .segregationModel, .segregationCurve,
      .training, .trainingAttribution, .trainingCost, .skillDomains, .hybridTalent, .skillPairs,
      .emergingSkills:
      false
    }
  }

  /// Whether the exhibit counts employees, whose declaration rate section 3 reports.
  var countsTheWorkforce: Bool {
    switch self {
    case .funnelStage, .funnel, .funnelBy, .funnelAttribution, .funnelStratified,
      .comparisonScan, .skillsGap, .inclusionLens:
      false
    case .headcountBridge, .declaration, .declarationTrend, .representation, .representationBy,
      .benchmark, .intersection, .pipeline, .progression, .progressionBy, .retention, .timeToExit,
      .timeToPromotion, .hiring, .payGap, .payGapBy, .payQuarters, .bonus, .trend, .trendTest,
      .flowTrend, .shareAccounting, .projection, .targetChance, .intersectionLeadership, .training,
      .trainingAttribution,
      .trainingCost, .skillDomains, .hybridTalent, .skillPairs, .emergingSkills, .inequality,
      .inequalityBetween, .lorenz,
      .diversity,
      .segregation, .segregationModel, .segregationCurve:
      true
    }
  }
}
