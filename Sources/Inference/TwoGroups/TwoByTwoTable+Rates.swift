import Aggregates

extension TwoByTwoTable {
  /// Why two rates cannot be compared, or `nil`.
  var problem: String? {
    if focalTotal == 0 { return "Nobody is in the focal group." }
    if referenceTotal == 0 { return "Nobody is in the reference group." }
    return nil
  }

  /// The focal group's rate; call only where `problem` is `nil`.
  var focalRate: Double { Double(focalSelected) / Double(focalTotal) }

  /// The reference group's rate; call only where `problem` is `nil`.
  var referenceRate: Double { Double(referenceSelected) / Double(referenceTotal) }
}
