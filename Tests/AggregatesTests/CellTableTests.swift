import TestSupport
import Testing

@testable import Aggregates

@Suite("Cell table")
struct CellTableTests {
  private let sex = Attribute(id: "sex", title: "Sex", levels: [Level("F"), Level("M"), .blank])
  private let grade = Attribute(id: "grade", title: "Grade", levels: [Level("A"), Level("B")])

  private func table(_ counts: [[Int]: Int]) -> CellTable {
    CellTable(
      attributes: [sex, grade],
      entries: counts.map { .init(coordinates: $0.key, cell: Cell(count: $0.value)) })
  }

  private var sample: CellTable {
    table([[0, 0]: 3, [0, 1]: 4, [1, 0]: 5, [1, 1]: 6, [2, 1]: 1])
  }

  @Test("entries come sorted, whatever order they were given in")
  func sorted() {
    #expect(
      sample.entries.map(\.coordinates) == [[0, 0], [0, 1], [1, 0], [1, 1], [2, 1]])
  }

  @Test("a margin sums over the other attributes and may reorder them")
  func margins() {
    #expect(sample.margin(["grade"]).entries.map(\.cell.count) == [8, 11])
    #expect(sample.margin(["grade", "sex"]).count(["sex": "M", "grade": "B"]) == 6)
    #expect(sample.margin([]).total == 19)
  }

  @Test("slicing picks one level and drops the attribute")
  func slices() {
    let women = sample.slice("sex", "F")
    #expect(women.attributes.map(\.id) == ["grade"])
    #expect(women.total == 7)
    #expect(sample.slice("sex", "nobody").total == 0)
  }

  @Test("counting by conditions; an unknown level counts nobody")
  func counting() {
    #expect(sample.count(["sex": "F"]) == 7)
    #expect(sample.count([:]) == 19)
    #expect(sample.count(["sex": "X"]) == 0)
  }

  @Test("states of declaration add up to everyone")
  func declaration() {
    let states = sample.declarationStates(of: "sex")
    #expect(states.count(["sex": Attribute.declaredLabel]) == 18)
    #expect(states.count(["sex": Level.blank.label]) == 1)
    #expect(states.total == sample.total)
  }

  @Test("recoding may merge levels or leave people out")
  func recoding() {
    let two = Attribute(id: "sex", title: "Sex", levels: [Level("F"), Level("Other")])
    #expect(sample.recoded(two, target: [0, 1, 1]).count(["sex": "Other"]) == 12)
    #expect(sample.recoded(two, target: [0, 1, nil]).total == 18)
  }

  @Test("a confidential value prints nothing of itself")
  func confidential() {
    let secret = Confidential(sample)
    #expect("\(secret)" == "confidential")
    #expect(String(reflecting: secret) == "confidential")
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }
}
