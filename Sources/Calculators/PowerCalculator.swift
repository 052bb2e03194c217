import Encoders
import Estimates
package import Inference

/// `parity test power --focal .5 --reference .75 --n 20/20`: what a test could show.
package struct PowerCalculator: Sendable {
  /// The focal group's supposed rate.
  package let focalRate: Double
  /// The reference group's supposed rate.
  package let referenceRate: Double
  /// The sizes of the groups, where they are given.
  package let totals: (focal: Int, reference: Int)?
  /// The test that will be used.
  package let test: RateTest
  /// The error probability of the test.
  package let alpha: Double
  /// The power to reach.
  package let power: Double

  /// The tests that can be asked for, by the identifiers of results.
  static let tests: [(id: String, test: RateTest)] = [
    .zPooled, .fisher(), .fisher(twoSided: .central), .blaker, .fisher(observedTable: .half),
    .boschloo(rates: .bergerBoos()), .barnard(rates: .bergerBoos()),
  ].map { ($0.method.stamp.id, $0) }

  /// Reads rates, sizes and the test.
  package init(
    focal: String, reference: String, sizes: String?, test: String, power: String, alpha: Double
  ) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    let focal = reader.number(focal, in: "--focal", from: 0, to: 1, closed: false, example: "0.5")
    let reference = reader.number(
      reference, in: "--reference", from: 0, to: 1, closed: false, example: "0.75")
    let power = reader.number(power, in: "--power", from: 0, to: 1, closed: false, example: "0.8")
    var totals: (focal: Int, reference: Int)?
    if let sizes {
      let parts = sizes.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count == 2 {
        let first = reader.count(parts[0], in: "--n", example: "20/20")
        let second = reader.count(parts[1], in: "--n", example: "20/20")
        if let first, let second { totals = (first, second) }
      } else {
        reader.note(
          "--n: \(ArgumentReader.quoted(sizes[...])) is not two sizes with a slash between",
          fix: "write focal/reference, for example 20/20")
      }
    }
    let chosen = Self.tests.first { $0.id == test }
    if chosen == nil {
      reader.note(
        "--test: \(ArgumentReader.quoted(test[...])) has no power here",
        fix: "one of " + Self.tests.map(\.id).joined(separator: ", "))
    }
    try reader.finish()
    guard let focal, let reference, let power, let chosen else { throw ArgumentProblems([]) }
    focalRate = focal
    referenceRate = reference
    self.totals = totals
    self.test = chosen.test
    self.power = power
    self.alpha = alpha
  }

  private var testID: String { test.method.stamp.id }

  /// The answer: power at the sizes given, the least ratio they could show, and the sizes needed.
  package func callAsFunction() -> Calculation {
    var results: [CalculatedResult] = []
    if let totals {
      let design = PowerDesign(
        focalTotal: totals.focal, referenceTotal: totals.reference, focalRate: focalRate,
        referenceRate: referenceRate)
      let exact = ExactPower(test: test, alpha: alpha)
      let normal = NormalPower(alpha: alpha)
      let heading = "Chance to reject with \(totals.focal) and \(totals.reference) people"
      results += [
        CalculatedResult(heading, "Exact, \(testID)", exact.stamp, exact(design), unit: .share),
        CalculatedResult(
          heading, "Normal approximation", normal.stamp, normal(design), unit: .share),
      ]
      let detectable = DetectionDesign(
        focalTotal: totals.focal, referenceTotal: totals.reference, referenceRate: referenceRate)
      for (side, words) in [
        (MinimumDetectableRatio.Side.below, "Largest ratio under 1"),
        (.above, "Least ratio over 1"),
      ] {
        let method = MinimumDetectableRatio(test: test, side: side, alpha: alpha, power: power)
        results.append(
          CalculatedResult(
            "Ratio found with a chance of \(Facts.percent(power))", words, method.stamp,
            method(detectable)))
      }
    }
    let rates = SupposedRates(focal: focalRate, reference: referenceRate)
    let exactSize = ExactSampleSize(test: test, alpha: alpha, power: power)
    let normalSize = NormalSampleSize(alpha: alpha, power: power)
    let heading = "People in each group for a chance of \(Facts.percent(power))"
    results += [
      CalculatedResult(
        heading, "Exact, \(testID)", exactSize.stamp, exactSize(rates), unit: .wholePeople),
      CalculatedResult(
        heading, "Normal approximation", normalSize.stamp, normalSize(rates), unit: .people),
    ]
    var input: [String: JSONValue] = [
      "focal": .number(focalRate), "reference": .number(referenceRate), "test": .text(testID),
      "alpha": .number(alpha), "power": .number(power),
    ]
    if let totals { input["n"] = .array([.integer(totals.focal), .integer(totals.reference)]) }
    return Calculation(
      "power", input: input,
      facts: [
        "Supposed rates: focal \(Facts.percent(focalRate)), reference "
          + "\(Facts.percent(referenceRate)); test \(testID) at the \(Facts.percent(alpha)) level"
      ],
      results: results, sentence: sentence(results))
  }

  private func sentence(_ results: [CalculatedResult]) -> String {
    var parts: [String] = []
    if totals != nil, let chance = results.first?.estimate {
      parts.append(
        "with groups of these sizes the test would reject equal rates in "
          + "\(Figures.text(chance.value, .share)) of samples from the supposed rates")
    }
    if let size = results.first(where: { $0.unit == .wholePeople })?.estimate {
      parts.append(
        "about \(Figures.text(size.value, .wholePeople)) people in each group are needed for a "
          + "chance of \(Facts.percent(power))")
    }
    guard let first = parts.first else { return "The power of this test cannot be told." }
    return first.prefix(1).uppercased() + first.dropFirst()
      + parts.dropFirst().map { "; " + $0 }.joined() + "."
  }
}
