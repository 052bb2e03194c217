import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Z tests with the unpooled and with the hypergeometric variance")
struct ZTestVariantsTests {
  @Test("agree with 40 digits (Python)")
  func references() throws {
    let methods: [(String, any StatisticalMethod<TwoByTwoTable>)] = [
      ("UnpooledZTest", UnpooledZTest()), ("HypergeometricZTest", HypergeometricZTest()),
    ]
    for (name, method) in methods {
      for row in try ReferenceValue.read(SmallTables.variants, method: name) {
        expectClose(
          Fixtures.part(row.quantity, of: method(try TwoByTwoTable(row))), row.value,
          relative: 1e-11, "\(row)")
      }
    }
  }

  @Test("every small table: the other forms of the same statistics, and the signs")
  func identities() throws {
    for table in try SmallTables.all(upTo: 8) where table.outcomeProblem == nil {
      let z = try #require(PooledZTest()(table).test?.statistic)
      let given = try #require(HypergeometricZTest()(table).test)
      let people = Double(table.total)
      expectClose(given.statistic, z * ((people - 1) / people).squareRoot(), relative: 1e-14)
      let chiSquared = try #require(PearsonChiSquaredTest(correction: .nMinusOne)(table).test)
      expectClose(given.pValue.value, chiSquared.pValue.value, relative: 1e-12)
      guard let apart = UnpooledZTest()(table).test else {
        #expect(abs(table.focalRate - table.referenceRate) == 1)
        continue
      }
      let statistic = try #require(apart.statistic)
      // The pooled variance is the unpooled one with the two sizes exchanged, plus the squared
      // difference over everyone.
      let difference = table.focalRate - table.referenceRate
      let (first, second) = (Double(table.focalTotal), Double(table.referenceTotal))
      let pooled =
        table.focalRate * (1 - table.focalRate) / second
        + table.referenceRate * (1 - table.referenceRate) / first
        + difference * difference / people
      if difference != 0 { expectClose(z, difference / pooled.squareRoot(), relative: 1e-13) }
      #expect((statistic > 0) == (difference > 0) && (statistic < 0) == (difference < 0))
      let swapped = try #require(table.swapped)
      expectClose(UnpooledZTest()(swapped).test?.statistic, -statistic, relative: 1e-15)
      expectClose(
        HypergeometricZTest()(swapped).test?.statistic, -(given.statistic ?? 0), relative: 1e-15)
    }
  }

  @Test("adverse-23 with the unpooled variance; no variance and no outcome give reasons")
  func edges() throws {
    // (0.2 - 0.6) / sqrt(0.016 + 0.0096) = -2.5.
    let morris = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    expectClose(UnpooledZTest()(morris).test?.statistic, -2.5, relative: 1e-14)
    #expect(
      UnpooledZTest()(try .rates(focal: 10, of: 10, reference: 0, of: 20)).reason?
        .contains("variance is 0") == true)
    for method in [UnpooledZTest(), HypergeometricZTest()]
      as [any StatisticalMethod<TwoByTwoTable>]
    {
      #expect(method(try .rates(focal: 0, of: 4, reference: 0, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 4, of: 4, reference: 5, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 0, of: 0, reference: 1, of: 5)).reason != nil)
      let equal = method(try .rates(focal: 7, of: 21, reference: 101, of: 303))
      #expect(equal.test?.statistic == 0 && equal.pValue == 1)
    }
    #expect(UnpooledZTest().stamp.id == "z-unpooled")
    #expect(HypergeometricZTest().stamp.id == "z-hypergeometric")
  }
}
