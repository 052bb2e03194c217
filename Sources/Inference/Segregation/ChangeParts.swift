import Aggregates
import Estimates

/// The parts of the change of an index within the units and groups that both dates have.
struct ChangeParts {
  /// A part with its standard error, where it has one.
  struct Part {
    var value: Double
    var standardError: Double?
  }

  var units: Part
  var groups: Part
  var interaction: Double?
  var structure: Part
  /// What each of the shared units and groups has of the structure, where the method says.
  var structureByUnit: [Double] = []
  var structureByGroup: [Double] = []
  var iterations = 0
}

/// Why a change cannot be taken apart.
struct ChangeProblem: Error {
  let reason: String
}

/// An index with how it answers to one more person of each cell.
struct ChangingIndex {
  /// The index of counts without a problem, in the unit it is reported in.
  let value: (SegregationCounts) -> Double
  /// What one more person of each cell does to it, 0 on average over everyone; `nil` for a method
  /// without standard errors.
  var influence: ((SegregationCounts) -> [Double])?

  /// The standard error of the index.
  func standardError(_ counts: SegregationCounts) -> Double? {
    influence.map { Self.standardError(counts, $0(counts)) }
  }

  /// The standard error of the index of everyone less that of some of them.
  func standardError(_ everyone: SegregationCounts, less some: SegregationCounts) -> Double? {
    guard let influence else { return nil }
    var values = influence(everyone)
    let (inner, scale) = (influence(some), everyone.people / some.people)
    var row = 0
    for (unit, place) in some.rows.enumerated() {
      while everyone.rows[row] < place { row += 1 }
      var column = 0
      for (group, place) in some.columns.enumerated() {
        while everyone.columns[column] < place { column += 1 }
        values[row * everyone.groupCount + column] -= scale * inner[unit * some.groupCount + group]
      }
    }
    return Self.standardError(everyone, values)
  }

  private static func standardError(_ counts: SegregationCounts, _ influence: [Double]) -> Double {
    let squares = zip(counts.cells, influence).reduce(0.0) { $0 + Double($1.0) * $1.1 * $1.1 }
    return squares.squareRoot() / counts.people
  }
}

extension SegregationChangeResult {
  /// The change of an index between two tables, with the parts of what both share.
  init(
    earlier: ContingencyTable, later: ContingencyTable, hasInteraction: Bool = false,
    stamp: MethodStamp, index: ChangingIndex,
    parts: (SharedCounts) throws(ChangeProblem) -> ChangeParts
  ) {
    let dates = [SegregationCounts(earlier), SegregationCounts(later)]
    let words = ["earlier", "later"]
    let problems = zip(dates, words).map { counts, word in
      counts.problem.map { "At the \(word) date: \($0)" }
    }
    let problem = Self.mismatch(earlier, later) ?? problems[0] ?? problems[1]
    let shared = problem == nil ? SharedCounts(earlier: earlier, later: later) : nil
    var (inside, fitting): (ChangeParts?, String?) = (nil, problem ?? shared?.problem)
    if let shared, shared.problem == nil {
      do throws(ChangeProblem) { inside = try parts(shared) } catch { fitting = error.reason }
    }
    let wholes = zip(dates, problems).map { counts, problem in
      problem == nil ? index.value(counts) : nil
    }
    let errors = zip(dates, problems).map { counts, problem in
      problem == nil ? index.standardError(counts) : nil
    }
    func outcome(_ value: Double?, _ error: Double?, _ reason: String?) -> Outcome {
      guard let value else { return .notEstimable(reason: reason ?? "") }
      // An error of 0 to rounding says nothing of uncertainty.
      return .estimate(value, standardError: error.flatMap { $0 > 1e-12 * abs(value) ? $0 : nil })
    }
    func outcome(_ part: ChangeParts.Part?) -> Outcome {
      outcome(part?.value, part?.standardError, fitting)
    }
    func beyond(_ date: Int, _ some: SegregationCounts?, sign: Double) -> Outcome {
      guard let some, shared?.problem == nil, let whole = wholes[date] else {
        return .notEstimable(reason: fitting ?? "")
      }
      return outcome(
        sign * (whole - index.value(some)), index.standardError(dates[date], less: some), nil)
    }
    var (change, error): (Double?, Double?) = (nil, nil)
    if problem == nil, let first = wholes[0], let second = wholes[1] {
      change = second - first
      if let one = errors[0], let other = errors[1] {
        error = (one * one + other * other).squareRoot()
      }
    }
    self.init(
      earlier: outcome(wholes[0], errors[0], problems[0]),
      later: outcome(wholes[1], errors[1], problems[1]),
      change: outcome(change, error, problem),
      units: outcome(inside?.units), groups: outcome(inside?.groups),
      interaction: hasInteraction ? outcome(inside?.interaction, nil, fitting) : nil,
      structure: outcome(inside?.structure),
      structureByUnit: zip(shared?.unitNames ?? [], inside?.structureByUnit ?? [])
        .map { Term(name: $0, term: .estimate($1)) },
      structureByGroup: zip(shared?.groupNames ?? [], inside?.structureByGroup ?? [])
        .map { Term(name: $0, term: .estimate($1)) },
      additions: beyond(1, shared?.later, sign: 1),
      removals: beyond(0, shared?.earlier, sign: -1),
      unsharedUnits: shared?.unsharedUnits ?? [], unsharedGroups: shared?.unsharedGroups ?? [],
      iterations: inside?.iterations ?? 0, stamp: stamp)
  }

  private static func mismatch(_ earlier: ContingencyTable, _ later: ContingencyTable) -> String? {
    func differ(_ first: [String]?, _ second: [String]?) -> Bool {
      first != nil && second != nil && first != second
    }
    return earlier.rowCount != later.rowCount || earlier.columnCount != later.columnCount
      || differ(earlier.rowLabels, later.rowLabels)
      || differ(earlier.columnLabels, later.columnLabels)
      ? "The two tables do not have the same units and groups; one that has nobody is an empty row "
        + "or column." : nil
  }
}
