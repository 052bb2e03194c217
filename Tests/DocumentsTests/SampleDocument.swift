import Documents
import SVGCharts

/// A document with every block, for the tests of every renderer.
enum SampleDocument {
  static let clear = VerdictBadge(glyph: .filledSquare, word: "Clear gap")
  static let unsure = VerdictBadge(glyph: .halfSquare, word: "Gap, size uncertain")
  static let small = VerdictBadge(glyph: .diamond, word: "Small gap")
  static let same = VerdictBadge(glyph: .dot, word: "About the same")
  static let unknown = VerdictBadge(glyph: .openCircle, word: "Too uncertain to say")

  static let ratios = DotWhiskerChart(
    rows: [
      .init(
        label: "Shortlisted", detail: "640 of 1,820 against 858 of 2,210", value: 0.91,
        lower: 0.84, upper: 0.98, verdict: .diamond),
      .init(
        label: "Interviewed", detail: "402 of 640 against 544 of 858", value: 0.99, lower: 0.91,
        upper: 1.07, verdict: .dot),
      .init(
        label: "Offered", detail: "128 of 402 against 212 of 544", value: 0.81, lower: 0.67,
        upper: 0.98, verdict: .halfSquare),
      .init(label: "Started", value: nil, verdict: VerdictGlyph.none),
    ],
    axisTitle: "Ratio of pass rates at each stage, women to men", parity: 1, band: 0.8...1.25,
    scale: .logarithmic, below: "women pass less often", above: "women pass more often",
    style: .ratio)

  static let levels = ShareDotChart(
    groups: ["Women"],
    rows: [
      .init(label: "Executive", detail: "n = 24", points: [.init(now: 0.38, before: 0.33)]),
      .init(label: "Band 8-9", detail: "n = 310", points: [.init(now: 0.46, before: 0.45)]),
      .init(label: "Band 5-7", detail: "n = 2,204", points: [.init(now: 0.58, before: 0.58)]),
      .init(label: "Band 2-4", detail: "n = 3,918", points: [.init(now: 0.71, before: 0.72)]),
    ],
    axisTitle: "Share of women at each level", nowLabel: "2025Q3", beforeLabel: "2024Q3")

  static func multiple(_ name: String, _ start: Double) -> Figure {
    Figure(
      id: "trend-\(name.lowercased())", title: "\(name): a slow rise",
      chart: TrendChart(
        quarters: ["2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3"],
        series: [.init(label: "Women", values: [0, 1, 1, 3, 4].map { start + 0.01 * $0 })],
        axisTitle: "Share of women", range: 0.2...0.8))
  }

  static let funnelTable = DataTable(
    id: "funnel-table", caption: "Hiring funnel by stage, women against men, 2025Q3",
    corner: "Stage",
    columns: [
      .init("Women who passed"), .init("Rate", unit: "per cent"), .init("Men who passed"),
      .init("Rate", unit: "per cent"), .init("Ratio"), .init("95% interval"),
      .init("Verdict", alignment: .leading),
    ],
    rows: [
      .init(
        header: ["Shortlisted"],
        cells: [
          .number("640"), .number("35.2"), .number("858"), .number("38.8"), .number("0.91"),
          .number("0.84 to 0.98"), .text([.verdict(small)]),
        ]),
      .init(
        header: ["Offered"],
        cells: [
          .number("128"), .number("20.0"), .number("212"), .number("24.7"), .number("0.81"),
          .number("0.67 to 0.98"), .text([.verdict(unsure)]),
        ], role: .reference),
      .init(
        header: ["Started"],
        cells: [
          .marker(.notShown), .marker(.notShown), .number("11"), .marked("4.1", .lowReliability),
          .marker(.notShown), .marker(.notApplicable), .empty,
        ]),
      .init(
        header: ["All stages"],
        cells: [
          .number("1,820"), .empty, .number("2,210"), .empty, .number("0.72"),
          .number("0.58 to 0.90"), .text([.verdict(clear)]),
        ], role: .total),
      .init(
        header: ["Group not known"],
        cells: [
          .number("112"), .empty, .empty, .empty, .empty, .empty, .empty,
        ], role: .undeclared),
    ],
    notes: ["Applicants of 14 requisitions that are still open are not counted."])

  static let longTable = DataTable(
    id: "site-table", caption: "Share of women at each site", corner: "Site",
    columns: [.init("Women"), .init("People")],
    rows: (1...14).map { index in
      .init(header: [.text("Site \(index)")], cells: [.number("\(30 + index)%"), .number("112")])
    })

  static let scorecard = Scorecard(
    id: "scorecard", caption: "Eight measures, women against men",
    rows: [
      .init(
        measure: "Share of all people", detail: "6,472 people", now: .number("63%"),
        before: .number("63%"), target: .empty),
      .init(
        measure: "Share in the top two levels", detail: "334 people", now: .number("45%"),
        before: .number("44%"), verdict: clear, target: .number("50% by 2027Q4")),
      .init(
        measure: "Hire ratio", detail: "0.67 to 0.98", now: .number("0.81"),
        before: .number("0.86"), verdict: unsure),
      .init(
        measure: "Lowest-rung promotion ratio", detail: "0.91 to 1.07", now: .number("0.99"),
        before: .marker(.breakInSeries), verdict: same),
      .init(
        measure: "Voluntary exit ratio", detail: "0.77 to 1.31", now: .number("1.01"),
        before: .number("1.10"), verdict: unknown),
      .init(
        measure: "Median hourly pay gap", detail: "4.1% to 7.9%", now: .number("6.0%"),
        before: .number("6.8%"), verdict: unsure, target: .number("5.0%")),
      .init(
        measure: "Adjusted pay gap", detail: "0.3% to 1.9%", now: .number("1.1%"),
        before: .number("1.3%"), verdict: small),
      .init(
        measure: "Declared gender", now: .number("99%"), before: .number("98%"),
        target: .number("95%")),
    ])

  static let keyFigures: [KeyFigure] = [
    .init(
      label: "Women in the top two levels", value: "45%", detail: "44% a year ago, n = 334",
      verdict: clear),
    .init(
      label: "Women offered a job, against men", value: "0.81",
      detail: "20% of women, 25% of men", verdict: unsure),
    .init(
      label: "Median hourly pay gap", value: "6.0%", detail: "6.8% a year ago", verdict: unsure),
    .init(label: "People counted", value: "6,472", detail: "30 September 2025"),
  ]

  static let ratioFigure = Figure(
    id: "funnel-ratios", title: "Women were offered a job 0.81 times as often as men",
    chart: ratios,
    description: "The gap at the offer stage is 0.81, with a 95% interval of 0.67 to 0.98.",
    caption: [
      "Bars around each dot are 95% intervals; the grey band is 0.80 to 1.25. ",
      .marker(.notShown), " stands for a stage that is not shown.",
    ], table: funnelTable)

  static let shareFigure = Figure(
    id: "levels", title: "Women are 71% of band 2-4 and 38% of executives", chart: levels)

  static let full = Document(
    title: "Diversity & inclusion report", subtitle: "Example Health Trust, third quarter of 2025",
    details: [
      .init(label: "Period", value: "1 July to 30 September 2025"),
      .init(label: "Snapshot", value: "30 September 2025"), .init(label: "Status", value: "Final"),
      .init(label: "People counted", value: "6,472"),
      .init(label: "Policy", value: "public, groups of 10 or more"),
      .init(label: "Method", value: "Parity 1.0"),
    ],
    blocks: [
      .heading(level: 2, id: "headlines", ["Headlines"]),
      .paragraph([
        "Of the women on a shortlist, 20% were offered a job (128 of 640) against 25% of the men ",
        "(212 of 858): women were ", .strong("0.81 times as likely"),
        " (95% interval 0.67 to 0.98). ", .verdict(unsure),
      ]),
      .keyFigures(keyFigures),
      .scorecard(scorecard),
      .heading(level: 2, id: "funnel", ["Hiring funnel"]),
      .paragraph([
        "Each stage compares those who passed it with those who entered it. See ",
        .link("who is counted", to: "#counted"), " and the ",
        .link("guidance", to: "https://example.org/guidance?a=1&b=2"), ", or open ",
        .link("the data", to: "results.json"), ". Run ", .code("parity explain funnel"),
        " for the method.",
      ]),
      .figure(ratioFigure),
      .callout(
        kind: .finding, title: nil,
        [.paragraph(["At the men's rate about 30 more women would have been offered a job."])]),
      .heading(level: 3, id: "departments", ["By department"]),
      .paragraph(["Every department shows a rise on the same axis."]),
      .figureRow([multiple("Software", 0.28), multiple("Clinical", 0.66)]),
      .heading(level: 2, id: "representation", ["Representation now"]),
      .figure(shareFigure),
      .figure(
        Figure(
          id: "sites", title: "Sites differ little",
          chart: BarChart(
            rows: (1...14).map { .init(label: "Site \($0)", value: 0.3 + 0.01 * Double($0)) },
            axisTitle: "Share of women", style: .percent(0)), table: longTable)),
      .callout(
        kind: .caution, title: "Change of method",
        [
          .paragraph(["Levels were mapped anew in 2025Q1."]),
          .list([["Executive grades are one level."], ["Bank staff are not counted."]]),
        ]),
      .heading(level: 2, id: "counted", ["Who is counted"]),
      .definitions([
        Definition(term: "Headcount", meaning: ["People with a contract on the snapshot date."]),
        Definition(
          term: "Declared", meaning: ["Gave an answer other than ", .emphasis("none"), "."]),
      ]),
      .orderedList([["Count people."], ["Compare groups.", .lineBreak, "Twice."]]),
      .callout(kind: .note, title: nil, [.paragraph(["Stocks are full counts."])]),
      .pageBreak,
      .paragraph(["The end."]),
    ],
    footer: ["Made with Parity. Numbers are protected by the policy ", .code("public"), "."])

  static let leadership = Document(
    title: "Diversity & inclusion at a glance", subtitle: "Example Health Trust, 2025Q3",
    profile: .leadership,
    details: [
      .init(label: "Snapshot", value: "30 September 2025"),
      .init(label: "People counted", value: "6,472"),
      .init(label: "Declared gender", value: "99%"),
      .init(label: "Declared ethnicity", value: "87%"),
    ],
    blocks: [
      .heading(level: 2, id: "headlines", ["Headlines"]),
      .list([
        ["Women hold 45% of the top two levels, 44% a year ago. ", .verdict(clear)],
        ["20% of shortlisted women and 25% of men were offered a job. ", .verdict(unsure)],
        ["Women in band 2-4 were promoted as often as men. ", .verdict(same)],
        ["Women's median hourly pay was 6% below men's. ", .verdict(unsure)],
        ["At equal work and level the pay gap was 1%. ", .verdict(small)],
      ]),
      .figure(shareFigure),
      .scorecard(scorecard),
      .heading(level: 2, id: "since", ["Since last quarter"]),
      .list([
        ["New: a gap at the offer stage."], ["Resolved: the gap in shortlisting."],
        ["Revised: exits of 2025Q2, after late records."],
      ]),
      .heading(level: 2, id: "unknown", ["What we cannot tell"]),
      .paragraph([
        "Exit rates rest on few people; two more quarters would show a ratio of 0.8. Sexual ",
        "orientation is declared by 55% of people, under the 60% rule.",
      ]),
      .heading(level: 2, id: "actions", ["Actions"]),
      .list([
        ["Structured shortlisting in all band 8 campaigns. Head of Resourcing, 31 January 2026."],
        ["Pay review of band 8 to 9. Head of Reward, 31 March 2026."],
      ]),
    ],
    footer: ["Made with Parity. Groups of fewer than 10 people are not shown."])
}
