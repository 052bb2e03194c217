public import Estimates

/// What is different since an earlier report, as places of the release being written.
///
/// A section prints labels and present numbers from its own release, so it can say nothing that the
/// release does not publish. Numbers and verdicts of the earlier report are given here where both
/// publish them.
public struct ReleaseChanges: Hashable, Sendable {
  /// How a verdict changed.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A gap now; before there was none, or no verdict.
    case new
    /// A gap before; about the same now.
    case resolved
    /// Another verdict.
    case changed
  }

  /// A verdict that changed.
  public struct VerdictChange: Hashable, Sendable {
    /// How it changed.
    public let kind: Kind
    /// The position of the exhibit in the release, from 0.
    public let exhibit: Int
    /// The row, from 0.
    public let row: Int
    /// The verdict before; `nil` where none was reported.
    public let before: Verdict?
    /// Whether the two verdicts were reached in different ways.
    public let isBreak: Bool

    /// Makes a change.
    public init(kind: Kind, exhibit: Int, row: Int, before: Verdict?, isBreak: Bool) {
      self.kind = kind
      self.exhibit = exhibit
      self.row = row
      self.before = before
      self.isBreak = isBreak
    }
  }

  /// A figure that both reports publish for one period and that was revised.
  public struct FigureChange: Hashable, Sendable {
    /// The position of the exhibit in the release, from 0.
    public let exhibit: Int
    /// The row, from 0.
    public let row: Int
    /// The column, from 0.
    public let column: Int
    /// The quarter or span of both numbers.
    public let period: String
    /// The number before; `nil` where the two cannot be compared.
    public let before: Double?

    /// Makes a change.
    public init(exhibit: Int, row: Int, column: Int, period: String, before: Double?) {
      self.exhibit = exhibit
      self.row = row
      self.column = column
      self.period = period
      self.before = before
    }
  }

  /// What changed besides verdicts and figures.
  public enum Subject: Hashable, Sendable {
    /// The version of the engine.
    case engine
    /// Who the report is made for.
    case audience
    /// The smallest group shown.
    case threshold
    /// The smallest group whose pay is shown.
    case payThreshold
    /// The multiples that counts are shown in.
    case rounding
    /// The confidence.
    case confidence
    /// How tests are adjusted for being several.
    case multiplicity
    /// The practical band of ratios.
    case bandOfRatios
    /// The practical band of differences of shares.
    case bandOfShares
    /// The practical band of pay gaps.
    case bandOfPay
    /// A method, by its name.
    case method(String)
    /// The groups that are compared.
    case groups
    /// What shares are of, or who leads.
    case note
    /// What a group is made of.
    case members(String)
    /// The levels of an attribute, by its identifier.
    case levels(String)
  }

  /// A rule, method or definition that changed.
  public struct MethodChange: Hashable, Sendable {
    /// What changed.
    public let subject: Subject
    /// How it was; `nil` where no word is needed.
    public let before: String?
    /// How it is.
    public let now: String?
    /// How many tables it concerns; `nil` for all.
    public let tables: Int?

    /// Makes a change.
    public init(subject: Subject, before: String?, now: String?, tables: Int?) {
      self.subject = subject
      self.before = before
      self.now = now
      self.tables = tables
    }
  }

  /// The quarter of the earlier report.
  public let period: String
  /// The verdicts that changed, in the order of the release.
  public let verdicts: [VerdictChange]
  /// The figures that were revised, in the order of the release.
  public let figures: [FigureChange]
  /// The methods that changed.
  public let methods: [MethodChange]
  /// How many places are hidden that were shown.
  public let newlyHidden: Int
  /// How many places are shown that were hidden.
  public let newlyShown: Int
  /// How many tables of the earlier report are not in this one.
  public let goneTables: Int
  /// How many tables are new.
  public let addedTables: Int

  /// Makes a list of changes.
  public init(
    period: String, verdicts: [VerdictChange], figures: [FigureChange], methods: [MethodChange],
    newlyHidden: Int, newlyShown: Int, goneTables: Int, addedTables: Int
  ) {
    self.period = period
    self.verdicts = verdicts
    self.figures = figures
    self.methods = methods
    self.newlyHidden = newlyHidden
    self.newlyShown = newlyShown
    self.goneTables = goneTables
    self.addedTables = addedTables
  }

  /// The same changes with quarters as a report's language writes them.
  func worded(_ wording: ExhibitWording) -> ReleaseChanges {
    ReleaseChanges(
      period: wording.period(period), verdicts: verdicts,
      figures: figures.map { change in
        FigureChange(
          exhibit: change.exhibit, row: change.row, column: change.column,
          period: wording.period(change.period), before: change.before)
      }, methods: methods, newlyHidden: newlyHidden, newlyShown: newlyShown,
      goneTables: goneTables, addedTables: addedTables)
  }

  /// How many verdicts changed in one way, without those that cannot be compared.
  func count(_ kind: Kind) -> Int { verdicts.count { $0.kind == kind && !$0.isBreak } }

  /// How many figures were revised, without those that cannot be compared.
  var revised: Int { figures.count { $0.before != nil } }
}
