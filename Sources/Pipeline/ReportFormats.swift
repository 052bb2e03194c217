/// Which forms of a report are written; `results.json` and the manifest always are.
public struct ReportFormats: Sendable, Hashable {
  /// A form.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// `report.md` and `leadership.md` with their figures.
    case markdown = "md"
    /// `report.html` and `leadership.html`.
    case html
    /// A file for every table of the full report, linked under it.
    case csv
    /// `report.pdf` and `leadership.pdf`, printed by an installed Chromium.
    case pdf
  }

  /// What is written when nothing is asked for.
  public static let standard = ReportFormats([.markdown, .html, .csv])

  /// The forms, each once.
  public let forms: Set<Form>

  /// Names forms.
  public init(_ forms: [Form]) { self.forms = Set(forms) }

  /// Reads forms with commas between them.
  ///
  /// - Throws: a failure (usage) for a word that is none, with the forms there are.
  public init(_ text: String) throws(RunFailure) {
    var forms: [Form] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = word.drop { $0 == " " }
      guard let form = Form(rawValue: String(name)) else {
        throw RunFailure(
          .usage,
          [
            "error U104 --format has a form that is not known",
            "  fix: write some of " + Form.allCases.map(\.rawValue).joined(separator: ",")
              + " with commas between them",
          ])
      }
      forms.append(form)
    }
    self.init(forms)
  }

  func has(_ form: Form) -> Bool { forms.contains(form) }
}
