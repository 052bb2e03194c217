import Foundation
import Parity

/// Times the protection of three-way tables: elimination alone, and limits by linear programs.
///
/// One line per case, tab-separated: name, cells, small counts, hidden counts, seconds.
///
/// usage: DisclosureTimes SOLVER
@main
enum DisclosureTimes {
  /// Levels of the three attributes of each table.
  private static let sizes = [[4, 5, 5], [8, 8, 8], [10, 11, 12], [12, 14, 16], [16, 16, 16]]
  private static let threshold = 5

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: DisclosureTimes SOLVER\n".utf8))
      exit(64)
    }
    let solver = SolverProcess(path: CommandLine.arguments[1], seconds: 600)
    for size in sizes {
      let cube = Cube(size)
      let elimination = try Elimination(tables: [cube.table], threshold: threshold)
      let seconds = try time(3) { _ = try Elimination(tables: [cube.table], threshold: threshold) }
      report("elimination", elimination.cells.count, elimination, seconds)
      guard elimination.cells.count <= 2_500 else { continue }
      let block = try cube.block(hiding: Set(elimination.hidden))
      let small = cube.small(below: threshold)
      for model in [AttackerModel.nonNegative, .zerosPublic] {
        let seconds = try time(3) {
          _ = try AttackerIntervals(
            block, protected: small, model: model, width: threshold - 1, solver: solver)
        }
        report("limits, \(model.rawValue)", elimination.cells.count, elimination, seconds)
      }
    }
  }

  private static func report(
    _ name: String, _ cells: Int, _ elimination: Elimination, _ seconds: Double
  ) {
    print("\(name)\t\(cells)\t\(elimination.primaries)\t\(elimination.hidden.count)\t\(seconds)")
  }

  /// The median seconds of several calls.
  private static func time(_ calls: Int, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<calls {
      let (seconds, fraction) = try clock.measure(body).components
      times.append(Double(seconds) + Double(fraction) * 1e-18)
    }
    return times.sorted()[calls / 2]
  }
}

/// A three-way table with all its margins; about three in ten inner counts are small.
struct Cube {
  let sizes: [Int]
  let counts: [Int]
  let table: PlannedTable

  init(_ sizes: [Int]) {
    self.sizes = sizes
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func draw(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let counts = (0..<sizes.reduce(1, *)).map { _ in draw(10) < 3 ? draw(5) : 5 + draw(60) }
    let attributes = zip(["a", "b", "c"], sizes).map { id, size in
      Attribute(id: id, title: id, levels: (1...size).map { Level("\(id)\($0)") })
    }
    let strides = PlannedTable.strides(attributes)
    table = PlannedTable(
      population: "people", attributes: attributes.map(\.id),
      cells: CellTable(
        attributes: attributes,
        entries: counts.indices.map { position in
          CellTable.Entry(
            coordinates: zip(strides, sizes).map { position / $0 % $1 },
            cell: Cell(count: counts[position]))
        }))
    self.counts = counts
  }

  /// All cells: inner ones and margins, each coordinate from 0 to its size, the size meaning all.
  private var positions: [[Int]] {
    (0...sizes[0]).flatMap { a in
      (0...sizes[1]).flatMap { b in (0...sizes[2]).map { [a, b, $0] } }
    }
  }

  private func count(_ position: [Int]) -> Int {
    var sum = 0
    for a in 0..<sizes[0] where position[0] == sizes[0] || position[0] == a {
      for b in 0..<sizes[1] where position[1] == sizes[1] || position[1] == b {
        for c in 0..<sizes[2] where position[2] == sizes[2] || position[2] == c {
          sum += counts[(a * sizes[1] + b) * sizes[2] + c]
        }
      }
    }
    return sum
  }

  private func key(_ position: [Int]) -> CellKey {
    zip(["a", "b", "c"], zip(position, sizes)).reduce(CellKey("people")) { key, part in
      part.1.0 == part.1.1 ? key : key.with(part.0, "\(part.0)\(part.1.0 + 1)")
    }
  }

  private func index(_ position: [Int]) -> Int {
    (position[0] * (sizes[1] + 1) + position[1]) * (sizes[2] + 1) + position[2]
  }

  /// The small cells, by position.
  func small(below threshold: Int) -> [Int] {
    positions.filter { (1..<threshold).contains(count($0)) }.map(index)
  }

  /// The cells with what is published, and every sum along an axis.
  func block(hiding hidden: Set<CellKey>) throws -> HiddenCells {
    let all = positions
    var lines: [LinearProgram.Row] = []
    for position in all {
      for axis in 0..<3 where position[axis] == sizes[axis] {
        let parts = (0..<sizes[axis]).map { level in
          var part = position
          part[axis] = level
          return LinearProgram.Term(column: index(part), coefficient: -1)
        }
        lines.append(
          LinearProgram.Row(
            terms: [LinearProgram.Term(column: index(position), coefficient: 1)] + parts,
            constant: 0))
      }
    }
    return try HiddenCells(
      counts: all.map(count), isPublished: all.map { !hidden.contains(key($0)) }, lines: lines)
  }
}
