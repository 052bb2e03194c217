/// Two groups and a yes-or-no outcome, with every count named.
public struct TwoByTwoTable: Hashable, Sendable, Codable {
  /// Focal group, outcome yes.
  public let focalSelected: Int
  /// Focal group, outcome no.
  public let focalRejected: Int
  /// Reference group, outcome yes.
  public let referenceSelected: Int
  /// Reference group, outcome no.
  public let referenceRejected: Int

  /// Makes a table; `nil` if a count is negative.
  public init?(
    focalSelected: Int, focalRejected: Int, referenceSelected: Int, referenceRejected: Int
  ) {
    guard min(focalSelected, focalRejected, referenceSelected, referenceRejected) >= 0 else {
      return nil
    }
    self.focalSelected = focalSelected
    self.focalRejected = focalRejected
    self.referenceSelected = referenceSelected
    self.referenceRejected = referenceRejected
  }

  /// Everyone in the focal group.
  public var focalTotal: Int { focalSelected + focalRejected }
  /// Everyone in the reference group.
  public var referenceTotal: Int { referenceSelected + referenceRejected }
  /// Everyone with outcome yes.
  public var selected: Int { focalSelected + referenceSelected }
  /// Everyone.
  public var total: Int { focalTotal + referenceTotal }
}
