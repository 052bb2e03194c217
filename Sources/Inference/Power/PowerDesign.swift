/// Two groups of planned or given size with the rates they are supposed to have.
public struct PowerDesign: Codable, Hashable, Sendable {
  /// People in the focal group.
  public let focalTotal: Int
  /// People in the reference group.
  public let referenceTotal: Int
  /// The rate of the focal group, 0 to 1.
  public let focalRate: Double
  /// The rate of the reference group, 0 to 1.
  public let referenceRate: Double

  /// Makes a design.
  public init(focalTotal: Int, referenceTotal: Int, focalRate: Double, referenceRate: Double) {
    self.focalTotal = focalTotal
    self.referenceTotal = referenceTotal
    self.focalRate = focalRate
    self.referenceRate = referenceRate
  }

  /// Why the rates cannot be used, or `nil`.
  static func problem(rates: Double...) -> String? {
    rates.allSatisfy { (0...1).contains($0) } ? nil : "The rates must lie between 0 and 1."
  }
}

/// Two rates that are supposed, for a question about group sizes.
public struct SupposedRates: Codable, Hashable, Sendable {
  /// The rate of the focal group, 0 to 1.
  public let focal: Double
  /// The rate of the reference group, 0 to 1.
  public let reference: Double

  /// Makes a pair of rates.
  public init(focal: Double, reference: Double) {
    self.focal = focal
    self.reference = reference
  }

  /// Why there is nothing to find, or `nil`.
  var problem: String? {
    PowerDesign.problem(rates: focal, reference)
      ?? (focal == reference ? "The rates are equal; there is nothing to find." : nil)
  }
}
