import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

/// Reductions in force for tests.
enum Reductions {
  /// Westvaco's second round: ten people, three let go.
  static func westvaco() throws -> ReductionByAge {
    try people(
      [25, 33, 35, 38, 48, 55, 55, 55, 56, 64], terminated: [5, 6, 9])
  }

  /// People by age, and the positions of those let go.
  static func people(_ ages: [Int], terminated: Set<Int>) throws -> ReductionByAge {
    try #require(
      ReductionByAge(
        ages.indices.map {
          .init(
            age: ages[$0], terminated: terminated.contains($0) ? 1 : 0,
            retained: terminated.contains($0) ? 0 : 1)
        }))
  }

  /// A random small reduction with its ages and those let go.
  static func random(
    _ generator: inout SeededGenerator
  ) throws -> (ages: [Int], terminated: Set<Int>, reduction: ReductionByAge) {
    let count = Int.random(in: 5...10, using: &generator)
    let ages = (0..<count).map { _ in Int.random(in: 30...38, using: &generator) }
    let size = Int.random(in: 1..<count, using: &generator)
    let terminated = Set(Array(0..<count).shuffled(using: &generator).prefix(size))
    return (ages, terminated, try people(ages, terminated: terminated))
  }
}

@Suite("Reduction by age")
struct ReductionByAgeTests {
  @Test("published: 40 and over (adverse-17); the orientation decides the four-fifths ratio")
  func fortyPlus() throws {
    let reduction = try #require(
      ReductionByAge([
        .init(age: 30, terminated: 10, retained: 300), .init(age: 39, terminated: 7, retained: 264),
        .init(age: 40, terminated: 40, retained: 500),
        .init(age: 61, terminated: 31, retained: 335),
      ]))
    let leaving = try #require(reduction.table(counting: .terminated))
    let staying = try #require(reduction.table(counting: .retained))
    #expect(leaving == (try .rates(focal: 71, of: 906, reference: 17, of: 581)))
    expectClose(PooledZTest()(leaving).test?.statistic, 3.915587, relative: 2e-7)
    expectClose(ImpactRatio()(staying).value, 0.949413, relative: 1e-6)
    let ratio = try #require(ImpactRatio()(leaving).value)
    expectClose(1 / ratio, 0.373373, relative: 2e-6)
    #expect(try #require(ImpactRatio()(staying).value) > 0.8)
  }

  @Test("published: an example of retention (adverse-18)")
  func retention() throws {
    let table = try TwoByTwoTable.rates(focal: 8, of: 17, reference: 8, of: 13)
    expectClose(FisherExactTest()(table).pValue, 0.4836518583, relative: 1e-9)
    expectClose(ImpactRatio()(table).value, 0.764706, relative: 1e-6)
  }

  @Test("bands partition the people, each against everybody else")
  func bands() throws {
    let reduction = try Reductions.westvaco()
    let bands = reduction.bands(from: [60, 40, 50, 40], counting: .terminated)
    #expect(bands.map(\.label) == ["under 40", "40-49", "50-59", "60 and over"])
    #expect(bands.map(\.table.focalTotal) == [4, 1, 4, 1])
    #expect(bands.map(\.table.focalSelected) == [0, 0, 2, 1])
    #expect(bands.allSatisfy { $0.table.total == 10 && $0.table.selected == 3 })
    #expect(reduction.bands(from: [], counting: .retained).map(\.label) == ["all ages"])
    #expect(
      reduction.bands(from: [30, 31], counting: .retained).map(\.label)
        == ["under 30", "30", "31 and over"])
  }

  @Test("counts of one age are added up, ages without people left out, negative counts refused")
  func reading() throws {
    let reduction = try #require(
      ReductionByAge([
        .init(age: 50, terminated: 1, retained: 0), .init(age: 40, terminated: 0, retained: 0),
        .init(age: 50, terminated: 2, retained: 4), .init(age: 31, terminated: 0, retained: 1),
      ]))
    #expect(reduction.ages.map(\.age) == [31, 50])
    #expect(reduction.ages.map(\.terminated) == [0, 3])
    #expect(reduction.total == 8 && reduction.terminated == 3)
    #expect(ReductionByAge([.init(age: 30, terminated: -1, retained: 2)]) == nil)
  }
}

@Suite("Permutation test of the mean age")
struct MeanAgePermutationTestTests {
  @Test("published: Westvaco, 6 of 120 sets (adverse-19)")
  func westvaco() throws {
    let test = try #require(MeanAgePermutationTest()(try Reductions.westvaco()).test)
    expectClose(test.pValue.value, 0.05, relative: 1e-14)
    expectClose(test.statistic, 58, relative: 1e-15)
    #expect(test.convention.hasSuffix("exact"))
  }

  @Test("agrees with every set written out, on both sides and with more let go than retained")
  func enumeration() throws {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<(ThoroughTier.isOn ? 400 : 60) {
      let (ages, terminated, reduction) = try Reductions.random(&generator)
      guard reduction.problem == nil else { continue }
      let seen = terminated.map { ages[$0] }.reduce(0, +)
      let all = ages.reduce(0, +)
      var sums: [Int] = []
      for set in 0..<(1 << ages.count) where set.nonzeroBitCount == terminated.count {
        sums.append(ages.indices.filter { set >> $0 & 1 == 1 }.map { ages[$0] }.reduce(0, +))
      }
      func far(_ sum: Int) -> Int { abs(sum * ages.count - all * terminated.count) }
      let expected: [(AgeAlternative, Int)] = [
        (.older, sums.filter { $0 >= seen }.count), (.younger, sums.filter { $0 <= seen }.count),
        (.twoSided, sums.filter { far($0) >= far(seen) }.count),
      ]
      for (alternative, hits) in expected {
        expectClose(
          MeanAgePermutationTest(alternative: alternative)(reduction).pValue,
          Double(hits) / Double(sums.count), relative: 1e-12, "\(alternative)")
      }
    }
  }

  @Test("two ages: the exact one-sided test of a table, also where sets must be drawn")
  func twoAges() throws {
    for (scale, isExact) in [(1, true), (300, false)] {
      let counts = [17, 22, 21, 19].map { $0 * scale }
      let reduction = try #require(
        ReductionByAge([
          .init(age: 30, terminated: counts[0], retained: counts[1] + (isExact ? 0 : 270)),
          .init(age: 60, terminated: counts[2], retained: counts[3] + (isExact ? 0 : 2700)),
        ]))
      let table = try #require(reduction.table(counting: .terminated))
      let tables = StratifiedTables([.init(label: "", table: table)])
      let exact = try #require(RosenbaumBounds(gamma: 1, direction: .focalMore)(tables).pValue)
      let test = try #require(
        MeanAgePermutationTest(replicates: 200, seed: 3)(reduction).test)
      #expect(test.convention.hasSuffix("exact") == isExact)
      if isExact {
        expectClose(test.pValue.value, exact, relative: 1e-12)
      } else {
        #expect(exact > 0.02 && exact < 0.98)
        #expect(abs(test.pValue.value - exact) < 0.1)
        #expect(test.convention.contains("200 random sets, seed 3"))
      }
    }
  }

  @Test("nobody or everybody let go, or one age, is a reason")
  func degenerate() throws {
    func reason(_ counts: [ReductionByAge.AgeCount]) throws -> String? {
      MeanAgePermutationTest()(try #require(ReductionByAge(counts))).reason
    }
    #expect(try reason([]) == "Nobody is in the data.")
    #expect(try reason([.init(age: 30, terminated: 0, retained: 3)]) == "Nobody was let go.")
    #expect(try reason([.init(age: 30, terminated: 3, retained: 0)]) == "Everybody was let go.")
    #expect(
      try reason([.init(age: 30, terminated: 1, retained: 2)]) == "Everybody has the same age.")
  }
}

@Suite("Scan of age cut points")
struct AgeCutPointScanTests {
  private static func cuts(
    _ reduction: ReductionByAge, _ alternative: AgeAlternative = .twoSided
  ) -> (cuts: [AgeCutPointScan.Cut], smallest: Int)? {
    if case .cuts(let cuts, let smallest) = AgeCutPointScan(alternative: alternative)(reduction) {
      (cuts, smallest)
    } else {
      nil
    }
  }

  /// The p-value of a cut, from the tables with its margins.
  private static func pValue(
    older: Int, of olderTotal: Int, drawn: Int, total: Int, _ alternative: AgeAlternative
  ) throws -> Double {
    func ways(_ n: Int, _ k: Int) -> Double {
      k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    let weights = (0...drawn).map { ways(olderTotal, $0) * ways(total - olderTotal, drawn - $0) }
    let extreme = weights.indices.filter { count in
      switch alternative {
      case .older: count >= older
      case .younger: count <= older
      case .twoSided: weights[count] <= weights[older] * (1 + 1e-9)
      }
    }
    return extreme.map { weights[$0] }.reduce(0, +) / weights.reduce(0, +)
  }

  @Test("agrees with every set written out, for every cut and alternative")
  func enumeration() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<(ThoroughTier.isOn ? 150 : 25) {
      let (ages, terminated, reduction) = try Reductions.random(&generator)
      guard reduction.problem == nil else { continue }
      let candidates = Set(ages).sorted().dropFirst()
      for alternative in AgeAlternative.allCases {
        func pValues(_ chosen: (Int) -> Bool) throws -> [Double] {
          try candidates.map { cut in
            let older = ages.indices.filter { ages[$0] >= cut }
            return try Self.pValue(
              older: older.filter(chosen).count, of: older.count, drawn: terminated.count,
              total: ages.count, alternative)
          }
        }
        let seen = try pValues { terminated.contains($0) }
        var hits = seen.map { _ in 0 }
        var sets = 0
        for set in 0..<(1 << ages.count) where set.nonzeroBitCount == terminated.count {
          let smallest = try #require(try pValues { set >> $0 & 1 == 1 }.min())
          sets += 1
          for index in seen.indices where smallest <= seen[index] * (1 + 1e-9) { hits[index] += 1 }
        }
        let scan = try #require(Self.cuts(reduction, alternative))
        #expect(scan.cuts.map(\.age) == Array(candidates))
        for (index, cut) in scan.cuts.enumerated() {
          expectClose(cut.pValue.value, seen[index], relative: 1e-11)
          expectClose(cut.adjusted.value, Double(hits[index]) / Double(sets), relative: 1e-11)
        }
        let least = try #require(seen.min())
        expectClose(scan.cuts[scan.smallest].pValue.value, least, relative: 1e-11)
      }
    }
  }

  @Test("Westvaco: the clearest cut is at 55, and honest about the search")
  func westvaco() throws {
    let scan = try #require(Self.cuts(try Reductions.westvaco(), .older))
    let best = scan.cuts[scan.smallest]
    // Three of the five of 55 and over: 10 of 120 sets.
    #expect(best.age == 55)
    expectClose(best.pValue.value, 10 / 120.0, relative: 1e-13)
    #expect(best.adjusted > best.pValue)
    #expect(scan.cuts.map(\.age) == [33, 35, 38, 48, 55, 56, 64])
  }

  @Test("one possible cut needs no adjustment; the two-sided p-values are Fisher's")
  func oneCut() throws {
    let reduction = try #require(
      ReductionByAge([
        .init(age: 30, terminated: 17, retained: 564),
        .init(age: 50, terminated: 71, retained: 835),
      ]))
    let scan = try #require(Self.cuts(reduction))
    #expect(scan.cuts.count == 1)
    let fisher = try #require(FisherExactTest()(scan.cuts[0].table).pValue)
    expectClose(scan.cuts[0].pValue.value, fisher, relative: 1e-12)
    expectClose(scan.cuts[0].adjusted.value, fisher, relative: 1e-11)
  }

  @Test("ages turned round exchange older and younger; tiny p-values keep their digits")
  func symmetry() throws {
    let counts = (0..<40).map { age in
      ReductionByAge.AgeCount(
        age: 25 + age, terminated: age > 28 ? 9 : 0, retained: age > 28 ? 1 : 10)
    }
    let reduction = try #require(ReductionByAge(counts))
    let turned = try #require(
      ReductionByAge(
        counts.map { .init(age: 89 - $0.age, terminated: $0.terminated, retained: $0.retained) }))
    let scan = try #require(Self.cuts(reduction, .older))
    let mirror = try #require(Self.cuts(turned, .younger))
    let best = scan.cuts[scan.smallest]
    #expect(best.age == 54 && best.pValue.value < 1e-60)
    #expect(best.adjusted.value > best.pValue.value && best.adjusted.value < 1e-58)
    expectClose(
      mirror.cuts[mirror.smallest].adjusted.value, best.adjusted.value, relative: 1e-10)
  }

  @Test("a reduction without a comparison is a reason")
  func degenerate() throws {
    let reduction = try #require(ReductionByAge([.init(age: 30, terminated: 1, retained: 2)]))
    #expect(Self.cuts(reduction) == nil)
  }
}
