import Foundation
import TestSupport
import Testing

@testable import Commands

/// Runs a whole report over files that are wrong in one way each.
@Suite("Malformed inputs")
struct MalformedInputTests {
  /// One bad file: what is wrong with it, its bytes and the exit code it must lead to.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let code: Int32

    init(_ name: String, _ text: String, _ code: Int32) {
      self.name = name
      bytes = Array(text.utf8)
      self.code = code
    }

    init(_ name: String, bytes: [UInt8], _ code: Int32) {
      self.name = name
      self.bytes = bytes
      self.code = code
    }

    var testDescription: String { name }
  }

  private static let header = "id,gender,pay,hired\n"

  /// Forty people who are fine, with one line put in front of them.
  private static func people(_ line: String) -> String {
    header + line
      + (0..<40).map { index in
        let code = String(7919 * (index + 13) % 104_729 + 100_000, radix: 36)
        let year = 2001 + (index * 7) % 19
        return
          "\(code),\(index % 2 == 0 ? "Women" : "Men"),\(3000 + index * 37).50,\(year)-03-0\(index % 9 + 1)\n"
      }.joined()
  }

  static let cases: [Case] = [
    Case("fine", people(""), 0),
    Case("empty file", "", 65),
    Case("header only", header, 65),
    Case("no trailing newline", String(people("").dropLast()), 0),
    Case("carriage returns and line feeds", people("").replacingLines(with: "\r\n"), 0),
    Case("lone carriage returns", people("").replacingLines(with: "\r"), 65),
    Case("unterminated quote", people("\"zz1,Women,3000.00,2001-01-01\n"), 65),
    Case("text after a closing quote", people("\"zz1\"x,Women,3000.00,2001-01-01\n"), 65),
    Case("quote in a bare field", people("z\"z1,Women,3000.00,2001-01-01\n"), 65),
    Case("short row", people("zz1,Women\n"), 65),
    Case("long row", people("zz1,Women,3000.00,2001-01-01,more\n"), 65),
    Case("duplicate header", "id,gender,pay,pay,hired\nzz1,Women,1.00,1.00,2001-01-01\n", 65),
    Case("empty header name", "id,gender,pay,hired,\nzz1,Women,1.00,2001-01-01,\n", 65),
    Case("undeclared column", "id,gender,pay,hired,shoe\nzz1,Women,1.00,2001-01-01,9\n", 78),
    Case("missing column", "id,gender,pay\nzz1,Women,1.00\n", 78),
    Case("byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array(people("").utf8), 0),
    Case(
      "UTF-16 with a byte order mark",
      bytes: [0xFF, 0xFE] + people("").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, 0),
    Case(
      "invalid UTF-8",
      bytes: Array(people("").utf8) + Array("zz1,W".utf8) + [0xC0, 0xAF]
        + Array(",3000.00,2001-01-01\n".utf8), 65),
    Case("NUL bytes", bytes: Array(people("z\u{0}z,Women,3000.00,2001-01-01\n").utf8), 65),
    Case("unknown label", people("zz1,Wmen,3000.00,2001-01-01\n"), 65),
    Case("not a number", people("zz1,Women,NaN,2001-01-01\n"), 65),
    Case("infinity", people("zz1,Women,inf,2001-01-01\n"), 65),
    Case("hexadecimal", people("zz1,Women,0x10,2001-01-01\n"), 65),
    Case("exponent", people("zz1,Women,1e400,2001-01-01\n"), 65),
    Case("thousands", people("zz1,Women,\"3,000.00\",2001-01-01\n"), 65),
    Case("currency sign", people("zz1,Women,$3000,2001-01-01\n"), 65),
    Case("more than 64 bits", people("zz1,Women,99999999999999999999.00,2001-01-01\n"), 65),
    Case("31 February", people("zz1,Women,3000.00,2001-02-31\n"), 65),
    Case("year 9999", people("zz1,Women,3000.00,9999-01-01\n"), 65),
    Case(
      "twice the same person", people("zz1,Women,3000.00,2001-01-01\nzz1,Men,1.00,2001-01-01\n"), 65
    ),
    Case(
      "e-mail addresses",
      "id,gender,pay,hired,contact\n"
        + (0..<30).map { "z\($0 * 7919 % 997)q,Women,3000.00,2001-01-01,p\($0)@example.org\n" }
        .joined(), 77),
    Case("suppressed cells fed back", people("zz1,Women,<5,2001-01-01\n"), 65),
  ]

  static let configuration = """
    schema = 1
    [organisation]
    name = "Example"
    currency = "EUR"
    [period]
    quarter = "2025Q3"
    snapshot = 2025-09-30
    [inputs.employees]
    kind = "snapshots"
    path = "employees.csv"
    [mapping.employees]
    person_id = "id"
    gender = "gender"
    pay = { column = "pay", unit = "EUR/month", title = "Pay", scale = 2, minimum = 0, maximum = 1000000 }
    hire_date = { column = "hired", format = "yyyy-MM-dd" }
    [attributes.gender]
    title = "Gender"
    role = "characteristic"
    levels = ["Women", "Men"]
    reference = "Men"
    """

  @Test("leads to its exit code and leaves nothing behind", arguments: cases)
  func malformed(file: Case) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(Self.configuration.utf8).write(to: URL(fileURLWithPath: "\(folder)/parity.toml"))
    try Data(file.bytes).write(to: URL(fileURLWithPath: "\(folder)/employees.csv"))
    let code = await CommandEntry.run([
      "report", "\(folder)/parity.toml", "--out", "\(folder)/out",
    ])
    #expect(code == file.code)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let expected =
      code == 0 ? ["employees.csv", "out", "parity.toml"] : ["employees.csv", "parity.toml"]
    #expect(left.filter { $0 != ".parity" } == expected)
  }
}

extension String {
  fileprivate func replacingLines(with ending: String) -> String {
    replacingOccurrences(of: "\n", with: ending)
  }
}
