import Encoders
import Estimates
package import Inference

/// `parity test projection --stock "300,60/500,140" --rates "0.88,0.04;0,0.92" --hires "40,3/50,6"`:
/// where the share of the first group is heading.
package struct ProjectionCalculator: Sendable {
  /// The workforce.
  package let chain: LevelChain
  /// The share of the first group that is followed.
  package let share: FollowedShare
  /// The projection.
  package let method: MarkovProjection

  /// The answer.
  package func callAsFunction() -> Calculation {
    let result = method(chain, share: share)
    let steady = SteadyStateShare(prior: method.prior)
    var results: [CalculatedResult] = []
    if let problem = result.problem {
      results.append(
        CalculatedResult(
          "Projection", "Share", method.stamp, .notEstimable(reason: problem), unit: .share))
    } else {
      for period in shownPeriods {
        results.append(
          CalculatedResult(
            "Share expected if the rates stay as they are",
            period == 0 ? "Now" : "After \(Self.periods(period))", stamp("expected"),
            result.expected[period], unit: .share, subject: "period \(period)"))
      }
    }
    results.append(
      CalculatedResult(
        "Share expected if the rates stay as they are", "In the end", steady.stamp,
        steady(chain, share: share).share, unit: .share))
    if let arrival = result.arrival {
      let heading = "The target of \(Facts.percent(arrival.target.value))"
      let by = arrival.target.by
      results += [
        CalculatedResult(
          heading, "Chance of reaching it by period \(by)", stamp("by-date"), arrival.byDate,
          unit: .share),
        CalculatedResult(
          heading, "Chance of being there in period \(by)", stamp("on-date"), arrival.onDate,
          unit: .share),
        CalculatedResult(
          heading, "Chance of not reaching it in \(method.horizon)", stamp("never"),
          arrival.never, unit: .share),
        CalculatedResult(
          heading, "Median number of periods until then", stamp("median-time"),
          arrival.medianTime, unit: .time),
      ]
      results += RequiredRate.Lever.allCases.map { lever in
        let needed = RequiredRate(lever: lever, target: arrival.target, prior: method.prior)
        return CalculatedResult(
          "What it would take to be expected there in period \(by)", Self.label(lever),
          needed.stamp, needed(chain, share: share),
          unit: lever == .hireShare ? .share : .number)
      }
    }
    return Calculation(
      "projection", input: input, facts: facts, results: results,
      supplements: result.problem == nil ? [fan(result)] : [], notes: notes,
      sentence: sentence(result))
  }

  /// The stamp of one number of the projection.
  private func stamp(_ part: String) -> MethodStamp {
    let whole = method.stamp
    return MethodStamp(
      id: whole.id + "-" + part, title: whole.title, convention: whole.convention,
      source: whole.source, inference: whole.inference)
  }

  private static func label(_ lever: RequiredRate.Lever) -> String {
    switch lever {
    case .hireShare: "Share of hires"
    case .promotions: "Promotion chances times"
    case .exits: "Exit chances times"
    }
  }

  static func periods(_ count: Int) -> String { "\(count) \(count == 1 ? "period" : "periods")" }

  /// The periods printed as lines: the ends, the target's date and what lies between in quarters.
  private var shownPeriods: [Int] {
    let horizon = method.horizon
    let chosen = [0, horizon / 4, horizon / 2, 3 * horizon / 4, horizon, method.target?.by ?? 0]
    return Set(chosen).sorted()
  }

  private func fan(_ result: MarkovProjectionResult) -> Calculation.Supplement {
    func values(_ outcomes: [Outcome]) -> [Double?] {
      outcomes.map { if case .estimate(let estimate) = $0 { estimate.value } else { nil } }
    }
    let quantiles = result.fan.map(values)
    let lines = quantiles.enumerated().map { period, values -> String in
      guard values.count == 5, let low = values[0], let lower = values[1], let middle = values[2],
        let upper = values[3], let high = values[4]
      else { return "After \(Self.periods(period + 1)): nobody is left in some draws" }
      func text(_ value: Double) -> String { Figures.text(value, .share) }
      return "After \(Self.periods(period + 1)): \(text(middle)), half of draws \(text(lower)) to "
        + "\(text(upper)), nine in ten \(text(low)) to \(text(high))"
    }
    return Calculation.Supplement(
      "fan", heading: "Share over draws", lines: lines,
      json: .object([
        "probabilities": .array(MarkovProjection.probabilities.map { .number($0) }),
        "periods": .array(
          quantiles.map { .array($0.map { value in value.map { .number($0) } ?? .null }) }),
      ]))
  }

  private var facts: [String] {
    chain.groups.map { group in
      Facts.name(group.name) + ": "
        + zip(chain.levels, group.stock).map { level, count in
          chain.levels.count == 1
            ? Facts.people(count) : "\(Facts.name(level)) \(Facts.people(count))"
        }.joined(separator: ", ")
    }
  }

  private var notes: [String] {
    let levels =
      share.levels.isEmpty
      ? "everyone" : Facts.list(share.levels.map { Facts.name(chain.levels[$0]) })
    let rates =
      chain.groups.contains {
        $0.transitions.contains { if case .counts = $0 { true } else { false } }
      }
      ? "Rates are drawn from what was counted (\(method.prior.words)), so the fan holds what is "
        + "not known of them as well as chance."
      : "Rates are taken as known, so the fan holds chance alone."
    return [
      "The share is that of \(Facts.name(chain.groups[0].name)) among \(levels). " + rates,
      "It says where these rates lead, not what will happen.",
    ]
  }

  private var input: [String: JSONValue] {
    var input: [String: JSONValue] = [
      "levels": .array(chain.levels.map { .text($0) }),
      "groups": .array(
        chain.groups.map { group in
          .object([
            "name": .text(group.name), "stock": .array(group.stock.map { .integer($0) }),
            "hires": hires(group.hires),
            "transitions": .array(
              group.transitions.map { transitions in
                switch transitions {
                case .chances(let chances): .array(chances.map { .number($0) })
                case .counts(let counts): .array(counts.map { .integer($0) })
                }
              }),
          ])
        }),
      "at_levels": .array(share.levels.map { .text(chain.levels[$0]) }),
      "horizon": .integer(method.horizon), "draws": .integer(method.draws),
      "seed": .integer(Int(clamping: method.seed)), "level": .number(method.level),
    ]
    if let target = method.target {
      input["target"] = .object([
        "value": .number(target.value), "by": .integer(target.by),
        "direction": .text(target.direction.rawValue),
      ])
    }
    return input
  }

  private func hires(_ hires: LevelChain.Hires) -> JSONValue {
    switch hires {
    case .expected(let expected): .array(expected.map { .number($0) })
    case .counts(let counts, let periods):
      .object([
        "counts": .array(counts.map { .integer($0) }), "periods": .integer(periods),
      ])
    }
  }

  private func sentence(_ result: MarkovProjectionResult) -> String {
    guard result.problem == nil, case .estimate(let now)? = result.expected.first,
      case .estimate(let then)? = result.expected.last
    else { return "The share cannot be projected." }
    let path =
      "If the rates stay as they are, the share is expected to go from "
      + "\(Figures.text(now.value, .share)) to \(Figures.text(then.value, .share)) in "
      + Self.periods(method.horizon)
    guard let arrival = result.arrival, case .estimate(let chance) = arrival.byDate else {
      return path + "."
    }
    return path
      + "; in \(Figures.text(chance.value, .share)) of draws it reaches "
      + "\(Facts.percent(arrival.target.value)) by period \(arrival.target.by)."
  }
}
