import Aggregates
import DataSources
import Foundation
import TestSupport
import Testing

@Suite("Input checker")
struct InputCheckerTests {
  private func check(
    _ text: String, columns: [ColumnSchema] = SampleWorkforce.columns,
    format: TextFormat = TextFormat(), fingerprint: String? = nil
  ) throws -> CheckReport {
    let file = try WrittenFile(text)
    return try InputChecker(
      schema: SampleWorkforce.schema(
        file.path, columns: columns, format: format, fingerprint: fingerprint)
    ).check()
  }

  @Test("every problem is found in one pass, with its rows")
  func everything() throws {
    let report = try check(
      SampleWorkforce.file(
        SampleWorkforce.rows(6) + [
          SampleWorkforce.row(7, gender: "woman?"), SampleWorkforce.row(8, pay: "n/a"),
          SampleWorkforce.row(9, hired: "13/05/2020"), SampleWorkforce.row(10, gender: "f"),
          "short,row", SampleWorkforce.row(11, gender: "woman?"),
        ]))
    #expect(Set(report.errorCodes) == ["D033", "D100", "D102", "D121", "D122"])
    #expect(report.problems("D121").first?.rows == [8, 13])
    #expect(
      report.problems("D121").first?.message
        == "1 label is not in [values.gender] (2 rows, labels hidden)"
    )
    #expect(report.problems("D102").first?.fix.contains("dd/MM/yyyy") == true)
    #expect(report.exitCode == 65)
    #expect(report.rows == 12)
  }

  @Test("ambiguous dates are counted and both formats offered")
  func ambiguous() throws {
    let report = try check(
      SampleWorkforce.file(
        (1...20).map { SampleWorkforce.row($0, hired: "0\(1 + $0 % 9)/0\(1 + $0 % 8)/2020") }))
    let problem = report.problems("D104").first
    #expect(problem?.fix.contains("dd/MM/yyyy") == true)
    #expect(problem?.fix.contains("MM/dd/yyyy") == true)
    let lines = problem.map { ProblemText.lines(for: $0) } ?? []
    #expect(
      lines.first?.hasPrefix("error D104 employees.csv, column \"hire_date\": ") == true)
    #expect(lines.first?.hasSuffix("of 20 dates are ambiguous (day and month both <= 12)") == true)
    #expect(lines.dropFirst().first?.contains("more; full list: --json)") == true)
    #expect(lines.last?.hasPrefix("  fix: set format = ") == true)
  }

  @Test("a date column with one day beyond 12 is not ambiguous")
  func notAmbiguous() throws {
    let report = try check(
      SampleWorkforce.file([
        SampleWorkforce.row(1, hired: "02/03/2020"), SampleWorkforce.row(2, hired: "25/03/2020"),
      ]))
    #expect(report.errorCodes == ["D102"])
    #expect(report.problems("D102").first?.fix.contains("\"dd/MM/yyyy\"") == true)
  }

  @Test("a stored fingerprint must be that of the header")
  func fingerprint() throws {
    let text = SampleWorkforce.file(SampleWorkforce.rows(12))
    let names = SampleWorkforce.header.split(separator: ",").map(String.init)
    let stored = HeaderFingerprint.of(names.map { " \($0.uppercased()) " })
    #expect(try check(text, fingerprint: stored).problems.isEmpty)
    let other = try check(text, fingerprint: HeaderFingerprint.of(names.reversed()))
    #expect(other.errorCodes == ["D054"])
    #expect(other.exitCode == 78)
  }

  @Test("the fingerprint is FNV-1a of 64 bits")
  func hash() {
    // Published test values of the hash: the empty text, "a" and "foobar".
    var hash = StableHash()
    #expect(hash.value == 0xCBF2_9CE4_8422_2325)
    hash.combine("a".utf8)
    #expect(hash.value == 0xAF63_DC4C_8601_EC8C)
    hash = StableHash()
    hash.combine("foobar".utf8)
    #expect(hash.value == 0x8594_4171_F739_67E8)
  }

  @Test("declaration below 60 % warns, with the share of the latest snapshot")
  func declaration() throws {
    let columns =
      SampleWorkforce.columns + [
        ColumnSchema(.header("as_of"), .date(DateColumn(id: "snapshot_date")))
      ]
    let early = (1...10).map { SampleWorkforce.row($0, gender: "") + ",2025-06-30" }
    let late = (1...10).map {
      SampleWorkforce.row($0, gender: $0 <= 5 ? "F" : $0 == 6 ? "declined" : "") + ",2025-09-30"
    }
    let text = SampleWorkforce.header + ",as_of\n" + (late + early).joined(separator: "\n") + "\n"
    let report = try check(text, columns: columns)
    #expect(report.exitCode == 0)
    let share = report.declarations.first { $0.attribute == "gender" }
    #expect(share?.snapshot == "2025-09-30")
    #expect(share?.declared == 5)
    #expect(share?.total == 10)
    #expect(report.problems("D140").first?.message.hasPrefix("50% declared") == true)
  }

  @Test("an event that lacks an answer is no person who did not declare")
  func eventsDoNotDeclare() throws {
    let columns = [
      ColumnSchema(.header("person_id"), .key("person_id")),
      ColumnSchema(.header("as_of"), .date(DateColumn(id: "date"))), SampleWorkforce.columns[1],
    ]
    let text =
      "person_id,as_of,gender\n"
      + (1...10).map { "K\($0),2025-09-1\($0 % 9),\(["F", "M", "", "", ""][$0 % 5])\n" }.joined()
    let file = try WrittenFile(text)
    func check(_ kind: InputSchema.Kind) throws -> CheckReport {
      try InputChecker(schema: SampleWorkforce.schema(file.path, columns: columns, kind: kind))
        .check()
    }
    #expect(try check(.events).problems.isEmpty)
    #expect(try check(.snapshots).problems.map(\.code) == ["D140"])
  }

  @Test("a person may be in several snapshots, once in each")
  func snapshots() throws {
    let columns =
      SampleWorkforce.columns + [
        ColumnSchema(.header("as_of"), .date(DateColumn(id: "snapshot_date")))
      ]
    let rows = ["2025-06-30", "2025-09-30"].flatMap { day in
      SampleWorkforce.rows(10).map { "\($0),\(day)" }
    }
    let header = SampleWorkforce.header + ",as_of\n"
    #expect(try check(header + rows.joined(separator: "\n"), columns: columns).problems.isEmpty)
    let again = rows + [SampleWorkforce.row(4, department: "007") + ",2025-06-30"]
    let report = try check(header + again.joined(separator: "\n"), columns: columns)
    #expect(report.problems("D132").first?.rows == [22])
    let future = rows + ["K9,F,Finance,5,2025-07-01,2025-06-30"]
    #expect(
      try check(header + future.joined(separator: "\n"), columns: columns).problems("D114")
        .first?.rows == [22])
  }

  @Test("full-time equivalents, ages and declared limits")
  func ranges() throws {
    func measure(_ id: String, _ minimum: Double? = nil, _ maximum: Double? = nil) -> ColumnSchema {
      ColumnSchema(
        .header(id),
        .measure(
          NumberColumn(
            id: id, title: id, unit: "unit", minimum: minimum, maximum: maximum)))
    }
    let columns = [measure("fte"), measure("age"), measure("amount", 10, 20)]
    let report = try check(
      "fte,age,amount\n1,30,15\n1.2,-1,9\n-0.1,200,21\n0.5,40,20\n", columns: columns)
    #expect(report.problems("D112").first?.rows == [3, 4])
    #expect(report.problems("D113").first?.rows == [3, 4])
    #expect(report.problems("D105").first?.rows == [3])
    #expect(report.problems("D106").first?.rows == [4])
  }

  @Test("keys in hiring order are noticed, random ones are not")
  func keyOrder() throws {
    func file(_ key: (Int) -> Int) -> String {
      SampleWorkforce.file(
        (0..<60).map { index in
          "\(key(index)),\(index % 2 == 0 ? "F" : "M"),Finance,\(40_000 + index),"
            + "20\(10 + index / 6)-0\(1 + index % 6)-15"
        })
    }
    #expect(try check(file { 1000 + $0 }).problems("D133").count == 1)
    #expect(try check(file { 1000 + $0 * 7919 % 601 }).problems("D133").isEmpty)
  }

  @Test("columns by position, without a header")
  func byPosition() throws {
    let columns = SampleWorkforce.columns.enumerated().map {
      ColumnSchema(.position($0.offset + 1), $0.element.role)
    }
    let text = SampleWorkforce.rows(12).joined(separator: "\n")
    let format = TextFormat(headerRows: 0)
    #expect(try check(text, columns: columns, format: format).problems.isEmpty)
    let beyond = columns + [ColumnSchema(.position(9), .drop)]
    #expect(try check(text, columns: beyond, format: format).errorCodes == ["D055"])
    // Full dates that nobody declared could be dates of birth: the run stops either way.
    let undeclared = try check(text, columns: Array(columns.dropLast()), format: format)
    #expect(undeclared.errorCodes == ["D050"])
    #expect(undeclared.exitCode == 77)
  }

  @Test("counts of people are whole and not suppressed")
  func counts() throws {
    let columns = [
      SampleWorkforce.columns[1], ColumnSchema(.header("count"), .count),
    ]
    #expect(try check("gender,count\nF,20\nM,0\n", columns: columns).problems.isEmpty)
    let report = try check("gender,count\nF,2.5\nM,-3\nF,c\nM,\n", columns: columns)
    #expect(report.problems("D117").first?.rows == [2, 3, 5])
    #expect(report.problems("D118").first?.rows == [4])
  }

  @Test("every code has an entry, and every entry a code")
  func catalogue() {
    #expect(ProblemCatalogue.entries.map(\.code) == ProblemCode.allCases.map(\.rawValue))
    #expect(ProblemCatalogue.entries.map(\.code) == ProblemCatalogue.entries.map(\.code).sorted())
    for entry in ProblemCatalogue.entries {
      #expect(!entry.explanation.isEmpty && !entry.fix.isEmpty)
      #expect([65, 66, 77, 78].contains(entry.exitCode))
    }
    #expect(ProblemCatalogue.explanation(of: "d104")?.contains("day and month") == true)
    #expect(ProblemCatalogue.explanation(of: "D999") == nil)
  }
}
