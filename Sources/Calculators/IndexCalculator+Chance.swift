import Aggregates
import Estimates
import Inference

extension IndexCalculator {
  /// How many times everyone is drawn anew.
  static let replicates = 1_000

  /// The index that is drawn: M without correction, in the base asked for.
  private var measure: SegregationMeasure {
    .mutualInformation(MutualInformationIndex(base: base, level: level))
  }

  /// The tests that every unit has the same mix: by the limiting distribution and by tables drawn.
  var tests: [CalculatedResult] {
    let heading = "Tests that every unit has the same mix"
    let drawn = SegregationPermutationTest(measure: measure, draws: draws, seed: seed)
    let count = Figures.text(Double(draws), .wholePeople)
    return [
      CalculatedResult(
        heading, "Likelihood ratio (G)", GTableTest().stamp, GTableTest()(table)),
      CalculatedResult(
        heading, "Permutation, \(count) draws, seed \(seed)", drawn.stamp, drawn(table).test),
    ]
  }

  /// The bootstrap of M, and why it is to be read with care.
  var resampled: (results: [CalculatedResult], cautions: [String]) {
    let bootstrap = SegregationBootstrap(
      measure: measure, replicates: Self.replicates, seed: seed, level: level)
    let result = bootstrap(table)
    let times = Figures.text(Double(Self.replicates), .wholePeople)
    let heading = "Bootstrap of M, everyone drawn anew \(times) times, seed \(seed)"
    func stamp(_ suffix: String, _ title: String) -> MethodStamp {
      MethodStamp(
        id: result.stamp.id + suffix, title: title, convention: result.stamp.convention,
        source: result.stamp.source)
    }
    var cautions = result.caution.map { ["Bootstrap: \($0)"] } ?? []
    if result.undefinedReplicates > 0, result.percentile.isEstimate {
      cautions.append(
        "Bootstrap: in \(result.undefinedReplicates) of \(times) draws a group or all units but "
          + "one were empty; they are left out.")
    }
    return (
      [
        CalculatedResult(
          heading, "Percentile",
          stamp("", "Bootstrap of an index of segregation, percentile interval"),
          result.percentile),
        CalculatedResult(
          heading, "Percentile", stamp("-bias", "Bias of an index of segregation, bootstrap"),
          result.bias, place: .beside("bias")),
        CalculatedResult(
          heading, "Bias-corrected",
          stamp(
            "-bias-corrected", "Bootstrap of an index of segregation, bias-corrected interval"),
          result.biasCorrected),
      ], cautions
    )
  }

  /// How far each unit and each group is from everyone's mix.
  var localTerms: [CalculatedResult] {
    let method = LocalSegregation(base: base, level: level)
    let result = method(table)
    if case .notEstimable = result.mutualInformation {
      return [
        CalculatedResult(
          "Local segregation", "All units and groups", result.stamp, result.mutualInformation)
      ]
    }
    func stamp(_ suffix: String, _ title: String) -> MethodStamp {
      MethodStamp(
        id: result.stamp.id + suffix, title: result.stamp.title + title,
        convention: result.stamp.convention, source: result.stamp.source)
    }
    func lines(_ what: String, _ parts: [LocalSegregationResult.Part]) -> [CalculatedResult] {
      let heading = "How far each \(what) is from everyone's mix, with its share of M"
      return parts.flatMap { part in
        let label = "\(Facts.name(part.name)), \(Facts.people(part.people))"
        func line(
          _ suffix: String, _ title: String, _ outcome: Outcome,
          _ unit: CalculatedResult.Unit = .number, _ place: CalculatedResult.Place = .line
        ) -> CalculatedResult {
          CalculatedResult(
            heading, label, stamp(suffix, title), outcome, unit: unit, subject: part.name,
            place: place)
        }
        return [
          line("", "", part.local),
          line(
            "-by-chance", ", expected by chance", part.nullExpectation, .number,
            .beside("by chance")),
          line("-share", ", share of M", part.shareOfIndex, .share, .beside("of M")),
        ]
      }
    }
    return lines("unit", result.units) + lines("group", result.groups)
  }
}

extension Outcome {
  /// Whether there is a number.
  fileprivate var isEstimate: Bool {
    if case .estimate = self { return true }
    return false
  }
}
