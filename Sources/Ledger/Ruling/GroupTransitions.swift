import Estimates
import LinearPrograms

/// The transition table of one parent, cut by some sensitive attributes, between two periods.
///
/// States are the combinations of levels that somebody of the parent is in at one of the times.
struct GroupTransitions {
  /// The most states of a table.
  static let mostStates = 60

  /// Why no table can be made.
  enum Failure: Error {
    case solver(SolverFailure)
    case noStates
    case tooManyStates
  }

  /// What the audit found.
  struct Answer {
    fileprivate let group: ReleaseSide.Group
    fileprivate let states: [[String]]
    fileprivate let findings: [TransitionAudit.Finding]
    fileprivate let statesOf: (CellKey) -> Set<Int>

    /// The first narrow transition into or out of a cell, in words; of the whole group where none
    /// touches the cell but some is narrow.
    func narrow(for key: CellKey) -> String? {
      let narrow = findings.filter { !$0.isSafe }
      let own = statesOf(key)
      let finding = narrow.first { own.contains($0.from) || own.contains($0.to) } ?? narrow.first
      return finding.map {
        "\(name($0.from)) to \(name($0.to)) is from \($0.lower) to "
          + ($0.upper.map(String.init) ?? "any number")
      }
    }

    private func name(_ state: Int) -> String {
      states.indices.contains(state) ? states[state].joined(separator: " and ") : "absent"
    }
  }

  private let group: ReleaseSide.Group
  private let states: [[String]]
  private let table: TransitionTable
  private let published: [TransitionAudit.PublishedCount]
  private let definitions: [[AttributeDefinition]]

  init(
    _ group: ReleaseSide.Group, before: ReleaseSide, after: ReleaseSide
  ) throws(Failure) {
    let then = try Self.people(group, before)
    let now = try Self.people(group, after)
    var position: [[String]: Int] = [:]
    let states = Set((then.people + now.people).map(\.levels)).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    for (index, state) in states.enumerated() { position[state] = index }
    guard states.count <= Self.mostStates else { throw .tooManyStates }
    do {
      table = try TransitionTable(
        states: states.count,
        before: then.people.map { ($0.person, position[$0.levels] ?? 0) },
        after: now.people.map { ($0.person, position[$0.levels] ?? 0) })
    } catch {
      throw .noStates
    }
    var published: [TransitionAudit.PublishedCount] = []
    for (side, time, definitions) in [
      (before, TransitionAudit.Time.before, then.definitions),
      (after, TransitionAudit.Time.after, now.definitions),
    ] {
      for other in side.groups.keys.sorted()
      where other.parent == group.parent && !other.attributes.isEmpty
        && Set(group.attributes).isSuperset(of: other.attributes)
      {
        for count in side.groups[other] ?? [] {
          // What cannot be told must not pass as knowing less.
          guard side.contributors(count.key)?.count == count.people else { throw .noStates }
          let cell = Self.states(of: count.key, group, states, definitions)
          published.append(TransitionAudit.PublishedCount(time, states: cell.sorted()))
        }
      }
    }
    self.group = group
    self.states = states
    self.published = published
    definitions = [then.definitions, now.definitions]
  }

  func audit(
    policy: LedgerPolicy, solver: any LinearProgramSolver
  ) throws(Failure) -> Answer {
    do {
      let audit = try TransitionAudit(
        table, published: published, threshold: policy.threshold, isShortened: true,
        solver: solver, iterationLimit: policy.iterationLimit)
      let (group, states, definitions) = (group, states, definitions)
      return Answer(group: group, states: states, findings: audit.findings) { key in
        definitions.reduce(into: Set<Int>()) {
          $0.formUnion(Self.states(of: key, group, states, $1))
        }
      }
    } catch {
      throw .solver(error)
    }
  }

  /// The people of the parent at a time, ascending, with their levels.
  private static func people(
    _ group: ReleaseSide.Group, _ side: ReleaseSide
  ) throws(Failure) -> (
    people: [(person: ContributorHash, levels: [String])], definitions: [AttributeDefinition]
  ) {
    guard let states = side.states, let part = side.part(group.parent.population),
      let rows = states.rows(of: side.full(group.parent), in: part)
    else { throw .noStates }
    let columns = group.attributes.compactMap { attribute in
      part.definitions.firstIndex { $0.attribute == attribute }
    }
    guard columns.count == group.attributes.count else { throw .noStates }
    let width = part.definitions.count
    return (
      rows.map { row in
        (
          states.people[Int(part.members[row])],
          columns.map { part.definitions[$0].levels[Int(part.levels[row * width + $0])] }
        )
      }, columns.map { part.definitions[$0] }
    )
  }

  /// The states that a cell of the group holds.
  private static func states(
    of key: CellKey, _ group: ReleaseSide.Group, _ states: [[String]],
    _ definitions: [AttributeDefinition]
  ) -> Set<Int> {
    var members: [Int: Set<String>] = [:]
    for (column, definition) in definitions.enumerated() {
      guard let label = key.level(of: definition.attribute) else { continue }
      members[column] = Set(
        (definition.positions(of: label) ?? []).map { definition.levels[$0] })
    }
    return Set(
      states.indices.filter { state in
        members.allSatisfy { $0.value.contains(states[state][$0.key]) }
      })
  }
}

extension GroupTransitions.Failure: CustomStringConvertible {
  var description: String {
    switch self {
    case .solver(let failure): failure.description
    case .noStates: "who contributed is not known"
    case .tooManyStates: "there are more than \(GroupTransitions.mostStates) states"
    }
  }
}
