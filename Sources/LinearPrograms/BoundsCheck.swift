/// Turns what a solver claims into what is proved.
///
/// The claim that protects people is that a count cannot be narrowed down: there are two points, both
/// of which satisfy every row and bound, at which it differs by so much. Both come in exact fractions
/// and are checked here, so the claim holds whatever the solver did. That an end is optimal is not proved;
/// where it is not, an interval is taken for narrower than it is and more is hidden than is needed.
public struct BoundsCheck: Sendable {
  /// What is proved about a target.
  public struct Interval: Hashable, Sendable {
    /// The least value of which a point is known.
    public let least: Fraction
    /// The greatest value of which a point is known.
    public let greatest: Fraction
    /// Whether the solver claims that both ends are optimal; never proved.
    public let isClaimedOptimal: Bool
    /// The dual values of the rows at the least value, as claimed.
    public let leastDuals: [BoundsAnswer.Dual]
    /// The dual values of the rows at the greatest value, as claimed.
    public let greatestDuals: [BoundsAnswer.Dual]
  }

  /// The intervals of the targets, in the order of the request.
  public let intervals: [Interval]
  /// The iterations the solver says it used.
  public let iterations: Int
  /// The points of the answer, each with its program.
  let points: [(program: Int, point: ExactPoint)]

  /// Checks an answer.
  ///
  /// - Parameters:
  ///   - answer: what the solver claims.
  ///   - request: what it was asked.
  ///   - truths: for each program, its true columns where they are known. They satisfy the program,
  ///     so they are a point like any other, and no optimum can leave them outside.
  /// - Throws: `.infeasible`, `.budgetExhausted` or `.numerical` if the solver gave up on a target;
  ///   `.inconsistentCounts` if a truth breaks its program; `.infeasiblePoint` if a point does;
  ///   `.contradiction` if a value is not that of its point, ends are crossed, or a truth is outside an
  ///   optimum.
  public init(
    _ answer: BoundsAnswer, to request: BoundsRequest, truths: [[Int]?] = []
  ) throws(SolverFailure) {
    var known: [ExactPoint?] = []
    for (index, program) in request.programs.enumerated() {
      guard truths.indices.contains(index), let truth = truths[index] else {
        known.append(nil)
        continue
      }
      guard let point = ExactPoint(truth, in: program) else { throw .inconsistentCounts }
      known.append(point)
    }
    guard answer.targets.count == request.targets.count else { throw .malformedAnswer }
    var points: [ExactPoint] = []
    points.reserveCapacity(answer.points.count)
    for point in answer.points {
      guard request.programs.indices.contains(point.program),
        let exact = ExactPoint(point, in: request.programs[point.program])
      else { throw .infeasiblePoint }
      points.append(exact)
    }
    var intervals: [Interval] = []
    intervals.reserveCapacity(request.targets.count)
    for (target, claim) in zip(request.targets, answer.targets) {
      switch claim {
      case .infeasible: throw .infeasible
      case .exhausted: throw .budgetExhausted
      case .failed: throw .numerical
      case .bounded(let least, let greatest, _):
        for end in [least, greatest] {
          guard points.indices.contains(end.point),
            answer.points[end.point].program == target.program
          else { throw .malformedAnswer }
        }
        let truth = known[target.program]?[target.column]
        intervals.append(
          try Self.interval(
            least, greatest, at: points[least.point][target.column],
            points[greatest.point][target.column], truth: truth))
      }
    }
    self.intervals = intervals
    self.points = zip(answer.points, points).map { ($0.program, $1) }
    iterations = answer.iterations
  }

  private static func interval(
    _ least: BoundsAnswer.End, _ greatest: BoundsAnswer.End, at low: Fraction, _ high: Fraction,
    truth: Fraction?
  ) throws(SolverFailure) -> Interval {
    var low = low
    var high = high
    for (end, value) in [(least, low), (greatest, high)] {
      guard end.value == value else { throw .contradiction }
    }
    guard low <= high else { throw .contradiction }
    let isOptimal = least.isOptimal && greatest.isOptimal
    if let truth {
      if least.isOptimal && truth < low || greatest.isOptimal && truth > high {
        throw .contradiction
      }
      low = min(low, truth)
      high = max(high, truth)
    }
    return Interval(
      least: low, greatest: high, isClaimedOptimal: isOptimal, leastDuals: least.duals,
      greatestDuals: greatest.duals)
  }
}
