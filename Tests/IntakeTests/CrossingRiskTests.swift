import Intake
import TestSupport
import Testing

@Suite("Crossings")
struct CrossingRiskTests {
  // 20 people: attribute 0 halves them, attribute 1 too, 2 is constant. Crossed, 0 and 1 leave classes
  // of 9, 1, 1 and 9 people.
  private static let rows: [[Int32]] =
    (0..<20).map { index in
      let first = Int32(index / 10)
      return [first, index % 10 == 0 ? 1 - first : first, 0]
    }

  @Test("the sets that make small classes, with people and shares")
  func worst() throws {
    let risk = try #require(
      CrossingRisk.of(try SampleTable.make(Self.rows), threshold: 5).value)
    #expect(risk.crossings.count == 7)
    #expect(risk.worst(of: 1).isEmpty)
    let pair = try #require(risk.worst(of: 2).first)
    #expect(pair.attributes == ["c0", "c1"] && pair.k == 1 && pair.peopleBelow == 2)
    #expect(pair.share == 0.1 && risk.worst(of: 2).count == 1)
    #expect(risk.smallest(above: 0.05).map(\.attributes) == [["c0", "c1"]])
    #expect(risk.smallest(above: 0.1).isEmpty)
  }

  @Test("every set is what its classes say")
  func classes() throws {
    var generator = SeededGenerator(seed: 31)
    let table = try SampleTable.make(
      SampleTable.random(rows: 60, columns: 5, using: &generator))
    let risk = try #require(CrossingRisk.of(table, threshold: 7, largestSet: 4).value)
    #expect(risk.crossings.count == 5 + 10 + 10 + 5)
    for crossing in risk.crossings {
      let classes = EquivalenceClasses(table, by: crossing.positions)
      #expect(crossing.peopleBelow == classes.people.filter { $0 < 7 }.reduce(0, +))
      #expect(crossing.k == classes.people.min())
    }
  }
}
