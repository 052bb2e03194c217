import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Comparison with a benchmark")
struct ParityIndexTests {
  @Test("the log-scale interval and its test agree with mpmath")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.python, method: "ParityIndex") {
      let benchmark = try row.number("benchmark")
      let error = try row.number("benchmarkStandardError")
      let index = ParityIndex(benchmark: benchmark, benchmarkStandardError: error)
      let test = ParityIndexTest(benchmark: benchmark, benchmarkStandardError: error)
      let count = try BinomialCount(row)
      let outcome = ["statistic", "pValue"].contains(row.quantity) ? test(count) : index(count)
      expectClose(Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("without an error the interval is Clopper and Pearson's over the benchmark")
  func known() throws {
    let count = try BinomialCount(41, of: 400)
    let share = try #require(ClopperPearsonInterval()(count).interval)
    let outcome = ParityIndex(benchmark: 0.18)(count)
    expectClose(outcome.value, 41.0 / 400 / 0.18, relative: 1e-14)
    expectClose(outcome.interval?.lower, share.lower / 0.18, relative: 1e-14)
    expectClose(outcome.interval?.upper, share.upper / 0.18, relative: 1e-14)
    #expect(
      ParityIndex(benchmark: 0.18, benchmarkStandardError: 0)(count).interval == outcome.interval)
    let difference = BenchmarkDifference(benchmark: 0.18)(count)
    expectClose(difference.value, 41.0 / 400 - 0.18, relative: 1e-13)
    expectClose(difference.interval?.upper, share.upper - 0.18, relative: 1e-13)
  }

  @Test("interval and test agree about parity, with and without an error, at the edges too")
  func agreement() throws {
    for total in [8, 30, 150] {
      for successes in stride(from: 0, through: total, by: max(1, total / 10)) {
        let count = try BinomialCount(successes, of: total)
        for benchmark in [0.05, 0.31, 0.8] {
          for error in [nil, 0.01, 0.06] {
            let pValue = try #require(
              ParityIndexTest(benchmark: benchmark, benchmarkStandardError: error)(count).pValue)
            for level in [0.8, 0.95] where abs(pValue - (1 - level)) > 1e-9 {
              let index = ParityIndex(
                benchmark: benchmark, benchmarkStandardError: error, level: level)
              let interval = try #require(index(count).interval)
              #expect(
                interval.contains(1) == (pValue > 1 - level),
                "\(successes) of \(total), \(benchmark) \(String(describing: error)) \(pValue)")
            }
          }
        }
      }
    }
  }

  @Test("nobody of the group gives 0 with a finite upper limit, wider for an uncertain benchmark")
  func edges() throws {
    let nobody = try BinomialCount(0, of: 60)
    let exact = ParityIndex(benchmark: 0.13)(nobody)
    #expect(exact.value == 0 && exact.interval?.lower == 0)
    let uncertain = ParityIndex(benchmark: 0.13, benchmarkStandardError: 0.01)(nobody)
    #expect(uncertain.value == 0 && uncertain.interval?.lower == 0)
    #expect(try #require(uncertain.interval).upper > (try #require(exact.interval).upper))
    // Closed forms: 1 - 0.0125^(1/60) over 0.13 less 2.2414 standard errors (qnorm(0.9875)).
    expectClose(
      uncertain.interval?.upper, 0.07043056879850473 / (0.13 - 2.241402727604947 * 0.01),
      relative: 1e-11)
    let hopeless = ParityIndex(benchmark: 0.13, benchmarkStandardError: 0.2)(nobody)
    #expect(hopeless.interval?.upper == .infinity)
  }

  @Test("shortfall in people")
  func shortfall() throws {
    expectClose(
      BenchmarkShortfall(benchmark: 0.18)(try BinomialCount(41, of: 400)).value, 31,
      relative: 1e-12)
    // Apsley v. Boeing, adverse-16: 8,028 expected of those hired, 7,968 seen.
    expectClose(
      BenchmarkShortfall(benchmark: 0.75)(try BinomialCount(7968, of: 10_704)).value, 60,
      relative: 1e-12)
  }

  @Test("impossible benchmarks give reasons")
  func degenerate() throws {
    let count = try BinomialCount(1, of: 10)
    let nobody = try BinomialCount(0, of: 0)
    for benchmark in [0, -0.1, 1.01, Double.nan, .infinity] {
      #expect(ParityIndex(benchmark: benchmark)(count).reason != nil)
      #expect(ParityIndexTest(benchmark: benchmark)(count).reason != nil)
      #expect(BenchmarkDifference(benchmark: benchmark)(count).reason != nil)
      #expect(BenchmarkShortfall(benchmark: benchmark)(count).reason != nil)
    }
    #expect(ParityIndex(benchmark: 0.2, benchmarkStandardError: -1)(count).reason != nil)
    #expect(ParityIndex(benchmark: 0.2, benchmarkStandardError: .nan)(count).reason != nil)
    #expect(ParityIndex(benchmark: 0.2)(nobody).reason != nil)
    #expect(ParityIndexTest(benchmark: 0.2)(nobody).reason != nil)
    #expect(BenchmarkDifference(benchmark: 0.2)(nobody).reason != nil)
    #expect(BenchmarkShortfall(benchmark: 0.2)(nobody).reason != nil)
  }

  @Test("the stamp says how the benchmark's error was treated")
  func stamps() {
    #expect(ParityIndex(benchmark: 0.1).stamp.convention.contains("taken as known"))
    #expect(
      ParityIndex(benchmark: 0.1, benchmarkStandardError: 0.02).stamp.convention
        .contains("standard error 0.02"))
  }
}
