public import Aggregates

/// One declared column of a file.
public struct ColumnSchema: Sendable, Hashable, Codable {
  /// Where the column is.
  public enum Place: Sendable, Hashable, Codable {
    /// The column with this header (compared after trimming, exactly otherwise).
    case header(String)
    /// The column at this position, 1 for the first.
    case position(Int)
  }

  /// Where the column is.
  public let place: Place
  /// What the column is for.
  public let role: Role

  /// Makes a column.
  public init(_ place: Place, _ role: Role) {
    self.place = place
    self.role = role
  }

  /// What a column is for.
  public enum Role: Sendable, Hashable, Codable {
    /// A pseudonym: `person_id`, `application_id`, `requisition_id`, `vacancy_id`. Never printed, never counted by.
    case key(String)
    /// A categorical property of people.
    case attribute(AttributeColumn)
    /// An amount.
    case measure(NumberColumn)
    /// A date, for derived attributes.
    case date(DateColumn)
    /// How many people the row stands for, in files of counts.
    case count
    /// Declared so that it is known, and never read.
    case drop
  }
}

/// How the texts of a column become levels of an attribute.
public struct AttributeColumn: Sendable, Hashable, Codable {
  /// What to do with the several answers of a field.
  public struct MultipleAnswers: Sendable, Hashable, Codable {
    /// The text between answers, for example `;`.
    public let separator: String
    /// The label of the level of people with two or more answers.
    public let level: String
    /// The label of a level that is passed over beside an answer of another level, so that it is left
    /// to people who have no other; `nil` for none.
    public let passedOver: String?

    /// Makes a rule.
    public init(separator: String, level: String, passedOver: String? = nil) {
      self.separator = separator
      self.level = level
      self.passedOver = passedOver
    }
  }

  /// The attribute, with all its levels in order.
  public let attribute: Attribute
  /// Field text to level label.
  ///
  /// Texts are trimmed before they are looked up.
  public let labels: [String: String]
  /// What to do with several answers in one field.
  public let multipleAnswers: MultipleAnswers?

  /// Makes a column.
  ///
  /// Level labels that are themselves field texts need no entry in `labels`.
  public init(
    attribute: Attribute, labels: [String: String] = [:], multipleAnswers: MultipleAnswers? = nil
  ) {
    self.attribute = attribute
    self.labels = labels
    self.multipleAnswers = multipleAnswers
  }
}

/// How the texts of a column become amounts.
public struct NumberColumn: Sendable, Hashable, Codable {
  /// The measure's identifier.
  public let id: String
  /// The title a reader sees.
  public let title: String
  /// The unit as printed, for example `USD/year`.
  public let unit: String
  /// The character before the decimals.
  public let decimalSeparator: String
  /// The character between thousands, where there is one.
  public let groupSeparator: String?
  /// Decimals kept; a field with more is an error.
  public let scale: Int
  /// The smallest amount that is believed.
  public let minimum: Double?
  /// The largest amount that is believed.
  public let maximum: Double?

  /// Makes a column.
  public init(
    id: String, title: String, unit: String, decimalSeparator: String = ".",
    groupSeparator: String? = nil, scale: Int = 2, minimum: Double? = nil, maximum: Double? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    self.scale = scale
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// How the texts of a column become dates.
public struct DateColumn: Sendable, Hashable, Codable {
  /// The column's identifier, for example `snapshot_date`.
  public let id: String
  /// The pattern: `yyyy`, `MM`, `dd`, `M`, `d`, and any other character as itself; text after a
  /// space in the field (`1/10/1999 0:00`) is allowed only if the pattern has it (`M/d/yyyy H:mm`).
  public let format: String

  /// Makes a column.
  public init(id: String, format: String = "yyyy-MM-dd") {
    self.id = id
    self.format = format
  }
}

/// An attribute made from a date column.
public struct DerivedAttribute: Sendable, Hashable, Codable {
  /// How it is made.
  public enum Rule: Sendable, Hashable, Codable {
    /// The quarter of the date; levels are the quarters of interest (`2025Q3`), and rows outside
    /// them are left out of queries that name the attribute. The fiscal year starts in this month
    /// (1 for calendar quarters); a fiscal quarter is named after the year it ends in.
    case quarter(firstMonth: Int)
    /// Completed years from the date to a fixed day, cut into bands: level i holds
    /// `lowerBounds[i] <= years < lowerBounds[i + 1]`.
    case completedYears(onDay: String, lowerBounds: [Int])
  }

  /// The attribute, with its levels in order.
  public let attribute: Attribute
  /// The date column's identifier.
  public let date: String
  /// How the attribute is made.
  public let rule: Rule

  /// Makes a derived attribute.
  public init(attribute: Attribute, date: String, rule: Rule) {
    self.attribute = attribute
    self.date = date
    self.rule = rule
  }
}

/// A measure made by dividing one number column by another.
///
///     value = numerator / (factor · denominator), rounded half away from zero to `scale` decimals
///
/// for example `hourly_pay = annual_rate / (52 · weekly_hours)`. Division is exact up to the
/// rounding. A row without either number, or with a denominator of zero, has no value.
public struct DerivedMeasure: Sendable, Hashable, Codable {
  /// The measure's identifier.
  public let id: String
  /// The title a reader sees.
  public let title: String
  /// The unit as printed.
  public let unit: String
  /// The numerator's column identifier.
  public let numerator: String
  /// The denominator's column identifier.
  public let denominator: String
  /// A whole number the denominator is multiplied by.
  public let factor: Int
  /// Decimals kept.
  public let scale: Int

  /// Makes a derived measure.
  public init(
    id: String, title: String, unit: String, numerator: String, denominator: String, factor: Int,
    scale: Int
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.numerator = numerator
    self.denominator = denominator
    self.factor = factor
    self.scale = scale
  }
}
