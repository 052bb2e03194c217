import Aggregates

extension TwoByTwoTable {
  /// Why two rates cannot differ, or `nil`.
  var outcomeProblem: String? {
    if selected == 0 { return "Nobody was selected in either group." }
    if selected == total { return "Everybody was selected in both groups." }
    return nil
  }

  /// `a d - b c` with focal selected, rejected, reference selected, rejected: positive when the
  /// focal group is selected more often, and exactly 0 where the rates are equal.
  var crossDifference: Int128 {
    Int128(focalSelected) * Int128(referenceRejected)
      - Int128(focalRejected) * Int128(referenceSelected)
  }

  /// The odds ratio of the counts, 0 or infinite where a count is 0; call only where neither
  /// `problem` nor `outcomeProblem` holds.
  var oddsRatio: Double {
    if focalSelected == 0 || referenceRejected == 0 { return 0 }
    if focalRejected == 0 || referenceSelected == 0 { return .infinity }
    return Double(focalSelected) / Double(focalRejected)
      * (Double(referenceRejected) / Double(referenceSelected))
  }
}
