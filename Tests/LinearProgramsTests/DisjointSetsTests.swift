import LinearPrograms
import TestSupport
import Testing

/// Numbers tied to each other.
@Suite("Disjoint sets")
struct DisjointSetsTests {
  @Test("each set is named by its least number")
  func least() {
    var sets = DisjointSets(count: 7)
    sets.tie([6, 4])
    sets.tie([5, 2, 4])
    sets.tie([3])
    sets.tie([Int]())
    #expect(sets.representatives() == [0, 1, 2, 3, 2, 2, 2])
  }

  @Test("agrees with spreading a colour from neighbour to neighbour")
  func spreading() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let count = 40
      let ties = (0..<25).map { _ in
        (0..<(1 + Int(random.next() % 3))).map { _ in Int(random.next() % UInt64(count)) }
      }
      var sets = DisjointSets(count: count)
      for tie in ties { sets.tie(tie) }
      var colours = Array(0..<count)
      for _ in 0..<count {
        for tie in ties {
          guard let least = tie.map({ colours[$0] }).min() else { continue }
          for number in tie { colours[number] = least }
        }
      }
      #expect(sets.representatives() == colours)
    }
  }
}
