import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Inequality within and between groups")
struct DecompositionTests {
  private static let references =
    "Tests/InferenceTests/Fixtures/Inequality/decompositions.csv"

  private static func groups(
    _ row: ReferenceValue, prefix: String = ""
  ) throws -> GroupedAmounts {
    func name(_ column: String) -> String { prefix + column }
    return Self.groups(
      try row.numbers(name("values")), try row.numbers(name("weights")),
      try row.wholes(name("groups")))
  }

  private static func groups(
    _ values: [Double], _ weights: [Double]?, _ groups: [Int]
  ) -> GroupedAmounts {
    GroupedAmounts(
      (0...(groups.max() ?? 0)).map { group in
        let people = groups.indices.filter { groups[$0] == group }
        let amounts = WeightedAmounts(
          people.map { values[$0] }, weights: weights.map { all in people.map { all[$0] } })
        return ("group\(group)", amounts)
      })
  }

  private static func check(_ row: ReferenceValue, _ outcomes: [String: Outcome]) throws {
    let isError = row.quantity.hasSuffix("Error")
    let name = isError ? String(row.quantity.dropLast(5)) : row.quantity
    let outcome = try #require(outcomes[name], "\(row)")
    // Terms that cancel to 0, as the overlap of groups apart, leave rounding error.
    expectClose(
      isError ? outcome.standardError : outcome.value, row.value, relative: 1e-11, absolute: 1e-15,
      "\(row)")
  }

  @Test("generalized entropy agrees with the definitions and derivatives in the weights (mpmath)")
  func entropy() throws {
    for row in try ReferenceValue.read(
      Self.references, method: "GeneralizedEntropyDecomposition")
    {
      let method = GeneralizedEntropyDecomposition(exponent: try row.number("exponent"))
      let result = method(try Self.groups(row))
      var outcomes = [
        "total": result.total, "within": result.within, "between": result.between,
        "betweenShare": result.betweenShare, "maximumBetween": result.maximumBetween,
      ]
      for group in result.groups { outcomes[group.label] = group.contribution }
      try Self.check(row, outcomes)
    }
  }

  @Test("Atkinson agrees with the definitions and derivatives in the weights (mpmath)")
  func atkinson() throws {
    for row in try ReferenceValue.read(Self.references, method: "AtkinsonDecomposition") {
      let result = AtkinsonDecomposition(aversion: try row.number("aversion"))(
        try Self.groups(row))
      try Self.check(
        row,
        [
          "total": result.total, "within": result.within, "between": result.between,
          "interaction": result.interaction, "betweenShare": result.betweenShare,
        ])
    }
  }

  @Test("Gini agrees with the definitions and derivatives in the weights (mpmath)")
  func gini() throws {
    for row in try ReferenceValue.read(Self.references, method: "GiniDecomposition") {
      let result = GiniDecomposition()(try Self.groups(row))
      try Self.check(
        row,
        [
          "total": result.total, "within": result.within, "between": result.between,
          "overlap": result.overlap, "betweenShare": result.betweenShare,
        ])
    }
  }

  @Test("change of the mean log deviation agrees with its terms and derivatives (mpmath)")
  func change() throws {
    for row in try ReferenceValue.read(Self.references, method: "MeanLogDeviationChange") {
      let result = MeanLogDeviationChange()(
        earlier: try Self.groups(row), later: try Self.groups(row, prefix: "later"))
      try Self.check(
        row,
        [
          "change": result.change, "withinGroups": result.withinGroups,
          "compositionWithin": result.compositionWithin,
          "compositionBetween": result.compositionBetween, "relativeMeans": result.relativeMeans,
        ])
    }
  }

  @Test("the parts add up, whatever the groups and the scales of amounts and weights")
  func sums() throws {
    let values = InequalityReferences.drawn(120, seed: 31)
    let weights = InequalityReferences.drawn(120, seed: 32)
    let membership = values.indices.map { ($0 * $0 + $0 / 7) % 5 }
    for scale in [1.0, 1e5] {
      let amounts = Self.groups(values, weights.map { $0 * scale }, membership)
      for exponent in [-1.5, 0, 0.3, 1, 2, 3] {
        let result = GeneralizedEntropyDecomposition(exponent: exponent)(amounts)
        let total = try #require(GeneralizedEntropy(exponent: exponent)(amounts.everybody).value)
        let parts = try #require(result.within.value) + (try #require(result.between.value))
        expectClose(parts, total, relative: 1e-12)
        expectClose(
          result.groups.compactMap(\.contribution.value).reduce(0, +),
          try #require(result.within.value), relative: 1e-12)
        let between = try #require(result.between.value)
        #expect(between < (try #require(result.maximumBetween.value)))
      }
      for aversion in [0.5, 1, 2] {
        let result = AtkinsonDecomposition(aversion: aversion)(amounts)
        let within = try #require(result.within.value)
        let between = try #require(result.between.value)
        let interaction = try #require(result.interaction.value)
        expectClose(
          within + between + interaction, try #require(result.total.value), relative: 1e-12)
        expectClose(interaction, -within * between, relative: 1e-12)
      }
      let result = GiniDecomposition()(amounts)
      let parts = [result.within, result.between, result.overlap].compactMap(\.value)
      expectClose(parts.reduce(0, +), try #require(result.total.value), relative: 1e-12)
      let later = Self.groups(
        InequalityReferences.drawn(90, seed: 33), nil, (0..<90).map { $0 % 5 })
      let change = MeanLogDeviationChange()(earlier: amounts, later: later)
      let terms = [
        change.withinGroups, change.compositionWithin, change.compositionBetween,
        change.relativeMeans,
      ].compactMap(\.value)
      expectClose(terms.reduce(0, +), try #require(change.change.value), absolute: 1e-12)
      let back = MeanLogDeviationChange()(earlier: later, later: amounts)
      expectClose(
        back.relativeMeans.value, -(try #require(change.relativeMeans.value)), relative: 1e-12)
      expectClose(
        back.relativeMeans.standardError,
        try #require(change.relativeMeans.standardError), relative: 1e-12)
    }
  }

  @Test("groups of the same people have nothing between them, groups apart reach the maximum")
  func extremes() throws {
    let alike = Self.groups([1, 4, 9, 1, 4, 9], nil, [0, 0, 0, 1, 1, 1])
    let entropy = GeneralizedEntropyDecomposition(exponent: 1)(alike)
    #expect(entropy.between.value == 0 && entropy.betweenShare.value == 0)
    #expect(GiniDecomposition()(alike).between.value == 0)
    expectClose(AtkinsonDecomposition(aversion: 1)(alike).between.value, 0, absolute: 1e-15)
    let apart = Self.groups([1, 2, 3, 10, 20, 30], nil, [0, 0, 0, 1, 1, 1])
    expectClose(
      GeneralizedEntropyDecomposition(exponent: 2)(apart).shareOfMaximum.value, 1, relative: 1e-12)
    #expect(GiniDecomposition()(apart).overlap.value == 0)
    let even = Self.groups([3, 3, 8, 8], nil, [0, 0, 1, 1])
    #expect(GeneralizedEntropyDecomposition(exponent: 0)(even).within.value == 0)
    expectClose(GiniDecomposition()(even).betweenShare.value, 1, relative: 1e-14)
  }

  @Test("counts are people; the order of the groups does not matter")
  func counts() throws {
    let values: [Double] = [3, 5, 8, 13]
    let counts = [4, 1, 3, 2]
    let spread = zip(values, counts).flatMap { Array(repeating: $0, count: $1) }
    let first = ("A", WeightedAmounts(values: values, counts: counts))
    let second = ("B", WeightedAmounts([1, 7, 9]))
    let method = GeneralizedEntropyDecomposition(exponent: 1)
    let counted = method(GroupedAmounts([first, second]))
    let listed = method(GroupedAmounts([("A", WeightedAmounts(spread)), second]))
    let turned = method(GroupedAmounts([second, first]))
    for result in [listed, turned] {
      expectClose(result.between.value, try #require(counted.between.value), relative: 1e-12)
      expectClose(
        result.betweenShare.standardError, try #require(counted.betweenShare.standardError),
        relative: 1e-12)
    }
  }

  @Test("problems are reasons with the group's name")
  func degenerate() {
    let entropy = GeneralizedEntropyDecomposition(exponent: 0)
    #expect(entropy(GroupedAmounts([])).total.reason == "There are no groups.")
    let nobody = GroupedAmounts([("A", WeightedAmounts([1, 2])), ("B", WeightedAmounts([]))])
    #expect(entropy(nobody).between.reason == "B: Nobody has an amount.")
    let zero = GroupedAmounts([("A", WeightedAmounts([1, 2])), ("B", WeightedAmounts([0]))])
    #expect(GiniDecomposition()(zero).between.reason == "B: All 1 amounts are zero.")
    let twice = GroupedAmounts([("A", WeightedAmounts([1])), ("A", WeightedAmounts([2]))])
    #expect(entropy(twice).total.reason == "Two groups have the same name.")
    let some = GroupedAmounts([("A", WeightedAmounts([0, 2]))])
    #expect(entropy(some).total.reason?.contains("zero") == true)
    #expect(
      MeanLogDeviationChange()(earlier: some, later: some).change.reason?
        .hasPrefix("At the earlier date: 1 of the 2 amounts are zero") == true)
    #expect(AtkinsonDecomposition(aversion: 0)(some).total.reason != nil)
    let same = GroupedAmounts([("A", WeightedAmounts([2, 2])), ("B", WeightedAmounts([2]))])
    #expect(entropy(same).betweenShare.reason == "Everybody has the same amount.")
    #expect(entropy(same).total.value == 0 && entropy(same).between.value == 0)
    #expect(GiniDecomposition()(same).betweenShare.reason != nil)
    let one = GroupedAmounts([("A", WeightedAmounts([1, 2]))])
    #expect(entropy(one).betweenShare.value == 0)
    #expect(entropy(one).shareOfMaximum.reason == "With one group nothing can lie between groups.")
    let other = GroupedAmounts([("C", WeightedAmounts([1, 2]))])
    #expect(
      MeanLogDeviationChange()(earlier: one, later: other).change.reason
        == "The groups of the two dates are not the same.")
  }
}
