import Foundation
import TestSupport
import Testing

@testable import Inference

/// Holds the page of other programs to the data.
@Suite("The page of other programs")
struct OtherProgramsPageTests {
  private static let path = "Sources/Inference/Inference.docc/OtherPrograms.md"

  /// The heading of every topic with its table, as the page must have them.
  private static var tables: String {
    PeerCrosswalk.topics.map { topic in
      ([
        "### \(topic.title)", "",
        "| method (number) | data | program | prints | here | agreement | why |",
        "|---|---|---|---|---|---|---|",
      ] + topic.comparisons.map(\.markdownRow)).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  @Test("has every comparison, in the order of the data, and no other row")
  func rows() throws {
    let page = try String(contentsOf: ProjectFolder.file(Self.path), encoding: .utf8)
    let start = try #require(page.range(of: "### ")?.lowerBound)
    let written = page[start...].split(separator: "\n", omittingEmptySubsequences: false)
    let expected = (Self.tables + "\n").split(separator: "\n", omittingEmptySubsequences: false)
    for (line, wanted) in zip(written, expected) { #expect(line == wanted) }
    #expect(written.count == expected.count)
  }
}
