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
      return [.paragraph([.text(writer.explanation(.alreadyPublic))])]
    }
    let threshold = writer.format.people(summary.threshold)
    let attackers = Attackers.sentences(
      summary.attackers, threshold: threshold, isAudited: writer.context.isAudited,
      in: writer.catalogue)
    let rules: [(Label, String?)] = [
      (
        .smallestGroup,
        writer.explanation(
          .smallGroups,
          ["threshold": threshold, "pay": writer.format.people(summary.payThreshold)])
      ),
      (.mergingAndHiding, writer.explanation(.merging)),
      (.pay, writer.explanation(.roundedMedians)), (.howMuchIsHidden, counts(summary)),
      (.protectedAgainst, attackers.first), (.audit, attackers.dropFirst().first),
      (.scope, scope),
    ]
    return [
      .definitions(
        rules.compactMap { term, meaning in
          meaning.map { Definition(term: writer.label(term), meaning: [.text($0)]) }
        })
    ]
  }

  private func counts(_ summary: DisclosureSummary) -> String {
    let hidden = writer.explanation(
      .placesHidden, ["number": writer.format.people(summary.hidden)])
    guard summary.rolledUp > 0 else { return hidden }
    return hidden + " "
      + writer.explanation(.tablesMerged, ["number": writer.format.people(summary.rolledUp)])
  }

  /// What is protected together; the configuration's short form, said in full.
  private var scope: String? {
    writer.context.privacyScope.map { scope in
      if scope.contains("within this release") { return writer.explanation(.withinRelease) }
      if scope.contains("ledger") { return writer.explanation(.withLedger) }
      return writer.context.language.isEnglish ? "People are " + scope + "." : scope
    }
  }
}
