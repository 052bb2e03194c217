import Aggregates
import TestSupport
import Testing

@testable import DataSources

/// The people of a file, one by one, against the same people counted.
@Suite("People of a file")
struct PeopleTests {
  private static let gender = Attribute(
    id: "gender", title: "Gender", levels: [Level("Women"), Level("Men"), .blank])
  private static let level = Attribute(
    id: "level", title: "Level", levels: [Level("Band 1"), Level("Band, \"two\"")])
  private static let quarter = Attribute(
    id: "quarter", title: "Quarter", levels: [Level("2025Q1"), Level("2025Q2")], isOrdered: true)

  private static func schema(
    _ path: String, key: Bool = true, counts: Bool = false, footer: Int = 0
  ) -> InputSchema {
    var format = TextFormat()
    format.footerRows = footer
    return InputSchema(
      id: "employees", kind: .snapshots, path: path, format: format,
      columns: [
        ColumnSchema(.header("id"), key ? .key("person_id") : .drop),
        ColumnSchema(.header("date"), .date(DateColumn(id: "snapshot_date"))),
        ColumnSchema(
          .header("sex"), .attribute(AttributeColumn(attribute: gender, labels: ["F": "Women"]))),
        ColumnSchema(.header("level"), .attribute(AttributeColumn(attribute: level))),
        ColumnSchema(
          .header("pay"),
          counts ? .count : .measure(NumberColumn(id: "pay", title: "Pay", unit: "EUR"))),
      ],
      derivedAttributes: [
        DerivedAttribute(
          attribute: quarter, date: "snapshot_date", rule: .quarter(firstMonth: 1))
      ])
  }

  private static let query = AggregateQuery(
    input: "employees", attributes: ["gender", "level", "quarter"], measures: [.init("pay")],
    filters: [.init("level", levels: ["Band 1", "Band, \"two\""])])

  @Test("people, tallied, are the cells that the pass counts")
  func agreement() async throws {
    var generator = SeededGenerator(seed: 21)
    for round in 0..<8 {
      var text = "id,date,sex,level,pay\n"
      for row in 0..<200 {
        let day = ["2024-12-31", "2025-03-31", "2025-06-30"].randomElement(using: &generator) ?? ""
        let sex = ["F", " Women ", "\"Men\"", "Men", ""].randomElement(using: &generator) ?? ""
        let band = ["Band 1", "\"Band, \"\"two\"\"\""].randomElement(using: &generator) ?? ""
        let pay = ["", "1000.50", "\"2000\""].randomElement(using: &generator) ?? ""
        text += "p\(row) ,\(day),\(sex),\(band),\(pay)\n"
      }
      if round % 2 == 1 { text += "Total,,,,200\n" }
      let file = try WrittenFile(Array(text.utf8))
      defer { withExtendedLifetime(file) {} }
      let query =
        round < 4
        ? Self.query
        : AggregateQuery(
          input: "employees", attributes: ["gender", "level", "quarter"], measures: [.init("pay")],
          filters: [.init("gender", levels: ["Women"])])
      let source = try CSVSource(schema: Self.schema(file.path, footer: round % 2))
      let people = try #require(try source.people(query)).exposed
      let table = try #require(try await source.cells(for: [query]).first).exposed
      for entry in table.entries {
        let own = people.filter { $0.levels == entry.coordinates }
        #expect(own.count == entry.cell.count)
        let paid = own.compactMap { $0.amounts[0] }
        #expect(entry.cell.measures.map(\.moments.count) == [paid.count])
        #expect(entry.cell.measures.map(\.moments.sum) == [Int128(paid.reduce(0, +))])
      }
      #expect(people.count == table.entries.reduce(0) { $0 + $1.cell.count })
      #expect(people.allSatisfy { $0.person.hasPrefix("p") && !$0.person.hasSuffix(" ") })
    }
  }

  @Test("an attribute that leaves no row out keeps days of other quarters")
  func keeping() throws {
    let file = try WrittenFile(
      Array(
        "id,date,sex,level,pay\na,2025-06-30,F,Band 1,3\nb,2001-01-01,Men,Band 1,3\n".utf8))
    defer { withExtendedLifetime(file) {} }
    let source = try CSVSource(schema: Self.schema(file.path))
    let query = AggregateQuery(input: "employees", attributes: ["gender"])
    let people = try #require(try source.people(query, keeping: ["quarter"])).exposed
    #expect(people.map(\.levels) == [[0, 1], [1, 2]])
    let dated = AggregateQuery(input: "employees", attributes: ["gender", "quarter"])
    #expect(try #require(try source.people(dated)).exposed.map(\.levels) == [[0, 1]])
  }

  @Test("without a key, or with rows that stand for several people, there are no people")
  func none() throws {
    let file = try WrittenFile(
      Array("id,date,sex,level,pay\np1,2025-03-31,F,Band 1,3\n".utf8))
    defer { withExtendedLifetime(file) {} }
    let query = AggregateQuery(input: "employees", attributes: ["gender"])
    #expect(
      try CSVSource(schema: Self.schema(file.path, key: false)).people(query)?.exposed.count == nil)
    #expect(
      try CSVSource(schema: Self.schema(file.path, counts: true)).people(query)?.exposed.count
        == nil)
  }

  @Test(
    "a row that does not follow its declaration is a problem, never left out",
    arguments: [
      "p1,2025-03-31,X,Band 1,3", "p1,2025-13-31,F,Band 1,3", "p1,2025-03-31,F,Band 1,x",
      ",2025-03-31,F,Band 1,3", "p1,2025-03-31,F,Band 1",
    ])
  func malformed(row: String) throws {
    let file = try WrittenFile(
      Array("id,date,sex,level,pay\np0,2025-03-31,F,Band 1,3\n\(row)\n".utf8))
    defer { withExtendedLifetime(file) {} }
    let source = try CSVSource(schema: Self.schema(file.path))
    #expect(throws: SourceProblems.self) { try source.people(Self.query) }
  }
}
