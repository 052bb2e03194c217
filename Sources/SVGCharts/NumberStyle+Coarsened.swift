extension NumberStyle {
  /// The style with the fewest decimals that still prints every tick as it is.
  func coarsened(for ticks: [Double], _ format: NumberFormat) -> NumberStyle {
    func fewest(_ digits: Int, shift: Int) -> Int {
      (0...max(0, digits)).first { fewer in
        ticks.allSatisfy { tick in
          let exact = NumberFormat.rounded(abs(tick), shift: shift, digits: 9).1
          return exact.dropFirst(fewer).prefix(6).allSatisfy { $0 == "0" }
        }
      } ?? digits
    }
    switch self {
    case .percent(let digits): return .percent(fewest(max(digits, 2), shift: 2))
    case .signedPercent(let digits): return .signedPercent(fewest(max(digits, 2), shift: 2))
    case .percentagePoints(let digits): return .percentagePoints(fewest(max(digits, 2), shift: 2))
    case .per100: return .number(fewest(1, shift: 0))
    case .money(let symbol, let digits): return .money(symbol, fewest(digits, shift: 0))
    case .signedNumber(let digits): return .signedNumber(fewest(digits, shift: 0))
    case .number(let digits): return .number(fewest(digits, shift: 0))
    case .ratio, .people, .signedPeople, .shortfall, .pValue: return self
    }
  }
}
