import Estimates

extension PrivacyBudget {
  /// What is spent, in the mechanism's own measure.
  public enum Loss: Hashable, Sendable {
    /// Epsilon, of the geometric mechanism.
    case epsilon(RationalNumber)
    /// Rho, of the discrete Gaussian mechanism.
    case rho(RationalNumber)
  }

  /// One spend.
  public struct Row: Hashable, Sendable {
    /// The identifier of the release.
    public let release: String
    /// What the noise was drawn for, for example `headcount by gender`.
    public let purpose: String
    /// The identifier of the mechanism.
    public let mechanism: String
    /// What was spent; above zero.
    public let loss: Loss

    /// A release by the geometric mechanism: one row per count, unless no person is in two of the
    /// counts, which then share a row.
    public init(release: String, purpose: String, _ mechanism: GeometricMechanism) {
      self.release = release
      self.purpose = purpose
      self.mechanism = mechanism.stamp.id
      loss = .epsilon(mechanism.epsilon)
    }

    /// A release by the discrete Gaussian mechanism: one row per count, as above.
    public init(release: String, purpose: String, _ mechanism: DiscreteGaussian) {
      self.release = release
      self.purpose = purpose
      self.mechanism = mechanism.stamp.id
      loss = .rho(mechanism.rho)
    }
  }
}

extension PrivacyBudget.Row: Codable {
  private enum CodingKeys: String, CodingKey {
    case release, purpose, mechanism, epsilon, rho
  }

  /// Reads a row with either epsilon or rho, above zero.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    release = try container.decode(String.self, forKey: .release)
    purpose = try container.decode(String.self, forKey: .purpose)
    mechanism = try container.decode(String.self, forKey: .mechanism)
    let epsilon = try container.decodeIfPresent(RationalNumber.self, forKey: .epsilon)
    let rho = try container.decodeIfPresent(RationalNumber.self, forKey: .rho)
    switch (epsilon, rho) {
    case (let epsilon?, nil) where epsilon > .zero: loss = .epsilon(epsilon)
    case (nil, let rho?) where rho > .zero: loss = .rho(rho)
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .epsilon, in: container,
        debugDescription: "a row spends either epsilon or rho, above zero")
    }
  }

  /// Writes the row with its loss under the name of its measure.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(release, forKey: .release)
    try container.encode(purpose, forKey: .purpose)
    try container.encode(mechanism, forKey: .mechanism)
    switch loss {
    case .epsilon(let loss): try container.encode(loss, forKey: .epsilon)
    case .rho(let loss): try container.encode(loss, forKey: .rho)
    }
  }
}
