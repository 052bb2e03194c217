import Foundation
import Testing

@testable import DataSources

@Suite("A few columns of a file")
struct NamedColumnsTests {
  private func read(
    _ text: String, _ columns: [String]
  ) throws -> NamedColumns {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try NamedColumns.read(path: file.path, columns: columns)
  }

  @Test("texts with their lines, whatever the delimiter; blank lines are passed over")
  func texts() throws {
    let table = try read(
      "sex;pay;note\n W ;12;\"a;b\"\n\nM;;x\n", ["pay", "sex", "nothing"])
    #expect(table.headers == ["sex", "pay", "note"])
    #expect(table.missing == ["nothing"])
    #expect(table.rows == [2, 4])
    #expect(table.texts("sex") == ["W", "M"])
    #expect(table.texts("pay") == ["12", ""])
    #expect(table.texts("nothing") == ["", ""])
  }

  @Test("numbers in fixed point; each kind of wrong number with its rows")
  func numbers() throws {
    let table = try read(
      "n,m\n1.5,1\n-2,1\n,1\nx,1\n1.55,1\n999,1\n", ["n"])
    let (values, problems) = table.numbers("n", decimals: 1, in: -10...10)
    #expect(values == [15, -20, nil, nil, nil, nil])
    #expect(problems.map(\.code) == ["D100", "D101", "D106"])
    #expect(problems.map(\.rows) == [[5], [6], [7]])
  }

  @Test("labels that look alike are a problem; the same label is not")
  func variants() throws {
    let table = try read("sex\nWomen\nwomen \nMen\n", ["sex"])
    let problems = table.variants(of: ["Women", "Men"], in: "sex")
    #expect(problems.map(\.code) == ["D122"])
    #expect(problems.first?.rows == [3])
  }

  @Test("a header twice, totals under the records, no records")
  func faults() {
    let cases: [(text: String, code: String)] = [
      ("a,a\n1,2\n", "D052"), ("a,b\n1,2\n3,4\nTotal,6\n", "D042"), ("a,b\n", "D007"),
      ("a,b\n1\n", "D033"), ("a,b\n1,2,3\n", "D034"), ("", "D006"),
    ]
    for (text, code) in cases {
      let found = #expect(throws: SourceProblems.self) { try read(text, ["a"]) }
      #expect(found?.problems.contains { $0.code == code } == true, "\(text)")
    }
  }
}
