import Archive
import Documents
import Encoders
import Estimates
import TestSupport
import Testing

@testable import Pooling

@Suite("What a pool shows")
struct PoolGateTests {
  private static func labels(_ ruling: PoolGate.Ruling) -> [String] {
    ruling.figures.map { ([$0.key.group] + $0.key.by.map(\.level)).joined(separator: ", ") }
  }

  private static func ruling(_ packs: [ArchivedPack]) -> PoolGate.Ruling {
    PoolGate(packs, rules: PoolRules()).ruling()
  }

  @Test("six alike organisations are shown over all levels and at each")
  func whole() throws {
    let ruling = Self.ruling(try SamplePacks.packs())
    #expect(Self.labels(ruling) == ["Women", "Women, Junior", "Women, Senior", "Women, Lead"])
    #expect(ruling.figures[0].sum == SamplePacks.six.reduce(0) { $0 + $1.women.reduce(0, +) })
    #expect(ruling.withheld == 0)
  }

  @Test("a level one organisation hides takes a second level with it, so that none is a difference")
  func complement() throws {
    let ruling = Self.ruling(try SamplePacks.packs(hiding: [2: [2]]))
    // What is left over, lead level, has people of all: one place left over is safe by itself.
    #expect(Self.labels(ruling) == ["Women", "Women, Junior", "Women, Senior"])
    // Where the others have nobody at that level, the rest would be the one organisation's.
    var counts = SamplePacks.six
    for index in counts.indices where index != 2 {
      counts[index].women[2] = 0
    }
    let lone = Self.ruling(try SamplePacks.packs(counts, hiding: [2: [2]]))
    #expect(Self.labels(lone) == ["Women", "Women, Junior"])
  }

  @Test(
    "an organisation with more than a quarter of a figure hides it, and what would give it away")
  func dominance() throws {
    var counts = SamplePacks.six
    counts[0].women[2] = 80
    let ruling = Self.ruling(try SamplePacks.packs(counts))
    #expect(!Self.labels(ruling).contains("Women, Lead"))
    // Lead alone would be the difference of the rest from the whole.
    #expect(Self.labels(ruling) == ["Women", "Women, Junior"])
    #expect(ruling.withheld == 2)
  }

  @Test("of random packs every figure and every difference keeps the rules")
  func random() throws {
    var generator = SeededGenerator(seed: 11)
    let rules = PoolRules()
    for round in 0..<(ThoroughTier.isOn ? 400 : 60) {
      let organisations = Int.random(in: 5...9, using: &generator)
      let counts = (0..<organisations).map { _ -> SamplePacks.Counts in
        let everyone = SamplePacks.levels.map { _ in Int.random(in: 1...90, using: &generator) }
        return SamplePacks.Counts(
          women: everyone.map { Int.random(in: 0...$0, using: &generator) }, everyone: everyone)
      }
      let packs = try SamplePacks.packs(counts, hiding: round % 3 == 0 ? [1: [0]] : [:])
      let figures = Self.ruling(packs).figures
      for figure in figures {
        #expect(rules.allow(figure.people) && rules.allow(figure.others))
      }
      // Every sum of shown levels, taken from the whole.
      guard let whole = figures.first(where: \.key.by.isEmpty) else {
        #expect(figures.isEmpty)
        continue
      }
      let levels = figures.filter { !$0.key.by.isEmpty }
      for subset in 0..<(1 << levels.count) {
        var (people, others) = (whole.people, whole.others)
        for (position, level) in levels.enumerated() where subset & (1 << position) != 0 {
          people = zip(people, level.people).map { $0 - $1 }
          others = zip(others, level.others).map { $0 - $1 }
        }
        #expect(rules.allow(people) && rules.allow(others), "\(counts)")
      }
    }
  }

  @Test("rules can be tightened, never loosened")
  func rules() {
    let loose = PoolRules(minimumContributors: 2, largestPercent: 90, lagMonths: 0)
    #expect(loose == PoolRules())
    let tight = PoolRules(minimumContributors: 8, largestPercent: 20, lagMonths: 6)
    #expect(tight.minimumContributors == 8 && tight.largestPercent == 20 && tight.lagMonths == 6)
    #expect(PoolRules().allow([1, 1, 1, 1, 1]) == true)
    #expect(PoolRules().allow([2, 1, 1, 1, 1]) == false)
    #expect(PoolRules().allow([0, 0, 0]) == true)
    #expect(PoolRules().allow([5, 5, 5, 5]) == false)
    #expect(PoolRules().allow([5, 5, 5, 5, 5, -1]) == false)
  }

  @Test("four organisations, young data and nothing safe are refused")
  func refusals() throws {
    func refusal(_ packs: [ArchivedPack], asOf: String = "2026-01-15") -> BenchmarkPool.Refusal? {
      do {
        _ = try BenchmarkPool(packs, own: nil, asOf: asOf, panel: "").release()
        return nil
      } catch { return error }
    }
    let packs = try SamplePacks.packs()
    #expect(refusal(Array(packs.prefix(4))) == .tooFewContributors(4))
    #expect(refusal(packs, asOf: "2025-12-29") == .tooRecent([0, 1, 2, 3, 4, 5]))
    #expect(refusal(packs, asOf: "2025-12-30") == nil)
    var counts = SamplePacks.six
    counts[0].women = [900, 700, 500]
    counts[0].everyone = [2000, 1900, 1500]
    #expect(refusal(try SamplePacks.packs(counts)) == .nothingToShow)
  }
}
