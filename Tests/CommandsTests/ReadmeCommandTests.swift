import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Commands of the README")
struct ReadmeCommandTests {
  /// The words of every `bin/parity test` and `bin/parity verify` line, quotation marks and remarks
  /// taken off.
  private static let lines: [[String]] = {
    let text = (try? String(contentsOf: ProjectFolder.file("README.md"), encoding: .utf8)) ?? ""
    return text.replacing("\\\n", with: " ").split(whereSeparator: \.isNewline)
      .filter { $0.hasPrefix("bin/parity test ") || $0.hasPrefix("bin/parity verify ") }
      .map { Array(words($0).dropFirst()) }
  }()

  private static func words(_ line: Substring) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "#" where !isQuoted: return words.filter { !$0.isEmpty }
      case " " where !isQuoted: words.append("")
      default: words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  @Test("there are lines for the calculators")
  func found() {
    let calculators = Set(Self.lines.compactMap { $0.dropFirst().first })
    #expect(
      calculators.isSuperset(of: [
        "two-by-two", "stratified", "table", "trend", "share", "adjust", "power", "groups", "index",
        "inequality", "regression",
      ]))
  }

  @Test("every line runs", arguments: lines)
  func runs(line: [String]) async {
    let arguments = line.map { word in
      ["datasets/", "reports/"].contains { word.hasPrefix($0) }
        ? ProjectFolder.file(word).path : word
    }
    #expect(await CommandEntry.run(arguments) == 0)
  }
}
