import Aggregates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Comparisons of the same people, with the p-value of every number of focal selected.
struct PermutationFamily {
  /// For each stratum, the profiles with people.
  private let strata: [[WestfallYoungPermutation.Profile]]
  /// For each comparison, the p-values by the number selected from its group.
  private let nulls: [FisherNullDistribution]

  /// Prepares the comparisons; `nil` where there is none or they do not match.
  init?(_ profiles: [WestfallYoungPermutation.Profile]) {
    let occupied = profiles.filter { $0.total > 0 }
    guard let comparisons = occupied.first?.isFocal.count, comparisons > 0,
      occupied.allSatisfy({ $0.isFocal.count == comparisons })
    else { return nil }
    let labels = occupied.map(\.stratum).sorted()
    var strata: [[WestfallYoungPermutation.Profile]] = []
    for (position, label) in labels.enumerated()
    where position == 0 || labels[position - 1] != label {
      strata.append(occupied.filter { $0.stratum == label })
    }
    self.strata = strata
    var nulls: [FisherNullDistribution] = []
    for comparison in 0..<comparisons {
      let tables = strata.compactMap { Self.table(of: comparison, $0) }
      guard let sum = try? StratifiedHypergeometric(tables) else { return nil }
      nulls.append(
        FisherNullDistribution(
          support: sum.support, sum.support.map { exp(sum.logProbability(of: $0)) }))
    }
    self.nulls = nulls
  }

  /// For each stratum and profile, how many were selected.
  var selectedSeen: [[Int]] { strata.map { $0.map(\.selected) } }

  /// The p-value of every comparison for some numbers selected.
  func pValues(_ selected: [[Int]]) -> [Double] {
    nulls.indices.map { comparison in
      var count = 0
      for (profiles, numbers) in zip(strata, selected) {
        for (profile, number) in zip(profiles, numbers) where profile.isFocal[comparison] {
          count += number
        }
      }
      return nulls[comparison].pValue(of: count)
    }
  }

  /// As many selected in every stratum, dealt among its people.
  ///
  /// One after the other everybody left is equally likely to be the next selected.
  func deal(_ generator: inout PhiloxGenerator) -> [[Int]] {
    strata.map { profiles in
      let selected = profiles.reduce(0) { $0 + $1.selected }
      let total = profiles.reduce(0) { $0 + $1.total }
      // Those not selected are dealt where they are fewer.
      let turned = selected > total - selected
      var left = profiles.map(\.total)
      for drawn in 0..<(turned ? total - selected : selected) {
        var place = Int(generator.integer(below: UInt64(total - drawn)))
        var index = 0
        while place >= left[index] {
          place -= left[index]
          index += 1
        }
        left[index] -= 1
      }
      return turned ? left : zip(profiles, left).map { $0.total - $1 }
    }
  }

  private static func table(
    of comparison: Int, _ profiles: [WestfallYoungPermutation.Profile]
  ) -> TwoByTwoTable? {
    func sum(_ isFocal: Bool, _ count: (WestfallYoungPermutation.Profile) -> Int) -> Int {
      profiles.filter { $0.isFocal[comparison] == isFocal }.reduce(0) { $0 + count($1) }
    }
    return TwoByTwoTable(
      focalSelected: sum(true) { $0.selected }, focalRejected: sum(true) { $0.total - $0.selected },
      referenceSelected: sum(false) { $0.selected },
      referenceRejected: sum(false) { $0.total - $0.selected })
  }
}
