import Aggregates
import TestSupport
import Testing

@testable import DataSources

@Suite("The fast pass leaves no bad row out silently")
struct FastPassProblemTests {
  private static let queries = [
    AggregateQuery(
      input: "employees", attributes: ["gender", "department"], measures: [.init("base_pay")])
  ]

  private func problems(
    _ text: String, queries: [AggregateQuery] = Self.queries, threads: Int = 2, chunk: Int = 64
  ) async throws -> [SourceProblem] {
    let file = try WrittenFile(text)
    defer { withExtendedLifetime(file) {} }
    do {
      var source = try CSVSource(schema: SampleWorkforce.schema(file.path), threads: threads)
      source.chunk = chunk
      _ = try await source.cells(for: queries)
      return []
    } catch let problems as SourceProblems {
      return problems.problems
    }
  }

  private func rows(_ count: Int, changing: [Int: String]) -> String {
    SampleWorkforce.file((1...count).map { changing[$0] ?? SampleWorkforce.row($0) })
  }

  @Test("ragged rows, unknown labels and bad amounts are named together with their rows")
  func together() async throws {
    let text = rows(
      60,
      changing: [
        3: "K1,F,Finance,1.234,2012-01-01", 9: "K2,F,Finance,40000",
        20: "K3,Q,Finance,1,2012-01-01",
        41: "K4,F,Finance,nan,2012-01-01", 50: "K5,F,Finance,1,2012-01-01,x",
      ])
    let found = try await problems(text)
    #expect(found.map(\.code).sorted() == ["D033", "D034", "D100", "D101", "D121"])
    func rowsOf(_ code: String) -> [Int]? { found.first { $0.code == code }?.rows }
    #expect(rowsOf("D101") == [4])
    #expect(rowsOf("D033") == [10])
    #expect(rowsOf("D121") == [21])
    #expect(rowsOf("D100") == [42])
    #expect(rowsOf("D034") == [51])
    for problem in found { #expect(!problem.message.contains("nan")) }
  }

  @Test(
    "misplaced quotes are found wherever chunks begin",
    arguments: [
      ("K1,F,Finance,40000,\"2012-01-01\"x", "D031"), ("K1,F,Fin\"ance,40000,2012-01-01", "D032"),
      ("K\"1\",F,Finance,40000,2012-01-01", "D032"), ("\"K1,F,Finance,40000,2012-01-01", "D030"),
      ("K1,F,Finance,40000,a\"", "D032"), ("\"K1\" ,F,Finance,40000,2012-01-01", "D031"),
    ])
  func quotes(row: String, code: String) async throws {
    for chunk in [1 << 18, 50, 333] {
      let found = try await problems(rows(30, changing: [17: row]), chunk: chunk)
      #expect(found.contains { $0.code == code && $0.rows.first == 18 }, "\(found)")
    }
  }

  @Test("two misplaced quotes that would glue two rows into one are found")
  func glued() async throws {
    let text = rows(
      30,
      changing: [
        10: "K1,F,Finance,40000,2012\"", 11: "K2,F\",Finance,40000,2012-01-01",
        12: "\"K3,F,Finance,40000,2012-01-01", 13: "K4\",F,Finance,40000,2012-01-01",
      ])
    let found = try await problems(text)
    #expect(found.contains { $0.code == "D032" })
  }

  @Test("an amount outside 64 bits, a wrong date and a blank without a level are problems")
  func values() async throws {
    let text = rows(
      5, changing: [2: SampleWorkforce.row(2, pay: "99999999999999999999")])
    #expect(try await problems(text).contains { $0.code == "D100" && $0.rows == [3] })
  }

  @Test("a header without rows, a missing, an undeclared and a repeated column are problems")
  func header() async throws {
    #expect(try await problems(SampleWorkforce.header + "\n").map(\.code) == ["D007"])
    let ordinary = SampleWorkforce.file(SampleWorkforce.rows(3))
    let renamed = ordinary.replacing("base_pay", with: "salary")
    #expect(try await problems(renamed).map(\.code).sorted() == ["D050", "D051"])
    let twice = ordinary.replacing("department", with: "gender")
    #expect(try await problems(twice).contains { $0.code == "D052" })
    #expect(try await problems(twice).contains { $0.code == "D051" })
  }

  @Test("queries for what is not declared are problems of the configuration")
  func queries() async throws {
    let text = SampleWorkforce.file(SampleWorkforce.rows(3))
    for query in [
      AggregateQuery(input: "employees", attributes: ["planet"]),
      AggregateQuery(input: "employees", attributes: [], measures: [.init("weight")]),
      AggregateQuery(
        input: "employees", attributes: [], filters: [.init("gender", levels: ["Martian"])]),
      AggregateQuery(input: "others", attributes: []),
    ] {
      let found = try await problems(text, queries: [query])
      #expect(found.map(\.exitCode) == [78])
    }
  }

  @Test("files of the malformed corpus are refused or read, and never stop the program")
  func corpus() async throws {
    let structural: Set<String> = [
      "D006", "D007", "D010", "D011", "D023", "D030", "D031", "D032", "D033", "D034", "D050",
      "D051", "D052",
    ]
    for malformed in MalformedFile.structure + MalformedFile.encoding + MalformedFile.numbers {
      let file = try WrittenFile(malformed.bytes)
      defer { withExtendedLifetime(file) {} }
      var codes: [String] = []
      do {
        var source = try CSVSource(
          schema: SampleWorkforce.schema(file.path, format: malformed.format), threads: 2)
        source.chunk = max(100, malformed.bytes.count / 20)
        _ = try await source.cells(for: Self.queries)
      } catch let problems as SourceProblems {
        codes = problems.problems.map(\.code)
      }
      if let code = malformed.code, structural.contains(code), malformed.exitCode != 0 {
        #expect(codes.contains(code), "\(code) became \(codes)")
      }
    }
  }

  @Test("a cancelled pass throws CancellationError, progress ends at 1")
  func cancellation() async throws {
    let file = try WrittenFile(SampleWorkforce.file(SampleWorkforce.rows(2000)))
    defer { withExtendedLifetime(file) {} }
    var source = try CSVSource(schema: SampleWorkforce.schema(file.path), threads: 2)
    source.chunk = 256
    let task = Task { [source] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try await source.cells(for: Self.queries)
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }
}
