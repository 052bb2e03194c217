public import Estimates

/// What one row of an exhibit says about a gap: a verdict with all it rests on.
public struct Finding: Hashable, Sendable, Identifiable {
  /// Who is worse off, where a gap was found.
  public enum Direction: String, Hashable, Sendable, Codable {
    /// The focal group.
    case focalWorseOff = "focal_worse_off"
    /// The group it is compared with.
    case referenceWorseOff = "reference_worse_off"
    /// Nobody, or nobody known.
    case neither
  }

  /// Why there is no more definite verdict.
  public enum Limit: Hashable, Sendable {
    /// The interval holds parity and values outside the band.
    case intervalTooWide
    /// Taken alone the interval excludes parity; after the adjustment over the family it does not.
    case familyAdjustment
    /// Hidden to protect people.
    case hidden
    /// Too few people declared this characteristic.
    case lowDeclaration
    /// There are no data.
    case noData
    /// The quantity is not defined here, and why.
    case notApplicable(String?)
    /// The estimate has no interval.
    case noInterval
  }

  /// The names of what was compared.
  public struct Subject: Hashable, Sendable {
    /// The characteristic, for example `Gender`.
    public let attribute: ExhibitAttribute?
    /// The group the finding is about.
    public let focal: String
    /// The group it is compared with; `nil` for everybody else who declared, or a benchmark.
    public let reference: String?
    /// What the population is broken down by, for example `Level`.
    public let by: ExhibitAttribute?
    /// The part of the population, stage or step the row stands for, where rows are not groups.
    public let part: String?
  }

  /// The identifier: the exhibit's and the row's label.
  public let id: String
  /// The exhibit.
  public let exhibitID: String
  /// What the exhibit shows.
  public let kind: Exhibit.Kind
  /// The row in the exhibit, from 0.
  public let row: Int
  /// What the row stands for.
  public let role: ExhibitRow.Role
  /// The verdict.
  public let verdict: Verdict
  /// Why the verdict is not more definite, where it is not.
  public let limit: Limit?
  /// The test's p-value, where it is shown.
  public let pValue: PValue?
  /// The p-value adjusted over the family.
  public let adjustedP: PValue?
  /// The family the test was adjusted in.
  public let family: FindingFamily
  /// How many tests the family has, withheld ones included.
  public let familySize: Int
  /// The size of the gap.
  public let effect: Estimate?
  /// How the row was judged.
  public let comparison: Comparison
  /// The practical band it was judged with.
  public let band: PracticalBand
  /// Who is worse off.
  public let direction: Direction
  /// What was compared.
  public let subject: Subject

  /// Whether the verdict says that there is a gap.
  public var isGap: Bool {
    switch verdict {
    case .clearGap, .gapSizeUncertain, .smallGap: true
    case .aboutTheSame, .tooUncertain, .notReported: false
    }
  }
}

extension Comparison {
  /// Who is worse off for a value of the effect.
  public func direction(of value: Double) -> Finding.Direction {
    guard value != parity else { return .neither }
    return switch polarity {
    case .neutral: .neither
    case .favourable: value < parity ? .focalWorseOff : .referenceWorseOff
    case .adverse: value > parity ? .focalWorseOff : .referenceWorseOff
    }
  }
}
