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
      + methods(writer) + disclosure(writer) + sources(writer) + record(writer)
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
      ].map { verdict in
        TableCell.number(writer.format.people(members.count { $0.verdict == verdict }))
      }
      return DataTable.Row(
        header: [.text(writer.title(family))],
        cells: [.number(writer.format.people(size))] + counts)
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

  private func methods(_ writer: SectionWriter) -> [Block] {
    var methods:
      [(title: String, convention: String, inference: InferenceMode?, sources: [String])] = []
    for published in writer.release.exhibits {
      for stamp in published.methods.map(\.method) {
        let convention = withoutValues(stamp.convention)
        let known = methods.firstIndex {
          $0.title == stamp.title && $0.convention == convention && $0.inference == stamp.inference
        }
        if let known {
          if !methods[known].sources.contains(stamp.source) {
            methods[known].sources.append(stamp.source)
          }
        } else {
          methods.append((stamp.title, convention, stamp.inference, [stamp.source]))
        }
      }
    }
    guard !methods.isEmpty else { return [] }
    let rows = methods.map { method in
      let source =
        method.sources.count > 2
        ? writer.label(.asListedUnderBenchmarks)
        : method.sources.joined(separator: "; ")
      return DataTable.Row(
        header: [.text(method.title)],
        cells: [
          .text([.text(method.convention)]),
          .text([.text(method.inference.map { writer.text(Self.words($0)) } ?? "–")]),
          .text([.text(source)]),
        ])
    }
    return [
      heading("methods", writer.label(.methods))
    ] + keptInEnglish(writer) + [
      .table(
        DataTable(
          id: "methods", caption: writer.label(.methodsBehind),
          corner: writer.label(.methodCorner),
          columns: [
            DataTable.Column(writer.label(.convention), alignment: .leading),
            DataTable.Column(writer.label(.uncertaintyOf), alignment: .leading),
            DataTable.Column(writer.label(.source), alignment: .leading),
          ], rows: rows))
    ]
  }

  /// Why the table of methods is in English; nothing where all of the report is.
  private func keptInEnglish(_ writer: SectionWriter) -> [Block] {
    writer.context.language.isEnglish
      ? [] : [.paragraph([.text(writer.explanation(.methodTerms))])]
  }

  /// What the uncertainty is about, in words.
  private static func words(_ mode: InferenceMode) -> Message {
    switch mode {
    case .census: .inferenceCensus
    case .finitePopulation: .inferenceFinitePopulation
    case .process: .inferenceProcess
    }
  }

  /// A convention without the value of one benchmark, so that a method stands in the table once:
  /// `benchmark 0.43 taken as known` becomes `each benchmark taken as known`.
  private func withoutValues(_ convention: String) -> String {
    var words: [String] = []
    for word in convention.split(separator: " ").map(String.init) {
      let mark = word.hasSuffix(",") ? "," : ""
      if words.last == "benchmark", Double(word.dropLast(mark.count)) != nil {
        words[words.count - 1] = "each benchmark" + mark
      } else {
        words.append(word)
      }
    }
    return words.joined(separator: " ")
  }

  private func disclosure(_ writer: SectionWriter) -> [Block] {
    let summary = writer.release.summary
    let format = writer.format
    var sentences: [String] = []
    if summary.audience == "already-published" {
      sentences.append(writer.explanation(.alreadyPublic))
    } else {
      sentences += [
        writer.explanation(
          .smallGroups,
          [
            "threshold": format.people(summary.threshold),
            "pay": format.people(summary.payThreshold),
          ]),
        writer.explanation(.roundedMedians),
        writer.explanation(.placesHidden, ["number": format.people(summary.hidden)]),
      ]
      if summary.rolledUp > 0 {
        sentences.append(
          writer.explanation(.tablesMerged, ["number": format.people(summary.rolledUp)]))
      }
      if let scope = writer.context.privacyScope {
        // The configuration's short form, said in full.
        sentences.append(
          scope.contains("within this release")
            ? writer.explanation(.withinRelease)
            : scope.contains("ledger") ? writer.explanation(.withLedger) : scope)
      }
      sentences += Attackers.sentences(
        summary.attackers, threshold: format.people(summary.threshold),
        isAudited: writer.context.isAudited, in: writer.catalogue)
    }
    return [
      heading("disclosure", writer.label(.protection)),
      .paragraph([.text(sentences.joined(separator: " "))]),
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
