/// Text on one line without characters that act: the first step of every encoder.
///
/// Line breaks, tabs and other white space become one space; control characters, bidirectional
/// controls, invisible tags and noncharacters are left out. Joiners that scripts need are kept.
public enum InertText {
  /// The text on one line, without acting characters.
  public static func line(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isBreak(scalar) {
        scalars.append(" ")
      } else if !isActing(scalar) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isActing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: (scalar.value & 0xFFFE) == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
  }
}
