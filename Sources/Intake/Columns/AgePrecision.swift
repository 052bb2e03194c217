/// How exact the levels of an age are.
public struct AgePrecision: Sendable, Hashable {
  /// Levels that are one age, such as `34`.
  public let singleYears: Int
  /// Levels that begin above 90: so few people are that old that the level names them.
  public let above90: Int

  /// Reads the labels of an attribute's levels.
  public init(labels: [String]) {
    var single = 0
    var above = 0
    for label in labels {
      let numbers = label.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      guard let lowest = numbers.min() else { continue }
      if numbers.count == 1, label.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == " ") }) {
        single += 1
      }
      if lowest > 90 { above += 1 }
    }
    singleYears = single
    above90 = above
  }

  /// Whether ages are in bands and the oldest are together.
  public var isCoarse: Bool { singleYears < 2 && above90 == 0 }

  /// Whether the words of a header say that a column holds ages, or years of birth.
  public static func isAge(words: [String]) -> Bool {
    let ages: Set<String> = ["age", "ages", "alter", "edad", "leeftijd", "eta"]
    let births: Set<String> = ["birth", "geburt", "nacimiento", "naissance", "birthyear", "yob"]
    return words.contains { ages.contains($0) || births.contains($0) }
  }
}
