public import Aggregates
import Estimates
import Inference

/// Shares of the workforce against shares of an outside population.
///
/// A stock is a full count, so the only question is whether a workforce recruited from the
/// benchmarked population would often come out like this: the exact binomial test asks it, and the
/// interval of the difference agrees with it.
public struct BenchmarkAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    return series(context).map { series in
      context.query(people, series.attributes)
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots) else { return [] }
    return series(context).compactMap { series in
      guard let cells = data.cells(people, series.attributes) else { return nil }
      let levels = Set(series.benchmarks.map(\.level))
      let rungs = GroupLayout.ladder(for: series.characteristic, endsWithPair: true)
        .filter { layout in
          levels.allSatisfy { level in layout.groups.contains { $0.label == level } }
        }
        .map { exhibit($0, series, cells, context) }
      return ExhibitLadder(rungs)
    }
  }

  /// The benchmarks of one characteristic, over all or within one structure.
  private struct Series {
    let characteristic: Characteristic
    let by: Attribute?
    let benchmarks: [AnalysisContext.Benchmark]

    var attributes: [String] { [characteristic.attribute.id] + [by?.id].compactMap { $0 } }
  }

  private func series(_ context: AnalysisContext) -> [Series] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic -> [Series] in
      let mine = context.benchmarks.filter { $0.attribute == characteristic.attribute.id }
      var series: [Series] = []
      let overall = mine.filter { $0.within == nil }
      if !overall.isEmpty {
        series.append(Series(characteristic: characteristic, by: nil, benchmarks: overall))
      }
      for structure in context.structures(of: people) {
        // One exhibit per level of the characteristic, so that each compares one group.
        for level in characteristic.attribute.declaredLevels {
          let within = mine.filter {
            $0.within?.attribute == structure.id && $0.level == level.label
          }
          if !within.isEmpty {
            series.append(
              Series(characteristic: characteristic, by: structure, benchmarks: within))
          }
        }
      }
      return series
    }
  }

  private func exhibit(
    _ layout: GroupLayout, _ series: Series, _ cells: CellTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    var id = "benchmark/\(layout.attribute.id)"
    if let by = series.by { id += "/\(by.id)/\(series.benchmarks.first?.level ?? "")" }
    let stock = WorkforceTables.stock(
      layout, by: series.by.map { [$0.id] } ?? [], quarter: context.reported, cells: cells)
    var statistics: [PlannedStatistic] = []
    let rows = series.benchmarks.map { benchmark -> ExhibitRow in
      var base = WorkforceTables.everyone(context.reported)
      if let within = benchmark.within, let label = within.levels.first {
        base = base.with(within.attribute, label)
      }
      let label = benchmark.within?.levels.first ?? benchmark.level
      let part = base.with(layout.attribute.id, benchmark.level)
      let whole = layout.denominator(of: base)
      let prefix = "\(id)/\(label)"
      let share = CensusShare.share(id: "\(prefix)/share", part: part, whole: whole)
      let columns = [
        share,
        constant("\(prefix)/benchmark", benchmark),
        statistic(
          "\(prefix)/parity_index", part, whole,
          ParityIndex(
            benchmark: benchmark.value, benchmarkStandardError: benchmark.standardError,
            level: context.confidence)),
        statistic(
          "\(prefix)/difference", part, whole,
          BenchmarkDifference(benchmark: benchmark.value, level: context.confidence)),
        statistic(
          "\(prefix)/shortfall", part, whole, BenchmarkShortfall(benchmark: benchmark.value)),
        statistic(
          "\(prefix)/p", part, whole,
          ParityIndexTest(
            benchmark: benchmark.value, benchmarkStandardError: benchmark.standardError)),
      ]
      statistics += columns
      return ExhibitRow(
        label: label,
        entries: [.cell(part), .cell(whole)] + columns.map { .statistic($0.id) })
    }
    let sources = series.benchmarks.reduce(into: [String]()) { sources, benchmark in
      for text in ["Benchmark: \(benchmark.source).", benchmark.note].compactMap({ $0 })
      where !sources.contains(text) {
        sources.append(text)
      }
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .benchmark, attribute: layout.name,
        by: series.by.map { ExhibitAttribute(id: $0.id, title: $0.title) },
        period: context.reported, focal: series.benchmarks.first?.level, reference: "benchmark",
        columns: [
          ExhibitColumn(id: "people", title: "People", unit: .people),
          ExhibitColumn(id: "base", title: "Of", unit: .people),
          ExhibitColumn(id: "share", title: "Share", unit: .share),
          ExhibitColumn(id: "benchmark", title: "Benchmark", unit: .share),
          ExhibitColumn(id: "parity_index", title: "Parity index", unit: .ratio),
          ExhibitColumn(id: "difference", title: "Difference", unit: .percentagePoints),
          ExhibitColumn(id: "shortfall", title: "Shortfall in people", unit: .shortfall),
          ExhibitColumn(id: "p", title: "p", unit: .pValue),
        ],
        rows: rows,
        comparison: Comparison(
          effectColumn: "difference", testColumn: "p", scale: .share, polarity: .neutral,
          inference: .census),
        notes: layout.notes + sources),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }

  private func constant(
    _ id: String, _ benchmark: AnalysisContext.Benchmark
  ) -> PlannedStatistic {
    let value = benchmark.value
    return PlannedStatistic(
      id: id,
      method: MethodStamp(
        id: "benchmark", title: "Benchmark share", convention: "as published",
        source: benchmark.source, inference: nil),
      basis: .counts([]) { _ in
        Estimate(value).map(Outcome.estimate) ?? .notEstimable(reason: "no benchmark")
      })
  }

  private func statistic(
    _ id: String, _ part: CellKey, _ whole: CellKey,
    _ method: some StatisticalMethod<BinomialCount>
  ) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts([part, whole]) { counts in
        guard let count = BinomialCount(successes: counts[0], total: counts[1]) else {
          return .notEstimable(reason: "nobody declared")
        }
        return method(count)
      },
      smallestBase: CensusShare.smallestBase, bases: [whole])
  }
}
