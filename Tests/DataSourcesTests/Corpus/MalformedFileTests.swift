import DataSources
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Malformed files")
struct MalformedFileTests {
  private func expectStated(_ file: MalformedFile) throws {
    let written = try WrittenFile(file.bytes)
    let report = try InputChecker(
      schema: SampleWorkforce.schema(written.path, format: file.format)
    ).check()
    #expect(
      report.exitCode == file.exitCode, "\(report.problems.map { "\($0.code) \($0.message)" })")
    guard let code = file.code else {
      #expect(report.problems.isEmpty, "\(report.problems.map { "\($0.code) \($0.message)" })")
      return
    }
    let found = report.problems(code)
    #expect(!found.isEmpty, "\(report.problems.map { "\($0.code) \($0.message)" })")
    if let rows = file.rows { #expect(found.first?.rows == rows) }
  }

  @Test("structure: each file gives its code", arguments: MalformedFile.structure)
  func structure(_ file: MalformedFile) throws { try expectStated(file) }

  @Test("encoding: each file gives its code", arguments: MalformedFile.encoding)
  func encoding(_ file: MalformedFile) throws { try expectStated(file) }

  @Test("numbers, dates and semantics: each file gives its code", arguments: MalformedFile.numbers)
  func numbers(_ file: MalformedFile) throws { try expectStated(file) }

  private func expectUnreadable(_ path: String, _ code: String) throws {
    let report = try InputChecker(schema: SampleWorkforce.schema(path)).check()
    #expect(report.problems.map(\.code) == [code])
    #expect(report.exitCode == 66)
  }

  @Test("67 what is no ordinary file is refused without waiting on it")
  func specialFiles() throws {
    let file = try WrittenFile("a\n")
    try expectUnreadable(file.sibling("nothing.csv"), "D001")
    try expectUnreadable(file.sibling(""), "D003")
    try expectUnreadable("/dev/zero", "D004")
    #expect(mkfifo(file.sibling("pipe"), 0o600) == 0)
    try expectUnreadable(file.sibling("pipe"), "D004")
    #expect(symlink(file.sibling("loop"), file.sibling("loop")) == 0)
    try expectUnreadable(file.sibling("loop"), "D005")
    try expectUnreadable("", "D001")
    try expectUnreadable("a\0b", "D001")
  }

  @Test("68 a file that may not be read is refused", .enabled(if: geteuid() != 0))
  func forbiddenFile() throws {
    let file = try WrittenFile("a\n")
    #expect(chmod(file.path, 0) == 0)
    try expectUnreadable(file.path, "D002")
  }

  @Test("69 a file that grows while it is read is refused")
  func growingFile() throws {
    let file = try WrittenFile(SampleWorkforce.file(SampleWorkforce.rows(20)))
    var transcoder = try TextTranscoder(
      path: file.path, format: ResolvedFormat.resolve(path: file.path))
    var text: [UInt8] = []
    #expect(try transcoder.readChunk(into: &text))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file.path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("x".utf8))
    try handle.close()
    do {
      while try transcoder.readChunk(into: &text) {}
      Issue.record("the change was not noticed")
    } catch {
      #expect(error.problems.map(\.code) == ["D009"])
    }
  }

  @Test("04 a file of one column is read as one")
  func oneColumn() throws {
    let file = try WrittenFile("gender\n" + String(repeating: "F\nM\n", count: 5))
    let schema = SampleWorkforce.schema(file.path, columns: [SampleWorkforce.columns[1]])
    let report = try InputChecker(schema: schema).check()
    #expect(report.problems.isEmpty)
    #expect(report.rows == 10)
  }

  @Test("random damage never crashes the checker, the inspection or the proposal")
  func randomDamage() throws {
    var generator = SeededGenerator(seed: 2025)
    let good = Array(SampleWorkforce.file(SampleWorkforce.rows(8)).utf8)
    let odd: [UInt8] = [0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x80, 0xC3, 0xE2, 0xED, 0xFF, 0xFE, 0x2D]
    for _ in 0..<150 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let byte = odd.randomElement(using: &generator) ?? 0
        if Bool.random(using: &generator) {
          bytes[place] = byte
        } else {
          bytes.insert(byte, at: place)
        }
      }
      let file = try WrittenFile(bytes)
      _ = try InputChecker(schema: SampleWorkforce.schema(file.path)).check()
      _ = try? MappingProposal.propose(path: file.path, input: "employees").toml()
    }
  }
}
