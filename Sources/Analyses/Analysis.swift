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
    HeadcountAnalysis(), DeclarationAnalysis(), RepresentationAnalysis(), BenchmarkAnalysis(),
    IntersectionAnalysis(), FunnelAnalysis(), FlowAnalysis(), ExitTypeAnalysis(),
    PayGapAnalysis(), PayQuarterAnalysis(), BonusAnalysis(), TrendAnalysis(),
  ]

  /// The queries of all analyses, each once, in order.
  public static func queries(in context: AnalysisContext) -> [AggregateQuery] {
    var seen: Set<AggregateQuery> = []
    return all.flatMap { $0.queries(in: context) }.filter { seen.insert($0).inserted }
  }

  /// The plan of a whole release.
  public static func plan(from data: WorkforceData, in context: AnalysisContext) -> ReleasePlan {
    ReleasePlan(ladders: all.flatMap { $0.ladders(from: data, in: context) })
  }
}
