#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The base of the logarithm of an index of information, which fixes its unit.
public enum LogarithmBase: String, Codable, Hashable, Sendable, CaseIterable {
  /// Natural logarithms; the unit is the nat.
  case natural
  /// Logarithms to the base 2; the unit is the bit.
  case two
  /// Logarithms to the base 10; the unit is the ban.
  case ten

  /// How many nats one unit has.
  var nats: Double {
    switch self {
    case .natural: 1
    case .two: log(2)
    case .ten: log(10)
    }
  }

  /// The unit as it is printed.
  var words: String {
    switch self {
    case .natural: "natural logarithm (nats)"
    case .two: "logarithm to base 2 (bits)"
    case .ten: "logarithm to base 10 (bans)"
    }
  }
}
