import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Barnard's and Boschloo's exact tests")
struct UnconditionalExactTests {
  static let python = "Tests/InferenceTests/Fixtures/TwoGroups/python.csv"

  @Test("agree with a matrix product on a fine grid (Python, tables ordered in fractions)")
  func references() throws {
    let barnard: [String: BarnardTest] = [
      "absoluteZ": BarnardTest(), "central": BarnardTest(twoSided: .central),
      "absoluteZBergerBoos": BarnardTest(rates: .bergerBoos()),
      "centralBergerBoos": BarnardTest(twoSided: .central, rates: .bergerBoos()),
    ]
    for row in try ReferenceValue.read(Self.python, method: "BarnardTest") {
      guard let method = barnard[row.quantity] else { continue }
      expectClose(method(try TwoByTwoTable(row)).pValue, row.value, relative: 1e-9, "\(row)")
    }
    let boschloo: [String: BoschlooTest] = [
      "central": BoschlooTest(), "minimumLikelihood": BoschlooTest(twoSided: .minimumLikelihood),
      "centralBergerBoos": BoschlooTest(rates: .bergerBoos()),
      "minimumLikelihoodBergerBoos": BoschlooTest(
        twoSided: .minimumLikelihood, rates: .bergerBoos()),
    ]
    for row in try ReferenceValue.read(Self.python, method: "BoschlooTest") {
      if row.quantity == "centralSciPy" {
        expectClose(
          BoschlooTest()(try TwoByTwoTable(row)).pValue, row.value, relative: 1e-5, "\(row)")
      } else {
        let method = try #require(boschloo[row.quantity])
        expectClose(method(try TwoByTwoTable(row)).pValue, row.value, relative: 1e-9, "\(row)")
      }
    }
  }

  @Test("published and recomputed cases")
  func published() throws {
    let z = BarnardTest()
    let zBounded = BarnardTest(rates: .bergerBoos())
    let cases: [(String, [Int], any StatisticalMethod<TwoByTwoTable>, Double, Double)] = [
      ("adverse-12", [50, 64, 455, 508], z, 0.04635892, 1e-7),
      ("adverse-12", [50, 64, 455, 508], zBounded, 0.00807549, 1e-6),
      ("adverse-12", [50, 64, 455, 508], BoschlooTest(), 0.0144, 0.005),
      ("adverse-12", [50, 64, 455, 508], BoschlooTest(rates: .bergerBoos()), 0.0135, 0.005),
      ("adverse-23", [2, 10, 15, 25], z, 0.03691028, 1e-6),
      (
        "adverse-23", [2, 10, 15, 25], BoschlooTest(twoSided: .minimumLikelihood), 0.04283513,
        1e-6
      ),
      ("adverse-23", [2, 10, 15, 25], BoschlooTest(), 0.03660282, 1e-6),
      ("adverse-27", [7, 15, 12, 15], z, 0.06821831, 1e-6),
      ("adverse-27", [7, 15, 12, 15], BarnardTest(twoSided: .central), 2 * 0.0341, 0.001),
      ("the tie SciPy breaks", [3, 15, 25, 43], z, 0.01236424, 1e-6),
      ("adverse-28", [74, 117, 31, 63], BoschlooTest(), 0.07112813, 1e-6),
      (
        "adverse-28", [74, 117, 31, 63], BoschlooTest(twoSided: .minimumLikelihood), 0.07207875,
        1e-6
      ),
      ("adverse-29", [2, 7, 6, 13], BarnardTest(twoSided: .central), 0.5569, 1e-4),
      ("adverse-29", [2, 7, 6, 13], z, 0.5374, 1e-4),
      ("adverse-30", [10, 35, 24, 61], z, 0.40625212, 1e-7),
      ("adverse-30", [10, 35, 24, 61], zBounded, 0.29449243, 1e-7),
      ("adverse-30", [10, 35, 24, 61], BarnardTest(twoSided: .central), 0.4284, 2e-4),
      (
        "adverse-30", [10, 35, 24, 61], BarnardTest(twoSided: .central, rates: .bergerBoos()),
        0.3012, 2e-4
      ),
      ("adverse-30", [10, 35, 24, 61], BoschlooTest(), 2 * 0.1513, 4e-4),
      (
        "adverse-30", [10, 35, 24, 61], BoschlooTest(twoSided: .minimumLikelihood), 0.33805422,
        1e-7
      ),
    ]
    for (id, counts, method, expected, digits) in cases {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      expectClose(method(table).pValue, expected, relative: digits, "\(id) \(method)")
    }
  }

  @Test("the common rate of adverse-12 is absurdly small, and near the data with Berger-Boos")
  func commonRate() throws {
    let waisome = try TwoByTwoTable.rates(focal: 50, of: 64, reference: 455, of: 508)
    // Either end: the order does not change where selected and not selected are exchanged.
    let rate = try #require(BarnardTest().commonRate(waisome).value)
    expectClose(min(rate, 1 - rate), 0.0021, absolute: 5e-5)
    let bounded = try #require(BarnardTest(rates: .bergerBoos()).commonRate(waisome).value)
    #expect(bounded > 0.8 && bounded < 0.95)
  }

  @Test("both groups of six: every table, by summing all tables at 2,001 rates")
  func bruteForce() throws {
    let trials = 6
    func choose(_ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(trials - $1) / Double($1 + 1) }
    }
    func power(_ base: Double, _ exponent: Int) -> Double {
      (0..<exponent).reduce(1.0) { product, _ in product * base }
    }
    let binomials = (0...2_000).map { step -> [Double] in
      let rate = Double(step) / 2_000
      return (0...trials).map { choose($0) * power(rate, $0) * power(1 - rate, trials - $0) }
    }
    func key(_ x: Int, _ y: Int) -> (Int, Int) {
      ((x - y) * (x - y), max(1, (x + y) * (2 * trials - x - y)))
    }
    for focal in 0...trials {
      for reference in 0...trials {
        let seen = key(focal, reference)
        var inside: [(Int, Int)] = []
        for x in 0...trials {
          for y in 0...trials where key(x, y).0 * seen.1 >= seen.0 * key(x, y).1 {
            inside.append((x, y))
          }
        }
        let largest =
          binomials.map { b in inside.reduce(0) { $0 + b[$1.0] * b[$1.1] } }.max() ?? 0
        let table = try TwoByTwoTable.rates(
          focal: focal, of: trials, reference: reference, of: trials)
        let pValue = try #require(BarnardTest()(table).pValue)
        #expect(pValue >= largest - 1e-14)
        expectClose(pValue, largest, relative: 1e-5)
      }
    }
  }

  @Test("every table of small groups: Boschloo and Barnard by regions in whole numbers")
  func enumeration() throws {
    let sizes =
      ThoroughTier.isOn
      ? (1...8).flatMap { first in (1...8).map { (first, $0) } } : [(3, 7), (5, 4), (1, 2)]
    let rates = (0...1_000).map { Double($0) / 1_000 }
    for (n, m) in sizes {
      var (lower, upper, rare) = ([[Fraction]](), [[Fraction]](), [[Fraction]]())
      for x in 0...n {
        let given = (0...m).map { y -> (Fraction, Fraction, Fraction) in
          let weights = (0...n).map {
            SmallTables.choose(n, $0) * SmallTables.choose(m, x + y - $0)
          }
          let whole = weights.reduce(0, +)
          return (
            Fraction(weights[...x].reduce(0, +), whole),
            Fraction(weights[x...].reduce(0, +), whole),
            Fraction(weights.filter { $0 <= weights[x] }.reduce(0, +), whole)
          )
        }
        lower.append(given.map(\.0))
        upper.append(given.map(\.1))
        rare.append(given.map(\.2))
      }
      let square = (0...n).map { x in
        (0...m).map { y in
          Fraction((x * m - y * n) * (x * m - y * n), max(1, (x + y) * (n + m - x - y)))
        }
      }
      let binomials = rates.map { rate in
        [n, m].map { size in
          (0...size).map { count in
            Double(SmallTables.choose(size, count)) * power(rate, count)
              * power(1 - rate, size - count)
          }
        }
      }
      func largest(_ isInside: (Int, Int) -> Bool) -> Double {
        var cells: [(Int, Int)] = []
        for x in 0...n {
          for y in 0...m where isInside(x, y) { cells.append((x, y)) }
        }
        return binomials.map { b in cells.reduce(0) { $0 + b[0][$1.0] * b[1][$1.1] } }.max() ?? 0
      }
      for x in 0...n {
        for y in 0...m {
          let table = try TwoByTwoTable.rates(focal: x, of: n, reference: y, of: m)
          let below = largest { lower[$0][$1] <= lower[x][y] }
          let above = largest { upper[$0][$1] <= upper[x][y] }
          let expected: [(any StatisticalMethod<TwoByTwoTable>, Double)] = [
            (BoschlooTest(), min(1, 2 * min(below, above))),
            (
              BoschlooTest(twoSided: .minimumLikelihood), largest { rare[$0][$1] <= rare[x][y] }
            ),
            (BarnardTest(), largest { square[x][y] <= square[$0][$1] }),
          ]
          for (method, value) in expected {
            let pValue = try #require(method(table).pValue)
            #expect(pValue >= value - 1e-14)
            expectClose(pValue, value, relative: 2e-5, "\(table) \(method.stamp.id)")
          }
        }
      }
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * base }
  }

  /// A fraction of whole numbers, compared exactly.
  private struct Fraction {
    let numerator: Int
    let denominator: Int

    init(_ numerator: Int, _ denominator: Int) {
      self.numerator = numerator
      self.denominator = denominator
    }

    static func <= (left: Fraction, right: Fraction) -> Bool {
      left.numerator * right.denominator <= right.numerator * left.denominator
    }
  }

  @Test("Boschloo is never above Fisher; exchanging groups or outcomes changes nothing")
  func relations() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<25 {
      let focalTotal = Int.random(in: 1...30, using: &generator)
      let referenceTotal = Int.random(in: 1...30, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      let turned = try #require(
        TwoByTwoTable(
          focalSelected: table.focalRejected, focalRejected: table.focalSelected,
          referenceSelected: table.referenceRejected, referenceRejected: table.referenceSelected))
      let swapped = try #require(table.swapped)
      for twoSided in TwoSidedConvention.allCases {
        let method = BoschlooTest(twoSided: twoSided)
        let pValue = try #require(method(table).pValue)
        let fisher = try #require(FisherExactTest(twoSided: twoSided)(table).pValue)
        #expect(pValue > 0 && pValue <= fisher * (1 + 1e-8))
        expectClose(method(swapped).pValue, pValue, relative: 1e-9)
        expectClose(method(turned).pValue, pValue, relative: 1e-9)
      }
      for twoSided in BarnardTest.TwoSided.allCases {
        let method = BarnardTest(twoSided: twoSided, rates: .bergerBoos())
        let pValue = try #require(method(table).pValue)
        let whole = try #require(BarnardTest(twoSided: twoSided)(table).pValue)
        #expect(pValue <= whole + 2e-6 + 1e-9)
        expectClose(method(swapped).pValue, pValue, relative: 1e-9)
        expectClose(method(turned).pValue, pValue, relative: 1e-9)
      }
    }
  }

  @Test("degenerate tables, too many people, impossible gamma")
  func degenerate() throws {
    let methods: [any StatisticalMethod<TwoByTwoTable>] = [
      BarnardTest(), BarnardTest(twoSided: .central, rates: .bergerBoos()), BoschlooTest(),
      BoschlooTest(twoSided: .minimumLikelihood, rates: .bergerBoos()),
    ]
    for method in methods {
      #expect(method(try .rates(focal: 0, of: 0, reference: 3, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 1, of: 2, reference: 0, of: 0)).reason != nil)
      #expect(method(try .rates(focal: 0, of: 4, reference: 0, of: 5)).pValue == 1)
      #expect(method(try .rates(focal: 4, of: 4, reference: 5, of: 5)).pValue == 1)
      #expect(
        method(try .rates(focal: 1, of: 20_000, reference: 3, of: 5)).reason?.contains("20000")
          == true)
    }
    let table = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    for gamma in [0, -1, 0.5, .nan] {
      #expect(BarnardTest(rates: .bergerBoos(gamma: gamma))(table).reason != nil)
      #expect(BoschlooTest(rates: .bergerBoos(gamma: gamma))(table).reason != nil)
    }
  }

  @Test("more than ten million tables: not above Fisher, and near the Z test")
  func large() throws {
    let table = try TwoByTwoTable.rates(focal: 1_600, of: 3_300, reference: 1_690, of: 3_300)
    let z = try #require(PooledZTest()(table).pValue)
    for twoSided in TwoSidedConvention.allCases {
      let method = BoschlooTest(twoSided: twoSided, rates: .bergerBoos())
      let pValue = try #require(method(table).pValue)
      let fisher = try #require(FisherExactTest(twoSided: twoSided)(table).pValue)
      #expect(pValue < fisher && pValue > fisher / 2)
      expectClose(pValue, z, relative: 0.03)
    }
  }

  @Test("the identifier and the words name the variant")
  func stamps() {
    #expect(BoschlooTest().stamp.id == "boschloo-central")
    #expect(
      BoschlooTest(rates: .bergerBoos()).stamp.id == "boschloo-central-berger-boos")
    #expect(
      BoschlooTest(twoSided: .minimumLikelihood).stamp.id == "boschloo-minlike")
    #expect(BarnardTest().stamp.id == "barnard-z-pooled")
    #expect(
      BarnardTest(twoSided: .central, rates: .bergerBoos()).stamp.id
        == "barnard-z-pooled-central-berger-boos")
    #expect(BarnardTest(rates: .bergerBoos()).stamp.convention.contains("gamma 1e-06"))
  }
}
