extension PeerCrosswalk {
  /// Segregation of groups over units.
  static let segregation: [PeerComparison] = [
    PeerComparison(
      "mutual-information-segregation",
      .init(.value, of: MutualInformationIndex(), units: fiveUnits),
      program: "R segregation", version: "1.1.0.9000",
      call: "mutual_total(x, \"group\", \"unit\", weight = \"n\")",
      provenance: .reported(by: survey),
      prints: "0.115507", parity: "0.115507", .same,
      because: "Both take natural logarithms (nats)."),
    PeerComparison(
      "mutual-information-bits-segregation",
      .init(.value, of: MutualInformationIndex(), units: fiveUnits),
      program: "R segregation", version: "1.1.0.9000",
      call: "mutual_total(x, \"group\", \"unit\", weight = \"n\", base = 2)",
      provenance: .reported(by: survey),
      prints: "0.166642", parity: "0.115507", .anotherConvention,
      because: "Asked for base 2 it prints bits; the default of both is nats.",
      exchange: "Divide bits by 1.442695, or ask here for base two."),
    PeerComparison(
      "mutual-information-base-two-segregation",
      .init(.value, of: MutualInformationIndex(base: .two), units: fiveUnits),
      program: "R segregation", version: "1.1.0.9000",
      call: "mutual_total(x, \"group\", \"unit\", weight = \"n\", base = 2)",
      provenance: .reported(by: survey),
      prints: "0.166642", parity: "0.166642", .same,
      because: "Both in bits."),
    PeerComparison(
      "mutual-information-null-segregation",
      .init(.nullExpectation, of: MutualInformationIndex(), units: fiveUnits),
      program: "R segregation", version: "1.1.0.9000",
      call: "mutual_expected(x, \"group\", \"unit\", weight = \"n\")",
      provenance: .reported(by: survey),
      prints: "0.02110", parity: "0.0210282", .anotherConvention,
      because: "It averages simulated tables, so its last digits change from run to run;"
        + " the expectation here is exact.",
      exchange: "Raise its number of simulations."),
    PeerComparison(
      "theil-h-segregation", .init(.value, of: TheilInformationIndex(), units: fiveUnits),
      program: "R segregation", version: "1.1.0.9000",
      call: "mutual_total(x, \"group\", \"unit\", weight = \"n\")",
      provenance: .reported(by: survey),
      prints: "0.0941472", parity: "0.0941472", .same,
      because: "Both divide by the entropy of the groups."),
    PeerComparison(
      "theil-h-pysal", .init(.value, of: TheilInformationIndex(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "MultiInfoTheory(x, groups)",
      prints: "0.0941472", parity: "0.0941472", .same,
      because: "Both divide by the entropy of the groups."),
    PeerComparison(
      "empty-group-pysal", .init(.value, of: TheilInformationIndex(), units: fiveUnitsEmptyGroup),
      program: "PySAL segregation", version: "2.5.4",
      call: "MultiInfoTheory(x, groups)",
      prints: "NaN", parity: "0.0941472", .wrong,
      because: "A group nobody belongs to makes it take the logarithm of nothing; it "
        + "carries no information and is left out here and named.",
      exchange: "Drop groups without people before asking it."),
    PeerComparison(
      "dissimilarity-pysal", .init(.value, of: DissimilarityIndex(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "Dissim(x, \"a\", \"total\")",
      prints: "0.369816", parity: "0.369816", .same,
      because: "Both compare the first group with the rest."),
    PeerComparison(
      "modified-dissimilarity-1-pysal",
      .init(.relativeExcess, of: DissimilarityIndex(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "ModifiedDissim(x, \"a\", \"total\", iterations=300)",
      prints: "0.328758", parity: "0.3071", .wrong,
      because: "It hands one seed to every replicate, so all of them are the same draw "
        + "(2 iterations print the same number); the expectation by chance here is "
        + "exact.",
      exchange: "No number of iterations mends it."),
    PeerComparison(
      "modified-dissimilarity-2-pysal",
      .init(.relativeExcess, of: DissimilarityIndex(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "ModifiedDissim(x, \"a\", \"total\", iterations=300), another seed",
      prints: "0.346036", parity: "0.3071", .wrong,
      because: "The number is that of one random draw, so another seed gives another.",
      exchange: "No number of iterations mends it."),
    PeerComparison(
      "modified-dissimilarity-few-pysal",
      .init(.relativeExcess, of: DissimilarityIndex(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "ModifiedDissim(x, \"a\", \"total\", iterations=2)",
      prints: "0.328758", parity: "0.3071", .wrong,
      because: "Two iterations print what 300 do, because all replicates are the same "
        + "draw.",
      exchange: "No number of iterations mends it."),
    PeerComparison(
      "even-tens-pysal", .init(.value, of: DissimilarityIndex(), units: evenTens),
      program: "PySAL segregation", version: "2.5.4",
      call: "Dissim(x, \"a\", \"total\")",
      prints: "0", parity: "0", .same,
      because: "Every unit has the same share; neither corrects for what chance alone "
        + "would give."),
    PeerComparison(
      "even-tens-segregation", .init(.value, of: DissimilarityIndex(), units: evenTens),
      program: "R segregation", version: "1.1.0.9000",
      call: "dissimilarity(x, \"group\", \"unit\", weight = \"n\", se = TRUE)",
      provenance: .reported(by: survey),
      prints: "-0.422", parity: "0", .wrong,
      because: "Its debiased estimate is twice the index less the bootstrap mean, which "
        + "leaves the range of the index where nothing is segregated.",
      exchange: "Ask it for se = FALSE."),
    PeerComparison(
      "dissimilarity-multigroup-pysal",
      .init(.value, of: MultigroupDissimilarityIndex(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "MultiDissim(x, groups)",
      prints: "0.283563", parity: "0.283563", .same,
      because: "Both weight units by their people and divide by the groups' interaction."),
    PeerComparison(
      "gini-pysal",
      .init(.value, of: SegregationGini(comparison: .firstAgainstRest), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "Gini(x, \"a\", \"total\")",
      prints: "0.402074", parity: "0.402074", .same,
      because: "Both compare the first group with the rest."),
    PeerComparison(
      "gini-multigroup-pysal", .init(.value, of: SegregationGini(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "MultiGini(x, groups)",
      prints: "0.333046", parity: "0.333046", .same,
      because: "Both add up all groups."),
    PeerComparison(
      "isolation-pysal", .init(.value, of: IsolationIndex(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "Isolation(x, \"a\", \"total\")",
      prints: "0.554082", parity: "0.554082", .same,
      because: "Both count people as neighbours of themselves."),
    PeerComparison(
      "exposure-pysal", .init(.value, of: ExposureIndex(), units: fiveUnitsTwoGroups),
      program: "PySAL segregation", version: "2.5.4",
      call: "Interaction(x, \"a\", \"total\")",
      prints: "0.445918", parity: "0.445918", .same,
      because: "Both are the share of the others among the units' people."),
    PeerComparison(
      "atkinson-pysal", .init(.value, of: AtkinsonSegregationIndex(shape: 0.5), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "Atkinson(x, \"a\", \"total\")",
      prints: "0.155910", parity: "0.155910", .same,
      because: "Both with shape 0.5."),
    PeerComparison(
      "correlation-ratio-pysal", .init(.value, of: CorrelationRatio(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "CorrelationR(x, \"a\", \"total\")",
      prints: "0.151317", parity: "0.151317", .same,
      because: "Both are the isolation index above the share, over what is left."),
    PeerComparison(
      "entropy-pysal", .init(.value, of: TheilInformationIndex(), units: fiveUnitsTwoGroups),
      program: "PySAL segregation", version: "2.5.4",
      call: "Entropy(x, \"a\", \"total\")",
      prints: "0.114366", parity: "0.114366", .same,
      because: "Both compare the first group with the rest."),
    PeerComparison(
      "normalized-exposure-pysal", .init(.value, of: NormalizedExposure(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "MultiNormExposure(x, groups)",
      prints: "0.0956066", parity: "0.0956066", .same,
      because: "The same formula."),
    PeerComparison(
      "relative-diversity-pysal", .init(.value, of: RelativeDiversity(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "MultiRelativeDiversity(x, groups)",
      prints: "0.0851518", parity: "0.0851518", .same,
      because: "The same formula."),
    PeerComparison(
      "squared-coefficient-pysal",
      .init(.value, of: SquaredCoefficientOfVariation(), units: fiveUnits),
      program: "PySAL segregation", version: "2.5.4",
      call: "MultiSquaredCoefVar(x, groups)",
      prints: "0.0634224", parity: "0.0634224", .same,
      because: "The same formula."),
  ]
}
