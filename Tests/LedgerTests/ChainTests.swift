import Foundation
import Ledger
import TestSupport
import Testing

/// The ledger is only ever added to, and any change shows.
@Suite("Ledger chain")
struct ChainTests {
  private struct Files {
    var lines: [UInt8] = []
    var head: [UInt8] = []
    /// Where each line begins.
    var starts: [Int] = []
  }

  /// A ledger of three quarters.
  private static func files(secret: [UInt8] = Workforce.secret) throws -> Files {
    let key = try Workforce.key(secret)
    var files = Files()
    var chain = LedgerChain(key: key)
    files.head = chain.headBytes
    for (index, quarter) in ["2025Q1", "2025Q2", "2025Q3"].enumerated() {
      let people = Workforce.people(4 + index, yes: 1, in: 0)
      let release = try Workforce.release([(quarter, people)])
      let addition = try #require(try chain.adding(release))
      files.starts.append(files.lines.count)
      files.lines += addition.line
      files.head = addition.head
      chain = try LedgerChain(lines: files.lines, head: files.head, key: key)
      #expect(chain.entries.last == addition.entry && chain.entries.count == index + 1)
      #expect(chain.headBytes == files.head)
    }
    return files
  }

  private static func fault(_ files: Files, period: String? = nil) throws -> LedgerFault? {
    LedgerChain.verify(
      lines: files.lines, head: files.head, key: try Workforce.key(),
      period: period.flatMap { LedgerPeriod($0) })
  }

  @Test("what was written is read back, and the same releases give the same bytes")
  func roundTrip() throws {
    let files = try Self.files()
    #expect(try Self.fault(files) == nil)
    #expect(try Self.files().lines == files.lines)
    let chain = try LedgerChain(lines: files.lines, head: files.head, key: Workforce.key())
    #expect(chain.entries.map(\.sequence) == [1, 2, 3])
    #expect(chain.entries.map(\.period) == ["2025Q1", "2025Q2", "2025Q3"])
    for line in String(decoding: files.lines, as: UTF8.self).split(separator: "\n") {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test("a flip of any byte of the ledger is found, in its line")
  func everyByte() throws {
    let files = try Self.files()
    for position in files.lines.indices {
      var damaged = files
      damaged.lines[position] ^= position % 2 == 0 ? 1 : 0x20
      let fault = try #require(try Self.fault(damaged), "byte \(position)")
      let line = files.starts.lastIndex { $0 <= position }.map { $0 + 1 }
      switch fault {
      case .malformed(let entry), .notAuthentic(let entry): #expect(entry == line)
      default: Issue.record("byte \(position): \(fault)")
      }
    }
  }

  @Test("a flip of any byte of the head is found")
  func everyByteOfTheHead() throws {
    let files = try Self.files()
    for position in files.head.indices {
      for bit in 0..<8 {
        var damaged = files
        damaged.head[position] ^= 1 << UInt8(bit)
        #expect(try Self.fault(damaged) == .headNotAuthentic)
      }
    }
    for length in files.head.indices {
      var damaged = files
      damaged.head = Array(files.head.prefix(length))
      #expect(try Self.fault(damaged) == .headNotAuthentic)
    }
  }

  @Test("a cut at any byte is found, at the end of a line too")
  func everyTruncation() throws {
    let files = try Self.files()
    for length in 0..<files.lines.count {
      var cut = files
      cut.lines = Array(files.lines.prefix(length))
      let whole = files.starts.count { $0 <= length && $0 > 0 }
      if length == 0 || files.starts.contains(length) {
        #expect(try Self.fault(cut) == .headDisagrees(counted: 3, found: length == 0 ? 0 : whole))
      } else {
        #expect(try Self.fault(cut) == .malformed(entry: whole + 1))
      }
    }
  }

  @Test("entries taken out, moved, repeated or put in are found")
  func order() throws {
    let files = try Self.files()
    let bounds = files.starts + [files.lines.count]
    let lines = (0..<3).map { Array(files.lines[bounds[$0]..<bounds[$0 + 1]]) }
    for (order, fault) in [
      ([1, 0, 2], LedgerFault.outOfOrder(entry: 1)), ([0, 2, 1], .outOfOrder(entry: 2)),
      ([1, 2], .outOfOrder(entry: 1)), ([0, 2], .outOfOrder(entry: 2)),
      ([0, 0, 1, 2], .outOfOrder(entry: 2)), ([0, 1, 2, 2], .outOfOrder(entry: 4)),
      ([0, 1], .headDisagrees(counted: 3, found: 2)),
    ] {
      var moved = files
      moved.lines = order.flatMap { lines[$0] }
      #expect(try Self.fault(moved) == fault)
    }
    // Another third entry of the same organisation, authentic in itself, with the old head.
    let key = try Workforce.key()
    let two = try LedgerChain(
      lines: lines[0] + lines[1], head: Self.head(after: lines[0] + lines[1]), key: key)
    let people = Workforce.people(9, yes: 1, in: 0)
    let other = try #require(try two.adding(Workforce.release([("2025Q3", people)])))
    var replaced = files
    replaced.lines = lines[0] + lines[1] + other.line
    #expect(try Self.fault(replaced) == .headDisagrees(counted: 3, found: 3))
  }

  /// The head that belongs to the first two quarters.
  private static func head(after lines: [UInt8]) throws -> [UInt8] {
    let key = try Workforce.key()
    var chain = LedgerChain(key: key)
    var head = chain.headBytes
    for (index, quarter) in ["2025Q1", "2025Q2"].enumerated() {
      let people = Workforce.people(4 + index, yes: 1, in: 0)
      let addition = try #require(try chain.adding(Workforce.release([(quarter, people)])))
      head = addition.head
      chain = try LedgerChain(
        lines: index == 0 ? addition.line : lines, head: head, key: key)
    }
    return head
  }

  @Test("another organisation's ledger, line or head is not taken")
  func otherOrganisation() throws {
    let files = try Self.files()
    let other = try Self.files(secret: Array("the secret of somebody else, too".utf8))
    #expect(try Self.fault(other) == .notAuthentic(entry: 1))
    var mixed = files
    mixed.head = other.head
    #expect(try Self.fault(mixed) == .headNotAuthentic)
    mixed = files
    mixed.lines = Array(files.lines[..<files.starts[2]]) + Array(other.lines[other.starts[2]...])
    #expect(try Self.fault(mixed) == .notAuthentic(entry: 3))
    // A head is no entry and an entry is no head, though the key is the same.
    mixed = files
    mixed.lines = files.head
    #expect(try Self.fault(mixed) == .notAuthentic(entry: 1))
    mixed = files
    mixed.head = Array(files.lines[..<files.starts[1]])
    #expect(try Self.fault(mixed) == .headNotAuthentic)
  }

  @Test("a missing head and an entry about a later period are found")
  func missingAndFuture() throws {
    let files = try Self.files()
    #expect(
      LedgerChain.verify(lines: files.lines, head: nil, key: try Workforce.key()) == .headMissing)
    #expect(try Self.fault(files, period: "2025Q3") == nil)
    #expect(try Self.fault(files, period: "2026Q1") == nil)
    #expect(try Self.fault(files, period: "2025Q2") == .future(entry: 3))
    #expect(try Self.fault(files, period: "2024Q4") == .future(entry: 1))
  }

  @Test("bytes that are no ledger are refused without a crash")
  func hostile() throws {
    let key = try Workforce.key()
    let head = LedgerChain(key: key).headBytes
    #expect(LedgerChain.verify(lines: [], head: head, key: key) == nil)
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for lines in [[10], [0], deep, deep + [10], noise, noise + [10], Array("{\"body\":{}}\n".utf8)]
    {
      let fault = LedgerChain.verify(lines: lines, head: head, key: key)
      #expect(fault == .malformed(entry: 1) || fault == .notAuthentic(entry: 1))
    }
  }

  @Test("the same bytes of results make no new entry")
  func unchanged() throws {
    let release = try Workforce.release([("2025Q1", Workforce.people(20, yes: 6, in: 0))])
    let chain = try Workforce.chain([release])
    #expect(try chain.adding(release)?.line == nil)
    #expect(chain.holds(release))
  }

  @Test("a quarter is read, anything else is not", arguments: ["2025Q3", "FY2026Q4"])
  func periods(label: String) throws {
    #expect(LedgerPeriod(label) != nil)
    for wrong in ["", "2025", "2025Q0", "2025Q5", "25Q3", "2025Q3 ", "2025-Q3", "2024Q4 to 2025Q3"]
    {
      #expect(LedgerPeriod(wrong) == nil, "\(wrong)")
    }
    let order = ["2024Q4", "2025Q1", "2025Q2", "2026Q1"].compactMap { LedgerPeriod($0) }
    #expect(order == order.sorted() && order.count == 4)
  }
}
