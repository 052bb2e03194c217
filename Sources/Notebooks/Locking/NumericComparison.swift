import Foundation

/// Holds two texts against each other: words exactly, numbers within a tolerance.
///
/// Numbers may differ by machine in their last digits; nine significant digits count unless a cell
/// says otherwise.
struct NumericComparison {
  let tolerance: CellOptions.Tolerance

  /// Where two texts differ.
  struct Difference: Hashable {
    /// The line, 1 for the first.
    let line: Int
    /// The line of the first text; empty behind its end.
    let before: String
    /// The line of the second text.
    let after: String
    /// Whether the words are the same and only numbers differ.
    let isNumeric: Bool
  }

  /// The first difference; `nil` if there is none.
  func difference(_ before: String, _ after: String) -> Difference? {
    guard before != after else { return nil }
    let left = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let right = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in 0..<max(left.count, right.count) {
      let old = line < left.count ? left[line] : ""
      let new = line < right.count ? right[line] : ""
      guard line < left.count, line < right.count else {
        return Difference(line: line + 1, before: old, after: new, isNumeric: false)
      }
      let (isSame, isNumeric) = compare(old, new)
      if !isSame {
        return Difference(line: line + 1, before: old, after: new, isNumeric: isNumeric)
      }
    }
    return nil
  }

  private func compare(_ before: String, _ after: String) -> (isSame: Bool, isNumeric: Bool) {
    guard before != after else { return (true, true) }
    let left = Self.tokens(before)
    let right = Self.tokens(after)
    guard left.count == right.count else { return (false, false) }
    var isSame = true
    for (old, new) in zip(left, right) {
      switch (old, new) {
      case (.words(let old), .words(let new)):
        guard old == new else { return (false, false) }
      case (.number(let old), .number(let new)):
        if !isClose(old, new) { isSame = false }
      default: return (false, false)
      }
    }
    return (isSame, true)
  }

  private func isClose(_ old: Double, _ new: Double) -> Bool {
    switch tolerance {
    case .relative(let limit): abs(old - new) <= limit * max(abs(old), abs(new))
    case .absolute(let limit): abs(old - new) <= limit
    }
  }

  /// A piece of a line.
  private enum Token {
    case words(String)
    case number(Double)
  }

  /// Numbers with their sign, and what stands between them.
  private static func tokens(_ line: String) -> [Token] {
    let characters = Array(line.replacing("\u{2212}", with: "-"))
    var tokens: [Token] = []
    var words = ""
    var position = 0
    func isDigit(_ index: Int) -> Bool {
      index < characters.count && characters[index].isASCII && characters[index].isNumber
    }
    while position < characters.count {
      let isSigned = characters[position] == "-" && isDigit(position + 1)
      guard isDigit(position) || isSigned else {
        words.append(characters[position])
        position += 1
        continue
      }
      var text = isSigned ? "-" : ""
      if isSigned { position += 1 }
      while position < characters.count {
        if isDigit(position) {
          text.append(characters[position])
        } else if characters[position] == ".", isDigit(position + 1), !text.contains(".") {
          text.append(".")
        } else if characters[position] == ",", isDigit(position + 1), isDigit(position + 2),
          isDigit(position + 3), !isDigit(position + 4), !text.contains(".")
        {
          // Commas between thousands.
        } else {
          break
        }
        position += 1
      }
      if position < characters.count, characters[position] == "e" || characters[position] == "E" {
        let sign = position + 1 < characters.count && "+-".contains(characters[position + 1])
        if isDigit(position + (sign ? 2 : 1)) {
          text.append("e")
          position += 1
          if sign {
            text.append(characters[position])
            position += 1
          }
          while isDigit(position) {
            text.append(characters[position])
            position += 1
          }
        }
      }
      if !words.isEmpty { tokens.append(.words(words)) }
      words = ""
      tokens.append(Double(text).map(Token.number) ?? .words(text))
    }
    if !words.isEmpty { tokens.append(.words(words)) }
    return tokens
  }
}
