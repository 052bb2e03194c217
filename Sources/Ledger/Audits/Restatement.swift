public import LinearPrograms

/// L3: an old period published again.
///
/// The new version is a release of the same cells: readers have both. A changed head count with few
/// changed contributors tells about those. Beyond that the union of both versions is audited: what is
/// hidden in the new one must not follow from both together where it does not follow from it alone.
public struct Restatement: Sendable {
  /// One cell as it was and as it is.
  public struct Version: Sendable, Hashable {
    /// The people then; `nil` where nobody knows.
    public let before: [ContributorHash]?
    /// The people now; `nil` where nobody knows.
    public let after: [ContributorHash]?
    /// What readers saw then; `nil` where it was hidden or had no place.
    public let shownBefore: Int?
    /// What readers would see now; `nil` where it is hidden.
    public let shownAfter: Int?

    /// Makes a version.
    public init(
      before: [ContributorHash]?, after: [ContributorHash]?, shownBefore: Int?, shownAfter: Int?
    ) {
      self.before = before
      self.after = after
      self.shownBefore = shownBefore
      self.shownAfter = shownAfter
    }

    /// The people who make the difference, where both values are shown.
    public var movers: MoverCount? {
      guard let shownBefore, let shownAfter else { return nil }
      guard let before, let after else {
        return MoverCount(countBefore: shownBefore, countAfter: shownAfter)
      }
      return MoverCount(before: before, after: after)
    }

    /// Whether the value changed by few people.
    public func isTooClose(fewestMovers: Int) -> Bool {
      guard let movers, shownBefore != shownAfter else { return false }
      return movers.triggers(below: fewestMovers)
    }
  }

  /// Positions of versions whose value changed by few people, ascending.
  public let tooClose: [Int]
  /// Positions of hidden small cells that both versions together narrow down, ascending.
  public let uncovered: [Int]

  /// Audits all cells of a period.
  ///
  /// - Throws: any ``SolverFailure`` of the audit of the union.
  public init(
    _ versions: [Version], threshold: Int, fewestMovers: Int,
    solver: some LinearProgramSolver, iterationLimit: Int = 1_000_000
  ) throws(SolverFailure) {
    tooClose = versions.indices.filter { versions[$0].isTooClose(fewestMovers: fewestMovers) }
    let then = versions.compactMap { $0.shownBefore == nil ? nil : $0.before }
    let now = versions.compactMap { $0.shownAfter == nil ? nil : $0.after }
    let hidden = versions.indices.filter { index in
      guard versions[index].shownAfter == nil, let people = versions[index].after else {
        return false
      }
      return !people.isEmpty && people.count < threshold
    }
    guard !hidden.isEmpty, Set(then) != Set(now) else {
      uncovered = []
      return
    }
    let protected = hidden.compactMap { versions[$0].after }
    let union = try UnionAudit(
      published: then + now, protected: protected, solver: solver, iterationLimit: iterationLimit)
    let narrow = union.findings.filter { !$0.isSafe(width: threshold - 1) }
    guard !narrow.isEmpty else {
      uncovered = []
      return
    }
    // The gate has ruled on the new version alone; what counts is what the old one adds.
    let alone = try UnionAudit(
      published: now, protected: narrow.map { protected[$0.group] }, solver: solver,
      iterationLimit: iterationLimit)
    uncovered = zip(narrow, alone.findings).filter { together, alone in
      guard let width = together.width else { return false }
      return alone.width.map { width < $0 } ?? true
    }.map { hidden[$0.0.group] }
  }
}
