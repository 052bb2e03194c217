/// Why a release may not join those before it.
public struct LedgerRefusal: Error, Sendable, Hashable {
  /// Every problem, by kind and cell.
  public let problems: [LedgerProblem]

  init(_ problems: [LedgerProblem]) { self.problems = problems }

  /// How many cells are concerned.
  public var cells: Int { Set(problems.map(\.cell)).count }

  /// The tables concerned, in order, each once.
  public var tables: [String] { Set(problems.flatMap(\.tables)).sorted() }

  /// What may be shown to anyone: how many cells, in which tables, and what can be done.
  ///
  /// It names no cell and no level of a sensitive attribute that the configuration does not name.
  public var publicLines: [String] {
    let counted = cells == 1 ? "1 number" : "\(cells) numbers"
    var lines = [
      "with the releases before it and its own earlier quarters, \(counted) of this one would tell"
        + " too much about few people"
    ]
    if !tables.isEmpty { lines.append("tables: \(tables.joined(separator: ", "))") }
    let isUnaudited = problems.contains { $0.kind == .unaudited || $0.kind == .unmapped }
    if isUnaudited { lines.append("some of it could not be audited, which counts as unsafe") }
    let all = Set(problems.flatMap(\.remedies))
    let order: [LedgerProblem.Remedy] = [.map, .keepPrevious, .yearly, .coarsen, .hide]
    lines.append(
      "fix, in this order: "
        + order.filter { all.contains($0) }.map(\.rawValue).joined(separator: "; or "))
    return lines
  }

  /// Every problem with its cell, for the private log only.
  public var privateLines: [String] { problems.map(\.privateLine) }
}
