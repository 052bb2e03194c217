/// The number of marked people among those drawn without replacement.
package struct Hypergeometric: UnimodalCountDistribution {
  /// How many people there are.
  package let population: Int
  /// How many of them are marked.
  package let marked: Int
  /// How many are drawn.
  package let drawn: Int

  /// Makes a distribution.
  package init(population: Int, marked: Int, drawn: Int) throws(NumericalError) {
    for count in [marked, drawn] where count < 0 || count > population {
      throw .outsideDomain(function: "the hypergeometric distribution", argument: Double(count))
    }
    self.population = population
    self.marked = marked
    self.drawn = drawn
  }

  package var support: ClosedRange<Int> {
    max(0, drawn + marked - population)...min(drawn, marked)
  }

  package var mode: Int {
    let position = Int128(drawn + 1) * Int128(marked + 1) / Int128(population + 2)
    return min(max(Int(position), support.lowerBound), support.upperBound)
  }

  /// A product of two binomial probabilities over a third, all at the share drawn, where the
  /// saddle-point form is at its best.
  package func logProbability(of count: Int) -> Double {
    guard support.contains(count) else { return -.infinity }
    guard support.count > 1 else { return 0 }
    let share = Double(drawn) / Double(population)
    let rest = Double(population - drawn) / Double(population)
    func part(_ count: Int, _ trials: Int) -> Double {
      BinomialDistribution.logProbability(
        of: count, trials: trials, probability: share, complement: rest)
    }
    return part(count, marked) + part(drawn - count, population - marked)
      - part(drawn, population)
  }

  package func ratio(above count: Int) -> Double {
    Double(marked - count) / Double(count + 1)
      * (Double(drawn - count) / Double(population - marked - drawn + count + 1))
  }
}
