import Dispatch
import Synchronization

extension FixedMarginsSampler {
  /// How many of `draws` tables have a sum of log factorials of at least `threshold`.
  ///
  /// Tables are drawn in blocks of `blockSize`, each from the Philox stream of the seed with the
  /// block's number as replicate, so the count is the same whatever the number of lanes the blocks
  /// are shared out to and whatever runs at once.
  package func count(
    logFactorialSumAtLeast threshold: Double, draws: Int, seed: UInt64, lanes: Int = 4
  ) -> Int {
    let blocks = (draws + Self.blockSize - 1) / Self.blockSize
    let lanes = max(1, min(lanes, blocks))
    let found = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var drawing = TableDrawing(self)
      var count = 0
      for block in stride(from: lane, to: blocks, by: lanes) {
        count += drawing.count(
          logFactorialSumAtLeast: threshold,
          draws: min(Self.blockSize, draws - block * Self.blockSize),
          words: WordStream(seed: seed, replicate: UInt64(block)))
      }
      found.add(count, ordering: .relaxed)
    }
    return found.load(ordering: .relaxed)
  }
}
