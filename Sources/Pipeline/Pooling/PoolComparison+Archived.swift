import Archive
import Foundation
import Reports

extension PoolComparison {
  /// Reads what a pool says of an organisation that took part.
  ///
  /// - Parameter path: the folder that `parity benchmark pool` wrote, or its `pool.json`.
  /// - Throws: a failure where it is missing or cannot be read (66).
  init(path: String) throws(RunFailure) {
    let pool = try Self.archived(path)
    self.init(
      period: pool.period, flowPeriod: pool.flowPeriod, contributors: pool.contributors,
      rows: pool.figures.compactMap { figure in
        guard let population = Population(rawValue: figure.population) else { return nil }
        return Row(
          population: population, group: figure.group, places: figure.places,
          own: figure.own.map { ($0.people, $0.total) }, pooled: figure.pooled,
          mean: figure.mean.map(Share.init), prediction: figure.prediction?.interval,
          percentile: figure.own?.percentile.map(Share.init))
      })
  }

  /// The pool at a path.
  static func archived(_ path: String) throws(RunFailure) -> ArchivedPool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let file = isFolder.boolValue ? "\(path)/pool.json" : path
    guard exists,
      case .success(let bytes) = BundleFolder.plainFile(file, atMost: ArchivedPool.limits.bytes),
      let pool = try? ArchivedPool(poolFile: bytes)
    else { throw PoolProblem.failure([(.poolMissing, "\(path) is not a pool")]) }
    return pool
  }
}

extension PoolComparison.Share {
  fileprivate init(_ number: ArchivedPool.Number) {
    self.init(number.value, interval: number.interval)
  }
}
