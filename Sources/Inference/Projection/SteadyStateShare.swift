public import Estimates

/// The share that unchanged rates lead to in the end, however long it takes.
///
///     n = h (I - P)^-1, group by group
///
/// It is reached from any start, but often after decades: it says where the rates point, not where
/// the workforce will be. Cost: the cube of the number of levels per group.
/// - Source: Bartholomew, Forbes and McClean (1991), Statistical Techniques for Manpower Planning,
///   chapter 3.
public struct SteadyStateShare: CataloguedMethod {
  /// What is changed.
  public let scenario: ProjectionScenario
  /// What was known of the rates before.
  public let prior: DirichletPrior

  /// Makes the method.
  public init(scenario: ProjectionScenario = .asBefore, prior: DirichletPrior = .standard) {
    self.scenario = scenario
    self.prior = prior
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "steady-state-share", title: "Share in the steady state of a workforce",
    formula: "n = h (I - P)^-1, the share of the group among n",
    range: "between 0 and 1",
    assumptions: [
      "Rates and hires never change.",
      "Sooner or later everybody leaves, from whatever level.",
    ],
    source: "Bartholomew, Forbes and McClean (1991), Statistical Techniques for Manpower Planning, "
      + "chapter 3")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "expected rates, \(scenario.words), \(prior.words)")
  }

  /// The people of each group and level in the end, and the share.
  public func callAsFunction(_ chain: LevelChain, share: FollowedShare) -> SteadyState {
    if let problem = share.problem(in: chain) ?? scenario.problem(in: chain) {
      return SteadyState(people: [], share: .notEstimable(reason: problem))
    }
    let (made, problem) = ChainRates.make(
      chain, prior: prior, levers: scenario.levers(in: chain))
    guard let rates = made else {
      return SteadyState(
        people: [], share: .notEstimable(reason: problem ?? "The rates are not known."))
    }
    let levels = chain.levels.count
    var people: [[Double]] = []
    for (position, group) in chain.groups.enumerated() {
      let cells = (position * levels)..<((position + 1) * levels)
      let rows = cells.map { rates.chances[$0] }
      if let level = Self.levelWithoutExit(rows, from: Array(rates.hires[cells]), group.stock) {
        return SteadyState(
          people: [],
          share: .notEstimable(
            reason: "\(group.name) at \(chain.levels[level]) never leave, so there is no steady "
              + "state."))
      }
      guard let solved = Self.solve(rows, Array(rates.hires[cells])) else {
        return SteadyState(
          people: [], share: .notEstimable(reason: "The steady state could not be computed."))
      }
      people.append(solved)
    }
    let (group, everyone) = share.people(people.flatMap { $0 }, in: chain)
    guard everyone > 0 else {
      return SteadyState(
        people: people, share: .notEstimable(reason: "In the end nobody is left."))
    }
    return SteadyState(people: people, share: .estimate(group / everyone))
  }

  /// A level somebody is at or comes to and nobody ever leaves from, directly or by way of others.
  private static func levelWithoutExit(
    _ rows: [[Double]], from hires: [Double], _ stock: [Int]
  ) -> Int? {
    let levels = rows.count
    var reached = (0..<levels).map { hires[$0] > 0 || stock[$0] > 0 }
    var leaves = rows.map { $0[levels] > 0 }
    for _ in 0..<levels {
      for from in 0..<levels {
        for to in 0..<levels where rows[from][to] > 0 {
          if reached[from] { reached[to] = true }
          if leaves[to] { leaves[from] = true }
        }
      }
    }
    return (0..<levels).first { reached[$0] && !leaves[$0] }
  }

  /// The people `n` with `n (I - P) = h`, by Gauss elimination with pivots; levels nobody comes to
  /// and nobody leaves stand empty.
  private static func solve(_ rows: [[Double]], _ hires: [Double]) -> [Double]? {
    let levels = rows.count
    // Row j of the system: n_j - sum over i of n_i P_ij = h_j.
    var matrix = (0..<levels).map { to in
      (0..<levels).map { from in (from == to ? 1.0 : 0) - rows[from][to] }
    }
    for level in 0..<levels where rows[level][level] >= 1 {
      matrix[level][level] = 1
    }
    var right = hires
    for column in 0..<levels {
      let pivot = (column..<levels).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) }
      guard let pivot, abs(matrix[pivot][column]) > 1e-14 else { return nil }
      matrix.swapAt(column, pivot)
      right.swapAt(column, pivot)
      for row in (column + 1)..<max(column + 1, levels) {
        let factor = matrix[row][column] / matrix[column][column]
        guard factor != 0 else { continue }
        for index in column..<levels { matrix[row][index] -= factor * matrix[column][index] }
        right[row] -= factor * right[column]
      }
    }
    var people = [Double](repeating: 0, count: levels)
    for row in (0..<levels).reversed() {
      var sum = right[row]
      for index in (row + 1)..<max(row + 1, levels) { sum -= matrix[row][index] * people[index] }
      people[row] = sum / matrix[row][row]
    }
    return people.allSatisfy(\.isFinite) ? people.map { max(0, $0) } : nil
  }
}

/// A workforce that its rates no longer change.
public struct SteadyState: Hashable, Sendable {
  /// The people of each group and level; empty where there is no steady state.
  public let people: [[Double]]
  /// The share of the group followed.
  public let share: Outcome
}
