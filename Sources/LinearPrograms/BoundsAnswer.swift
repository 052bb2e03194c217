/// What a solver claims about the targets of a request.
///
/// Each end of each target names a point at which it is reached. Points are shared: one that is wide
/// for one target often is so for many.
public struct BoundsAnswer: Hashable, Sendable {
  /// A point of a program: its columns at their lower bounds but for those listed.
  public struct Point: Hashable, Sendable {
    /// The program's position.
    public let program: Int
    /// The columns listed, ascending.
    public let columns: [Int]
    /// Their values.
    public let values: [Fraction]

    /// Makes a point.
    public init(program: Int, columns: [Int], values: [Fraction]) {
      self.program = program
      self.columns = columns
      self.values = values
    }
  }

  /// How much an optimum would change per unit of a row's constant.
  public struct Dual: Hashable, Sendable {
    /// The row's position.
    public let row: Int
    /// The change.
    public let value: Double

    /// Makes a dual value.
    public init(row: Int, value: Double) {
      self.row = row
      self.value = value
    }
  }

  /// One end of a target's interval.
  public struct End: Hashable, Sendable {
    /// The position of the point that reaches it.
    public let point: Int
    /// The target's value there.
    public let value: Fraction
    /// Whether the solver claims that it cannot be surpassed.
    public let isOptimal: Bool
    /// The rows with a dual value other than 0; only for ends of targets that are too narrow.
    public let duals: [Dual]

    /// Makes an end.
    public init(point: Int, value: Fraction, isOptimal: Bool, duals: [Dual] = []) {
      self.point = point
      self.value = value
      self.isOptimal = isOptimal
      self.duals = duals
    }
  }

  /// What became of a target.
  public enum Target: Hashable, Sendable {
    /// Two points were found.
    case bounded(least: End, greatest: End, iterations: Int)
    /// Its program has no point.
    case infeasible
    /// The iterations were used up first.
    case exhausted
    /// The solver gave up for numerical reasons.
    case failed
  }

  /// The points, each named by at least one end.
  public let points: [Point]
  /// The targets, in the order of the request.
  public let targets: [Target]
  /// The iterations used.
  public let iterations: Int

  /// Makes an answer.
  public init(points: [Point], targets: [Target], iterations: Int) {
    self.points = points
    self.targets = targets
    self.iterations = iterations
  }
}
