import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

/// Counts in the millions, against R 4.2.2 (`fisher.test`, `phyper`, `qbeta`, `poisson.test`).
@Suite("Large counts")
struct LargeCountsTests {
  @Test("Fisher's exact test on eleven million people")
  func fisher() throws {
    let table = try #require(
      TwoByTwoTable(
        focalSelected: 2_901_000, focalRejected: 2_899_000, referenceSelected: 2_898_500,
        referenceRejected: 2_901_500))
    for twoSided in TwoSidedConvention.allCases {
      expectClose(
        FisherExactTest(twoSided: twoSided)(table).pValue, 0.142250053227804, relative: 1e-11)
    }
  }

  @Test("Clopper-Pearson limits of ten and a hundred million people")
  func clopperPearson() throws {
    let middle = ClopperPearsonInterval()(try BinomialCount(4_012_345, of: 10_000_000))
    expectClose(middle.interval?.lower, 0.400930687133892, relative: 1e-10)
    expectClose(middle.interval?.upper, 0.401538370050101, relative: 1e-10)
    let rare = ClopperPearsonInterval()(try BinomialCount(17, of: 100_000_000))
    expectClose(rare.interval?.lower, 9.90312677149785e-08, relative: 1e-10)
    expectClose(rare.interval?.upper, 2.72186454252179e-07, relative: 1e-10)
  }

  @Test("two event rates with tens of thousands of events")
  func poisson() throws {
    let rates = try #require(
      EventRates(
        focalEvents: 41_200, focalExposure: 400_000, referenceEvents: 39_900,
        referenceExposure: 390_000))
    expectClose(
      PoissonRateTest(twoSided: .minimumLikelihood)(rates).pValue, 0.337706207891407,
      relative: 1e-10)
    #expect(PoissonRateRatio()(rates).interval?.contains(1) == true)
  }

  @Test("a ratio of rates near one among ten million still has two finite limits around it")
  func ratio() throws {
    let table = try TwoByTwoTable.rates(
      focal: 4_000_000, of: 10_000_000, reference: 3_999_000, of: 10_000_000)
    let interval = try #require(ImpactRatio()(table).interval)
    let value = try #require(ImpactRatio()(table).value)
    #expect(interval.lower < value && value < interval.upper && interval.upper < 1.002)
    let pValue = try #require(PooledZTest()(table).pValue)
    #expect(interval.contains(1) == (pValue > 0.05))
  }
}
