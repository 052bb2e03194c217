import TestSupport
import Testing

@testable import Perturbation

@Suite("Cell-key noise")
struct CellKeyNoiseTests {
  private static func noise(_ bound: Int, _ variance: Double) throws -> MaximumEntropyNoise {
    try MaximumEntropyNoise(bound: bound, variance: variance)
  }

  @Test("maximum entropy noise of the design (privacy 4.7)")
  func designTables() throws {
    let two = try #require(Self.noise(2, 1).distribution(largestLoss: 2).value)
    for (change, expected) in [(0, 0.382963), (1, 0.244691), (2, 0.063827)] {
      expectClose(two.probability(of: change), expected, absolute: 5e-7)
      expectClose(two.probability(of: -change), expected, absolute: 5e-7)
    }
    let five = try #require(Self.noise(5, 3).distribution(largestLoss: 9).value)
    for (change, expected) in [0.228801, 0.194193, 0.118730, 0.052293, 0.016591, 0.003792]
      .enumerated()
    {
      expectClose(five.probability(of: change), expected, absolute: 6e-7)
      #expect(five.probability(of: change) == five.probability(of: -change))
    }
    #expect(five.probability(of: 6) == 0)
  }

  @Test("noise for small counts agrees with a direct maximization of the entropy")
  func smallCounts() throws {
    // scipy.optimize.minimize(SLSQP) of sum p log p under the three constraints, ftol 1e-16.
    let cases: [(loss: Int, bound: Int, variance: Double, expected: [Double])] = [
      (1, 2, 1, [0.39806471, 0.30580587, 0.19419413, 0.10193529]),
      (
        1, 5, 3,
        [0.62484504, 0.162637, 0.06176642, 0.03422721, 0.0276743, 0.03264886, 0.05620117]
      ),
      (
        3, 5, 3,
        [
          0.07202983, 0.13671708, 0.19735138, 0.21665293, 0.18088226, 0.11485089, 0.05545999,
          0.02036724, 0.00568841,
        ]
      ),
      (
        1, 5, 4.5,
        [0.77666385, 0.05260621, 0.0093103, 0.00430539, 0.00520219, 0.01642411, 0.13548795]
      ),
    ]
    for one in cases {
      let found = try #require(
        Self.noise(one.bound, one.variance).distribution(largestLoss: one.loss).value)
      #expect(found.lowest == -one.loss)
      for (probability, expected) in zip(found.probabilities, one.expected) {
        expectClose(probability, expected, absolute: 2e-6)
      }
    }
  }

  @Test("mean 0 and the variance asked for, wherever there is noise")
  func moments() throws {
    var (found, undefined) = (0, 0)
    for bound in [1, 2, 3, 5, 10, 20] {
      for variance in [0.001, 0.1, 0.5, 1, 2, 3, 7.5, 20, 60] where variance < Double(bound * bound)
      {
        for loss in 0...(bound + 1) {
          switch try Self.noise(bound, variance).distribution(largestLoss: loss) {
          case .value(let distribution):
            found += 1
            expectClose(distribution.mean, 0, absolute: 1e-10)
            expectClose(distribution.variance, variance, relative: 1e-9)
            expectClose(distribution.probabilities.reduce(0, +), 1, relative: 1e-12)
            #expect(distribution.probabilities.allSatisfy { $0 >= 0 })
            #expect(distribution.highest == bound && distribution.lowest == -min(loss, bound))
          case .undefined(let reason):
            undefined += 1
            #expect(!reason.isEmpty)
            // Only where no distribution with these moments exists.
            #expect(Double(min(loss, bound) * bound) <= variance, "\(bound) \(variance) \(loss)")
          }
        }
      }
    }
    #expect(found > 200 && undefined > 30, "\(found) \(undefined)")
  }

  @Test("the worked example (privacy-R17)")
  func workedExample() throws {
    let method = try CellKeyNoise(noise: Self.noise(2, 1))
    let keys: [UInt8] = [17, 203, 88, 140, 251, 9, 66]
    #expect(CellKeyNoise.cellKey(keys) == 6)
    #expect(CellKeyNoise.cellKey(keys.prefix(3)) == 52)
    #expect(CellKeyNoise.cellKey(keys.suffix(4)) == 210)
    #expect(method(keys).approximateValue == 5)
    #expect(method(keys.prefix(3)).approximateValue == 2)
    #expect(method(keys.suffix(4)).approximateValue == 5)
  }

  @Test("a change is the first whose cumulative probability reaches (key + 0.5) / 256")
  func inversion() throws {
    for (bound, variance) in [(2, 1.0), (5, 3), (3, 2.5), (10, 7.5)] {
      let noise = try Self.noise(bound, variance)
      let distribution = try #require(noise.distribution(largestLoss: bound).value)
      let table = try #require(CellKeyNoise(noise: noise).table(for: bound).value)
      for key in 0..<256 {
        let u = (Double(key) + 0.5) / 256
        var (change, sum) = (-bound, distribution.probability(of: -bound))
        while sum < u, change < bound {
          change += 1
          sum += distribution.probability(of: change)
        }
        #expect(table.changes[key] == change, "\(bound) \(variance) \(key)")
        #expect(table.changes[255 - key] == -change)
      }
    }
  }

  @Test("over all 256 cell keys the noise is exactly 0 on average, for every count")
  func unbiased() throws {
    for (bound, variance) in [(1, 0.5), (2, 1.0), (3, 2), (5, 3), (8, 7), (10, 9.5)] {
      for positives in [CellKeyNoise.SmallPositives.mayVanish, .stayPositive] {
        let noise = try Self.noise(bound, variance)
        let method = try CellKeyNoise(noise: noise, smallPositives: positives)
        for count in 1...(bound + 4) {
          guard let table = method.table(for: count).value else {
            #expect(positives == .stayPositive && count == 1, "\(bound) \(variance) \(count)")
            continue
          }
          var sum = 0.0
          for key in UInt8.min...UInt8.max {
            let shown = try #require(method(count: count, cellKey: key).approximateValue)
            sum += shown - Double(count)
            #expect(shown >= (positives == .stayPositive ? 1 : 0))
            #expect(abs(shown - Double(count)) <= Double(bound))
          }
          #expect(sum == 0)
          #expect(table.sum == 0)
          // 256 keys are a coarse version of the distribution.
          expectClose(table.variance, variance, relative: 0.06, "\(bound) \(count)")
        }
      }
    }
  }

  @Test("keys moved for balance stay within two of what the probabilities ask for")
  func balance() throws {
    for (bound, variance) in [(2, 1.0), (5, 3), (10, 7.5)] {
      let noise = try Self.noise(bound, variance)
      let method = try CellKeyNoise(noise: noise)
      for count in 1...bound {
        let table = try #require(method.table(for: count).value)
        let distribution = try #require(noise.distribution(largestLoss: count).value)
        for change in distribution.lowest...distribution.highest {
          let wanted = 256 * distribution.probability(of: change)
          #expect(abs(Double(table.keys(of: change)) - wanted) < 2, "\(bound) \(count) \(change)")
        }
      }
    }
  }

  @Test("the same people get the same noise in every table, order and quarter")
  func consistency() throws {
    let method = try CellKeyNoise(noise: Self.noise(5, 3))
    let keys = try RecordKeys(secret: Array(0..<32))
    let again = try RecordKeys(secret: Array(0..<32))
    var generator = SeededGenerator(seed: 17)
    var changes: [Int: Int] = [:]
    for round in 0..<300 {
      let people = (0..<Int.random(in: 1...40, using: &generator)).map { "p\(round)-\($0)" }
      let shown = method(people.map { keys.key(pseudonym: $0) })
      let other = people.shuffled(using: &generator).map { again.key(pseudonym: $0) }
      #expect(method(other) == shown)
      let value = try #require(shown.approximateValue)
      changes[Int(value) - people.count, default: 0] += 1
      #expect(shown.band?.contains(people.count) == true)
    }
    #expect(changes.count > 6)
    #expect(changes.keys.allSatisfy { abs($0) <= 5 })
  }

  @Test("record keys are the first bytes of HMAC-SHA-256")
  func recordKeys() throws {
    // Python: hmac.new(bytes(range(32)), pseudonym.encode(), hashlib.sha256).digest()[0]; empty
    // cells with the digest of "empty cells" as the key.
    let keys = try RecordKeys(secret: Array(0..<32))
    #expect(
      ["p-0001", "p-0002", "Ü-17", ""].map { keys.key(pseudonym: $0) } == [63, 204, 150, 211])
    #expect(keys.key(emptyCell: "workforce[gender=X]") == 73)
    #expect(keys.key(emptyCell: "p-0001") == 17)
    let error = #expect(throws: PerturbationError.self) { try RecordKeys(secret: [1, 2, 3]) }
    #expect(error?.code == "noise-secret")
    #expect("\(keys)" == "record keys" && Mirror(reflecting: keys).children.isEmpty)
  }

  @Test("record keys are spread evenly, and so are sums of them")
  func evenKeys() throws {
    let keys = try RecordKeys(secret: Array(repeating: 7, count: 32))
    var single = Array(repeating: 0, count: 256)
    var sums = single
    let expected = ThoroughTier.isOn ? 100 : 20
    for person in 0..<(256 * expected) {
      single[Int(keys.key(pseudonym: "person \(person)"))] += 1
      let cell = (0..<3).map { keys.key(pseudonym: "cell \(person) \($0)") }
      sums[Int(CellKeyNoise.cellKey(cell))] += 1
    }
    for seen in [single, sums] {
      let misfit =
        seen.reduce(0.0) { $0 + Double(($1 - expected) * ($1 - expected)) }
        / Double(expected)
      // 255 degrees of freedom, five standard deviations.
      #expect(abs(misfit - 255) < 5 * (2 * 255.0).squareRoot(), "\(misfit)")
    }
  }

  @Test("zeros stay unless ghosts are allowed")
  func zeros() throws {
    let plain = try CellKeyNoise(noise: Self.noise(2, 1))
    for key in UInt8.min...UInt8.max {
      #expect(plain([], emptyCellKey: key).approximateValue == 0)
    }
    let ghosts = try CellKeyNoise(noise: Self.noise(2, 1), zeros: .ghosts(keys: 10))
    let shown = (UInt8.min...UInt8.max).compactMap { ghosts([], emptyCellKey: $0).approximateValue }
    #expect(shown.filter { $0 == 1 }.count == 10 && shown.filter { $0 == 0 }.count == 246)
    #expect(ghosts([]).approximateValue == 0)
    #expect(ghosts([], emptyCellKey: 255).band == 0...3)
    for keys in [0, -1, 129, .max] {
      #expect(throws: PerturbationError.self) {
        try CellKeyNoise(noise: Self.noise(2, 1), zeros: .ghosts(keys: keys))
      }
    }
  }

  @Test("bands hold the truth and say what readers can know")
  func bands() throws {
    for positives in [CellKeyNoise.SmallPositives.mayVanish, .stayPositive] {
      let method = try CellKeyNoise(noise: Self.noise(3, 2), smallPositives: positives)
      for count in 1...30 {
        for key in UInt8.min...UInt8.max {
          guard let band = method(count: count, cellKey: key).band else { continue }
          #expect(band.contains(count))
        }
      }
      #expect(method([]).band == (positives == .mayVanish ? 0...3 : 0...0))
    }
  }

  private func plainZero(_ method: CellKeyNoise) -> Bool {
    method(count: 0, cellKey: 255).approximateValue == 0
  }

  @Test("counts without noise are hidden, and their table says why")
  func undefined() throws {
    let kept = try CellKeyNoise(noise: Self.noise(2, 1), smallPositives: .stayPositive)
    #expect(kept.table(for: 1).reason?.isEmpty == false && kept.leastCount == 2)
    #expect(kept(count: 1, cellKey: 9) == .hidden(band: 1...1))
    #expect(try CellKeyNoise(noise: Self.noise(2, 1)).leastCount == 1)
    let edge = try CellKeyNoise(noise: Self.noise(1, 1 - 1e-15))
    #expect((edge.leastCount == nil) == (edge(count: 7, cellKey: 9).approximateValue == nil))
    #expect(plainZero(kept) && plainZero(edge))
    let steep = try CellKeyNoise(noise: Self.noise(5, 11))
    #expect(steep.leastCount == 3)
    for count in 1...2 { #expect(steep(count: count, cellKey: 0) == .hidden(band: 1...2)) }
    let wide = try CellKeyNoise(noise: Self.noise(5, 6))
    #expect(wide.table(for: 1).reason != nil && wide.table(for: 2).value != nil)
    #expect(wide.table(for: 0).reason != nil && wide.table(for: -4).reason != nil)
    #expect(wide(count: -1, cellKey: 0).approximateValue == nil)
    #expect(wide(count: .max, cellKey: 0).approximateValue == nil)
    #expect(wide.table(for: .max).value == wide.table(for: 5).value)
    for (bound, variance) in [(0, 1.0), (-1, 1), (51, 1), (2, 0), (2, 4), (2, -1), (2, .nan)] {
      #expect(throws: PerturbationError.self) { try Self.noise(bound, variance) }
    }
  }
}
