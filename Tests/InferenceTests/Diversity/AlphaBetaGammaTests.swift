import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Diversity within and between units")
struct AlphaBetaGammaTests {
  private static func departments() throws -> ContingencyTable {
    try .of([
      [60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5], [15, 25, 10, 20],
    ])
  }

  @Test("agrees with mpmath, the errors by numerical gradients")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.diversityPython, method: "AlphaBetaGamma") {
      let result = try #require(AlphaBetaGamma()(try ContingencyTable(row)).value)
      let order = result.orders[try row.whole("order")]
      #expect(order.order.value == (try row.number("order")))
      let actual: Double? =
        switch row.quantity {
        case "alpha": order.alpha.value
        case "alphaError": order.alpha.standardError
        case "beta": order.beta.value
        case "betaError": order.beta.standardError
        case "gamma": order.gamma.value
        case "gammaError": order.gamma.standardError
        default: nil
        }
      expectClose(actual, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("log beta at order 1 is the mutual information of indices-R18")
  func mutualInformation() throws {
    let result = try #require(AlphaBetaGamma()(try Self.departments()).value)
    expectClose(result.mutualInformation.value, 0.115507389417, relative: 5e-12)
    expectClose(result.mutualInformation.standardError, 0.0213882486, relative: 2e-9)
    let beta = try #require(result.orders[1].beta.value)
    expectClose(log(beta), 0.115507389417, relative: 5e-12)
    // The likelihood ratio statistic of independence is 2 N M.
    let g = try #require(GTableTest()(try Self.departments()).test?.statistic)
    expectClose(2 * 295 * log(beta), g, relative: 1e-12)
  }

  @Test("gamma is alpha x beta, and the Hill number of everyone together")
  func product() throws {
    for table in [try Self.departments(), try .of([[7, 3], [2, 9]]), try .jobSatisfaction()] {
      let result = try #require(AlphaBetaGamma()(table).value)
      let whole = try CategoryCounts.of(table.columnTotals, declared: table.columnCount)
      for order in result.orders {
        let alpha = try #require(order.alpha.value)
        let beta = try #require(order.beta.value)
        expectClose(order.gamma.value, alpha * beta, relative: 1e-14)
        let hill = HillNumber(order: order.order)(whole)
        expectClose(order.gamma.value, try #require(hill.value), relative: 1e-14)
        if let error = hill.standardError {
          expectClose(order.gamma.standardError, error, relative: 1e-11)
        }
        #expect(beta >= 1 && alpha >= 1)
      }
    }
  }

  @Test("one unit, or the same shares in all, have beta 1; units apart have their number")
  func ends() throws {
    for rows in [[[5, 3, 9]], [[7, 14, 21], [14, 28, 42]]] {
      let result = try #require(AlphaBetaGamma()(try .of(rows)).value)
      for order in result.orders {
        #expect(order.beta.value == 1 && order.beta.interval == nil)
        expectClose(order.alpha.value, try #require(order.gamma.value), relative: 1e-15)
      }
      #expect(result.mutualInformation.value == 0)
    }
    let apart = try #require(
      AlphaBetaGamma()(try .of([[6, 6, 0, 0, 0, 0], [0, 0, 6, 6, 0, 0], [0, 0, 0, 0, 6, 6]])).value)
    for order in apart.orders {
      expectClose(order.beta.value, 3, relative: 1e-14)
      expectClose(order.alpha.value, 2, relative: 1e-14)
      expectClose(order.gamma.value, 6, relative: 1e-14)
    }
  }

  @Test("beta is at most the number of units at order 1, not at 2, where units differ in size")
  func unevenUnits() throws {
    let large = [Int](repeating: 9, count: 100) + [0]
    let small = [Int](repeating: 0, count: 100) + [100]
    let result = try #require(AlphaBetaGamma()(try .of([large, small])).value)
    expectClose(result.orders[2].beta.value, 0.109 / 0.0181, relative: 1e-13)
    expectClose(result.orders[0].beta.value, 101 / 90.1, relative: 1e-14)
    #expect(try #require(result.orders[1].beta.value) < 2)
  }

  @Test("units of one mix can be merged, and everyone doubled, without a change")
  func invariance() throws {
    let apart = try #require(
      AlphaBetaGamma()(try .of([[6, 2, 4], [3, 1, 2], [5, 5, 0]])).value)
    let merged = try #require(AlphaBetaGamma()(try .of([[9, 3, 6], [5, 5, 0]])).value)
    let doubled = try #require(
      AlphaBetaGamma()(try .of([[18, 6, 12], [10, 10, 0]])).value)
    for ((first, second), third) in zip(zip(apart.orders, merged.orders), doubled.orders) {
      for part in [\AlphaBetaGammaResult.Order.alpha, \.beta, \.gamma] {
        let value = try #require(first[keyPath: part].value)
        expectClose(second[keyPath: part].value, value, relative: 1e-14)
        expectClose(third[keyPath: part].value, value, relative: 1e-14)
        if let error = second[keyPath: part].standardError {
          expectClose(first[keyPath: part].standardError, error, relative: 1e-12)
          expectClose(third[keyPath: part].standardError, error / 2.0.squareRoot(), relative: 1e-12)
        }
      }
    }
  }

  @Test("empty rows and columns are left out and named; nobody has a reason")
  func degenerate() throws {
    let table = try #require(
      ContingencyTable(
        rows: [[3, 0, 5], [0, 0, 0], [1, 0, 6]], rowLabels: ["A", "B", "C"]))
    let result = try #require(AlphaBetaGamma()(table).value)
    #expect(result.empty == ["B", "column 2"])
    let bare = try #require(AlphaBetaGamma()(try .of([[3, 5], [1, 6]])).value)
    #expect(result.orders == bare.orders)
    #expect(
      AlphaBetaGamma()(try .of([[0, 0]])) == .notEstimable(reason: "Nobody is in the table."))
    #expect(AlphaBetaGamma(level: 0)(table).value == nil)
    let single = try #require(AlphaBetaGamma()(try .of([[4], [9]])).value)
    #expect(single.orders.allSatisfy { $0.gamma.value == 1 && $0.beta.value == 1 })
  }
}
