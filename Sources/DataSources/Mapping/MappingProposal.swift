/// A proposal which column of a file is what, to be checked by a person.
public struct MappingProposal: Sendable {
  /// A column with its proposed use.
  public struct Assignment: Sendable {
    /// The canonical name.
    public let target: AliasTable.Target
    /// The column.
    public let column: FileInspection.Column
    /// The column's position, 1 for the first.
    public let position: Int
    /// Why: whose alias the header is, and what the values say.
    public let evidence: String
  }

  /// A column with the reason why it has no use.
  public struct Leftover: Sendable {
    /// The column.
    public let column: FileInspection.Column
    /// The column's position, 1 for the first.
    public let position: Int
    /// Why.
    public let reason: String
  }

  /// The identifier of the input.
  public let input: String
  /// The inspection the proposal rests on.
  public let inspection: FileInspection
  /// The system whose export this is, where the headers tell.
  public let vendor: AliasTable.Vendor?
  /// Proposed uses, in the order of the table of aliases.
  public let assignments: [Assignment]
  /// Columns to drop.
  public let dropped: [Leftover]
  /// Columns that a person must decide on, conflicts included.
  public let undecided: [Leftover]
  /// Canonical names that several columns claim, with the columns; none of them is assigned.
  public let conflicts: [(target: AliasTable.Target, columns: [FileInspection.Column])]

  /// Reads a file and proposes a mapping.
  public static func propose(
    path: String, input: String, format: TextFormat = TextFormat(), showValues: Bool = false
  ) throws(SourceProblems) -> MappingProposal {
    MappingProposal(
      try FileInspection.inspect(path: path, format: format, showValues: showValues), input: input)
  }

  /// Makes a proposal from an inspection.
  public init(_ inspection: FileInspection, input: String) {
    self.input = input
    self.inspection = inspection
    let vendor = AliasTable.vendor(of: inspection.columns.map(\.header))
    self.vendor = vendor
    var claims: [String: [(position: Int, match: AliasTable.Match)]] = [:]
    var dropped: [Leftover] = []
    var undecided: [Leftover] = []
    for (index, column) in inspection.columns.enumerated() {
      func leave(_ reason: String) -> Leftover {
        Leftover(column: column, position: index + 1, reason: reason)
      }
      let match = AliasTable.match(column.header)
      if match?.target.id == "birth_date" {
        dropped.append(leave("full dates of birth; export an age band instead"))
      } else if case .identifier(let reason) = column.type {
        dropped.append(leave(reason))
      } else if case .empty = column.type {
        dropped.append(leave("no values"))
      } else if let match {
        if let objection = Self.objection(to: match.target, column) {
          undecided.append(leave(objection))
        } else {
          claims[match.target.id, default: []].append((index, match))
        }
      } else if column.type == .key {
        dropped.append(leave("a key that is not needed"))
      } else {
        undecided.append(leave("no alias; \(column.type.name)"))
      }
    }
    var assignments: [Assignment] = []
    var conflicts: [(target: AliasTable.Target, columns: [FileInspection.Column])] = []
    for target in AliasTable.targets {
      guard let claim = claims[target.id] else { continue }
      let preferred = claim.filter { entry in
        vendor.map { entry.match.vendors.contains($0) } ?? false
      }
      let winners = claim.count > 1 && preferred.count == 1 ? preferred : claim
      if winners.count > 1 {
        conflicts.append((target, winners.map { inspection.columns[$0.position] }))
      }
      for (position, match) in claim {
        let column = inspection.columns[position]
        if winners.count == 1, winners[0].position == position {
          assignments.append(
            Assignment(
              target: target, column: column, position: position + 1,
              evidence: Self.evidence(match, column)))
        } else {
          undecided.append(
            Leftover(
              column: column, position: position + 1,
              reason: winners.count > 1
                ? "one of \(winners.count) columns that could be \(target.id)"
                : "could be \(target.id), which another column is"))
        }
      }
    }
    self.assignments = assignments
    self.dropped = dropped
    self.undecided = undecided.sorted { $0.position < $1.position }
    self.conflicts = conflicts
  }

  /// Why the values of a column speak against a use that its header suggests.
  private static func objection(
    to target: AliasTable.Target, _ column: FileInspection.Column
  ) -> String? {
    switch (target.kind, column.type) {
    case (.date, .date), (.key, _): return nil
    case (.date, _): return "named like \(target.id), but the values are no dates"
    case (.measure, .number): return nil
    case (.measure, _): return "named like \(target.id), but the values are no numbers"
    case (.characteristic, .number):
      return "named like \(target.id), but the values are numbers; export bands instead"
    case (.characteristic, .date), (.structure, .date):
      return "named like \(target.id), but the values are dates"
    default: break
    }
    if target.id == "gender", let share = column.genderShare, share < 0.5 {
      return "named like gender, but most labels are no known answer"
    }
    return nil
  }

  private static func evidence(
    _ match: AliasTable.Match, _ column: FileInspection.Column
  ) -> String {
    var evidence = "alias of \(match.vendors.map(\.rawValue).joined(separator: ", "))"
    evidence += "; \(column.type.name)"
    if match.target.id == "gender", let share = column.genderShare {
      evidence += "; \(Int((share * 100).rounded()))% of the labels are known answers"
    }
    return evidence
  }

  /// The proposal's reasons, a line per column.
  public var evidence: [String] {
    var lines = [
      vendor.map { "The headers are those of \($0.rawValue)." }
        ?? "The headers are not those of one known system."
    ]
    for entry in assignments {
      lines.append("\(entry.target.id) <- \"\(entry.column.title)\": \(entry.evidence)")
    }
    for conflict in conflicts {
      let titles = conflict.columns.map { "\"\($0.title)\"" }.joined(separator: ", ")
      lines.append("conflict: \(conflict.target.id) could be \(titles); choose one")
    }
    for entry in undecided { lines.append("undecided: \"\(entry.column.title)\": \(entry.reason)") }
    for entry in dropped { lines.append("drop: \"\(entry.column.title)\": \(entry.reason)") }
    return lines
  }
}
