import Estimates

/// A process whose stages people pass one after the other, and what its exhibits are called.
struct FunnelProcess: Sendable {
  /// What the counts are of, for example `applications`.
  let population: String
  /// The attribute that holds the furthest stage reached.
  let stage: String
  /// How the identifiers of its exhibits begin.
  let prefix: String
  /// The exhibit of all stages.
  let kind: Exhibit.Kind
  /// The exhibit of what each stage adds.
  let attribution: Exhibit.Kind

  /// From application to hire.
  static let hiring = FunnelProcess(
    population: "applications", stage: FunnelAnalysis.stage, prefix: "funnel", kind: .funnel,
    attribution: .funnelAttribution)

  /// From enrolment in a course to its last step.
  static let training = FunnelProcess(
    population: "enrolments", stage: TrainingPipelineAnalysis.stage, prefix: "training",
    kind: .training, attribution: .trainingAttribution)
}
