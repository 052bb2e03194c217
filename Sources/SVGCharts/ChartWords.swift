/// Phrases of the charts and of their summaries, in the language of their numbers.
struct ChartWords {
  /// The marker drawn for a value that is not shown.
  static let marker = "[c]"

  /// What a chart may say, by what it means.
  enum Phrase: CaseIterable {
    case notShown, interval, bars, declarationDots, attributeReportedFrom, reportedFrom,
      earlierQuarters, intervalDots, logarithmicDots, parity, band, extremes, grid, rows,
      columns, curve, diagonal, valueAt, thenNotShown, pyramid, shareDots, nowAgainst, before,
      hollow, stackedBars, steps, span, valueIn, breaks, lines, bridge, funnel
  }

  private let language: Substring

  /// The words of the language of a locale's tag; English where there are none.
  init(tag: String) { language = tag.prefix { $0 != "-" } }

  /// What stands for a value that is not shown.
  var notShown: String { text(.notShown) }

  /// A phrase with its places filled.
  func text(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var result = ""
    var rest = template(phrase)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open] + (values.first { $0.key == name }?.value ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A phrase with named places in braces.
  func template(_ phrase: Phrase) -> String {
    switch language {
    case "de": Self.german(phrase)
    case "fr": Self.french(phrase)
    case "es": Self.spanish(phrase)
    default: Self.english(phrase)
    }
  }

  /// Parts joined as sentences.
  static func sentences(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.map { part in
      [".", "!", "?"].contains(part.suffix(1)) ? part : part + "."
    }.joined(separator: " ")
  }
}

extension NumberFormat {
  /// The phrases that go with these numbers.
  var words: ChartWords { ChartWords(tag: conventions.tag) }
}
