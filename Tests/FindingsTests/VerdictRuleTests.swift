import Estimates
import Findings
import TestSupport
import Testing

@Suite("Verdict rule")
struct VerdictRuleTests {
  private func rule() throws -> VerdictRule {
    let band = try #require(PracticalBand(lower: 0.8, upper: 1.25))
    return try #require(VerdictRule(confidence: 0.95, band: band, parity: 1))
  }

  private func interval(_ lower: Double, _ upper: Double) throws -> ConfidenceInterval {
    try #require(ConfidenceInterval(lower: lower, upper: upper, level: 0.95, method: "test"))
  }

  @Test(
    "gives the verdict of the table",
    arguments: [
      (0.50, 0.70, 0.001, Verdict.clearGap),
      (1.40, .infinity, 0.001, .clearGap),
      (0.67, 0.98, 0.03, .gapSizeUncertain),
      (1.10, 1.90, 0.03, .gapSizeUncertain),
      (0.85, 0.97, 0.01, .smallGap),
      (0.95, 1.05, 0.90, .aboutTheSame),
      (0.90, 0.99, 0.20, .aboutTheSame),
      (0.70, 1.10, 0.30, .tooUncertain),
      (0, .infinity, 1, .tooUncertain),
      (0.50, 0.70, 0.20, .tooUncertain),
      (0.80, 1.25, 0.50, .aboutTheSame),
      (0.80, 1.26, 0.50, .tooUncertain),
      (0.60, 0.80, 0.01, .gapSizeUncertain),
      (0.60, 0.79, 0.05, .clearGap),
      (0.60, 0.79, 0.0501, .tooUncertain),
    ])
  func table(lower: Double, upper: Double, pValue: Double, expected: Verdict) throws {
    let adjustedP = try #require(PValue(pValue))
    let verdict = try rule().verdict(interval: interval(lower, upper), adjustedP: adjustedP)
    #expect(verdict == expected)
  }

  @Test("lets the interval answer where there is no test")
  func withoutTest() throws {
    let rule = try rule()
    #expect(try rule.verdict(interval: interval(0.5, 0.7), adjustedP: nil) == .clearGap)
    #expect(try rule.verdict(interval: interval(0.7, 1), adjustedP: nil) == .tooUncertain)
    #expect(try rule.verdict(interval: interval(0.9, 0.99), adjustedP: nil) == .smallGap)
  }

  @Test("answers exactly one of five verdicts over a grid of intervals and p-values")
  func grid() throws {
    let rule = try rule()
    let limits: [Double] = [0, 0.5, 0.79, 0.8, 0.81, 0.99, 1, 1.01, 1.25, 1.26, 2, .infinity]
    var seen: [Verdict] = []
    for lower in limits {
      for upper in limits where lower <= upper {
        let interval = try interval(lower, upper)
        for pValue in [0, 0.01, 0.05, 0.051, 0.5, 1].compactMap({ PValue($0) }) {
          let verdict = rule.verdict(interval: interval, adjustedP: pValue)
          let isExcluded = pValue.value <= 0.05
          let isInside = lower >= 0.8 && upper <= 1.25
          let isOutside = upper < 0.8 || lower > 1.25
          // The table written as conditions, each pair of which excludes the other.
          let matches = [
            verdict == .clearGap && isExcluded && isOutside,
            verdict == .smallGap && isExcluded && isInside,
            verdict == .gapSizeUncertain && isExcluded && !isInside && !isOutside,
            verdict == .aboutTheSame && !isExcluded && isInside,
            verdict == .tooUncertain && !isExcluded && !isInside,
          ]
          #expect(matches.filter { $0 }.count == 1)
          seen.append(verdict)
        }
      }
    }
    for verdict in Verdict.allCases where verdict != .notReported {
      #expect(seen.contains(verdict))
    }
  }

  @Test("refuses a band without parity and an impossible confidence")
  func refusals() throws {
    let band = try #require(PracticalBand(lower: 0.8, upper: 1.25))
    #expect(VerdictRule(confidence: 0.95, band: band, parity: 0) == nil)
    #expect(VerdictRule(confidence: 1, band: band, parity: 1) == nil)
  }
}
