public import Aggregates
public import Estimates

/// Why each place is hidden: for the operator of the run, never for its readers.
///
/// It names cells and reasons, so it is as confidential as the data. Nothing of it reaches a
/// release.
public struct PlanLog: Sendable, CustomStringConvertible {
  /// One hidden cell.
  public struct HiddenCell: Sendable, Hashable {
    /// The cell.
    public let cell: CellKey
    /// Why it is hidden.
    public let reason: String
  }

  /// One hidden statistic.
  public struct HiddenStatistic: Sendable, Hashable {
    /// The statistic's identifier.
    public let id: String
    /// Why it is hidden.
    public let reason: String
  }

  /// One exhibit that is shown on a coarser rung.
  public struct RolledUpExhibit: Sendable, Hashable {
    /// The exhibit's identifier.
    public let id: String
    /// The rung, counted from 0, the finest.
    public let rung: Int
  }

  /// The hidden cells, in the order of their names.
  public internal(set) var hiddenCells: [HiddenCell] = []
  /// The hidden statistics, in the order of the plan.
  public internal(set) var hiddenStatistics: [HiddenStatistic] = []
  /// The exhibits with merged levels, in the order of the plan.
  public internal(set) var rolledUp: [RolledUpExhibit] = []
  /// How many cells the plan has, shown or not.
  public internal(set) var cells = 0
  /// How many independent blocks they fall into.
  public internal(set) var blocks = 0
  /// How many cells hold fewer people than the threshold.
  public internal(set) var primaries = 0
  /// How many cells would tell what a whole group declared of a sensitive attribute.
  public internal(set) var givenAway = 0
  /// How many cells are hidden to protect those.
  public internal(set) var secondaries = 0
  /// How many cells the audit had hidden beyond those.
  public internal(set) var audited = 0
  /// How many cells are hidden to widen the limits of small ones.
  public internal(set) var widened = 0
  /// The width of the narrowest limits of a small count; `nil` where none has an upper limit.
  public internal(set) var narrowest: Int?
  /// The simplex iterations used.
  public internal(set) var iterations = 0
  /// How many hidden cells that the release has no place for were checked against the people in them.
  public internal(set) var insiders = 0
  /// For how many of these a linear program was solved.
  public internal(set) var insiderPrograms = 0
  /// Planned identities that the data miss, each by its first cell.
  public internal(set) var missedIdentities: [CellKey] = []

  /// The log as text, one line per fact.
  public var description: String {
    var lines = [
      "cells \(cells), blocks \(blocks)",
      "small \(primaries), alike \(givenAway), hidden to protect them \(secondaries), after the audit \(audited)",
      "to widen limits \(widened), narrowest \(narrowest.map(String.init) ?? "without limit"), "
        + "iterations \(iterations)",
      "insiders \(insiders), with a program \(insiderPrograms)",
    ]
    lines += rolledUp.map { "merged: \($0.id) is shown on rung \($0.rung)" }
    lines += missedIdentities.map { "identity missed by the data: \($0)" }
    lines += hiddenCells.map { "hidden: \($0.cell): \($0.reason)" }
    lines += hiddenStatistics.map { "hidden: \($0.id): \($0.reason)" }
    return lines.map(Self.oneLine).joined(separator: "\n") + "\n"
  }

  /// A label with a line break in it makes no line of its own.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }
}

/// A release, and why what is missing in it is missing.
public struct GateResult: Sendable {
  /// What readers may see.
  public let release: Release
  /// The operator's private log.
  public let log: PlanLog
  /// The counts below the threshold that have a place in the release: what a second audit of the
  /// release must not be able to narrow down.
  public let smallCounts: Confidential<[CellKey: Int]>

  /// The counts behind the release, for the ledger; confidential.
  package let counts: [CountBehind]
  /// The means behind the release, for the ledger; confidential.
  package let means: [MeanBehind]

  init(
    release: Release, log: PlanLog, smallCounts: Confidential<[CellKey: Int]>,
    counts: [CountBehind], means: [MeanBehind]
  ) {
    self.release = release
    self.log = log
    self.smallCounts = smallCounts
    self.counts = counts
    self.means = means
  }

  /// A count that an exhibit prints or a shown statistic is computed from.
  package struct CountBehind: Sendable {
    /// The people.
    package let cell: CellKey
    /// How many; `nil` where it is hidden.
    package let count: Int?
    /// The exhibit.
    package let exhibit: String
  }

  /// The amounts of people that a shown statistic of means is computed from.
  package struct MeanBehind: Sendable {
    /// The people.
    package let cell: CellKey
    /// The measure.
    package let measure: String
    /// How many have an amount.
    package let people: Int
    /// The sum, in quanta.
    package let sum: Int128
    /// The exhibit.
    package let exhibit: String
  }
}
