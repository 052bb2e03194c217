package import Aggregates
import Encoders
import Estimates
import Inference

/// `parity test table "12,5,7;3,9,11"`: groups in rows, outcomes in columns.
package struct TableCalculator: Sendable {
  /// The counts.
  package let table: ContingencyTable
  /// How many tables are drawn where they are too many to follow.
  package let draws: Int
  /// The seed of the draws.
  package let seed: UInt64
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// Reads the rows, separated by semicolons, with counts separated by commas.
  package init(
    tables: [String], draws: Int, seed: UInt64, alpha: Double
  ) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    let example = "\"12,5,7;3,9,11\""
    let table = reader.table(tables, rows: "group", columns: "outcome", example: example)
    if draws < 1_000 || draws > FisherFreemanHaltonMonteCarlo.mostDraws {
      reader.note(
        "--draws: \(draws) does not lie between 1,000 and 1,000,000,000",
        fix: "for example --draws 1000000")
    }
    try reader.finish()
    guard let table else { throw ArgumentProblems([]) }
    self.table = table
    self.draws = draws
    self.seed = seed
    self.alpha = alpha
  }

  /// The answer; the exact test is drawn at random where it has too many tables to follow.
  package func callAsFunction() -> Calculation {
    let heading = "Tests that all groups have the same shares of every outcome"
    func result(
      _ heading: String, _ label: String, _ method: some StatisticalMethod<ContingencyTable>
    ) -> CalculatedResult {
      CalculatedResult(heading, label, method.stamp, method(table))
    }
    let exact = result(heading, "Fisher-Freeman-Halton", FisherFreemanHaltonTest())
    var results = [
      result(heading, "Chi-squared", ChiSquaredTableTest()), result(heading, "G", GTableTest()),
      exact,
    ]
    if exact.pValue == nil {
      let drawn = FisherFreemanHaltonMonteCarlo(draws: draws, seed: seed)
      results.append(result(heading, "Fisher-Freeman-Halton, drawn", drawn))
      let exactly = MethodStamp(
        id: drawn.stamp.id + "-exact-p", title: "Exact p-value, estimated by the draws",
        convention: drawn.stamp.convention, source: drawn.stamp.source)
      results.append(
        CalculatedResult(
          heading, "Exact p, estimated by the draws", exactly, drawn.exactPValue(table)))
    }
    results.append(result("Size of the association", "Cramér's V", CramersV()))
    return Calculation(
      "table",
      input: [
        "rows": .array(table.rows.map { .array($0.map { .integer($0) }) }),
        "alpha": .number(alpha), "draws": .integer(draws), "seed": .integer(Int(clamping: seed)),
      ],
      facts: table.rows.enumerated().map { index, row in
        "Group \(index + 1): " + row.map(String.init).joined(separator: ", ")
      },
      results: results, sentence: sentence(results))
  }

  private func sentence(_ results: [CalculatedResult]) -> String {
    let tests = results.filter { $0.pValue != nil }
    guard let primary = tests.last(where: { $0.method.id.hasPrefix("fisher") }) ?? tests.first,
      let pValue = primary.pValue
    else { return "The groups cannot be compared with these counts." }
    let level = Facts.percent(alpha)
    let words = "(\(primary.label), p \(Figures.pValue(pValue.value)))"
    return pValue.value < alpha
      ? "The shares of the outcomes differ between groups at the \(level) level \(words), which "
        + "does not say between which."
      : "The shares of the outcomes are not shown to differ between groups at the \(level) level "
        + "\(words), which does not show that they are equal."
  }
}
