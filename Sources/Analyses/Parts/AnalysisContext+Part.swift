import Aggregates

extension AnalysisContext {
  /// What the analyses know when they look at one part of the workforce.
  ///
  /// Inputs without the attribute are left out, as nobody can tell the part's rows in them. Outside
  /// benchmarks are kept where they are the part's own; those of everyone say nothing about it.
  public func restricted(to part: WorkforcePart) -> AnalysisContext {
    let condition = AggregateQuery.Filter(part.attribute, levels: [part.level])
    return AnalysisContext(
      quarters: quarters,
      inputs: inputs.filter { $0.has(part.attribute) }.map { input in
        Input(
          id: input.id, population: input.population, attributes: input.attributes,
          measures: input.measures, filters: input.filters + [condition], stages: input.stages)
      },
      characteristics: characteristics,
      structures: structures.filter { $0.id != part.attribute },
      structureMerges: structureMerges.filter { $0.attribute != part.attribute },
      leadershipFrom: leadershipFrom,
      intersections: intersections.filter { !$0.contains(part.attribute) },
      payMeasure: payMeasure, bonusMeasure: bonusMeasure,
      benchmarks: benchmarks.compactMap { benchmark in
        guard let within = benchmark.within, within.attribute == part.attribute,
          within.levels == [part.level]
        else { return nil }
        return Benchmark(
          attribute: benchmark.attribute, level: benchmark.level, value: benchmark.value,
          standardError: benchmark.standardError, within: nil, source: benchmark.source,
          note: benchmark.note)
      },
      confidence: confidence, trainingCost: trainingCost, skills: skills,
      part: part, taxonomy: taxonomy)
  }
}
