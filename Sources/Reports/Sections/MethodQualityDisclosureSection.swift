import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 15: how the numbers were made, how sure they are, how people are protected.
struct MethodQualityDisclosureSection: ReportSection {
  let id = "method"

  func title(_ writer: SectionWriter) -> String { "Method, quality and disclosure" }

  func blocks(_ writer: SectionWriter) -> [Block] {
    verdicts(writer) + families(writer) + (writer.input.scan?.blocks(writer) ?? [])
      + [heading("methods", "Methods")] + MethodBlocks(writer: writer).blocks + disclosure(writer)
      + sources(writer) + record(writer)
  }

  private func heading(_ id: String, _ title: String) -> Block {
    .heading(level: 3, id: "method-" + id, [.text(title)])
  }

  private func verdicts(_ writer: SectionWriter) -> [Block] {
    let bands = writer.context.bands
    let format = writer.format
    func meaning(_ verdict: Verdict) -> String {
      switch verdict {
      case .clearGap:
        "equality is ruled out and the interval lies wholly outside the practical band"
      case .gapSizeUncertain: "equality is ruled out and the interval crosses an edge of the band"
      case .smallGap: "equality is ruled out and the interval lies wholly inside the band"
      case .aboutTheSame: "equality is not ruled out and the interval lies wholly inside the band"
      case .tooUncertain: "equality is not ruled out and the interval reaches beyond the band"
      case .notReported:
        "hidden to protect people, declared by too few people, no data, or not defined"
      }
    }
    let rows = Verdict.allCases.map { verdict in
      DataTable.Row(
        header: [.verdict(writer.badge(verdict))], cells: [.text([.text(meaning(verdict))])])
    }
    return [
      heading("verdicts", "Verdicts"),
      .paragraph([
        .text(
          "Every comparison is judged by its \(writer.confidence) confidence interval and a "
            + "practical band: ratios from \(format.ratio(bands.ratio.lower)) to "
            + "\(format.ratio(bands.ratio.upper)), differences of shares within "
            + "\(writer.points(bands.share.upper, digits: 0)), pay gaps within "
            + "\(format.percent(bands.pay.upper, digits: 0)). Whether equality is ruled out "
            + "is decided by the p-value after adjustment; intervals are shown unadjusted.")
      ]),
      .table(
        DataTable(
          id: "verdict-key", caption: "What the verdicts mean", corner: "Verdict",
          columns: [DataTable.Column("Meaning", alignment: .leading)], rows: rows)),
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
      case .holm:
        "The tests of one section are one family and are adjusted together by Holm's method. A "
          + "test that may not be shown counts as p = 1."
      case .none: "Tests are not adjusted for being several; each stands alone."
      }
    let columns =
      [DataTable.Column("Tests")]
      + [
        Verdict.clearGap, .gapSizeUncertain, .smallGap, .aboutTheSame, .tooUncertain, .notReported,
      ].map { DataTable.Column(writer.catalogue.word($0)) }
    return [
      heading("families", "Several comparisons at once"), .paragraph([.text(sentence)]),
      .table(
        DataTable(
          id: "families", caption: "Tests and verdicts by section", corner: "Section",
          columns: columns, rows: rows)),
    ]
  }

  private func disclosure(_ writer: SectionWriter) -> [Block] {
    [heading("disclosure", "Protection of people")] + ProtectionBlocks(writer: writer).blocks + [
      .paragraph(["Marks in the tables:"]),
      .definitions(
        Marker.allCases.map { Definition(term: $0.rawValue, meaning: [.text($0.meaning)]) }),
    ]
  }

  private func sources(_ writer: SectionWriter) -> [Block] {
    let benchmarks = writer.context.benchmarks
    guard !benchmarks.isEmpty else { return [] }
    var items: [[Inline]] = []
    for benchmark in benchmarks {
      let dated = [benchmark.source, benchmark.date].compactMap(\.self).joined(separator: ", ")
      let note = benchmark.note.map { " " + $0 } ?? ""
      items.append([.strong(benchmark.subject + ": "), .text(dated + "." + note)])
    }
    return [heading("benchmarks", "Benchmarks"), .list(items)]
  }

  private func record(_ writer: SectionWriter) -> [Block] {
    var blocks: [Block] = []
    if !writer.context.warnings.isEmpty {
      blocks += [
        heading("quality", "Quality of the data"),
        .list(writer.context.warnings.map { [.text($0)] }),
      ]
    }
    if !writer.context.provenance.isEmpty {
      blocks += [
        heading("provenance", "How this report was made"),
        .definitions(
          writer.context.provenance.map {
            Definition(term: $0.label, meaning: [.code($0.value)])
          }),
      ]
    }
    return blocks
  }
}
