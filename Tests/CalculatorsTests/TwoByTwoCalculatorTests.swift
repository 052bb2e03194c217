import Encoders
import Estimates
import TestSupport
import Testing

@testable import Calculators

@Suite("Calculator of two groups")
struct TwoByTwoCalculatorTests {
  private func calculation(_ focal: String, _ reference: String) throws -> Calculation {
    try TwoByTwoCalculator(groups: [focal, reference], level: 0.95, alpha: 0.05)()
  }

  /// adverse-23: Morris (2017) for Z and Fisher; the others from R's Exact and exact2x2 and SciPy.
  @Test("every test of one table where the verdict depends on the method")
  func morris() throws {
    let answer = try calculation("2/10", "15/25")
    let expected: [(id: String, pValue: Double)] = [
      ("z-pooled", 0.03243865), ("chi-squared", 0.03243865), ("chi-squared-yates", 0.0776235),
      ("fisher-exact-minlike", 0.059907834), ("fisher-exact-central", 0.074315377),
      ("fisher-exact-mid-p", 0.043699), ("fisher-exact-central-mid-p", 0.041898),
      ("boschloo-minlike", 0.04283513), ("boschloo-central", 0.03660282),
      ("barnard-z-pooled", 0.03691028),
    ]
    for (id, pValue) in expected {
      let found = try #require(answer.result(id)?.pValue?.value, "\(id)")
      #expect(abs(found - pValue) <= 1e-6 * 0.6, "\(id)")
    }
    #expect(answer.sentence.contains("borderline, it depends on the method"))
  }

  @Test("identifiers are the ones results promise, with Berger-Boos besides")
  func identifiers() throws {
    let answer = try calculation("2/10", "15/25")
    let ids = answer.results.map(\.method.id)
    for id in [
      "fisher-exact-minlike", "fisher-exact-central", "fisher-exact-blaker", "fisher-exact-mid-p",
      "boschloo-central", "boschloo-central-berger-boos", "boschloo-minlike",
      "boschloo-minlike-berger-boos", "barnard-z-pooled", "barnard-z-pooled-berger-boos",
      "z-pooled", "chi-squared", "chi-squared-yates", "g-test", "impact-ratio", "impact-ratio-katz",
      "barnard-z-pooled-central", "barnard-z-pooled-central-berger-boos",
      "risk-difference-unconditional-central", "risk-difference-unconditional-square",
      "risk-difference-unconditional-central-berger-boos",
      "risk-difference-newcombe", "risk-difference-miettinen-nurminen", "odds-ratio-conditional",
      "cohen-h", "phi",
    ] {
      #expect(ids.contains(id), "\(id)")
    }
    #expect(Set(ids).count == ids.count)
  }

  @Test("with many people the intervals that take seconds give way to a reason")
  func manyPeople() throws {
    for (id, isMade) in [
      ("risk-difference-unconditional-central", false),
      ("risk-difference-unconditional-square", false), ("risk-difference-mee", true),
      ("barnard-z-pooled-central", true),
    ] {
      let result = try #require(try calculation("40/101", "45/100").result(id))
      guard case .notEstimable(let reason) = result.outcome else {
        #expect(isMade, "\(id)")
        continue
      }
      #expect(!isMade && reason.contains("at most 200 people"), "\(id): \(reason)")
    }
  }

  @Test("numbers from a file of people say that nothing is hidden")
  func fromPeople() throws {
    let answer = try calculation("2/10", "15/25")
    let marked = answer.madeFromPeople()
    #expect(marked.notes.dropLast() == answer.notes[...] && marked.sentence == answer.sentence)
    #expect(marked.notes.last?.contains("not for publication") == true)
    #expect(marked.panel.joined(separator: " ").contains("nothing is hidden to protect people"))
  }

  @Test("the first group is the focal one")
  func orientation() throws {
    let answer = try calculation("2/10", "15/25")
    let ratio = try #require(answer.result("impact-ratio")?.estimate)
    #expect(abs(ratio.value - 1.0 / 3) < 1e-15)
    let difference = try #require(answer.result("risk-difference-newcombe")?.estimate)
    #expect(abs(difference.value + 0.4) < 1e-15)
  }

  @Test("infinite limits are texts in JSON, absent numbers have no key")
  func json() throws {
    let answer = try calculation("10/10", "0/20")
    #expect(answer.json.contains("\"upper\": \"inf\""))
    #expect(answer.json.contains("\"estimate\": \"inf\""))
    #expect(!answer.json.contains("null"))
    #expect(answer.json.contains("\"schema\": \"parity.test/1\""))
  }

  @Test("nobody selected, nobody there: a sentence, no number")
  func degenerate() throws {
    let nobody = try calculation("0/10", "0/20")
    #expect(nobody.sentence.contains("Nobody was selected"))
    let empty = try calculation("0/0", "3/20")
    #expect(empty.sentence.contains("nobody in it"))
    #expect(empty.results.allSatisfy { $0.estimate == nil && $0.pValue == nil })
  }

  @Test("everything wrong is told at once, with the fix")
  func problems() throws {
    do {
      _ = try TwoByTwoCalculator(groups: ["-2/10", "x/3"], level: 0.95, alpha: 0.05)
      Issue.record("accepted")
    } catch {
      #expect(
        error.problems.map(\.message) == [
          "focal group: -2 is negative", "reference group: \"x\" is not a whole number",
        ])
      #expect(error.problems.allSatisfy { !$0.fix.isEmpty })
    }
  }

  @Test("what is quoted back cannot move a terminal")
  func inert() throws {
    do {
      _ = try TwoByTwoCalculator(groups: ["\u{1B}[2J/3", "1/2"], level: 0.95, alpha: 0.05)
      Issue.record("accepted")
    } catch {
      #expect(!error.problems.flatMap(\.lines).contains { $0.contains("\u{1B}") })
    }
  }

  @Test("where an interval and a p-value say different things, a note says why")
  func explained() throws {
    let answer = try calculation("2/10", "15/25")
    #expect(answer.notes.count { $0.contains("Katz") && $0.contains("contains 1") } == 1)
    // Koopman's interval and the pooled Z are one method and need no note.
    #expect(!answer.notes.contains { $0.contains("Koopman") })
  }

  /// VanderWeele and Ding (2017): the E-value of a ratio of 3.9 is 7.26.
  ///
  /// Rosenbaum's factor is the near limit of the exact interval of the odds ratio, from SciPy's
  /// noncentral hypergeometric distribution.
  @Test("a significant difference is held against what was not recorded, either way round")
  func omitted() throws {
    for (focal, reference, favoured) in [
      ("10/40", "39/40", "reference group"), ("39/40", "10/40", "focal group"),
    ] {
      let answer = try calculation(focal, reference)
      func value(_ id: String) throws -> Double {
        try #require(answer.result(id)?.estimate?.value, "\(id)")
      }
      #expect(abs(try value("omitted-variable-bound-least-ratio") - 3.9) < 1e-12)
      #expect(abs(try value("omitted-variable-bound-e-value") - 7.2630343442) < 1e-9)
      #expect(abs(try value("rosenbaum-critical-gamma") - 14.6405159401) < 1e-8)
      let note = try #require(answer.notes.last)
      #expect(note.contains("3.90 times as frequent in the \(favoured)"))
      #expect(note.contains("both 7.26 times"))
    }
  }

  @Test("nothing is said of what was not recorded where the test is not significant or empty")
  func notOmitted() throws {
    for (focal, reference) in [("5/20", "6/20"), ("0/10", "0/20"), ("0/0", "3/20")] {
      let answer = try calculation(focal, reference)
      #expect(answer.result("rosenbaum-critical-gamma") == nil)
      #expect(!answer.notes.contains { $0.contains("not recorded") })
    }
    // No finite strength explains an infinite ratio.
    let none = try calculation("0/12", "8/12")
    #expect(none.result("omitted-variable-bound-e-value")?.estimate?.value == .infinity)
    #expect(!none.notes.contains { $0.contains("not recorded") })
  }

  @Test("no interval of any small table contradicts its own test, and no number is NaN")
  func coherent() throws {
    var seen = 0
    for focalTotal in 0...4 {
      for referenceTotal in 0...4 {
        for focal in 0...focalTotal {
          for reference in 0...referenceTotal {
            let answer = try calculation(
              "\(focal)/\(focalTotal)", "\(reference)/\(referenceTotal)")
            for result in answer.results {
              if case .notEstimable(let reason) = result.outcome {
                #expect(!reason.contains("contradict"), "\(result.method.id)")
              }
            }
            #expect(!answer.json.contains("null"))
            seen += 1
          }
        }
      }
    }
    #expect(seen == 225)
  }
}
