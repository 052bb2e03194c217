public import Disclosure
import Estimates

/// What the last line of a funnel does not show: a stage that falls under a line while the whole way
/// does not.
///
/// Rates are compared in whole numbers, so that a ratio exactly at the line is not under it. A stage
/// counts where equality is ruled out there as well, taken alone.
public struct BottomLine: Hashable, Sendable {
  /// A stage and the group it costs.
  public struct HiddenStage: Hashable, Sendable {
    /// The row of the stage.
    public let row: Int
    /// Whether it is the focal group that is worse off; else the reference group.
    public let isAgainstFocal: Bool
  }

  /// The stages, in order.
  public let hiddenStages: [HiddenStage]
  /// The row of the whole way.
  public let wholeRow: Int

  /// The bottom line of a funnel; `nil` where it has a single stage or no total is shown.
  public init?(_ published: PublishedExhibit, level: Double) {
    let rows = published.exhibit.rows
    guard published.exhibit.kind == .funnel,
      let wholeRow = rows.firstIndex(where: { $0.role == .total }),
      let whole = Rates(published, row: wholeRow)
    else { return nil }
    self.wholeRow = wholeRow
    hiddenStages = rows.indices.flatMap { row -> [HiddenStage] in
      guard rows[row].role == .item, let stage = Rates(published, row: row),
        let test = published.entry(row: row, column: "p").test, test.pValue.value <= level + 1e-12
      else { return [] }
      return [true, false].filter { side in
        stage.isUnderLine(againstFocal: side) && !whole.isUnderLine(againstFocal: side)
      }.map { HiddenStage(row: row, isAgainstFocal: $0) }
    }
  }

  /// Both groups' counts at a stage.
  private struct Rates {
    let focal: (passed: Int, entered: Int)
    let reference: (passed: Int, entered: Int)

    init?(_ published: PublishedExhibit, row: Int) {
      func count(_ column: String) -> Int? {
        let entry = published.entry(row: row, column: column)
        return entry.people ?? entry.estimate.map { Int($0.value.rounded()) }
      }
      guard let focalPassed = count("focal_passed"), let focalEntered = count("focal_entered"),
        let referencePassed = count("reference_passed"),
        let referenceEntered = count("reference_entered"), focalEntered > 0, referenceEntered > 0
      else { return nil }
      focal = (focalPassed, focalEntered)
      reference = (referencePassed, referenceEntered)
    }

    /// Whether one group's rate is under four fifths of the other's.
    func isUnderLine(againstFocal: Bool) -> Bool {
      let low = againstFocal ? focal : reference
      let high = againstFocal ? reference : focal
      return 5 * low.passed * high.entered < 4 * high.passed * low.entered
    }
  }
}
