/// Draws how many people of each group are at each level period by period, where everyone stays,
/// moves to another level or leaves by the chances of their group and level, and people are hired.
///
/// Cells are numbered group by group, the levels of a group in order. First the chances are drawn
/// where they are not known, once for all periods; then the people of each cell are divided by a
/// chain of binomial numbers, and hires are Poisson numbers or a fixed number divided among cells. A
/// draw uses the Philox stream of its replicate alone.
package struct LevelChainSampler: Sendable {
  /// Chances of one cell: to each level, then of leaving.
  package enum Row: Sendable {
    /// The chances, which add up to 1.
    case known([Double])
    /// The parameters of the Dirichlet distribution they are drawn from; 0 for what cannot happen.
    case dirichlet([Double])
  }

  /// People hired per period, by cell.
  package enum Hires: Sendable {
    /// The numbers expected.
    case known([Double])
    /// The shapes of the gamma distributions they are drawn from, and the periods they stand for.
    case gamma([Double], periods: Double)
  }

  private let levels: Int
  private let stock: [Int]
  private let rows: [Row]
  private let hires: Hires
  private let hasFixedTotal: Bool
  private let levers: ChainLevers
  private let followed: [Bool]
  private let whole: [Bool]

  /// Makes a sampler.
  ///
  /// - Parameters:
  ///   - hasFixedTotal: whether as many are hired as expected, only to whom they belong being
  ///     random; else hires are Poisson numbers.
  ///   - followed: the cells of the group whose share is followed.
  ///   - whole: the cells the share is of.
  package init(
    levels: Int, stock: [Int], rows: [Row], hires: Hires, hasFixedTotal: Bool,
    levers: ChainLevers, followed: [Bool], whole: [Bool]
  ) {
    precondition(
      levels > 0 && stock.count == rows.count && followed.count == stock.count
        && whole.count == stock.count && stock.count % levels == 0, "the sizes differ")
    self.levels = levels
    self.stock = stock
    self.rows = rows
    self.hires = hires
    self.hasFixedTotal = hasFixedTotal
    self.levers = levers
    self.followed = followed
    self.whole = whole
  }

  /// What a line of work keeps from draw to draw.
  private struct Room {
    var steps: [Step] = []
    /// Where the steps of a cell begin, and one more for the end.
    var starts: [Int] = []
    /// Where whoever is left over at the end of a cell's steps goes; -1 for out.
    var lasts: [Int] = []
    var now: [Int] = []
    var next: [Int] = []
    var chances: [Double] = []
    var expected: [Double] = []
  }

  /// One binomial number: how many of those left go to a cell.
  private struct Step {
    /// The cell, or -1 for out.
    let destination: Int
    /// Whether the number drawn is of those who do not go there, the less probable of the two.
    let drawsRest: Bool
    let sampling: BinomialSampling
  }

  /// The people followed and everyone of each period, alternating, of every draw in order.
  package func paths(draws: Int, periods: Int, seed: UInt64, lanes: Int = 4) -> [[Int]] {
    Replicates.values(draws, blockSize: 32, lanes: lanes) {
      Room()
    } _: { room, range in
      range.map { path(periods, seed, UInt64($0), &room) }
    }
  }

  private func path(
    _ periods: Int, _ seed: UInt64, _ replicate: UInt64, _ room: inout Room
  ) -> [Int] {
    var words = WordStream(seed: seed, replicate: replicate)
    prepare(&room, &words)
    let hiring = room.expected.map { PoissonSampling(mean: $0) }
    let hireSteps = hasFixedTotal ? division(of: room.expected) : nil
    let perPeriod = room.expected.reduce(0, +)
    room.now = stock
    var path = [Int](repeating: 0, count: 2 * periods)
    for period in 0..<periods {
      move(&room, &words)
      if let hireSteps {
        // The part of a person left over is carried to the next period.
        let people =
          Int((Double(period + 1) * perPeriod + 1e-9).rounded(.down))
          - Int((Double(period) * perPeriod + 1e-9).rounded(.down))
        divide(people, hireSteps.steps[...], hireSteps.last, &room.now, &words)
      } else {
        for cell in room.now.indices { room.now[cell] &+= hiring[cell].draw(from: &words) }
      }
      var (followedPeople, everyone) = (0, 0)
      for cell in room.now.indices where whole[cell] {
        everyone &+= room.now[cell]
        if followed[cell] { followedPeople &+= room.now[cell] }
      }
      path[2 * period] = followedPeople
      path[2 * period + 1] = everyone
    }
    return path
  }

  /// Draws the chances and hires that are not known and lays out the steps of every cell.
  private func prepare(_ room: inout Room, _ words: inout WordStream) {
    room.steps.removeAll(keepingCapacity: true)
    room.starts.removeAll(keepingCapacity: true)
    room.lasts.removeAll(keepingCapacity: true)
    for cell in rows.indices {
      let (group, level) = cell.quotientAndRemainder(dividingBy: levels)
      switch rows[cell] {
      case .known(let chances): room.chances = chances
      case .dirichlet(let shapes): LevelChainSampler.draw(shapes, &room.chances, &words)
      }
      levers.turn(&room.chances, level: level, group: group)
      room.starts.append(room.steps.count)
      let base = group * levels
      // Leaving first and staying last, which is where most people are.
      var rest = 1.0
      var last = base + level
      var order = [levels]
      for other in 0..<levels where other != level { order.append(other) }
      if room.chances[level] <= 0 {
        last = order.last { room.chances[$0] > 0 }.map { $0 == levels ? -1 : base + $0 } ?? last
      }
      for destination in order {
        let target = destination == levels ? -1 : base + destination
        let chance = room.chances[destination]
        guard chance > 0, target != last else { continue }
        let share = min(1, chance / rest)
        let complement = max(0, (rest - chance) / rest)
        rest -= chance
        room.steps.append(LevelChainSampler.step(target, share, complement))
      }
      room.lasts.append(last)
    }
    room.starts.append(room.steps.count)
    switch hires {
    case .known(let expected): room.expected = expected
    case .gamma(let shapes, let periods):
      room.expected = shapes.map { $0 > 0 ? words.gamma(shape: $0) / periods : 0 }
    }
    levers.turn(hires: &room.expected, levels: levels)
  }

  private static func step(_ target: Int, _ share: Double, _ complement: Double) -> Step {
    Step(
      destination: target, drawsRest: share > 0.5,
      sampling: share > 0.5
        ? BinomialSampling(probability: complement, complement: share)
        : BinomialSampling(probability: share, complement: complement))
  }

  /// Proportions of the Dirichlet distribution; where all gamma numbers are 0, its means.
  private static func draw(
    _ shapes: [Double], _ chances: inout [Double], _ words: inout WordStream
  ) {
    chances = shapes
    var sum = 0.0
    for index in shapes.indices where shapes[index] > 0 {
      chances[index] = words.gamma(shape: shapes[index])
      sum += chances[index]
    }
    guard sum > 0 else {
      let all = shapes.reduce(0, +)
      for index in shapes.indices { chances[index] = shapes[index] / all }
      return
    }
    for index in chances.indices { chances[index] /= sum }
  }

  /// Moves everyone one period on.
  private func move(_ room: inout Room, _ words: inout WordStream) {
    if room.next.count != room.now.count {
      room.next = Array(repeating: 0, count: room.now.count)
    }
    for cell in room.next.indices { room.next[cell] = 0 }
    for cell in room.now.indices {
      let people = room.now[cell]
      guard people > 0 else { continue }
      divide(
        people, room.steps[room.starts[cell]..<room.starts[cell + 1]], room.lasts[cell],
        &room.next, &words)
    }
    swap(&room.now, &room.next)
  }

  @inline(__always) private func divide(
    _ people: Int, _ steps: ArraySlice<Step>, _ last: Int, _ cells: inout [Int],
    _ words: inout WordStream
  ) {
    var left = people
    for step in steps {
      if left == 0 { return }
      let drawn = step.sampling.draw(left, from: &words)
      let here = step.drawsRest ? left &- drawn : drawn
      if step.destination >= 0 { cells[step.destination] &+= here }
      left &-= here
    }
    if last >= 0 { cells[last] &+= left }
  }

  /// The steps that divide hires among the cells.
  private func division(of expected: [Double]) -> (steps: [Step], last: Int) {
    guard let last = expected.lastIndex(where: { $0 > 0 }) else { return ([], -1) }
    var steps: [Step] = []
    var rest = expected.reduce(0, +)
    for cell in 0..<last where expected[cell] > 0 {
      let share = min(1, expected[cell] / rest)
      steps.append(
        LevelChainSampler.step(cell, share, max(0, (rest - expected[cell]) / rest)))
      rest -= expected[cell]
    }
    return (steps, last)
  }
}
