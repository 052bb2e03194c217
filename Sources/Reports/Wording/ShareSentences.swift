import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Shares of a full count as sentences, with their change since a year ago where it is known.
extension SectionWriter {
  /// One share now and a year ago.
  struct ShareFact {
    let group: String
    let part: String?
    let share: Double
    let people: Int?
    let yearAgo: Double?
    let change: Double?
  }

  /// The share in a row of a representation exhibit.
  func shareFact(_ published: PublishedExhibit, row: Int, column: String) -> ShareFact? {
    guard published.exhibit.rows.indices.contains(row),
      let share = published.entry(row: row, column: column).estimate?.value
    else { return nil }
    let label = published.exhibit.rows[row].label
    // Shares counted another way a year ago are no comparison.
    let hasHistory = !isBroken(published.exhibit.attribute)
    if let group = column.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init) {
      return ShareFact(
        group: group, part: label, share: share,
        people: published.entry(row: row, column: "people/" + group).people,
        yearAgo: hasHistory
          ? published.entry(row: row, column: "year_ago/" + group).estimate?.value : nil,
        change: nil)
    }
    return ShareFact(
      group: label, part: nil, share: share,
      people: published.entry(row: row, column: "people").people,
      yearAgo: hasHistory
        ? published.entry(row: row, column: "year_ago").estimate?.value : nil,
      change: hasHistory ? published.entry(row: row, column: "change").estimate?.value : nil)
  }

  /// The sentence of a share, rounded as in the tables.
  func shareSentence(_ fact: ShareFact) -> String {
    let share = format.percent(fact.share)
    let group = names.plural(fact.group)
    let people = fact.people.map { counted($0) } ?? ""
    guard let yearAgo = fact.yearAgo else {
      return text(
        fact.part == nil ? .share : .shareAt,
        ["part": fact.part ?? "", "group": group, "share": share, "people": people])
    }
    let before = format.percent(yearAgo)
    let message: Message =
      if before == share {
        fact.part == nil ? .shareUnchanged : .shareAtUnchanged
      } else if fact.part != nil {
        .shareAtChanged
      } else {
        fact.change.map { format.roundsToZero($0, .percent(1)) } ?? true
          ? .shareAgainst : .shareChanged
      }
    return text(
      message,
      [
        "part": fact.part ?? "", "group": group, "share": share, "people": people,
        "points": points(fact.change ?? 0),
        "direction": phrase(fact.change ?? 0 > 0 ? .higher : .lower), "yearAgo": before,
      ])
  }

  /// The sentence of a share in a headline, without decimals.
  func shareHeadline(_ fact: ShareFact) -> String {
    let group = names.plural(fact.group)
    let digits = fact.yearAgo.map { headlineDigits(fact.share, $0) } ?? 0
    let message: Message =
      switch (fact.part == nil, fact.yearAgo == nil) {
      case (true, true): .headlineShare
      case (true, false): .headlineShareChanged
      case (false, true): .headlineShareAt
      case (false, false): .headlineShareAtChanged
      }
    return text(
      message,
      [
        "part": fact.part ?? "", "group": group,
        "share": format.percent(fact.share, digits: digits),
        "yearAgo": fact.yearAgo.map { format.percent($0, digits: digits) } ?? "",
      ])
  }

  /// No decimals, unless two shares that differ would then look alike.
  func headlineDigits(_ left: Double, _ right: Double) -> Int {
    let looksAlike =
      format.percent(left, digits: 0) == format.percent(right, digits: 0)
      && format.percent(left, digits: 1) != format.percent(right, digits: 1)
    return looksAlike ? 1 : 0
  }

  /// A number of people: `1 person`, `24 people`.
  func counted(_ people: Int) -> String {
    phrase(.people, ["number": format.people(people)])
  }
}
