import SVGCharts

/// Charts with ordinary and with hard data, for the tests of every chart.
enum SampleCharts {
  static let levels = ["Executive", "Band 8-9", "Band 5-7", "Band 2-4"]

  static let all: [(name: String, chart: any Chart)] = [
    ("ratios", ratios), ("pay-gaps", payGaps), ("many-ratios", manyRatios),
    ("shares", shares), ("shares-one-group", sharesOfOneGroup), ("pyramid", pyramid),
    ("bars", bars), ("bars-with-intervals", barsWithIntervals), ("trend", trend),
    ("trend-multiple", trendMultiple), ("trend-close", trendClose), ("quarters", quarters),
    ("bridge", bridge), ("attribution", attribution), ("declaration", declaration),
    ("heat", heat), ("heat-wide", heatWide), ("survival", survival),
    ("survival-hidden", survivalHidden), ("lorenz", lorenz), ("lorenz-hidden", lorenzHidden),
    ("funnel-plot", funnelPlot), ("funnel-plot-alone", funnelPlotAlone),
    ("trend-fan", trendFan),
  ]

  static let funnelPlot = FunnelPlotChart(
    mean: 0.42,
    sizes: [50, 100, 200, 400, 800, 1600, 3200].map { size in
      let reach = 0.03 + 1.4 / Double(size).squareRoot() / 2
      return .init(
        people: size, inner: (0.42 - 0.6 * reach)...(0.42 + 0.6 * reach),
        outer: (0.42 - reach)...(0.42 + reach))
    }, own: .init(label: "Example Health", people: 1600, share: 0.337),
    key: .init(mean: "Mean of organisations", inner: "95% limits", outer: "99.8% limits"),
    axisTitle: "Share of women", peopleTitle: "People counted in an organisation")

  static let funnelPlotAlone = FunnelPlotChart(
    mean: 0.01,
    sizes: [
      .init(people: 5, inner: 0...0.08, outer: 0...0.2),
      .init(people: 12_500, inner: 0.009...0.011, outer: 0.008...0.012),
    ], own: nil,
    key: .init(
      mean: "Mean share of the organisations that take part in the comparison of this quarter",
      inner: "95% limits", outer: "99.8% limits"),
    axisTitle:
      "Share of the group of people who have answered the question about disability with yes",
    peopleTitle: "People counted in an organisation on the last day of the quarter, heads")

  static let lorenz = LorenzCurveChart(
    series: [
      .init(
        label: "2025Q3",
        points: [(0.2, 0.08), (0.4, 0.2), (0.6, 0.37), (0.8, 0.6), (1, 1)].map {
          .init(people: $0.0, share: $0.1)
        }),
      .init(
        label: "2024Q3",
        points: [(0.2, 0.1), (0.4, 0.23), (0.6, 0.4), (0.8, 0.62), (1, 1)].map {
          .init(people: $0.0, share: $0.1)
        }),
    ], axisTitle: "Share of all pay", peopleTitle: "Share of people, lowest paid first",
    equality: "Equal pay for everyone")

  static let lorenzHidden = LorenzCurveChart(
    series: [
      .init(label: "Women", points: [.init(people: 0.3, share: 0.1), nil, nil]),
      .init(label: "Men", points: [nil]),
    ],
    axisTitle: "Share of the group who work in the units counted so far, of everyone in the group",
    peopleTitle: "Share of all other people, units with the smallest share of the group first",
    equality: "The same share in every unit")

  static let survival = SurvivalStepsChart(
    ends: Array(1...10),
    series: [
      .init(
        label: "Women",
        points: (1...10).map { year in
          let share = 1 - 0.07 * Double(year)
          return .init(value: share, lower: share - 0.03, upper: share + 0.03)
        }),
      .init(
        label: "All other people",
        points: (1...10).map { year in
          let share = 1 - 0.071 * Double(year)
          return .init(value: share, lower: share - 0.02, upper: share + 0.02)
        }),
    ], axisTitle: "Share still there", timeTitle: "Years of service")

  static let survivalHidden = SurvivalStepsChart(
    ends: [2, 4, 6, 8, 10],
    series: [
      .init(
        label: "People with a disability or a long-term health condition",
        points: [.init(value: 0.6, lower: 0.5, upper: 0.7), nil, nil, nil, nil]),
      .init(label: "All other people", points: [nil, nil, nil, nil, nil]),
    ], axisTitle: "Share still there after each year of service, of those counted in the period",
    timeTitle: "Years of service")

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
      .init(label: "Accepted", value: 0.55, lower: 0.41, upper: 0.74, verdict: .filledSquare),
      .init(label: "Started", value: nil, verdict: VerdictGlyph.none),
      .init(
        label: "Fast track", detail: "9 of 31 against 2 of 12", value: 1.74, lower: 0.52,
        upper: .infinity, verdict: .openCircle),
    ],
    axisTitle: "Ratio of pass rates at each stage, women to men", parity: 1, band: 0.8...1.25,
    scale: .logarithmic, below: "women pass less often", above: "women pass more often",
    style: .ratio)

  static let payGaps = DotWhiskerChart(
    rows: levels.enumerated().map { index, level in
      .init(
        label: level, value: [0.124, 0.041, -0.012, 0.003][index],
        lower: [-0.02, 0.01, -0.031, -0.01][index], upper: [0.27, 0.072, 0.007, 0.016][index],
        verdict: VerdictGlyph.allCases[4 - index])
    },
    axisTitle: "Gap in median hourly pay, women against men", parity: 0, band: -0.05...0.05,
    scale: .linear, below: "women paid more", above: "women paid less", style: .signedPercent(1))

  static let manyRatios = DotWhiskerChart(
    rows: (1...14).map { index in
      let value = 0.5 + Double(index) / 12
      return .init(
        label: "Department of Something Rather Long-windedly Named and Numbered \(index)",
        detail: "n = \(index * 31) and \(index * 47) people in the two groups", value: value,
        lower: value / (1.1 + 0.05 * Double(index)), upper: value * (1.1 + 0.05 * Double(index)),
        verdict: .openCircle)
    },
    axisTitle: "Ratio of promotion rates, Black or African American to all other declared people",
    parity: 1, band: 0.8...1.25, scale: .logarithmic, below: "promoted less often",
    above: "promoted more often", style: .ratio)

  static let shares = ShareDotChart(
    groups: ["Women", "Asian or Asian British", "Disabled people"],
    rows: levels.enumerated().map { index, level in
      .init(
        label: level, detail: "n = \([24, 310, 2_204, 3_918][index])",
        points: [
          .init(now: [0.38, 0.46, 0.58, 0.71][index], before: [0.33, 0.45, 0.58, 0.72][index]),
          .init(now: [nil, 0.081, 0.143, 0.175][index], before: [nil, 0.07, 0.138, 0.16][index]),
          .init(now: [nil, 0.031, 0.045, 0.052][index], before: [nil, nil, 0.04, 0.05][index]),
        ])
    },
    axisTitle: "Share of people at each level", nowLabel: "2025Q3", beforeLabel: "2024Q3")

  static let sharesOfOneGroup = ShareDotChart(
    groups: ["Women"],
    rows: (levels + ["Research and development engineering and architecture", "Facilities"])
      .enumerated().map { index, level in
        .init(
          label: level,
          points: [
            .init(
              now: [0.38, 0.46, 0.58, 0.71, 0.22, nil][index],
              before: [0.33, 0.45, 0.58, 0.72, 0.25, nil][index])
          ])
      },
    axisTitle: "Share of women", nowLabel: "2025Q3", beforeLabel: "2024Q3")

  static let pyramid = PyramidChart(
    left: "Women", right: "Men",
    rows: levels.enumerated().map { index, level in
      .init(
        label: level, left: [0.004, 0.047, 0.31, 0.639][index],
        right: [nil, 0.062, 0.42, 0.512][index], base: "n = \([24, 310, 2_204, 3_918][index])")
    },
    axisTitle: "Where each group works: share of the group at each level")

  static let bars = BarChart(
    rows: [
      .init(label: "Women", base: "n = 4,104", value: 0.634),
      .init(label: "Men", base: "n = 2,317", value: 0.358),
      .init(label: "Another gender", base: nil, value: nil),
      .init(label: "Not stated", base: "n = 51", value: 0.008, isContext: true),
    ],
    axisTitle: "Share of all people, 2025Q3",
    benchmark: .init(label: "Labour market", value: 0.468), style: .percent(1))

  static let barsWithIntervals = BarChart(
    rows: [
      .init(label: "Women", base: "n = 4,104", value: 7.2, lower: 6.4, upper: 8.1),
      .init(label: "Men", base: "n = 2,317", value: 9.4, lower: 8.2, upper: 10.7),
      .init(
        label: "Another gender or not stated", base: "n = 62", value: 6.5, lower: 1.8, upper: 16.5),
      .init(label: "Everyone", value: 8.0, lower: 7.3, upper: 8.7, isContext: true),
    ],
    axisTitle: "Promotions per 100 people, last four quarters", style: .per100)

  static let periods = [
    "2023Q3", "2023Q4", "2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3",
  ]

  static let trend = TrendChart(
    quarters: periods,
    series: [
      .init(
        label: "Executive",
        values: [0.29, 0.31, 0.33, nil, nil, 0.34, 0.33, 0.36, 0.38]),
      .init(
        label: "Band 8-9",
        values: [0.43, 0.43, 0.44, 0.44, 0.45, 0.45, 0.46, 0.46, 0.46]),
      .init(
        label: "Band 5-7",
        values: [0.57, 0.57, 0.575, 0.58, 0.58, 0.58, 0.585, 0.58, 0.58]),
    ],
    axisTitle: "Share of women at each level",
    target: .init(
      label: "Target", values: [0.40, 0.405, 0.41, 0.415, 0.42, 0.425, 0.43, 0.435, 0.44]),
    breaks: [6])

  static let trendFan = TrendChart(
    quarters: ["2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"],
    series: [
      .init(label: "Women", values: [0.412, 0.415, 0.418, 0.42, 0.423, 0.426, 0.428, 0.431])
    ],
    axisTitle: "Share of all people",
    target: .init(label: "Target by 2026Q3", values: Array(repeating: 0.435, count: 8)),
    fan: .init(
      label: "Nine in ten paths", lower: [nil, nil, nil, nil, 0.416, 0.415, 0.414, 0.414],
      upper: [nil, nil, nil, nil, 0.43, 0.437, 0.442, 0.448]),
    breaks: [1], style: .percent(1))

  static let trendMultiple = TrendChart(
    quarters: periods,
    series: [
      .init(label: "Women", values: [0.29, 0.31, 0.33, 0.3, 0.31, 0.34, 0.33, 0.36, 0.38])
    ], axisTitle: "Women, Software development", range: 0.2...0.5)

  static let trendClose = TrendChart(
    quarters: periods,
    series: (1...4).map { index in
      .init(
        label: "Group with a long name number \(index)",
        values: periods.indices.map { 0.42 + 0.001 * Double($0 * index) })
    },
    axisTitle: "Share of people", target: .init(label: "Target", values: periods.map { _ in 0.43 }))

  static let quarters = StackedBarChart(
    parts: ["Women", "Men", "Another gender or not stated"],
    bars: [
      .init(label: "Upper quarter", base: "n = 1,618", shares: [0.522, 0.471, 0.007]),
      .init(label: "Upper middle quarter", base: "n = 1,618", shares: [0.61, 0.381, 0.009]),
      .init(label: "Lower middle quarter", base: "n = 1,618", shares: [0.689, nil, nil]),
      .init(label: "Lower quarter", base: "n = 1,618", shares: [0.70, 0.29, 0.01]),
    ],
    axisTitle: "Share of people in each quarter of hourly pay")

  static let bridge = WaterfallChart(
    startLabel: "People, 30 June 2025", start: 1_204,
    steps: [
      .init(label: "Hires", change: 188), .init(label: "Transfers in", change: 21),
      .init(label: "Exits", change: -142), .init(label: "Transfers out", change: -9),
    ],
    endLabel: "People, 30 September 2025", axisTitle: "People")

  static let attribution = WaterfallChart(
    startLabel: "Share of women, 2024Q3", start: 0.4620,
    steps: [
      .init(label: "Hires", change: 0.0082), .init(label: "Exits", change: -0.0031),
      .init(label: "New self-identification", change: 0.0012, isRecording: true),
      .init(label: "Promotions and reclassification", change: 0.0004),
    ],
    endLabel: "Share of women, 2025Q3", axisTitle: "Why the share moved",
    style: .percent(1), changeStyle: .percentagePoints(2),
    recordingLabel: "Changes what is recorded, not who works here")

  static let declaration = DeclarationChart(
    rows: [
      .init(label: "Gender", now: 0.992, earlier: [0.985, 0.986, 0.988, 0.99]),
      .init(label: "Ethnicity", now: 0.874, earlier: [0.79, 0.81, 0.83, 0.86]),
      .init(label: "Disability", now: 0.641, earlier: [0.52, 0.55, 0.59, 0.62]),
      .init(label: "Sexual orientation", now: 0.548, earlier: [0.49, nil, 0.51, 0.53]),
      .init(label: "Religion or belief", now: nil),
    ],
    nowLabel: "2025Q3")

  static let heat = HeatGridChart(
    rows: [
      "Women, Asian", "Women, Black", "Women, White", "Men, Asian", "Men, Black", "Men, White",
    ],
    columns: levels,
    values: [
      [nil, 0.72, 0.95, 1.06], [nil, 0.55, 0.91, 1.12], [0.95, 0.98, 1.02, 1.01],
      [nil, 0.88, 1.01, 0.99], [nil, 0.63, 0.87, 1.08], [1.42, 1.31, 1.11, 0.86],
    ],
    axisTitle: "Share at each level relative to the share of all people (1.00 is parity)",
    shading: .diverging(around: 1, extent: 0.5), style: .ratio)

  static let heatWide = HeatGridChart(
    rows: ["Women", "Men", "Another gender or not stated"],
    columns: [
      "Software development", "Clinical operations", "Sales", "Finance and procurement",
      "Human resources", "Product", "Legal", "Facilities",
    ],
    values: [
      [0.28, 0.74, 0.44, 0.52, 0.78, 0.39, 0.51, 0.22],
      [0.71, 0.25, 0.55, 0.47, 0.21, 0.6, nil, nil],
      [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, nil, nil],
    ],
    axisTitle: "Share of people in each function", style: .percent(1))
}
