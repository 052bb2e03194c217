import TestSupport
import Testing

@testable import Inference

@Suite("Composite ranking")
struct CompositeRankingTests {
  private static func indicators(_ values: [[Double]]) throws -> SkillsIndicators {
    try #require(
      SkillsIndicators(
        occupations: (0..<values[0].count).map { "O\($0)" },
        indicators: values.enumerated().map {
          .init(name: "I\($0.offset)", values: $0.element, isHighScarce: true)
        }))
  }

  private static func places(
    _ method: CompositeRanking, _ indicators: SkillsIndicators
  ) throws -> [CompositeRanking.Place] {
    guard case .found(let places) = method(indicators) else {
      Issue.record("no ranking")
      return []
    }
    return places
  }

  @Test("agrees with every set of weights written out in fractions")
  func reference() throws {
    let values: [[Double]] = [[90, 60, 45, 40], [55, 70, 30, 35], [3, 1, 2, 2]]
    let places = try Self.places(
      CompositeRanking(standardization: .range, weights: .grid(steps: 6), top: 2),
      try Self.indicators(values))
    for row in try ReferenceValue.read(SkillsReferences.file, method: "CompositeRanking") {
      let place = places[try row.whole("occupation")]
      let found: Double =
        switch row.quantity {
        case "score": place.score
        case "shareFirst": place.shareFirst
        case "shareInTop": place.shareInTop
        case "highestRank": Double(place.highestRank)
        default: Double(place.lowestRank)
        }
      expectClose(found, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("two indicators: first wherever the weight is on its side of the crossing")
  func crossing() throws {
    // Scores w and 0.6 (1 - w): the first leads where w > 0.375.
    let indicators = try Self.indicators([[1, 0, 0], [0, 0.6, 1]])
    let drawn = try Self.places(
      CompositeRanking(standardization: .range, weights: .drawn(count: 20_000, seed: 11), top: 1),
      indicators)
    // Against the third, w > 0.5.
    expectClose(drawn[0].shareFirst, 0.5, absolute: 0.015)
    #expect(drawn[1].shareFirst == 0)
    expectClose(drawn[2].shareFirst, 0.5, absolute: 0.015)
    let again = try Self.places(
      CompositeRanking(standardization: .range, weights: .drawn(count: 20_000, seed: 11), top: 1),
      indicators)
    #expect(again == drawn)
  }

  @Test("an occupation ahead in everything is first in every weighting; ties share the rank")
  func dominance() throws {
    let indicators = try Self.indicators([[9, 5, 5], [8, 1, 1]])
    let places = try Self.places(CompositeRanking(), indicators)
    #expect(places[0].shareFirst == 1 && places[0].lowestRank == 1)
    #expect(places[1].rank == 2 && places[2].rank == 2)
    #expect(places[1].shareFirst == 0 && places[1].lowestRank == 2)
  }

  @Test(
    "an indicator that speaks against a shortage is turned; one that is the same for all is not heard"
  )
  func orientation() throws {
    let low = try #require(
      SkillsIndicators(
        occupations: ["A", "B"],
        indicators: [
          .init(name: "fill", values: [0.4, 0.8], isHighScarce: false),
          .init(name: "same", values: [3, 3], isHighScarce: true),
        ]))
    let places = try Self.places(CompositeRanking(), low)
    #expect(places[0].rank == 1 && places[1].rank == 2)
    // With all weight on the second both are alike, and so both are first.
    expectClose(places[1].shareFirst, 1 / 11.0, relative: 1e-12)
  }

  @Test("too many weightings, or none, have a reason")
  func limits() throws {
    let indicators = try Self.indicators([
      [1, 2], [2, 1], [3, 1], [1, 3], [2, 2], [5, 1], [1, 5],
    ])
    for method in [
      CompositeRanking(weights: .grid(steps: 100)), CompositeRanking(weights: .grid(steps: 0)),
      CompositeRanking(weights: .drawn(count: 0, seed: 1)), CompositeRanking(top: 0),
    ] {
      guard case .notEstimable = method(indicators) else {
        Issue.record("a ranking")
        continue
      }
    }
    #expect(SkillsIndicators(occupations: [], indicators: []) == nil)
    #expect(
      SkillsIndicators(
        occupations: ["A"], indicators: [.init(name: "x", values: [.nan], isHighScarce: true)])
        == nil)
  }
}
