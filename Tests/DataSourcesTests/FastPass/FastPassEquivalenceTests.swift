import Aggregates
import TestSupport
import Testing

@testable import DataSources

@Suite("The fast pass counts what a row-by-row reading counts")
struct FastPassEquivalenceTests {
  private static let queries = [
    AggregateQuery(
      input: "employees", attributes: ["gender", "level"],
      measures: [.init("pay", valueCounts: true), .init("hourly")]),
    AggregateQuery(
      input: "employees", attributes: ["tenure", "quarter"], measures: [.init("hourly")],
      filters: [.init("level", levels: ["Band 1", "Band, \"two\"\nand three"])]),
    AggregateQuery(
      input: "employees", attributes: [], filters: [.init("quarter", levels: ["2025Q2"])]),
    AggregateQuery(input: "employees", attributes: ["level"]),
  ]

  private func expected(_ extract: RandomExtract) -> [CellTable] {
    let rows = ReferenceCount.records(extract.text, delimiter: extract.delimiter).dropFirst()
      .compactMap { ExtractRow($0, hasCounts: extract.hasCounts) }
    let pay = (id: "pay", scale: 2, values: true)
    let hourly = (id: "hourly", scale: 4, values: false)
    return [
      ReferenceCount.table(
        [RandomExtract.gender, RandomExtract.level], measures: [pay, hourly],
        rows: rows.map { ([$0.gender, $0.level], $0.weight, [$0.pay, $0.hourly]) }),
      ReferenceCount.table(
        [RandomExtract.tenure, RandomExtract.quarter], measures: [hourly],
        rows: rows.filter { $0.level < 2 }.compactMap { row in
          row.quarter.map { ([row.tenure, $0], row.weight, [row.hourly]) }
        }),
      ReferenceCount.table(
        [], measures: [],
        rows: rows.filter { $0.quarter == 1 }.map { ([], $0.weight, []) }),
      ReferenceCount.table(
        [RandomExtract.level], measures: [], rows: rows.map { ([$0.level], $0.weight, []) }),
    ]
  }

  private func count(
    _ schema: InputSchema, threads: Int, chunk: Int
  ) async throws -> [CellTable] {
    var source = try CSVSource(schema: schema, threads: threads)
    source.chunk = chunk
    return try await source.cells(for: Self.queries).map(\.exposed)
  }

  @Test(
    "random extracts, tiny chunks, one to five threads",
    arguments: 1...(ThoroughTier.isOn ? 120 : 16) as ClosedRange<UInt64>)
  func equivalence(seed: UInt64) async throws {
    let delimiters: [Character] = [",", ";", "\t", "|"]
    let extract = RandomExtract(
      seed: seed, rows: seed < 5 ? Int(seed) : 12 + Int(seed) * 4,
      delimiter: delimiters[Int(seed % 4)])
    let expected = expected(extract)
    let hasMark = seed % 3 == 0
    let file = try WrittenFile((hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(extract.text.utf8))
    defer { withExtendedLifetime(file) {} }
    var source = try CSVSource(schema: extract.schema(file.path))
    for (threads, chunk) in [(1, 1 << 18), (2, 64), (3, 7), (5, 700), (4, 130)] {
      source.threads = threads
      source.chunk = chunk
      let tables = try await source.cells(for: Self.queries).map(\.exposed)
      #expect(tables == expected, "seed \(seed), \(threads) threads, chunks of \(chunk)")
    }
  }

  @Test(
    "long extracts cross the steps and batches of the reader", arguments: [101, 102] as [UInt64])
  func long(seed: UInt64) async throws {
    let extract = RandomExtract(seed: seed, rows: 5000, delimiter: ",")
    let file = try WrittenFile(Array(extract.text.utf8))
    defer { withExtendedLifetime(file) {} }
    let tables = try await count(extract.schema(file.path), threads: 2, chunk: 1 << 18)
    #expect(tables == expected(extract))
  }

  @Test("other encodings are counted alike")
  func encodings() async throws {
    let extract = RandomExtract(seed: 7, rows: 2500, delimiter: ";")
    let wide = extract.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let narrow = extract.text.unicodeScalars.map { scalar in
      scalar.value == 0x2014 ? 0x97 : UInt8(truncatingIfNeeded: scalar.value)
    }
    for (encoding, bytes) in [
      (TextFormat.Encoding.utf16LittleEndian, [0xFF, 0xFE] + wide),
      (.utf16BigEndian, extract.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
      (.windows1252, narrow),
    ] {
      let file = try WrittenFile(bytes)
      defer { withExtendedLifetime(file) {} }
      let plain = extract.schema(file.path)
      var format = plain.format
      format.encoding = encoding
      let schema = InputSchema(
        id: plain.id, kind: plain.kind, path: plain.path, format: format, columns: plain.columns,
        derivedAttributes: plain.derivedAttributes, derivedMeasures: plain.derivedMeasures)
      #expect(try await count(schema, threads: 3, chunk: 64) == expected(extract))
    }
  }

  @Test("titles above and totals below are left out, whatever quotes they hold")
  func footers() async throws {
    let extract = RandomExtract(seed: 11, rows: 50, delimiter: ",")
    let text =
      "\"HOUSEHOLD\nDATA\"\n\n" + extract.text + "\nTotal,\"all\n of it\"\n\nSource: us\n"
    let file = try WrittenFile(Array(text.utf8))
    defer { withExtendedLifetime(file) {} }
    let plain = extract.schema(file.path)
    var format = plain.format
    format.skipRows = 2
    format.footerRows = 2
    let schema = InputSchema(
      id: plain.id, kind: plain.kind, path: plain.path, format: format, columns: plain.columns,
      derivedAttributes: plain.derivedAttributes, derivedMeasures: plain.derivedMeasures)
    #expect(try await count(schema, threads: 2, chunk: 100) == expected(extract))
  }

  @Test("many combinations of levels are numbered as they are met")
  func manyCells() async throws {
    let labels = (0..<500).map { "Unit \($0)" }
    func attribute(_ id: String) -> Attribute {
      Attribute(id: id, title: id, levels: labels.map { Level($0) })
    }
    let names = ["a", "b", "c"]
    var text = names.joined(separator: ",") + ",x\n"
    var rows: [([Int], Int, [Int64?])] = []
    for row in 0..<5000 {
      let codes = [row % 500, row * 7 % 500, row / 2 % 500]
      text += codes.map { labels[$0] }.joined(separator: ",") + ",\(row)\n"
      rows.append((codes, 1, [Int64(row)]))
    }
    let file = try WrittenFile(Array(text.utf8))
    defer { withExtendedLifetime(file) {} }
    let schema = InputSchema(
      id: "units", kind: .snapshots, path: file.path,
      columns: names.map {
        ColumnSchema(.header($0), .attribute(AttributeColumn(attribute: attribute($0))))
      } + [
        ColumnSchema(
          .header("x"), .measure(NumberColumn(id: "x", title: "x", unit: "1", scale: 0)))
      ])
    var source = try CSVSource(schema: schema, threads: 3)
    source.chunk = 1000
    let tables = try await source.cells(for: [
      AggregateQuery(input: "units", attributes: names, measures: [.init("x", valueCounts: true)])
    ])
    #expect(
      tables[0].exposed
        == ReferenceCount.table(
          names.map(attribute), measures: [("x", 0, true)], rows: rows))
  }
}
