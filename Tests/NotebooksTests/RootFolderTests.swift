import Foundation
import TestSupport
import Testing

@testable import Notebooks

@Suite("Paths of cells")
struct RootFolderTests {
  @Test("a path stays below the root, links followed")
  func below() async throws {
    try await TemporaryFolder.with { folder in
      let manager = FileManager.default
      for name in ["root", "real", "root/in"] {
        try manager.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      }
      for name in ["secret.csv", "root/in/a.csv", "real/b.csv"] {
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      }
      try manager.createSymbolicLink(
        atPath: "\(folder)/root/link.csv", withDestinationPath: "\(folder)/secret.csv")
      let root = RootFolder(path: "\(folder)/root", dataFolder: "\(folder)/real")
      #expect(try root.resolve("in/a.csv") != .absent)
      #expect(try root.resolve("$PARITY_DATA/b.csv") != .absent)
      #expect(try root.resolve("$PARITY_DATA/none.csv") == .absent)
      for path in [
        "../secret.csv", "in/../../secret.csv", "/etc/passwd", "~/x", "$HOME/x", "link.csv", "",
        "$PARITY_DATA/../secret.csv",
      ] {
        do throws(CellOptions.Problem) {
          _ = try root.resolve(path)
          Issue.record("\(path) was taken")
        } catch {
          #expect(error.kind == .outsideRoot, "\(path)")
        }
      }
      do throws(CellOptions.Problem) {
        _ = try root.resolve("none.csv")
        Issue.record("a missing file was taken")
      } catch {
        #expect(error.kind == .missingFile)
      }
      #expect(try RootFolder(path: folder, dataFolder: nil).resolve("$PARITY_DATA/x") == .absent)
      #expect(root.withoutFolders("see \(root.path)/in/a.csv") == "see in/a.csv")
    }
  }
}
