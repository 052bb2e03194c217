/// What a full pass over a file found.
public struct CheckReport: Sendable, Hashable {
  /// A column of the file.
  public struct Column: Sendable, Hashable {
    /// The header, safe to print; a header that looks like a value is given as its position.
    public let header: String
    /// What the column is declared as: the identifiers of the mapping; empty if it is undeclared.
    public let declaredAs: [String]
  }

  /// How many people gave an answer to an attribute.
  public struct DeclarationShare: Sendable, Hashable {
    /// The attribute's identifier.
    public let attribute: String
    /// The column's header, safe to print.
    public let column: String
    /// The snapshot it holds for, `2025-09-30`; the latest of the file, `nil` where rows have none.
    public let snapshot: String?
    /// Rows with an answer.
    public let declared: Int
    /// All rows.
    public let total: Int

    /// The share of rows with an answer, 0 to 1; `nil` where there are no rows.
    public var share: Double? { total == 0 ? nil : Double(declared) / Double(total) }
  }

  /// The identifier of the input.
  public let input: String
  /// The file's name, as messages print it.
  public let file: String
  /// The problems, errors first, then by column and code.
  public let problems: [SourceProblem]
  /// How the file is written; `nil` where it could not be read at all.
  public let format: ResolvedFormat?
  /// Records after the header, totals and notes left out.
  public let rows: Int
  /// The file's columns, in order.
  public let columns: [Column]
  /// The fingerprint of the header; `nil` where columns are declared by position.
  public let fingerprint: String?
  /// How many people declared, per attribute, in the order of the schema.
  public let declarations: [DeclarationShare]

  /// Whether any problem is an error.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// The exit code the file alone leads to: 0, or that of the gravest error in the order
  /// unreadable (66), refused (77), configuration (78), data (65).
  public var exitCode: Int32 {
    let codes = Set(problems.filter { $0.severity == .error }.map(\.exitCode))
    return [66, 77, 78, 65].first(where: codes.contains) ?? codes.min() ?? 0
  }
}
