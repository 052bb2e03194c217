import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Skills in people")
struct SkillMethodTests {
  private static let file = "Tests/InferenceTests/Fixtures/SkillsAcrossDomains/python.csv"

  private static func pair(_ row: ReferenceValue) throws -> SkillPair {
    try #require(
      SkillPair(
        people: try row.whole("people"), first: try row.whole("first"),
        second: try row.whole("second"), both: try row.whole("both")))
  }

  @Test("lifts and log odds agree with a delta method by numerical derivatives")
  func cooccurrence() throws {
    for (method, measure) in [
      ("Lift", SkillCooccurrence.Measure.lift), ("LogOdds", .logOdds),
    ] {
      for row in try ReferenceValue.read(Self.file, method: method) {
        let outcome = SkillCooccurrence(measure)(try Self.pair(row))
        expectClose(Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-6, "\(row)")
      }
    }
  }

  @Test("lift is 1, log odds 0 and the measures symmetric, over all counts of twelve people")
  func properties() throws {
    for first in 0...12 {
      for second in 0...12 {
        for both in max(0, first + second - 12)...min(first, second) {
          let pair = try #require(
            SkillPair(people: 12, first: first, second: second, both: both))
          let turned = try #require(
            SkillPair(people: 12, first: second, second: first, both: both))
          for measure in SkillCooccurrence.Measure.allCases {
            let (one, other) = (
              SkillCooccurrence(measure)(pair), SkillCooccurrence(measure)(turned)
            )
            #expect(
              (one.value == nil) == (other.value == nil)
                && (one.reason != nil) == (one.value == nil))
            if let value = one.value {
              expectClose(other.value, value, relative: 1e-12, absolute: 1e-12)
            }
          }
          let lift = SkillCooccurrence(.lift)(pair)
          #expect((lift.value == nil) == (first == 0 || second == 0))
          guard let value = lift.value else { continue }
          if 12 * both == first * second { #expect(value == 1 || both == 0) }
          #expect((lift.interval == nil) == (both == 0))
          if let odds = SkillCooccurrence(.logOdds)(pair).value {
            // Both sides of parity agree, in whole numbers.
            #expect((odds > 1e-12) == (12 * both > first * second))
          }
        }
      }
    }
  }

  @Test("Jaccard is the share of people with both among those with either")
  func jaccard() throws {
    let pair = try #require(SkillPair(people: 50, first: 20, second: 15, both: 9))
    #expect(SkillCooccurrence(.jaccard)(pair) == WilsonInterval()(try BinomialCount(9, of: 26)))
    let none = try #require(SkillPair(people: 50, first: 0, second: 0, both: 0))
    #expect(SkillCooccurrence(.jaccard)(none).reason != nil)
    #expect(pair.table?.focalSelected == 9 && pair.table?.referenceRejected == 24)
    #expect(SkillPair(people: 10, first: 8, second: 8, both: 5) == nil)
    #expect(SkillPair(people: 10, first: 3, second: 2, both: 3) == nil)
    let text = Data(#"{"people":1,"first":2,"second":1,"both":1}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SkillPair.self, from: text) }
  }

  private static func counts(
    _ then: [Int], _ now: [Int], _ people: (Int, Int)
  ) throws -> SkillCounts {
    try #require(
      SkillCounts(
        skills: zip(then, now).enumerated().map {
          SkillCounts.Skill(name: "skill \($0)", then: $1.0, now: $1.1)
        }, peopleThen: people.0, peopleNow: people.1))
  }

  @Test("shrunk growth agrees with integrals over the prior, the spread with the likelihood's root")
  func growth() throws {
    for row in try ReferenceValue.read(Self.file, method: "EmergingSkills") {
      let (then, now) = (try row.wholes("then"), try row.wholes("now"))
      let people = (try row.whole("peopleThen"), try row.whole("peopleNow"))
      if row.quantity == "spread" {
        let prior = GammaPoisson(
          zip(then, now).map {
            .init(count: $1, expected: Double($0) * Double(people.1) / Double(people.0))
          })
        expectClose(prior.spread, row.value, relative: 1e-5, "\(row)")
      } else {
        let position = try #require(Int(row.quantity.dropFirst("shrunk".count)))
        let result = EmergingSkills()(try Self.counts(then, now, people))
        expectClose(result[position]?.shrunk.value, row.value, relative: 1e-6, "\(row)")
      }
    }
  }

  @Test("a skill that grows is found, a rare one is not ranked first by chance")
  func emerging() throws {
    let result = EmergingSkills()(
      try Self.counts([400, 650, 300, 150, 900, 2], [410, 640, 310, 290, 905, 5], (3900, 4000)))
    #expect(
      result.map { $0?.isEmerging(alpha: 0.05) } == [false, false, false, true, false, false])
    let (rare, grown) = (try #require(result[5]), try #require(result[3]))
    #expect((rare.raw.value ?? 0) > (grown.raw.value ?? 9))
    #expect((rare.shrunk.value ?? 9) < (grown.shrunk.value ?? 0))
    for row in result.compactMap({ $0 }) {
      let values = [row.raw.value, row.shrunk.value].compactMap { $0 }
      #expect(values.count == 2)
    }
  }

  @Test("hidden skills count as p = 1, and nothing else of the others changes but the spread")
  func hidden() throws {
    let all = try Self.counts([400, 650, 300, 150, 900], [410, 640, 310, 290, 905], (3900, 4000))
    var skills = all.skills
    skills[1] = nil
    let some = try #require(SkillCounts(skills: skills, peopleThen: 3900, peopleNow: 4000))
    let (whole, part) = (EmergingSkills()(all), EmergingSkills()(some))
    #expect(part[1] == nil && part.count == 5)
    #expect(part[3]?.raw == whole[3]?.raw && part[3]?.test == whole[3]?.test)
    #expect(part[3]?.adjustedPValue == whole[3]?.adjustedPValue)
  }

  @Test("no more spread than chance draws all to one ratio; too little to go by is a reason")
  func degenerate() throws {
    let even = EmergingSkills()(try Self.counts([100, 200, 400], [100, 200, 400], (900, 900)))
    for row in even { #expect(row?.shrunk.value == 1 && row?.shrunk.interval == nil) }
    #expect(even.allSatisfy { $0?.isEmerging(alpha: 0.05) == false })
    let two = EmergingSkills()(try Self.counts([10, 20], [30, 20], (90, 90)))
    #expect(two.allSatisfy { $0?.shrunk.reason?.contains("three skills") == true })
    let new = EmergingSkills()(try Self.counts([0, 20, 30, 40], [12, 20, 30, 40], (90, 90)))
    #expect(new[0]?.shrunk.reason?.contains("Nobody had") == true)
    #expect(new[0]?.test.pValue != nil && new[0]?.adjustedPValue != nil)
    #expect(SkillCounts(skills: [], peopleThen: 0, peopleNow: 4) == nil)
    #expect(
      SkillCounts(skills: [.init(name: "a", then: 5, now: 1)], peopleThen: 4, peopleNow: 4) == nil)
    let text = Data(#"{"skills":[],"peopleThen":-1,"peopleNow":1}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SkillCounts.self, from: text) }
  }
}
