import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Cox regression")
struct CoxRegressionTests {
  private static func regression(_ row: ReferenceValue) throws -> CoxRegression {
    CoxRegression(
      event: .init(row),
      ties: try #require(CoxRegression.Ties(rawValue: row.arguments["ties"] ?? "")))
  }

  @Test("agrees with R: ties, strata, late entry, one cause of two")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.survivalR, method: "CoxRegression") {
      let fit = try #require(try Self.regression(row)(try SurvivalRecords(row)).value)
      let value: Double?
      switch row.quantity {
      case "null": value = fit.nullLogLikelihood
      case "logLikelihood": value = fit.logLikelihood
      case "likelihoodRatio": value = fit.likelihoodRatioTest.statistic
      case "score": value = fit.scoreTest.statistic
      case "wald": value = fit.waldTest.statistic
      default:
        let name = String(row.quantity.dropLast())
        let coefficient = fit.coefficients[try #require(Int(row.quantity.suffix(1)))]
        value =
          switch name {
          case "coefficient": coefficient.value
          case "standardError": coefficient.standardError
          case "ratio": coefficient.hazardRatio.value
          case "lower": coefficient.hazardRatio.interval?.lower
          case "upper": coefficient.hazardRatio.interval?.upper
          default: nil
          }
      }
      // The likelihood-ratio statistic is twice a difference of two numbers near -700.
      expectClose(
        value, row.value, relative: row.quantity == "likelihoodRatio" ? 1e-9 : 1e-10, "\(row)")
    }
  }

  @Test("published: lung by sex and aml (adverse-53, adverse-54)")
  func published() throws {
    let lung = try SurvivalRecords.data("lung", columns: ["group"])
    let fit = try #require(CoxRegression()(lung).value)
    let sex = fit.coefficients[0]
    expectClose(sex.value, -0.5310235, relative: 1e-7)
    expectClose(sex.standardError, 0.1671786, relative: 2e-7)
    expectClose(sex.hazardRatio.value, 0.5880028, relative: 1e-7)
    expectClose(sex.hazardRatio.interval?.lower, 0.423718, relative: 1e-6)
    expectClose(sex.hazardRatio.interval?.upper, 0.815985, relative: 1e-6)
    let aml = try SurvivalRecords.data("aml", columns: ["group"])
    expectClose(
      CoxRegression()(aml).value?.coefficients[0].value, 0.9155326, relative: 1e-7)
    expectClose(
      CoxRegression(ties: .breslow)(aml).value?.coefficients[0].value, 0.9042197,
      relative: 1e-7)
  }

  /// The partial likelihood by its definition: for each event, everybody is looked through.
  private static func logLikelihood(
    _ records: SurvivalRecords, _ coefficients: [Double], _ ties: CoxRegression.Ties
  ) -> Double {
    func rate(_ spell: SurvivalSpell) -> Double {
      exp(zip(spell.covariates, coefficients).reduce(0) { $0 + $1.0 * $1.1 })
    }
    var sum = 0.0
    for stratum in records.strata.indices {
      let spells = records.spells.filter { $0.stratum == stratum }
      for time in Set(spells.filter { $0.cause > 0 }.map(\.exit)) {
        let atRisk = spells.filter { $0.entry < time && time <= $0.exit }.map(rate).reduce(0, +)
        let having = spells.filter { $0.exit == time && $0.cause > 0 }.map(rate)
        for (position, one) in having.enumerated() {
          let left =
            ties == .efron
            ? Double(position) / Double(having.count) * having.reduce(0, +) : 0
          sum += log(one / (atRisk - left))
        }
      }
    }
    return sum
  }

  @Test("the likelihood is that of the definition, and its derivatives are its slopes")
  func definition() throws {
    var generator = SeededGenerator(seed: 8)
    for ties in CoxRegression.Ties.allCases {
      for _ in 0..<15 {
        let records = try SurvivalRecords.random(
          12, groups: 1, covariates: 2, using: &generator)
        let likelihood = PartialLikelihood(records, event: .any, ties: ties)
        let point = [0.3, -0.2]
        let scaled = zip(point, likelihood.scales).map { $0 * $1 }
        let value = likelihood.value(at: scaled)
        expectClose(
          value.logLikelihood, Self.logLikelihood(records, point, ties), relative: 1e-12,
          absolute: 1e-12)
        let h = 1e-4
        for index in 0..<2 {
          var ahead = scaled
          var behind = scaled
          ahead[index] += h
          behind[index] -= h
          let (up, down) = (likelihood.value(at: ahead), likelihood.value(at: behind))
          expectClose(
            value.score[index], (up.logLikelihood - down.logLikelihood) / (2 * h),
            relative: 1e-6, absolute: 1e-6)
          for other in 0..<2 {
            expectClose(
              value.information[other][index], (down.score[other] - up.score[other]) / (2 * h),
              relative: 1e-6, absolute: 1e-6)
          }
        }
      }
    }
  }

  @Test("for one covariate the best coefficient is the one found by search on the definition")
  func search() throws {
    var generator = SeededGenerator(seed: 21)
    var finite = 0
    var infinite = 0
    for ties in CoxRegression.Ties.allCases {
      for _ in 0..<(ThoroughTier.isOn ? 2000 : 150) {
        let records = try SurvivalRecords.random(
          Int.random(in: 2...7, using: &generator), groups: 1, covariates: 1, using: &generator)
        let outcome = CoxRegression(ties: ties)(records)
        switch Self.best(records, ties) {
        case .none: #expect(outcome.reason != nil)
        case let best? where best.isInfinite:
          #expect(
            outcome.reason?.contains("keeps rising") == true, "\(records.spells) \(outcome)")
          infinite += 1
        case let best?:
          // The top is flat: a search on values finds it to the root of the rounding.
          expectClose(
            outcome.value?.coefficients[0].value, best, relative: 1e-5, absolute: 1e-5)
          finite += 1
        }
      }
    }
    #expect(finite > 50 && infinite > 50)
  }

  /// Where the definition's likelihood is greatest; infinite where it rises to the end, `nil` where
  /// it does not depend on the coefficient.
  private static func best(_ records: SurvivalRecords, _ ties: CoxRegression.Ties) -> Double? {
    var rising = true
    var falling = true
    for event in records.spells where event.cause > 0 {
      let atRisk = records.spells.filter { $0.entry < event.exit && event.exit <= $0.exit }
        .map { $0.covariates[0] }
      if let most = atRisk.max(), most > event.covariates[0] { rising = false }
      if let least = atRisk.min(), least < event.covariates[0] { falling = false }
    }
    if rising || falling { return rising && falling ? nil : rising ? .infinity : -.infinity }
    // The likelihood is concave: golden sections of the bracket.
    var (lower, upper) = (-20.0, 20.0)
    let golden = (5.0.squareRoot() - 1) / 2
    while upper - lower > 1e-7 {
      let (left, right) = (upper - golden * (upper - lower), lower + golden * (upper - lower))
      if logLikelihood(records, [left], ties) < logLikelihood(records, [right], ties) {
        lower = left
      } else {
        upper = right
      }
    }
    return (lower + upper) / 2
  }

  @Test("with two covariates a likelihood without a top is found wherever it has none")
  func monotone() throws {
    var generator = SeededGenerator(seed: 99)
    var infinite = 0
    var finite = 0
    for _ in 0..<(ThoroughTier.isOn ? 3000 : 300) {
      let records = try SurvivalRecords.random(
        Int.random(in: 4...9, using: &generator), groups: 1, covariates: 2, using: &generator)
      // The values are whole numbers from -3 to 3, so a direction at right angles to a difference
      // of two people, or one between two such, shows all there is to see.
      let differences = records.spells.filter { $0.cause > 0 }.flatMap { event in
        records.spells.filter { $0.entry < event.exit && event.exit <= $0.exit }.map { other in
          (event.covariates[0] - other.covariates[0], event.covariates[1] - other.covariates[1])
        }
      }.filter { $0 != (0, 0) }
      guard let first = differences.first,
        differences.contains(where: { $0.0 * first.1 != $0.1 * first.0 })
      else { continue }
      let normals = differences.flatMap { [(-$0.1, $0.0), ($0.1, -$0.0)] }
      let rising = normals.contains { normal in
        differences.allSatisfy { $0.0 * normal.0 + $0.1 * normal.1 >= 0 }
      }
      let outcome = CoxRegression()(records)
      #expect((outcome.value == nil) == rising, "\(records.spells) \(outcome)")
      if rising { infinite += 1 } else { finite += 1 }
    }
    #expect(infinite > 30 && finite > 30)
  }

  @Test("units, origins, and the order of the people change nothing but the units")
  func scaling() throws {
    let careers = try SurvivalRecords.data("careers", columns: ["age", "grade"])
    let fit = try #require(CoxRegression()(careers).value)
    let other = try #require(
      SurvivalRecords(
        careers.spells.reversed().map {
          SurvivalSpell(
            entry: $0.entry, exit: $0.exit, cause: $0.cause,
            covariates: [1e6 + 1000 * $0.covariates[0], -$0.covariates[1] / 64])
        }, causes: careers.causes, covariates: careers.covariates))
    let scaled = try #require(CoxRegression()(other).value)
    expectClose(scaled.logLikelihood, fit.logLikelihood, relative: 1e-13)
    expectClose(
      scaled.coefficients[0].value * 1000, fit.coefficients[0].value, relative: 1e-8)
    expectClose(
      scaled.coefficients[1].value / -64, fit.coefficients[1].value, relative: 1e-8)
    expectClose(scaled.covariance[0][1] * 1000 / -64, fit.covariance[0][1], relative: 1e-8)
  }

  @Test("without ties Efron's and Breslow's are one")
  func withoutTies() throws {
    let people = [5, 2, 9, 4, 7, 1, 8, 3].enumerated().map { index, exit in
      SurvivalSpell(exit: exit, cause: index % 3 == 0 ? 0 : 1, covariates: [Double(index * index)])
    }
    let records = try #require(SurvivalRecords(people, covariates: ["x"]))
    #expect(CoxRegression()(records).value == CoxRegression(ties: .breslow)(records).value)
  }

  @Test("the hazard ratio is focal over reference and turns over with the groups")
  func hazardRatio() throws {
    let aml = try SurvivalRecords.data("aml")
    let ratio = try #require(HazardRatio()(aml).value)
    // R's coefficient is of the second group against the first.
    expectClose(ratio, exp(-0.9155326), relative: 1e-7)
    let turned = try #require(
      SurvivalRecords(
        aml.spells.map {
          SurvivalSpell(entry: $0.entry, exit: $0.exit, cause: $0.cause, group: 1 - $0.group)
        }, groups: aml.groups, causes: aml.causes))
    let other = HazardRatio()(turned)
    expectClose(try #require(other.value) * ratio, 1, relative: 1e-10)
    let interval = try #require(HazardRatio()(aml).interval)
    let opposite = try #require(other.interval)
    expectClose(opposite.upper * interval.lower, 1, relative: 1e-10)
    #expect(HazardRatio()(try .data("careers")).reason != nil)
  }

  /// R: 2 * diff(c(coxph(S ~ age)$loglik[2], coxph(S ~ sex + age)$loglik[2])) for lung.
  @Test("some covariates are tested with the others in the model")
  func nested() throws {
    let both = try SurvivalRecords.data("lung", columns: ["group", "age"])
    let method = CoxRegression()
    let test = try #require(method.likelihoodRatioTest(of: [0], in: both).test)
    expectClose(test.statistic, 9.88221284792053, relative: 1e-9)
    #expect(test.degreesOfFreedom == 1)
    let fit = try #require(method(both).value)
    #expect(
      method.likelihoodRatioTest(of: [1, 0], in: both).test?.pValue
        == fit.likelihoodRatioTest.pValue)
    for columns in [[], [2], [0, 0]] {
      #expect(method.likelihoodRatioTest(of: columns, in: both).test == nil)
    }
    let nobody = method.likelihoodRatioTest(
      of: [0], in: try .data("aml", columns: ["group"]))
    #expect(nobody.test != nil)
  }

  @Test("undefined without covariates, events or differences, and where one group has no event")
  func degenerate() throws {
    let aml = try SurvivalRecords.data("aml")
    #expect(CoxRegression()(aml).reason == "There is no covariate.")
    let lung = try SurvivalRecords.data("lung", columns: ["group", "age"])
    #expect(CoxRegression(event: .cause(2))(lung).reason == "Nobody had the event.")
    #expect(CoxRegression(level: 0)(lung).reason != nil)
    let twice = try #require(
      SurvivalRecords(
        lung.spells.map {
          SurvivalSpell(
            exit: $0.exit, cause: $0.cause,
            covariates: $0.covariates + [3 * $0.covariates[0] + $0.covariates[1], 7])
        }, covariates: ["sex", "age", "sum", "seven"]))
    #expect(
      CoxRegression()(twice).reason
        == "Among the people at risk at the events, sum, seven does not vary or follows from the "
        + "other covariates.")
    let none = try SurvivalRecords.people(
      [(0, 1, 1, 0), (0, 2, 1, 0), (0, 3, 0, 1), (0, 4, 0, 1)])
    #expect(HazardRatio()(none).reason?.contains("Focal") == true)
  }
}
