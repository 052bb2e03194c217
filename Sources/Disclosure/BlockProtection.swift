import Estimates
import LinearPrograms

/// The counts of a block that are published, with a proof that each protected cell is not among
/// them and cannot be worked out.
struct BlockProtection {
  /// Why a cell is hidden.
  enum Reason: String, Sendable {
    /// Fewer people than the threshold.
    case small = "fewer people than the threshold"
    /// All people of a group, or all but one, declared the same.
    case givingAway = "tells what a whole group declared"
    /// Hidden so that a small cell does not follow from it.
    case complement = "protects a smaller group"
    /// Hidden because the audit could narrow a small cell down to one value without it.
    case audited = "protects a smaller group, found by the audit"
    /// Hidden because a small cell would have too narrow limits without it.
    case interval = "keeps the limits of a smaller group wide"
  }

  /// How many programs one block may have solved in search of proofs.
  private static let programLimit = 2_000

  /// The block.
  let block: SuppressionBlock
  /// Whether each cell is published.
  private(set) var isPublished: [Bool]
  /// Why each offered or small cell is hidden, where it is.
  private(set) var reasons: [Reason?]
  /// How often the audit asked for more cells to be hidden.
  private(set) var repairs = 0
  /// The width of the narrowest limits of a small cell; `nil` where none has an upper limit, or none
  /// was looked for.
  private(set) var narrowest: Int?
  /// The simplex iterations used.
  private(set) var iterations = 0
  /// How many hidden cells without a place have people in them who know that.
  private(set) var insiders = 0
  /// For how many of them a program was solved.
  private(set) var insiderPrograms = 0

  /// Protects the cells of fewer people than the threshold.
  ///
  /// Suppression chooses, and the audit attacks what it chose: where it recovers a small cell a further
  /// cell is hidden and all is done again. Then limits are widened where they are too narrow. At last
  /// other counts that print the same release are sought for every small cell, as proof in whole
  /// numbers; where there are none, more is hidden. Without a solver the search takes place with the
  /// attacks.
  /// - Throws: `.unsafe` if nothing is left to hide; `.unaudited` if limits could not be found.
  init(
    _ block: SuppressionBlock, isOffered: [Bool], uses: [Int], threshold: Int,
    intervals: IntervalAudit?, name: (Int) -> CellKey
  ) throws(GateError) {
    self.block = block
    let isSmall = zip(block.counts, block.isGivingAway).map { count, isGivingAway in
      count.map { (1..<threshold).contains($0) || isGivingAway && $0 > 0 } ?? false
    }
    var problem = SecondarySuppression.Problem(
      block: block, threshold: threshold, isOffered: isOffered, isProtected: isSmall,
      isWithheld: [Bool](repeating: false, count: block.cells.count),
      isSingleton: block.counts.map { $0 == 1 }, contributors: nil)
    isPublished = isOffered
    reasons = block.cells.indices.map { cell in
      let isFew = block.counts[cell].map { (1..<threshold).contains($0) } ?? false
      return isFew ? .small : isSmall[cell] ? .givingAway : nil
    }
    guard isSmall.contains(true) else { return }
    let basis = FreeCellBasis(
      cellCount: block.cells.count, identities: block.identities, in: .suppression)
    // Of a cell without a place no reader knows that it is not 0.
    let leasts = zip(block.leasts, zip(isOffered, block.isGivingAway)).map { least, place in
      place.0 && !place.1 ? least : 0
    }
    var proofs = AlternativeTables(block: block, leasts: leasts)
    var attempts = [Int](repeating: 0, count: block.cells.count)
    while true {
      let suppression = SecondarySuppression(problem, basis: basis)
      isPublished = suppression.isPublished
      var weak = recoverableCells(isSmall)
      if weak.isEmpty || intervals == nil {
        proofs.prove(isSmall, classes: suppression.classes)
        if intervals == nil {
          weak = Set(weak).union(unproven(isSmall, proofs)).sorted()
        }
      }
      if weak.isEmpty { break }
      let more = try nextToHide(for: weak, &attempts, name)
      for cell in more { problem.isWithheld[cell] = true }
      repairs += 1
    }
    for cell in block.cells.indices where isOffered[cell] && !isPublished[cell] && !isSmall[cell] {
      reasons[cell] = problem.isWithheld[cell] ? .audited : .complement
    }
    guard let intervals else { return }
    do {
      let protection = try intervals.protect(
        block, costs: costs(isOffered, uses, name: name), isPublished: isPublished,
        isSmall: isSmall,
        threshold: threshold)
      for cell in block.cells.indices where isPublished[cell] && !protection.isPublished[cell] {
        reasons[cell] = .interval
      }
      isPublished = protection.isPublished
      narrowest = protection.narrowest
      iterations = protection.iterations
      insiders = protection.insiders
      insiderPrograms = protection.insiderPrograms
    } catch {
      switch error {
      case .unsafe(let cell): throw .unsafe(name(block.cells[cell]))
      case .solver(let failure): throw .unaudited(failure)
      }
    }
    try proveInWholeNumbers(
      isSmall, &proofs, &attempts, leasts: leasts, solver: intervals.solver, name)
  }

  /// Looks for a proof for every small cell that has none, and hides more where there is none.
  private mutating func proveInWholeNumbers(
    _ isSmall: [Bool], _ proofs: inout AlternativeTables, _ attempts: inout [Int],
    leasts: [Int], solver: any LinearProgramSolver, _ name: (Int) -> CellKey
  ) throws(GateError) {
    var programs = Self.programLimit
    while true {
      var search = SmallestChange(
        block: block, leasts: leasts, isKnown: isPublished, solver: solver, programs: programs)
      for cell in unproven(isSmall, proofs) where !proofs.isProven[cell] {
        if let shifts = search.change(moving: cell) { proofs.take(shifts, moving: cell) }
      }
      programs = search.remaining
      if let failure = search.failure { throw .unaudited(failure) }
      let weak = unproven(isSmall, proofs)
      if weak.isEmpty { return }
      for cell in try nextToHide(for: weak, &attempts, name) {
        isPublished[cell] = false
        reasons[cell] = .audited
      }
      repairs += 1
    }
  }

  /// What hiding each cell costs: the places that would be missed, sixteen times as much with each
  /// condition less, as headlines are made of coarse cells; then the people in it.
  private func costs(
    _ isOffered: [Bool], _ uses: [Int], name: (Int) -> CellKey
  ) -> [Int?] {
    let conditions = block.cells.map { name($0).conditions.count }
    let finest = conditions.max() ?? 0
    return block.cells.indices.map { cell in
      guard isOffered[cell], let count = block.counts[cell] else { return nil }
      let coarseness = min(finest - conditions[cell], 5)
      return (min(uses[cell], 1 << 16) << (4 * coarseness + 20)) + min(count, (1 << 20) - 1)
    }
  }

  /// The small cells that the audit recovers.
  private func recoverableCells(_ isSmall: [Bool]) -> [Int] {
    let published = block.cells.indices.map { isPublished[$0] ? block.counts[$0] : nil }
    let attack = HiddenCellAttack(
      published: published, lines: block.lines, hiddenAtLeast: block.leasts)
    return block.cells.indices.filter { isSmall[$0] && attack.isRecoverable($0) }
  }

  /// The small cells for which no other table was found.
  private func unproven(_ isSmall: [Bool], _ proofs: AlternativeTables) -> [Int] {
    block.cells.indices.filter { isSmall[$0] && !proofs.isProven[$0] }
  }

  /// What to hide next for cells that are not safe: more with every attempt.
  private func nextToHide(
    for weak: [Int], _ attempts: inout [Int], _ name: (Int) -> CellKey
  ) throws(GateError) -> Set<Int> {
    var more = Set<Int>()
    for cell in weak {
      more.formUnion(nextToHide(for: cell, atMost: 1 << min(attempts[cell], 10)))
      attempts[cell] += 1
    }
    guard !more.isEmpty else { throw .unsafe(name(block.cells[weak[0]])) }
    return more
  }

  /// The published cells whose hiding costs least among those in line with a cell: parts before
  /// wholes, the smallest first; else the smallest of the block.
  private func nextToHide(for cell: Int, atMost limit: Int) -> [Int] {
    func smallest(_ cells: Set<Int>) -> [Int] {
      Array(
        cells.filter { isPublished[$0] }.sorted {
          (block.counts[$0] ?? 0, -$0) < (block.counts[$1] ?? 0, -$1)
        }.prefix(limit))
    }
    let near = block.linesOfCell[cell].map { block.lines[$0] }
    let wholes = Set(near.compactMap(\.whole))
    for cells in [Set(near.flatMap { $0.terms.map(\.cell) }).subtracting(wholes), wholes] {
      let found = smallest(cells)
      if !found.isEmpty { return found }
    }
    return smallest(Set(block.cells.indices))
  }
}
