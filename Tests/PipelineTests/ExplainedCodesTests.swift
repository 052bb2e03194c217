import Configuration
import DataSources
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Every code a message carries is explained")
struct ExplainedCodesTests {
  /// Codes in the sources, as `error P101`, or `U110` where a calculator lists its own.
  private static func codes() throws -> [String] {
    let sources = ProjectFolder.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found: Set<String> = []
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:error|warning|note) ([A-Z][0-9]{3})\b/) {
        found.insert(String(match.1))
      }
    }
    // Those of notebooks are explained by their own room.
    return found.filter { !$0.hasPrefix("N") }.sorted()
  }

  @Test("by `parity explain`, with what is wrong and what to do")
  func explained() throws {
    let codes = try Self.codes()
    #expect(codes.count > 35)
    for code in codes {
      let lines = try #require(Explanation.lines(for: code), "\(code) is not explained")
      #expect(lines.count == 1 && lines[0].hasPrefix("\(code): "))
    }
    for code in ["P101", "V001", "C070", "W108", "I103", "U104", "P116"] {
      #expect(codes.contains(code))
      #expect(Explanation.lines(for: code)?.first?.contains("Fix: ") == true)
    }
  }

  @Test("one code means one thing")
  func unambiguous() {
    let run = RunProblemCatalogue.entries.map(\.code)
    #expect(Set(run).count == run.count)
    let other = ConfigurationProblem.catalogue.map(\.code) + ProblemCatalogue.entries.map(\.code)
    #expect(Set(run).isDisjoint(with: other))
  }
}
