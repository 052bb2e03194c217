import Aggregates
import TestSupport

/// All tables of two small groups, for second routes by brute force.
enum SmallTables {
  /// The reference values of the methods that vary an older one.
  static let variants = "Tests/InferenceTests/Fixtures/TwoGroups/variants.csv"

  /// All tables with both groups from 1 to `most` people; without the slow tier every `step`-th.
  static func all(upTo most: Int, step: Int = 1) throws -> [TwoByTwoTable] {
    var tables: [TwoByTwoTable] = []
    for focalTotal in 1...most {
      for referenceTotal in 1...most {
        for focal in 0...focalTotal {
          for reference in 0...referenceTotal {
            tables.append(
              try .rates(focal: focal, of: focalTotal, reference: reference, of: referenceTotal))
          }
        }
      }
    }
    let stride = ThoroughTier.isOn ? 1 : step
    return tables.indices.filter { $0 % stride == 0 }.map { tables[$0] }
  }

  /// The number of ways to choose `k` of `n`.
  static func choose(_ n: Int, _ k: Int) -> Int {
    k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }
}
