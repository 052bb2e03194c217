import Documents
import Findings
import Foundation
import SVGCharts
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

  /// Words that claim more than a number can, or that name people by what they are not.
  static func forbidden(in language: Language) -> [String] {
    switch language {
    case .britishEnglish, .americanEnglish: forbidden
    case .german:
      [
        "signifikant", "signifikante", "signifikanter", "signifikanten", "nur", "bloß", "beste",
        "besten", "schlechteste", "schlechtesten", "diskriminierung", "diskriminiert",
        "benachteiligung", "voreingenommen", "minderheit", "mehrheit", "ausländer", "rasse",
        "nichtweiß", "nicht-weiß",
      ]
    case .french:
      [
        "significatif", "significative", "significatifs", "significatives", "seulement",
        "meilleur", "meilleure", "pire", "discrimination", "discriminé", "discriminée", "biais",
        "biaisé", "minorité", "majorité", "non-blanc", "non-blanche",
      ]
    case .spanish:
      [
        "significativo", "significativa", "significativos", "significativas", "solamente",
        "mejor", "peor", "discriminación", "discriminado", "discriminada", "sesgo", "sesgado",
        "minoría", "mayoría", "raza", "no-blanco", "no-blanca",
      ]
    }
  }

  private func input(_ language: Language) throws -> ReportInput {
    let context = try #require(try SampleRelease.context(language))
    return ReportInput(release: SampleRelease.release, context: context)
  }

  private func documents(
    _ language: Language, _ profiles: [ReportProfile] = ReportProfile.allCases
  ) throws -> [Document] {
    let input = try input(language)
    return profiles.map { ReportBuilder.document($0, input) }
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
  }

  @Test("no forbidden word stands anywhere", arguments: Language.allCases)
  func forbiddenWords(language: Language) throws {
    let forbidden = Self.forbidden(in: language)
    for document in try documents(language) {
      for line in DocumentText(document).lines {
        for word in words(line) {
          #expect(!forbidden.contains(word), "“\(word)” in: \(line)")
        }
      }
    }
    for entry in CatalogueTests.entries where entry.language == language {
      for word in words(entry.text) {
        #expect(!forbidden.contains(word), "“\(word)” in \(entry.testDescription)")
      }
    }
  }

  @Test(
    "every place of every message is filled, and no sentence has stray marks",
    arguments: Language.allCases)
  func punctuation(language: Language) throws {
    for document in try documents(language) {
      for line in DocumentText(document).lines {
        for stray in [
          "{", "}", "  of", " ,", " .", "..", "()", "Optional", " ;", "::", "„“",
          "«»",
        ] {
          let isIndent = line.hasPrefix("  ")
          #expect(isIndent || !line.contains(stray), "“\(stray)” in: \(line)")
        }
        #expect(!words(line).contains { ["nil", "nan"].contains($0) }, "\(line)")
      }
    }
  }

  @Test(
    "no sentence of a translated report is left in English",
    arguments: [Language.german, .french, .spanish])
  func leftInEnglish(language: Language) throws {
    let context = try input(language).context
    // What the organisation and the data say stays as it is written.
    let own =
      [
        context.dataDescription, context.actions[0].text, context.actions[1].text,
      ].compactMap(\.self) + context.warnings + ["Census of the region"]
    // Of the research profile the conventions of tests and the lines of frameworks stay English.
    for document in try documents(language, [.full, .leadership]) {
      for line in DocumentText(document).lines
      where !line.hasPrefix("| ") && !own.contains(where: { line.contains($0) }) {
        for word in ["the", "of", "and", "with", "who", "not", "by"] {
          #expect(!words(line).contains(word), "“\(word)” in: \(line)")
        }
      }
    }
  }

  @Test(
    "every number in a sentence stands in the tables of its section, rounded alike",
    arguments: Language.allCases)
  func numbersStandInTables(language: Language) throws {
    let writer = SectionWriter(try input(language))
    let lead = writer.label(.howToRead)
    let sections = Self.sections(ReportBuilder.full(try input(language)))
    #expect(sections.count > 8)
    var checked = 0
    for section in sections where !["headlines", "method"].contains(section.id) {
      let known = Set(section.tables.flatMap { Self.numbers($0, language) })
      for sentence in section.sentences where !sentence.hasPrefix(lead) {
        for number in Self.numbers(Self.withoutLabels(sentence, language), language) {
          checked += 1
          let isRounded = known.contains { Self.isRounding(number, of: $0) }
          #expect(
            known.contains(number) || isRounded, "\(number) in \(section.id): \(sentence)")
        }
      }
    }
    #expect(checked > 100)
  }

  @Test(
    "every number in a headline is a rounding of a number in the report's tables",
    arguments: Language.allCases)
  func headlineNumbers(language: Language) throws {
    let sections = Self.sections(ReportBuilder.full(try input(language)))
    let known = sections.flatMap { $0.tables.flatMap { Self.numbers($0, language) } }
    let headlines = try #require(sections.first { $0.id == "headlines" })
    for sentence in headlines.sentences {
      let text = Self.withoutLabels(sentence, language)
      for number in Self.numbers(text, language) where number != "60" {
        #expect(
          known.contains { $0 == number || Self.isRounding(number, of: $0) },
          "\(number) in: \(sentence)")
      }
    }
  }

  @Test("every language says the same numbers in the same places of its tables")
  func sameNumbers() throws {
    func numbers(_ language: Language) throws -> [[String]] {
      Self.sections(ReportBuilder.full(try input(language))).filter { $0.id != "method" }
        .map { $0.tables.flatMap { Self.numbers($0, language) } }
    }
    let english = try numbers(.britishEnglish)
    for language in Language.allCases {
      #expect(try numbers(language) == english, "\(language)")
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
  static func withoutLabels(_ sentence: String, _ language: Language) -> String {
    let phrases =
      switch language {
      case .britishEnglish, .americanEnglish: ["95% confidence", "60% rule", "per 100"]
      case .german: ["95\u{A0}%-Konfidenz", "Grenze von 60\u{A0}%", "je 100"]
      case .french:
        ["confiance à 95\u{202F}%", "seuil de 60\u{202F}%", "pour 100", "Sur 100", "sur 100"]
      case .spanish: ["confianza del 95\u{A0}%", "umbral del 60\u{A0}%", "cada 100"]
      }
    return (phrases + ["Band 2-4", "Band 5-7", "Band 8-9"]).reduce(sentence) {
      $0.replacingOccurrences(of: $1, with: "")
    }
  }

  /// The digits of every number in a text, without sign, unit and separators, with a decimal point.
  static func numbers(_ text: String, _ language: Language = .britishEnglish) -> [String] {
    let conventions = NumberConventions.of(tag: language.rawValue) ?? .britishEnglish
    let characters = Array(text)
    var cleaned = ""
    for (index, character) in characters.enumerated() {
      let isBetween =
        index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
        && characters[index + 1].isNumber
      switch String(character) {
      case conventions.groupSeparator:
        cleaned += isBetween ? "" : language.isEnglish ? "" : " "
      case conventions.decimalMark: cleaned += isBetween ? "." : language.isEnglish ? "." : " "
      default: cleaned.append(character)
      }
    }
    var result: [String] = []
    var current = ""
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
