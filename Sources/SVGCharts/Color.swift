import Foundation

/// An opaque colour of the sRGB space, eight bits a channel.
public struct Color: Hashable, Sendable {
  /// Red, green and blue, 0 to 255.
  let channels: [UInt8]

  /// Reads `#RRGGBB`; `nil` for anything else.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
    var value = 0
    for byte in digits {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value * 16 + digit
    }
    channels = [value >> 16, (value >> 8) & 255, value & 255].map(UInt8.init)
  }

  /// The colour as `#RRGGBB` in capitals.
  public var text: String {
    "#"
      + channels.map { channel in
        let digits = String(channel, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// Red, green and blue as shares of light, 0 to 1: the sRGB curve undone (IEC 61966-2-1).
  var light: [Double] {
    channels.map { channel in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  /// The relative luminance of WCAG 2: 0.2126 R + 0.7152 G + 0.0722 B, 0 (black) to 1 (white).
  public var luminance: Double {
    let light = light
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }

  /// The contrast ratio of WCAG 2 with another colour: (lighter + 0.05) / (darker + 0.05), 1 to 21.
  ///
  /// Text needs 4.5, graphics 3.
  public func contrast(with other: Color) -> Double {
    let pair = [luminance, other.luminance].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }
}
