import Disclosure
import Estimates
import Findings

/// Where a gap in training arises, and what a person who got through cost, in words.
extension SectionWriter {
  /// What each step adds, and where most of the gap arises: `At the end there are about 10 … fewer
  /// than at the rate for …. Of these, about 10 at Completed. Most of the gap arises between Started
  /// and Completed.` `nil` where less than one person is missing or too many.
  ///
  /// A step carries most of a gap where it has more than half of the people, and the gap is no
  /// chance where the whole way says so or the step is itself judged a gap, as `judged` tells.
  func trainingGapSentence(_ published: PublishedExhibit, judged: [Finding]) -> String? {
    let arises = gapArises(published, judged)
    guard let parts = attributionSentence(published, caveat: arises == nil) else { return nil }
    return [parts, arises].compactMap(\.self).joined(separator: " ")
  }

  private func gapArises(_ published: PublishedExhibit, _ judged: [Finding]) -> String? {
    guard let (stages, total) = parts(published),
      let step = stages.firstIndex(where: { $0.people / total > 0.5 }),
      let first = firstStage(published)
    else { return nil }
    let isWhole = !isUnstable(published)
    guard isWhole || judged.contains(where: { $0.row == step && $0.isGap }) else { return nil }
    return text(
      isWhole ? .gapArises : .gapArisesAtStep,
      ["from": step == 0 ? first : stages[step - 1].label, "to": stages[step].label])
  }

  /// The stage everyone enters by: what the label of the whole way begins with.
  private func firstStage(_ published: PublishedExhibit) -> String? {
    guard let total = published.exhibit.rows.last else { return nil }
    let template = Template(catalogue.term(.fromTo, [("first", "{first}"), ("last", "{last}")]))
    return template.values(in: total.label)?.first { $0.name == "first" }?.value
  }

  /// `Credentialed: $2,648 for each person who got there among Hispanic or Latino learners (95%
  /// confidence interval …), $2,048 among White learners.` `nil` where an amount is not shown.
  func costSentence(_ published: PublishedExhibit) -> String? {
    guard let row = published.exhibit.rows.indices.last, let focal = published.exhibit.focal,
      let reference = published.exhibit.reference,
      let focalAmount = money(published, row: row, column: "focal_amount"),
      let referenceAmount = money(published, row: row, column: "reference_amount"),
      let interval = published.entry(row: row, column: "focal_amount").estimate?.interval
    else { return nil }
    let people = people(published.exhibit.kind)
    return text(
      .costOfStep,
      [
        "step": published.exhibit.rows[row].label, "focalAmount": focalAmount,
        "focal": names.plural(focal, people), "confidence": confidence,
        "interval": printed(interval, .amount), "referenceAmount": referenceAmount,
        "reference": names.plural(reference, people),
      ])
  }
}
