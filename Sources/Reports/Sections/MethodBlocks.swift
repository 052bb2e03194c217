import Disclosure
import Documents
import Estimates
import SVGCharts

/// The methods behind the numbers: each once, or in the research profile every stamp with where it is
/// used.
struct MethodBlocks {
  let writer: SectionWriter

  var blocks: [Block] {
    let table = writer.profile == .research ? inFull : inShort
    return table.isEmpty ? [] : writer.methodsKeptInEnglish + table
  }

  /// Every stamp of every exhibit, with its identifier.
  private var inFull: [Block] {
    var stamps: [(stamp: MethodStamp, exhibits: Int)] = []
    for published in writer.release.exhibits {
      var here: [MethodStamp] = []
      for stamp in published.methods.map(\.method) where !here.contains(stamp) {
        here.append(stamp)
      }
      for stamp in here {
        if let known = stamps.firstIndex(where: { $0.stamp == stamp }) {
          stamps[known].exhibits += 1
        } else {
          stamps.append((stamp, 1))
        }
      }
    }
    guard !stamps.isEmpty else { return [] }
    return [
      .table(
        DataTable(
          id: "methods", caption: writer.label(.methodsInFull),
          corner: writer.label(.methodCorner),
          columns: [
            DataTable.Column(writer.label(.identifier), alignment: .leading),
            DataTable.Column(writer.label(.convention), alignment: .leading),
            DataTable.Column(writer.label(.uncertaintyOf), alignment: .leading),
            DataTable.Column(writer.label(.source), alignment: .leading),
            DataTable.Column(writer.label(.tables)),
          ],
          rows: stamps.map { stamp, exhibits in
            DataTable.Row(
              header: [.text(stamp.title)],
              cells: [
                .text([.code(stamp.id)]), .text([.text(stamp.convention)]),
                .text([.text(stamp.inference.map { writer.text(Self.words($0)) } ?? "–")]),
                .text([.text(stamp.source)]), .number(writer.format.people(exhibits)),
              ])
          }))
    ]
  }

  /// Each method once, with its conventions and its source.
  private var inShort: [Block] {
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
}

extension SectionWriter {
  /// Why the names of methods are in English; nothing where all of the report is.
  var methodsKeptInEnglish: [Block] {
    context.language.isEnglish ? [] : [.paragraph([.text(explanation(.methodTerms))])]
  }
}
