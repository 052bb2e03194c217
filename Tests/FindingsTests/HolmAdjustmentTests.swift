import Estimates
import TestSupport
import Testing

@Suite("Holm's adjustment")
struct HolmAdjustmentTests {
  private func adjusted(_ values: [Double]) -> [Double] {
    HolmAdjustment.adjust(values.compactMap { PValue($0) }).map(\.value)
  }

  /// R 4.2, `p.adjust(p, "holm")`.
  @Test(
    "agrees with R",
    arguments: [
      (
        [0.01, 0.04, 0.03, 0.005, 0.2, 1, 0.04],
        [0.06, 0.16, 0.15, 0.035, 0.4, 1, 0.16]
      ),
      (
        [0.0004, 0.9, 0.012, 0.012, 0.3, 0.049, 0.00001, 0.5],
        [0.0028, 1, 0.072, 0.072, 0.9, 0.196, 0.00008, 1]
      ),
      ([0.03], [0.03]),
      ([], []),
    ])
  func agreesWithR(values: [Double], expected: [Double]) {
    let actual = adjusted(values)
    #expect(actual.count == expected.count)
    for (actual, expected) in zip(actual, expected) {
      expectClose(actual, expected, relative: 1e-12)
    }
  }

  @Test("never lowers a p-value, keeps the order and stays a probability")
  func properties() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        Double.random(in: 0...1, using: &generator)
      }
      let result = adjusted(values)
      for left in values.indices {
        #expect(result[left] >= values[left] && result[left] <= 1)
        for right in values.indices where values[left] <= values[right] {
          #expect(result[left] <= result[right])
        }
      }
    }
  }

  @Test("a withheld test enlarges the family")
  func withheldTests() throws {
    let pValue = try #require(PValue(0.02))
    let result = HolmAdjustment.adjust([pValue, .one, .one]).map(\.value)
    expectClose(result[0], 0.06)
  }
}
