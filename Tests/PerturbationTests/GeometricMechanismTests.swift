import Foundation
import TestSupport
import Testing

@testable import Perturbation

@Suite("Exact noise")
struct GeometricMechanismTests {
  static let draws = ThoroughTier.isOn ? 1_000_000 : 100_000
  /// For further parameters: a quick look in the quick tier.
  static let furtherDraws = ThoroughTier.isOn ? 200_000 : 20_000

  /// Chi-squared of draws against their probabilities: values expected at least 10 times by
  /// themselves, the rest on each side together.
  static func misfit(_ numbers: [Int], _ probability: (Int) -> Double) -> (Double, Int) {
    var seen: [Int: Int] = [:]
    for number in numbers { seen[number, default: 0] += 1 }
    let total = Double(numbers.count)
    var reach = 0
    while total * probability(reach + 1) >= 10 { reach += 1 }
    var (sum, inside) = (0.0, 0.0)
    for value in -reach...reach {
      let expected = total * probability(value)
      inside += expected
      sum += pow(Double(seen[value] ?? 0) - expected, 2) / expected
    }
    let side = (total - inside) / 2
    for isUpper in [true, false] where side > 5 {
      let count = numbers.count { isUpper ? $0 > reach : $0 < -reach }
      sum += pow(Double(count) - side, 2) / side
    }
    return (sum, 2 * reach + 1 + (side > 5 ? 2 : 0) - 1)
  }

  static func check(_ numbers: [Int], _ probability: (Int) -> Double, _ comment: String) {
    let (statistic, freedom) = misfit(numbers, probability)
    // Five standard deviations of chi-squared; a wrong tail or a doubled zero is far beyond.
    let most = Double(freedom) + 5 * (2 * Double(freedom)).squareRoot()
    #expect(statistic < most, "\(comment): \(statistic) on \(freedom)")
  }

  @Test(
    "draws of the geometric mechanism have the closed form",
    arguments: ["1", "1/2", "1/4", "7/3", "1/10", "5", "999/1000"])
  func geometric(_ text: String) throws {
    let epsilon = try #require(RationalNumber(text))
    let mechanism = try GeometricMechanism(epsilon: epsilon)
    var bits = SeededRandomBits(seed: 20_261_128)
    let count = text == "1" || text == "1/4" ? Self.draws : Self.furtherDraws
    let numbers = (0..<count).map { _ in mechanism.draw(&bits) }
    let rate = Double(epsilon.numerator) / Double(epsilon.denominator)
    let a = exp(-rate)
    Self.check(numbers, { (1 - a) / (1 + a) * pow(a, Double(abs($0))) }, text)
    let mean = Double(numbers.reduce(0, +)) / Double(numbers.count)
    let deviation = (2 * a).squareRoot() / (1 - a)
    #expect(abs(mean) < 5 * deviation / Double(numbers.count).squareRoot())
    let most = (log(Double(numbers.count)) + 12) / rate + 1
    #expect(numbers.allSatisfy { Double(abs($0)) < most })
  }

  @Test(
    "draws of the discrete Gaussian have the closed form",
    arguments: ["1", "4", "1/4", "9/2", "100", "999/1000"])
  func gaussian(_ text: String) throws {
    let variance = try #require(RationalNumber(text))
    let mechanism = try DiscreteGaussian(variance: variance)
    var bits = SeededRandomBits(seed: 20_261_129)
    let count = text == "4" ? Self.draws : Self.furtherDraws
    let numbers = (0..<count).map { _ in mechanism.draw(&bits) }
    let v = Double(variance.numerator) / Double(variance.denominator)
    let total = (-400...400).reduce(0.0) { $0 + exp(-Double($1 * $1) / (2 * v)) }
    Self.check(numbers, { exp(-Double($0 * $0) / (2 * v)) / total }, text)
  }

  @Test("a wrong closed form is found out")
  func wrongForm() throws {
    let mechanism = try GeometricMechanism(epsilon: #require(RationalNumber(1, 2)))
    var bits = SeededRandomBits(seed: 5)
    let numbers = (0..<Self.draws).map { _ in mechanism.draw(&bits) }
    let a = exp(-0.52)
    let (statistic, freedom) = Self.misfit(numbers) { (1 - a) / (1 + a) * pow(a, Double(abs($0))) }
    #expect(statistic > Double(freedom) + 5 * (2 * Double(freedom)).squareRoot())
  }

  @Test("every draw of e^(-n/d) has its probability", arguments: [(0, 5), (1, 1), (1, 2), (3, 7)])
  func bernoulli(_ n: Int, _ d: Int) {
    var bits = SeededRandomBits(seed: 3)
    let total = Self.furtherDraws
    let hits = (0..<total).count { _ in bits.bernoulliExponential(UInt128(n), over: UInt128(d)) }
    let expected = exp(-Double(n) / Double(d))
    let deviation = (expected * (1 - expected) / Double(total)).squareRoot()
    #expect(abs(Double(hits) / Double(total) - expected) <= 5 * deviation)
    let more = (0..<total).count { _ in
      bits.bernoulliExponential(whole: 1, plus: UInt128(n), over: UInt128(d))
    }
    let less = exp(-1 - Double(n) / Double(d))
    let lessDeviation = (less * (1 - less) / Double(total)).squareRoot()
    #expect(abs(Double(more) / Double(total) - less) <= 5 * lessDeviation)
  }

  private static func unevenness(_ seen: [Int]) -> Double {
    let expected = Double(seen.reduce(0, +)) / Double(seen.count)
    return seen.reduce(0.0) { $0 + pow(Double($1) - expected, 2) / expected }
  }

  @Test("numbers below a bound are even, also beyond 64 bits")
  func below() {
    var bits = SeededRandomBits(seed: 4)
    var seen = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { seen[Int(bits.below(7 as UInt64))] += 1 }
    // Five standard deviations of chi-squared on 6 and on 2 degrees of freedom.
    #expect(Self.unevenness(seen) < 23.4)
    let wide: UInt128 = 3 << 100
    var thirds = [0, 0, 0]
    for _ in 0..<30_000 {
      let number = bits.below(wide)
      #expect(number < wide)
      thirds[Int(number >> 100)] += 1
    }
    #expect(Self.unevenness(thirds) < 12)
    #expect(bits.below(1 as UInt64) == 0 && bits.below(0 as UInt64) == 0)
  }

  @Test("the extremes of the allowed range neither trap nor hang")
  func extremes() throws {
    var bits = SeededRandomBits(seed: 6)
    let limit: UInt64 = 1 << 32
    for (p, q) in [(1, limit), (limit, 1), (limit - 1, limit), (limit, limit - 1)] {
      let number = try #require(RationalNumber(p, q))
      let geometric = try GeometricMechanism(epsilon: number)
      let gaussian = try DiscreteGaussian(variance: number)
      for _ in 0..<200 {
        _ = geometric.draw(&bits)
        _ = gaussian.draw(&bits)
      }
    }
    let loud = try GeometricMechanism(epsilon: #require(RationalNumber(limit)))
    #expect((0..<200).allSatisfy { _ in loud.draw(&bits) == 0 })
    let quiet = try GeometricMechanism(epsilon: #require(RationalNumber(1, limit)))
    #expect((0..<50).contains { _ in abs(quiet.draw(&bits)) > 1 << 30 })
    let wide = try DiscreteGaussian(variance: #require(RationalNumber(limit)))
    let squares = (0..<4_000).reduce(0.0) { sum, _ in sum + pow(Double(wide.draw(&bits)), 2) }
    // The standard deviation is 65,536; the variance of 4,000 draws is within 2.2 % of it.
    expectClose(squares / 4_000, Double(limit), relative: 5 * (2.0 / 4_000).squareRoot())
  }

  @Test("options out of range are refused")
  func refusals() throws {
    let one = try #require(RationalNumber(1))
    let fine = try #require(RationalNumber(1, (1 << 32) + 1))
    let large = try #require(RationalNumber((1 << 32) + 1))
    for bad in [RationalNumber.zero, fine, large] {
      #expect(throws: PerturbationError.self) { try GeometricMechanism(epsilon: bad) }
      #expect(throws: PerturbationError.self) { try DiscreteGaussian(variance: bad) }
    }
    for sensitivity: UInt64 in [0, .max] {
      #expect(throws: PerturbationError.self) {
        try GeometricMechanism(epsilon: one, sensitivity: sensitivity)
      }
      #expect(throws: PerturbationError.self) {
        try DiscreteGaussian(variance: one, sensitivity: sensitivity)
      }
    }
    var bits = SystemRandomBits()
    let mechanism = try GeometricMechanism(epsilon: one)
    #expect(mechanism(-1, &bits).approximateValue == nil)
    #expect(try DiscreteGaussian(variance: one)(.max, &bits).approximateValue == nil)
  }

  @Test("a person in several counts needs a wider scale")
  func sensitivity() throws {
    let one = try #require(RationalNumber(1))
    let wide = try GeometricMechanism(epsilon: one, sensitivity: 4)
    let quarter = try GeometricMechanism(epsilon: #require(RationalNumber(1, 4)))
    var first = SeededRandomBits(seed: 8)
    var second = SeededRandomBits(seed: 8)
    for _ in 0..<1_000 { #expect(wide.draw(&first) == quarter.draw(&second)) }
  }

  @Test("the system's bits are used, and a count comes out noisy")
  func systemBits() throws {
    var bits = SystemRandomBits()
    let mechanism = try GeometricMechanism(epsilon: #require(RationalNumber(1, 4)))
    let shown = (0..<200).compactMap { _ in mechanism(10, &bits).approximateValue }
    #expect(shown.count == 200 && Set(shown).count > 5)
    #expect(shown.contains { $0 < 10 } && shown.contains { $0 > 10 })
  }

  @Test("no floating-point number and no logarithm is in the path of a draw")
  func source() throws {
    let banned = [
      "Double", "Float", "CGFloat", "Decimal", "log", "exp", "pow", "sqrt", "squareRoot",
      "Foundation", "Glibc",
    ]
    func words(_ text: String) -> [(line: Int, word: String)] {
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
        number, line in
        let trimmed = line.drop { $0 == " " }
        return trimmed.hasPrefix("//")
          ? []
          : line.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") }
            .flatMap { word in [String(word)] + word.split(separator: ".").map(String.init) }
            .map { (number + 1, $0) }
      }
    }
    func isFloating(_ word: String) -> Bool {
      let isLiteral =
        word.first?.isNumber == true && word.last?.isNumber == true && Int(word) == nil
        && Double(word) != nil
      return banned.contains(word) || isLiteral
    }
    for file in [
      "RandomBits", "TwoSidedGeometric", "GeometricMechanism", "DiscreteGaussian", "RationalNumber",
    ] {
      let text = try String(
        contentsOf: ProjectFolder.file("Sources/Perturbation/\(file).swift"), encoding: .utf8)
      #expect(text.count > 500)
      for (line, word) in words(text) where isFloating(word) {
        Issue.record("\(file).swift, line \(line): \(word)")
      }
    }
    #expect(words("let x = 0.5").contains { isFloating($0.word) })
    #expect(words("let x = 1e3").contains { isFloating($0.word) })
    #expect(words("let y = Double(x)").contains { isFloating($0.word) })
    #expect(words("  return -log(u)").contains { isFloating($0.word) })
  }
}
