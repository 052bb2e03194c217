import TestSupport
import Testing

@testable import Aggregates

@Suite("Moments")
struct MomentsTests {
  @Test("mean and variance of a small set, by hand")
  func byHand() {
    var moments = Moments(scale: 2)
    // 1.00, 2.00, 4.00: mean 7/3, squared deviations 42/9, variance 21/9.
    for quanta in [100, 200, 400] as [Int64] { moments.add(quanta) }
    #expect(moments.count == 3)
    expectClose(moments.mean, 7.0 / 3, relative: 1e-15)
    expectClose(moments.sumOfSquaredDeviations, 42.0 / 9, relative: 1e-14)
    expectClose(moments.variance, 21.0 / 9, relative: 1e-14)
  }

  @Test("large amounts with a small spread do not cancel")
  func cancellation() {
    var moments = Moments(scale: 0)
    let base: Int64 = 1_000_000_000_000
    for offset in [0, 1, 2] as [Int64] { moments.add(base + offset) }
    expectClose(moments.variance, 1, relative: 1e-15)
  }

  @Test("any split of the people merges to the same moments")
  func merging() {
    var generator = SeededGenerator(seed: 1)
    let amounts = (0..<500).map { _ in Int64.random(in: -50_000...90_000, using: &generator) }
    var whole = Moments(scale: 2)
    for amount in amounts { whole.add(amount) }
    for cut in [0, 1, 250, 499, 500] {
      var left = Moments(scale: 2)
      var right = Moments(scale: 2)
      for amount in amounts[..<cut] { left.add(amount) }
      for amount in amounts[cut...] { right.add(amount) }
      right.merge(left)
      #expect(right == whole)
    }
  }

  @Test("nobody has no mean, one person no variance")
  func degenerate() {
    var moments = Moments(scale: 2)
    #expect(moments.mean == nil)
    #expect(moments.sumOfSquaredDeviations == nil)
    moments.add(5)
    #expect(moments.mean == 0.05)
    #expect(moments.variance == nil)
  }
}
