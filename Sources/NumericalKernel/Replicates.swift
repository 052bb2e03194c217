import Dispatch
import Synchronization

/// Values of replicates, computed side by side.
package enum Replicates {
  /// The value of every replicate, in their order.
  ///
  /// Replicates are taken in blocks of `blockSize`, which `lanes` lines of work share out, each with
  /// a state of its own that it may use again. The body gives the values of the replicates of a
  /// range, and they are the same for any number of lanes as long as they depend on nothing but the
  /// numbers of the replicates.
  package static func values<State, Value: Sendable>(
    _ count: Int, blockSize: Int = 1, lanes: Int = 4, state: @Sendable () -> State,
    _ body: @Sendable (inout State, Range<Int>) -> [Value]
  ) -> [Value] {
    let blocks = (count + blockSize - 1) / blockSize
    let lanes = max(1, min(lanes, blocks))
    let found = Mutex<[(block: Int, values: [Value])]>([])
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var state = state()
      var own: [(block: Int, values: [Value])] = []
      for block in stride(from: lane, to: blocks, by: lanes) {
        let range = (block * blockSize)..<min(count, (block + 1) * blockSize)
        own.append((block, body(&state, range)))
      }
      found.withLock { $0 += own }
    }
    return found.withLock { $0 }.sorted { $0.block < $1.block }.flatMap { $0.values }
  }
}

extension FixedMarginsSampler {
  /// A value of each of `draws` tables, given their cells row by row.
  ///
  /// Sixteen tables come from one Philox stream of the seed, with the number of the sixteen as
  /// replicate. So a table depends on the seed and its own number alone, not on how many are drawn
  /// nor on the number of lanes.
  package func values<Value: Sendable>(
    draws: Int, seed: UInt64, lanes: Int = 4, _ value: @Sendable ([Int]) -> Value
  ) -> [Value] {
    Replicates.values(draws, blockSize: TableDrawing.side, lanes: lanes) {
      TableDrawing(self)
    } _: { drawing, range in
      var words = WordStream(
        seed: seed, replicate: UInt64(range.lowerBound / TableDrawing.side))
      return drawing.tables(&words).prefix(range.count).map(value)
    }
  }
}
