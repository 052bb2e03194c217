/// Values as TOML writes them.
enum TOMLText {
  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// A key, in quotes where it needs them.
  static func key(_ key: String) -> String {
    let isBare =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    return isBare ? key : quoted(key)
  }

  /// A list of texts.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map { quoted($0) }.joined(separator: ", ") + "]"
  }

  /// Any value, on one line.
  static func value(_ node: ConfigurationNode) -> String {
    switch node.value {
    case .text(let text): quoted(text)
    case .whole(let number): "\(number)"
    case .fraction(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .day(let day): day
    case .time: quoted("")
    case .list(let elements): "[" + elements.map { value($0) }.joined(separator: ", ") + "]"
    case .table(let entries):
      entries.isEmpty
        ? "{}"
        : "{ " + entries.map { "\(key($0.key)) = \(value($0.node))" }.joined(separator: ", ") + " }"
    }
  }
}
