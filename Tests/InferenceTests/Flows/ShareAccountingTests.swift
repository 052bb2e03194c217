import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Share accounting")
struct ShareAccountingTests {
  private static func flow(
    _ kind: HeadcountFlow.Kind, _ group: Int, of total: Int
  ) throws -> HeadcountFlow {
    HeadcountFlow(kind, try BinomialCount(group, of: total))
  }

  @Test("hires above and exits above the opening share, indices-R11")
  func reference() throws {
    // 200 people at 30 %; 40 come at 45 %, 30 go at 40 %.
    let result = try ShareAccounting()(
      ShareAccounts(
        opening: BinomialCount(60, of: 200), closing: BinomialCount(66, of: 210),
        flows: [Self.flow(.hires, 18, of: 40), Self.flow(.exits, 12, of: 30)]))
    expectClose(result.opening.value, 0.30, relative: 1e-15)
    expectClose(result.closing.value, 0.3142857, relative: 1e-7)
    expectClose(result.lines[0].contribution.value, 0.0285714, relative: 2e-6)
    expectClose(result.lines[1].contribution.value, -0.0142857, relative: 2e-6)
    expectClose(result.change.value, 3.0 / 210, relative: 1e-15)
    expectClose(result.lines[0].people.value, 6, relative: 1e-15)
    expectClose(result.lines[1].people.value, -3, relative: 1e-15)
  }

  @Test("the identity holds to the person, whatever comes and goes")
  func identity() throws {
    var generator = SeededGenerator(seed: 42)
    for round in 0..<2_000 {
      let size = [12, 300, 40_000, 2_000_000_000][round % 4]
      var group = Int.random(in: 0...size, using: &generator)
      var others = Int.random(in: (group == 0 ? 1 : 0)...size, using: &generator)
      let opening = try BinomialCount(group, of: group + others)
      var flows: [HeadcountFlow] = []
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        let kind = try #require(HeadcountFlow.Kind.allCases.randomElement(using: &generator))
        let most = kind.isInflow ? (size, size) : (group, others)
        let own = Int.random(in: 0...most.0, using: &generator)
        let rest = Int.random(in: 0...most.1, using: &generator)
        flows.append(try Self.flow(kind, own, of: own + rest))
        group += kind.isInflow ? own : -own
        others += kind.isInflow ? rest : -rest
      }
      guard group + others > 0 else { continue }
      let closing = try BinomialCount(group, of: group + others)
      let result = ShareAccounting()(
        ShareAccounts(opening: opening, closing: closing, flows: flows))
      // In whole numbers: x1 N0 - N1 x0.
      let expected: Int128 =
        Int128(closing.successes) * Int128(opening.total)
        - Int128(closing.total) * Int128(opening.successes)
      let numerators: Int128 = result.numerators.reduce(0, +)
      #expect(numerators == expected)
      let sum = result.lines.compactMap(\.contribution.value).reduce(0, +)
      expectClose(
        result.change.value, closing.share - opening.share, relative: 1e-12, absolute: 1e-12)
      expectClose(sum, closing.share - opening.share, relative: 1e-9, absolute: 1e-12)
      let parts = (result.real.value ?? .nan) + (result.recording.value ?? .nan)
      expectClose(parts, closing.share - opening.share, relative: 1e-9, absolute: 1e-12)
    }
  }

  @Test("a flow at the opening share changes nothing; the order of flows does not matter")
  func neutral() throws {
    let flows = try [Self.flow(.hires, 30, of: 100), Self.flow(.newlyDeclared, 20, of: 25)]
    let accounts = try ShareAccounts(
      opening: BinomialCount(60, of: 200), closing: BinomialCount(110, of: 325), flows: flows)
    let result = ShareAccounting()(accounts)
    #expect(result.lines[0].contribution.value == 0)
    expectClose(result.recording.value, 110.0 / 325 - 0.3, relative: 1e-12)
    #expect(result.real.value == 0)
    let turned = ShareAccounting()(
      ShareAccounts(
        opening: accounts.opening, closing: accounts.closing, flows: flows.reversed()))
    #expect(turned.lines.reversed() == result.lines)
  }

  @Test("a corrected record is one flow in and one out, of one person each")
  func corrected() throws {
    let result = try ShareAccounting()(
      ShareAccounts(
        opening: BinomialCount(60, of: 200), closing: BinomialCount(61, of: 200),
        flows: [Self.flow(.reclassifiedIn, 1, of: 1), Self.flow(.reclassifiedOut, 0, of: 1)]))
    expectClose(result.recording.value, 1.0 / 200, relative: 1e-12)
  }

  @Test("accounts that do not reconcile say by how many heads")
  func discrepancy() throws {
    let missing = try ShareAccounting()(
      ShareAccounts(
        opening: BinomialCount(60, of: 200), closing: BinomialCount(67, of: 213),
        flows: [Self.flow(.hires, 18, of: 40), Self.flow(.exits, 12, of: 30)]))
    #expect(missing.change.reason?.contains("3 people of everyone more") == true)
    #expect(missing.change.reason?.contains("1 person of the group more") == true)
    #expect(missing.lines.allSatisfy { $0.contribution.reason == missing.change.reason })
    #expect(missing.opening.value == 0.3)
    #expect(missing.real.reason == missing.change.reason)
    let surplus = try ShareAccounting()(
      ShareAccounts(
        opening: BinomialCount(60, of: 200), closing: BinomialCount(59, of: 200), flows: []))
    #expect(surplus.change.reason?.contains("1 person of the group fewer") == true)
    #expect(surplus.change.reason?.contains("everyone") == false)
  }

  @Test("a stock of nobody has no share")
  func nobody() throws {
    let empty = try BinomialCount(0, of: 0)
    let opened = try ShareAccounting()(
      ShareAccounts(
        opening: empty, closing: BinomialCount(3, of: 9), flows: [Self.flow(.hires, 3, of: 9)]))
    #expect(opened.opening.value == nil && opened.change.value == nil)
    #expect(opened.closing.value == 3.0 / 9)
    let closed = try ShareAccounting()(
      ShareAccounts(
        opening: BinomialCount(3, of: 9), closing: empty, flows: [Self.flow(.exits, 3, of: 9)]))
    #expect(closed.change.reason?.isEmpty == false)
  }
}
