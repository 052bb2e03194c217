import Encoders
import Estimates
package import Inference

/// `parity test inequality 541 1463 2445`: how unequal amounts are, and with groups of a file how
/// much of it lies between them.
package struct InequalityCalculator: Sendable {
  /// The amounts.
  package let amounts: WeightedAmounts
  /// The amounts by group, where there are groups.
  let groups: InequalityGroups?
  /// How quantiles are taken.
  package let quantile: QuantileType
  /// The nominal coverage of intervals.
  package let level: Double

  /// Reads amounts typed in.
  package init(amounts: [String], quantile: Int, level: Double) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    let values = amounts.map { reader.amount($0, in: "amount") }
    if amounts.isEmpty {
      reader.note(
        "no amounts were given", fix: "parity test inequality 541 1463 2445, or --file pay.txt")
    }
    try self.init(values, quantile, level, &reader)
  }

  /// Reads amounts of a file, one on each line; empty lines and a heading in the first are left out.
  ///
  /// No problem repeats what a line holds.
  package init(lines: [String], quantile: Int, level: Double) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    var values: [Double?] = []
    var wrong: [Int] = []
    for (index, line) in lines.enumerated() {
      let text = line.filter { !$0.isWhitespace }
      if text.isEmpty { continue }
      if let value = Double(text), value.isFinite {
        values.append(value)
      } else if !(index == 0 && text.contains { $0.isLetter }) {
        wrong.append(index + 1)
      }
    }
    if let first = wrong.first {
      let others = wrong.count > 1 ? " and \(wrong.count - 1) more" : ""
      reader.note(
        "line \(first)\(others): not one number",
        fix: "write one amount on each line, digits with a point for decimals")
    } else if values.isEmpty {
      reader.note("the file holds no amounts", fix: "write one amount on each line")
    }
    try self.init(values, quantile, level, &reader)
  }

  private init(
    _ values: [Double?], _ quantile: Int, _ level: Double, _ reader: inout ArgumentReader
  ) throws(ArgumentProblems) {
    let type = reader.quantile(quantile)
    try reader.finish()
    guard let type else { throw ArgumentProblems([]) }
    amounts = WeightedAmounts(values.compactMap { $0 })
    groups = nil
    self.quantile = type
    self.level = level
  }

  /// Reads amounts with their groups from the columns of a delimited file.
  ///
  /// Without a column of amounts the file has two columns, and the other one holds them.
  package init(
    path: String, groups: String, amount: String?, quantile: Int, level: Double
  ) throws(FileProblems) {
    var reader = ArgumentReader()
    let type = reader.quantile(quantile)
    let read = try InequalityGroups(path: path, group: groups, amount: amount, &reader)
    guard let type else { throw FileProblems() }
    amounts = read.amounts.everybody
    self.groups = read
    self.quantile = type
    self.level = level
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    func line(
      _ heading: String, _ label: String, _ method: some StatisticalMethod<WeightedAmounts>
    ) -> CalculatedResult {
      CalculatedResult(heading, label, method.stamp, method(amounts))
    }
    let all = "Over all amounts, 0 means equal"
    let ratios = "High against low"
    let parts = groups.map { GroupParts($0.amounts, level: level) }
    let results = [
      line(all, "Gini", GiniCoefficient(level: level)),
      line(all, "Theil T", TheilIndex(level: level)),
      line(all, "Mean log deviation", MeanLogDeviation(level: level)),
      line(all, "Generalized entropy 2", GeneralizedEntropy(exponent: 2, level: level)),
      line(all, "Atkinson 0.5", AtkinsonIndex(aversion: 0.5, level: level)),
      line(all, "Atkinson 1", AtkinsonIndex(aversion: 1, level: level)),
      line(all, "Atkinson 2", AtkinsonIndex(aversion: 2, level: level)),
      line(all, "Hoover", HooverIndex(level: level)),
      line(all, "Variance of logarithms", VarianceOfLogarithms(level: level)),
      line(ratios, "P90 / P10", PercentileRatio(type: quantile, level: level)),
      line(
        ratios, "P90 / P50",
        PercentileRatio(upper: 0.9, lower: 0.5, type: quantile, level: level)),
      line(
        ratios, "P50 / P10",
        PercentileRatio(upper: 0.5, lower: 0.1, type: quantile, level: level)),
      line(ratios, "Palma, highest tenth / lowest four tenths", PalmaRatio(level: level)),
      line(ratios, "S80/S20, highest / lowest fifth", QuintileShareRatio(level: level)),
    ]
    var input: [String: JSONValue] = [
      "count": .integer(amounts.count), "quantile_type": .integer(quantile.rawValue),
      "level": .number(level),
    ]
    input["groups"] = groups.map { .text($0.column) }
    input["amount"] = groups.map { .text($0.amountColumn) }
    return Calculation(
      "inequality", input: input,
      facts: ["\(Figures.text(Double(amounts.count), .wholePeople)) amounts"]
        + (groups?.remarks ?? []),
      results: results + (parts?.results ?? []), notes: notes + (parts?.notes ?? []),
      sentence: sentence(results, parts?.clause))
  }

  private var notes: [String] {
    var notes: [String] = []
    if amounts.zeroCount > 0 {
      notes.append(
        (amounts.zeroCount == 1 ? "One amount is zero" : "\(amounts.zeroCount) amounts are zero")
          + " and kept; indices that take logarithms are undefined with zeros.")
    }
    if amounts.count < Self.fewAmounts {
      notes.append(
        "With fewer than \(Self.fewAmounts) amounts the intervals are rough and mostly too short.")
    }
    return notes
  }

  /// The number of amounts under which linearized standard errors are rough.
  private static let fewAmounts = 100

  private func sentence(_ results: [CalculatedResult], _ clause: String?) -> String {
    guard let gini = results.first?.estimate else {
      guard case .notEstimable(let reason)? = results.first?.outcome else {
        return "The amounts cannot be compared."
      }
      return "There is no Gini coefficient: \(reason)"
    }
    // Half the relative mean difference is what the Gini coefficient is.
    let opening =
      "Two amounts picked at random differ by \(Figures.text(2 * gini.value, .share)) of the mean on "
      + "average (Gini \(Figures.fixed(gini.value, 3))"
    let end = clause.map { "; \($0)." } ?? "."
    guard let interval = gini.interval else { return opening + ")" + end }
    return opening + ", \(Facts.interval(interval)))" + end
  }
}

extension ArgumentReader {
  /// A type of quantile; the problem is noted otherwise.
  fileprivate mutating func quantile(_ type: Int) -> QuantileType? {
    let quantile = QuantileType(rawValue: type)
    if quantile == nil {
      note(
        "--quantile: there is no type \(type) here",
        fix: "give 1, 2, 4, 5, 6, 7 (the usual one), 8 or 9")
    }
    return quantile
  }
}
