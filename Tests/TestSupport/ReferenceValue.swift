import Foundation

/// One number another program computed, with the named arguments it was computed from.
///
/// Reference files have the columns method, case, arguments, quantity and value; arguments are
/// `name=value` pairs with semicolons between them.
public struct ReferenceValue: Sendable, CustomStringConvertible {
  /// Why a line or an argument could not be read.
  public struct Problem: Error {
    /// What was wrong.
    public let text: String
  }

  /// The method's type name.
  public let method: String
  /// The case's identifier.
  public let id: String
  /// The arguments as written, by name.
  public let arguments: [String: String]
  /// Which number of the method's result it is.
  public let quantity: String
  /// The number.
  public let value: Double

  /// The values of one method in a reference file of the project.
  public static func read(_ path: String, method: String) throws -> [ReferenceValue] {
    let text = try String(contentsOf: ProjectFolder.file(path), encoding: .utf8)
    let values = try text.split(separator: "\n").dropFirst()
      .filter { $0.hasPrefix(method + ",") }.map { try ReferenceValue(line: $0) }
    guard !values.isEmpty else { throw Problem(text: "\(path) has no values of \(method)") }
    return values
  }

  private init(line: Substring) throws {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5, let value = Double(fields[4].filter { $0 != " " }) else {
      throw Problem(text: "unreadable line: \(line)")
    }
    method = fields[0]
    id = fields[1]
    var arguments: [String: String] = [:]
    for pair in fields[2].split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw Problem(text: "unreadable argument: \(pair)") }
      arguments[String(parts[0])] = String(parts[1])
    }
    self.arguments = arguments
    quantity = fields[3]
    self.value = value
  }

  /// An argument that is a number.
  public func number(_ name: String) throws -> Double {
    guard let text = arguments[name], let number = Double(text) else {
      throw Problem(text: "\(self) has no number \(name)")
    }
    return number
  }

  /// An argument that is a whole number.
  public func whole(_ name: String) throws -> Int {
    guard let number = Int(exactly: try number(name)) else {
      throw Problem(text: "\(self) has no whole number \(name)")
    }
    return number
  }

  /// An argument that is a list of whole numbers with spaces between them.
  public func wholes(_ name: String) throws -> [Int] {
    let words = (arguments[name] ?? "").split(separator: " ")
    let numbers = words.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.count == words.count else {
      throw Problem(text: "\(self) has no whole numbers \(name)")
    }
    return numbers
  }

  /// The method, the case and the quantity, as a failing test names them.
  public var description: String { "\(method) \(id) \(quantity)" }
}
