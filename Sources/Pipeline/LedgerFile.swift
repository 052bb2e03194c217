import Foundation
import Ledger

/// A ledger on disk: the lines, the head and, during a run, what is about to be added.
///
/// All files have mode 0600. An addition is first written aside and made durable; then the release is
/// put in place; then the line is appended and the head replaced by a rename. A run that ends between
/// these steps leaves the addition aside, and the next run takes the release as published: it may have
/// been seen.
struct LedgerFile {
  /// Where the lines are.
  let path: String
  private let key: LedgerKey
  private let lock: LedgerLock

  private var headPath: String { path + ".head" }
  private var pendingPath: String { path + ".pending" }

  /// Takes the ledger for this run.
  init(path: String, key: LedgerKey) throws(RunFailure) {
    self.path = path
    self.key = key
    lock = try LedgerLock(beside: path)
  }

  /// The releases so far.
  ///
  /// - Parameters:
  ///   - period: the period of the release that is being made.
  ///   - isFirstRelease: whether there need not be any; a ledger that is broken is then set aside.
  func chain(period: String, isFirstRelease: Bool) throws(RunFailure) -> LedgerChain {
    let lines = Self.bytes(path)
    let head = Self.bytes(headPath)
    guard let lines, !lines.isEmpty else {
      // A head that counts entries tells that there were some.
      let isSound = head.map {
        LedgerChain.verify(lines: [], head: $0, key: key) == nil
      }
      let recovered = try finished(LedgerChain(key: key), lines: [])
      if !recovered.entries.isEmpty { return recovered }
      guard isFirstRelease else { throw Self.missing(path) }
      if isSound == false { try setAside() }
      return recovered
    }
    do {
      let chain = try LedgerChain(
        lines: lines, head: head, key: key, period: LedgerPeriod(period))
      if isFirstRelease, !chain.entries.isEmpty {
        throw RunFailure(
          .refused,
          [
            "error P114 --first-release, and the ledger \(path) holds "
              + "\(chain.entries.count) \(chain.entries.count == 1 ? "release" : "releases")",
            "  fix: leave --first-release out, or name another ledger",
          ])
      }
      return try finished(chain, lines: lines)
    } catch let fault as LedgerFault {
      if let chain = try interrupted(lines) { return chain }
      if isFirstRelease {
        try setAside()
        return LedgerChain(key: key)
      }
      throw Self.broken(path, fault)
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw Self.broken(path, .malformed(entry: 1))
    }
  }

  // MARK: - Adding

  /// Writes aside what will be added, before the release is put in place.
  func prepare(_ addition: LedgerChain.Addition) throws(RunFailure) {
    guard Self.write(addition.head + addition.line, to: pendingPath) else {
      throw Self.unwritable(path)
    }
  }

  /// Forgets what was to be added: the release was not put in place.
  func cancel() { PrivateFile.remove(pendingPath) }

  /// Adds it: the release is in place.
  func commit(_ addition: LedgerChain.Addition) throws(RunFailure) {
    guard Self.append(addition.line, to: path), Self.write(addition.head, to: headPath) else {
      throw Self.unwritable(path)
    }
    PrivateFile.remove(pendingPath)
  }

  /// Completes what an earlier run left aside, where the ledger is as it was before it.
  private func finished(
    _ chain: LedgerChain, lines: [UInt8]
  ) throws(RunFailure) -> LedgerChain {
    guard let (line, head) = pending() else {
      cancel()
      return chain
    }
    guard let whole = try? LedgerChain(lines: lines + line, head: head, key: key) else {
      // Left by a run whose line is there already, or of another ledger.
      cancel()
      return chain
    }
    guard Self.append(line, to: path), Self.write(head, to: headPath) else {
      throw Self.unwritable(path)
    }
    cancel()
    return whole
  }

  /// The chain where a run ended while it appended: the lines end in a part of the line left aside, or
  /// in all of it with the old head.
  private func interrupted(_ lines: [UInt8]) throws(RunFailure) -> LedgerChain? {
    guard let (line, head) = pending() else { return nil }
    for length in stride(from: min(line.count, lines.count), through: 1, by: -1)
    where lines.suffix(length).elementsEqual(line.prefix(length)) {
      let whole = lines.dropLast(length) + line
      guard let chain = try? LedgerChain(lines: Array(whole), head: head, key: key) else {
        continue
      }
      guard Self.append(Array(line.dropFirst(length)), to: path), Self.write(head, to: headPath)
      else { throw Self.unwritable(path) }
      cancel()
      return chain
    }
    return nil
  }

  /// What was left aside: a head, and the line after it.
  private func pending() -> (line: [UInt8], head: [UInt8])? {
    guard let bytes = Self.bytes(pendingPath), let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return (Array(bytes[(end + 1)...]), Array(bytes[...end]))
  }

  /// Moves a broken ledger out of the way, under the first name that is free.
  private func setAside() throws(RunFailure) {
    let manager = FileManager.default
    var number = 1
    while manager.fileExists(atPath: "\(path).set-aside-\(number)")
      || manager.fileExists(atPath: "\(headPath).set-aside-\(number)")
    {
      number += 1
    }
    for file in [path, headPath] where manager.fileExists(atPath: file) {
      do {
        try manager.moveItem(atPath: file, toPath: "\(file).set-aside-\(number)")
      } catch {
        throw Self.unwritable(path)
      }
    }
    cancel()
  }

  // MARK: - Bytes

  private static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Writes a file whole: aside, flushed, renamed, the folder flushed.
  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let temporary = path + ".partial"
    PrivateFile.remove(temporary)
    guard append(bytes, to: temporary), rename(temporary, path) == 0 else {
      PrivateFile.remove(temporary)
      return false
    }
    let folder = open(
      URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      // Some file systems do not flush folders; their refusal is not a failure to write.
      _ = fsync(folder)
      close(folder)
    }
    return true
  }

  /// Adds bytes at the end of a file and flushes it.
  private static func append(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
      return true
    } catch {
      return false
    }
  }

  // MARK: - Failures

  private static func missing(_ path: String) -> RunFailure {
    RunFailure(
      .refused,
      [
        "error P110 the ledger \(path) is missing or empty, so nobody knows what was published before",
        "  fix: put it back from a copy with its .head; for the first release ever, add"
          + " --first-release",
      ])
  }

  private static func broken(_ path: String, _ fault: LedgerFault) -> RunFailure {
    RunFailure(
      .refused,
      [
        "error P111 the ledger \(path) cannot be trusted: \(fault)",
        "  fix: put it and its .head back from a copy, with the key they were made with; to begin"
          + " anew and set it aside, add --first-release",
      ])
  }

  private static func unwritable(_ path: String) -> RunFailure {
    RunFailure(
      .cannotWrite,
      [
        "error W108 the ledger \(path) could not be written",
        "  fix: check its folder and its space, then run again: what was left aside is then added",
      ])
  }
}
