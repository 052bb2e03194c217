import Aggregates
public import Estimates

/// The segregation of several groups over small units by the Dirichlet-multinomial model.
public struct DirichletMultinomialSegregationResult: Hashable, Sendable {
  /// The mean share of a group over the units, each counting alike.
  public struct Share: Hashable, Sendable {
    /// The group's name.
    public let group: String
    /// Its mean share.
    public let share: Double
  }

  /// The mean shares of the groups with anybody in them, in the order of the table; none where
  /// there is no fit.
  public let shares: [Share]
  /// The overdispersion rho, which is the indices P, R and C of the units' shares.
  public let overdispersion: Outcome
  /// The mutual information index M.
  public let mutualInformation: Outcome
  /// Theil's H.
  public let theil: Outcome
  /// The index of dissimilarity of all groups.
  public let dissimilarity: Outcome
  /// The Gini index of all groups.
  public let gini: Outcome
  /// The entropy of the mean shares, M at complete segregation.
  public let entropy: Outcome
  /// The likelihood ratio test that every unit has the same shares and people are multinomial.
  public let multinomialTest: Outcome
  /// How many people the model was fitted to.
  public let people: Int
  /// How many units have anybody in them.
  public let units: Int
  /// How many groups have anybody in them.
  public let groups: Int
  /// The names of the units nobody is in, left out, in the order of the table.
  public let emptyUnits: [String]
  /// The names of the groups nobody is in, left out, in the order of the table.
  public let emptyGroups: [String]
  /// The name and conventions of the method.
  public let stamp: MethodStamp

  /// Nothing, and why.
  init(
    _ problem: String, _ counts: SegregationCounts, _ table: ContingencyTable, _ stamp: MethodStamp
  ) {
    let nothing = Outcome.notEstimable(reason: problem)
    shares = []
    (overdispersion, mutualInformation, theil, dissimilarity) = (nothing, nothing, nothing, nothing)
    (gini, entropy, multinomialTest) = (nothing, nothing, nothing)
    people = counts.total
    units = counts.unitCount
    groups = counts.groupCount
    emptyUnits = counts.emptyUnits
    emptyGroups = counts.emptyGroups
    self.stamp = stamp
  }

  /// The numbers of a fit.
  init(
    _ fit: OverdispersionFit, _ counts: SegregationCounts, _ table: ContingencyTable, nats: Double,
    level: Double, _ stamp: MethodStamp
  ) {
    shares = zip(counts.columns, fit.best.shares).map {
      Share(group: table.groupName($0), share: $1)
    }
    overdispersion = fit.estimate(level: level) { $0.overdispersion }
    mutualInformation = fit.estimate(level: level) { DirichletIndices($0).mutualInformation / nats }
    theil = fit.estimate(level: level) { DirichletIndices($0).theil }
    dissimilarity = fit.estimate(level: level) { DirichletIndices($0).dissimilarity }
    gini = fit.estimate(level: level) { DirichletIndices($0).gini }
    entropy = .estimate(DirichletIndices(fit.best).entropy / nats)
    multinomialTest = fit.test
    people = counts.total
    units = counts.unitCount
    groups = counts.groupCount
    emptyUnits = counts.emptyUnits
    emptyGroups = counts.emptyGroups
    self.stamp = stamp
  }
}
