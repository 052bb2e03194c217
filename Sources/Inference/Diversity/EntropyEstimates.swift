import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CategoryShares {
  /// How many categories have exactly so many people.
  func categories(of size: Int) -> Double { Double(counts.count { $0 == size }) }

  /// The standard error of the entropy in nats; `nil` where it vanishes.
  func entropyError(_ variance: EntropyVariance) -> Double? {
    let first = standardError { -logarithms[$0] }
    switch variance {
    case .firstOrder: return first
    case .secondOrder:
      guard counts.count > 1 else { return nil }
      let second = Double(counts.count - 1) / (2 * people * people)
      let root = first ?? 0
      return (root * root + second).squareRoot()
    }
  }

  /// The entropy by Chao and Shen, in nats.
  ///
  /// With c = 1 - f1 / N, or 1 / N where everybody is alone: the sum over the categories of
  /// -(c p) log(c p) / (1 - (1 - c p)^N).
  var chaoShenEntropy: Double {
    let alone = counts.count { $0 == 1 }
    let coverage = Double(alone == total ? 1 : total - alone) / people
    let terms = shares.map { share -> Double in
      let scaled = coverage * share
      // One category: its share is 1 and adds nothing.
      guard scaled < 1 else { return 0 }
      return scaled * log(scaled) / expm1(people * log1p(-scaled))
    }
    return CompensatedSum(terms).value
  }

  /// The entropy by Chao, Wang and Jost, in nats.
  ///
  /// The sum of p (psi(N) - psi(count)) and, with A the share that a second look would find among
  /// those seen once, f1 / N (1 - A)^(1 - N) (-log A - sum over r < N of (1 - A)^r / r).
  func chaoWangJostEntropy() throws(NumericalError) -> Double {
    var sum = CompensatedSum()
    let whole = try SpecialFunctions.digamma(total)
    var last = (count: 0, value: 0.0)
    for (position, count) in counts.enumerated() {
      if count != last.count { last = (count, try whole - SpecialFunctions.digamma(count)) }
      sum.add(shares[position] * last.value)
    }
    let once = categories(of: 1)
    let again = secondLook
    if once > 0, again < 1 {
      sum.add(once / people * Self.unseenTail(people: total, again: again))
    }
    return sum.value
  }

  /// 2 f2 / ((N - 1) f1 + 2 f2), with its form for f2 = 0: 2 / ((N - 1)(f1 - 1) + 2).
  private var secondLook: Double {
    let (once, twice) = (categories(of: 1), categories(of: 2))
    guard once > 0 else { return 1 }
    return twice > 0
      ? 2 * twice / ((people - 1) * once + 2 * twice) : 2 / ((people - 1) * (once - 1) + 2)
  }

  /// The sum over k >= 1 of x^k / (N - 1 + k) with x = 1 - A.
  ///
  /// It equals x^(1 - N) (-log A - sum over r < N of x^r / r), which loses digits where x^N is
  /// small; the series is long where it is not. Each is used where it is good.
  static func unseenTail(people: Int, again: Double) -> Double {
    let rest = 1 - again
    if 40 / again <= 20 * Double(people) {
      var sum = CompensatedSum()
      var power = rest
      var position = people
      while power > 1e-18 * sum.value {
        sum.add(power / Double(position))
        power *= rest
        position += 1
      }
      return sum.value
    }
    var sum = CompensatedSum()
    sum.add(-log(again))
    let logarithm = log1p(-again)
    for position in 1..<people {
      sum.add(-exp(Double(position) * logarithm) / Double(position))
    }
    return exp(Double(1 - people) * logarithm) * sum.value
  }

  /// The entropy, in nats, of the shares with half a person added to each declared category.
  func jeffreysEntropy(declared: Int) -> Double {
    let whole = people + Double(declared) / 2
    func term(_ count: Double) -> Double { count / whole * log(whole / count) }
    var sum = CompensatedSum(counts.map { term(Double($0) + 0.5) })
    sum.add(Double(declared - counts.count) * term(0.5))
    return sum.value
  }
}
