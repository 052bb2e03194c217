import Configuration
import Foundation
import Ledger
import TestSupport
import Testing

@testable import Pipeline

/// A report with a ledger, from the first release on.
@Suite("Ledger runs")
struct LedgerRunTests {
  /// An organisation on disk: one quarter's extract, a key and a ledger.
  private struct Organisation {
    let folder: String
    var ledger: String { "\(folder)/parity.ledger" }

    init() throws {
      folder =
        FileManager.default.temporaryDirectory
        .appendingPathComponent("parity-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try write(String(repeating: "5a", count: 32) + "\n", to: "parity.key")
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    func bytes(_ name: String) -> [UInt8]? {
      FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) }
    }

    /// The configuration of a quarter in which these people, by number, work here.
    func quarter(_ quarter: String, _ people: Range<Int>) throws -> RunConfiguration {
      let date = ["Q1": "03-31", "Q2": "06-30", "Q3": "09-30", "Q4": "12-31"][quarter.suffix(2)]
      let day = "\(quarter.prefix(4))-\(date ?? "")"
      try write(
        """
        schema = 1
        [organisation]
        name = "Example"
        [period]
        quarter = "\(quarter)"
        snapshot = \(day)
        quarters = 1
        [privacy]
        key_file = "parity.key"
        ledger = "parity.ledger"
        [inputs.employees]
        kind = "snapshots"
        path = "employees.csv"
        [mapping.employees]
        person_id = "id"
        snapshot_date = { column = "date", format = "yyyy-MM-dd" }
        gender = "gender"
        [attributes.gender]
        title = "Gender"
        role = "characteristic"
        levels = ["Women", "Men"]
        reference = "Men"
        """, to: "parity.toml")
      let rows = people.map { index in
        let code = String(7919 * (index + 13) % 104_729, radix: 36)
        return "\(code),\(day),\(index % 2 == 0 ? "Women" : "Men")"
      }
      try write("id,date,gender\n" + rows.joined(separator: "\n") + "\n", to: "employees.csv")
      return try ConfigurationFile.read("\(folder)/parity.toml")
    }

    func run(
      _ configuration: RunConfiguration, to name: String, first: Bool = false, force: Bool = false,
      log: String? = nil
    ) async throws -> ReportRun.Summary {
      try await ReportRun(
        configuration, product: .results, folder: "\(folder)/\(name)", force: force,
        planLog: log.map { "\(folder)/\($0)" }, isFirstRelease: first)()
    }

    /// The failure of a run that must fail, with nothing left behind.
    func failure(
      _ configuration: RunConfiguration, first: Bool = false, log: String? = nil
    ) async throws -> RunFailure? {
      do {
        _ = try await run(configuration, to: "refused", first: first, log: log)
        return nil
      } catch let failure as RunFailure {
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/refused"))
        return failure
      }
    }
  }

  private static func has(_ failure: RunFailure?, _ code: String) -> Bool {
    failure?.exitCode == .refused && failure?.lines.first?.contains("error \(code) ") == true
  }

  @Test("a missing or empty ledger refuses, the first release begins one with mode 0600")
  func firstRelease() async throws {
    let organisation = try Organisation()
    defer { organisation.remove() }
    let configuration = try organisation.quarter("2025Q2", 0..<400)
    #expect(Self.has(try await organisation.failure(configuration), "P110"))
    try organisation.write("", to: "parity.ledger")
    #expect(Self.has(try await organisation.failure(configuration), "P110"))
    let summary = try await organisation.run(configuration, to: "first", first: true)
    #expect(summary.isNewInLedger == true)
    for name in ["parity.ledger.head", "parity.ledger.lock"] {
      let mode =
        try FileManager.default.attributesOfItem(
          atPath: "\(organisation.folder)/\(name)")[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
    #expect(organisation.bytes("parity.ledger.pending") == nil)
    let lines = try #require(organisation.bytes("parity.ledger"))
    #expect(lines.count { $0 == UInt8(ascii: "\n") } == 1)
    // A second first release is none.
    #expect(Self.has(try await organisation.failure(configuration, first: true), "P114"))
    // The same bytes again are no new entry.
    let again = try await organisation.run(configuration, to: "first", force: true)
    #expect(again.isNewInLedger == false)
    #expect(organisation.bytes("parity.ledger") == lines)
  }

  @Test("a quarter that differs by one person is refused in public without names, many pass")
  func secondRelease() async throws {
    let organisation = try Organisation()
    defer { organisation.remove() }
    _ = try await organisation.run(
      organisation.quarter("2025Q2", 0..<400), to: "first", first: true)
    let before = organisation.bytes("parity.ledger")
    let close = try organisation.quarter("2025Q3", 0..<401)
    let failure = try await organisation.failure(close, log: "plan.log")
    #expect(Self.has(failure, "P113"))
    let told = (failure?.lines ?? []).joined(separator: "\n")
    #expect(told.contains("tables: ") && told.contains("publish the split yearly"))
    #expect(!told.contains("Women") && !told.contains("40"))
    let log = String(decoding: organisation.bytes("plan.log") ?? [], as: UTF8.self)
    #expect(log.contains("workforce[gender=Women, quarter=2025Q3] against release 1, 2025Q2"))
    #expect(organisation.bytes("parity.ledger") == before)
    #expect(organisation.bytes("parity.ledger.pending") == nil)
    let far = try organisation.quarter("2025Q3", 40..<460)
    #expect(try await organisation.run(far, to: "second").isNewInLedger == true)
    let lines = try #require(organisation.bytes("parity.ledger"))
    #expect(lines.count { $0 == UInt8(ascii: "\n") } == 2)
    #expect(lines.starts(with: before ?? []))
    // An earlier quarter cannot be released after a later one.
    let earlier = try organisation.quarter("2025Q1", 0..<300)
    #expect(Self.has(try await organisation.failure(earlier), "P111"))
  }

  @Test("privacy-bad-74: flipped, cut, headless or foreign ledgers are refused")
  func broken() async throws {
    let organisation = try Organisation()
    defer { organisation.remove() }
    _ = try await organisation.run(
      organisation.quarter("2025Q2", 0..<400), to: "first", first: true)
    let next = try organisation.quarter("2025Q3", 40..<460)
    let lines = try #require(organisation.bytes("parity.ledger"))
    let head = try #require(organisation.bytes("parity.ledger.head"))
    func put(_ bytes: [UInt8], _ name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(organisation.folder)/\(name)"))
    }
    var flipped = lines
    flipped[lines.count / 2] ^= 1
    for damaged in [flipped, Array(lines.dropLast()), lines + lines, [0x0A]] {
      try put(damaged, "parity.ledger")
      #expect(Self.has(try await organisation.failure(next), "P111"))
    }
    try put([], "parity.ledger")
    #expect(Self.has(try await organisation.failure(next), "P110"))
    try put(lines, "parity.ledger")
    try FileManager.default.removeItem(atPath: "\(organisation.folder)/parity.ledger.head")
    #expect(Self.has(try await organisation.failure(next), "P111"))
    try put(head, "parity.ledger.head")
    try organisation.write(String(repeating: "6b", count: 32) + "\n", to: "parity.key")
    #expect(Self.has(try await organisation.failure(next), "P111"))
    try organisation.write("short\n", to: "parity.key")
    #expect(Self.has(try await organisation.failure(next), "P115"))
    // Begun anew, the broken one is set aside and kept.
    try organisation.write(String(repeating: "5a", count: 32) + "\n", to: "parity.key")
    try put(flipped, "parity.ledger")
    #expect(try await organisation.run(next, to: "anew", first: true).isNewInLedger == true)
    #expect(organisation.bytes("parity.ledger.set-aside-1") == flipped)
    #expect(organisation.bytes("parity.ledger.head.set-aside-1") == head)
  }

  @Test("two runs at once: the second is refused, and may run afterwards")
  func twoAtOnce() async throws {
    let organisation = try Organisation()
    defer { organisation.remove() }
    let configuration = try organisation.quarter("2025Q2", 0..<400)
    do {
      let lock = try LedgerLock(beside: organisation.ledger)
      #expect(Self.has(try await organisation.failure(configuration, first: true), "P112"))
      withExtendedLifetime(lock) {}
    }
    #expect(
      try await organisation.run(configuration, to: "first", first: true).isNewInLedger == true)
  }

  @Test("a run that ended while it entered a release is completed by the next, wherever it ended")
  func interrupted() async throws {
    let organisation = try Organisation()
    defer { organisation.remove() }
    let key = try #require(LedgerKey(secret: [UInt8](repeating: 7, count: 32)))
    func release(_ period: String) throws -> LedgerRelease {
      try LedgerRelease(
        digest: "results of \(period)", period: period,
        floors: LedgerEntry.Floors(threshold: 10, payThreshold: 10, fewestMovers: 10), cells: [],
        states: nil)
    }
    let first = try #require(try LedgerChain(key: key).adding(release("2025Q1")))
    let one = try LedgerChain(lines: first.line, head: first.head, key: key)
    let second = try #require(try one.adding(release("2025Q2")))
    func put(_ bytes: [UInt8]?, _ name: String) throws {
      let url = URL(fileURLWithPath: organisation.ledger + name)
      try? FileManager.default.removeItem(at: url)
      if let bytes { try Data(bytes).write(to: url) }
    }
    // Nothing of the line, some of it at any byte, all of it; the head old or new.
    for length in Array(0...second.line.count) {
      for head in [first.head, second.head] where head == first.head || length == second.line.count
      {
        try put(first.line + second.line.prefix(length), "")
        try put(head, ".head")
        try put(second.head + second.line, ".pending")
        let file = try LedgerFile(path: organisation.ledger, key: key)
        let chain = try file.chain(period: "2025Q2", isFirstRelease: false)
        #expect(chain.entries.map(\.period) == ["2025Q1", "2025Q2"], "\(length)")
        #expect(organisation.bytes("parity.ledger") == first.line + second.line)
        #expect(organisation.bytes("parity.ledger.head") == second.head)
        #expect(organisation.bytes("parity.ledger.pending") == nil)
      }
    }
    // The very first release, put in place and not yet entered.
    try put(nil, "")
    try put(nil, ".head")
    try put(first.head + first.line, ".pending")
    let file = try LedgerFile(path: organisation.ledger, key: key)
    #expect(try file.chain(period: "2025Q1", isFirstRelease: false).entries.count == 1)
    // What was left aside does not hide that the rest was changed.
    var damaged = first.line + second.line
    damaged[10] ^= 1
    try put(damaged, "")
    try put(first.head, ".head")
    try put(second.head + second.line, ".pending")
    #expect(throws: RunFailure.self) {
      try file.chain(period: "2025Q2", isFirstRelease: false)
    }
  }
}
