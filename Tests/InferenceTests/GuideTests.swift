import Foundation
import TestSupport
import Testing

@testable import Inference

/// Holds the guide to the catalogue, so that neither can go stale alone.
@Suite("The guides to choosing a test and an index")
struct GuideTests {
  private static func pages() throws -> String {
    try ["ChooseATest", "ChooseAnIndex"].map { page in
      try String(
        contentsOf: ProjectFolder.file("Sources/Inference/Inference.docc/\(page).md"),
        encoding: .utf8)
    }.joined(separator: "\n")
  }

  /// The identifiers the pages put in code style within their tables.
  private static func identifiers() throws -> [String] {
    try pages().split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { row in
      row.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
  }

  @Test("every identifier of the pages is a method of the catalogue")
  func known() throws {
    let identifiers = try Self.identifiers()
    #expect(identifiers.count > 30)
    for identifier in identifiers {
      #expect(MethodCatalogue.card(identifier) != nil, "\(identifier)")
    }
  }

  @Test("every method of the catalogue is on a page")
  func complete() throws {
    let identifiers = try Self.identifiers()
    // Amounts of pay and rates of events have pages of their own.
    let elsewhere = [
      "mean-", "median-", "pay-", "event-rate", "poisson-rate", "benchmark-difference",
    ]
    for card in MethodCatalogue.all where !elsewhere.contains(where: card.id.hasPrefix) {
      #expect(
        identifiers.contains { $0 == card.id || $0.hasPrefix(card.id + "-") }, "\(card.id)")
    }
  }

  @Test("rows of tables have as many fields as their heading")
  func tables() throws {
    var width = 0
    for line in try Self.pages().split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = 0
        continue
      }
      let fields = line.count { $0 == "|" }
      if width == 0 { width = fields }
      #expect(fields == width, "\(line.prefix(60))")
    }
  }
}
