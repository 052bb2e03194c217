public import Disclosure
public import Estimates

/// Whether the tests of one row agree that equality is ruled out, at one level and unadjusted.
///
/// The verdict rests on the pooled Z, whose interval is Koopman's. The exact tests beside it are
/// computed from the same counts; where they do not side with it, the verdict depends on the method
/// and the row is to be read as borderline.
public struct MethodAgreement: Hashable, Sendable {
  /// One test: its name and its p-value.
  public struct Test: Hashable, Sendable {
    /// The name a reader sees, for example `Fisher mid-p`.
    public let name: String
    /// The p-value, unadjusted.
    public let pValue: PValue
  }

  /// The level, for example 0.05.
  public let level: Double
  /// The tests that are shown, the verdict's own first.
  public let tests: [Test]

  /// The tests of a row of a funnel; `nil` where fewer than two are shown.
  public init?(_ published: PublishedExhibit, row: Int, level: Double) {
    tests = published.exhibit.columns.compactMap { column in
      guard Self.columns.contains(column.id),
        let test = published.entry(row: row, column: column.id).test
      else { return nil }
      return Test(name: Self.name(column), pValue: test.pValue)
    }
    guard tests.count > 1 else { return nil }
    self.level = level
  }

  /// The columns that hold tests of one and the same hypothesis.
  static let columns = ["p", "fisher", "fisher_central", "fisher_mid_p", "boschloo"]

  /// The columns that stand in the result file and not on the page.
  public static let columnsOfDetail = ["fisher_central", "fisher_mid_p", "boschloo"]

  /// The tests that rule equality out.
  public var rejecting: [Test] { tests.filter { $0.pValue.value <= level + 1e-12 } }

  /// The tests that do not.
  public var notRejecting: [Test] { tests.filter { $0.pValue.value > level + 1e-12 } }

  /// Whether they do not all say the same.
  public var dependsOnMethod: Bool { !rejecting.isEmpty && !notRejecting.isEmpty }

  /// `p (Fisher mid-p)` without the p and its brackets.
  private static func name(_ column: ExhibitColumn) -> String {
    let title = column.title
    guard title.hasPrefix("p ("), title.hasSuffix(")") else { return title }
    return String(title.dropFirst(3).dropLast())
  }
}
