public import Aggregates

/// Something that can count people.
public protocol AggregateSource: Sendable {
  /// Answers several queries in one pass over the data, one table per query, in order.
  ///
  /// - Parameter progress: called from time to time with the share of the data read, 0 to 1.
  /// - Throws: `SourceProblems` with everything that is wrong with the data, or
  ///   `CancellationError`.
  func cells(
    for queries: [AggregateQuery], progress: @escaping @Sendable (Double) -> Void
  ) async throws -> [Confidential<CellTable>]
}
