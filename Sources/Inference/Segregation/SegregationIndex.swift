public import Aggregates
public import Estimates
import NumericalKernel

/// An index of how unevenly groups are spread over units, of a table with units in rows and groups
/// in columns.
public protocol SegregationIndex: CataloguedMethod {
  /// The index alone, for when it is computed many times.
  func index(_ table: ContingencyTable) -> Outcome
  /// The index with its null expectation, its excess over that and a test.
  func callAsFunction(_ table: ContingencyTable) -> SegregationResult
}

/// An index that is computed from counts; a new index says what is asked for here.
protocol CountedSegregationIndex: SegregationIndex {
  /// Which groups it sees.
  var groups: SegregationGroups { get }
  /// The counts it is computed from.
  func counts(_ table: ContingencyTable) -> SegregationCounts
  /// Why the options cannot be used, or `nil`.
  var optionProblem: String? { get }
  /// The index without any correction, for counts without a problem.
  func value(_ counts: SegregationCounts) -> Double
  /// The index as it is reported, for counts without a problem.
  func reported(_ counts: SegregationCounts) -> Double
  /// The index as it is reported, with what is known of its uncertainty.
  func estimate(_ counts: SegregationCounts) throws(NumericalError) -> Outcome
  /// The expectation of `value` with people dealt out at random.
  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome
  /// Which way it goes with segregation.
  var direction: SegregationDirection { get }
  /// What the index is at complete segregation.
  func completeSegregation(_ counts: SegregationCounts) -> Double
  /// How many people would have to move, or `nil` for an index that does not say.
  func peopleToMove(_ counts: SegregationCounts) -> Outcome?
}

extension CountedSegregationIndex {
  var groups: SegregationGroups { .all }
  func counts(_ table: ContingencyTable) -> SegregationCounts {
    SegregationCounts(table, groups: groups)
  }
  var optionProblem: String? { nil }
  var direction: SegregationDirection { .rising }
  func reported(_ counts: SegregationCounts) -> Double { value(counts) }
  func estimate(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .estimate(reported(counts))
  }
  func completeSegregation(_ counts: SegregationCounts) -> Double { 1 }
  func peopleToMove(_ counts: SegregationCounts) -> Outcome? { nil }

  /// The index alone.
  func outcome(_ table: ContingencyTable) -> Outcome {
    let counts = counts(table)
    if let problem = optionProblem ?? counts.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in try estimate(counts) }
  }

  /// The index with everything beside it.
  func result(_ table: ContingencyTable) -> SegregationResult {
    let counts = counts(table)
    if let problem = optionProblem ?? counts.problem {
      return .init(
        counts, stamp, index: .notEstimable(reason: problem),
        expectation: .notEstimable(reason: problem), excess: .notEstimable(reason: problem),
        relative: .notEstimable(reason: problem), complete: .notEstimable(reason: problem),
        test: .notEstimable(reason: problem), move: nil)
    }
    let plain = value(counts)
    let complete = completeSegregation(counts)
    let expectation: Outcome = .computing { () throws(NumericalError) -> Outcome in
      try nullExpectation(counts)
    }
    var (excess, relative) = (expectation, expectation)
    if case .estimate(let expected) = expectation {
      excess = .estimate(plain - expected.value)
      // Somewhere two people share a unit, and they could be of different groups.
      relative =
        counts.unitTotals.contains { $0 > 1 }
        ? .estimate((plain - expected.value) / (complete - expected.value))
        : .notEstimable(
          reason: "Every unit has one person, so everything chance could make is as segregated.")
    }
    return .init(
      counts, stamp,
      index: .computing { () throws(NumericalError) -> Outcome in try estimate(counts) },
      expectation: expectation, excess: excess, relative: relative,
      complete: .estimate(complete), test: InformationSums(counts).test(counts),
      move: peopleToMove(counts))
  }
}

extension SegregationResult {
  fileprivate init(
    _ counts: SegregationCounts, _ stamp: MethodStamp, index: Outcome, expectation: Outcome,
    excess: Outcome, relative: Outcome, complete: Outcome, test: Outcome, move: Outcome?
  ) {
    self.init(
      index: index, nullExpectation: expectation, excess: excess, relativeExcess: relative,
      completeSegregation: complete, test: test, peopleToMove: move, people: counts.total,
      units: counts.unitCount, groups: counts.groupCount, emptyUnits: counts.emptyUnits,
      emptyGroups: counts.emptyGroups, singlePersonUnits: counts.singlePersonUnits, stamp: stamp)
  }
}
