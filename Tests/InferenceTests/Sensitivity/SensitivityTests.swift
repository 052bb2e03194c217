import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Rosenbaum's bounds")
struct RosenbaumBoundsTests {
  /// The one-sided tail for every assignment of an omitted factor, present or absent, to people.
  ///
  /// Who is in the focal group is random given who was selected, with odds that the factor raises.
  private static func extremes(
    _ table: TwoByTwoTable, gamma: Double, _ direction: RosenbaumBounds.Direction
  ) -> (least: Double, greatest: Double) {
    let people = table.total
    let selected = (1 << table.selected) - 1
    var least = 1.0
    var greatest = 0.0
    for factor in 0..<(1 << people) {
      var all = 0.0
      var tail = 0.0
      for focal in 0..<(1 << people) where focal.nonzeroBitCount == table.focalTotal {
        let weight = pow(gamma, Double((focal & factor).nonzeroBitCount))
        let count = (focal & selected).nonzeroBitCount
        all += weight
        if direction == .focalLess ? count <= table.focalSelected : count >= table.focalSelected {
          tail += weight
        }
      }
      least = min(least, tail / all)
      greatest = max(greatest, tail / all)
    }
    return (least, greatest)
  }

  @Test("no assignment of an omitted factor goes beyond them, and one reaches each")
  func enumeration() throws {
    let largest = ThoroughTier.isOn ? 4 : 3
    for focalTotal in 1...largest {
      for referenceTotal in 1...largest {
        for focal in 0...focalTotal {
          for reference in 0...referenceTotal {
            let table = try TwoByTwoTable.rates(
              focal: focal, of: focalTotal, reference: reference, of: referenceTotal)
            guard table.outcomeProblem == nil else { continue }
            let tables = StratifiedTables([.init(label: "", table: table)])
            for direction in RosenbaumBounds.Direction.allCases {
              let expected = Self.extremes(table, gamma: 2.5, direction)
              let bounds = RosenbaumBounds(gamma: 2.5, direction: direction).allBounds(tables)
              guard case .between(let least, let greatest) = bounds else {
                Issue.record("no bounds")
                continue
              }
              expectClose(least.value, expected.least, relative: 1e-12)
              expectClose(greatest.value, expected.greatest, relative: 1e-12)
            }
          }
        }
      }
    }
  }

  @Test("a factor of 1 is the exact one-sided test; both directions overlap in what was seen")
  func one() throws {
    let tables = try StratifiedTables.cells([[2, 8, 15, 10]])
    // One-sided by hypergeometric probabilities in whole numbers.
    func choose(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    let weights = (0...10).map { choose(10, $0) * choose(25, 17 - $0) }
    expectClose(
      RosenbaumBounds(gamma: 1)(tables).pValue,
      weights[...2].reduce(0, +) / weights.reduce(0, +), relative: 1e-12)
    let swapped = RosenbaumBounds(gamma: 1.7, direction: .focalMore)(tables.swapped)
    let pValue = try #require(RosenbaumBounds(gamma: 1.7)(tables).pValue)
    expectClose(swapped.pValue, pValue, relative: 1e-12)
  }

  @Test("strata: the distribution of the sum under odds ratios of the factor, written out")
  func strata() throws {
    let cells = [[1, 4, 3, 2], [0, 3, 2, 2], [2, 2, 4, 1]]
    let tables = try StratifiedTables.cells(cells)
    let seen = 3
    func choose(_ n: Int, _ k: Int) -> Double {
      k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    for gamma in [1, 1.5, 3.0] {
      var sums: [Double] = [1]
      for cell in cells {
        let (n1, n2, m) = (cell[0] + cell[1], cell[2] + cell[3], cell[0] + cell[2])
        let weights = (0...n1).map {
          choose(n1, $0) * choose(n2, m - $0) * pow(gamma, -Double($0))
        }
        var next = Array(repeating: 0.0, count: sums.count + weights.count - 1)
        for (i, x) in sums.enumerated() {
          for (j, y) in weights.enumerated() { next[i + j] += x * y }
        }
        sums = next
      }
      expectClose(
        RosenbaumBounds(gamma: gamma)(tables).pValue,
        sums[...seen].reduce(0, +) / sums.reduce(0, +), relative: 1e-11)
    }
  }

  @Test("the critical factor is the exact interval's limit nearest 1, at level 1 - 2 alpha")
  func critical() throws {
    for tables in [
      try StratifiedTables.cells([[12, 28, 48, 32]]),
      try .cells([[8, 52, 31, 29], [14, 36, 23, 27]]),
      try .cells([[0, 12, 9, 11]]),
    ] {
      for alpha in [0.025, 0.05] {
        let limits = try #require(
          ConditionalCommonOddsRatio(level: 1 - 2 * alpha)(tables).interval)
        let less = RosenbaumCriticalGamma(alpha: alpha)
        expectClose(less(tables).value, 1 / limits.upper, relative: 1e-9)
        let more = RosenbaumCriticalGamma(alpha: alpha, direction: .focalMore)
        expectClose(more(tables.swapped).value, 1 / limits.upper, relative: 1e-9)
        let gamma = try #require(less(tables).value)
        expectClose(RosenbaumBounds(gamma: gamma)(tables).pValue, alpha, relative: 1e-9)
        #expect(more(tables).reason != nil)
      }
    }
  }

  @Test("no information, no difference and impossible factors are reasons")
  func degenerate() throws {
    let empty = try StratifiedTables.cells([[0, 4, 0, 2]])
    #expect(RosenbaumBounds(gamma: 2)(empty).reason != nil)
    #expect(RosenbaumCriticalGamma()(empty).reason != nil)
    let tables = try StratifiedTables.cells([[3, 4, 3, 4]])
    #expect(RosenbaumBounds(gamma: 0.5)(tables).reason == "Γ must be at least 1.")
    #expect(RosenbaumCriticalGamma()(tables).reason?.hasPrefix("Without any omitted") == true)
    #expect(RosenbaumCriticalGamma(alpha: 0)(tables).reason != nil)
  }
}

@Suite("Omitted-variable bound")
struct OmittedVariableBoundTests {
  @Test("published: a risk ratio of 3.9 with a lower limit of 1.8 (VanderWeele and Ding 2017)")
  func published() {
    expectClose(OmittedVariableBound.eValue(3.9), 7.26, relative: 1e-3)
    expectClose(OmittedVariableBound.eValue(1.8), 3.0, relative: 1e-14)
    #expect(OmittedVariableBound.eValue(1) == 1)
    #expect(OmittedVariableBound.eValue(.infinity) == .infinity)
  }

  @Test("no characteristic weaker than the bounds explains a ratio, over a grid of them")
  func grid() {
    for favoured in stride(from: 0.05, through: 1, by: 0.05) {
      for other in stride(from: 0.05, through: favoured, by: 0.05) {
        for effect in [1.0, 1.2, 2, 3, 5, 9, 20] {
          let ratio = (1 + (effect - 1) * favoured) / (1 + (effect - 1) * other)
          let frequencies = favoured / other
          #expect(effect >= ratio * (1 - 1e-12) && frequencies >= ratio * (1 - 1e-12))
          let eValue = OmittedVariableBound.eValue(max(1, ratio))
          #expect(max(effect, frequencies) >= eValue * (1 - 1e-9))
          if favoured > ratio * other * (1 + 1e-9) {
            expectClose(
              OmittedVariableBound.effectNeeded(
                ratio: max(1, ratio), favoured: favoured, other: other), effect, relative: 1e-9)
          }
        }
      }
    }
    // Present in everybody of the favoured group and one in five of the other: 5 and 5 explain
    // 5 × 5 / 9 exactly.
    expectClose(OmittedVariableBound.eValue(25 / 9.0), 5, relative: 1e-12)
  }

  @Test("of a table: the ratio turned above 1, its limits turned with it")
  func table() throws {
    let table = try TwoByTwoTable.rates(focal: 12, of: 40, reference: 48, of: 80)
    let result = OmittedVariableBound()(table)
    let limits = try #require(ImpactRatio()(table).interval)
    expectClose(result.leastRatio.value, 2, relative: 1e-14)
    expectClose(result.leastRatio.interval?.lower, 1 / limits.upper, relative: 1e-14)
    expectClose(result.leastRatio.interval?.upper, 1 / limits.lower, relative: 1e-14)
    expectClose(result.eValue.value, 2 + 2.0.squareRoot(), relative: 1e-14)
    let swapped = OmittedVariableBound()(
      try .rates(focal: 48, of: 80, reference: 12, of: 40))
    expectClose(swapped.eValue.value, 2 + 2.0.squareRoot(), relative: 1e-14)
    let lower = try #require(result.eValue.interval?.lower)
    expectClose(swapped.eValue.interval?.lower, lower, relative: 1e-9)
    // An interval that holds 1 needs nothing to be explained.
    let weak = OmittedVariableBound()(try .rates(focal: 4, of: 10, reference: 9, of: 20))
    #expect(weak.eValue.interval?.lower == 1)
  }

  @Test("nobody of a group selected is infinite; nobody at all is a reason; frequencies too close")
  func degenerate() throws {
    let none = OmittedVariableBound()(try .rates(focal: 0, of: 9, reference: 7, of: 12))
    #expect(none.eValue.value == .infinity && none.leastRatio.value == .infinity)
    let other = OmittedVariableBound()(try .rates(focal: 7, of: 12, reference: 0, of: 9))
    #expect(other.eValue.value == .infinity)
    #expect(
      OmittedVariableBound()(try .rates(focal: 0, of: 9, reference: 0, of: 12)).eValue.reason
        != nil)
    #expect(OmittedVariableBound.effectNeeded(ratio: 2, favoured: 0.6, other: 0.3) == nil)
    #expect(OmittedVariableBound.effectNeeded(ratio: 2, favoured: 1.2, other: 0.3) == nil)
    #expect(OmittedVariableBound.effectNeeded(ratio: 1, favoured: 0.2, other: 0.3) == 1)
    expectClose(
      OmittedVariableBound.effectNeeded(ratio: 2, favoured: 0.7, other: 0.1), 3, relative: 1e-12)
  }
}
