import Estimates
import TestSupport
import Testing

@testable import Calculators

@Suite("Calculator of several groups")
struct GroupsCalculatorTests {
  private func calculation(
    _ groups: [String], comparator: String? = nil, unknown: String? = nil, rules: String? = nil,
    event: GroupsCalculator.Event = .favourable
  ) throws -> Calculation {
    try GroupsCalculator(
      groups: groups, comparator: comparator, unknown: unknown, rules: rules, event: event,
      level: 0.95, alpha: 0.05)()
  }

  private func found(_ answer: Calculation, _ id: String, _ subject: String) -> CalculatedResult? {
    answer.results.first { $0.method.id == id && $0.subject == subject }
  }

  private func problems(_ make: () throws(ArgumentProblems) -> Void) -> [String] {
    do {
      try make()
      return []
    } catch {
      return error.problems.map(\.message)
    }
  }

  /// pay-27: the examples of the rules of Local Law 144.
  @Test("the published examples of Local Law 144")
  func localLaw() throws {
    let sex = try calculation(["Male=667/1390", "Female=555/1181"], rules: "nyc-local-law-144")
    let female = try #require(found(sex, "impact-ratio", "Female")?.estimate)
    #expect(abs(female.value - 0.979) < 5e-4)
    let race = try calculation(
      [
        "A=204/408", "B=412/797", "C=170/390", "D=52/119", "E=302/616", "F=18/41", "G=96/213",
      ], rules: "nyc-local-law-144")
    // F has 41 of 2,584 people, less than 2 %, so that the rule gives it no ratio.
    for (name, ratio) in [("A", 0.967), ("C", 0.843), ("D", 0.845), ("E", 0.948), ("G", 0.872)] {
      let estimate = try #require(found(race, "impact-ratio", name)?.estimate)
      #expect(abs(estimate.value - ratio) < 5.1e-4, "\(name)")
    }
    #expect(found(race, "impact-ratio", "F")?.estimate == nil)
    #expect(found(race, "wilson", "F")?.estimate != nil)
    #expect(race.facts.contains("Compared with: B, which has the highest rate."))
    let plain = try calculation(["B=412/797", "F=18/41"])
    let small = try #require(found(plain, "impact-ratio", "F")?.estimate)
    #expect(abs(small.value - 0.849) < 5e-4)
  }

  /// adverse-32 for Koopman and Newcombe.
  @Test("each group has Koopman's and Newcombe's interval")
  func intervals() throws {
    let answer = try calculation(["R=48/80", "F=56/70"], comparator: "R")
    let ratio = try #require(found(answer, "impact-ratio", "F")?.estimate?.interval)
    #expect(abs(ratio.lower - 1.079821) < 6e-7)
    #expect(abs(ratio.upper - 1.670806) < 5e-7)
    let difference = try #require(
      found(answer, "risk-difference-newcombe", "F")?.estimate?.interval)
    #expect(abs(difference.lower - 0.052431) < 5e-7)
    #expect(abs(difference.upper - 0.333873) < 5e-7)
  }

  /// R: fisher.test of every group against White, p.adjust(method = "holm").
  @Test("Fisher's test of every group, and Holm over the family")
  func family() throws {
    let answer = try calculation(
      ["White=206/900", "Black=26/100", "Hispanic=20/200", "Asian=40/160"], comparator: "White")
    let expected = [
      ("Black", 0.5322258440380, 1), ("Hispanic", 0.0000183824602, 0.00005514738059),
      ("Asian", 0.5438002781192, 1),
    ]
    for (name, fisher, holm) in expected {
      expectClose(
        found(answer, "fisher-exact-minlike", name)?.pValue?.value, fisher, relative: 1e-8)
      expectClose(found(answer, "holm", name)?.pValue?.value, holm, relative: 1e-8)
    }
    #expect(found(answer, "holm", "White") == nil)
    #expect(answer.sentence.contains("differs from that of White: Hispanic, at 0.44 times"))
    #expect(answer.sentence.contains("2 other groups are not shown"))
    let rest = try calculation(
      ["White=206/900", "Black=26/100", "Hispanic=20/200", "Asian=40/160"], comparator: "rest")
    expectClose(
      found(rest, "fisher-exact-minlike", "Black")?.pValue?.value, 0.2557021796, relative: 1e-8)
    #expect(rest.results.count { $0.method.id == "holm" } == 4)
  }

  @Test("the bounds are the ends over every way the unknown can belong")
  func unknown() throws {
    let answer = try calculation(
      ["R=15/25", "F=4/10"], comparator: "R", unknown: "3/7")
    var ratios: [Double] = []
    for selected in 0...3 {
      for rejected in 0...4 {
        ratios.append(
          (Double(4 + selected) / Double(10 + selected + rejected))
            / (Double(15 + 3 - selected) / Double(25 + 7 - selected - rejected)))
      }
    }
    let smallest = found(answer, "unknown-demographics-bounds-smallest", "F")?.estimate?.value
    let largest = found(answer, "unknown-demographics-bounds-largest", "F")?.estimate?.value
    expectClose(smallest, try #require(ratios.min()), relative: 1e-14)
    expectClose(largest, try #require(ratios.max()), relative: 1e-14)
    // Only their number: all of one group, all or none selected.
    let counted = try calculation(["R=15/25", "F=4/10"], comparator: "R", unknown: "7")
    let low = Figures.fixed(4.0 / 17 / 0.6, 2)
    let high = Figures.fixed(11.0 / 17 / 0.6, 2)
    #expect(
      counted.notes.contains { $0.contains("ratio of F") && $0.contains("\(low) and \(high)") })
  }

  /// adverse-1: UGESP Q&A; 48 % is 80.0 % of 60 %, which is not below four fifths.
  @Test("the lines of a rule stand beside the tests as dated data")
  func rules() throws {
    let answer = try calculation(
      ["A=60/100", "B=45/100", "C=48/100", "D=51/100"], rules: "ugesp-four-fifths")
    let rules = try #require(answer.supplements.first)
    #expect(rules.key == "rules")
    #expect(rules.lines.contains("B: ratio below 4/5"))
    #expect(rules.lines.contains("C: ratio not below 4/5"))
    #expect(rules.lines.contains("D: ratio not below 4/5"))
    #expect(rules.lines.contains { $0.hasPrefix("As of 20") })
    #expect(answer.json.contains("\"status_date\""))
    #expect(try calculation(["A=60/100", "B=45/100"]).supplements.isEmpty)
    // adverse-12: beyond two standard deviations, not beyond three.
    let waisome = try calculation(
      ["W=455/508", "B=50/64"], comparator: "W", rules: "two-standard-deviations")
    #expect(
      try #require(waisome.supplements.first).lines.last
        == "B: Z beyond 2 standard deviations; Z within 3 standard deviations")
  }

  /// adverse-17: the same layoffs as rates of staying.
  @Test("an unfavourable event is counted by those it did not happen to")
  func unfavourable() throws {
    let answer = try calculation(
      ["40 and over=71/906", "under 40=17/581"], comparator: "under 40", event: .unfavourable)
    let ratio = try #require(found(answer, "impact-ratio", "40 and over")?.estimate)
    #expect(abs(ratio.value - 0.949413) < 5e-7)
    #expect(answer.facts.first?.contains("unfavourable") == true)
  }

  @Test("a fragile comparator is said to be one")
  func fragile() throws {
    let answer = try calculation(["A=3/4", "B=200/400", "C=90/200"])
    #expect(answer.notes.contains { $0.contains("it has 4 people, fewer than 30") })
    #expect(answer.notes.contains { $0.contains("less than 2%") })
    #expect(answer.notes.contains { $0.contains("that of B") && $0.contains("50.0%") })
    #expect(answer.notes.contains { $0.contains("one person of it selected otherwise") })
    let safe = try calculation(["A=300/400", "B=200/400"], comparator: "A")
    #expect(!safe.notes.contains { $0.contains("Fragile") })
  }

  @Test("nobody in a group, nobody selected: a reason, no number")
  func degenerate() throws {
    let answer = try calculation(["A=0/10", "B=0/20", "C=0/0"])
    #expect(answer.sentence == "Nobody was selected in any group, so the rates cannot be compared.")
    let alone = try calculation(["A=1/10", "B=0/0"])
    #expect(alone.sentence == "No group can be compared with another here.")
    #expect(!answer.json.contains("null"))
    #expect(found(answer, "impact-ratio", "B")?.estimate == nil)
  }

  @Test("everything wrong is told at once")
  func wrong() {
    #expect(
      problems { () throws(ArgumentProblems) in
        _ = try GroupsCalculator(
          groups: ["A=3/2", "B", "A=1/2", "=1/2"], comparator: "Z", unknown: "1/x", rules: "none",
          event: .favourable, level: 0.95, alpha: 0.05)
      }.count == 7)
    #expect(
      problems { () throws(ArgumentProblems) in
        _ = try GroupsCalculator(
          groups: ["A=1/2"], comparator: nil, unknown: nil, rules: nil, event: .favourable,
          level: 0.95, alpha: 0.05)
      } == ["1 group was given, at least two are compared"])
    #expect(
      problems { () throws(ArgumentProblems) in
        _ = try GroupsCalculator(
          groups: ["A=1/2", "B=1/3"], comparator: "A", unknown: nil, rules: "nyc-local-law-144",
          event: .unfavourable, level: 0.95, alpha: 0.05)
      }.count == 2)
  }

  @Test("a name cannot move a terminal")
  func inert() throws {
    let answer = try calculation(["\u{1B}[2JA=1/3", "B=2/3"])
    #expect(!answer.panel.contains { $0.contains("\u{1B}") })
  }
}
