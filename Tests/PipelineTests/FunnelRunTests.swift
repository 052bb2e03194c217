import Configuration
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("The funnel in the terminal")
struct FunnelRunTests {
  private func run(
    _ dataset: String, _ breadth: FunnelRun.Breadth, _ form: FunnelRun.Form
  ) async throws -> FunnelRun.Product {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/\(dataset)/parity.toml").path)
    return try await FunnelRun(configuration, breadth: breadth)(form)
  }

  private func json(_ product: FunnelRun.Product) throws -> [String: Any] {
    let text = product.lines.joined(separator: "\n")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  private func exhibits(_ document: [String: Any]) throws -> [[String: Any]] {
    try #require(document["exhibits"] as? [[String: Any]])
  }

  private func values(_ exhibit: [String: Any], row: Int = 0) throws -> [String: [String: Any]] {
    let rows = try #require(exhibit["rows"] as? [[String: Any]])
    return try #require(rows[row]["values"] as? [String: [String: Any]])
  }

  @Test("Berkeley 1973: a gap over all that vanishes within departments, with its published tests")
  func berkeley() async throws {
    let product = try await run("berkeley-1973", .funnel(attribute: nil, by: nil), .json)
    let document = try json(product)
    #expect(document["schema"] as? String == "parity.results/1")
    let found = try exhibits(document)
    #expect(
      found.compactMap { $0["kind"] as? String } == [
        "funnel", "funnel_by", "funnel_stratified",
      ])
    let stratified = try #require(found.last)
    #expect(stratified["status"] as? String == "vanishes")
    #expect(stratified["is_heterogeneous"] as? Bool == true)
    let values = try values(stratified)
    func number(_ column: String, _ key: String) throws -> Double {
      try #require(values[column]?[key] as? Double)
    }
    // Bickel, Hammel and O'Connell (1975); the tests from R 4.2 (mantelhaen.test with and without
    // exact, DescTools BreslowDayTest).
    expectClose(try number("pooled_ratio", "value"), 0.681829843563, relative: 1e-11)
    expectClose(try number("common_p", "p"), 0.2169237, relative: 1e-6)
    expectClose(try number("exact_p", "p"), 0.2277625, relative: 1e-6)
    expectClose(try number("homogeneity_p", "p"), 0.00207139, relative: 1e-5)
    // By hand from the six tables: sum of (women admitted × men / all) over the sum of (men
    // admitted × women / all).
    let tables: [(Double, Double, Double, Double)] = [
      (89, 108, 512, 825), (17, 25, 353, 560), (202, 593, 120, 325), (131, 375, 138, 417),
      (94, 393, 53, 191), (24, 341, 22, 373),
    ]
    let women = tables.map { $0.0 * $0.3 / ($0.1 + $0.3) }.reduce(0, +)
    let men = tables.map { $0.2 * $0.1 / ($0.1 + $0.3) }.reduce(0, +)
    expectClose(try number("common_ratio", "value"), women / men, relative: 1e-11)
  }

  @Test("the panel says what the report says of Berkeley")
  func panel() async throws {
    let product = try await run(
      "berkeley-1973", .funnel(attribute: "gender", by: "department"), .lines)
    let text = product.lines.map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
    let words = text.split(separator: " ").joined(separator: " ")
    #expect(words.contains("557 of 1,835 30.4% 1,198 of 2,691 44.5% 0.68 (0.63 to 0.74)"))
    #expect(
      text.contains("within each department, like compared with like, the difference vanishes"))
    #expect(text.contains("CMH p = 0.217, exact p = 0.228"))
    #expect(text.contains("(Breslow-Day-Tarone p = 0.002)"))
    #expect(!text.contains("[c]") && product.remarks.isEmpty)
    #expect(product.lines.allSatisfy { $0.count <= 120 })
  }

  @Test("every name that does not exist is told in one pass")
  func names() async throws {
    do {
      _ = try await run("berkeley-1973", .funnel(attribute: "age", by: "floor"), .lines)
      Issue.record("unknown names were taken")
    } catch let failure as RunFailure {
      #expect(failure.exitCode == .usage)
      #expect(failure.lines.count { $0.hasPrefix("error U103") } == 2)
      #expect(failure.lines.contains { $0.contains("one of gender") })
      #expect(failure.lines.contains { $0.contains("one of department") })
    }
  }

  @Test("a scan of Berkeley finds the gap over all and department A, among seven comparisons")
  func scan() async throws {
    let document = try json(try await run("berkeley-1973", .scan, .json))
    let scan = try #require(document["scan"] as? [String: Any])
    #expect(scan["family_size"] as? Int == 7 && scan["not_shown"] as? Int == 0)
    let rows = try #require(scan["rows"] as? [[String: Any]])
    #expect(rows.count == 7)
    let out = rows.filter { $0["stands_out"] as? Bool == true }
    #expect(out.compactMap { $0["label"] as? String } == ["Admitted", "A: Admitted"])
    // R's fisher.test for department A.
    expectClose(try #require(out.last?["p"] as? Double), 1.669189e-05, relative: 1e-6)
    expectClose(
      try #require(out.last?["p_adjusted"] as? Double), 3.5 * 1.669189e-05, relative: 1e-6)
  }

  @Test(
    "a scan of gated data looks at the report's release: what is hidden there stays hidden",
    .enabled(if: ThoroughTier.isOn))
  func gatedScan() async throws {
    let funnel = try json(
      try await run("healthtech", .funnel(attribute: nil, by: nil), .json))
    let document = try json(try await run("healthtech", .scan, .json))
    func counts(_ document: [String: Any]) throws -> [String: String] {
      var found: [String: String] = [:]
      for exhibit in try exhibits(document) {
        for row in try #require(exhibit["rows"] as? [[String: Any]]) {
          for entry in try #require(row["values"] as? [String: [String: Any]]).values {
            guard let cell = entry["cell"] as? String else { continue }
            let text = "\(entry["status"] ?? "") \(entry["count"] ?? "")"
            #expect(found[cell] == nil || found[cell] == text)
            found[cell] = text
          }
        }
      }
      return found
    }
    let shown = try counts(funnel)
    let scanned = try counts(document)
    #expect(shown.count > 50)
    for cell in shown.keys.sorted() { #expect(scanned[cell] == shown[cell], "\(cell)") }
    let scan = try #require(document["scan"] as? [String: Any])
    let rows = try #require(scan["rows"] as? [[String: Any]])
    let hidden = rows.filter { $0["status"] as? String == "not_shown" }
    #expect(!hidden.isEmpty && hidden.count == scan["not_shown"] as? Int)
    #expect(hidden.allSatisfy { $0["p"] == nil && $0["ratio"] == nil && $0["p_adjusted"] == nil })
    // The planted gaps: promotions of women at Professional, exits of people with a disability.
    let out = rows.filter { $0["stands_out"] as? Bool == true }
      .compactMap { "\($0["label"] ?? "") \($0["focal"] ?? "")" }
    #expect(out.contains("Promotions, Professional Women"))
    #expect(out.contains("Exits People with a disability"))
  }
}
