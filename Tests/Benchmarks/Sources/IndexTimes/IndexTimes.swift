import Foundation
import Parity

/// Times indices of segregation and of inequality: for each case the median time of a call over
/// several batches, in seconds, and what came of it, tab-separated.
///
/// usage: IndexTimes FOLDER; the tables and amounts are written there for the other programs.
@main
enum IndexTimes {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: IndexTimes FOLDER\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
    let tables = SampleTables()
    for (name, rows) in tables.all {
      let text = rows.map { $0.map(String.init).joined(separator: ",") }.joined(separator: "\n")
      try Data((text + "\n").utf8).write(to: folder.appending(path: name + ".csv"))
    }
    for benchmark in segregationCases(tables) { benchmark.report() }
    let amounts = SampleTables.amounts(10_000_000)
    try amounts.withUnsafeBytes { Data($0) }.write(to: folder.appending(path: "amounts.f64"))
    for benchmark in inequalityCases(amounts) { benchmark.report() }
  }

  private static func segregationCases(_ tables: SampleTables) -> [Case] {
    guard let nulls = ContingencyTable(rows: tables.manyUnits),
      let wide = ContingencyTable(rows: tables.sevenGroups),
      let cells = ContingencyTable(rows: tables.eightThousandCells),
      let shares = ContingencyTable(rows: tables.fourGroups)
    else { return [] }
    return [
      Case(name: "null-m-2000", calls: 20) { MutualInformationIndex()(nulls).nullExpectation },
      Case(name: "null-d-2000", calls: 20) { DissimilarityIndex()(nulls).nullExpectation },
      Case(name: "m-10000x7", calls: 20) { MutualInformationIndex().index(wide) },
      Case(name: "h-10000x7", calls: 20) { TheilInformationIndex().index(wide) },
      Case(name: "gini-3000x4", calls: 5) { SegregationGini().index(shares) },
      Case(name: "bootstrap-8000", calls: 1, batches: 3) {
        biasCorrected(
          SegregationBootstrap(replicates: 1_000)(cells), MutualInformationIndex().index(cells))
      },
    ]
  }

  /// The index less its bias.
  private static func biasCorrected(
    _ bootstrap: SegregationBootstrapResult, _ index: Outcome
  ) -> Outcome {
    guard case .estimate(let bias) = bootstrap.bias, case .estimate(let value) = index else {
      return bootstrap.bias
    }
    return plain(value.value - bias.value)
  }

  private static func plain(_ value: Double) -> Outcome {
    Estimate(value).map { .estimate($0) } ?? .notEstimable(reason: "no number")
  }

  private static func inequalityCases(_ amounts: [Double]) -> [Case] {
    [
      Case(name: "sort-10m", calls: 1, batches: 3) { plain(amounts.sorted()[0]) },
      Case(name: "weighted-10m", calls: 1, batches: 3) {
        plain(Double(WeightedAmounts(amounts).values.count))
      },
      Case(name: "gini-10m", calls: 1, batches: 3) { GiniCoefficient()(WeightedAmounts(amounts)) },
      Case(name: "theil-10m", calls: 1, batches: 3) { TheilIndex()(WeightedAmounts(amounts)) },
      Case(name: "atkinson-10m", calls: 1, batches: 3) {
        AtkinsonIndex(aversion: 0.5)(WeightedAmounts(amounts))
      },
    ]
  }
}

/// One call to time and how often.
struct Case {
  let name: String
  let calls: Int
  var batches = 7
  let call: () -> Outcome

  /// Prints the median seconds per call over the batches after one that is not counted.
  func report() {
    var times: [Double] = []
    var last = call()
    let clock = ContinuousClock()
    for _ in 0..<batches {
      let elapsed = clock.measure {
        for _ in 0..<calls { last = call() }
      }
      let (seconds, fraction) = elapsed.components
      times.append((Double(seconds) + Double(fraction) * 1e-18) / Double(calls))
    }
    let answer =
      switch last {
      case .test(let test): String(test.pValue.value)
      case .estimate(let estimate): String(estimate.value)
      case .notEstimable(let reason): reason
      }
    print(name, times.sorted()[times.count / 2], answer, separator: "\t")
  }
}
