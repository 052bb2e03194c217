import Estimates
import Ledger
import TestSupport

/// Small workforces for tests: who is where, and the release that shows it.
enum Workforce {
  static let secret = Array("a test secret of 32 bytes or so.".utf8)
  static let departments = ["Ops", "Sales"]
  static let answers = ["Yes", "No"]

  static func key(_ secret: [UInt8] = secret) throws(LedgerError) -> LedgerKey {
    guard let key = LedgerKey(secret: secret) else { throw .misfit }
    return key
  }

  /// A person: a pseudonym, the position of the department, the position of the answer, pay.
  struct Person {
    let id: String
    let department: Int
    let answer: Int
    var pay: Int?

    init(_ id: String, _ department: Int, _ answer: Int, pay: Int? = nil) {
      self.id = id
      self.department = department
      self.answer = answer
      self.pay = pay
    }
  }

  /// People of a department, numbered from a start, the first `yes` of them with the answer Yes.
  static func people(_ count: Int, yes: Int, in department: Int, from start: Int = 0) -> [Person] {
    (0..<count).map { Person("p\(start + $0)", department, $0 < yes ? 0 : 1) }
  }

  static func states(
    _ quarters: [(String, [Person])], departments: [String] = departments,
    merges: [AttributeDefinition.Merge] = []
  ) throws(LedgerError) -> ContributorStates {
    let key = try key()
    return try ContributorStates(
      quarters.map { quarter, people in
        ContributorStates.Listing(
          population: "workforce", period: quarter,
          definitions: [
            AttributeDefinition(attribute: "department", levels: departments),
            AttributeDefinition(attribute: "disability", levels: answers, merges: merges),
          ], measures: ["pay"],
          contributors: people.map {
            Contributor(
              person: ContributorHash(person: $0.id, key: key),
              levels: [$0.department, $0.answer], amounts: [$0.pay])
          })
      }, key: key)
  }

  static func cell(_ quarter: String, _ conditions: [(String, String)] = []) -> CellKey {
    CellKey(
      "workforce",
      conditions.map { CellKey.Condition($0.0, $0.1) } + [CellKey.Condition("quarter", quarter)])
  }

  /// A release that shows, for each department, everyone and those with the answer Yes.
  static func release(
    _ quarters: [(String, [Person])], digest: String? = nil, hides: [CellKey] = [],
    means: [LedgerCell] = [], departments: [String] = departments, hasStates: Bool = true
  ) throws(LedgerError) -> LedgerRelease {
    var cells: [LedgerCell] = means
    for (quarter, people) in quarters {
      for (position, department) in departments.enumerated() {
        let own = people.filter { $0.department == position }
        for (key, count) in [
          (cell(quarter, [("department", department)]), own.count),
          (
            cell(quarter, [("department", department), ("disability", "Yes")]),
            own.count { $0.answer == 0 }
          ),
        ] {
          cells.append(
            LedgerCell(
              key, hides.contains(key) ? .hidden : .count(count),
              tables: ["representation/disability/department"]))
        }
      }
    }
    let last = quarters.map(\.0).max() ?? "2025Q1"
    return try LedgerRelease(
      digest: digest ?? "results of \(last)", period: last,
      floors: LedgerEntry.Floors(threshold: 5, payThreshold: 10, fewestMovers: 10), cells: cells,
      states: hasStates ? try states(quarters, departments: departments) : nil)
  }

  static func policy(threshold: Int = 5) throws(LedgerError) -> LedgerPolicy {
    guard let policy = LedgerPolicy(threshold: threshold, sensitive: ["disability"]) else {
      throw .misfit
    }
    return policy
  }

  /// The chain after some releases, read back from its bytes.
  static func chain(_ releases: [LedgerRelease]) throws -> LedgerChain {
    let key = try key()
    var chain = LedgerChain(key: key)
    var lines: [UInt8] = []
    for release in releases {
      guard let addition = try chain.adding(release) else { continue }
      lines += addition.line
      chain = try LedgerChain(lines: lines, head: addition.head, key: key)
    }
    return chain
  }
}
