import Testing

@testable import Inference

@Suite("Order of units by a group's share")
struct ShareOrderTests {
  private typealias Unit = ShareOrder.Unit

  /// Numbers that look random and are the same every time.
  private struct Numbers {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }

  private func isExactlyAscending(_ units: [Unit]) -> Bool {
    zip(units, units.dropFirst()).allSatisfy { left, right in
      Int128(left.count) * Int128(right.size) <= Int128(right.count) * Int128(left.size)
    }
  }

  private func tally(_ units: [Unit]) -> [Unit: Int] {
    units.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test(
    "is exact and keeps every unit, for small, large and enormous units",
    arguments: [3, 60, 5_000, 3_000_000_000, 4_000_000_000_000])
  func exactOrder(largest: Int) {
    var numbers = Numbers()
    for length in [0, 1, 2, 64, 65, 400, 3_000] {
      let units = (0..<length).map { _ -> Unit in
        let size = 1 + numbers.next(below: largest)
        return Unit(count: numbers.next(below: size + 1), size: size)
      }
      let sorted = ShareOrder.ascending(units)
      #expect(isExactlyAscending(sorted))
      #expect(tally(sorted) == tally(units))
    }
  }

  @Test("is exact where all shares agree to more digits than the passes look at")
  func closeShares() {
    let units = (0..<2_000).map { step in
      Unit(count: 1_000_000_000 - step % 997, size: 2_000_000_000 + step * 7 % 1_009)
    }
    #expect(isExactlyAscending(ShareOrder.ascending(units)))
    #expect(isExactlyAscending(ShareOrder.ascending(units.reversed())))
  }

  @Test("leaves nothing out of order at shares of none and of everybody")
  func extremes() {
    let units = (0..<300).map { Unit(count: $0 % 3 == 0 ? 0 : $0 + 1, size: $0 + 1) }
    #expect(isExactlyAscending(ShareOrder.ascending(units)))
  }
}
