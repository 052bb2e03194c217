/// The columns of a file with their roles, complete or refused.
public struct RoleMap: Sendable, Hashable {
  /// A column with its role.
  public struct Column: Sendable, Hashable {
    /// The column's header, safe to print.
    public let name: String
    /// What the column is; `nil` where nobody has said.
    public let role: ColumnRole?

    /// Makes a column.
    public init(_ name: String, _ role: ColumnRole?) {
      self.name = name
      self.role = role
    }
  }

  /// The columns, in the order of the file.
  public let columns: [Column]

  /// Makes a map.
  public init(_ columns: [Column]) { self.columns = columns }

  /// The columns without a role, in the order of the file; the extract is refused unless there are
  /// none.
  public var undeclared: [String] { columns.filter { $0.role == nil }.map(\.name) }

  /// How many columns have a role.
  public func count(_ role: ColumnRole) -> Int { columns.count { $0.role == role } }

  /// The roles that occur with their counts, in the order of the roles.
  public var counts: [(role: ColumnRole, count: Int)] {
    ColumnRole.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }
  }
}
