import Foundation

/// Reads `parity.toml`.
public enum ConfigurationReader {
  /// Reads a configuration and reports everything that is wrong with it at once.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - file: its name, as problems print it.
  ///   - folder: the folder that paths are relative to.
  ///   - environment: the variables paths may begin with (`PARITY_DATA`).
  /// - Throws: `ConfigurationProblems`, in the order of the lines.
  public static func read(
    text: String, file: String, folder: String, environment: [String: String] = [:]
  ) throws(ConfigurationProblems) -> RunConfiguration {
    let root = try ConfigurationNode.parsed(text, file: file)
    var builder = ConfigurationBuilder(
      root: root.withTargetsInOneKey, file: file, folder: folder, environment: environment)
    return try builder.build()
  }

  /// Reads the configuration at a path; paths in it are relative to its folder.
  ///
  /// - Throws: `ConfigurationProblems`, in the order of the lines.
  public static func read(
    path: String, environment: [String: String] = [:]
  ) throws(ConfigurationProblems) -> RunConfiguration {
    func unreadable(_ message: String, _ fix: String) -> ConfigurationProblems {
      ConfigurationProblems([
        ConfigurationProblem(
          code: ProblemKind.unreadable.rawValue, file: path, line: 1, message: message, fix: fix)
      ])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw unreadable(
        "the file cannot be read", "run parity init to write one, or name another with --config")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw unreadable("the file is not UTF-8 text", "save it as UTF-8")
    }
    let folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    return try read(
      text: text, file: path, folder: path.hasPrefix("/") && folder.isEmpty ? "/" : folder,
      environment: environment)
  }
}

extension ConfigurationNode {
  /// The configuration with every target under one key, also where the key was written without
  /// quotes and so made a table in a table.
  fileprivate var withTargetsInOneKey: ConfigurationNode {
    guard let entries else { return self }
    func flat(_ entry: Entry) -> [Entry] {
      guard let children = entry.node.entries, !children.isEmpty,
        !children.contains(where: { $0.node.entries == nil })
      else { return [entry] }
      return children.flatMap { flat(Entry(key: "\(entry.key).\($0.key)", node: $0.node)) }
    }
    let changed = entries.map { entry in
      guard entry.key == "targets", let targets = entry.node.entries else { return entry }
      let node = entry.node
      return Entry(
        key: entry.key,
        node: ConfigurationNode(
          value: .table(targets.flatMap { flat($0) }), line: node.line, rank: node.rank))
    }
    return ConfigurationNode(value: .table(changed), line: line, rank: rank)
  }
}
