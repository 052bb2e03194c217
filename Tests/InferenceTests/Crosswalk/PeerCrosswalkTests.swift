import Foundation
import TestSupport
import Testing

@testable import Inference

/// A number another program printed, from the files its scripts wrote.
private struct PeerNumber {
  let entry: String
  let program: String
  let version: String
  let value: Double

  static func all() throws -> [PeerNumber] {
    try ["r", "python", "pysal", "indices"].flatMap { file in
      try String(
        contentsOf: ProjectFolder.file("Tests/InferenceTests/Fixtures/Crosswalk/\(file).csv"),
        encoding: .utf8
      ).split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",").map(String.init)
        let value = try #require(fields.count == 4 ? Double(fields[3]) : nil, "\(line)")
        return PeerNumber(entry: fields[0], program: fields[1], version: fields[2], value: value)
      }
    }
  }
}

@Suite("The crosswalk to other programs")
struct PeerCrosswalkTests {
  /// Whether a printed number is the number, to the digits printed.
  private static func prints(_ text: String, _ number: Double) -> Bool {
    if text == "NaN" { return number.isNaN }
    if text == "infinity" { return number == .infinity }
    guard let printed = Double(text) else { return false }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let unit = decimals == 0 ? 1e-12 : pow(10, -Double(decimals))
    return abs(printed - number) <= unit * 0.5000001
  }

  @Test(
    "this engine's numbers are those of its methods now",
    arguments: PeerCrosswalk.topics.map(\.title))
  func parityNumbers(title: String) throws {
    let topic = try #require(PeerCrosswalk.topics.first { $0.title == title })
    for comparison in topic.comparisons {
      guard let number = comparison.question.number() else {
        #expect(comparison.parityPrints == "no number", "\(comparison.id)")
        continue
      }
      #expect(
        Self.prints(comparison.parityPrints, number),
        "\(comparison.id): \(number), not \(comparison.parityPrints)")
    }
  }

  @Test("the numbers of programs that were run are those they printed")
  func peerNumbers() throws {
    var printed: [String: PeerNumber] = [:]
    for number in try PeerNumber.all() {
      let earlier = printed.updateValue(number, forKey: number.entry)
      #expect(earlier == nil, "\(number.entry) twice")
    }
    for comparison in PeerCrosswalk.all where comparison.provenance == .run {
      let found = printed.removeValue(forKey: comparison.id)
      let number = try #require(found, "\(comparison.id)")
      #expect(number.program == comparison.program, "\(comparison.id)")
      #expect(number.version == comparison.version, "\(comparison.id)")
      #expect(
        Self.prints(comparison.peerPrints, number.value),
        "\(comparison.id): \(number.value), not \(comparison.peerPrints)")
    }
    #expect(printed.isEmpty, "numbers without a comparison: \(printed.keys.sorted())")
  }

  @Test("two numbers are called the same exactly where they are printed alike")
  func agreement() {
    for comparison in PeerCrosswalk.all {
      let alike = comparison.peerPrints == comparison.parityPrints
      #expect(alike == (comparison.agreement == .same), "\(comparison.id)")
    }
  }

  @Test("there are comparisons of every kind, each named once and explained")
  func complete() {
    let all = PeerCrosswalk.all
    #expect(all.count >= 40)
    #expect(PeerCrosswalk.topics.allSatisfy { $0.comparisons.count >= 10 })
    #expect(Set(all.map(\.id)).count == all.count)
    for agreement in PeerComparison.Agreement.allCases {
      #expect(all.contains { $0.agreement == agreement })
    }
    for comparison in all {
      #expect(comparison.reason.hasSuffix(".") && !comparison.reason.isEmpty, "\(comparison.id)")
      #expect(comparison.exchange.isEmpty || comparison.exchange.hasSuffix("."), "\(comparison.id)")
      #expect(comparison.agreement != .anotherConvention || !comparison.exchange.isEmpty)
      #expect(!comparison.markdownRow.dropFirst().dropLast().contains("||"), "\(comparison.id)")
      #expect(comparison.markdownRow.count { $0 == "|" } == 8, "\(comparison.id)")
      if case .reported = comparison.provenance {
        #expect(comparison.line.contains("not run"), "\(comparison.id)")
      }
    }
  }

  @Test("a method finds its own comparisons and a variant those of its method")
  func lookup() {
    let central = PeerCrosswalk.comparisons(of: "fisher-exact-central")
    #expect(central.map(\.id).contains("fisher-exact2x2-central"))
    #expect(central.allSatisfy { $0.methodID == "fisher-exact-central" })
    let fisher = PeerCrosswalk.comparisons(of: "fisher-exact")
    #expect(fisher.count > central.count)
    #expect(PeerCrosswalk.comparisons(of: "fisher-exact-mid-p").map(\.id) == fisher.map(\.id))
    #expect(PeerCrosswalk.comparisons(of: "p90-p10").map(\.id).contains("percentile-numpy"))
    for (id, words) in [("quantile-type-1-r", "quantile type 1"), ("cox-breslow-r", "Breslow")] {
      #expect(PeerCrosswalk.all.first { $0.id == id }?.line.contains(words) == true, "\(id)")
    }
    #expect(PeerCrosswalk.comparisons(of: "flip-count").isEmpty)
    #expect(PeerCrosswalk.comparisons(of: "no-such-method").isEmpty)
    #expect(
      fisher.first?.line
        == "R 4.2.2 fisher.test(x) prints 0.0599078 for 2 of 10 against 15 of 25; "
        + "fisher-exact-minlike prints 0.0599078 (p): the same. "
        + "Both count every table no more probable than the one seen.")
  }
}
