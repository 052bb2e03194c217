public import Estimates

/// Hill numbers over a grid of orders, with a band.
///
/// A line that never rises: at order 0 the number of categories with anybody, falling towards
/// 1 / the largest share. A steep line means that a few categories hold most people; where the
/// lines of two groups cross, which is the more diverse depends on the order. The band is of
/// intervals for each order alone, as `HillNumber` makes them.
/// - Source: Hill (1973), Ecology 54, 427-432; Chao, Chiu and Jost (2014), Annual Review of
///   Ecology, Evolution, and Systematics 45, 297-324.
public struct HillProfile: CataloguedMethod {
  /// The orders, in increasing order.
  public let orders: [HillOrder]
  /// The nominal coverage of the interval of each order.
  public let level: Double

  /// Makes the method; without orders they are 0, 0.25, …, 4.
  public init(
    orders: [HillOrder] = (0...16).compactMap { HillOrder(Double($0) / 4) }, level: Double = 0.95
  ) {
    self.orders = orders
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hill-profile", title: "Profile of Hill numbers",
    formula: "(sum p^q)^(1 / (1 - q)) over a grid of orders q",
    range: "1 to the number of categories with anybody; never rises with the order",
    assumptions: HillNumber.card.assumptions + [
      "The band covers each order at its level, not all of them together."
    ],
    source: "Hill (1973), Ecology 54, 427-432; Chao, Chiu and Jost (2014), Annual Review of "
      + "Ecology, Evolution, and Systematics 45, 297-324")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "orders \(orders.map(\.words).joined(separator: " ")), plug-in, delta method, "
        + "pointwise " + ConfidenceLevel.words(level))
  }

  /// One order of a profile.
  public struct Point: Hashable, Sendable {
    /// The order.
    public let order: HillOrder
    /// The Hill number with its interval, or why there is none.
    public let number: Outcome
  }

  /// The Hill number of each order.
  public func callAsFunction(_ categories: CategoryCounts) -> [Point] {
    orders.map { Point(order: $0, number: HillNumber(order: $0, level: level)(categories)) }
  }
}
