import Aggregates
package import Analyses
package import Configuration
import DataSources
package import Disclosure

/// Turns a configuration into what the analyses and the gate need to know.
package enum ContextBuilder {
  /// What the analyses know before they see data.
  package static func context(_ configuration: RunConfiguration) -> AnalysisContext {
    AnalysisContext(
      quarters: configuration.period.quarters,
      inputs: configuration.inputs.compactMap(input),
      characteristics: configuration.attributes(.characteristic).map(characteristic),
      structures: configuration.attributes(.structure).map(\.attribute),
      structureMerges: configuration.attributes(.structure).flatMap(groupings),
      leadershipFrom: configuration.leadershipFrom, intersections: configuration.intersections,
      payMeasure: configuration.pay?.measure.id, bonusMeasure: configuration.pay?.bonus?.id,
      benchmarks: configuration.benchmarks.map(benchmark),
      targets: configuration.targets.map { target in
        .init(
          attribute: target.attribute, level: target.level,
          isLeadership: target.scope == .leadership, value: target.value, by: target.by)
      },
      scenarios: configuration.scenarios.map {
        .init(
          name: $0.name, attribute: $0.attribute, level: $0.level, hireShare: $0.hireShare,
          hires: $0.hires ?? 1, exits: $0.exits ?? 1)
      },
      confidence: configuration.tests.confidence,
      trainingCost: configuration.trainingCost.map { cost($0, configuration) },
      skills: configuration.skills.map { skill in
        .init(
          attribute: skill.attribute, name: skill.name,
          domain: AnalysisContext.Skill.Domain(rawValue: skill.domain.rawValue) ?? .leadership)
      },
      taxonomy: configuration.taxonomy.map {
        AnalysisContext.Taxonomy(
          attribute: $0.attribute, specializations: $0.specializations.map(\.name))
      })
  }

  private static func cost(
    _ amount: Double, _ configuration: RunConfiguration
  ) -> AnalysisContext.Cost {
    let unit = configuration.organisation.currency
    let number = Int(exactly: amount).map(String.init) ?? "\(amount)"
    return AnalysisContext.Cost(amount: amount, unit: unit, words: "\(number) \(unit)")
  }

  private static func input(_ input: InputConfiguration) -> AnalysisContext.Input? {
    let schema = input.schema
    let population: AnalysisContext.Population
    switch schema.kind {
    case .snapshots: population = .snapshots
    case .events: population = .events
    case .applications: population = .applications
    case .training: population = .training
    case .skills: population = .skills
    case .vacancies: population = .vacancies
    }
    let measures =
      schema.columns.compactMap { column -> AnalysisContext.MeasureName? in
        guard case .measure(let number) = column.role else { return nil }
        return .init(id: number.id, title: number.title, unit: number.unit)
      }
      + schema.derivedMeasures.map { .init(id: $0.id, title: $0.title, unit: $0.unit) }
    let filters = input.exclusions.compactMap { exclusion -> AggregateQuery.Filter? in
      guard let attribute = schema.attributes.first(where: { $0.id == exclusion.attribute })
      else { return nil }
      return AggregateQuery.Filter(
        exclusion.attribute,
        levels: attribute.levels.map(\.label).filter { !exclusion.levels.contains($0) })
    }
    return AnalysisContext.Input(
      id: schema.id, population: population, attributes: schema.attributes, measures: measures,
      filters: filters, stages: input.stages)
  }

  private static func characteristic(_ attribute: AttributeConfiguration) -> Characteristic {
    let comparator: Characteristic.Comparator =
      switch attribute.reference {
      case .rest: .rest
      case .level(let label): .level(label)
      }
    return Characteristic(
      attribute: attribute.attribute, comparator: comparator, focal: attribute.focal,
      merges: groupings(attribute))
  }

  private static func groupings(_ attribute: AttributeConfiguration) -> [Grouping] {
    attribute.merge.map {
      Grouping(attribute: attribute.attribute.id, label: $0.label, members: $0.members)
    }
  }

  private static func benchmark(
    _ benchmark: BenchmarkConfiguration
  ) -> AnalysisContext.Benchmark {
    AnalysisContext.Benchmark(
      attribute: benchmark.attribute, level: benchmark.level, value: benchmark.value,
      standardError: benchmark.standardError,
      within: benchmark.within.first.map { .init($0.attribute, levels: [$0.level]) },
      source: benchmark.source, note: benchmark.note)
  }

  /// The gate's policy.
  ///
  /// - Throws: a failure if the floors are below the audience's.
  package static func policy(
    _ configuration: RunConfiguration
  ) throws(RunFailure) -> DisclosurePolicy {
    let audience =
      configuration.isAlreadyPublished
      ? DisclosurePolicy.Audience.alreadyPublished
      : DisclosurePolicy.Audience(rawValue: configuration.privacy.audience)
    let policy = audience.flatMap {
      $0 == .alreadyPublished
        ? DisclosurePolicy(audience: $0)
        : DisclosurePolicy(
          audience: $0, threshold: configuration.privacy.minGroup,
          payThreshold: configuration.privacy.minGroupPay,
          sensitiveAttributes: configuration.privacy.roles.filter { $0.role == .sensitive }
            .map(\.id), roundingBase: configuration.privacy.rounding)
    }
    guard let policy else {
      throw RunFailure(
        .configurationInvalid,
        [
          "error C022 \(configuration.file): [privacy] allows smaller groups than its audience may see",
          "  fix: public needs min_group of 10 or more, internal 5 or more; min_group_pay at least 10",
        ])
    }
    return policy
  }
}
