import Encoders
import Estimates
package import Inference

/// `parity test share 16/68 --benchmark 0.268`: a share, alone or against a benchmark.
package struct ShareCalculator: Sendable {
  /// The people with the property among all.
  package let count: BinomialCount
  /// The same with everyone who might have answered, where a population is given.
  package let population: FinitePopulationCount?
  /// The outside share, where there is one.
  package let benchmark: Double?
  /// The nominal coverage of intervals.
  package let level: Double
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// Reads the share.
  package init(
    shares: [String], benchmark: String?, population: String? = nil, level: Double, alpha: Double
  ) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    if shares.count != 1 {
      reader.note(
        "\(shares.count) shares were given, one is tested",
        fix: "parity test share 16/68 --benchmark 0.268")
    }
    let pairs = shares.map { reader.pair($0[...], in: "share", example: "16/68") }
    let everyone = population.flatMap { reader.count($0[...], in: "--of", example: "400") }
    if let everyone, let pair = pairs.first ?? nil, everyone < pair.total {
      reader.note(
        "--of: \(everyone) people cannot have given \(pair.total) answers",
        fix: "give everyone, those who did not answer too, for example --of \(2 * pair.total)")
    }
    let value = benchmark.flatMap {
      reader.number($0, in: "--benchmark", from: 0, to: 1, closed: false, example: "0.268")
    }
    try reader.finish()
    guard let pair = pairs.first ?? nil,
      let count = BinomialCount(successes: pair.selected, total: pair.total)
    else { throw ArgumentProblems([]) }
    self.count = count
    self.population = everyone.flatMap {
      FinitePopulationCount(successes: pair.selected, answered: pair.total, population: $0)
    }
    self.benchmark = value
    self.level = level
    self.alpha = alpha
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    func result(
      _ heading: String, _ label: String, _ method: some StatisticalMethod<BinomialCount>,
      _ unit: CalculatedResult.Unit = .share
    ) -> CalculatedResult {
      CalculatedResult(heading, label, method.stamp, method(count), unit: unit)
    }
    let share = "Share"
    var results = [
      result(share, "Wilson", WilsonInterval(level: level)),
      result(share, "Clopper-Pearson, exact", ClopperPearsonInterval(level: level)),
      result(share, "Jeffreys", JeffreysInterval(level: level)),
      result(share, "Mid-p", MidPInterval(level: level)),
    ]
    results += finite
    var tests: [CalculatedResult] = []
    if let benchmark {
      let against = "Against the benchmark of \(Facts.percent(benchmark))"
      tests = [
        result(
          against, "Exact binomial, minimum likelihood", ExactBinomialTest(probability: benchmark)),
        result(
          against, "Exact binomial, central",
          ExactBinomialTest(probability: benchmark, twoSided: .central)),
      ]
      results += tests
      results += availability(against, benchmark)
      results += [
        result(
          against, "Share / benchmark", ParityIndex(benchmark: benchmark, level: level), .number),
        result(
          against, "Share - benchmark", BenchmarkDifference(benchmark: benchmark, level: level),
          .percentagePoints),
        result(
          against, "Shortfall in people", BenchmarkShortfall(benchmark: benchmark), .people),
      ]
    }
    var input: [String: JSONValue] = [
      "selected": .integer(count.successes), "total": .integer(count.total),
      "level": .number(level), "alpha": .number(alpha),
    ]
    input["benchmark"] = benchmark.map { .number($0) }
    input["population"] = population.map { .integer($0.population) }
    return Calculation(
      "share", input: input,
      facts: [Facts.rate("Share", count.successes, count.total)], results: results,
      notes: populationNotes + rules, sentence: sentence(results, tests))
  }

  /// The share of the finite population.
  private var finite: [CalculatedResult] {
    guard let population else { return [] }
    let everyone = Figures.text(Double(population.population), .wholePeople)
    let heading = "Share of all \(everyone) people, of whom \(count.total) answered"
    func line(_ label: String, _ limits: FinitePopulationShare.Limits) -> CalculatedResult {
      let method = FinitePopulationShare(limits: limits, level: level)
      return CalculatedResult(heading, label, method.stamp, method(population), unit: .share)
    }
    return [
      line("Wilson, finite population", .wilson), line("Hypergeometric, exact", .exact),
    ]
  }

  /// What is to be known of shares of a finite population.
  private var populationNotes: [String] {
    guard population != nil else { return [] }
    return [
      "The limits for all people take those who answered for a random draw of them; who does not "
        + "answer seldom is."
        + (benchmark == nil
          ? "" : " The tests against the benchmark are those of draws without end.")
    ]
  }

  /// Mid-p, both one-sided tails and Z against the benchmark.
  private func availability(_ heading: String, _ benchmark: Double) -> [CalculatedResult] {
    guard let fraction = Self.fraction(benchmark) else { return [] }
    let panel = AvailabilityPanel(availability: .share(fraction), alpha: alpha)
    let reading = panel(count)
    func line(_ label: String, _ id: String, _ title: String, _ outcome: Outcome)
      -> CalculatedResult
    {
      CalculatedResult(
        heading, label,
        MethodStamp(
          id: id, title: title, convention: panel.stamp.convention, source: panel.stamp.source),
        outcome)
    }
    return [
      line(
        "Exact binomial, mid-p", "binomial-exact-mid-p", "Exact binomial test, mid-p",
        reading.exactMidP),
      line(
        "Exact binomial, as few or fewer", "binomial-exact-fewer",
        "Exact binomial test, lower tail", reading.exactFewer),
      line(
        "Exact binomial, as many or more", "binomial-exact-more",
        "Exact binomial test, upper tail", reading.exactMore),
      line("Z, binomial variance", "z-binomial", "Z test of a share", reading.binomialZ),
    ]
  }

  /// What the rules of practice say, side by side.
  private var rules: [String] {
    guard let benchmark, let fraction = Self.fraction(benchmark), count.total > 0 else { return [] }
    let reading = AvailabilityPanel(availability: .share(fraction), alpha: alpha)(count)
    guard reading.rulesDisagree else {
      return reading.flagging.isEmpty
        ? ["No rule of practice would flag this number."]
        : ["Every rule of practice would flag this number; none of them is a finding."]
    }
    return [
      "Rules of practice disagree. Flagged by: "
        + Facts.list(reading.flagging.map(\.words)) + ". Not by: "
        + Facts.list(reading.notFlagging.map(\.words)) + "."
    ]
  }

  /// A benchmark of at most six decimals as whole numbers.
  private static func fraction(_ benchmark: Double) -> Fraction? {
    let millionths = (benchmark * 1e6).rounded()
    guard abs(millionths - benchmark * 1e6) < 1e-6 else { return nil }
    return Fraction(Int(millionths), over: 1_000_000)
  }

  private func sentence(_ results: [CalculatedResult], _ tests: [CalculatedResult]) -> String {
    guard let wilson = (finite.first ?? results.first)?.estimate, let interval = wilson.interval
    else { return "There is nobody to take a share of." }
    let level = Facts.percent(interval.level)
    let share =
      "The share \(population == nil ? "" : "of all people ")is \(Figures.text(wilson.value, .share)) (\(level) interval "
      + "\(Figures.text(interval.lower, .share)) to \(Figures.text(interval.upper, .share)))"
    guard let benchmark, let test = tests.first, let pValue = test.pValue else {
      return share + "."
    }
    let error = Facts.percent(alpha)
    let words = "(\(test.label), p \(Figures.pValue(pValue.value)))"
    if pValue.value >= alpha {
      return share + "; at the \(error) level it is not shown to differ from the benchmark of "
        + "\(Facts.percent(benchmark)) \(words)."
    }
    let side = wilson.value < benchmark ? "below" : "above"
    return share + ", \(side) the benchmark of \(Facts.percent(benchmark)) at the \(error) level "
      + words + "."
  }
}
