public import Estimates

extension CellKey {
  /// Reads the name of a cell as a release writes it, for example
  /// `workforce[gender=Women, quarter=2025Q3]`; `nil` if it is none.
  ///
  /// Labels may hold commas and equals signs. A condition begins after a comma where an identifier
  /// and an equals sign follow and the identifier comes after the one before: conditions are sorted.
  public init?(archived text: String) {
    let bytes = Array(text.utf8)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), open > 0,
      bytes.last == UInt8(ascii: "]"), CellKey.isIdentifier(bytes[..<open])
    else { return nil }
    var conditions: [Condition] = []
    var name: ArraySlice<UInt8>?
    var start = open + 1
    let end = bytes.count - 1
    if start < end {
      guard let first = CellKey.attribute(of: bytes[start..<end]) else { return nil }
      name = first
      start = first.endIndex + 1
    }
    var position = start
    while let attribute = name {
      let follows = position + 2 <= end && bytes[position..<(position + 2)].elementsEqual(", ".utf8)
      let next = follows ? CellKey.attribute(of: bytes[(position + 2)..<end]) : nil
      if let next, attribute.lexicographicallyPrecedes(next) {
        conditions.append(CellKey.condition(attribute, bytes[start..<position]))
        name = next
        start = next.endIndex + 1
        position = start
      } else if position == end {
        conditions.append(CellKey.condition(attribute, bytes[start..<end]))
        name = nil
      } else {
        position += 1
      }
    }
    self.init(String(decoding: bytes[..<open], as: UTF8.self), conditions)
    guard self.conditions.allSatisfy({ !$0.level.isEmpty }), description == text,
      self.conditions.count <= CellKey.mostConditions
    else { return nil }
  }

  /// The most conditions of a name that is read; every subset of them names a whole.
  private static let mostConditions = 8

  private static func condition(
    _ attribute: ArraySlice<UInt8>, _ level: ArraySlice<UInt8>
  ) -> Condition {
    Condition(String(decoding: attribute, as: UTF8.self), String(decoding: level, as: UTF8.self))
  }

  /// The identifier before the first equals sign, where the bytes begin with one.
  private static func attribute(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = bytes[bytes.startIndex..<equals]
    return isIdentifier(name) ? name : nil
  }

  private static func isIdentifier(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
