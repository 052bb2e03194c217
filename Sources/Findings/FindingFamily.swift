public import Estimates

/// The exhibits that are judged together: one section of the report.
public enum FindingFamily: String, Hashable, Sendable, Codable, CaseIterable {
  /// Who is counted.
  case headcount
  /// Declaration rates.
  case declaration
  /// Representation, and representation against benchmarks.
  case representation
  /// Crossed characteristics.
  case intersections
  /// Hires and the hiring funnel.
  case hiring
  /// Promotions.
  case progression
  /// Exits.
  case retention
  /// Pay and bonuses.
  case pay
  /// Training.
  case training
  /// Shares over time.
  case trend
  /// Vacancies and the skills they ask for.
  case skills

  /// The family of an exhibit.
  public init(_ kind: Exhibit.Kind) {
    self =
      switch kind {
      case .headcountBridge: .headcount
      case .declaration, .declarationTrend: .declaration
      case .representation, .representationBy, .pipeline, .benchmark, .diversity, .segregation,
        .segregationModel, .segregationCurve, .skillDomains, .hybridTalent, .skillPairs,
        .emergingSkills:
        .representation
      case .intersection, .intersectionLeadership: .intersections
      case .funnelStage, .funnel, .funnelBy, .funnelAttribution, .funnelStratified,
        .comparisonScan, .hiring:
        .hiring
      case .progression, .progressionBy, .timeToPromotion: .progression
      case .retention, .timeToExit: .retention
      case .payGap, .payGapBy, .payQuarters, .bonus, .inequality, .inequalityBetween, .lorenz: .pay
      case .training, .trainingAttribution, .trainingCost: .training
      case .trend, .trendTest, .flowTrend, .shareAccounting, .projection, .targetChance:
        .trend
      case .skillsGap, .inclusionLens: .skills
      }
  }
}
