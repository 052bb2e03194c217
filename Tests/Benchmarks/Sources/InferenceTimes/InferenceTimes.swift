import Parity

/// Times single methods: for each case the median time of a call over several batches, in seconds,
/// and what came of it, tab-separated.
@main
enum InferenceTimes {
  static func main() async throws {
    for benchmark in cases {
      let (seconds, answer) = benchmark.measure()
      print(benchmark.name, seconds, answer, separator: "\t")
    }
    let comparisons = scanned
    let clock = ContinuousClock()
    let begin = clock.now
    let scan = try await ComparisonScan()(comparisons)
    let (seconds, fraction) = (clock.now - begin).components
    let unusual = scan.rows.count { ($0.adjustedP?.value ?? 1) <= 0.05 }
    print("scan-2000", Double(seconds) + Double(fraction) * 1e-18, unusual, separator: "\t")
    let tables = comparisons.compactMap { comparison -> TwoByTwoTable? in
      guard case .table(let table) = comparison else { return nil }
      return table
    }
    let (panels, undecided) = await everyTest(of: tables)
    print("panel-2000", panels, undecided, separator: "\t")
  }

  /// The seconds for every test of the panel on every table, two threads, and how many tables the
  /// tests disagree about.
  private static func everyTest(of tables: [TwoByTwoTable]) async -> (Double, Int) {
    let clock = ContinuousClock()
    let begin = clock.now
    let undecided = await withTaskGroup(of: Int.self) { group in
      for part in 0..<2 {
        group.addTask {
          stride(from: part, to: tables.count, by: 2).count { index in
            RobustnessPanel(tables[index])?.verdict == .dependsOnMethod
          }
        }
      }
      return await group.reduce(0, +)
    }
    let (seconds, fraction) = (clock.now - begin).components
    return (Double(seconds) + Double(fraction) * 1e-18, undecided)
  }

  /// 2,000 tables of 20 to about 1,000 people, drawn by a fixed rule; a tenth has a planted gap.
  private static var scanned: [ComparisonScan.Comparison] {
    var state: UInt64 = 20_251_125
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    return (0..<2_000).map { index in
      let totals = (10 + draw(490), 10 + draw(490))
      let rate = 5 + draw(60)
      func selected(of total: Int, percent: Int) -> Int {
        (0..<total).reduce(0) { sum, _ in sum + (draw(100) < percent ? 1 : 0) }
      }
      let focal = selected(of: totals.0, percent: index % 10 == 0 ? rate / 2 : rate)
      let reference = selected(of: totals.1, percent: rate)
      return table((focal, totals.0), (reference, totals.1)).map { .table($0) } ?? .notShown
    }
  }

  /// One call to time and how often.
  struct Case {
    let name: String
    let calls: Int
    let call: () -> Outcome

    /// The median seconds per call over seven batches after one that is not counted.
    func measure() -> (seconds: Double, answer: String) {
      var times: [Double] = []
      var answer = ""
      let clock = ContinuousClock()
      for batch in 0...7 {
        var last = call()
        let elapsed = clock.measure {
          for _ in 0..<calls { last = call() }
        }
        answer = InferenceTimes.text(last)
        let (seconds, fraction) = elapsed.components
        if batch > 0 { times.append((Double(seconds) + Double(fraction) * 1e-18) / Double(calls)) }
      }
      return (times.sorted()[times.count / 2], answer)
    }
  }

  static func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .test(let test): String(test.pValue.value)
    case .estimate(let estimate): String(estimate.value)
    case .notEstimable(let reason): reason
    }
  }

  private static func table(_ focal: (Int, Int), _ reference: (Int, Int)) -> TwoByTwoTable? {
    TwoByTwoTable(
      focalSelected: focal.0, focalRejected: focal.1 - focal.0,
      referenceSelected: reference.0, referenceRejected: reference.1 - reference.0)
  }

  static var cases: [Case] {
    guard let small = table((2, 10), (15, 25)), let large = table((5_880, 9_000), (7_070, 11_000)),
      let waisome = table((50, 64), (455, 508)), let even = table((140, 300), (165, 300))
    else { return [] }
    guard
      let fiveByFour = ContingencyTable(rows: [
        [3, 5, 2, 8], [6, 7, 4, 1], [9, 2, 5, 5], [3, 6, 8, 4], [7, 2, 6, 3],
      ])
    else { return [] }
    let berkeley = StratifiedTables(
      [
        ("A", (89, 108), (512, 825)), ("B", (17, 25), (353, 560)), ("C", (202, 593), (120, 325)),
        ("D", (131, 375), (138, 417)), ("E", (94, 393), (53, 191)), ("F", (24, 341), (22, 373)),
      ].compactMap { label, focal, reference in
        table(focal, reference).map { StratifiedTables.Stratum(label: label, table: $0) }
      })
    return [
      Case(name: "fisher-35", calls: 200_000) { FisherExactTest()(small) },
      Case(name: "fisher-20000", calls: 2_000) { FisherExactTest()(large) },
      Case(name: "boschloo-berger-boos-64-508", calls: 10) {
        BoschlooTest(rates: .bergerBoos())(waisome)
      },
      Case(name: "boschloo-minlike-berger-boos-64-508", calls: 10) {
        BoschlooTest(twoSided: .minimumLikelihood, rates: .bergerBoos())(waisome)
      },
      Case(name: "barnard-berger-boos-64-508", calls: 10) {
        BarnardTest(rates: .bergerBoos())(waisome)
      },
      Case(name: "boschloo-300-300", calls: 5) { BoschlooTest()(even) },
      Case(name: "barnard-300-300", calls: 5) { BarnardTest()(even) },
      Case(name: "freeman-halton-million", calls: 1) {
        FisherFreemanHaltonMonteCarlo(draws: 1_000_000)(fiveByFour)
      },
      Case(name: "multiple-events-berkeley", calls: 100) { ExactStratifiedTest()(berkeley) },
    ]
  }
}
