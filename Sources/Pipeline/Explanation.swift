import Configuration
import DataSources
import Estimates
import Inference

/// What a code or an identifier means.
public enum Explanation {
  /// The lines to print; `nil` if nothing is called that.
  public static func lines(for subject: String) -> [String]? {
    if let card = method(subject) {
      return ([card.title, card.formula, card.range] + card.assumptions + [card.source])
        .filter { !$0.isEmpty } + otherPrograms(subject, card)
    }
    if let text = ProblemCatalogue.explanation(of: subject) { return ["\(subject): \(text)"] }
    if let text = ConfigurationProblem.meaning(of: subject) { return ["\(subject): \(text)"] }
    if let text = RunProblemCatalogue.explanation(of: subject) { return ["\(subject): \(text)"] }
    if let text = ComparisonProblem.explanation(of: subject) { return ["\(subject): \(text)"] }
    if let text = PoolProblem.explanation(of: subject) { return ["\(subject): \(text)"] }
    if let verdict = Verdict(rawValue: subject) { return ["\(subject): \(meaning(verdict))"] }
    return nil
  }

  /// The method with an identifier, or the first whose identifier begins with it.
  private static func method(_ subject: String) -> MethodCard? {
    MethodCatalogue.card(subject)
      ?? MethodCatalogue.all.first { $0.id.hasPrefix(subject + "-") }
  }

  /// What other programs print for the same data, for a method or its variant.
  private static func otherPrograms(_ subject: String, _ card: MethodCard) -> [String] {
    let known = MethodCatalogue.card(subject) != nil
    let comparisons = PeerCrosswalk.comparisons(of: known ? subject : card.id)
    return comparisons.isEmpty ? [] : ["Other programs:"] + comparisons.map { "  " + $0.line }
  }

  private static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .clearGap:
      "the adjusted test excludes parity and the whole interval lies outside the practical band"
    case .gapSizeUncertain:
      "the adjusted test excludes parity, but the interval crosses an edge of the practical band"
    case .smallGap:
      "the adjusted test excludes parity, but the whole interval lies inside the practical band"
    case .aboutTheSame:
      "parity is not excluded and the whole interval lies inside the practical band"
    case .tooUncertain:
      "parity is not excluded, and the interval reaches beyond the practical band"
    case .notReported: "hidden to protect people, no data, or not a comparison that can be made"
    }
  }
}
