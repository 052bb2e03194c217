public import Aggregates

/// What a declared input file holds and how to read it.
public struct InputSchema: Sendable, Hashable, Codable {
  /// What a row stands for.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// A person at a snapshot date.
    case snapshots
    /// Something that happened to a person on a date.
    case events
    /// An application to a requisition, with the furthest stage it reached.
    case applications
    /// A person's enrolment in a training course.
    case training
    /// A person at a snapshot date, with the skills that are recorded.
    case skills
    /// A vacancy.
    case vacancies
  }

  /// The identifier, unique in the configuration, for example `employees`.
  public let id: String
  /// What a row stands for.
  public let kind: Kind
  /// Where the file is.
  public let path: String
  /// How the text is written.
  public let format: TextFormat
  /// The columns that are declared.
  ///
  /// A column of the file that is not declared is an error.
  public let columns: [ColumnSchema]
  /// Attributes made from other columns.
  public let derivedAttributes: [DerivedAttribute]
  /// Measures made from other columns.
  public let derivedMeasures: [DerivedMeasure]
  /// The fingerprint of the header the mapping was made for, where one was stored.
  public let headerFingerprint: String?

  /// Makes a schema.
  public init(
    id: String, kind: Kind, path: String, format: TextFormat = TextFormat(),
    columns: [ColumnSchema], derivedAttributes: [DerivedAttribute] = [],
    derivedMeasures: [DerivedMeasure] = [], headerFingerprint: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.path = path
    self.format = format
    self.columns = columns
    self.derivedAttributes = derivedAttributes
    self.derivedMeasures = derivedMeasures
    self.headerFingerprint = headerFingerprint
  }

  /// Every attribute a query may name: the columns' own and the derived ones.
  public var attributes: [Attribute] {
    columns.compactMap { column in
      if case .attribute(let attribute) = column.role { return attribute.attribute }
      return nil
    } + derivedAttributes.map(\.attribute)
  }
}

/// How a text file is written.
///
/// What is `nil` is detected.
public struct TextFormat: Sendable, Hashable, Codable {
  /// The character encoding.
  public enum Encoding: String, Sendable, Hashable, Codable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
  }

  /// The character encoding; detected from the byte order mark and the bytes if `nil`.
  public var encoding: Encoding?
  /// The character between fields: `,` `;` tab or `|`; detected if `nil`.
  public var delimiter: String?
  /// Lines above the header that are not data (titles).
  public var skipRows: Int
  /// Lines the header takes; 0 where columns are declared by position.
  public var headerRows: Int
  /// Lines at the end that are not data (totals, notes).
  public var footerRows: Int
  /// Field texts that mean the field is empty, besides the empty text.
  public var missing: [String]

  /// Makes a format; everything is detected or plain by default.
  public init(
    encoding: Encoding? = nil, delimiter: String? = nil, skipRows: Int = 0, headerRows: Int = 1,
    footerRows: Int = 0, missing: [String] = []
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.skipRows = skipRows
    self.headerRows = headerRows
    self.footerRows = footerRows
    self.missing = missing
  }
}
