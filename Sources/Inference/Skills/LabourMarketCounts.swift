/// People and posts of one occupation: who works in it, who is looking, and what is not filled.
public struct LabourMarketCounts: Hashable, Sendable, Codable {
  /// People who work in the occupation.
  public let employed: Int
  /// People who are qualified for it and available, and do not work in it.
  public let available: Int
  /// Posts advertised and not filled.
  public let openings: Int
  /// Posts that are needed and not advertised.
  public let unmetNeed: Int

  /// Makes counts; `nil` if one is negative.
  public init?(employed: Int, available: Int, openings: Int, unmetNeed: Int = 0) {
    guard min(employed, available, openings, unmetNeed) >= 0 else { return nil }
    self.employed = employed
    self.available = available
    self.openings = openings
    self.unmetNeed = unmetNeed
  }
}

/// What is counted as demand for an occupation.
public enum SkillsDemand: String, Codable, Hashable, Sendable, CaseIterable {
  /// Openings.
  case openings
  /// Openings and posts that are needed and not advertised.
  case openingsAndUnmetNeed = "openings_and_unmet_need"
  /// Everyone employed and the openings.
  case employmentAndOpenings = "employment_and_openings"

  /// The demand as it is printed.
  var words: String {
    switch self {
    case .openings: "openings"
    case .openingsAndUnmetNeed: "openings plus unmet need"
    case .employmentAndOpenings: "employment plus openings"
    }
  }

  func counts(_ source: SkillsCountSource) -> Bool {
    switch self {
    case .openings: source == .openings
    case .openingsAndUnmetNeed: source == .openings || source == .unmetNeed
    case .employmentAndOpenings: source == .openings || source == .employed
    }
  }
}

/// What is counted as supply of an occupation.
public enum SkillsSupply: String, Codable, Hashable, Sendable, CaseIterable {
  /// People who are qualified and available.
  case available
  /// Everyone employed and those available.
  case employedAndAvailable = "employed_and_available"

  /// The supply as it is printed.
  var words: String {
    switch self {
    case .available: "qualified people available"
    case .employedAndAvailable: "employed plus available"
    }
  }

  func counts(_ source: SkillsCountSource) -> Bool {
    switch self {
    case .available: source == .available
    case .employedAndAvailable: source == .available || source == .employed
    }
  }
}

/// One of the counts demand and supply are made of.
enum SkillsCountSource: CaseIterable {
  case employed, available, openings, unmetNeed

  func count(_ counts: LabourMarketCounts) -> Int {
    switch self {
    case .employed: counts.employed
    case .available: counts.available
    case .openings: counts.openings
    case .unmetNeed: counts.unmetNeed
    }
  }
}

/// Demand and supply under a choice of what they hold.
struct DemandAndSupply {
  let demand: Int
  let supply: Int
  /// What is counted in demand alone.
  let demandOnly: Int
  /// What is counted in supply alone.
  let supplyOnly: Int
  private let shared: Int

  init(_ counts: LabourMarketCounts, _ demand: SkillsDemand, _ supply: SkillsSupply) {
    func total(where isCounted: (SkillsCountSource) -> Bool) -> Int {
      SkillsCountSource.allCases.filter(isCounted).reduce(0) { $0 + $1.count(counts) }
    }
    self.demand = total { demand.counts($0) }
    self.supply = total { supply.counts($0) }
    demandOnly = total { demand.counts($0) && !supply.counts($0) }
    supplyOnly = total { supply.counts($0) && !demand.counts($0) }
    shared = total { demand.counts($0) && supply.counts($0) }
  }

  /// The variance of log(demand / supply); the people counted in both move both.
  ///
  /// Call only where both are above 0.
  var logVariance: Double {
    let (d, s) = (Double(demand), Double(supply))
    let both = 1 / d - 1 / s
    return Double(demandOnly) / (d * d) + Double(supplyOnly) / (s * s)
      + Double(shared) * both * both
  }
}
