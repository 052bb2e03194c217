import Foundation

/// A notebook on disk with its lock and its figures.
package struct NotebookFile: Sendable {
  /// The path as the user gave it.
  package let path: String
  /// The notebook.
  package let notebook: Notebook
  /// What its outputs were made from; `nil` where it was never run.
  package let lock: LockManifest?

  /// The folder it stands in.
  var folder: String { Self.folder(of: path) }
  /// Its name without the ending.
  var name: String { Self.name(of: path) }
  /// The folder of its figures, relative to its own.
  var figureFolder: String { "figures/\(name)" }

  /// Reads a notebook.
  ///
  /// - Throws: `NotebookProblems`.
  package init(path: String) throws(NotebookProblems) {
    try self.init(path: path, text: Self.text(path))
  }

  /// Takes a text as the notebook at a path, which need not exist.
  ///
  /// - Throws: `NotebookProblems`.
  package init(path: String, text: String) throws(NotebookProblems) {
    self.path = path
    notebook = try Notebook(text: text, file: path)
    lock = FileManager.default.contents(atPath: Self.lockPath(of: path))
      .flatMap { String(validating: $0, as: UTF8.self) }.flatMap(LockManifest.init)
  }

  /// The text of a file.
  ///
  /// - Throws: `NotebookProblems` where it cannot be read.
  package static func text(_ path: String) throws(NotebookProblems) -> String {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw NotebookProblems(
        [
          NotebookProblem(
            .unreadable, path, nil, "the notebook does not exist or is not UTF-8 text",
            fix: "name a Markdown file with front matter, or a folder of them")
        ], .missing)
    }
    return text
  }

  /// The notebooks a path names: the file itself, or those of the folder, by name.
  ///
  /// Files without front matter are no notebooks, and folders inside are not looked into.
  ///
  /// - Throws: `NotebookProblems` where there is nothing.
  package static func paths(_ path: String) throws(NotebookProblems) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".md") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { "\(base)/\($0)" }
      .filter { (try? text($0)).map(Notebook.isNotebook) ?? false }
  }

  /// The lock beside a notebook.
  static func lockPath(of path: String) -> String {
    "\(folder(of: path))/\(name(of: path)).lock.json"
  }

  /// The folder of a path.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }

  /// The SVG of a figure, where it is there.
  func figure(_ id: String) -> String? {
    FileManager.default.contents(atPath: "\(folder)/\(figureFolder)/\(id).svg")
      .flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The digest of a cell's output as it stands in the files; `nil` where there is none.
  func writtenDigest(_ cell: Cell, _ digests: Digests) -> String? {
    guard let written = cell.written, let id = cell.id else { return nil }
    return CellAnswer.digest(
      text: written.text, figure: cell.options.output == .figure ? figure(id) ?? "" : nil, digests)
  }
}
