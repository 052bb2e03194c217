import Encoders
import Estimates
package import Inference

/// `parity test trend 5/40 6/35 10/38 --scores 10,20,40`: rates over ordered groups.
package struct TrendCalculator: Sendable {
  /// The groups in order.
  package let groups: [BinomialCount]
  /// The score of each group.
  package let scores: [Double]
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// Reads the groups and their scores, `1,2,3,…` where none are given.
  package init(groups: [String], scores: String?, alpha: Double) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    if groups.count < 2 {
      reader.note(
        "\(groups.count) \(groups.count == 1 ? "group was" : "groups were") given, a trend needs two",
        fix: "parity test trend 5/40 6/35 10/38 --scores 10,20,40")
    }
    let read = groups.enumerated().map { index, text in
      reader.pair(text[...], in: "group \(index + 1)", example: "5/40").flatMap {
        BinomialCount(successes: $0.selected, total: $0.total)
      }
    }
    var values = groups.indices.map { Double($0 + 1) }
    if let scores {
      let parts = scores.split(separator: ",", omittingEmptySubsequences: false)
      values = parts.map(String.init).compactMap {
        reader.number($0, in: "--scores", from: -1e12, to: 1e12, example: "--scores 10,20,40")
      }
      if parts.count != groups.count {
        reader.note(
          "--scores: \(parts.count) scores for \(groups.count) groups",
          fix: "give one score per group, in the order of the groups")
      }
    }
    try reader.finish()
    self.groups = read.compactMap { $0 }
    self.scores = values
    self.alpha = alpha
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let heading = "Tests of a trend of the rate with the score"
    let asymptotic = CochranArmitageTrendTest(scores: scores)
    let exact = ExactTrendTest(scores: scores)
    let results = [
      CalculatedResult(heading, "Cochran-Armitage", asymptotic.stamp, asymptotic(groups)),
      CalculatedResult(heading, "Exact, central", exact.stamp, exact(groups)),
    ]
    return Calculation(
      "trend",
      input: [
        "groups": .array(
          zip(groups, scores).map {
            .object([
              "selected": .integer($0.successes), "total": .integer($0.total),
              "score": .number($1),
            ])
          }),
        "alpha": .number(alpha),
      ],
      facts: zip(groups, scores).enumerated().map { index, group in
        Facts.rate("Group \(index + 1)", group.0.successes, group.0.total)
          + ", score \(Figures.plain(group.1))"
      },
      results: results, sentence: sentence(results))
  }

  private func sentence(_ results: [CalculatedResult]) -> String {
    guard case .test(let test) = results[0].outcome, let z = test.statistic else {
      return "A trend cannot be tested with these counts."
    }
    let level = Facts.percent(alpha)
    let pValue = "p " + Figures.pValue(test.pValue.value)
    if test.pValue.value >= alpha {
      return
        "No trend of the rate with the score is shown at the \(level) level (\(pValue)), which "
        + "does not show that there is none."
    }
    return
      "The rate \(z > 0 ? "rises" : "falls") with the score, at the \(level) level (\(pValue))."
  }
}
