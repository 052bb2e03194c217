import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Mutual information and Theil's H")
struct MutualInformationIndexTests {
  @Test("the published example")
  func published() throws {
    let table = try ContingencyTable.fiveUnits()
    let m = MutualInformationIndex()(table)
    expectClose(m.index.value, 0.115507389417, relative: 1e-11)
    expectClose(m.index.standardError, 0.0213882486, relative: 3e-9)
    expectClose(m.completeSegregation.value, 1.22688110743, relative: 1e-11)
    expectClose(m.test.test?.statistic, 68.14935976, relative: 1e-10)
    expectClose(m.test.pValue, 7.0969e-10, relative: 1e-5)
    #expect(m.test.test?.degreesOfFreedom == 12)
    expectClose(
      MutualInformationIndex(base: .two).index(table).value, 0.166641937897, relative: 1e-11)
    expectClose(
      MutualInformationIndex(bias: .subtracted).index(table).value, 0.0951684064, relative: 1e-9)
    let h = TheilInformationIndex()(table)
    expectClose(h.index.value, 0.0941471742593, relative: 1e-11)
    expectClose(h.index.standardError, 0.0173132693, relative: 1e-8)
    let berkeley = try ContingencyTable.berkeley()
    expectClose(MutualInformationIndex().index(berkeley).value, 0.134844763499, relative: 1e-11)
    expectClose(TheilInformationIndex().index(berkeley).value, 0.199724446748, relative: 1e-11)
    for (rows, m, h) in [
      ([[100, 0], [60, 40], [40, 60], [0, 100]], 0.356641347, 0.514524703),
      ([[80, 20], [80, 20], [20, 80], [20, 80]], 0.192744757, 0.278071905),
    ] {
      expectClose(MutualInformationIndex().index(try .of(rows)).value, m, relative: 3e-9)
      expectClose(TheilInformationIndex().index(try .of(rows)).value, h, relative: 3e-9)
    }
  }

  @Test("an even table is 0 with and without the correction, not below")
  func corrected() throws {
    let table = try ContingencyTable.evenTens()
    #expect(MutualInformationIndex(bias: .subtracted).index(table).value == 0)
    #expect(TheilInformationIndex(bias: .subtracted).index(table).value == 0)
    #expect(MutualInformationIndex().index(table).interval == nil)
    #expect(MutualInformationIndex().index(table).standardError == nil)
  }

  @Test("an empty group changes nothing")
  func emptyGroup() throws {
    let table = try ContingencyTable.fiveUnits()
    let wider = try ContingencyTable.of(table.rows.map { $0 + [0] })
    #expect(TheilInformationIndex().index(wider) == TheilInformationIndex().index(table))
    #expect(TheilInformationIndex()(wider).emptyGroups == ["group 5"])
  }

  @Test("units and groups can be exchanged in M, and H turns into H by units")
  func exchanged() throws {
    let table = try ContingencyTable.fiveUnits()
    let m = MutualInformationIndex()(table)
    let turned = MutualInformationIndex()(table.transposed)
    expectClose(turned.index.value, try #require(m.index.value), relative: 1e-14)
    expectClose(
      turned.index.standardError, try #require(m.index.standardError), relative: 1e-13)
    expectClose(
      turned.nullExpectation.value, try #require(m.nullExpectation.value), relative: 1e-13)
    let h = TheilInformationIndex(entropy: .units).index(table)
    let other = TheilInformationIndex().index(table.transposed)
    expectClose(h.value, try #require(other.value), relative: 1e-14)
    expectClose(h.standardError, try #require(other.standardError), relative: 1e-13)
  }

  @Test("the base scales M and everything beside it, and H has none")
  func base() throws {
    let table = try ContingencyTable.fiveUnits()
    let nats = MutualInformationIndex()(table)
    let bits = MutualInformationIndex(base: .two)(table)
    let bans = MutualInformationIndex(base: .ten)(table)
    let (two, ten) = (0.69314718055994531, 2.302585092994045684)
    for part: (SegregationResult) -> Double? in [
      { $0.index.value }, { $0.index.standardError }, { $0.index.interval?.upper },
      { $0.nullExpectation.value }, { $0.excess.value }, { $0.completeSegregation.value },
    ] {
      let value = try #require(part(nats))
      expectClose(part(bits), value / two, relative: 1e-14)
      expectClose(part(bans), value / ten, relative: 1e-14)
    }
    expectClose(
      bits.relativeExcess.value, try #require(nats.relativeExcess.value), relative: 1e-13)
  }

  @Test("the test is the G test of the table")
  func test() throws {
    for table in try AllTables.some(20, rows: 4, columns: 3, below: 8) {
      guard let g = GTableTest()(table).test else { continue }
      let test = try #require(MutualInformationIndex()(table).test.test)
      expectClose(test.statistic, try #require(g.statistic), relative: 1e-12, absolute: 1e-13)
      #expect(test.degreesOfFreedom == g.degreesOfFreedom)
    }
  }

  @Test("the excess takes the index without correction, and the interval stays in the range")
  func excess() throws {
    let table = try ContingencyTable.of([[3, 4, 2], [2, 4, 3], [5, 2, 1]])
    let plain = MutualInformationIndex()(table)
    let corrected = MutualInformationIndex(bias: .subtracted)(table)
    #expect(corrected.excess == plain.excess)
    #expect(corrected.relativeExcess == plain.relativeExcess)
    expectClose(
      plain.excess.value,
      (plain.index.value ?? 9) - (plain.nullExpectation.value ?? 9), relative: 1e-14)
    #expect(plain.index.interval?.lower == 0)
    let high = TheilInformationIndex().index(try .of([[9, 0], [0, 8], [1, 0], [1, 5]]))
    #expect(high.interval?.upper == 1)
  }

  @Test("identifiers say the variant")
  func stamps() {
    #expect(MutualInformationIndex(bias: .subtracted).stamp.id == "mutual-information-debiased")
    #expect(
      TheilInformationIndex(entropy: .units, bias: .subtracted).stamp.id
        == "theil-h-by-units-debiased")
    #expect(
      MutualInformationIndex(base: .two).stamp.convention
        == "logarithm to base 2 (bits), no correction for bias, delta method, 95 % level")
  }
}
