public import Estimates

/// Segregation between and within units of a tree of any depth.
///
///     M = M between + sum over units of p M within
///     H = H between + sum over units of p (E within / E) H within
///
/// p: the unit's share of everyone, E: the entropy of the groups, within the unit or of everyone.
/// Each "within" is taken apart in the same way, down to the smallest units, so every unit with
/// others in it has one term and the terms add up exactly. No term is negative. Standard errors are
/// the delta method's for people drawn independently. The terms of small units are large by chance
/// alone. The cost is one pass over the table per depth.
/// - Source: Theil (1972), Statistical Decomposition Analysis; Mora and Ruiz-Castillo (2011),
///   Sociological Methodology 41, 159-194.
public struct NestedSegregation: CataloguedMethod {
  /// The base of the logarithm.
  public let base: LogarithmBase

  /// Makes the method.
  public init(base: LogarithmBase = .natural) { self.base = base }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "nested-segregation", title: "Segregation between and within units (M and H)",
    formula: "M = M between + the sum over units of p M within; H = H between + the sum over units "
      + "of p (E within / E) H within; p: the unit's share of everyone, E: the entropy of the groups",
    range: "terms from 0 to the whole index; larger is more segregated",
    assumptions: [
      "Every smallest unit lies in one larger unit.",
      "The finer the units, the more of the whole is chance; read the expectation by chance.",
    ],
    source: "Theil (1972), Statistical Decomposition Analysis; Mora and Ruiz-Castillo (2011), "
      + "Sociological Methodology 41, 159-194")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: base.words + ", delta method") }

  /// The terms of every unit with others in it.
  public func callAsFunction(_ units: NestedUnits) -> NestedSegregationResult {
    let counts = SegregationCounts(units.table)
    guard counts.problem == nil else {
      let none = Outcome.notEstimable(reason: counts.problem ?? "")
      return NestedSegregationResult(
        mutualInformation: none, theilIndex: none, nodes: [], levels: [],
        emptyUnits: counts.emptyUnits, emptyGroups: counts.emptyGroups, stamp: stamp)
    }
    let entropy = InformationSums.entropy(counts.groupTotals, of: counts.total)
    let whole = InformationSums(counts).mutualInformation
    func share(_ term: ChainTerm) -> Outcome {
      whole > 0
        ? .estimate(term.value(people: counts.people) / whole)
        : .notEstimable(reason: "There is no segregation to have a share of.")
    }
    let tree = ChainTree(counts, paths: counts.rows.map { units.paths[$0] })
    let levels = tree.levels.enumerated().map { depth, term in
      NestedSegregationResult.Level(
        depth: depth, term: term.estimate(counts, base: base),
        theilTerm: term.theilEstimate(counts, entropy: entropy), shareOfIndex: share(term))
    }
    let nodes = tree.nodes.map { node in
      let own = node.term.value(people: Double(node.people))
      let inside = InformationSums.entropy(node.groupTotals, of: node.people)
      return NestedSegregationResult.Node(
        path: node.path, people: node.people, parts: node.parts,
        mutualInformation: .estimate(own / base.nats),
        theilIndex: inside > 0
          ? .estimate(min(1, own / inside))
          : .notEstimable(reason: "Everybody in this unit is in the same group."),
        term: node.term.estimate(counts, base: base),
        theilTerm: node.term.theilEstimate(counts, entropy: entropy),
        shareOfIndex: share(node.term))
    }
    return NestedSegregationResult(
      mutualInformation: MutualInformationIndex(base: base).index(units.table),
      theilIndex: TheilInformationIndex().index(units.table), nodes: nodes, levels: levels,
      emptyUnits: counts.emptyUnits, emptyGroups: counts.emptyGroups, stamp: stamp)
  }
}
