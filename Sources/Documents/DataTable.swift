/// A table of published numbers.
public struct DataTable: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// How the cells of a column line up.
    public enum Alignment: Hashable, Sendable {
      /// Words.
      case leading
      /// Numbers.
      case trailing
    }

    /// The heading.
    public let title: String
    /// How the cells line up.
    public let alignment: Alignment
    /// What the numbers are in, printed small under the heading, for example `per cent`.
    public let unit: String?

    /// Makes a column.
    public init(_ title: String, alignment: Alignment = .trailing, unit: String? = nil) {
      self.title = title
      self.alignment = alignment
      self.unit = unit
    }
  }

  /// One row: its header and one cell per column.
  public struct Row: Hashable, Sendable {
    /// What the row stands for.
    public enum Role: Hashable, Sendable {
      /// A group, level or step among others.
      case item
      /// The group the others are compared with.
      case reference
      /// A total of the other rows.
      case total
      /// People whose group is not known.
      case undeclared
    }

    /// The row's header.
    public let header: [Inline]
    /// One cell per column.
    public let cells: [TableCell]
    /// What the row stands for.
    public let role: Role
    /// The number behind every cell that prints one; may be shorter than the cells.
    public let exact: [ExactNumber?]

    /// Makes a row.
    public init(
      header: [Inline], cells: [TableCell], role: Role = .item, exact: [ExactNumber?] = []
    ) {
      self.header = header
      self.cells = cells
      self.role = role
      self.exact = exact
    }
  }

  /// An identifier, unique in the document.
  public let id: String
  /// What the table shows.
  public let caption: String
  /// The heading above the row headers, for example `Level`.
  public let corner: String
  /// The columns after the row headers.
  public let columns: [Column]
  /// The rows, in declared order.
  public let rows: [Row]
  /// Sentences under the table.
  public let notes: [String]

  /// Makes a table.
  public init(
    id: String, caption: String, corner: String, columns: [Column], rows: [Row],
    notes: [String] = []
  ) {
    self.id = id
    self.caption = caption
    self.corner = corner
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

/// One cell of a table.
public enum TableCell: Hashable, Sendable {
  /// Words.
  case text([Inline])
  /// A number, already formatted.
  case number(String)
  /// A number over its interval, both already formatted.
  case estimate(String, interval: String)
  /// A number that carries a marker, for example one that rests on few people.
  case marked(String, Marker)
  /// A marker in place of a number.
  case marker(Marker)
  /// Nothing stands here.
  case empty
}
