import Foundation
import SVGCharts
import TestSupport
import Testing

/// Every kind of chart as a file, byte for byte.
///
/// `PARITY_WRITE_GOLDEN=1` writes the files anew; look at each before it is committed.
@Suite("Golden charts")
struct GoldenFilesTests {
  private static let folder = "Tests/SVGChartsTests/Fixtures"
  private static let writes = ProcessInfo.processInfo.environment["PARITY_WRITE_GOLDEN"] == "1"

  @Test("a chart is its golden file", arguments: SampleCharts.all.map(\.name))
  func golden(name: String) throws {
    let chart = try #require(SampleCharts.all.first { $0.name == name }?.chart)
    let svg = chart.svg(
      prefix: name, alternative: Alternative(title: "Finding", description: chart.summary),
      theme: .standalone)
    let file = ProjectFolder.file("\(Self.folder)/\(name).svg")
    if Self.writes { try Data(svg.utf8).write(to: file) }
    #expect(svg == (try? String(contentsOf: file, encoding: .utf8)), "\(name)")
  }

  @Test("every golden file has its chart, and every kind of chart has one")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: ProjectFolder.file(Self.folder).path)
    #expect(files.sorted() == SampleCharts.all.map { $0.name + ".svg" }.sorted())
    let kinds = Set(SampleCharts.all.map { String(describing: type(of: $0.chart)) })
    let sources = try FileManager.default.contentsOfDirectory(
      atPath: ProjectFolder.file("Sources/SVGCharts").path)
    let declared = sources.filter { $0.hasSuffix("Chart.swift") && $0 != "Chart.swift" }
    #expect(Set(declared.map { String($0.dropLast(6)) }) == kinds)
  }
}
