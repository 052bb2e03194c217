import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// At which level a group thins out: a sentence naming the step, and a table.
struct PipelineBlocks {
  let writer: SectionWriter

  /// Those with a ratio at some step.
  func exhibits(_ attribute: ExhibitAttribute) -> [PublishedExhibit] {
    writer.exhibits(.pipeline, of: attribute).filter { published in
      published.exhibit.rows.indices.contains {
        published.entry(row: $0, column: "ratio").estimate != nil
      }
    }
  }

  func table(_ published: PublishedExhibit) -> Block {
    .table(
      writer.table(
        published,
        caption: writer.label(.levelsCaption, ["period": published.exhibit.period])))
  }

  /// A step where the group thins out.
  private struct Step {
    let row: Int
    let ratio: Estimate
    let p: Double
  }

  /// Where the group clearly thins out, the lowest ratio first.
  ///
  /// Where it does nowhere, the lowest ratio below 1; `nil` where a step is not shown.
  func sentence(_ published: PublishedExhibit) -> String? {
    guard let focal = published.exhibit.focal, let reference = published.exhibit.reference else {
      return nil
    }
    let rows = published.exhibit.rows
    let steps = rows.indices.compactMap { row -> Step? in
      guard let ratio = published.entry(row: row, column: "ratio").estimate,
        let p = published.entry(row: row, column: "p").test?.pValue.value
      else { return nil }
      return Step(row: row, ratio: ratio, p: p)
    }
    guard steps.count == rows.count else { return nil }
    let thin = steps.filter { $0.ratio.value < 1 }.sorted {
      ($0.ratio.value, $0.row) < ($1.ratio.value, $1.row)
    }
    let clear = thin.filter { $0.p < 1 - writer.context.confidence }
    guard let worst = clear.first ?? thin.first, let interval = worst.ratio.interval,
      let own = writer.printed(published, row: worst.row, column: "focal"),
      let other = writer.printed(published, row: worst.row, column: "reference")
    else { return nil }
    let others = clear.dropFirst().map(\.row).sorted().map { rows[$0].label }
    return writer.text(
      clear.isEmpty ? .pipelineByChance : .pipelineWorst,
      [
        "level": rows[worst.row].label, "focal": writer.names.plural(focal),
        "reference": writer.names.plural(reference), "own": own, "other": other,
        "ratio": writer.format.ratio(worst.ratio.value),
        "confidence": writer.confidence, "interval": writer.printed(interval, .ratio),
        "also": others.isEmpty
          ? "" : writer.text(.pipelineAlso, ["list": writer.listed(others)]),
      ])
  }

  /// What the table means.
  static func meaning(_ writer: SectionWriter) -> Block {
    writer.explained(.leadLevels, writer.explanation(.levels))
  }
}
