import Parity

/// Times projections of a workforce of 6 levels and 8 groups over 20 quarters: for each case the
/// median time of a call in seconds and the chance of reaching the target, tab-separated.
@main
enum ProjectionTimes {
  static func main() {
    for draws in [1_000, 10_000, 100_000] {
      for (name, chain) in [("counted", chain(counted: true)), ("known", chain(counted: false))] {
        guard let chain else { continue }
        let method = MarkovProjection(
          target: ShareTarget(0.26, by: 12), horizon: 20, draws: draws)
        let share = FollowedShare(groups: [0, 1, 2, 3], levels: [3, 4, 5])
        var times: [Double] = []
        var answer = ""
        let clock = ContinuousClock()
        for batch in 0...(draws > 10_000 ? 3 : 5) {
          var result: MarkovProjectionResult?
          let elapsed = clock.measure { result = method(chain, share: share) }
          if case .estimate(let chance)? = result?.arrival?.byDate {
            answer = String(chance.value)
          }
          let (seconds, fraction) = elapsed.components
          if batch > 0 { times.append(Double(seconds) + Double(fraction) * 1e-18) }
        }
        print(
          "\(name)-\(draws)", times.sorted()[times.count / 2], answer, separator: "\t")
      }
    }
  }

  /// About 20,000 people; four groups of women and four of others, of very different size.
  private static func chain(counted: Bool) -> LevelChain? {
    let levels = ["1", "2", "3", "4", "5", "6"]
    let sizes = [2_600, 900, 1_300, 240, 7_400, 2_500, 3_900, 700]
    let parts = [0.32, 0.30, 0.20, 0.11, 0.05, 0.02]
    return LevelChain(
      levels: levels,
      groups: sizes.enumerated().map { group, size in
        let stock = parts.map { Int(Double(size) * $0) }
        return LevelChain.Group(
          name: "group \(group + 1)", stock: stock,
          transitions: levels.indices.map { level in
            let promoted = level == 5 ? 0 : (group < 4 ? 0.018 : 0.022)
            let left = 0.030 + 0.002 * Double(level)
            guard counted else {
              return .chances(
                levels.indices.map {
                  $0 == level ? 1 - promoted - left : $0 == level + 1 ? promoted : 0
                })
            }
            let people = 4 * stock[level]
            let (up, out) = (Int(Double(people) * promoted), Int(Double(people) * left))
            return .counts(
              levels.indices.map { $0 == level ? people - up - out : $0 == level + 1 ? up : 0 }
                + [out])
          },
          hires: counted
            ? .counts(stock.map { $0 / 8 }, periods: 4)
            : .expected(stock.map { Double($0) / 32 }))
      })
  }
}
