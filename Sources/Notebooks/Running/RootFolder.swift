import Foundation

/// The folder a notebook may read from, and the folder of real data beside it.
package struct RootFolder: Sendable {
  /// The folder that paths in cells are relative to.
  package let path: String
  /// The folder that `$PARITY_DATA` stands for, where it is set.
  package let dataFolder: String?

  /// The prefix of paths into the folder of real data.
  package static let variable = "$PARITY_DATA/"

  /// Names the folders.
  package init(path: String, dataFolder: String?) {
    self.path = Self.real(path)
    self.dataFolder = dataFolder.flatMap { $0.isEmpty ? nil : Self.real($0) }
  }

  /// What a path of a cell leads to.
  enum Resolved: Hashable {
    /// A file or folder, by its complete path.
    case present(String)
    /// Something below `$PARITY_DATA` that is not on this machine.
    case absent
  }

  /// Resolves a path of a cell.
  ///
  /// - Throws: where it leads out of the root, or nothing is there.
  func resolve(_ text: String) throws(CellOptions.Problem) -> Resolved {
    let isData = text.hasPrefix(Self.variable)
    let inside = isData ? String(text.dropFirst(Self.variable.count)) : text
    guard !inside.isEmpty, !inside.hasPrefix("/"), !inside.hasPrefix("~"), !inside.hasPrefix("$"),
      !inside.split(separator: "/").contains(".."), !inside.contains("\0")
    else { throw Self.outside(text) }
    guard let base = isData ? dataFolder : path else { return .absent }
    let complete = "\(base)/\(inside)"
    guard FileManager.default.fileExists(atPath: complete) else {
      if isData { return .absent }
      throw CellOptions.Problem(
        .missingFile, "there is no file \(text)", "paths are relative to the notebook's root")
    }
    let real = Self.real(complete)
    guard real == base || real.hasPrefix(base + "/") else { throw Self.outside(text) }
    return .present(complete)
  }

  private static func outside(_ text: String) -> CellOptions.Problem {
    CellOptions.Problem(
      .outsideRoot, "the path \(text) leads out of the notebook's root",
      "write a path below it, or one below $PARITY_DATA/")
  }

  /// A complete path as a notebook writes it; `nil` where it is below neither folder.
  func shown(_ complete: String) -> String? {
    let real = Self.real(complete)
    if real.hasPrefix(path + "/") { return String(real.dropFirst(path.count + 1)) }
    if let dataFolder, real.hasPrefix(dataFolder + "/") {
      return Self.variable + real.dropFirst(dataFolder.count + 1)
    }
    return nil
  }

  /// What a command printed, without the folders of this machine.
  func withoutFolders(_ text: String) -> String {
    var text = text
    if let dataFolder, dataFolder != "/" {
      text = text.replacing(dataFolder + "/", with: Self.variable)
    }
    return path == "/" ? text : text.replacing(path + "/", with: "")
  }

  /// The SHA-256 of a file, or of every file of a folder with its name; `nil` if it cannot be read.
  static func digest(_ path: String, _ digests: Digests) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else { return digests.file(path) }
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else { return nil }
    var lines = ""
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if let digest = digests.file("\(path)/\(name)") { lines += "\(digest) \(name)\n" }
    }
    return digests.text(lines)
  }

  /// A path without links and dots.
  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
