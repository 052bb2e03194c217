import Disclosure
import Documents
import Estimates
import SVGCharts

/// How people are protected, rule by rule.
struct ProtectionBlocks {
  let writer: SectionWriter

  var blocks: [Block] {
    let summary = writer.release.summary
    guard summary.audience != "already-published" else {
      return [.paragraph([.text("These figures are public already; nothing is hidden.")])]
    }
    let threshold = writer.format.people(summary.threshold)
    let attackers = Attackers.sentences(
      summary.attackers, threshold: threshold, isAudited: writer.context.isAudited)
    let rules: [(String, String?)] = [
      (
        "Smallest group",
        "Groups of fewer than \(threshold) people are not shown, nor the pay of fewer than "
          + "\(writer.format.people(summary.payThreshold))."
      ),
      (
        "Merging and hiding",
        "Small groups are merged before any is hidden, and more is hidden where a number could be "
          + "worked out from others."
      ),
      (
        "Pay",
        "Medians of pay, and the gaps between them, are taken of pay rounded to three digits, so "
          + "that none is what one person gets."
      ),
      ("How much is hidden", counts(summary)),
      ("Protected against", attackers.first), ("Audit", attackers.dropFirst().first),
      ("Scope", scope),
    ]
    return [
      .definitions(
        rules.compactMap { term, meaning in
          meaning.map { Definition(term: term, meaning: [.text($0)]) }
        })
    ]
  }

  private func counts(_ summary: DisclosureSummary) -> String {
    let hidden =
      summary.hidden == 1
      ? "One place in the tables is hidden."
      : "\(writer.format.people(summary.hidden)) places in the tables are hidden."
    guard summary.rolledUp > 0 else { return hidden }
    return hidden
      + (summary.rolledUp == 1
        ? " One table is shown with merged groups."
        : " \(writer.format.people(summary.rolledUp)) tables are shown with merged groups.")
  }

  /// What is protected together; the configuration's short form, said in full.
  private var scope: String? {
    writer.context.privacyScope.map { scope in
      scope.contains("within this release")
        ? "People are protected within this release; what other releases show is not taken into "
          + "account."
        : "People are " + scope + "."
    }
  }
}
