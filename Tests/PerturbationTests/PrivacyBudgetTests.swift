import Foundation
import Perturbation
import TestSupport
import Testing

@Suite("Privacy budget")
struct PrivacyBudgetTests {
  private static func fraction(_ text: String) throws -> RationalNumber {
    try #require(RationalNumber(text))
  }

  private static func row(_ release: String, epsilon: String) throws -> PrivacyBudget.Row {
    PrivacyBudget.Row(
      release: release, purpose: "headcount", try GeometricMechanism(epsilon: fraction(epsilon)))
  }

  @Test("four quarters at 1/4 spend 1, and a fifth is refused (privacy 4.9)")
  func fourQuarters() throws {
    var budget = PrivacyBudget(epsilonLimit: try Self.fraction("1"))
    for quarter in 1...4 {
      #expect(budget.epsilonSpent == RationalNumber(UInt64(quarter - 1), 4))
      budget = try budget.spending(Self.row("2026Q\(quarter)", epsilon: "1/4"))
    }
    #expect(budget.epsilonSpent == RationalNumber(1))
    #expect(budget.epsilonLeft == .zero)
    let full = budget
    let error = try #require(throws: PerturbationError.self) {
      try full.spending(Self.row("2027Q1", epsilon: "1/1000000"))
    }
    #expect(error.code == "budget-spent")
    #expect(budget.rows.map(\.release) == ["2026Q1", "2026Q2", "2026Q3", "2026Q4"])
  }

  @Test("ten times a tenth is one: sums are exact")
  func exactSums() throws {
    var budget = PrivacyBudget(epsilonLimit: try Self.fraction("1"))
    for release in 0..<10 {
      budget = try budget.spending(Self.row("r\(release)", epsilon: "1/10"))
    }
    #expect(budget.epsilonSpent == RationalNumber(1))
    #expect(budget.epsilonSpent.description == "1")
  }

  @Test("rho is kept apart from epsilon")
  func rho() throws {
    let gaussian = try DiscreteGaussian(variance: Self.fraction("4"))
    let row = PrivacyBudget.Row(release: "2026", purpose: "open file", gaussian)
    let none = PrivacyBudget(epsilonLimit: try Self.fraction("1"))
    #expect(throws: PerturbationError.self) { try none.spending(row) }
    var budget = PrivacyBudget(
      epsilonLimit: try Self.fraction("1"), rhoLimit: try Self.fraction("1/4"))
    budget = try budget.spending(row).spending(row)
    #expect(budget.rhoSpent == RationalNumber(1, 4) && budget.rhoLeft == .zero)
    #expect(budget.epsilonSpent == .zero && budget.epsilonLeft == RationalNumber(1))
    let full = budget
    #expect(throws: PerturbationError.self) { try full.spending(row) }
    budget = try budget.spending(Self.row("2026", epsilon: "1"))
    #expect(budget.rows.count == 3)
  }

  @Test("a sum that needs too fine a fraction is refused, not rounded")
  func tooFine() throws {
    var budget = PrivacyBudget(epsilonLimit: try Self.fraction("1"))
    // Three primes near 2^32 have a product beyond 2^62.
    let primes = ["1/4294967291", "1/4294967279", "1/4294967231"]
    budget = try budget.spending(Self.row("a", epsilon: primes[0]))
    let first = budget
    let error = try #require(throws: PerturbationError.self) {
      try first.spending(Self.row("b", epsilon: primes[1]))
    }
    #expect(error.code == "budget-fraction")
    #expect(first.epsilonSpent == RationalNumber(1, 4_294_967_291))
  }

  @Test("a budget reads back as it was written; an overdrawn one does not read")
  func coding() throws {
    var budget = PrivacyBudget(
      epsilonLimit: try Self.fraction("1"), rhoLimit: try Self.fraction("1/2"))
    budget = try budget.spending(Self.row("2026Q1", epsilon: "2/3"))
    budget = try budget.spending(
      PrivacyBudget.Row(
        release: "2026Q2", purpose: "ä \"quoted\"", DiscreteGaussian(variance: Self.fraction("9"))))
    let data = try JSONEncoder().encode(budget)
    let back = try JSONDecoder().decode(PrivacyBudget.self, from: data)
    #expect(back == budget)
    #expect(back.canonicalBytes == budget.canonicalBytes)
    let text = try #require(String(data: data, encoding: .utf8))
    let overdrawn = text.replacingOccurrences(of: "2\\/3", with: "4\\/3")
    #expect(overdrawn != text)
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(PrivacyBudget.self, from: Data(overdrawn.utf8))
    }
    for (old, new) in [("\"epsilon\"", "\"tau\""), ("2\\/3", "0"), ("\"rows\"", "\"lines\"")] {
      let changed = text.replacingOccurrences(of: old, with: new)
      #expect(changed != text)
      #expect(throws: (any Error).self) {
        try JSONDecoder().decode(PrivacyBudget.self, from: Data(changed.utf8))
      }
    }
    for bad in ["1/0", "-1", "x", "", "1/2/3", "1.5", "+1", "99999999999999999999"] {
      #expect(RationalNumber(bad) == nil, "\(bad)")
      #expect(throws: (any Error).self) {
        try JSONDecoder().decode(RationalNumber.self, from: Data("\"\(bad)\"".utf8))
      }
    }
  }

  @Test("different budgets have different bytes")
  func canonicalBytes() throws {
    let empty = PrivacyBudget(epsilonLimit: try Self.fraction("1"))
    let mechanism = try GeometricMechanism(epsilon: Self.fraction("1/8"))
    func with(_ release: String, _ purpose: String) throws -> PrivacyBudget {
      try empty.spending(PrivacyBudget.Row(release: release, purpose: purpose, mechanism))
    }
    let budgets = [
      empty, PrivacyBudget(epsilonLimit: try Self.fraction("2")),
      PrivacyBudget(epsilonLimit: try Self.fraction("1"), rhoLimit: try Self.fraction("1")),
      try with("ab", "c"), try with("a", "bc"), try with("", "abc"),
      try with("ab", "c").spending(PrivacyBudget.Row(release: "ab", purpose: "c", mechanism)),
    ]
    #expect(Set(budgets.map(\.canonicalBytes)).count == budgets.count)
    let equal = PrivacyBudget(epsilonLimit: try Self.fraction("3/3"))
    #expect(equal.canonicalBytes == empty.canonicalBytes)
    let head = Array("parity.privacy-budget/1".utf8)
    #expect(Array(empty.canonicalBytes.prefix(8 + head.count)) == [0, 0, 0, 0, 0, 0, 0, 23] + head)
  }

  @Test("fractions agree with arithmetic on whole numbers")
  func fractions() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let (a, b, c, d) = (
        UInt64.random(in: 0...50, using: &generator), UInt64.random(in: 1...50, using: &generator),
        UInt64.random(in: 0...50, using: &generator), UInt64.random(in: 1...50, using: &generator)
      )
      let left = try #require(RationalNumber(a, b))
      let right = try #require(RationalNumber(c, d))
      let sum = try #require(left.adding(right))
      #expect(sum.numerator * b * d == (a * d + c * b) * sum.denominator)
      #expect((left < right) == (a * d < c * b))
      #expect((left == right) == (a * d == c * b))
      #expect(sum.subtracting(right) == left)
      #expect((left.subtracting(right) == nil) == (left < right))
      let part = try #require(left.divided(by: d))
      #expect(part.numerator * b * d == a * part.denominator)
      #expect(RationalNumber(left.description) == left)
    }
    let fine = try #require(RationalNumber(1, 1 << 62))
    #expect(fine.divided(by: 2) == nil && fine.divided(by: .max) == nil)
    #expect(RationalNumber(1, 0) == nil && RationalNumber(.max) == nil)
    #expect(RationalNumber(.max, .max) == RationalNumber(1))
    #expect(try #require(RationalNumber(1 << 62)).adding(#require(RationalNumber(1))) == nil)
  }
}
