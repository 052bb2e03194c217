import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cox's partial likelihood of some records, with its first and second derivatives.
///
/// Covariates are centred and divided by their standard deviations, so that the arithmetic does not
/// depend on their units. Going back in time, people join the sums over the risk set at their exit
/// and leave them at their entry; the sums are compensated, so leaving takes away what joining
/// brought.
struct PartialLikelihood {
  /// The log-likelihood, its gradient and minus its second derivatives.
  struct Value: Hashable, Sendable {
    var logLikelihood: Double
    var score: [Double]
    var information: [[Double]]
  }

  /// One event time: the sum over its events of covariate less mean, and the covariances.
  struct EventTime {
    let stratum: Int
    let time: Int
    let events: Int
    var logLikelihood: Double
    var residual: [Double]
    var covariance: [[Double]]
  }

  private struct Person {
    let entry: Int
    let exit: Int
    let hasEvent: Bool
    let x: [Double]
  }

  /// Events in all strata.
  let eventCount: Int
  /// The standard deviation of each covariate, 1 where it does not vary.
  let scales: [Double]
  private let ties: CoxRegression.Ties
  /// The people of each stratum, the last to leave first.
  private let people: [[Person]]
  /// Their positions, the last to enter first.
  private let byEntry: [[Int]]

  init(_ records: SurvivalRecords, event: EventOfInterest, ties: CoxRegression.Ties) {
    let spells = records.spells
    let count = Double(max(1, spells.count))
    let means = records.covariates.indices.map { column in
      CompensatedSum(spells.lazy.map { $0.covariates[column] }).value / count
    }
    scales = records.covariates.indices.map { column in
      let squares = CompensatedSum(
        spells.lazy.map {
          ($0.covariates[column] - means[column]) * ($0.covariates[column] - means[column])
        })
      let deviation = (squares.value / count).squareRoot()
      return deviation > 0 && deviation.isFinite ? deviation : 1
    }
    let scaling = scales
    var strata: [[Person]] = records.strata.map { _ in [] }
    for spell in spells {
      strata[spell.stratum].append(
        Person(
          entry: spell.entry, exit: spell.exit, hasEvent: event.contains(spell.cause),
          x: means.indices.map { (spell.covariates[$0] - means[$0]) / scaling[$0] }))
    }
    // Positions break ties, so the order of the sums is the order of the input.
    people = strata.map { stratum in
      stratum.indices.sorted { (-stratum[$0].exit, $0) < (-stratum[$1].exit, $1) }
        .map { stratum[$0] }
    }
    byEntry = people.map { stratum in
      stratum.indices.sorted { (-stratum[$0].entry, $0) < (-stratum[$1].entry, $1) }
    }
    eventCount = spells.reduce(0) { $0 + (event.contains($1.cause) ? 1 : 0) }
    self.ties = ties
  }

  /// The greatest change of anybody's log rate that a change of the coefficients makes.
  func reach(of step: [Double]) -> Double {
    var reach = 0.0
    for stratum in people {
      let changes = stratum.map { person in zip(person.x, step).reduce(0) { $0 + $1.0 * $1.1 } }
      guard let least = changes.min(), let greatest = changes.max() else { continue }
      reach = max(reach, greatest - least)
    }
    return reach
  }

  /// The likelihood at some coefficients; minus infinity where it cannot be computed.
  func value(at coefficients: [Double]) -> Value {
    let size = coefficients.count
    var logLikelihood = CompensatedSum()
    var score = (0..<size).map { _ in CompensatedSum() }
    var information = score.map { _ in score }
    for time in eventTimes(at: coefficients) {
      logLikelihood.add(time.logLikelihood)
      for row in 0..<size {
        score[row].add(time.residual[row])
        for column in 0...row { information[row][column].add(time.covariance[row][column]) }
      }
    }
    let sum = logLikelihood.value
    return Value(
      logLikelihood: sum.isFinite ? sum : -.infinity, score: score.map(\.value),
      information: (0..<size).map { row in
        (0..<size).map { information[max(row, $0)][min(row, $0)].value }
      })
  }

  /// The parts of the likelihood, stratum by stratum from the last event to the first.
  func eventTimes(at coefficients: [Double]) -> [EventTime] {
    people.indices.flatMap { eventTimes(ofStratum: $0, at: coefficients) }
  }

  private func eventTimes(ofStratum stratum: Int, at coefficients: [Double]) -> [EventTime] {
    let people = people[stratum]
    let predictors = people.map { person in
      zip(person.x, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let greatest = predictors.max() ?? 0
    let weights = predictors.map { exp($0 - greatest) }
    var atRisk = WeightedSums(size: coefficients.count)
    var times: [EventTime] = []
    var joined = 0
    var gone = 0
    while joined < people.count {
      let time = people[joined].exit
      while gone < people.count, people[byEntry[stratum][gone]].entry >= time {
        atRisk.add(people[byEntry[stratum][gone]].x, weight: -weights[byEntry[stratum][gone]])
        gone += 1
      }
      var tied = WeightedSums(size: coefficients.count)
      var sumOfEvents = coefficients.map { _ in 0.0 }
      var sumOfPredictors = 0.0
      var events = 0
      while joined < people.count, people[joined].exit == time {
        let x = people[joined].x
        atRisk.add(x, weight: weights[joined])
        if people[joined].hasEvent {
          events += 1
          tied.add(x, weight: weights[joined])
          sumOfPredictors += predictors[joined] - greatest
          for column in x.indices { sumOfEvents[column] += x[column] }
        }
        joined += 1
      }
      guard events > 0 else { continue }
      var part = EventTime(
        stratum: stratum, time: time, events: events, logLikelihood: sumOfPredictors,
        residual: sumOfEvents,
        covariance: coefficients.map { _ in coefficients.map { _ in 0 } })
      for earlier in 0..<events {
        atRisk.draw(
          from: &part, without: tied,
          fraction: ties == .efron ? Double(earlier) / Double(events) : 0)
      }
      times.append(part)
    }
    return times
  }
}

/// Sums over people of weight, weight x covariate and weight x product of covariates.
private struct WeightedSums {
  private var weight = CompensatedSum()
  private var first: [CompensatedSum]
  /// The lower triangle, row by row.
  private var second: [CompensatedSum]

  init(size: Int) {
    first = (0..<size).map { _ in CompensatedSum() }
    second = (0..<(size * (size + 1) / 2)).map { _ in CompensatedSum() }
  }

  mutating func add(_ x: [Double], weight added: Double) {
    weight.add(added)
    var position = 0
    for row in x.indices {
      let product = added * x[row]
      first[row].add(product)
      for column in 0...row {
        second[position].add(product * x[column])
        position += 1
      }
    }
  }

  /// Takes one draw from these people, less a fraction of some of them, off the likelihood.
  func draw(
    from part: inout PartialLikelihood.EventTime, without tied: WeightedSums, fraction: Double
  ) {
    let total = weight.value - fraction * tied.weight.value
    part.logLikelihood -= log(total)
    let means = first.indices.map {
      (first[$0].value - fraction * tied.first[$0].value) / total
    }
    var position = 0
    for row in first.indices {
      part.residual[row] -= means[row]
      for column in 0...row {
        let product =
          (second[position].value - fraction * tied.second[position].value) / total
        part.covariance[row][column] += product - means[row] * means[column]
        position += 1
      }
    }
  }
}
