import Estimates
import Foundation
import TestSupport
import Testing

@testable import Calculators

/// The people of the fixtures and small files of a test's own.
enum FilePeople {
  static let path = ProjectFolder.file("Tests/CalculatorsTests/Fixtures/people.csv").path

  /// Calls a function with the path of a file of this text, called `people.csv`.
  static func withFile<Answer, Problem: Error>(
    _ text: String, _ body: (String) throws(Problem) -> Answer
  ) throws(Problem) -> Answer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "parity-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("people.csv")
    try? text.write(to: file, atomically: true, encoding: .utf8)
    return try body(file.path)
  }

  /// Expects an answer to have R's numbers of a case.
  static func expect(
    _ calculator: String, in answer: Calculation, clusters: Bool = true, adjusted: Bool = true,
    relative: Double
  ) throws {
    let values = try ReferenceValue.read(
      "Tests/CalculatorsTests/Fixtures/people-r.csv", method: calculator)
    for row in values {
      if !clusters, row.id.hasPrefix("cluster") { continue }
      if !adjusted, row.id.hasPrefix("adjusted") { continue }
      let subject = row.arguments["subject"]
      let time = row.arguments["time"].map { "at time \($0)," } ?? ""
      let result = try #require(
        answer.results.first {
          $0.method.id == row.id && $0.subject == subject
            && (time.isEmpty || $0.method.convention.hasPrefix(time))
        }, "\(row)")
      let found: Double? =
        switch row.quantity {
        case "estimate": result.estimate?.value
        case "lower": result.estimate?.interval?.lower
        case "upper": result.estimate?.interval?.upper
        case "error": result.estimate?.standardError
        case "p": result.pValue?.value
        default: nil
        }
      expectClose(found, row.value, relative: relative, "\(row) \(subject ?? "")")
    }
  }
}
