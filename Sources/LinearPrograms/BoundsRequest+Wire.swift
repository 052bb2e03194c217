extension BoundsRequest {
  private static let mostItems = 1_000_000

  /// The request as text.
  ///
  /// ```
  /// parity-bounds 1 ITERATIONS PROGRAMS TARGETS
  /// program COLUMNS ROWS
  /// column LOWER UPPER
  /// row CONSTANT TERMS COLUMN COEFFICIENT ...
  /// target PROGRAM COLUMN ENOUGH
  /// end
  /// ```
  /// All numbers are whole, up to 2^53 by magnitude; `-` stands for no `ENOUGH`.
  public var wireText: [UInt8] {
    var writer = WireWriter()
    writer.word("parity-bounds")
    for number in [1, iterationLimit, programs.count, targets.count] { writer.integer(number) }
    writer.endLine()
    for program in programs {
      writer.word("program")
      writer.integer(program.columns.count)
      writer.integer(program.rows.count)
      writer.endLine()
      for column in program.columns {
        writer.word("column")
        writer.integer(column.lower)
        writer.integer(column.upper)
        writer.endLine()
      }
      for row in program.rows {
        writer.word("row")
        writer.integer(row.constant)
        writer.integer(row.terms.count)
        for term in row.terms {
          writer.integer(term.column)
          writer.integer(term.coefficient)
        }
        writer.endLine()
      }
    }
    for target in targets {
      writer.word("target")
      writer.integer(target.program)
      writer.integer(target.column)
      writer.optionalInteger(target.enough)
      writer.endLine()
    }
    writer.word("end")
    writer.endLine()
    return writer.bytes
  }

  /// Reads a request.
  ///
  /// - Throws: `.malformedProgram` if the text is anything but a request.
  public init(wireText: [UInt8]) throws(SolverFailure) {
    do {
      var reader = WireReader(wireText)
      self = try BoundsRequest.read(&reader)
    } catch {
      throw .malformedProgram
    }
  }

  private static func read(_ reader: inout WireReader) throws -> BoundsRequest {
    let number = -LinearProgram.largestNumber...LinearProgram.largestNumber
    try reader.expect("parity-bounds")
    _ = try reader.integer(1...1)
    let iterationLimit = try reader.integer(0...largestLimit)
    let programCount = try reader.integer(0...mostItems)
    let targetCount = try reader.integer(0...mostItems)
    try reader.endLine()
    var programs: [LinearProgram] = []
    for _ in 0..<programCount {
      try reader.expect("program")
      let columnCount = try reader.integer(0...mostItems)
      let rowCount = try reader.integer(0...mostItems)
      try reader.endLine()
      var columns: [LinearProgram.Column] = []
      for _ in 0..<columnCount {
        try reader.expect("column")
        let lower = try reader.integer(number)
        columns.append(LinearProgram.Column(lower: lower, upper: try reader.integer(number)))
        try reader.endLine()
      }
      var rows: [LinearProgram.Row] = []
      for _ in 0..<rowCount {
        try reader.expect("row")
        let constant = try reader.integer(number)
        var terms: [LinearProgram.Term] = []
        for _ in 0..<(try reader.integer(0...mostItems)) {
          let column = try reader.integer(0...mostItems)
          terms.append(
            LinearProgram.Term(column: column, coefficient: try reader.integer(number)))
        }
        try reader.endLine()
        rows.append(LinearProgram.Row(terms: terms, constant: constant))
      }
      programs.append(try LinearProgram(columns: columns, rows: rows))
    }
    var targets: [Target] = []
    for _ in 0..<targetCount {
      try reader.expect("target")
      let program = try reader.integer(0...mostItems)
      let column = try reader.integer(0...mostItems)
      let enough = try reader.optionalInteger(0...LinearProgram.largestNumber)
      targets.append(Target(program: program, column: column, enough: enough))
      try reader.endLine()
    }
    try reader.expect("end")
    try reader.endLine()
    guard reader.isAtEnd else { throw SolverFailure.malformedProgram }
    return try BoundsRequest(
      programs: programs, targets: targets, iterationLimit: iterationLimit)
  }
}
