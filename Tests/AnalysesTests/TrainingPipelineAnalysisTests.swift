import Aggregates
import Estimates
import Inference
import TestSupport
import Testing

@testable import Analyses

@Suite("The training pipeline")
struct TrainingPipelineAnalysisTests {
  private static let sample = SampleWorkforce(seed: 21)

  private static func ladders() -> [ExhibitLadder] {
    TrainingPipelineAnalysis().ladders(from: sample.data, in: sample.context)
  }

  /// People of a group who reached a step in the window.
  private static func reached(_ gender: Int, _ step: Int) -> Int {
    sample.enrolments.count { row in
      (row["quarter"] ?? 0) >= 1 && row["gender"] == gender && (row["training_step"] ?? 0) >= step
    }
  }

  private static func evaluate(_ rung: PlannedExhibit, _ id: String) throws -> Outcome {
    let counts = PlanConsistencyTests.counts(rung.tables)
    let statistic = try #require(rung.statistics.first { $0.id == id })
    guard case .counts(let cells, let evaluate) = statistic.basis else {
      Issue.record("\(id) is not a statistic of counts")
      return .notEstimable(reason: "")
    }
    return evaluate(try cells.map { try #require(counts[$0]?.first) })
  }

  @Test("the way, its division among the steps and its cost are planned for every focal group")
  func kinds() {
    #expect(
      Self.ladders().compactMap { $0.rungs.first?.exhibit.kind } == [
        .training, .trainingAttribution, .trainingCost,
      ])
    let rungs = Self.ladders().map(\.rungs.count)
    #expect(Set(rungs).count == 1)
    for rung in Self.ladders().flatMap(\.rungs) {
      #expect(rung.tables.allSatisfy { $0.population == "enrolments" })
    }
  }

  @Test("rates, log ratios and costs are those of the enrolments of the last four quarters")
  func numbers() throws {
    let rungs = Self.ladders().compactMap(\.rungs.first)
    let id = "training/gender/Women"
    let women = (0...2).map { Self.reached(0, $0) }
    let men = (0...2).map { Self.reached(1, $0) }
    let rate = try Self.evaluate(rungs[0], "\(id)/Completed/focal_rate")
    guard case .estimate(let share) = rate else { throw Problem.noEstimate }
    expectClose(share.value, Double(women[2]) / Double(women[1]), relative: 1e-14)
    var sum = 0.0
    var variance = 0.0
    for step in ["Started", "Completed"] {
      guard
        case .estimate(let log) = try Self.evaluate(
          rungs[1], "\(id)/attribution/\(step)/log_ratio")
      else { throw Problem.noEstimate }
      sum += log.value
      variance += try #require(log.standardError) * (try #require(log.standardError))
    }
    guard
      case .estimate(let whole) = try Self.evaluate(rungs[1], "\(id)/attribution/whole/log_ratio")
    else { throw Problem.noEstimate }
    expectClose(sum, whole.value, relative: 1e-11, absolute: 1e-13)
    expectClose(variance.squareRoot(), try #require(whole.standardError), relative: 1e-11)
    for (step, position) in [("Started", 1), ("Completed", 2)] {
      guard
        case .estimate(let cost) = try Self.evaluate(
          rungs[2], "\(id)/cost/\(step)/reference_amount")
      else { throw Problem.noEstimate }
      expectClose(
        cost.value, 900 * Double(men[0]) / Double(men[position]), relative: 1e-13)
    }
  }

  @Test("without steps there is no pipeline, without a cost no table of costs")
  func inputs() {
    let context = Self.sample.context
    func changed(_ stages: [String], _ cost: AnalysisContext.Cost?) -> AnalysisContext {
      AnalysisContext(
        quarters: context.quarters,
        inputs: context.inputs.map { input in
          .init(
            id: input.id, population: input.population, attributes: input.attributes,
            measures: input.measures, filters: input.filters,
            stages: input.population == .training ? stages : input.stages)
        }, characteristics: context.characteristics, structures: context.structures,
        trainingCost: cost)
    }
    #expect(TrainingPipelineAnalysis().queries(in: changed([], context.trainingCost)).isEmpty)
    let without = changed(["Enrolled", "Started", "Completed"], nil)
    let ladders = TrainingPipelineAnalysis().ladders(
      from: Self.sample.data(in: without), in: without)
    #expect(
      ladders.compactMap { $0.rungs.first?.exhibit.kind } == [.training, .trainingAttribution])
  }

  private enum Problem: Error { case noEstimate }
}
