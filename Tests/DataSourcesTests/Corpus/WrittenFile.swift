import Aggregates
import DataSources
import Foundation

/// A small file written for one test, removed when the test lets go of it.
final class WrittenFile: Sendable {
  let path: String
  private let folder: URL

  /// Writes bytes to a file of a fresh folder.
  init(_ bytes: [UInt8], name: String = "employees.csv") throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-sources-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    path = file.path
  }

  /// Writes text in UTF-8.
  convenience init(_ text: String, name: String = "employees.csv") throws {
    try self.init(Array(text.utf8), name: name)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A path beside the file.
  func sibling(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

/// The workforce file that the malformed ones depart from.
enum SampleWorkforce {
  static let header = "person_id,gender,department,base_pay,hire_date"

  /// The attribute of the column `gender`.
  static let gender = Attribute(
    id: "gender", title: "Gender",
    levels: [
      Level("Women"), Level("Men"), Level("Another gender"), .declined, .blank, .notAsked,
    ])

  /// The attribute of the column `department`.
  static let department = Attribute(
    id: "department", title: "Department",
    levels: [Level("Finance"), Level("Müller Ward"), Level("007"), .blank])

  /// The declared columns.
  static let columns: [ColumnSchema] = [
    ColumnSchema(.header("person_id"), .key("person_id")),
    ColumnSchema(
      .header("gender"),
      .attribute(
        AttributeColumn(
          attribute: gender,
          labels: ["F": "Women", "M": "Men", "declined": "Prefer not to say"]))),
    ColumnSchema(.header("department"), .attribute(AttributeColumn(attribute: department))),
    ColumnSchema(
      .header("base_pay"),
      .measure(NumberColumn(id: "base_pay", title: "Base pay", unit: "USD/year"))),
    ColumnSchema(.header("hire_date"), .date(DateColumn(id: "hire_date"))),
  ]

  /// The schema of a file with these columns.
  static func schema(
    _ path: String, columns: [ColumnSchema] = columns, format: TextFormat = TextFormat(),
    kind: InputSchema.Kind = .snapshots, fingerprint: String? = nil
  ) -> InputSchema {
    InputSchema(
      id: "employees", kind: kind, path: path, format: format, columns: columns,
      headerFingerprint: fingerprint)
  }

  /// A row with these values, the others being ordinary.
  static func row(
    _ id: Int, gender: String? = nil, department: String? = nil, pay: String? = nil,
    hired: String? = nil
  ) -> String {
    let sex = gender ?? (id % 2 == 0 ? "F" : "M")
    let hire = hired ?? "20\(10 + id % 10)-0\(1 + id % 9)-1\(id % 9)"
    let unit = department ?? (id % 3 == 0 ? "007" : "Finance")
    return "K\(1000 + id * 37 % 991),\(sex),\(unit),\(pay ?? "\(40_000 + id * 311)"),\(hire)"
  }

  /// Rows 1...count.
  static func rows(_ count: Int) -> [String] { (1...count).map { row($0) } }

  /// A file with the ordinary header and these rows.
  static func file(_ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }
}

extension CheckReport {
  /// The problems with a code.
  func problems(_ code: String) -> [SourceProblem] { problems.filter { $0.code == code } }

  /// Code and exit code of every error, for comparison.
  var errorCodes: [String] {
    problems.filter { $0.severity == .error }.map(\.code)
  }
}
