public import Aggregates

/// The answers to the queries of all analyses.
public struct WorkforceData: Sendable {
  private let answers: [AggregateQuery: Confidential<CellTable>]
  private let context: AnalysisContext

  /// Gathers answers, one per query.
  public init(answers: [AggregateQuery: Confidential<CellTable>], context: AnalysisContext) {
    self.answers = answers
    self.context = context
  }

  /// The answer to a query made with `AnalysisContext.query`, always by quarter: an input without
  /// dates stands for the reported quarter.
  func cells(
    _ input: AnalysisContext.Input, _ attributes: [String],
    measures: [AggregateQuery.MeasureRequest] = [], quarters: [String]? = nil
  ) -> CellTable? {
    let query = context.query(input, attributes, measures: measures, quarters: quarters)
    guard let table = answers[query]?.exposed else { return nil }
    if table.index(of: AnalysisContext.quarter) != nil { return table }
    let quarter = Attribute(
      id: AnalysisContext.quarter, title: "Quarter", levels: context.quarters.map { Level($0) },
      isOrdered: true)
    return table.lifted(by: quarter, level: context.quarters.count - 1)
  }
}
