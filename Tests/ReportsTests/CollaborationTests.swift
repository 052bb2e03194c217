import Documents
import Estimates
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Collaboration")
struct CollaborationTests {
  private static let pool = PoolComparison(
    period: "2025Q3", flowPeriod: "2024Q4 to 2025Q3", contributors: 9,
    rows: [
      .init(
        population: .workforce, group: "Women", places: [], own: (480, 1000), pooled: 0.42,
        mean: .init(0.421, interval: 0.39...0.452), prediction: 0.3...0.55,
        percentile: .init(0.88, interval: 0.8...0.94)),
      .init(
        population: .workforce, group: "Women", places: ["Senior"], own: (40, 100), pooled: 0.37,
        mean: .init(0.368, interval: 0.33...0.41), prediction: 0.25...0.5,
        percentile: .init(0.61, interval: 0.2...0.9)),
      .init(
        population: .exits, group: "Women", places: [], own: nil, pooled: 0.4,
        mean: nil, prediction: nil, percentile: nil),
    ])

  private static func lines(_ pool: PoolComparison?, _ language: Language) throws -> [String] {
    var context = try #require(try SampleRelease.context())
    context.language = language
    var input = ReportInput(release: SampleRelease.release, context: context)
    input.pool = pool
    return DocumentText(ReportBuilder.full(input)).lines
  }

  @Test("says where the organisation stands, with both counts, the mean and a further one")
  func stands() throws {
    let lines = try Self.lines(Self.pool, .britishEnglish)
    #expect(lines.contains("## Collaboration"))
    let text = lines.joined(separator: "\n")
    #expect(
      text.contains(
        "Workforce: Women: 48.0% here (480 of 1,000), 42.1% on average of the organisations; that of"
          + " a further organisation would lie between 30.0% and 55.0%. That is higher than in about"
          + " 88% of organisations like these."))
    #expect(text.contains("Women, Senior"))
    #expect(!text.contains("Exits: Women"))
  }

  @Test("a report without a pool says what is missing, in every language")
  func missing() throws {
    for language in Language.allCases {
      let lines = try Self.lines(nil, language)
      #expect(lines.contains { $0.contains("[collaboration] pool") }, "\(language)")
      #expect(try Self.lines(Self.pool, language).contains { $0.contains("48") })
    }
  }
}
