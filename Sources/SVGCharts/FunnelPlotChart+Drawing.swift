extension FunnelPlotChart {
  /// The chart in words: the mean, the limits at the smallest and the largest size, the own share.
  public var summary: String {
    func limits(_ size: Size, _ range: ClosedRange<Double>) -> String {
      format.words.text(
        .valueAt,
        [
          "value": format.interval(range.lowerBound, range.upperBound, .percent(1)),
          "place": format.number(Double(size.people), digits: 0),
        ])
    }
    let ends = [sizes.first, sizes.count > 1 ? sizes.last : nil].compactMap(\.self)
    let own = own.map { own in
      "\(own.label): "
        + format.words.text(
          .valueAt,
          [
            "value": format.text(own.share, .percent(1)),
            "place": format.number(Double(own.people), digits: 0),
          ])
    }
    return ChartWords.sentences(
      [
        format.words.text(.funnel, ["axis": axisTitle, "people": peopleTitle]),
        "\(key.mean): \(format.text(mean, .percent(1)))",
        "\(key.inner): " + ends.map { limits($0, $0.inner) }.joined(separator: ", "),
        "\(key.outer): " + ends.map { limits($0, $0.outer) }.joined(separator: ", "),
      ] + [own])
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let legend = Legend(keys, top: title.height, width: width)
    let shares =
      sizes.flatMap { [$0.outer.lowerBound, $0.outer.upperBound] } + [mean]
      + (own.map { [$0.share] } ?? [])
    let low = max(0, shares.min() ?? 0)
    let high = min(1, shares.max() ?? 1)
    let ticks = Ticks.linear(low...max(high, low + 0.01), count: 5).filter { $0 >= 0 && $0 <= 1 }
    let tickWidth = ticks.map { TextMeasure.width(format.text($0, style), .detail) }.max() ?? 0
    let plot = Plot(
      left: tickWidth + 14, top: title.height + legend.height + 10,
      width: max(80, width - tickWidth - 14 - 22), height: 260,
      people: 0...Double(max(sizes.last?.people ?? 1, own?.people ?? 1, 1)),
      shares: min(ticks.first ?? low, low)...max(ticks.last ?? high, high, low + 0.01))
    var marks = title.marks + legend.marks + band(plot) + grid(plot, ticks, tickWidth)
    marks.append(
      .line(
        plot.place(plot.people.lowerBound, mean), plot.place(plot.people.upperBound, mean),
        Stroke(.axis, 1.5)))
    for side in [\ClosedRange<Double>.lowerBound, \.upperBound] {
      marks.append(
        .path(
          sizes.map { plot.place(Double($0.people), $0.outer[keyPath: side]) },
          Stroke(.muted, 1.5, dashed: true)))
    }
    if let own { marks += point(own, plot, width) }
    let words = TextMeasure.wrap(peopleTitle, .detail, to: width, lines: 2)
    for (line, text) in words.enumerated() {
      let half = TextMeasure.width(text, .detail) / 2
      let centre = min(max(plot.left + plot.width / 2, half), max(width - half, half))
      marks.append(
        .text(
          text, Place(centre, plot.top + plot.height + 36 + 15 * Double(line)),
          TextStyle(12, .middle, .muted)))
    }
    return Drawing(
      width: width, height: plot.top + plot.height + 44 + 15 * Double(max(words.count - 1, 0)),
      marks: marks)
  }

  private var keys: [Legend.Key] {
    [
      Legend.Key(sample: .line(Stroke(.axis, 1.5)), text: key.mean),
      Legend.Key(sample: .swatch(.band), text: key.inner),
      Legend.Key(sample: .line(Stroke(.muted, 1.5, dashed: true)), text: key.outer),
    ]
      + (own.map {
        [
          Legend.Key(
            sample: .marker(.series(0), .series(0)),
            text: "\($0.label): \(format.text($0.share, .percent(1)))")
        ]
      } ?? [])
  }

  /// Where sizes and shares lie.
  private struct Plot {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let people: ClosedRange<Double>
    let shares: ClosedRange<Double>

    func place(_ count: Double, _ share: Double) -> Place {
      let x = (count - people.lowerBound) / (people.upperBound - people.lowerBound)
      let y = (share - shares.lowerBound) / (shares.upperBound - shares.lowerBound)
      return Place(left + width * min(max(x, 0), 1), top + height * (1 - min(max(y, 0), 1)))
    }
  }

  /// The area between the inner limits.
  private func band(_ plot: Plot) -> [Mark] {
    guard sizes.count > 1 else { return [] }
    let upper = sizes.map { plot.place(Double($0.people), $0.inner.upperBound) }
    let lower = sizes.reversed().map { plot.place(Double($0.people), $0.inner.lowerBound) }
    return [.polygon(upper + lower, .band)]
  }

  private func grid(_ plot: Plot, _ ticks: [Double], _ tickWidth: Double) -> [Mark] {
    let levels = ticks.flatMap { tick -> [Mark] in
      let left = plot.place(plot.people.lowerBound, tick)
      return [
        .line(
          left, plot.place(plot.people.upperBound, tick),
          Stroke(tick == ticks.first ? .axis : .grid)),
        .text(
          format.text(tick, style), Place(tickWidth + 4, left.y + 4),
          TextStyle(12, .end, .muted)),
      ]
    }
    func label(_ tick: Double) -> String { format.number(tick, digits: 0) }
    let candidates = Ticks.linear(plot.people, count: 5).filter {
      plot.people.contains($0) && $0 == $0.rounded()
    }
    let kept = Ticks.spaced(candidates, preferring: [0]) { tick in
      (plot.place(tick, 0).x, TextMeasure.width(label(tick), .detail))
    }
    let feet = kept.map { tick in
      Mark.text(
        label(tick), Place(plot.place(tick, 0).x, plot.top + plot.height + 18),
        TextStyle(12, .middle, .muted))
    }
    return levels + feet
  }

  private func point(_ own: Own, _ plot: Plot, _ width: Double) -> [Mark] {
    [.marker(.series(0), plot.place(Double(own.people), own.share), 6, .series(0))]
  }
}
