import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Adjusted p-values")
struct AdjustedPValuesTests {
  private static let methods: [String: @Sendable ([PValue]) -> [PValue]] = [
    "HochbergAdjustment": HochbergAdjustment.adjust,
    "HommelAdjustment": HommelAdjustment.adjust,
    "BenjaminiHochbergAdjustment": BenjaminiHochbergAdjustment.adjust,
    "BenjaminiYekutieliAdjustment": BenjaminiYekutieliAdjustment.adjust,
  ]

  private static func pValues(_ text: String?) -> [PValue] {
    (text ?? "").split(separator: " ").compactMap { Double($0).flatMap { PValue($0) } }
  }

  private static func family(_ generator: inout SeededGenerator, upTo size: Int) -> [PValue] {
    (0..<Int.random(in: 1...size, using: &generator)).compactMap { _ in
      PValue(Double(Int.random(in: 0...40, using: &generator)) / 40)
    }
  }

  @Test(
    "agree with statsmodels and with R's p.adjust",
    arguments: [Fixtures.stratifiedPython, Fixtures.stratifiedR], methods.keys.sorted())
  func references(file: String, name: String) throws {
    let adjust = try #require(Self.methods[name])
    for row in try ReferenceValue.read(file, method: name) {
      let adjusted = adjust(Self.pValues(row.arguments["pValues"]))
      let index = try #require(Int(row.quantity))
      expectClose(adjusted[index].value, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("published: the 15 p-values of Benjamini and Hochberg (adverse-49)")
  func published() throws {
    let family = Self.pValues(
      ".0001 .0004 .0019 .0095 .0201 .0278 .0298 .0344 .0459 .324 .4262 .5719 .6528 .759 1"
        .split(separator: " ").map { $0 == "1" ? "1" : "0" + $0 }.joined(separator: " "))
    #expect(family.count == 15)
    expectClose(HolmAdjustment.adjust(family)[3].value, 0.114, relative: 1e-12)
    expectClose(HochbergAdjustment.adjust(family)[5].value, 0.2682, relative: 1e-12)
    expectClose(HommelAdjustment.adjust(family)[3].value, 0.095, relative: 1e-12)
    let discoveries = BenjaminiHochbergAdjustment.adjust(family)
    expectClose(discoveries[3].value, 0.035625, relative: 1e-12)
    #expect(discoveries.count { $0.value <= 0.05 } == 4)
    expectClose(BenjaminiYekutieliAdjustment.adjust(family)[3].value, 0.118212, relative: 1e-5)
  }

  @Test("Hommel's is the closed test: the largest Simes p-value of all sets that hold the test")
  func closedTest() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      let family = Self.family(&generator, upTo: 7)
      let adjusted = HommelAdjustment.adjust(family)
      var largest = family.map(\.value)
      for set in 1..<(1 << family.count) {
        let members = family.indices.filter { set & (1 << $0) != 0 }
        let sorted = members.map { family[$0].value }.sorted()
        let simes = sorted.enumerated().map { Double(sorted.count) * $1 / Double($0 + 1) }.min()
        for member in members { largest[member] = max(largest[member], simes ?? 0) }
      }
      for index in family.indices {
        expectClose(adjusted[index].value, min(1, largest[index]), relative: 1e-13)
      }
    }
  }

  @Test("Benjamini and Hochberg's step-up rule, word for word, rejects the same tests")
  func stepUpRule() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let family = Self.family(&generator, upTo: 15)
      let level = 0.093
      let sorted = family.map(\.value).sorted()
      let last = sorted.indices.last {
        sorted[$0] <= level * Double($0 + 1) / Double(sorted.count)
      }
      let rejected = last.map { sorted[$0] } ?? -1
      let adjusted = BenjaminiHochbergAdjustment.adjust(family)
      for index in family.indices {
        #expect((adjusted[index].value <= level) == (family[index].value <= rejected))
      }
    }
  }

  @Test("p ≤ Hommel ≤ Hochberg ≤ Holm, and BH ≤ Hochberg and BH ≤ BY; order is kept")
  func ordering() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let family = Self.family(&generator, upTo: 12)
      let hommel = HommelAdjustment.adjust(family)
      let hochberg = HochbergAdjustment.adjust(family)
      let holm = HolmAdjustment.adjust(family)
      let discoveries = BenjaminiHochbergAdjustment.adjust(family)
      let anyDependence = BenjaminiYekutieliAdjustment.adjust(family)
      for left in family.indices {
        let chains = [
          [family[left], hommel[left], hochberg[left], holm[left]],
          [family[left], discoveries[left], hochberg[left]],
          [discoveries[left], anyDependence[left]],
        ]
        for chain in chains {
          for (lesser, greater) in zip(chain, chain.dropFirst()) {
            #expect(lesser.value <= greater.value * (1 + 1e-14))
          }
        }
        for right in family.indices where family[left] <= family[right] {
          for adjusted in [hommel, hochberg, discoveries, anyDependence] {
            #expect(adjusted[left].value <= adjusted[right].value * (1 + 1e-14))
          }
        }
      }
    }
  }

  @Test("an empty family stays empty and a single test is left alone")
  func small() throws {
    let alone = try #require(PValue(0.03))
    for adjust in Self.methods.values {
      #expect(adjust([]).isEmpty)
      #expect(adjust([alone]) == [alone])
      #expect(adjust([.one, .one]) == [.one, .one])
    }
  }
}
