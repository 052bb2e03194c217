import Disclosure
import Documents
import Estimates
import SVGCharts

/// The skills of people across domains: how many have skills in both health and technology, where
/// domains meet, which skills go together and which grow.
///
/// The section stands beside the skills gap of section 17; its blocks can stand in any section.
struct SkillsAcrossDomainsSection: ReportSection {
  let id = "skills-across-domains"
  let need: SectionNeed? = .of(.hybridTalent)

  func title(_ writer: SectionWriter) -> String { writer.label(.skillsAcrossDomains) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    MultidisciplinarySkillsBlocks(writer: writer).blocks
  }
}

/// Sentences, one figure and the tables about skills across domains.
struct MultidisciplinarySkillsBlocks {
  let writer: SectionWriter

  private static let kinds: [Exhibit.Kind] = [
    .skillDomains, .hybridTalent, .skillPairs, .emergingSkills,
  ]

  /// The blocks; empty where no skills are recorded.
  var blocks: [Block] {
    let domains = shown(.skillDomains)
    let hybrid = shown(.hybridTalent)
    let pairs = shown(.skillPairs)
    let growth = shown(.emergingSkills)
    let sentences =
      domains.compactMap(hybridSentence) + hybrid.compactMap(partsSentence)
      + pairs.compactMap(togetherSentence) + growth.map(growthSentence)
    var blocks: [Block] = sentences.isEmpty ? [] : [.list(sentences.map { [.text($0)] })]
    blocks += hybrid.compactMap(figure).map { .figure($0) }
    for published in domains { blocks.append(table(published, .skillDomains)) }
    for published in hybrid {
      let by = writer.inSentence(published.exhibit.attribute?.title ?? "")
      blocks.append(table(published, .hybridBy, by: by))
    }
    for published in pairs { blocks.append(table(published, .skillPairs)) }
    for published in growth { blocks.append(table(published, .skillGrowth)) }
    let isShown = !blocks.isEmpty
    blocks += writer.hiddenNote(Self.kinds)
    if isShown {
      blocks.append(writer.explained(.howToRead, writer.explanation(.skillsAcrossDomains)))
    }
    return blocks
  }

  private func shown(_ kind: Exhibit.Kind) -> [PublishedExhibit] {
    writer.release.exhibits(kind).filter { !writer.isHidden($0) }
  }

  private func table(_ published: PublishedExhibit, _ caption: DynamicsLabel, by: String = "")
    -> Block
  {
    .table(
      writer.table(
        published,
        caption: writer.label(caption, ["period": published.exhibit.period, "by": by])))
  }

  /// How many have both, of everyone: the row before the last, which is of people with neither.
  private func hybridSentence(_ published: PublishedExhibit) -> String? {
    let rows = published.exhibit.rows
    guard rows.count == 4, let share = writer.printed(published, row: 2, column: "share"),
      let people = writer.printed(published, row: 2, column: "people")
    else { return nil }
    let counts = rows.indices.compactMap { published.entry(row: $0, column: "people").people }
    guard counts.count == rows.count else { return nil }
    let yearAgo = writer.printed(published, row: 2, column: "year_ago")
    return writer.text(
      yearAgo == nil ? .hybridShare : .hybridShareChanged,
      [
        "share": share, "people": people,
        "base": writer.format.people(counts.reduce(0, +)), "yearAgo": yearAgo ?? "",
      ])
  }

  /// Where the share is largest and where smallest; of structures, whose parts are the work people do.
  private func partsSentence(_ published: PublishedExhibit) -> String? {
    let exhibit = published.exhibit
    guard isStructure(published) else { return nil }
    let shares = exhibit.rows.indices.compactMap { row in
      published.entry(row: row, column: "share").estimate.map { (row: row, share: $0.value) }
    }
    guard shares.count > 1,
      let highest = shares.max(by: { ($0.share, $1.row) < ($1.share, $0.row) }),
      let lowest = shares.min(by: { ($0.share, $0.row) < ($1.share, $1.row) })
    else { return nil }
    func printed(_ row: Int) -> String {
      writer.printed(published, row: row, column: "share") ?? ""
    }
    return writer.text(
      .hybridParts,
      [
        "by": writer.inSentence(exhibit.attribute?.title ?? ""),
        "highest": exhibit.rows[highest.row].label, "highestShare": printed(highest.row),
        "lowest": exhibit.rows[lowest.row].label, "lowestShare": printed(lowest.row),
      ])
  }

  private func isStructure(_ published: PublishedExhibit) -> Bool {
    let id = published.exhibit.attribute?.id
    return !writer.release.exhibits(.representation).contains { $0.exhibit.attribute?.id == id }
  }

  private func togetherSentence(_ published: PublishedExhibit) -> String? {
    let found = published.exhibit.rows.indices.filter { row in
      guard isSmall(published, row), let lift = writer.value(published, row: row, column: "lift")
      else { return false }
      return lift > 1
    }
    guard !found.isEmpty else { return nil }
    return writer.text(
      .skillsTogether,
      ["list": writer.listed(found.map { times(published, $0, "lift", of: "both") })])
  }

  /// The skills whose growth is no chance and whose whole interval, drawn towards all, is above 1.
  private func growthSentence(_ published: PublishedExhibit) -> String {
    let found = published.exhibit.rows.indices.filter { row in
      let interval = published.entry(row: row, column: "shrunk").estimate?.interval
      return isSmall(published, row) && (interval?.lower ?? 0) > 1
    }
    return found.isEmpty
      ? writer.text(.skillsDoNotGrow)
      : writer.text(
        .skillsGrow,
        ["list": writer.listed(found.map { times(published, $0, "shrunk", of: "now") })])
  }

  private func isSmall(_ published: PublishedExhibit, _ row: Int) -> Bool {
    guard let test = published.entry(row: row, column: "adjusted").test else { return false }
    return test.pValue.value <= 1 - writer.context.confidence + 1e-12
  }

  /// `FHIR + SQL (513 people, 1.81 times)`.
  private func times(
    _ published: PublishedExhibit, _ row: Int, _ column: String, of people: String
  ) -> String {
    writer.label(
      .timesValue,
      [
        "name": published.exhibit.rows[row].label,
        "people": writer.counted(published.entry(row: row, column: people).people ?? 0),
        "ratio": writer.format.ratio(writer.value(published, row: row, column: column) ?? 0),
      ])
  }

  /// Shares by the parts of a structure, now and a year ago.
  private func figure(_ published: PublishedExhibit) -> Figure? {
    let exhibit = published.exhibit
    guard isStructure(published) else { return nil }
    func share(_ row: Int, _ column: String) -> Double? {
      published.entry(row: row, column: column).estimate?.value
    }
    let rows = exhibit.rows.indices.filter { share($0, "share") != nil }
    guard rows.count > 1 else { return nil }
    let hasBefore = rows.contains { share($0, "year_ago") != nil }
    let sentence = partsSentence(published) ?? ""
    let title = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    let chart = ShareDotChart(
      groups: [writer.catalogue.term(.bothSkills)],
      rows: rows.map { row in
        ShareDotChart.Row(
          label: exhibit.rows[row].label,
          points: [
            ShareDotChart.Point(
              now: share(row, "share"), before: hasBefore ? share(row, "year_ago") : nil)
          ])
      }, axisTitle: writer.label(.axisHybrid), nowLabel: exhibit.period,
      beforeLabel: hasBefore ? writer.yearBefore(exhibit.period) : nil, format: writer.format)
    return Figure(
      id: writer.slug("figure-" + exhibit.id), title: title, chart: chart)
  }
}
