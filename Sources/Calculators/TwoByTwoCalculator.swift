package import Aggregates
import Encoders
import Estimates
import Inference

/// `parity test two-by-two 2/10 15/25`: everything about two selection rates.
package struct TwoByTwoCalculator: Sendable {
  /// The counts; the first group typed in is the focal one.
  package let table: TwoByTwoTable
  /// More people than this have no unconditional exact interval in the panel.
  private static let largestUnconditional = 200
  /// The nominal coverage of intervals.
  package let level: Double
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// Reads the two groups.
  package init(groups: [String], level: Double, alpha: Double) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    if groups.count != 2 {
      reader.note(
        "\(groups.count) \(groups.count == 1 ? "group was" : "groups were") given, two are compared",
        fix: "write the focal group first: parity test two-by-two 2/10 15/25")
    }
    let pairs = groups.enumerated().map { index, text in
      reader.pair(text[...], in: index == 0 ? "focal group" : "reference group")
    }
    try reader.finish()
    guard let focal = pairs[0], let reference = pairs[1],
      let table = TwoByTwoTable(
        focalSelected: focal.selected, focalRejected: focal.total - focal.selected,
        referenceSelected: reference.selected,
        referenceRejected: reference.total - reference.selected)
    else { throw ArgumentProblems([]) }
    self.table = table
    self.level = level
    self.alpha = alpha
  }

  /// The tests of equal rates, the pre-registered primary first.
  private var tests: [CalculatedResult] {
    let heading = "Tests of equal rates"
    func test(
      _ label: String, _ method: some StatisticalMethod<TwoByTwoTable>
    ) -> CalculatedResult {
      CalculatedResult(heading, label, method.stamp, method(table))
    }
    return [
      test("Z, pooled", PooledZTest()),
      test("Z, unpooled", UnpooledZTest()),
      test("Z, hypergeometric variance", HypergeometricZTest()),
      test("Chi-squared", PearsonChiSquaredTest()),
      test("Chi-squared, Yates", PearsonChiSquaredTest(correction: .yates)),
      test("Chi-squared, N - 1", PearsonChiSquaredTest(correction: .nMinusOne)),
      test("G", LikelihoodRatioTest()),
      test("Fisher, minimum likelihood", FisherExactTest()),
      test("Fisher, central", FisherExactTest(twoSided: .central)),
      test("Fisher, Blaker", BlakerExactTest()),
      test("Fisher, minimum likelihood, mid-p", FisherExactTest(observedTable: .half)),
      test("Fisher, central, mid-p", FisherExactTest(twoSided: .central, observedTable: .half)),
      test("Fisher, Blaker, mid-p", BlakerExactTest(observedTable: .half)),
      test("Boschloo, central", BoschlooTest()),
      test("Boschloo, central, Berger-Boos", BoschlooTest(rates: .bergerBoos())),
      test("Boschloo, minimum likelihood", BoschlooTest(twoSided: .minimumLikelihood)),
      test(
        "Boschloo, min. likelihood, Berger-Boos",
        BoschlooTest(twoSided: .minimumLikelihood, rates: .bergerBoos())),
      test("Barnard, pooled Z", BarnardTest()),
      test("Barnard, pooled Z, Berger-Boos", BarnardTest(rates: .bergerBoos())),
      test("Barnard, pooled Z, central", BarnardTest(twoSided: .central)),
      test(
        "Barnard, pooled Z, central, Berger-Boos",
        BarnardTest(twoSided: .central, rates: .bergerBoos())),
      test("Barnard, CSM", BarnardCSMTest()),
    ]
  }

  private var sizes: [CalculatedResult] {
    func result(
      _ heading: String, _ label: String, _ method: some StatisticalMethod<TwoByTwoTable>,
      _ unit: CalculatedResult.Unit = .number
    ) -> CalculatedResult {
      CalculatedResult(heading, label, method.stamp, method(table), unit: unit)
    }
    let difference = "Difference of the rates, focal - reference"
    // Found by trying differences: seconds for one of them with many people.
    func unconditional(_ label: String, _ method: UnconditionalDifference) -> CalculatedResult {
      let outcome =
        table.total <= Self.largestUnconditional
        ? method(table)
        : .notEstimable(
          reason: "Unconditional exact intervals are made here for at most "
            + "\(Self.largestUnconditional) people.")
      return CalculatedResult(difference, label, method.stamp, outcome, unit: .percentagePoints)
    }
    let ratio = "Ratio of the rates, focal / reference"
    let odds = "Odds ratio, focal / reference"
    let practice = "In practice"
    let posterior = BayesianImpactRatio(level: level)
    func below(_ words: String, _ value: Double) -> CalculatedResult {
      let stamp = MethodStamp(
        id: posterior.stamp.id + "-below-" + Figures.plain(value),
        title: "Posterior probability of a ratio below \(Figures.plain(value))",
        convention: posterior.stamp.convention, source: posterior.stamp.source)
      return CalculatedResult(
        ratio, "Posterior probability, below \(words)", stamp,
        posterior.probability(below: value, table), unit: .share)
    }
    return [
      result(ratio, "Koopman", ImpactRatio(level: level)),
      result(ratio, "Miettinen-Nurminen", MiettinenNurminenRatio(level: level)),
      result(ratio, "Katz", KatzRatio(level: level)),
      result(ratio, "MOVER", MoverRatio(level: level)),
      result(ratio, "Posterior median, Jeffreys", posterior),
      below("four fifths", 0.8), below("equal rates", 1),
      result(difference, "Newcombe", RiskDifference(level: level), .percentagePoints),
      result(
        difference, "Miettinen-Nurminen", MiettinenNurminenDifference(level: level),
        .percentagePoints),
      result(difference, "Mee", MeeDifference(level: level), .percentagePoints),
      result(difference, "Agresti-Caffo", AgrestiCaffoDifference(level: level), .percentagePoints),
      unconditional("Unconditional exact, central", UnconditionalDifference(level: level)),
      unconditional(
        "Unconditional exact, central, Berger-Boos",
        UnconditionalDifference(rates: .bergerBoos(), level: level)),
      unconditional(
        "Unconditional exact, square", UnconditionalDifference(twoSided: .square, level: level)),
      result(odds, "Conditional, exact", ConditionalOddsRatio(level: level)),
      result(
        odds, "Conditional, mid-p", ConditionalOddsRatio(observedTable: .half, level: level)),
      result(odds, "Score", ScoreOddsRatio(level: level)),
      result(odds, "Logit", LogitOddsRatio(level: level)),
      result(practice, "Cohen's h", CohenH()),
      result(practice, "Phi", PhiCoefficient()),
      result(
        practice, "Shortfall to the reference rate, people", ShortfallToReferenceRate(), .people),
      result(practice, "Shortfall to the rate of all, people", ShortfallToPoolRate(), .people),
      result(practice, "Selections affected", AffectedSelections(), .percent),
    ]
  }

  private var flips: [CalculatedResult] {
    let criteria: [(FlipCounts.Criterion, String)] = [
      (.fourFifths, "four fifths reached"), (.twoStandardDeviations, "Z within 2 of 0"),
      (.pValue(alpha: alpha), "Fisher's p at least \(Figures.plain(alpha))"),
      (.directionReversal, "direction reversed"),
    ]
    return criteria.flatMap { criterion, words in
      [(FlipCounts.Change.add, "added"), (.swap, "exchanged")].map { change, verb in
        let method = FlipCounts(criterion: criterion, change: change)
        return CalculatedResult(
          "People selected otherwise until", "\(words), \(verb)", method.stamp, method(table),
          unit: .wholePeople)
      }
    }
  }

  /// The ratio that groups of these sizes would show with a chance of 80 %, at the rate seen in the
  /// reference group; not made for groups so large that it would take longer than a moment.
  private var detectable: [CalculatedResult] {
    guard table.referenceSelected > 0, table.referenceRejected > 0, table.focalTotal > 0,
      (table.focalTotal + 1) * (table.referenceTotal + 1) <= 1_000_000
    else { return [] }
    let method = MinimumDetectableRatio(test: .zPooled, alpha: alpha)
    return [
      CalculatedResult(
        "In practice", "Ratio found with a chance of 80%", method.stamp,
        method(
          DetectionDesign(
            focalTotal: table.focalTotal, referenceTotal: table.referenceTotal,
            referenceRate: Double(table.referenceSelected) / Double(table.referenceTotal))))
    ]
  }

  /// What these numbers could have shown, where the primary test does not reject.
  private func power(_ detectable: [CalculatedResult], _ tests: [CalculatedResult]) -> [String] {
    guard let pValue = tests.first?.pValue, pValue.value >= alpha,
      let ratio = detectable.first
    else { return [] }
    guard let least = ratio.estimate else {
      return ["With groups of these sizes not even a ratio near 0 would be found reliably."]
    }
    return [
      "With these numbers only a ratio below \(Figures.fixed(least.value, 2)) would have been found "
        + "with a chance of 80% (Z, pooled, at the reference rate seen)."
    ]
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let tests = tests
    let sensitivity = OmittedFactor(table: table, level: level, alpha: alpha, primary: tests.first)
    let coherence = Coherence(tests: tests, intervals: sizes, alpha: alpha)
    let sizes = coherence.intervals
    let detectable = detectable
    return Calculation(
      "two-by-two",
      input: [
        "focal": .object([
          "selected": .integer(table.focalSelected), "total": .integer(table.focalTotal),
        ]),
        "reference": .object([
          "selected": .integer(table.referenceSelected), "total": .integer(table.referenceTotal),
        ]),
        "level": .number(level), "alpha": .number(alpha),
      ],
      facts: [
        Facts.rate("Focal group", table.focalSelected, table.focalTotal),
        Facts.rate("Reference group", table.referenceSelected, table.referenceTotal),
      ],
      results: tests + sizes + detectable + flips + (sensitivity?.results ?? []),
      notes: coherence.notes + power(detectable, tests) + (sensitivity?.notes ?? []),
      sentence: sentence(tests, sizes))
  }

  private func sentence(_ tests: [CalculatedResult], _ sizes: [CalculatedResult]) -> String {
    guard table.focalTotal > 0, table.referenceTotal > 0 else {
      return "One of the groups has nobody in it, so there is nothing to compare."
    }
    guard let ratio = sizes.first?.estimate, let interval = ratio.interval else {
      return "Nobody was selected in either group, so the rates cannot be compared."
    }
    let size =
      ratio.value.isFinite
      ? "The focal group was selected at \(Figures.fixed(ratio.value, 2)) times the rate of the "
        + "reference group (\(Facts.interval(interval)))"
      : "Nobody of the reference group was selected, so the ratio of the rates has no upper limit"
    // The unpooled Z and Barnard's own order are for comparison; they do not vote.
    let voting = [PooledZTest().stamp.id] + RobustnessPanel.companions.map(\.stamp.id)
    let votes = tests.filter { voting.contains($0.method.id) }
    return size + "; " + Unanimity(tests: votes, alpha: alpha).words + "."
  }
}
