import Dispatch
import Synchronization

/// The working memory of one line of draws of counts with a fixed total.
struct FixedTotalDrawing {
  private let sampler: FixedTotalSampler
  /// The value of every node of the set being drawn.
  private var values: [Int]

  /// Makes the working memory of a sampler.
  init(_ sampler: FixedTotalSampler) {
    self.sampler = sampler
    values = Array(repeating: sampler.total, count: sampler.nodes.count)
  }

  /// How many of `draws` sets have a sum of log weights of at most `threshold`.
  mutating func count(
    logWeightSumAtMost threshold: Double, draws: Int, words: consuming WordStream
  ) -> Int {
    var count = 0
    for _ in 0..<draws {
      Self.fill(sampler, &values, &words)
      var sum = 0.0
      for index in 0..<sampler.counts {
        let node = sampler.nodes[index]
        sum += sampler.logWeights[node.place &+ values[index] &- node.least]
      }
      if sum <= threshold { count += 1 }
    }
    return count
  }

  /// The next set of counts.
  mutating func counts(_ words: inout WordStream) -> [Int] {
    Self.fill(sampler, &values, &words)
    return Array(values.prefix(sampler.counts))
  }

  /// Splits every sum, the whole first.
  private static func fill(
    _ sampler: FixedTotalSampler, _ values: inout [Int], _ words: inout WordStream
  ) {
    var values = values.mutableSpan
    let (nodes, up, down) = (sampler.nodes.span, sampler.up.span, sampler.down.span)
    var index = nodes.count &- 1
    while index >= sampler.counts {
      let node = nodes[index]
      let (left, right) = (nodes[node.halves.0], nodes[node.halves.1])
      let sum = values[index]
      let least = max(left.least, sum &- right.greatest)
      let greatest = min(left.greatest, sum &- right.least)
      var part = least
      if least < greatest {
        let place = node.place &+ sum &- node.least
        part = sampler.modes[place]
        // Where the weights of the parts are kept: of the first half upwards from here, of the
        // second downwards from there.
        let first = left.place &- left.least
        let second = right.place &+ sum &- right.least
        let bits = UInt64(words.next()) << 32 | UInt64(words.next())
        var rest = Double(bits >> 11) * 0x1p-53 - sampler.most[place]
        var (below, above) = (part, part)
        var (falling, rising) = (sampler.most[place], sampler.most[place])
        while rest >= 0, below > least || above < greatest {
          if above < greatest {
            rising *= up[first &+ above] * down[second &- above]
            above &+= 1
            rest -= rising
            if rest < 0 {
              part = above
              break
            }
          }
          if below > least {
            falling *= down[first &+ below] * up[second &- below]
            below &-= 1
            rest -= falling
            if rest < 0 { part = below }
          }
        }
      }
      values[node.halves.0] = part
      values[node.halves.1] = sum &- part
      index &-= 1
    }
  }
}

extension FixedTotalSampler {
  /// The sum of the log weights of a set of counts, each among its values.
  package func logWeightSum(_ counts: [Int]) -> Double {
    zip(nodes, counts).reduce(0) { $0 + logWeights[$1.0.place + $1.1 - $1.0.least] }
  }

  /// How many of `draws` sets have a sum of log weights of at most `threshold`.
  ///
  /// Sets are drawn in blocks of `blockSize`, each from the Philox stream of the seed with the
  /// block's number as replicate, so the count is the same whatever the number of lanes the blocks
  /// are shared out to and whatever runs at once.
  package func count(
    logWeightSumAtMost threshold: Double, draws: Int, seed: UInt64, lanes: Int = 4
  ) -> Int {
    let blocks = (draws + Self.blockSize - 1) / Self.blockSize
    let lanes = max(1, min(lanes, blocks))
    let found = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var drawing = FixedTotalDrawing(self)
      var count = 0
      for block in stride(from: lane, to: blocks, by: lanes) {
        count += drawing.count(
          logWeightSumAtMost: threshold,
          draws: min(Self.blockSize, draws - block * Self.blockSize),
          words: WordStream(seed: seed, replicate: UInt64(block)))
      }
      found.add(count, ordering: .relaxed)
    }
    return found.load(ordering: .relaxed)
  }
}
