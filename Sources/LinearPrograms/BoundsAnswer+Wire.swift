extension BoundsAnswer {
  /// The answer as text.
  ///
  /// ```
  /// parity-bounds-answer 1 ITERATIONS POINTS TARGETS
  /// point PROGRAM ENTRIES COLUMN VALUE ...
  /// bounded ITERATIONS END END
  /// infeasible | exhausted | failed
  /// end
  /// ```
  /// where an `END`, first the least and then the greatest, is
  /// `POINT VALUE optimal|reached DUALS ROW VALUE ...`. Values are exact, whole numbers or
  /// `NUMERATOR/DENOMINATOR`; those of dual values are decimal.
  public var wireText: [UInt8] {
    var writer = WireWriter()
    writer.word("parity-bounds-answer")
    for number in [1, iterations, points.count, targets.count] { writer.integer(number) }
    writer.endLine()
    for point in points {
      writer.word("point")
      writer.integer(point.program)
      writer.integer(point.columns.count)
      for (column, value) in zip(point.columns, point.values) {
        writer.integer(column)
        writer.fraction(value)
      }
      writer.endLine()
    }
    for target in targets {
      switch target {
      case .infeasible: writer.word("infeasible")
      case .exhausted: writer.word("exhausted")
      case .failed: writer.word("failed")
      case .bounded(let least, let greatest, let iterations):
        writer.word("bounded")
        writer.integer(iterations)
        for end in [least, greatest] {
          writer.integer(end.point)
          writer.fraction(end.value)
          writer.word(end.isOptimal ? "optimal" : "reached")
          writer.integer(end.duals.count)
          for dual in end.duals {
            writer.integer(dual.row)
            writer.decimal(dual.value)
          }
        }
      }
      writer.endLine()
    }
    writer.word("end")
    writer.endLine()
    return writer.bytes
  }

  /// Reads the answer to a request.
  ///
  /// - Throws: `.malformedAnswer` if the text is not an answer to this request, `.notANumber` if one
  ///   of its numbers is none.
  public init(wireText: [UInt8], to request: BoundsRequest) throws(SolverFailure) {
    do {
      var reader = WireReader(wireText)
      self = try BoundsAnswer.read(&reader, to: request)
    } catch WireReader.Problem.notANumber {
      throw .notANumber
    } catch {
      throw .malformedAnswer
    }
  }

  private static func read(
    _ reader: inout WireReader, to request: BoundsRequest
  ) throws(WireReader.Problem) -> BoundsAnswer {
    try reader.expect("parity-bounds-answer")
    _ = try reader.integer(1...1)
    let iterations = try reader.integer(0...BoundsRequest.largestLimit)
    let pointCount = try reader.integer(0...(2 * request.targets.count))
    _ = try reader.integer(request.targets.count...request.targets.count)
    try reader.endLine()
    var points: [Point] = []
    for _ in 0..<pointCount { points.append(try readPoint(&reader, request)) }
    var targets: [Target] = []
    for target in request.targets {
      targets.append(try readTarget(&reader, target, request, points))
    }
    try reader.expect("end")
    try reader.endLine()
    guard reader.isAtEnd else { throw .malformed }
    return BoundsAnswer(points: points, targets: targets, iterations: iterations)
  }

  private static func readPoint(
    _ reader: inout WireReader, _ request: BoundsRequest
  ) throws(WireReader.Problem) -> Point {
    try reader.expect("point")
    let program = try reader.integer(0...request.programs.count)
    guard request.programs.indices.contains(program) else { throw .malformed }
    let columnCount = request.programs[program].columns.count
    var columns: [Int] = []
    var values: [Fraction] = []
    for _ in 0..<(try reader.integer(0...columnCount)) {
      let column = try reader.integer(0...columnCount)
      guard column < columnCount, column > columns.last ?? -1 else { throw .malformed }
      columns.append(column)
      values.append(try reader.fraction())
    }
    try reader.endLine()
    return Point(program: program, columns: columns, values: values)
  }

  private static func readTarget(
    _ reader: inout WireReader, _ target: BoundsRequest.Target, _ request: BoundsRequest,
    _ points: [Point]
  ) throws(WireReader.Problem) -> Target {
    let result: Target
    switch try reader.choose(["bounded", "infeasible", "exhausted", "failed"]) {
    case "bounded":
      let iterations = try reader.integer(0...BoundsRequest.largestLimit)
      let rows = request.programs[target.program].rows.count
      let least = try readEnd(&reader, target.program, rows, points)
      let greatest = try readEnd(&reader, target.program, rows, points)
      result = .bounded(least: least, greatest: greatest, iterations: iterations)
    case "infeasible": result = .infeasible
    case "exhausted": result = .exhausted
    default: result = .failed
    }
    try reader.endLine()
    return result
  }

  private static func readEnd(
    _ reader: inout WireReader, _ program: Int, _ rows: Int, _ points: [Point]
  ) throws(WireReader.Problem) -> End {
    let point = try reader.integer(0...points.count)
    guard points.indices.contains(point), points[point].program == program else {
      throw .malformed
    }
    let value = try reader.fraction()
    let isOptimal = try reader.choose(["optimal", "reached"]) == "optimal"
    var duals: [Dual] = []
    for _ in 0..<(try reader.integer(0...rows)) {
      let row = try reader.integer(0...rows)
      guard row < rows, row > duals.last?.row ?? -1 else { throw .malformed }
      duals.append(Dual(row: row, value: try reader.decimal()))
    }
    return End(point: point, value: value, isOptimal: isOptimal, duals: duals)
  }
}
