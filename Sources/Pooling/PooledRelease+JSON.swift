package import Encoders
import Estimates

extension PooledRelease {
  /// The schema of `pool.json`.
  public static let schema = "parity.benchmark-pool/1"

  /// The pool as data.
  package func json(engine: String) -> JSONValue {
    .object([
      "schema": .text(Self.schema), "engine": .text(engine), "period": .text(period),
      "flow_period": flowPeriod.map { .text($0) } ?? .null,
      "snapshot_date": .text(snapshotDate), "as_of": .text(asOf), "taxonomy": .text(taxonomy),
      "contributors": .integer(contributors), "panel": .text(panel),
      "own": ownName.map { .text($0) } ?? .null, "withheld": .integer(withheld),
      "rules": .object([
        "minimum_contributors": .integer(rules.minimumContributors),
        "largest_percent": .integer(rules.largestPercent),
        "lag_months": .integer(rules.lagMonths), "rounding": .integer(rules.rounding),
      ]),
      "figures": .array(figures.map(\.json)),
      "standardised": .array(standardised.map(\.json)),
      "methods": .array(
        methods.map { method in
          .object([
            "id": .text(method.id), "title": .text(method.title),
            "convention": .text(method.convention), "source": .text(method.source),
          ])
        }),
    ])
  }
}

extension PooledRelease.Number {
  fileprivate var json: JSONValue {
    switch self {
    case .none(let reason): return .object(["reason": .text(reason)])
    case .number(let coarse):
      var object: [String: JSONValue] = ["value": .number(coarse.value)]
      if let interval = coarse.interval {
        object["lower"] = .number(interval.lowerBound)
        object["upper"] = .number(interval.upperBound)
      }
      return .object(object)
    }
  }
}

extension PooledRelease.Figure {
  fileprivate var json: JSONValue {
    var object: [String: JSONValue] = [
      "population": .text(population), "characteristic": .text(characteristic),
      "group": .text(group), "base": .text(isOfDeclared ? "declared" : "everyone"),
      "by": .array(
        places.map { .object(["structure": .text($0.structure), "level": .text($0.level)]) }),
      "people": .integer(people), "total": .integer(total), "pooled": .number(pooled),
      "mean": mean.json, "deviation": deviation.json, "prediction": prediction.json,
      "mean_of_log_odds": robust.json, "overdispersion": overdispersion.json,
      "differ_by_chance": isAtBoundary.map { .bool($0) } ?? .null,
    ]
    if let own {
      var mine: [String: JSONValue] = [
        "people": .integer(own.people), "total": .integer(own.total),
        "share": .number(own.share), "percentile": own.percentile.json,
      ]
      if let limits = own.limits {
        mine["limits_95"] = Self.range(limits.inner)
        mine["limits_99_8"] = Self.range(limits.outer)
      }
      object["own"] = .object(mine)
    }
    return .object(object)
  }

  private static func range(_ range: ClosedRange<Double>) -> JSONValue {
    .object(["lower": .number(range.lowerBound), "upper": .number(range.upperBound)])
  }
}

extension PooledRelease.Standardised {
  fileprivate var json: JSONValue {
    .object([
      "population": .text(population), "characteristic": .text(title), "group": .text(group),
      "structures": .array(structures.map { .text($0) }), "observed": .integer(observed),
      "expected": expected.json, "ratio": ratio.json, "coverage": .number(coverage),
    ])
  }
}
