import Configuration

/// A command that may stand in a cell: one that prints and writes nothing.
package struct AllowedCommand: Sendable, Hashable {
  /// Which of the words behind the command's name are paths.
  package enum Paths: Sendable, Hashable {
    /// None.
    case none
    /// So many, right behind the command's name.
    case first(Int)
    /// All but options.
    case all
  }

  /// The words of its name, for example `test two-by-two`.
  package let words: [String]
  /// Which words are paths.
  package let paths: Paths
  /// The options whose value is a path.
  package let pathOptions: [String]
  /// Whether the first path is a configuration.
  package let readsConfiguration: Bool
  /// Whether it prints JSON when asked with `--json`.
  package let hasJSON: Bool
  /// Whether it takes `--seed`.
  package let hasSeed: Bool
  /// Whether it prints Markdown, and figures when asked with `--figure`.
  package let printsMarkdown: Bool

  /// Names a command.
  package init(
    _ name: String, paths: Paths = .none, pathOptions: [String] = [],
    readsConfiguration: Bool = false, json: Bool = false, seed: Bool = false,
    markdown: Bool = false
  ) {
    words = name.split(separator: " ").map(String.init)
    self.paths = paths
    self.pathOptions = pathOptions
    self.readsConfiguration = readsConfiguration
    hasJSON = json
    hasSeed = seed
    printsMarkdown = markdown
  }

  /// Options that show values of people, or numbers of theirs that no gate has seen.
  static let refusedOptions = ["--show-values", "--file"]

  /// The command that a line begins with, the longest name first.
  ///
  /// - Throws: why there is none.
  static func find(
    _ words: [String], among commands: [AllowedCommand]
  ) throws(CellOptions.Problem) -> AllowedCommand {
    let found = commands.filter { words.starts(with: $0.words) }
      .max { $0.words.count < $1.words.count }
    guard let found else {
      let name = words.prefix { !$0.hasPrefix("-") }.prefix(2).joined(separator: " ")
      let names = commands.map { $0.words.joined(separator: " ") }
      let first = words.first ?? ""
      let meant =
        EditDistance.nearest(to: name, among: names)
        ?? EditDistance.nearest(to: first, among: names)
      throw CellOptions.Problem(
        .refusedCommand,
        "parity \(first) cannot stand in a cell" + (meant.map { "; did you mean \($0)?" } ?? ""),
        "cells print and write nothing: \(names.joined(separator: ", "))")
    }
    if let refused = words.first(where: { word in
      Self.refusedOptions.contains { word == $0 || word.hasPrefix($0 + "=") }
    }) {
      throw CellOptions.Problem(
        .refusedCommand, "\(refused) cannot stand in a cell",
        "a notebook is read by more people than the data; leave it out")
    }
    return found
  }

  /// The positions of the words that are paths, with what stands before the path in the word.
  ///
  /// - Throws: where an option stands in the place of a path.
  func pathPositions(
    in words: [String]
  ) throws(CellOptions.Problem) -> [(position: Int, prefix: String)] {
    var positions: [(position: Int, prefix: String)] = []
    let start = self.words.count
    switch paths {
    case .none: break
    case .first(let count):
      for position in start..<(start + count) where position < words.count {
        guard !words[position].hasPrefix("-") else {
          throw CellOptions.Problem(
            .badCommand, "\(words[position]) stands where the path belongs",
            "write the path right behind \(self.words.joined(separator: " ")), options after it")
        }
        positions.append((position, ""))
      }
    case .all:
      positions += words.indices.dropFirst(start)
        .filter { !words[$0].hasPrefix("-") && !pathOptions.contains(words[$0 - 1]) }
        .map { ($0, "") }
    }
    for position in words.indices.dropFirst(start) {
      for option in pathOptions {
        if words[position] == option, position + 1 < words.count {
          positions.append((position + 1, ""))
        } else if words[position].hasPrefix(option + "=") {
          positions.append((position, option + "="))
        }
      }
    }
    return positions
  }
}
