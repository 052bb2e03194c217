import Estimates
import NumericalKernel

/// The chances and hires of a chain with a prior and a scenario: what is expected of them, and what
/// they are drawn from.
struct ChainRates {
  /// Expected chances of each cell: to each level, then of leaving.
  let chances: [[Double]]
  /// Expected hires per period of each cell.
  let hires: [Double]
  /// How the chances of each cell are drawn.
  let rows: [LevelChainSampler.Row]
  /// How hires are drawn.
  let hiring: LevelChainSampler.Hires
  /// What the scenario turns.
  let levers: ChainLevers

  /// The rates, or why there are none.
  static func make(
    _ chain: LevelChain, prior: DirichletPrior, levers: ChainLevers
  ) -> (rates: ChainRates?, problem: String?) {
    if let problem = prior.problem { return (nil, problem) }
    let levels = chain.levels.count
    var chances: [[Double]] = []
    var rows: [LevelChainSampler.Row] = []
    for (position, group) in chain.groups.enumerated() {
      for level in 0..<levels {
        switch group.transitions[level] {
        case .chances(let known):
          let row = known + [max(0, 1 - known.reduce(0, +))]
          chances.append(row)
          rows.append(.known(row))
        case .counts(let counts):
          let added = prior.added(
            pooled: pooled(chain, level),
            open: (0...levels).map { $0 == level || $0 == levels })
          let shapes = zip(counts, added).map { Double($0) + $1 }
          let sum = shapes.reduce(0, +)
          if sum > 0 {
            chances.append(shapes.map { $0 / sum })
            rows.append(.dirichlet(shapes))
          } else if isReached(level, position, chain) {
            return (
              nil,
              "Nobody of \(group.name) was counted at \(chain.levels[level]), so what happens there "
                + "is not known without a prior."
            )
          } else {
            let stays = (0...levels).map { $0 == level ? 1.0 : 0 }
            chances.append(stays)
            rows.append(.known(stays))
          }
        }
      }
    }
    for cell in chances.indices {
      levers.turn(&chances[cell], level: cell % levels, group: cell / levels)
    }
    let hiring = hiring(chain, prior)
    var hires: [Double] =
      switch hiring {
      case .known(let expected): expected
      case .gamma(let shapes, let periods): shapes.map { $0 / periods }
      }
    levers.turn(hires: &hires, levels: levels)
    return (
      ChainRates(chances: chances, hires: hires, rows: rows, hiring: hiring, levers: levers), nil
    )
  }

  /// The counts of all groups whose transitions at a level were counted.
  private static func pooled(_ chain: LevelChain, _ level: Int) -> [Int] {
    chain.groups.reduce(Array(repeating: 0, count: chain.levels.count + 1)) { sum, group in
      guard case .counts(let counts) = group.transitions[level] else { return sum }
      return zip(sum, counts).map(+)
    }
  }

  /// Whether anybody of a group is at a level, is hired to it or could come to it.
  private static func isReached(_ level: Int, _ position: Int, _ chain: LevelChain) -> Bool {
    let group = chain.groups[position]
    if group.stock[level] > 0 { return true }
    switch group.hires {
    case .expected(let expected): if expected[level] > 0 { return true }
    case .counts(let counts, _): if counts[level] > 0 { return true }
    }
    return group.transitions.contains { transitions in
      switch transitions {
      case .chances(let chances): chances[level] > 0
      case .counts(let counts): counts[level] > 0
      }
    }
  }

  private static func hiring(
    _ chain: LevelChain, _ prior: DirichletPrior
  ) -> LevelChainSampler.Hires {
    var expected: [Double] = []
    var counts: [Int] = []
    var periods = 1
    for group in chain.groups {
      switch group.hires {
      case .expected(let numbers): expected += numbers
      case .counts(let numbers, let over):
        counts += numbers
        periods = over
      }
    }
    guard !counts.isEmpty else { return .known(expected) }
    return .gamma(
      zip(counts, prior.addedHires(counts, levels: chain.levels.count)).map { Double($0) + $1 },
      periods: Double(periods))
  }
}

extension DirichletPrior {
  /// What is added to the hires of each cell: as to transitions, with everyone's levels and
  /// everyone's groups in place of the rates of all groups together.
  func addedHires(_ counts: [Int], levels: Int) -> [Double] {
    let all = Double(counts.reduce(0, +))
    guard all > 0 else { return counts.map { _ in 0 } }
    func byLevel(_ cell: Int) -> Int {
      stride(from: cell % levels, to: counts.count, by: levels).reduce(0) { $0 + counts[$1] }
    }
    func byGroup(_ cell: Int) -> Int {
      let start = cell / levels * levels
      return counts[start..<(start + levels)].reduce(0, +)
    }
    guard case .pooled(let people) = self else {
      // Nobody is hired where nobody of any group was.
      return added(
        pooled: counts.indices.map { byLevel($0) }, open: counts.map { _ in false })
    }
    return counts.indices.map {
      people * Double(byLevel($0)) / all * Double(byGroup($0)) / all
    }
  }
}

/// How many people are expected of each cell, period by period.
///
/// Cost: groups times the square of levels per period.
struct ExpectedPath {
  /// The people of each cell at the start and after each period.
  let cells: [[Double]]

  init(_ chain: LevelChain, _ rates: ChainRates, periods: Int) {
    let levels = chain.levels.count
    var now = chain.groups.flatMap { $0.stock.map(Double.init) }
    var cells = [now]
    for _ in 0..<periods {
      var next = rates.hires
      for cell in now.indices where now[cell] > 0 {
        let base = cell / levels * levels
        for level in 0..<levels { next[base + level] += now[cell] * rates.chances[cell][level] }
      }
      now = next
      cells.append(now)
    }
    self.cells = cells
  }
}
