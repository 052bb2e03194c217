public import Estimates

/// Small count rounding: the small inner cells that make a published count small become 0 or the
/// base, and every published count is summed again.
///
/// It is a change of the data, not of the tables, so all tables add and agree. Only what is necessary
/// is changed: an inner cell from 1 to b - 1 is rounded where it is part of a published sum from 1 to
/// b - 1, and again where rounding made another sum small. No published sum from 1 to b - 1 is left.
///
/// Which cells go up is chosen to make the sum of squared deviations of the published sums small; at
/// equal sums of squares, the smaller change of all people together, then the smaller sum of squared
/// deviations relative to the true sums, then that of the inner cells, then the first identifiers.
///
/// 1. All necessary cells go to 0, and the best one at a time goes to b, while that helps; a second
///    start sends all to b and the best one at a time to 0.
/// 2. Cells are changed alone and swapped in pairs, one up and one down, until neither helps.
/// 3. Sums that became small make further cells necessary; from there again, until there are none.
///    The better of the two starts is kept.
///
/// The search ends, for each step lowers the criterion, but it may end above the least possible sum
/// of squares. Its cost is at most (steps) x (cells up) x (cells down) x (sums per cell), less what
/// bounds save. It is deterministic: the same counts give the same tables, so a cell shown twice
/// tells no more than shown once, but a change of one person may flip cells elsewhere.
///
/// A sum from 1 to b - 1 may remain *between* published sums: two of them may differ by a true small
/// count. Audit the outcome, or round all small cells.
///
/// - Source: Langsrud and Heldal (2018), An Algorithm for Small Count Rounding of Tabular Data (the
///   criterion and the necessary cells; the search is our own).
public struct SmallCountRounding: Hashable, Sendable {
  /// Which inner cells are rounded.
  public enum Scope: String, Hashable, Sendable, Codable {
    /// Those that make a published sum small.
    case necessary = "necessary small cells"
    /// All from 1 to b - 1.
    case allSmall = "all small cells"
  }

  /// The base, from 2 to 1,000.
  public let base: Int
  /// Which inner cells are rounded.
  public let scope: Scope

  /// Makes a method.
  ///
  /// - Throws: `small-count-base` where the base is not from 2 to 1,000.
  public init(base: Int, scope: Scope = .necessary) throws(PerturbationError) {
    guard (2...1_000).contains(base) else {
      throw PerturbationError(
        code: "small-count-base",
        message: "The rounding base is \(base). Choose one from 2 to 1,000, for example 5.")
    }
    self.base = base
    self.scope = scope
  }

  /// The method and its options.
  public var stamp: MethodStamp {
    MethodStamp(
      id: "small-count-rounding", title: "Small count rounding",
      convention: "\(scope.rawValue) to 0 or \(base); tables add",
      source: "Langsrud and Heldal 2018", inference: nil)
  }

  /// Rounds a system.
  public func callAsFunction(_ system: CountSystem) -> AdditiveRounding {
    let fromNone = SmallCountSearch(system: system, method: self, startsHigh: false)
    let fromAll = SmallCountSearch(system: system, method: self, startsHigh: true)
    let better = fromAll.criterion < fromNone.criterion ? fromAll : fromNone
    return AdditiveRounding(system: system, search: better, base: base)
  }
}
