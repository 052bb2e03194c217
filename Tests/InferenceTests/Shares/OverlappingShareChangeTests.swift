import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Change of a share between overlapping snapshots")
struct OverlappingShareChangeTests {
  private static let python = "Tests/InferenceTests/Fixtures/Shares/change-python.csv"
  private static let r = "Tests/InferenceTests/Fixtures/Shares/change-r.csv"

  private static func snapshots(
    _ stayed: (with: Int, without: Int), gained: Int = 0, lost: Int = 0,
    leavers: (with: Int, without: Int), joiners: (with: Int, without: Int)
  ) throws -> OverlappingSnapshots {
    guard
      let snapshots = OverlappingSnapshots(
        stayedWith: stayed.with, stayedWithout: stayed.without, gained: gained, lost: lost,
        leavers: try BinomialCount(leavers.with, of: leavers.with + leavers.without),
        joiners: try BinomialCount(joiners.with, of: joiners.with + joiners.without))
    else { throw ReadingProblem.impossibleCounts }
    return snapshots
  }

  private static func snapshots(_ row: ReferenceValue) throws -> OverlappingSnapshots {
    try snapshots(
      (row.whole("stayedWith"), row.whole("stayedWithout")), gained: row.whole("gained"),
      lost: row.whole("lost"), leavers: (row.whole("leaversWith"), row.whole("leaversWithout")),
      joiners: (row.whole("joinersWith"), row.whole("joinersWithout")))
  }

  @Test("agrees with the delta method on numerical derivatives at 50 digits")
  func reference() throws {
    for row in try ReferenceValue.read(Self.python, method: "OverlappingShareChange") {
      let result = OverlappingShareChange()(try Self.snapshots(row))
      let found: Double? =
        switch row.quantity {
        case "statistic", "pValue": Fixtures.part(row.quantity, of: result.test)
        case "standardError": result.change.standardError
        default: Fixtures.part(row.quantity, of: result.change)
        }
      expectClose(found, row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("the three parts add up to the change, and match the shares, over all small counts")
  func parts() throws {
    for code in 0..<(ThoroughTier.isOn ? 6561 : 2000) {
      var digits: [Int] = []
      var rest = code * (ThoroughTier.isOn ? 1 : 3)
      for _ in 0..<8 {
        digits.append(rest % 3)
        rest /= 3
      }
      let snapshots = try Self.snapshots(
        (digits[0], digits[1]), gained: digits[2], lost: digits[3],
        leavers: (digits[4], digits[5]), joiners: (digits[6], digits[7]))
      let result = OverlappingShareChange()(snapshots)
      guard let change = result.change.value else {
        #expect(snapshots.before == 0 || snapshots.after == 0)
        continue
      }
      let expected =
        Double(snapshots.withAfter) / Double(snapshots.after)
        - Double(snapshots.withBefore) / Double(snapshots.before)
      expectClose(change, expected, relative: 1e-12, absolute: 1e-15)
      let parts = [result.joiners, result.leavers, result.changers].compactMap(\.value)
      #expect(parts.count == 3)
      expectClose(parts.reduce(0, +), change, relative: 1e-12, absolute: 1e-15)
      let error = try #require(result.change.standardError)
      #expect(error >= 0 && error.isFinite)
      // Everybody's linear part adds up to 0; the error is Kish's: the variances of the shares
      // less twice the covariance of those there both times.
      let (n0, n1) = (Double(snapshots.before), Double(snapshots.after))
      let (s0, s1) = (Double(snapshots.withBefore) / n0, Double(snapshots.withAfter) / n1)
      let covariance =
        Double(snapshots.stayedWith) * (1 - s0) * (1 - s1)
        + Double(snapshots.stayedWithout) * s0 * s1 - Double(snapshots.gained) * s0 * (1 - s1)
        - Double(snapshots.lost) * (1 - s0) * s1
      let variance = s0 * (1 - s0) / n0 + s1 * (1 - s1) / n1 - 2 * covariance / (n0 * n1)
      expectClose(error * error, variance, relative: 1e-10, absolute: 1e-14)
    }
  }

  @Test("without leavers and joiners it is the paired difference, without stayers two samples")
  func ends() throws {
    let paired = OverlappingShareChange()(
      try Self.snapshots((20, 30), gained: 12, lost: 5, leavers: (0, 0), joiners: (0, 0)))
    expectClose(paired.change.value, 7.0 / 67, relative: 1e-14)
    // (b + c - (b - c)^2 / n) / n^2 for paired counts b and c.
    expectClose(
      paired.change.standardError, (17 - 49.0 / 67).squareRoot() / 67, relative: 1e-13)
    let separate = OverlappingShareChange()(
      try Self.snapshots((0, 0), leavers: (12, 28), joiners: (25, 35)))
    expectClose(
      separate.change.standardError, try #require(separate.separateStandardError),
      relative: 1e-13)
    let mostly = OverlappingShareChange()(
      try Self.snapshots((280, 610), leavers: (35, 60), joiners: (52, 70)))
    let alike = try #require(mostly.change.standardError)
    #expect(alike < 0.6 * (try #require(mostly.separateStandardError)))
  }

  @Test("exchanging the times turns the sign, those without the property mirror those with")
  func identities() throws {
    let forth = OverlappingShareChange()(
      try Self.snapshots((40, 90), gained: 9, lost: 4, leavers: (3, 7), joiners: (8, 6)))
    let back = OverlappingShareChange()(
      try Self.snapshots((40, 90), gained: 4, lost: 9, leavers: (8, 6), joiners: (3, 7)))
    let without = OverlappingShareChange()(
      try Self.snapshots((90, 40), gained: 4, lost: 9, leavers: (7, 3), joiners: (6, 8)))
    for other in [back, without] {
      expectClose(other.change.value, -(try #require(forth.change.value)), relative: 1e-12)
      expectClose(
        other.change.standardError, try #require(forth.change.standardError), relative: 1e-12)
    }
    expectClose(without.joiners.value, -(try #require(forth.joiners.value)), relative: 1e-12)
  }

  @Test("nobody moving, nobody there and one-sided shares have reasons, also when read")
  func degenerate() throws {
    let still = OverlappingShareChange()(
      try Self.snapshots((3, 5), leavers: (0, 0), joiners: (0, 0)))
    #expect(still.change.value == 0 && still.change.interval == nil)
    #expect(still.test.reason?.contains("Nobody joined") == true)
    let all = OverlappingShareChange()(
      try Self.snapshots((3, 0), leavers: (2, 0), joiners: (1, 0)))
    #expect(all.change.value == 0 && all.test.reason?.contains("Everybody") == true)
    let empty = OverlappingShareChange()(
      try Self.snapshots((0, 0), leavers: (2, 1), joiners: (0, 0)))
    #expect(empty.change.reason?.contains("second time") == true && empty.joiners.reason != nil)
    let first = OverlappingShareChange()(
      try Self.snapshots((0, 0), leavers: (0, 0), joiners: (1, 0)))
    #expect(first.change.reason?.contains("first time") == true)
    #expect(
      OverlappingShareChange(level: 1)(
        try Self.snapshots((3, 5), leavers: (0, 1), joiners: (0, 1))
      ).change.reason != nil)
    let none = try BinomialCount(0, of: 0)
    #expect(
      OverlappingSnapshots(stayedWith: -1, stayedWithout: 0, leavers: none, joiners: none) == nil)
    let text = Data(
      """
      {"stayedWith":-1,"stayedWithout":0,"gained":0,"lost":0,
       "leavers":{"successes":0,"total":0},"joiners":{"successes":0,"total":0}}
      """.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(OverlappingSnapshots.self, from: text)
    }
  }

  @Test("the smallest detectable change agrees with R for two samples of one size")
  func detectable() throws {
    for row in try ReferenceValue.read(Self.r, method: "MinimumDetectableChange") {
      let people = try row.whole("people")
      let direction = try #require(MinimumDetectableChange.Direction(rawValue: row.id))
      let method = MinimumDetectableChange(direction: direction, power: try row.number("power"))
      expectClose(
        method(ChangeDesign(share: try row.number("share"), before: people, after: people)).value,
        row.value, relative: 1e-8, "\(row) \(row.arguments)")
    }
  }

  @Test("people there both times make less of a change visible, mirrored shares mirror it")
  func detectableIdentities() throws {
    var last = Double.infinity
    for both in [0, 200, 400, 480] {
      let change = try #require(
        MinimumDetectableChange()(
          ChangeDesign(share: 0.3, before: 500, after: 500, both: both, correlation: 0.95)
        ).value)
      #expect(change < last)
      last = change
    }
    let design = ChangeDesign(share: 0.3, before: 300, after: 420, both: 260)
    let rise = try #require(MinimumDetectableChange()(design).value)
    let mirrored = ChangeDesign(share: 0.7, before: 300, after: 420, both: 260)
    expectClose(
      MinimumDetectableChange(direction: .fall)(mirrored).value, -rise, relative: 1e-11)
    // The change found is one the test finds with the power: the definition, put together anew.
    let (n0, n1, m, s) = (300.0, 420.0, 260.0, 0.3)
    let second = s + rise
    let common = (n0 * s + n1 * second) / (n0 + n1)
    let factor = 1 / n0 + 1 / n1 - 2 * m / (n0 * n1)
    let null = (common * (1 - common) * factor).squareRoot()
    let (one, two) = (s * (1 - s), second * (1 - second))
    let error = (one / n0 + two / n1 - 2 * m / (n0 * n1) * (one * two).squareRoot()).squareRoot()
    expectClose(rise, 1.959963984540054 * null + 0.8416212335729143 * error, relative: 1e-11)
  }

  @Test("designs that find nothing and impossible ones have reasons")
  func detectableDegenerate() {
    let method = MinimumDetectableChange()
    #expect(
      method(ChangeDesign(share: 0.5, before: 3, after: 3)).reason?.contains("few") == true)
    #expect(
      method(ChangeDesign(share: 1, before: 9, after: 9)).reason?.contains("further") == true)
    #expect(
      method(ChangeDesign(share: 0.5, before: 9, after: 9, both: 9)).reason?
        .contains("Everybody") == true)
    for design in [
      ChangeDesign(share: 1.5, before: 9, after: 9),
      ChangeDesign(share: 0.5, before: 0, after: 9),
      ChangeDesign(share: 0.5, before: 9, after: 9, both: 10),
      ChangeDesign(share: 0.5, before: 9, after: 9, correlation: -0.1),
    ] {
      #expect(method(design).reason != nil)
    }
    #expect(
      MinimumDetectableChange(power: 0.01)(ChangeDesign(share: 0.5, before: 99, after: 99)).reason
        != nil)
  }
}
