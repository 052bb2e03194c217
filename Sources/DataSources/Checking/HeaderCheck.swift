import Aggregates

/// Holds a file's header against the declared columns.
struct HeaderCheck: Sendable {
  /// A column of the file with what is declared for it.
  struct Column: Sendable {
    /// The header, trimmed.
    let header: String
    /// The header as messages print it.
    let display: String
    /// The declarations that name the column.
    let declarations: [ColumnSchema]
  }

  /// The file's columns, in order.
  let columns: [Column]
  /// The declared columns the file does not have.
  let missing: [ColumnSchema]

  init(headers: [String], width: Int, schema: InputSchema) {
    var isFound = schema.columns.map { _ in false }
    let trimmed = headers.map(Self.trimmed)
    let matched = (0..<width).map { index in
      let header = index < trimmed.count ? trimmed[index] : ""
      let declarations = schema.columns.indices.filter {
        switch schema.columns[$0].place {
        case .header(let declared):
          index < trimmed.count && header.utf8.elementsEqual(Self.trimmed(declared).utf8)
        case .position(let position): position == index + 1
        }
      }
      for declaration in declarations { isFound[declaration] = true }
      return Column(
        header: header, display: Self.display(header, index: index),
        declarations: declarations.map { schema.columns[$0] })
    }
    // Where nothing matches, the first row may be data: no text of it is printed.
    columns =
      matched.contains { !$0.declarations.isEmpty }
      ? matched
      : matched.enumerated().map { index, column in
        Column(header: column.header, display: "column \(index + 1)", declarations: [])
      }
    missing = schema.columns.indices.filter { !isFound[$0] }.map { schema.columns[$0] }
  }

  /// How many declared columns were found by their header.
  static func matches(headers: [String], schema: InputSchema) -> Int {
    let present = Set(headers.map { Array(trimmed($0).utf8) })
    return schema.columns.filter {
      if case .header(let header) = $0.place {
        return present.contains(Array(trimmed(header).utf8))
      }
      return false
    }.count
  }

  /// What is wrong with the header; `identifiers` tells what was found in a column's values.
  func problems(
    file: String, schema: InputSchema, identifiers: (Int) -> [IdentifierScan.Finding]
  ) -> [SourceProblem] {
    missingProblems(file: file, schema: schema)
      + undeclaredProblems(file: file, schema: schema, identifiers: identifiers)
      + nameProblems(file: file)
  }

  private var hasNamedColumns: Bool { columns.contains { !$0.header.isEmpty } }
  private var hasMatches: Bool { columns.contains { !$0.declarations.isEmpty } }

  private func missingProblems(file: String, schema: InputSchema) -> [SourceProblem] {
    missing.map { column in
      switch column.place {
      case .position(let position):
        return ProblemCode.columnOutOfRange.problem(
          file: file,
          message: "column \(position) is declared, and the file has "
            + ProblemText.counted(columns.count, "column"))
      case .header(let header):
        let wanted = HeaderWords.joined(header)
        let similar = columns.first {
          $0.declarations.isEmpty && !wanted.isEmpty && HeaderWords.joined($0.header) == wanted
        }
        return ProblemCode.missingColumn.problem(
          file: file, column: header, message: "the column is declared and not in the file",
          fix: similar.map {
            "the file writes it \"\($0.display)\"; correct [mapping.\(schema.id)]"
          } ?? "correct the header in [mapping.\(schema.id)], or export the column")
      }
    }
  }

  private func undeclaredProblems(
    file: String, schema: InputSchema, identifiers: (Int) -> [IdentifierScan.Finding]
  ) -> [SourceProblem] {
    let undeclared = columns.indices.filter {
      columns[$0].declarations.isEmpty && !(hasNamedColumns && columns[$0].header.isEmpty)
    }
    guard hasMatches else {
      guard !undeclared.isEmpty else { return [] }
      return [
        ProblemCode.undeclaredColumn.problem(
          file: file, count: undeclared.count,
          message: "none of the \(ProblemText.counted(undeclared.count, "column")) is declared "
            + "(headers hidden: the first row may be data)",
          fix: "check header_rows, skip_rows and delimiter under [inputs.\(schema.id)], then run "
            + "`parity map \(file)`")
      ]
    }
    return undeclared.map { index in
      let findings = identifiers(index)
      let reason = findings.first.map { ", and it looks like an identifier: \($0.phrase)" } ?? ""
      return ProblemCode.undeclaredColumn.problem(
        file: file, column: columns[index].display,
        message: "the column is not declared\(reason)",
        fix: findings.isEmpty
          ? "map it under [mapping.\(schema.id)], or add it to drop there"
          : "add it to drop under [mapping.\(schema.id)]",
        exitCode: findings.isEmpty ? nil : 77)
    }
  }

  private func nameProblems(file: String) -> [SourceProblem] {
    guard hasNamedColumns else { return [] }
    var problems: [SourceProblem] = []
    var firsts: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      if column.header.isEmpty {
        problems.append(
          ProblemCode.emptyHeader.problem(
            file: file, message: "column \(index + 1) has no header"))
        continue
      }
      let folded = LabelFolding.folded(column.header)
      if let first = firsts[folded] {
        problems.append(
          ProblemCode.duplicateHeader.problem(
            file: file, column: hasMatches ? column.display : nil,
            message: "columns \(first + 1) and \(index + 1) have the same header"))
      } else {
        firsts[folded] = index
      }
    }
    return problems
  }

  private static func trimmed(_ header: String) -> String {
    String(decoding: TextRecord.trimmed(ArraySlice(header.utf8)), as: UTF8.self)
  }

  /// A header as it is printed; one that looks like a value is printed as its position.
  static func display(_ header: String, index: Int) -> String {
    let bytes = ArraySlice(header.utf8)
    let digits = bytes.filter { (0x30...0x39).contains($0) }.count
    let looksLikeValue =
      header.isEmpty || digits > 4 || bytes.contains(0x40) || bytes.count > 200
      || IdentifierPattern.of(bytes) != nil
    return looksLikeValue ? "column \(index + 1)" : ProblemText.neutralised(header)
  }
}

extension ColumnSchema {
  /// The column's identifier in the mapping.
  var id: String {
    switch role {
    case .key(let id): id
    case .attribute(let column): column.attribute.id
    case .measure(let column): column.id
    case .date(let column): column.id
    case .count: "count"
    case .drop: "drop"
    }
  }
}
