/// Makes text inert on a terminal and in a log: one line, no escape sequences, no reordering.
public enum TerminalEncoder {
  /// Text within a line.
  public static func text(_ text: String) -> String {
    InertText.line(withoutSequences(text))
  }

  /// Leaves out escape sequences with their parameters, so that nothing of them is printed.
  private static func withoutSequences(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar.value {
      case 0x1B:
        guard let kind = scalars.next() else { break }
        switch kind {
        case "[": skipControlSequence(&scalars)
        case "]", "P", "X", "^", "_": skipString(&scalars)
        default: break
        }
      case 0x9B: skipControlSequence(&scalars)
      case 0x90, 0x98, 0x9D, 0x9E, 0x9F: skipString(&scalars)
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Up to the final byte of a control sequence.
  private static func skipControlSequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
    while let scalar = scalars.next(), !(0x40...0x7E).contains(scalar.value) {}
  }

  /// Up to the end of a control string: BEL, ST or a line's end, which a string cannot hold.
  private static func skipString(_ scalars: inout String.UnicodeScalarView.Iterator) {
    while let scalar = scalars.next() {
      if [0x07, 0x9C, 0x0A, 0x0D].contains(scalar.value) { return }
      if scalar.value == 0x1B {
        _ = scalars.next()
        return
      }
    }
  }
}
