import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// How unequal the pay of everyone is: who receives which share, the Lorenz curve, and indices with
/// their intervals.
struct InequalityBlocks {
  let writer: SectionWriter

  var blocks: [Block] {
    let curves = writer.exhibits(.lorenz).filter(isShown(in: "share"))
    let tables = writer.exhibits(.inequality).filter(isShown(in: "value")).map { published in
      Block.table(
        writer.table(
          published,
          caption: writer.label(.inequalityOfPay, ["period": published.exhibit.period])))
    }
    let items = curves.compactMap(sentence) + [betweenSentence].compactMap { $0 }
    return (items.isEmpty ? [] : [.list(items.map { [.text($0)] })])
      + curves.compactMap(figure).map(Block.figure) + tables + betweenTable
  }

  /// The splits of inequality that are shown.
  private var between: [PublishedExhibit] {
    writer.exhibits(.inequalityBetween).filter(isShown(in: "share"))
  }

  private var betweenSentence: String? {
    let parts = between.compactMap { published in
      published.exhibit.attribute.flatMap { attribute in
        published.entry(row: 0, column: "share").estimate.map { share in
          writer.text(
            .inequalityBetweenPart,
            [
              "share": writer.format.percent(share.value),
              "attribute": writer.inSentence(attribute.title),
            ])
        }
      }
    }
    return parts.isEmpty ? nil : writer.text(.inequalityBetween, ["parts": writer.listed(parts)])
  }

  private var betweenTable: [Block] {
    guard let period = between.first?.exhibit.period else { return [] }
    return [
      .table(
        writer.table(
          between, caption: writer.label(.inequalityBetweenGroups, ["period": period])))
    ]
  }

  private func isShown(in column: String) -> (PublishedExhibit) -> Bool {
    { published in
      published.exhibit.rows.indices.contains {
        published.entry(row: $0, column: column).estimate != nil
      }
    }
  }

  private func share(_ published: PublishedExhibit, tenths: Int) -> Double? {
    published.exhibit.rows.indices.contains(tenths - 1)
      ? published.entry(row: tenths - 1, column: "share").estimate?.value : nil
  }

  private func sentence(_ published: PublishedExhibit) -> String? {
    guard let half = share(published, tenths: 5), let nine = share(published, tenths: 9) else {
      return nil
    }
    return writer.text(
      .lorenzTop, ["half": writer.format.percent(half), "top": writer.format.percent(1 - nine)])
  }

  private func figure(_ published: PublishedExhibit) -> Figure? {
    let exhibit = published.exhibit
    let tenths = exhibit.rows.count + 1
    let points = (1..<tenths).map { tenth in
      share(published, tenths: tenth).map {
        LorenzCurveChart.Point(people: Double(tenth) / Double(tenths), share: $0)
      }
    }
    guard let half = share(published, tenths: tenths / 2) else { return nil }
    return Figure(
      id: writer.slug("figure-" + exhibit.id),
      title: writer.text(.lorenzHalf, ["share": writer.format.percent(half, digits: 0)]),
      chart: LorenzCurveChart(
        series: [
          LorenzCurveChart.Series(
            label: exhibit.period, points: points + [LorenzCurveChart.Point(people: 1, share: 1)])
        ],
        axisTitle: writer.label(.shareOfPayAddedUp),
        peopleTitle: writer.label(.lowestPaidFirst), equality: writer.label(.samePayForEveryone),
        format: writer.format),
      table: writer.table(
        published, suffix: "-points",
        caption: writer.label(.shareOfAllPay, ["period": exhibit.period])))
  }
}
