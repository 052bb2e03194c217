import Aggregates
import Estimates

/// People to whom something happened.
enum FlowPopulation: String, Sendable {
  case hires
  case exits
  case promotions

  /// The level of the `event` attribute.
  var event: String {
    switch self {
    case .hires: "Hire"
    case .exits: "Exit"
    case .promotions: "Promotion"
    }
  }

  /// The name of the count in a column heading.
  var title: String {
    switch self {
    case .hires: "Hires"
    case .exits: "Exits"
    case .promotions: "Promotions"
    }
  }

  /// The events of this kind, without the `event` attribute.
  func cells(_ events: CellTable) -> CellTable { events.slice("event", event) }

  /// Everyone to whom it happened in a quarter or window.
  func key(_ period: String) -> CellKey {
    CellKey(rawValue, WorkforceTables.conditions(period))
  }
}
