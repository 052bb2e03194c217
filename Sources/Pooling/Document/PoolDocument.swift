public import Documents
import Estimates
import SVGCharts

/// Writes a pool as a document.
public struct PoolDocument: Sendable {
  private let release: PooledRelease
  private let tag: String
  private let engine: String
  private let format: NumberFormat

  /// Prepares the document of a pool.
  ///
  /// - Parameters:
  ///   - release: the pool.
  ///   - locale: the tag of the language, for example `en-GB`; English where it is not known.
  ///   - engine: the name and version of the engine.
  public init(_ release: PooledRelease, locale: String, engine: String) {
    self.release = release
    self.engine = engine
    tag = locale
    format = NumberFormat(NumberConventions.of(tag: locale) ?? .britishEnglish)
  }

  private func text(_ text: PoolText, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text.text(tag, values)
  }

  /// The reader's own organisation.
  private var own: String { release.ownName ?? text(.ownOrganisation) }

  /// The document.
  public var document: Document {
    var details = [
      Document.Detail(
        label: text(.organisations), value: format.number(Double(release.contributors), digits: 0)),
      Document.Detail(label: text(.taxonomy), value: release.taxonomy),
      Document.Detail(label: text(.stocks), value: release.period),
    ]
    if let flows = release.flowPeriod {
      details.append(Document.Detail(label: text(.flows), value: flows))
    }
    details += [
      Document.Detail(label: text(.snapshot), value: release.snapshotDate),
      Document.Detail(label: text(.madeOn), value: release.asOf),
    ]
    if let name = release.ownName {
      details.append(Document.Detail(label: text(.ownOrganisation), value: name))
    }
    details.append(Document.Detail(label: text(.engine), value: engine))
    return Document(
      title: text(.title, ["count": format.number(Double(release.contributors), digits: 0)]),
      subtitle: text(.subtitle, ["period": release.period]), language: tag, details: details,
      blocks: [
        .paragraph([
          .text(text(.lead, ["count": format.number(Double(release.contributors), digits: 0)]))
        ])
      ] + sections + standardised + closing,
      footer: [.text(text(.footer, ["engine": engine, "taxonomy": release.taxonomy]))])
  }

  // MARK: - Populations

  private static let populations: [(id: String, title: PoolText)] = [
    ("workforce", .workforce), ("hires", .hires), ("promotions", .promotions), ("exits", .exits),
  ]

  private var sections: [Block] {
    Self.populations.flatMap { population -> [Block] in
      let figures = release.figures.filter { $0.population == population.id }
      guard !figures.isEmpty else { return [] }
      let title = text(population.title)
      let overall = figures.filter(\.places.isEmpty)
      return [.heading(level: 2, id: population.id, [.text(title)])]
        + [.list(overall.map(sentences))] + charts(overall)
        + tables(figures, population.id, title)
    }
  }

  private func sentences(_ figure: PooledRelease.Figure) -> [Inline] {
    var parts = [
      text(
        .pooledShare,
        [
          "group": figure.group, "pooled": format.percent(figure.pooled),
          "people": format.number(Double(figure.people), digits: 0),
          "total": format.number(Double(figure.total), digits: 0),
        ])
    ]
    if let prediction = figure.prediction.coarse?.interval {
      parts.append(
        text(
          figure.isAtBoundary == true ? .noSpread : .spread,
          [
            "mean": figure.mean.coarse.map { format.percent($0.value) } ?? "",
            "deviation": figure.deviation.coarse.map {
              format.number(100 * $0.value, digits: 1)
            } ?? "",
            "lower": format.percent(prediction.lowerBound),
            "upper": format.percent(prediction.upperBound),
          ]))
    } else if case .none(let reason) = figure.mean {
      parts.append(reason)
    }
    if let own = figure.own { parts += ownSentences(own) }
    return [.text(parts.joined(separator: " "))]
  }

  private func ownSentences(_ own: PooledRelease.Own) -> [String] {
    let percentile = own.percentile.coarse
    var parts = [
      text(
        percentile == nil ? .ownMiddle : .ownShare,
        [
          "name": self.own, "share": format.percent(own.share),
          "people": format.number(Double(own.people), digits: 0),
          "total": format.number(Double(own.total), digits: 0),
          "percentile": percentile.map { format.percent($0.value, digits: 0) } ?? "",
          "lower": percentile?.interval.map { format.percent($0.lowerBound, digits: 0) } ?? "",
          "upper": percentile?.interval.map { format.percent($0.upperBound, digits: 0) } ?? "",
        ])
    ]
    if let limits = own.limits {
      parts.append(
        text(
          limits.inner.contains(own.share)
            ? .ownInside : limits.outer.contains(own.share) ? .ownBetween : .ownOutside))
    }
    return parts
  }

  /// The funnels of every characteristic's groups but the largest, whose funnel is that of the others
  /// turned over; at most four.
  private func charts(_ figures: [PooledRelease.Figure]) -> [Block] {
    let charts = figures.filter { figure in
      let groups = figures.filter { $0.characteristic == figure.characteristic }
      return groups.count == 1 || figure.people < (groups.map(\.people).max() ?? 0)
    }.prefix(4).compactMap { figure -> Figure? in
      guard let own = figure.own, own.funnel.count > 1, let mean = figure.mean.coarse else {
        return nil
      }
      return Figure(
        id: Self.slug("funnel-\(figure.population)-\(figure.characteristic)-\(figure.group)"),
        title: text(
          .figureTitle,
          [
            "group": figure.group, "share": format.percent(own.share), "name": self.own,
            "mean": format.percent(mean.value),
          ]),
        chart: FunnelPlotChart(
          mean: mean.value,
          sizes: own.funnel.map {
            FunnelPlotChart.Size(people: $0.people, inner: $0.inner, outer: $0.outer)
          },
          own: FunnelPlotChart.Own(label: self.own, people: own.total, share: own.share),
          key: FunnelPlotChart.Key(
            mean: text(.meanKey), inner: text(.innerKey), outer: text(.outerKey)),
          axisTitle: text(.axisShare, ["group": figure.group]), peopleTitle: text(.axisPeople),
          format: format),
        caption: [.text(text(.figureCaption))],
        annex: Self.slug("pool-\(figure.population)-\(figure.characteristic)"))
    }
    return charts.map { .figure($0) }
  }

  private func tables(
    _ figures: [PooledRelease.Figure], _ population: String, _ title: String
  ) -> [Block] {
    var characteristics: [String] = []
    for figure in figures where !characteristics.contains(figure.characteristic) {
      characteristics.append(figure.characteristic)
    }
    return characteristics.map { id in
      let own = figures.filter { $0.characteristic == id }
      var columns = [
        DataTable.Column(text(.people)), DataTable.Column(text(.everyone)),
        DataTable.Column(text(.mean)),
        DataTable.Column(text(.deviation), unit: text(.points)),
        DataTable.Column(text(.prediction)),
      ]
      if release.ownName != nil {
        columns += [
          DataTable.Column(text(.ownColumn, ["name": self.own])),
          DataTable.Column(text(.percentile, ["name": self.own])),
        ]
      }
      return .table(
        DataTable(
          id: Self.slug("pool-\(population)-\(id)"),
          caption: text(
            .tableCaption,
            [
              "characteristic": own[0].title, "population": title,
              "period": population == "workforce"
                ? release.period : release.flowPeriod ?? release.period,
            ]), corner: text(.group), columns: columns, rows: own.map(row),
          notes: own.contains(where: \.isOfDeclared)
            ? [text(.ofDeclared), text(.ofEveryone)] : [text(.ofEveryone)]))
    }
  }

  private func row(_ figure: PooledRelease.Figure) -> DataTable.Row {
    let label = ([figure.group] + figure.places.map(\.level)).joined(separator: ", ")
    var cells: [TableCell] = [
      .number(format.number(Double(figure.people), digits: 0)),
      .number(format.number(Double(figure.total), digits: 0)),
      cell(figure.mean) { format.percent($0) },
      cell(figure.deviation) { format.number(100 * $0, digits: 1) },
      figure.prediction.coarse?.interval.map {
        .text([
          .text(format.interval($0.lowerBound, $0.upperBound, .percent(1)))
        ])
      } ?? .empty,
    ]
    if release.ownName != nil {
      cells += [
        figure.own.map { .number(format.percent($0.share)) } ?? .empty,
        figure.own.map { own in cell(own.percentile) { format.percent($0, digits: 0) } } ?? .empty,
      ]
    }
    return DataTable.Row(header: [.text(label)], cells: cells)
  }

  private func cell(
    _ number: PooledRelease.Number, _ print: (Double) -> String
  ) -> TableCell {
    guard let coarse = number.coarse else { return .empty }
    guard let interval = coarse.interval else { return .number(print(coarse.value)) }
    return .estimate(
      print(coarse.value),
      interval:
        "\(print(interval.lowerBound)) \(format.conventions.to) \(print(interval.upperBound))")
  }

  // MARK: - Standardised ratios

  private var standardised: [Block] {
    guard !release.standardised.isEmpty else { return [] }
    return [
      .heading(level: 2, id: "standardised", [.text(text(.standardised))]),
      .paragraph([.text(text(.standardisedLead, ["name": own]))]),
      .table(
        DataTable(
          id: "pool-standardised", caption: text(.standardisedCaption, ["name": own]),
          corner: text(.group),
          columns: [
            DataTable.Column(text(.observed)), DataTable.Column(text(.expected)),
            DataTable.Column(text(.ratio)), DataTable.Column(text(.compared)),
          ],
          rows: release.standardised.map { row in
            DataTable.Row(
              header: [
                .text(
                  text(
                    .byStructures,
                    [
                      "group": row.group,
                      "structures": row.structures.joined(separator: " × "),
                    ]))
              ],
              cells: [
                .number(format.number(Double(row.observed), digits: 0)),
                cell(row.expected) { format.number($0, digits: 0) },
                cell(row.ratio) { format.number($0, digits: 2) },
                .number(format.percent(row.coverage, digits: 0)),
              ])
          })),
    ]
  }

  // MARK: - The end

  private var closing: [Block] {
    let rules = release.rules
    return [
      .heading(level: 2, id: "care", [.text(text(.readWithCare))]),
      .list([
        [.text(text(.together))],
        [.text(text(.coarse, ["count": format.number(Double(release.contributors), digits: 0)]))],
        [.text(text(.chosen))],
      ]),
      .heading(level: 2, id: "protection", [.text(text(.rules))]),
      .list([
        [
          .text(
            text(
              .counted,
              [
                "count": format.number(Double(rules.minimumContributors), digits: 0),
                "percent": format.percent(Double(rules.largestPercent) / 100, digits: 0),
                "months": format.number(Double(rules.lagMonths), digits: 0),
              ]))
        ],
        [.text(text(.protected))],
        [.text(text(.withheld, ["count": format.number(Double(release.withheld), digits: 0)]))],
        [.text(text(.notProtected))],
      ]),
      .heading(level: 2, id: "methods", [.text(text(.methods))]),
      .table(
        DataTable(
          id: "pool-methods", caption: text(.methods), corner: text(.method),
          columns: [
            DataTable.Column(text(.convention), alignment: .leading),
            DataTable.Column(text(.source), alignment: .leading),
          ],
          rows: release.methods.map { method in
            DataTable.Row(
              header: [.text(method.title)],
              cells: [.text([.text(method.convention)]), .text([.text(method.source)])])
          })),
    ]
  }

  /// An identifier of letters, digits and hyphens.
  private static func slug(_ text: String) -> String {
    var slug = ""
    for character in text.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.hasSuffix("-") {
        slug.append("-")
      }
    }
    return String(slug.drop { $0 == "-" })
  }
}
