import Aggregates
import Analyses
import Disclosure
import Estimates
import Testing

@Suite("Means and medians through the gate")
struct AmountTests {
  let method = MethodStamp(id: "mean", title: "Mean", source: "definition")
  let everyone = CellKey("workforce")
  let women = CellKey("workforce").with("gender", "Women")
  let men = CellKey("workforce").with("gender", "Men")

  func summary(_ amounts: [Int64]) -> Confidential<Cell.MeasureSummary> {
    var moments = Moments(scale: 0)
    var tallies: [Int64: Int] = [:]
    for amount in amounts {
      moments.add(amount)
      tallies[amount, default: 0] += 1
    }
    let sorted = amounts.sorted(by: >)
    return Confidential(
      Cell.MeasureSummary(
        moments: moments, values: ValueCounts(scale: 0, tallies: tallies), largest: sorted.first,
        secondLargest: sorted.dropFirst().first))
  }

  func statistic(
    _ id: String, _ arms: [(CellKey, [Int64])], _ kind: PlannedStatistic.AmountKind = .mean
  ) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: method,
      basis: .amounts(
        arms.map { PlannedStatistic.Arm(cell: $0.0, measure: "pay", summary: summary($0.1)) },
        kind: kind
      ) { summaries in
        guard let mean = summaries.first?.moments.mean, let estimate = Estimate(mean) else {
          return .notEstimable(reason: "nobody is paid")
        }
        return .estimate(estimate)
      })
  }

  func rule(
    _ statistics: [PlannedStatistic], women womenCount: Int, men menCount: Int
  ) throws -> PublishedExhibit {
    let table = PlanBuilding.table([("gender", ["Women", "Men"])], [womenCount, menCount])
    let policy = try #require(DisclosurePolicy(audience: .internal))
    let plan = PlanBuilding.plan(
      tables: [table], cells: [everyone, women, men], statistics: statistics)
    return try #require(try DisclosureGate(policy: policy).rule(on: plan).release.exhibits.first)
  }

  func isHidden(_ id: String, in exhibit: PublishedExhibit) throws -> Bool {
    exhibit.entry(row: try #require(exhibit.row(id)), column: "value").isHidden
  }

  func pay(_ count: Int, _ amount: Int64) -> [Int64] { (0..<count).map { amount + Int64($0) } }

  @Test("privacy-R9: the overall mean and the men's do not give away the women's")
  func smallArm() throws {
    let menPay = pay(40, 50_980)
    let womenPay: [Int64] = [36_000, 36_500, 37_500]
    let exhibit = try rule(
      [
        statistic("overall", [(everyone, menPay + womenPay)]), statistic("men", [(men, menPay)]),
        statistic("women", [(women, womenPay)]),
        statistic("gap", [(women, womenPay), (men, menPay)]),
      ], women: 3, men: 40)
    #expect(try isHidden("women", in: exhibit))
    #expect(try isHidden("gap", in: exhibit))
    #expect(try isHidden("men", in: exhibit) || isHidden("overall", in: exhibit))
    #expect(try !isHidden("overall", in: exhibit))
  }

  @Test("privacy-R9 with head counts that can be shown: seven women are too few for a mean")
  func countsShownMeansNot() throws {
    let menPay = pay(40, 50_980)
    let womenPay = pay(7, 36_000)
    let exhibit = try rule(
      [
        statistic("overall", [(everyone, menPay + womenPay)]), statistic("men", [(men, menPay)]),
        statistic("women", [(women, womenPay)]),
      ], women: 7, men: 40)
    #expect(exhibit.entries.prefix(3).joined().compactMap(\.people) == [47, 7, 40])
    #expect(try isHidden("women", in: exhibit))
    #expect(try !isHidden("overall", in: exhibit))
    #expect(try isHidden("men", in: exhibit))
  }

  @Test("Of twenty women only six are paid: their mean does not follow either")
  func fewPaid() throws {
    let menPay = pay(40, 50_980)
    let womenPay = pay(6, 36_000)
    let exhibit = try rule(
      [
        statistic("overall", [(everyone, menPay + womenPay)]), statistic("men", [(men, menPay)]),
      ], women: 20, men: 40)
    #expect(try !isHidden("overall", in: exhibit))
    #expect(try isHidden("men", in: exhibit))
  }

  @Test("Two large arms are shown with their gap")
  func largeArms() throws {
    let menPay = pay(40, 50_980)
    let womenPay = pay(30, 36_000)
    let exhibit = try rule(
      [
        statistic("overall", [(everyone, menPay + womenPay)]),
        statistic("gap", [(women, womenPay), (men, menPay)]),
      ], women: 30, men: 40)
    #expect(try !isHidden("overall", in: exhibit))
    #expect(try !isHidden("gap", in: exhibit))
  }

  @Test("A median needs people on both sides")
  func quantiles() throws {
    let exhibit = try rule(
      [
        statistic("median", [(women, pay(30, 36_000))], .quantile(0.5)),
        statistic("top", [(women, pay(30, 36_000))], .quantile(0.9)),
        statistic("few", [(men, pay(8, 36_000))], .quantile(0.5)),
      ], women: 30, men: 8)
    #expect(try !isHidden("median", in: exhibit))
    #expect(try isHidden("top", in: exhibit))
    #expect(try isHidden("few", in: exhibit))
  }

  @Test("A mean that is mostly one person's amount is hidden")
  func dominance() throws {
    let bonuses = [Int64](repeating: 10, count: 20) + [1_000_000]
    let exhibit = try rule(
      [statistic("bonus", [(women, bonuses)])], women: 21, men: 40)
    #expect(try isHidden("bonus", in: exhibit))
  }

  @Test("A mean that is wholly one person's amount is hidden")
  func oneAmong() throws {
    let bonuses = [Int64](repeating: 0, count: 20) + [50_000]
    let exhibit = try rule(
      [
        statistic("bonus", [(women, bonuses)]),
        statistic("none", [(men, [Int64](repeating: 0, count: 40))]),
      ], women: 21, men: 40)
    #expect(try isHidden("bonus", in: exhibit))
    #expect(try !isHidden("none", in: exhibit))
  }

  @Test("Shares by slice need enough people in every slice and no one above all in the highest")
  func slices() throws {
    let womenPay = pay(104, 36_000)
    let menPay = pay(103, 36_000) + [9_000_000]
    let exhibit = try rule(
      [
        statistic("tenths", [(women, womenPay)], .distribution(slices: 10)),
        statistic("elevenths", [(women, womenPay)], .distribution(slices: 11)),
        statistic("none", [(women, womenPay)], .distribution(slices: 0)),
        statistic("whole", [(men, menPay)], .distribution(slices: 1)),
        statistic("halves", [(men, menPay)], .distribution(slices: 2)),
        statistic("top", [(men, menPay)], .distribution(slices: 10)),
      ], women: 104, men: 104)
    #expect(try !isHidden("tenths", in: exhibit))
    #expect(try isHidden("elevenths", in: exhibit))
    #expect(try isHidden("none", in: exhibit))
    #expect(try !isHidden("whole", in: exhibit))
    #expect(try !isHidden("halves", in: exhibit))
    // Ten people: nine at 36,000 are under a tenth of 9,000,000.
    #expect(try isHidden("top", in: exhibit))
  }

  @Test("privacy-R7b on sums: a mean that follows from many others at once is not given away")
  func bridgeOfSums() throws {
    // Seven people at Q-Y: enough for a head count, too few for a mean. The cells of the trap have
    // no planned mean; the margins and all other cells do.
    let rows = ["P", "Q", "R", "S"]
    let columns = ["W", "X", "Y", "Z"]
    let counts = [16, 18, 30, 25, 19, 17, 7, 40, 35, 28, 21, 22, 32, 26, 24, 19]
    let trap = ["PW", "PX", "QW", "QX", "QY", "RY", "RZ", "SY", "SZ"]
    var arms: [String: (key: CellKey, amounts: [Int64])] = [:]
    for (position, count) in counts.enumerated() {
      let row = rows[position / 4]
      let column = columns[position % 4]
      let amounts = pay(count, Int64(30_000 + 1000 * position))
      let cell = CellKey("workforce").with("row", row).with("column", column)
      let names = [
        (row + column, cell), (row, cell.without("column")), (column, cell.without("row")),
        ("all", CellKey("workforce")),
      ]
      for (name, key) in names where !trap.contains(name) {
        arms[name] = (key, (arms[name]?.amounts ?? []) + amounts)
      }
    }
    let statistics = arms.sorted { $0.key < $1.key }.map {
      statistic($0.key, [($0.value.key, $0.value.amounts)])
    }
    let axes = [(id: "row", levels: rows), (id: "column", levels: columns)]
    let policy = try #require(DisclosurePolicy(audience: .internal))
    let release = try DisclosureGate(policy: policy).rule(
      on: PlanBuilding.plan(
        tables: [PlanBuilding.table(axes, counts)], cells: PlanBuilding.keys(axes),
        statistics: statistics)
    ).release
    #expect(release.shownCounts.count == 25)
    #expect(release.summary.hidden >= 1)
    // The sums obey the same identities as the counts: attack them in the same way.
    let exhibit = try #require(release.exhibits.first)
    var shown: [CellKey: Int] = [:]
    for (name, arm) in arms where try !isHidden(name, in: exhibit) {
      shown[arm.key] = Int(arm.amounts.reduce(0, +))
    }
    let lines = [("row", rows, "column", columns), ("column", columns, "row", rows)].flatMap {
      fixed, labels, moving, parts in
      (labels.map { CellKey("workforce").with(fixed, $0) } + [CellKey("workforce")]).map { whole in
        LinearRelation(whole, isSumOf: parts.map { whole.with(moving, $0) })
      }
    }
    let small = CellKey("workforce").with("row", "Q").with("column", "Y")
    #expect(
      !RecoverabilityAudit(published: shown, relations: lines, hiddenAtLeast: 0)
        .isRecoverable(small))
    let everything = Dictionary(
      uniqueKeysWithValues: arms.values.map { ($0.key, Int($0.amounts.reduce(0, +))) })
    #expect(
      RecoverabilityAudit(published: everything, relations: lines, hiddenAtLeast: 0)
        .isRecoverable(small))
  }
}
