import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Fisher's exact test")
struct FisherExactTestTests {
  private static let variants: [String: FisherExactTest] = [
    "minimumLikelihood": FisherExactTest(),
    "central": FisherExactTest(twoSided: .central),
    "minimumLikelihoodMidP": FisherExactTest(observedTable: .half),
    "centralMidP": FisherExactTest(twoSided: .central, observedTable: .half),
  ]

  @Test(
    "agrees with enumeration in integers (Python) and with R",
    arguments: [Fixtures.python, Fixtures.r])
  func references(file: String) throws {
    for row in try ReferenceValue.read(file, method: "FisherExactTest") {
      let method = try #require(Self.variants[row.quantity])
      expectClose(
        method(try TwoByTwoTable(row)).pValue, row.value,
        relative: file == Fixtures.r ? 1e-10 : 1e-12, "\(row)")
    }
  }

  @Test("published and recomputed cases")
  func published() throws {
    // id, focal selected, of, reference selected, of, p, twoSided, digits
    let cases: [(String, [Int], Double, TwoSidedConvention, Double)] = [
      ("adverse-2", [12, 40, 48, 80], 0.0034092218, .minimumLikelihood, 2e-8),
      ("adverse-4", [26, 48, 206, 259], 0.00040415881, .minimumLikelihood, 2e-8),
      ("adverse-5", [11, 48, 35, 259], 0.12078089, .minimumLikelihood, 1e-7),
      ("adverse-5", [11, 48, 35, 259], 0.15380709, .central, 1e-7),
      ("adverse-10", [3, 8, 16, 25], 0.23787373, .minimumLikelihood, 1e-7),
      ("adverse-11", [6, 19, 25, 43], 0.097081219, .minimumLikelihood, 1e-7),
      ("adverse-11", [3, 15, 25, 43], 0.015927622, .minimumLikelihood, 1e-7),
      ("adverse-12", [50, 64, 455, 508], 0.012266562, .minimumLikelihood, 1e-7),
      ("adverse-14", [6, 529, 3, 1260], 0.023241549, .minimumLikelihood, 1e-7),
      ("adverse-14", [6, 529, 3, 1260], 0.046483097, .central, 1e-7),
      ("adverse-18", [8, 17, 8, 13], 0.4836518583, .minimumLikelihood, 1e-9),
      ("adverse-23", [2, 10, 15, 25], 0.059907834, .minimumLikelihood, 1e-7),
      ("adverse-23", [2, 10, 15, 25], 0.074315377, .central, 1e-7),
      ("adverse-24", [3, 4, 1, 4], 0.4857143, .minimumLikelihood, 1e-6),
      ("adverse-25", [2, 12, 15, 18], 0.0005367241, .minimumLikelihood, 1e-6),
      ("adverse-27", [7, 15, 12, 15], 0.12813593, .minimumLikelihood, 1e-7),
      ("adverse-36", [89, 108, 512, 825], 1.669189e-05, .minimumLikelihood, 1e-6),
      ("adverse-45", [28, 126, 23, 117], 0.63997668, .minimumLikelihood, 1e-7),
      ("adverse-45", [28, 126, 23, 117], 0.74029993, .central, 1e-7),
      ("adverse-46", [94, 142, 3577, 20565], 2.0693563e-37, .minimumLikelihood, 1e-7),
      ("adverse-46", [22, 22, 0, 102], 7.1750668e-25, .minimumLikelihood, 1e-7),
      ("adverse-46", [50, 51, 257, 632], 1.2220470e-17, .minimumLikelihood, 1e-7),
      ("adverse-46", [6, 114, 37, 6865], 6.2013188e-05, .minimumLikelihood, 1e-7),
    ]
    for (id, counts, expected, twoSided, digits) in cases {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      expectClose(
        FisherExactTest(twoSided: twoSided)(table).pValue, expected, relative: digits, "\(id)")
    }
    let morris = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    expectClose(FisherExactTest(observedTable: .half)(morris).pValue, 0.043699, relative: 2e-5)
    expectClose(
      FisherExactTest(twoSided: .central, observedTable: .half)(morris).pValue, 0.041898,
      relative: 2e-5)
  }

  @Test("agrees with every table of every margin of two small groups, in whole numbers")
  func enumeration() throws {
    func choose(_ n: Int, _ k: Int) -> Int {
      k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
    }
    for focalTotal in 1...7 {
      for referenceTotal in 1...7 {
        for focal in 0...focalTotal {
          for reference in 0...referenceTotal {
            let table = try TwoByTwoTable.rates(
              focal: focal, of: focalTotal, reference: reference, of: referenceTotal)
            let weights = (0...focalTotal).map {
              choose(focalTotal, $0) * choose(referenceTotal, focal + reference - $0)
            }
            let whole = weights.reduce(0, +)
            let rare = weights.filter { $0 <= weights[focal] }.reduce(0, +)
            expectClose(
              FisherExactTest()(table).pValue, Double(rare) / Double(whole), relative: 1e-13)
            let smaller = min(
              weights[...focal].reduce(0, +), weights[focal...].reduce(0, +))
            expectClose(
              FisherExactTest(twoSided: .central)(table).pValue,
              min(1, 2 * Double(smaller) / Double(whole)), relative: 1e-13)
          }
        }
      }
    }
  }

  @Test("exchanging the groups or the outcome changes nothing; mid-p is never larger")
  func symmetry() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let focalTotal = Int.random(in: 1...300, using: &generator)
      let referenceTotal = Int.random(in: 1...300, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      let turned = try #require(
        TwoByTwoTable(
          focalSelected: table.focalRejected, focalRejected: table.focalSelected,
          referenceSelected: table.referenceRejected, referenceRejected: table.referenceSelected))
      let swapped = try #require(table.swapped)
      for twoSided in TwoSidedConvention.allCases {
        let method = FisherExactTest(twoSided: twoSided)
        let pValue = try #require(method(table).pValue)
        #expect(pValue > 0 && pValue <= 1)
        expectClose(method(swapped).pValue, pValue, relative: 1e-10)
        expectClose(method(turned).pValue, pValue, relative: 1e-10)
        let half = try #require(
          FisherExactTest(twoSided: twoSided, observedTable: .half)(table).pValue)
        #expect(half <= pValue)
      }
    }
  }

  @Test("degenerate tables")
  func degenerate() throws {
    for method in Self.variants.values {
      #expect(method(try .rates(focal: 0, of: 0, reference: 3, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 1, of: 2, reference: 0, of: 0)).reason != nil)
      #expect(method(try .rates(focal: 0, of: 4, reference: 0, of: 5)).pValue == 1)
      #expect(method(try .rates(focal: 4, of: 4, reference: 5, of: 5)).pValue == 1)
    }
  }

  @Test("the identifier and the words name the variant")
  func stamps() {
    #expect(FisherExactTest().stamp.id == "fisher-exact-minlike")
    #expect(FisherExactTest(observedTable: .half).stamp.id == "fisher-exact-mid-p")
    #expect(FisherExactTest(twoSided: .central).stamp.id == "fisher-exact-central")
    #expect(FisherExactTest(twoSided: .central).stamp.convention.contains("twice the smaller tail"))
  }
}
