import Estimates

/// The lines under one heading of a panel, with the numbers beside them in columns.
struct PanelBlock {
  /// The heading.
  let heading: String
  /// Each line's label and answer.
  let lines: [(label: String, answer: String)]
  /// How many numbers a line may have beside the first.
  private let columns: Int

  /// The room for labels: that of all blocks, or this block's own where its columns need more.
  func labelWidth(common: Int) -> Int {
    if columns == 0 || lines.allSatisfy({ $0.answer.count <= 96 - common }) { return common }
    return lines.map(\.label.count).max() ?? 0
  }

  /// The blocks of some results, in order; those of one heading stand next to each other.
  static func blocks(_ results: [CalculatedResult]) -> [PanelBlock] {
    let companions = Dictionary(grouping: results.filter { $0.place != .line }, by: Line.init)
    var blocks: [PanelBlock] = []
    var mine: [CalculatedResult] = []
    for result in results where result.place == .line {
      if let first = mine.first, first.heading != result.heading {
        blocks.append(PanelBlock(first.heading, mine, companions))
        mine = []
      }
      mine.append(result)
    }
    if let first = mine.first { blocks.append(PanelBlock(first.heading, mine, companions)) }
    return blocks
  }

  /// What results on one line have in common.
  private struct Line: Hashable {
    let heading: String
    let label: String

    init(_ result: CalculatedResult) {
      heading = result.heading
      label = result.label
    }
  }

  private init(
    _ heading: String, _ results: [CalculatedResult], _ companions: [Line: [CalculatedResult]]
  ) {
    self.heading = heading
    let besides = results.map { result in
      result.estimate == nil
        ? []
        : (companions[Line(result)] ?? []).compactMap { companion -> String? in
          guard case .beside(let words) = companion.place, let value = companion.estimate?.value
          else { return nil }
          return words + " " + Figures.text(value, companion.unit)
        }
    }
    let values = results.map { result in
      result.estimate.map { Figures.text($0.value, result.unit) }
    }
    let columns = besides.map(\.count).max() ?? 0
    self.columns = columns
    guard columns > 0 else {
      lines = results.map { ($0.label, $0.answer) }
      return
    }
    func width(_ texts: [String]) -> Int { texts.map(\.count).max() ?? 0 }
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let valueWidth = width(values.compactMap(\.self))
    let widths = (0..<columns).map { column in
      width(besides.filter { $0.count > column }.map { $0[column] })
    }
    lines = results.indices.map { index in
      guard let value = values[index] else {
        return (results[index].label, results[index].answer)
      }
      let cells =
        [padded(value, valueWidth)]
        + (0..<columns).map { column in
          padded(besides[index].count > column ? besides[index][column] : "", widths[column])
        } + [results[index].interval]
      let text = cells.joined(separator: "   ")
      let end = text.lastIndex { $0 != " " }
      return (results[index].label, end.map { String(text[...$0]) } ?? "")
    }
  }
}
