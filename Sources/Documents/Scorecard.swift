/// Measures with their value now, a year ago, verdict and target; at most eight on one side.
public struct Scorecard: Hashable, Sendable {
  /// One measure.
  public struct Row: Hashable, Sendable {
    /// The measure, for example `Women in the top two levels`.
    public let measure: String
    /// A second, muted line: the base or the interval.
    public let detail: String?
    /// The value now.
    public let now: TableCell
    /// The value a year ago.
    public let before: TableCell
    /// The verdict, where there is one.
    public let verdict: VerdictBadge?
    /// The target, where there is one.
    public let target: TableCell

    /// Makes a row.
    public init(
      measure: String, detail: String? = nil, now: TableCell, before: TableCell = .empty,
      verdict: VerdictBadge? = nil, target: TableCell = .empty
    ) {
      self.measure = measure
      self.detail = detail
      self.now = now
      self.before = before
      self.verdict = verdict
      self.target = target
    }
  }

  /// The headings of the five columns.
  public struct Headings: Hashable, Sendable {
    /// Over the measures.
    public let measure: String
    /// Over the values now.
    public let now: String
    /// Over the values a year ago.
    public let before: String
    /// Over the verdicts.
    public let verdict: String
    /// Over the targets.
    public let target: String

    /// Makes headings.
    public init(
      measure: String = "Measure", now: String = "Now", before: String = "A year ago",
      verdict: String = "Verdict", target: String = "Target"
    ) {
      self.measure = measure
      self.now = now
      self.before = before
      self.verdict = verdict
      self.target = target
    }
  }

  /// An identifier, unique in the document.
  public let id: String
  /// What the scorecard shows.
  public let caption: String
  /// The headings of the columns.
  public let headings: Headings
  /// The rows, in declared order.
  public let rows: [Row]
  /// Sentences under the scorecard.
  public let notes: [String]

  /// Makes a scorecard.
  public init(
    id: String, caption: String, headings: Headings = Headings(), rows: [Row],
    notes: [String] = []
  ) {
    self.id = id
    self.caption = caption
    self.headings = headings
    self.rows = rows
    self.notes = notes
  }
}

/// One large number of a strip.
public struct KeyFigure: Hashable, Sendable {
  /// What the number is, for example `Women at every level`.
  public let label: String
  /// The number, already formatted.
  public let value: String
  /// A line under the number: its change and base.
  public let detail: String?
  /// The verdict, where there is one.
  public let verdict: VerdictBadge?

  /// Makes a key figure.
  public init(label: String, value: String, detail: String? = nil, verdict: VerdictBadge? = nil) {
    self.label = label
    self.value = value
    self.detail = detail
    self.verdict = verdict
  }
}
