import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 15: how the numbers were made, how sure they are, how people are protected.
struct MethodQualityDisclosureSection: ReportSection {
  let id = "method"

  func title(_ writer: SectionWriter) -> String { writer.label(.method) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    verdicts(writer) + families(writer) + (writer.input.scan?.blocks(writer) ?? [])
      + [heading("methods", writer.label(.methods))] + MethodBlocks(writer: writer).blocks
      + disclosure(writer)
      + sources(writer) + record(writer)
  }

  private func heading(_ id: String, _ title: String) -> Block {
    .heading(level: 3, id: "method-" + id, [.text(title)])
  }

  private func verdicts(_ writer: SectionWriter) -> [Block] {
    let bands = writer.context.bands
    let format = writer.format
    func meaning(_ verdict: Verdict) -> String {
      let explanation: Explanation =
        switch verdict {
        case .clearGap: .clearGap
        case .gapSizeUncertain: .gapSizeUncertain
        case .smallGap: .smallGap
        case .aboutTheSame: .aboutTheSame
        case .tooUncertain: .tooUncertain
        case .notReported: .notReported
        }
      return writer.explanation(explanation)
    }
    let rows = Verdict.allCases.map { verdict in
      DataTable.Row(
        header: [.verdict(writer.badge(verdict))], cells: [.text([.text(meaning(verdict))])])
    }
    return [
      heading("verdicts", writer.label(.verdicts)),
      .paragraph([
        .text(
          writer.explanation(
            .judgedBy,
            [
              "confidence": writer.confidence, "lower": format.ratio(bands.ratio.lower),
              "upper": format.ratio(bands.ratio.upper),
              "points": writer.points(bands.share.upper, digits: 0),
              "pay": format.percent(bands.pay.upper, digits: 0),
            ]))
      ]),
      .table(
        DataTable(
          id: "verdict-key", caption: writer.label(.verdictKey), corner: writer.label(.verdict),
          columns: [DataTable.Column(writer.label(.meaning), alignment: .leading)], rows: rows)),
    ]
  }

  private func families(_ writer: SectionWriter) -> [Block] {
    let findings = writer.input.findings
    let rows = FindingFamily.allCases.compactMap { family -> DataTable.Row? in
      let members = findings.filter { $0.family == family }
      guard let size = members.first?.familySize, size > 0 else { return nil }
      let counts = [
        Verdict.clearGap, .gapSizeUncertain, .smallGap, .aboutTheSame, .tooUncertain, .notReported,
      ].map { verdict in members.count { $0.verdict == verdict } }
      return DataTable.Row(
        header: [.text(writer.title(family))],
        cells: ([size] + counts).map { .number(writer.format.people($0)) },
        exact: ([size] + counts).map { ExactNumber(Double($0)) })
    }
    guard !rows.isEmpty else { return [] }
    let sentence =
      switch writer.context.multiplicity {
      case .holm: writer.explanation(.holm)
      case .none: writer.explanation(.notAdjusted)
      }
    let columns =
      [DataTable.Column(writer.label(.tests))]
      + [
        Verdict.clearGap, .gapSizeUncertain, .smallGap, .aboutTheSame, .tooUncertain, .notReported,
      ].map { DataTable.Column(writer.catalogue.word($0)) }
    return [
      heading("families", writer.label(.severalComparisons)), .paragraph([.text(sentence)]),
      .table(
        DataTable(
          id: "families", caption: writer.label(.testsBySection), corner: writer.label(.section),
          columns: columns, rows: rows)),
    ]
  }

  private func disclosure(_ writer: SectionWriter) -> [Block] {
    [heading("disclosure", writer.label(.protection))] + ProtectionBlocks(writer: writer).blocks + [
      .paragraph([.text(writer.label(.marksInTables))]),
      .definitions(
        Marker.allCases.map {
          Definition(
            term: $0.rawValue, meaning: [.text($0.meaning(in: writer.context.language.rawValue))])
        }),
    ]
  }

  private func sources(_ writer: SectionWriter) -> [Block] {
    let benchmarks = writer.context.benchmarks
    guard !benchmarks.isEmpty else { return [] }
    var items: [[Inline]] = []
    for benchmark in benchmarks {
      let dated = [benchmark.source, benchmark.date].compactMap(\.self).joined(separator: ", ")
      let note = benchmark.note.map { " " + $0 } ?? ""
      items.append([
        .strong(benchmark.subject + writer.context.language.colon), .text(dated + "." + note),
      ])
    }
    return [heading("benchmarks", writer.label(.benchmarks)), .list(items)]
  }

  private func record(_ writer: SectionWriter) -> [Block] {
    var blocks: [Block] = []
    if !writer.context.warnings.isEmpty {
      blocks += [
        heading("quality", writer.label(.dataQuality)),
        .list(writer.context.warnings.map { [.text($0)] }),
      ]
    }
    if !writer.context.provenance.isEmpty {
      blocks += [
        heading("provenance", writer.label(.howMade)),
        .definitions(
          writer.context.provenance.map {
            Definition(term: $0.label, meaning: [.code($0.value)])
          }),
      ]
    }
    return blocks
  }
}
