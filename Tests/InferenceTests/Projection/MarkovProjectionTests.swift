import Estimates
import Foundation
import NumericalKernel
import TestSupport
import Testing

@testable import Inference

@Suite("Markov projection")
struct MarkovProjectionTests {
  /// Groups of one level, each with people, a chance of leaving and hires per period.
  static func chain(_ groups: (stock: Int, exit: Double, hires: Double)...) throws -> LevelChain {
    try #require(
      LevelChain(
        levels: ["All"],
        groups: groups.enumerated().map { position, group in
          LevelChain.Group(
            name: "group \(position)", stock: [group.stock],
            transitions: [.chances([1 - group.exit])], hires: .expected([group.hires]))
        }))
  }

  private static let first = FollowedShare(groups: [0])

  @Test("three levels after three periods and in the steady state, indices-R13")
  func reference() throws {
    let chain = try #require(
      LevelChain(
        levels: ["1", "2", "3"],
        groups: [
          LevelChain.Group(
            name: "All", stock: [100, 50, 20],
            transitions: [
              .chances([0.75, 0.10, 0]), .chances([0, 0.80, 0.06]), .chances([0, 0, 0.90]),
            ], hires: .expected([30, 3, 0]))
        ]))
    let result = MarkovProjection(horizon: 3, draws: 10)(chain, share: Self.first)
    for (value, expected) in zip(try #require(result.stocks.last?[0]), [111.5625, 58.595, 23.226]) {
      expectClose(value, expected, relative: 1e-12)
    }
    let steady = SteadyStateShare()(chain, share: Self.first)
    for (value, expected) in zip(try #require(steady.people.first), [120.0, 75, 45]) {
      expectClose(value, expected, relative: 1e-12)
    }
    // Projected far enough, the workforce is the steady one.
    let far = MarkovProjection(horizon: 400, draws: 1)(chain, share: Self.first)
    for (value, expected) in zip(try #require(far.stocks.last?[0]), [120.0, 75, 45]) {
      expectClose(value, expected, relative: 1e-12)
    }
  }

  @Test("equal exits: the share after t periods and the time to the target in closed form")
  func equalExits() throws {
    let (exit, start, hires, people) = (0.04, 0.30, 0.45, 5_000.0)
    let chain = try Self.chain(
      (1_500, exit, exit * people * hires), (3_500, exit, exit * people * (1 - hires)))
    let target = ShareTarget(0.40, by: 40)
    let result = MarkovProjection(target: target, horizon: 60, draws: 4_000)(
      chain, share: Self.first)
    for period in 0...60 {
      let share = hires + (start - hires) * pow(1 - exit, Double(period))
      expectClose(result.expected[period].value, share, relative: 1e-12)
    }
    // t = ln((s* - h) / (s0 - h)) / ln(1 - e) = 26.9: the share expected meets it in period 27.
    let time = log((0.40 - hires) / (start - hires)) / log(1 - exit)
    let first = result.expected.firstIndex { ($0.value ?? 0) >= 0.40 }
    #expect(first == Int(time.rounded(.up)))
    let median = try #require(result.arrival?.medianTime)
    // Chance carries a path over the target before its mean gets there.
    #expect(abs(try #require(median.value) - time) < 4)
    #expect(try #require(median.interval).contains(time))
  }

  @Test("unequal exits: the steady share in closed form; hires at parity do not lead to parity")
  func unequalExits() throws {
    let (own, other, hires) = (0.05, 0.03, 0.5)
    let chain = try Self.chain((100, own, 40 * hires), (900, other, 40 * (1 - hires)))
    let steady = SteadyStateShare()(chain, share: Self.first)
    let expected = (hires / own) / (hires / own + (1 - hires) / other)
    expectClose(steady.share.value, expected, relative: 1e-12)
    #expect(try #require(steady.share.value) < 0.5)
  }

  @Test("hiring at the target reaches it only in the limit: never is an answer")
  func never() throws {
    let chain = try Self.chain((30_000, 0.05, 2_000), (70_000, 0.05, 3_000))
    let result = MarkovProjection(
      target: ShareTarget(0.40, by: 12), horizon: 20, draws: 500)(chain, share: Self.first)
    let arrival = try #require(result.arrival)
    #expect(arrival.byDate.value == 0 && arrival.onDate.value == 0 && arrival.never.value == 1)
    #expect(arrival.medianTime.reason?.contains("not reached within 20 periods") == true)
  }

  @Test("chances of one period are those of enumeration, with known and with counted rates")
  func enumeration() throws {
    // Nobody is hired; the group's 6 people and the other 9 stay with chances 0.7 and 0.6. The share
    // is 1/2 or more where at least as many of the group stay.
    func chance(_ own: (Int) -> Double, _ other: (Int) -> Double) -> Double {
      var sum = 0.0
      for stay in 0...6 {
        for rest in 0...9 where stay + rest > 0 && stay >= rest { sum += own(stay) * other(rest) }
      }
      return sum
    }
    func binomial(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    let draws = ThoroughTier.isOn ? 1_000_000 : 100_000
    let method = MarkovProjection(
      target: ShareTarget(0.5, by: 1), horizon: 1, prior: .none, draws: draws)
    let known = try Self.chain((6, 0.3, 0), (9, 0.4, 0))
    let exact = chance(
      { binomial(6, $0) * pow(0.7, Double($0)) * pow(0.3, Double(6 - $0)) },
      { binomial(9, $0) * pow(0.6, Double($0)) * pow(0.4, Double(9 - $0)) })
    let error = (exact * (1 - exact) / Double(draws)).squareRoot()
    let drawn = method(known, share: Self.first).arrival
    expectClose(drawn?.onDate.value, exact, absolute: 5 * error)
    #expect(drawn?.byDate == drawn?.onDate)
    expectClose(drawn?.onDate.standardError, error, relative: 0.05)

    // Counted: 7 of 10 and 12 of 20 stayed, so the numbers staying are beta-binomial.
    func betaBinomial(_ n: Int, _ k: Int, _ a: Double, _ b: Double) -> Double {
      func rising(_ x: Double, _ m: Int) -> Double {
        (0..<m).reduce(1.0) { $0 * (x + Double($1)) }
      }
      return binomial(n, k) * rising(a, k) * rising(b, n - k) / rising(a + b, n)
    }
    let counted = try #require(
      LevelChain(
        levels: ["All"],
        groups: [
          LevelChain.Group(
            name: "A", stock: [6], transitions: [.counts([7, 3])], hires: .expected([0])),
          LevelChain.Group(
            name: "B", stock: [9], transitions: [.counts([12, 8])], hires: .expected([0])),
        ]))
    for (prior, added) in [(DirichletPrior.none, 0.0), (.jeffreys, 0.5), (.uniform, 1)] {
      let exact = chance(
        { betaBinomial(6, $0, 7 + added, 3 + added) },
        { betaBinomial(9, $0, 12 + added, 8 + added) })
      let result = MarkovProjection(
        target: ShareTarget(0.5, by: 1), horizon: 1, prior: prior, draws: draws)(
          counted, share: Self.first)
      expectClose(
        result.arrival?.onDate.value, exact,
        absolute: 5 * (exact * (1 - exact) / Double(draws)).squareRoot(), "\(prior)")
    }
  }

  @Test("the fan is ordered, narrows with certainty and widens with time")
  func fan() throws {
    func chain(_ times: Int) throws -> LevelChain {
      try #require(
        LevelChain(
          levels: ["Below", "Above"],
          groups: [("A", 3), ("B", 7)].map { name, size in
            LevelChain.Group(
              name: name, stock: [40 * size, 10 * size],
              transitions: [
                .counts([80 * times, 6 * times, 14 * times]), .counts([0, 46 * times, 4 * times]),
              ], hires: .counts([8 * size, size], periods: 1))
          }))
    }
    let share = FollowedShare(groups: [0], levels: [1])
    let method = MarkovProjection(horizon: 12, draws: 4_000, seed: 4)
    let result = method(try chain(1), share: share)
    #expect(result.fan.count == 12 && result.expected.count == 13)
    expectClose(result.expected[0].value, 0.3, relative: 1e-12)
    var width = 0.0
    for (period, quantiles) in result.fan.enumerated() {
      let values = quantiles.compactMap(\.value)
      #expect(values.count == 5 && values == values.sorted())
      expectClose(values[2], try #require(result.expected[period + 1].value), absolute: 0.02)
      if period % 4 == 0 {
        #expect(values[4] - values[0] > width)
        width = values[4] - values[0]
      }
    }
    let certain = method(try chain(100), share: share)
    let narrow = (certain.fan.last ?? []).compactMap(\.value)
    #expect(narrow[4] - narrow[0] < width)
    #expect(method(try chain(1), share: share) == result)
  }

  @Test("a scenario changes what it names")
  func scenario() throws {
    let chain = try Self.chain((300, 0.05, 15), (700, 0.05, 35))
    let scenario = ProjectionScenario([.init(group: 0, exits: 0.5, hireShare: 0.5)])
    let path = MarkovProjection(horizon: 2, scenario: scenario, draws: 10)(
      chain, share: Self.first)
    expectClose(path.stocks[1][0][0], 300 * 0.975 + 25, relative: 1e-12)
    expectClose(path.stocks[1][1][0], 700 * 0.95 + 25, relative: 1e-12)
    let impossible = MarkovProjection(
      scenario: ProjectionScenario([
        .init(group: 0, hireShare: 0.7), .init(group: 1, hireShare: 0.7),
      ]))(chain, share: Self.first)
    #expect(impossible.problem?.contains("add up to 1") == true)
  }

  @Test("what cannot be projected says why")
  func undefined() throws {
    let chain = try Self.chain((3, 0.9, 0), (2, 0.9, 0))
    #expect(MarkovProjection()(chain, share: FollowedShare(groups: [2])).problem != nil)
    #expect(
      MarkovProjection()(chain, share: FollowedShare(groups: [0], levels: [4])).problem != nil)
    #expect(MarkovProjection(horizon: 0)(chain, share: Self.first).problem != nil)
    #expect(MarkovProjection(draws: 0)(chain, share: Self.first).problem != nil)
    #expect(
      MarkovProjection(target: ShareTarget(0.5, by: 30), horizon: 20)(chain, share: Self.first)
        .problem != nil)
    #expect(
      MarkovProjection(target: ShareTarget(1.5, by: 3))(chain, share: Self.first).problem != nil)
    // Soon nobody is left in most draws.
    let emptied = MarkovProjection(horizon: 9, draws: 200)(chain, share: Self.first)
    #expect(emptied.fan.last?.allSatisfy { $0.reason?.contains("nobody is left") == true } == true)
    // Nobody was counted and there is no prior.
    let unknown = try #require(
      LevelChain(
        levels: ["All"],
        groups: [
          LevelChain.Group(
            name: "A", stock: [3], transitions: [.counts([0, 0])], hires: .expected([1])),
          LevelChain.Group(
            name: "B", stock: [3], transitions: [.counts([9, 1])], hires: .expected([1])),
        ]))
    #expect(
      MarkovProjection(prior: .none)(unknown, share: Self.first).problem?.contains("prior") == true)
    let borrowed = MarkovProjection(horizon: 1, draws: 10)(unknown, share: Self.first)
    expectClose(borrowed.stocks.last?[0][0], 3 * 0.9 + 1, relative: 1e-12)
    // Nobody ever leaves.
    let stuck = try Self.chain((10, 0, 1), (10, 0.1, 1))
    #expect(
      SteadyStateShare()(stuck, share: Self.first).share.reason?.contains("never leave") == true)
    #expect(
      SteadyStateShare()(try Self.chain((10, 0.1, 0), (10, 0.1, 0)), share: Self.first).share
        .reason?.contains("nobody") == true)
  }

  @Test("lists of the wrong length and impossible chances make no chain")
  func malformed() {
    func chain(
      _ transitions: LevelChain.Transitions, _ hires: LevelChain.Hires = .expected([1]),
      stock: [Int] = [3]
    ) -> LevelChain? {
      LevelChain(
        levels: ["All"],
        groups: [
          LevelChain.Group(name: "A", stock: stock, transitions: [transitions], hires: hires)
        ])
    }
    #expect(chain(.chances([0.9])) != nil)
    #expect(chain(.chances([1.1])) == nil)
    #expect(chain(.chances([0.5, 0.5])) == nil)
    #expect(chain(.chances([-0.1])) == nil)
    #expect(chain(.counts([3])) == nil)
    #expect(chain(.counts([3, -1])) == nil)
    #expect(chain(.counts([3, 1]), .counts([1], periods: 0)) == nil)
    #expect(chain(.counts([3, 1]), .expected([.nan])) == nil)
    #expect(chain(.counts([3, 1]), stock: [-3]) == nil)
    #expect(LevelChain(levels: [], groups: []) == nil)
  }
}
