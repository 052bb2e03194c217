import SyntheticWorkforce
import Testing

/// The files of the published seed, made once, and their rows.
enum PublishedWorkforce {
  static let files = HealthTechWorkforce(seed: HealthTechWorkforce.publishedSeed).files()

  static func text(_ path: String) throws -> String {
    try #require(files.first { $0.path == path }).text
  }

  static func rows(_ path: String) throws -> [WorkforceRow] {
    try #require(tables[path])
  }

  private static let tables: [String: [WorkforceRow]] = Dictionary(
    uniqueKeysWithValues: files.map { file in
      let lines = file.text.utf8.split(separator: UInt8(ascii: "\n"))
      let header = (lines.first.map(WorkforceRow.split) ?? []).enumerated()
      let positions = Dictionary(uniqueKeysWithValues: header.map { ($0.element, $0.offset) })
      return (
        file.path,
        lines.dropFirst().map { WorkforceRow(positions: positions, fields: WorkforceRow.split($0)) }
      )
    })
}

/// A row whose fields are found by column.
struct WorkforceRow {
  let positions: [Substring: Int]
  let fields: [Substring]

  subscript(column: Substring) -> Substring {
    guard let position = positions[column], position < fields.count else { return "?" }
    return fields[position]
  }

  static func split(_ line: Substring.UTF8View) -> [Substring] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }
}
