import Documents
import Foundation

/// Prints pages to PDF with an installed Chromium.
///
/// The browser works offline on one file in a folder of its own; a PDF carries the day it was made, so
/// it is outside the promise of same bytes.
struct PagePrinter {
  /// The names a browser may have on the search path, in the order they are tried.
  static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  /// How long one page may take, in seconds.
  static let patience = 120.0

  private let browser: String

  /// Finds a browser.
  ///
  /// - Throws: a failure (cannot write) where there is none.
  init(
    searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) throws(RunFailure) {
    let folders = searchPath.split(separator: ":").map(String.init)
    let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard
      let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else {
      throw RunFailure(
        .cannotWrite,
        [
          "error W109 a PDF is printed by Chromium, and none is installed",
          "  fix: install chromium or google-chrome, or leave pdf out of --format",
        ])
    }
    browser = found
  }

  /// A page as a PDF file.
  ///
  /// - Throws: a failure (cannot write) if the browser prints nothing.
  func print(_ page: RenderedFile, as name: String) throws(RunFailure) -> RenderedFile {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("parity-\(UUID().uuidString)")
    let source = folder.appendingPathComponent("page.html")
    let target = folder.appendingPathComponent("page.pdf")
    defer { try? manager.removeItem(at: folder) }
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data(page.bytes).write(to: source)
      try run([
        "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--no-pdf-header-footer",
        "--user-data-dir=\(folder.appendingPathComponent("profile").path)",
        "--print-to-pdf=\(target.path)", source.absoluteString,
      ])
    } catch {
      throw Self.failure(browser)
    }
    guard let data = manager.contents(atPath: target.path), data.starts(with: Array("%PDF-".utf8))
    else { throw Self.failure(browser) }
    return RenderedFile(path: name, bytes: Array(data), isReproducible: false)
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date().addingTimeInterval(Self.patience)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  private static func failure(_ browser: String) -> RunFailure {
    RunFailure(
      .cannotWrite,
      [
        "error W110 \(browser) printed no PDF; nothing was written",
        "  fix: print report.html from a browser, or leave pdf out of --format",
      ])
  }
}
