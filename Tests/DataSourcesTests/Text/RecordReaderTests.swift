import DataSources
import Foundation
import TestSupport
import Testing

@Suite("Record reader")
struct RecordReaderTests {
  private struct Read: Equatable {
    let row: Int
    let fields: [String]
    let faults: TextRecord.Faults
  }

  private func read(
    _ text: String, limits: RecordReader.Limits = RecordReader.Limits()
  ) throws -> [Read] {
    let file = try WrittenFile(text)
    var reader = try RecordReader(
      path: file.path, format: ResolvedFormat(encoding: .utf8), limits: limits)
    var records: [Read] = []
    while try reader.advance() {
      records.append(
        Read(
          row: reader.record.row,
          fields: (0..<reader.record.count).map {
            String(decoding: reader.record[$0], as: UTF8.self)
          }, faults: reader.record.faults))
    }
    return records
  }

  @Test("rows are the first physical line of the record")
  func rows() throws {
    let records = try read("a,b\n\"x\ny\",\"1\"\"2\"\r\n\"\",z\n\nlast,")
    #expect(
      records == [
        Read(row: 1, fields: ["a", "b"], faults: []),
        Read(row: 2, fields: ["x\ny", "1\"2"], faults: []),
        Read(row: 4, fields: ["", "z"], faults: []),
        Read(row: 5, fields: [""], faults: []),
        Read(row: 6, fields: ["last", ""], faults: []),
      ])
  }

  @Test("limits cut the record and are noted")
  func limits() throws {
    let limits = RecordReader.Limits(fieldBytes: 4, fields: 3, recordBytes: 10)
    let records = try read("abcdef,\"ghijkl\"\na,b,c\na,b,c,d,e\nabcd,efgh,ijkl\n", limits: limits)
    #expect(records[0] == Read(row: 1, fields: ["abcd", "ghij"], faults: .fieldTooLong))
    #expect(records[1].faults == [])
    #expect(records[2] == Read(row: 3, fields: ["a", "b", "c"], faults: .tooManyFields))
    #expect(records[3] == Read(row: 4, fields: ["abcd", "efgh", "ij"], faults: .fieldTooLong))
  }

  @Test("what is written by the rules is read back, whatever the fields hold")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 20_250_930)
    let pieces = ["a", "ü", "\"", ",", "\n", "\r\n", " ", "😀", ";", "x\"\"y", "\t", "'"]
    for _ in 0..<60 {
      let table = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
          }.joined()
        }
      }
      let text = table.map { record in
        record.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }.joined(separator: "\r\n")
      let records = try read(text)
      #expect(records.map(\.fields) == table)
      #expect(records.allSatisfy { $0.faults.isEmpty })
    }
  }

  @Test("records longer than a chunk of the file are whole")
  func chunks() throws {
    let long = String(repeating: "0123456789\n", count: 60_000)
    let records = try read("a,\"\(long)\"\nb,c\n")
    #expect(records.count == 2)
    #expect(records[0].fields == ["a", long])
    #expect(records[1] == Read(row: 60_002, fields: ["b", "c"], faults: []))
  }
}
