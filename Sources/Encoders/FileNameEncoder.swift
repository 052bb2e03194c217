/// Makes a file's name of a text, the same on every system: letters, digits and hyphens, starting with
/// a letter, never a path and never a device.
public enum FileNameEncoder {
  /// The most characters of a name without its ending.
  static let mostCharacters = 100

  /// The name without its ending.
  ///
  /// A name that would be too long is cut and ends in a digest of the whole text.
  public static func name(_ text: String) -> String {
    let name = SVGEncoder.identifier(text)
    if devices.contains(name.lowercased()) { return "f-" + name }
    guard name.utf8.count > mostCharacters else { return name }
    return String(name.prefix(mostCharacters - 17)) + "-" + digest(text)
  }

  /// The digest FNV-1a of a text's UTF-8 bytes in sixteen hexadecimal digits, which tells names apart
  /// and protects nothing.
  public static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Names some systems keep for devices.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
