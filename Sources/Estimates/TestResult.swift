/// What a significance test found.
public struct TestResult: Hashable, Sendable, Codable {
  /// The statistic's name as textbooks print it, for example `Z`.
  public let statisticName: String?
  /// The statistic, signed so that it is positive when the focal group has more.
  public let statistic: Double?
  /// Degrees of freedom, where the reference distribution has them.
  public let degreesOfFreedom: Double?
  /// The p-value.
  public let pValue: PValue
  /// The convention that another program would have to share to print the same p-value, for
  /// example `two-sided, minimum likelihood`.
  public let convention: String

  /// Makes a test result.
  public init(
    statisticName: String? = nil, statistic: Double? = nil, degreesOfFreedom: Double? = nil,
    pValue: PValue, convention: String
  ) {
    self.statisticName = statisticName
    self.statistic = statistic.flatMap { $0.isNaN ? nil : $0 }
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = pValue
    self.convention = convention
  }
}
