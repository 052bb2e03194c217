import Documents
import Findings
import Foundation
import Testing

@testable import Reports

/// Reads the report as a stern editor would: no forbidden word, no number that its section's tables
/// do not hold.
@Suite("Wording linter")
struct WordingLinterTests {
  static let forbidden = [
    "significant", "significantly", "only", "best", "worst", "discrimination", "discriminates",
    "bias", "biased", "minority", "majority", "nonwhite", "non-white", "bame", "poc",
  ]

  private func documents() throws -> [Document] {
    try Language.allCases.flatMap { language -> [Document] in
      let context = try #require(try SampleRelease.context(language))
      let input = ReportInput(release: SampleRelease.release, context: context)
      return ReportProfile.allCases.map { ReportBuilder.document($0, input) }
    }
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
  }

  @Test("no forbidden word stands anywhere")
  func forbiddenWords() throws {
    for document in try documents() {
      for line in DocumentText(document).lines {
        for word in words(line) {
          #expect(!Self.forbidden.contains(word), "“\(word)” in: \(line)")
        }
      }
    }
    for message in Message.allCases {
      for word in words(MessageCatalogue.english(message)) {
        #expect(!Self.forbidden.contains(word), "“\(word)” in \(message)")
      }
    }
  }

  @Test("every place of every message is filled, and no sentence has stray marks")
  func punctuation() throws {
    for document in try documents() {
      for line in DocumentText(document).lines {
        for stray in [
          "{", "}", "  of", " ,", " .", "..", "()", "nil", "Optional", " ;", "::",
        ] {
          let isIndent = line.hasPrefix("  ")
          #expect(isIndent || !line.contains(stray), "“\(stray)” in: \(line)")
        }
        #expect(!words(line).contains("nan"), "no number in: \(line)")
      }
    }
  }

  @Test("every number in a sentence stands in the tables of its section, rounded alike")
  func numbersStandInTables() throws {
    let context = try #require(try SampleRelease.context())
    let input = ReportInput(release: SampleRelease.release, context: context)
    let sections = Self.sections(ReportBuilder.full(input))
    #expect(sections.count > 8)
    var checked = 0
    for section in sections where !["headlines", "method"].contains(section.id) {
      let known = Set(section.tables.flatMap(Self.numbers))
      for sentence in section.sentences where !sentence.hasPrefix("How to read this") {
        for number in Self.numbers(Self.withoutLabels(sentence)) {
          checked += 1
          let isRounded = known.contains { Self.isRounding(number, of: $0) }
          #expect(
            known.contains(number) || isRounded, "\(number) in \(section.id): \(sentence)")
        }
      }
    }
    #expect(checked > 100)
  }

  @Test("every number in a headline is a rounding of a number in the report's tables")
  func headlineNumbers() throws {
    let context = try #require(try SampleRelease.context())
    let input = ReportInput(release: SampleRelease.release, context: context)
    let sections = Self.sections(ReportBuilder.full(input))
    let known = sections.flatMap { $0.tables.flatMap(Self.numbers) }
    let headlines = try #require(sections.first { $0.id == "headlines" })
    for sentence in headlines.sentences {
      for number in Self.numbers(Self.withoutLabels(sentence)) where number != "60" {
        #expect(
          known.contains { $0 == number || Self.isRounding(number, of: $0) },
          "\(number) in: \(sentence)")
      }
    }
  }

  struct Section {
    let id: String
    var sentences: [String] = []
    var tables: [String] = []
  }

  static func sections(_ document: Document) -> [Section] {
    var sections = [Section(id: "front")]
    func add(_ block: Block) {
      switch block {
      case .heading(2, let id, _): sections.append(Section(id: id))
      case .paragraph(let inlines):
        sections[sections.count - 1].sentences.append(DocumentText.text(inlines))
      case .list(let items):
        sections[sections.count - 1].sentences += items.map { DocumentText.text($0) }
      case .table(let table): sections[sections.count - 1].tables += text(table)
      case .scorecard(let card):
        sections[sections.count - 1].tables += card.rows.flatMap {
          [$0.measure, $0.detail ?? "", DocumentText.text($0.now), DocumentText.text($0.before)]
        }
      case .callout(_, _, let blocks): blocks.forEach(add)
      default: break
      }
    }
    document.blocks.forEach(add)
    return sections
  }

  static func text(_ table: DataTable) -> [String] {
    [table.caption] + table.notes + table.columns.map(\.title)
      + table.rows.flatMap { row in
        [DocumentText.text(row.header)] + row.cells.map { DocumentText.text($0) }
      }
  }

  /// A sentence without the labels in it that hold digits, and without the confidence.
  static func withoutLabels(_ sentence: String) -> String {
    ["95% confidence", "Band 2-4", "Band 5-7", "Band 8-9", "60% rule", "per 100"].reduce(sentence) {
      $0.replacingOccurrences(of: $1, with: "")
    }
  }

  /// The digits of every number in a text, without sign, unit and separators.
  static func numbers(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    let cleaned = text.replacingOccurrences(of: ",", with: "")
    for character in cleaned + " " {
      if character.isNumber || (character == "." && !current.isEmpty) {
        current.append(character)
      } else if !current.isEmpty {
        while current.hasSuffix(".") { current.removeLast() }
        if !character.isLetter { result.append(current) }
        current = ""
      }
    }
    return result
  }

  /// Whether a number without decimals is another number rounded.
  static func isRounding(_ number: String, of known: String) -> Bool {
    guard !number.contains("."), known.contains("."), let left = Double(number),
      let right = Double(known)
    else { return false }
    return abs(left - right) <= 0.5 + 0.05
  }
}
