import Estimates

/// Chooses which cells of a block are published so that no protected cell follows from them.
///
/// Cells are offered one after another, coarse and large ones first. Each is published unless it
/// would
/// - let a protected cell be worked out by additions and subtractions, in exact arithmetic over all
///   tables of the block at once;
/// - let the one person of a one-person cell, who knows it, work out another protected cell;
/// - leave a line with a remainder of fewer people than the threshold, or differ by so few from a
///   published cell that contains it.
struct SecondarySuppression {
  /// What is to be protected, and what is offered.
  struct Problem {
    /// The block.
    let block: SuppressionBlock
    /// How many people a remainder must have, unless it is nobody.
    let threshold: Int
    /// The cells that may be published.
    var isOffered: [Bool]
    /// The cells that must not be worked out.
    var isProtected: [Bool]
    /// Cells hidden to protect others: they must not be worked out either.
    var isWithheld: [Bool]
    /// The protected cells that one person knows because it is about nobody else.
    var isSingleton: [Bool]
    /// Where numbers are about fewer people than the cell holds (pay of those who are paid): how
    /// many people each offered number is about.
    var contributors: [Int?]?
  }

  private struct Crowd {
    var members = 0
    var singletons = 0
  }

  private let problem: Problem
  private var space: QuotientSpace
  private let field = PrimeField.suppression
  private(set) var isPublished: [Bool]
  /// For each protected cell, the one that stands for it and all parallel to it from the start.
  private var representative: [Int?]
  /// How many protected cells, and how many singletons, have a direction.
  private var crowds: [UInt64: Crowd] = [:]
  private var isCrowdSingleton: [Bool]

  /// Whether a cell's value follows from what is published.
  func isKnown(_ cell: Int) -> Bool { space.isKnown(cell) }

  /// The classes of the cells after all is published.
  var classes: [SparseVector] { space.classes }

  /// Offers every cell in order.
  init(_ problem: Problem, basis: FreeCellBasis) {
    let count = problem.block.cells.count
    self.problem = problem
    space = QuotientSpace(basis, in: field)
    isPublished = [Bool](repeating: false, count: count)
    representative = [Int?](repeating: nil, count: count)
    isCrowdSingleton = [Bool](repeating: false, count: count)
    var first: [SparseVector: Int] = [:]
    for cell in 0..<count where problem.isProtected[cell] {
      let direction = space.classes[cell].direction(in: field)
      let stand = first[direction] ?? cell
      first[direction] = stand
      representative[cell] = stand
      if problem.isSingleton[cell] { isCrowdSingleton[stand] = true }
    }
    for cell in 0..<count where representative[cell] == cell {
      join(cell, space.classes[cell].fingerprint(in: field))
    }
    for cell in 0..<count where problem.isOffered[cell] { offer(cell) }
  }

  private mutating func offer(_ cell: Int) {
    guard !problem.isProtected[cell], !problem.isWithheld[cell] else { return }
    guard let consequence = space.consequence(ofPublishing: cell) else {
      if leavesNoSmallRemainder([cell], publishing: cell) { isPublished[cell] = true }
      return
    }
    let newlyKnown = consequence.newlyKnown
    guard !newlyKnown.contains(where: { problem.isProtected[$0] || problem.isWithheld[$0] }),
      leavesNoSmallRemainder(newlyKnown, publishing: cell),
      moveCrowds(consequence)
    else { return }
    space.apply(consequence)
    isPublished[cell] = true
  }

  private mutating func join(_ cell: Int, _ direction: UInt64) {
    crowds[direction, default: Crowd()].members += 1
    if isCrowdSingleton[cell] { crowds[direction, default: Crowd()].singletons += 1 }
  }

  private mutating func leave(_ cell: Int, _ direction: UInt64) {
    guard var crowd = crowds[direction] else { return }
    crowd.members -= 1
    if isCrowdSingleton[cell] { crowd.singletons -= 1 }
    crowds[direction] = crowd.members > 0 ? crowd : nil
  }

  /// Moves the protected cells a publication affects to their new directions; undone, with `false`,
  /// if a singleton would then share its direction with another protected cell.
  private mutating func moveCrowds(_ consequence: QuotientSpace.Consequence) -> Bool {
    let moved = consequence.changes.filter { representative[$0.cell] == $0.cell }
      .map { change in
        (
          cell: change.cell, from: space.classes[change.cell].fingerprint(in: field),
          to: change.vector.fingerprint(in: field)
        )
      }
    for change in moved { leave(change.cell, change.from) }
    for change in moved { join(change.cell, change.to) }
    let isSafe = moved.allSatisfy { change in
      guard let crowd = crowds[change.to] else { return true }
      return crowd.members == 1 || crowd.singletons == 0
    }
    if isSafe { return true }
    for change in moved { leave(change.cell, change.to) }
    for change in moved { join(change.cell, change.from) }
    return false
  }

  /// Whether no line and no pair of nested cells is left with a small remainder.
  private func leavesNoSmallRemainder(_ newlyKnown: [Int], publishing cell: Int) -> Bool {
    let fresh = Set(newlyKnown)
    func isKnown(_ other: Int) -> Bool {
      if problem.contributors != nil { return other == cell || isPublished[other] }
      return fresh.contains(other) || space.isKnown(other)
    }
    for known in newlyKnown where isKnown(known) {
      for line in problem.block.linesOfCell[known]
      where hasSmallRemainder(problem.block.lines[line], isKnown: isKnown) {
        return false
      }
      guard let people = problem.block.counts[known] else { continue }
      for ancestor in problem.block.ancestors(of: known) where isKnown(ancestor) {
        let all = problem.block.counts[ancestor] ?? people
        if (1..<problem.threshold).contains(all - people) { return false }
      }
    }
    return true
  }

  /// Whether the unknown cells of a line add up to fewer people than the threshold.
  ///
  /// Where the unknown cells have different signs, their sum is no number of people.
  private func hasSmallRemainder(_ line: CellSystem.Line, isKnown: (Int) -> Bool) -> Bool {
    let hidden = line.terms.filter { !isKnown($0.cell) }
    guard let sign = hidden.first?.coefficient.signum(),
      hidden.allSatisfy({ $0.coefficient.signum() == sign })
    else { return false }
    if let contributors = problem.contributors {
      let shown = line.terms.filter { isKnown($0.cell) }
      let numbers = shown.compactMap { term in
        contributors[term.cell].map { $0 * term.coefficient }
      }
      if numbers.count == shown.count {
        let rest = -sign * numbers.reduce(0, +)
        if (1..<problem.threshold).contains(rest) { return true }
      }
    }
    let people = hidden.compactMap { problem.block.counts[$0.cell] }
    guard people.count == hidden.count else { return false }
    let weights = hidden.map { abs($0.coefficient) }
    return (1..<problem.threshold).contains(zip(people, weights).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
