import Archive
import Documents
import Encoders
import Estimates
import TestSupport
import Testing

@testable import Pooling

@Suite("The document of a pool")
struct PoolDocumentTests {
  private static func release(own: Int?) throws -> PooledRelease {
    try BenchmarkPool(
      try SamplePacks.packs(), own: own, asOf: "2026-01-15", panel: "0123"
    ).release()
  }

  /// Everything that is written: data, Markdown with figures, and the page, in every language.
  private static func bytes(_ release: PooledRelease) -> String {
    var text = release.json(engine: "Parity").document
    for locale in ["en-GB", "de", "fr", "es"] {
      let document = PoolDocument(release, locale: locale, engine: "Parity").document
      let files =
        MarkdownRenderer(fileName: "pool.md").render(document)
        + HTMLRenderer(fileName: "pool.html") { _ in "" }.render(document)
      for file in files { text += String(decoding: file.bytes, as: UTF8.self) }
    }
    return text
  }

  /// A count as any of the languages, or a machine, would write it.
  private static func forms(_ count: Int) -> [String] {
    let digits = String(count)
    var groups: [Substring] = []
    var rest = digits[...]
    while !rest.isEmpty {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return [digits] + [",", ".", "\u{202F}", "\u{A0}"].map { groups.joined(separator: $0) }
  }

  @Test("no count of any organisation is in any byte, but the reader's own", arguments: [-1, 3])
  func planted(own: Int) throws {
    let own = own < 0 ? nil : own
    let packs = try SamplePacks.packs(SamplePacks.large)
    let text = Self.bytes(
      try BenchmarkPool(packs, own: own, asOf: "2026-01-15", panel: "0123").release())
    for (position, counts) in SamplePacks.large.enumerated() {
      let planted =
        [counts.women.reduce(0, +), counts.everyone.reduce(0, +)] + counts.women + counts.everyone
      for count in planted where count > 100_000 {
        let isFound = Self.forms(count).contains { text.contains($0) }
        // The reader's own overall counts are in the sentences.
        if position != own { #expect(!isFound, "\(count) of organisation \(position)") }
      }
      if let own, position == own {
        #expect(Self.forms(planted[0]).contains { text.contains($0) })
      }
      if position != own { #expect(!text.contains("partner-\(position + 1)")) }
    }
  }

  @Test("counts of the pool are tens, shares have three digits")
  func coarse() throws {
    let release = try Self.release(own: 0)
    for figure in release.figures {
      #expect(figure.people % 10 == 0 && figure.total % 10 == 0)
      for number in [figure.mean, figure.deviation, figure.prediction] {
        let coarse = try #require(number.coarse)
        for value in [coarse.value, coarse.interval?.lowerBound, coarse.interval?.upperBound] {
          let thousandths = (value ?? 0) * 1000
          #expect(abs(thousandths - thousandths.rounded()) < 1e-9)
        }
      }
      let own = try #require(figure.own)
      let limits = try #require(own.limits)
      #expect(limits.outer.lowerBound <= limits.inner.lowerBound)
      #expect(own.funnel.count > 5 && own.funnel.last?.people == 2 * own.total)
    }
    #expect(release.standardised.count == 1)
    let ratio = try #require(release.standardised.first?.ratio.coarse)
    #expect(ratio.interval?.contains(ratio.value) == true)
  }

  @Test("the figures are in the order of populations and groups, with the reader's place in words")
  func words() throws {
    let release = try Self.release(own: 0)
    let document = PoolDocument(release, locale: "en-GB", engine: "Parity").document
    let text = MarkdownRenderer(fileName: "pool.md").render(document)
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(text.contains("Pooled benchmark of 6 organisations"))
    #expect(text.contains("partner-1: 40.4% (191 of 473)"))
    #expect(text.contains("Women, Junior"))
    let without = PoolDocument(try Self.release(own: nil), locale: "en-GB", engine: "Parity")
      .document
    #expect(
      without.blocks.allSatisfy { block in
        if case .figure = block { false } else { true }
      })
  }

  @Test("every text is in every language with the same places")
  func catalogue() {
    for text in PoolText.allCases {
      let places = Set(
        text.english.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" } })
      for tag in ["de", "fr", "es", "en-US"] {
        let other = text.template(tag)
        #expect(!other.isEmpty)
        #expect(
          Set(other.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" } }) == places,
          "\(text) in \(tag)")
        for word in ["significant", "bias", "best", "worst", "discriminat"] {
          #expect(!text.english.lowercased().contains(word))
        }
      }
    }
  }
}
