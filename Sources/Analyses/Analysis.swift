public import Aggregates

/// A question asked of the workforce: which counts it needs, and which exhibits come of them.
///
/// An analysis plans; it publishes nothing. Its exhibits go to the gate with everyone else's.
public protocol Analysis: Sendable {
  /// The queries whose answers the analysis needs. Those for inputs that do not exist are left out.
  func queries(in context: AnalysisContext) -> [AggregateQuery]

  /// The exhibits, each with its rungs from finest to coarsest.
  func ladders(from data: WorkforceData, in context: AnalysisContext) -> [ExhibitLadder]
}

/// Every analysis, in the order of the report's sections.
public enum AnalysisCatalogue {
  /// Every analysis, in the order of the report's sections.
  public static let all: [any Analysis] = [
    HeadcountAnalysis(), DeclarationAnalysis(), RepresentationAnalysis(), PipelineAnalysis(),
    BenchmarkAnalysis(),
    IntersectionAnalysis(), IntersectionLeadershipAnalysis(), FunnelAnalysis(), FlowAnalysis(),
    TimeToEventAnalysis(), ExitTypeAnalysis(),
    PayGapAnalysis(), PayQuarterAnalysis(), BonusAnalysis(), DiversityAnalysis(),
    SegregationAnalysis(), PayInequalityAnalysis(), PayInequalityBetweenAnalysis(),
    TrendAnalysis(), FlowTrendAnalysis(), WhySharesMovedAnalysis(),
    TargetProjectionAnalysis(),
    SkillsGapAnalysis(), InclusionLensAnalysis(),
    TrainingPipelineAnalysis(), SkillsAnalysis(),
  ]

  /// Those of a report of one part of the workforce.
  ///
  /// Length of service, intersections, indices and funnels by structure cut a part into groups so small
  /// that little of them could be shown, and what must be hidden for them takes more with it.
  public static let ofPart: [any Analysis] = [
    HeadcountAnalysis(), DeclarationAnalysis(), RepresentationAnalysis(), BenchmarkAnalysis(),
    FunnelAnalysis(breaksDown: false), FlowAnalysis(), PayGapAnalysis(), PayQuarterAnalysis(),
    BonusAnalysis(),
    TrendAnalysis(),
  ]

  /// How widely a release compares.
  public enum Breadth: Sendable {
    /// What the report of one part shows beside that of everyone.
    case part
    /// What the report shows.
    case report
    /// That, and every comparison of a scan; of groups in parts the first of each characteristic.
    case scan
    /// That, and every group in every part.
    case everything

    var analyses: [any Analysis] {
      switch self {
      case .part: AnalysisCatalogue.ofPart
      case .report: AnalysisCatalogue.all
      case .scan: AnalysisCatalogue.all + [ScanAnalysis()]
      case .everything: AnalysisCatalogue.all + [ScanAnalysis(groupsInParts: .all)]
      }
    }
  }

  /// The queries of all analyses, each once, in order.
  public static func queries(
    in context: AnalysisContext, breadth: Breadth = .report
  ) -> [AggregateQuery] {
    var seen: Set<AggregateQuery> = []
    return breadth.analyses.flatMap { $0.queries(in: context) }
      .filter { seen.insert($0).inserted }
  }

  /// The plan of a whole release.
  public static func plan(
    from data: WorkforceData, in context: AnalysisContext, breadth: Breadth = .report
  ) -> ReleasePlan {
    ReleasePlan(ladders: breadth.analyses.flatMap { $0.ladders(from: data, in: context) })
  }
}
