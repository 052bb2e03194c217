import Foundation
import TestSupport

@testable import Inference

extension Fixtures {
  static let survivalR = "Tests/InferenceTests/Fixtures/survival-r.csv"
  /// The fields of each spell of the data sets, the header first.
  static let survivalLines = Result {
    try String(
      contentsOf: ProjectFolder.file("Tests/InferenceTests/Fixtures/survival-spells.csv"),
      encoding: .utf8
    ).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension SurvivalRecords {
  /// The spells of a data set; people without a value in one of the columns are left out.
  ///
  /// `unlate` are the careers counted from each one's own entry.
  static func data(
    _ name: String, columns: [String] = [], stratified: Bool = false
  ) throws -> SurvivalRecords {
    let file = name == "unlate" ? "careers" : name
    let lines = try Fixtures.survivalLines.get()
    guard let header = lines.first else { throw ReadingProblem.impossibleCounts }
    var strata: [String] = []
    var spells: [SurvivalSpell] = []
    for line in lines where line[0] == file {
      let field = Dictionary(uniqueKeysWithValues: zip(header, line))
      let values = columns.map { Double(field[$0] ?? "") }
      guard let entry = Int(field["entry"] ?? ""), let exit = Int(field["exit"] ?? ""),
        let cause = Int(field["cause"] ?? ""), let group = Int(field["group"] ?? ""),
        let stratum = field["stratum"]
      else { throw ReadingProblem.impossibleCounts }
      let covariates = values.compactMap { $0 }
      if covariates.count < values.count || (stratified && stratum == "99") { continue }
      if !strata.contains(stratum) { strata.append(stratum) }
      let late = name == "unlate" ? entry : 0
      spells.append(
        SurvivalSpell(
          entry: entry - late, exit: exit - late, cause: cause, group: group,
          stratum: stratified ? strata.firstIndex(of: stratum) ?? 0 : 0, covariates: covariates))
    }
    guard
      let records = SurvivalRecords(
        spells,
        groups: ["0", "1", "2"].filter { group in
          spells.contains { "\($0.group)" == group }
        }, causes: ["First", "Second"], strata: stratified ? strata : ["All"],
        covariates: columns)
    else { throw ReadingProblem.impossibleCounts }
    return records
  }

  private static let plain = Dictionary(
    uniqueKeysWithValues: ["lung", "aml", "careers", "unlate"].map { name in
      (name, Result { try SurvivalRecords.data(name) })
    })

  /// The data of a reference value.
  init(_ row: ReferenceValue) throws {
    if row.arguments["columns"] == nil, row.arguments["strata"] != "stratum",
      let known = Self.plain[row.arguments["data"] ?? ""]
    {
      self = try known.get()
      return
    }
    let columns = (row.arguments["columns"] ?? "").split(separator: " ").map(String.init)
    self = try .data(
      row.arguments["data"] ?? "", columns: columns,
      stratified: row.arguments["strata"] == "stratum")
  }

  /// Small records: entry, exit, cause and group of each person.
  static func people(
    _ people: [(Int, Int, Int, Int)], causes: [String] = ["First", "Second"]
  ) throws -> SurvivalRecords {
    guard
      let records = SurvivalRecords(
        people.map { SurvivalSpell(entry: $0.0, exit: $0.1, cause: $0.2, group: $0.3) },
        groups: ["Focal", "Reference"], causes: causes)
    else { throw ReadingProblem.impossibleCounts }
    return records
  }

  /// Records made up at random: small times, so that there are ties, and late entries.
  static func random(
    _ count: Int, groups: Int, covariates: Int = 0, late: Bool = true,
    using generator: inout SeededGenerator
  ) throws -> SurvivalRecords {
    let spells = (0..<count).map { _ in
      let entry = late ? Int.random(in: 0...3, using: &generator) : 0
      return SurvivalSpell(
        entry: entry, exit: entry + Int.random(in: 1...6, using: &generator),
        cause: Int.random(in: 0...2, using: &generator),
        group: Int.random(in: 0..<groups, using: &generator),
        covariates: (0..<covariates).map { _ in
          Double(Int.random(in: -3...3, using: &generator))
        })
    }
    guard
      let records = SurvivalRecords(
        spells, groups: (0..<groups).map { "\($0)" }, causes: ["First", "Second"],
        covariates: (0..<covariates).map { "x\($0)" })
    else { throw ReadingProblem.impossibleCounts }
    return records
  }
}

extension EventOfInterest {
  /// The event of a reference value.
  init(_ row: ReferenceValue) {
    self = Int(row.arguments["event"] ?? "").map { .cause($0) } ?? .any
  }
}

extension SurvivalOutcome {
  /// Why there is no result, if there is none.
  var reason: String? {
    if case .notEstimable(let reason) = self { reason } else { nil }
  }
}
