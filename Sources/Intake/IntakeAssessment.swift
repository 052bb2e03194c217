package import DataSources
import Estimates

/// The findings of an intake of one file.
package struct IntakeAssessment: Sendable {
  /// What was read.
  package let extract: IntakeExtract
  /// The anonymity of its people, or why it is not measured.
  package let anonymity: IntakeOutcome<AnonymityMeasures>
  /// The quality of each column of keys, in the order of the file.
  package let keys: [(column: String, quality: KeyQuality)]
  /// How many columns were scanned for identifiers.
  package let scanned: Int
  /// The findings, in the order of the checks.
  package let lines: [IntakeVerdict.Line]

  /// Judges an extract.
  ///
  /// - Parameters:
  ///   - minimum: the smallest group that may be shown.
  ///   - earlier: the keys of an earlier snapshot in another file, for an extract that has none
  ///     itself.
  ///   - progress: called with how far it is, 0 to 1.
  package init(
    _ extract: IntakeExtract, minimum: Int, earlier: Set<[UInt8]>? = nil,
    progress: (Double) -> Void = { _ in }
  ) {
    self.extract = extract
    switch extract.table {
    case .notMeasurable(let reason): anonymity = .notMeasurable(reason: reason)
    case .measured(let table):
      anonymity = AnonymityMeasures.of(table, minimum: minimum, progress: progress)
    }
    keys = extract.keys.map { column in
      let before = column.earlier?.keys ?? (column.id == "person_id" ? earlier : nil)
      return (column.name, KeyQuality(column.keys, earlier: before))
    }
    let isPeople = extract.kind == .snapshots || extract.kind == .applications
    let isCounted = extract.roles.count(.weight) > 0
    let review = IdentifierReview(
      extract.scans, file: extract.file, countsPeople: isPeople && !isCounted)
    scanned = review.scanned
    lines =
      Self.roleLines(extract) + Self.identifierLines(review, extract)
      + Self.precisionLines(extract) + Self.anonymityLines(extract, anonymity)
      + keys.flatMap { Self.keyLines($0.column, $0.quality, extract.file) }
  }

  // MARK: - Columns

  private static func roleLines(_ extract: IntakeExtract) -> [IntakeVerdict.Line] {
    let undeclared = extract.roles.undeclared
    guard undeclared.isEmpty else {
      return undeclared.map { column in
        finding(
          .roles, .undeclaredColumn, extract.file, column, "nobody has declared what the column is")
      }
    }
    let counts = extract.roles.counts.map { $0.role.counted($0.count) }
    return [
      IntakeVerdict.Line(
        .roles, .pass, file: extract.file,
        reason: "every column is declared: " + counts.joined(separator: ", "))
    ]
  }

  private static func identifierLines(
    _ review: IdentifierReview, _ extract: IntakeExtract
  ) -> [IntakeVerdict.Line] {
    guard review.lines.isEmpty else { return review.lines }
    return [
      IntakeVerdict.Line(
        .identifiers, .pass, file: extract.file,
        reason: "\(IdentifierReview.clean) in \(ProblemText.counted(review.scanned, "column"))")
    ]
  }

  private static func precisionLines(_ extract: IntakeExtract) -> [IntakeVerdict.Line] {
    var lines: [IntakeVerdict.Line] = []
    for date in extract.dates {
      guard let precision = date.precision, precision > .quarter, date.dated > 0 else { continue }
      let share = IntakeWording.percent(Double(date.rare) / Double(date.dated))
      lines.append(
        finding(
          .precision, .exactDates, extract.file, date.name,
          "dates are exact to the \(precision.title); \(share) of rows share theirs with fewer than "
            + "four others"))
    }
    for age in extract.ages {
      guard let precision = age.precision else {
        lines.append(
          finding(.precision, .exactAges, extract.file, age.name, "ages are exact numbers"))
        continue
      }
      guard !precision.isCoarse else { continue }
      var parts: [String] = []
      if precision.singleYears > 1 {
        parts.append("\(ProblemText.counted(precision.singleYears, "level")) are single years")
      }
      if precision.above90 > 0 {
        parts.append("\(ProblemText.counted(precision.above90, "level")) begin above 90")
      }
      lines.append(
        finding(
          .precision, .exactAges, extract.file, age.name, parts.joined(separator: "; ")))
    }
    guard lines.isEmpty else { return lines }
    let amounts = extract.measures.count
    return [
      IntakeVerdict.Line(
        .precision, .pass, file: extract.file,
        reason: "no date of a person is more exact than a quarter"
          + (amounts == 0
            ? "" : "; \(ProblemText.counted(amounts, "column")) of amounts, never published exact"))
    ]
  }

  // MARK: - Anonymity

  /// What rows are called.
  package static func noun(_ kind: InputSchema.Kind) -> (String, String) {
    kind == .applications ? ("application", "applications") : ("person", "people")
  }

  private static func anonymityLines(
    _ extract: IntakeExtract, _ outcome: IntakeOutcome<AnonymityMeasures>
  ) -> [IntakeVerdict.Line] {
    switch outcome {
    case .notMeasurable(let reason):
      return [
        IntakeVerdict.Line(
          .anonymity, .pass, file: extract.file, reason: "not measured: \(reason)")
      ]
    case .measured(let measures):
      let noun = noun(extract.kind)
      return [anonymityLine(extract, measures, noun)]
        + measures.whole.sensitive.flatMap { sensitiveLines(extract, measures, $0, noun) }
        + [uniquesLine(extract, measures, noun)]
    }
  }

  private static func anonymityLine(
    _ extract: IntakeExtract, _ measures: AnonymityMeasures, _ noun: (String, String)
  ) -> IntakeVerdict.Line {
    let anonymity = measures.whole.anonymity
    let count = measures.whole.attributes.count
    let crossed =
      count == 1
      ? "with the one quasi-identifier" : "with all \(count) quasi-identifiers crossed"
    let reason =
      "\(crossed) k = \(ProblemText.grouped(anonymity.k)); "
      + "\(IntakeWording.percent(anonymity.shareBelow(5))) of \(noun.1) are in classes under 5, "
      + "\(IntakeWording.percent(anonymity.shareBelow(10))) in classes under 10"
    guard anonymity.k < measures.minimum else {
      return IntakeVerdict.Line(.anonymity, .pass, file: extract.file, reason: reason)
    }
    return finding(
      .anonymity, .smallClasses, extract.file, nil, reason, crossingAdvice(measures, noun))
  }

  /// Which attributes should not be crossed: the riskiest pairs, or the riskiest larger sets where
  /// pairs are safe.
  private static func crossingAdvice(
    _ measures: AnonymityMeasures, _ noun: (String, String)
  ) -> String {
    let single = measures.crossings.worst(of: 1)
    let pairs = measures.crossings.worst(of: 2)
    let worst = pairs.isEmpty ? measures.crossings.worst(of: 3) : pairs
    var parts: [String] = []
    if !worst.isEmpty {
      let named = worst.prefix(3).enumerated().map { index, crossing in
        let share = IntakeWording.percent(crossing.share)
        let what = index == 0 ? " of \(noun.1) in classes under \(measures.minimum)" : ""
        return "\(IntakeWording.crossing(crossing.attributes)) (\(share)\(what))"
      }
      let more =
        worst.count > 3 ? ", and look at \(worst.count - 3) more crossings with small classes" : ""
      parts.append("do not cross \(named.joined(separator: ", "))\(more)")
    }
    if !single.isEmpty {
      parts.append(
        "merge the small levels of \(single.map { $0.attributes[0] }.joined(separator: ", "))")
    }
    if parts.isEmpty { parts = ["do not cross more than three of them"] }
    return parts.joined(separator: "; ")
  }

  private static func sensitiveLines(
    _ extract: IntakeExtract, _ measures: AnonymityMeasures,
    _ sensitive: AnonymityMeasures.SensitiveMeasures, _ noun: (String, String)
  ) -> [IntakeVerdict.Line] {
    let diversity = sensitive.diversity
    let alone = measures.alone.compactMap { classes in
      classes.sensitive.first { $0.column == sensitive.column }
    }
    let fewest = alone.map(\.diversity.distinct).min() ?? 0
    let farthest = alone.map(\.closeness.maximum).max() ?? 0
    let numbers =
      "l = \(diversity.distinct), exp(H) = \(IntakeWording.decimal(diversity.entropy, 3)) in all "
      + "quasi-identifiers crossed; l = \(fewest) in any one of them"
    let given = measures.givenAway(sensitive.column)
    let diversityLine: IntakeVerdict.Line
    if given.isEmpty {
      diversityLine = IntakeVerdict.Line(
        .diversity, .pass, file: extract.file, column: sensitive.column, reason: numbers)
    } else {
      let named = given.prefix(3).map {
        "\(IntakeWording.crossing($0.attributes)) (\(ProblemText.counted($0.people, noun.0, noun.1)))"
      }
      let more = given.count > 3 ? ", and \(given.count - 3) more" : ""
      diversityLine = finding(
        .diversity, .sameAnswer, extract.file, sensitive.column,
        "\(numbers); groups of \(measures.minimum) or more in which all but one at most have the "
          + "same answer: \(named.joined(separator: ", "))\(more)",
        "do not show \(sensitive.column) within these attributes, or merge their levels")
    }
    return [
      diversityLine,
      IntakeVerdict.Line(
        .closeness, .pass, file: extract.file, column: sensitive.column,
        reason: "t = \(IntakeWording.decimal(sensitive.closeness.maximum, 3)) in all "
          + "quasi-identifiers crossed; \(IntakeWording.decimal(farthest, 3)) at most in any one of "
          + "them"),
    ]
  }

  private static func uniquesLine(
    _ extract: IntakeExtract, _ measures: AnonymityMeasures, _ noun: (String, String)
  ) -> IntakeVerdict.Line {
    switch measures.uniques {
    case .notMeasurable(let reason):
      return IntakeVerdict.Line(
        .uniques, .pass, file: extract.file, reason: "not measured: \(reason)")
    case .measured(let uniques):
      let all = IntakeWording.people(uniques.people, of: measures.people, noun)
      let few = uniques.people(withSetsUpTo: 2)
      let verb = uniques.people == 1 ? "is" : "are"
      guard few > 0 else {
        return IntakeVerdict.Line(
          .uniques, .pass, file: extract.file,
          reason: uniques.people == 0
            ? "nobody is alone with any set of attributes"
            : "\(all) \(verb) alone with some attributes, nobody with two or fewer")
      }
      let ranked = uniques.contributions.enumerated().sorted {
        ($1.element, $0.offset) < ($0.element, $1.offset)
      }
      let leading = ranked.prefix(3).map {
        "\(uniques.attributes[$0.offset]) (\(IntakeWording.percent($0.element)))"
      }
      return finding(
        .uniques, .specialUniques, extract.file, nil,
        "\(all) \(verb) alone with some attributes, "
          + "\(IntakeWording.people(few, of: measures.people, noun)) with two or fewer; most of it "
          + "comes from \(leading.joined(separator: ", "))",
        "merge small levels of \(uniques.attributes[ranked[0].offset]) first")
    }
  }

  // MARK: - Keys

  private static func keyLines(
    _ column: String, _ quality: KeyQuality, _ file: String
  ) -> [IntakeVerdict.Line] {
    guard quality.keys > 0 else { return [] }
    var lines: [IntakeVerdict.Line] = []
    if quality.nameLike * 2 > quality.keys {
      lines.append(
        finding(
          .keys, .identifyingKeys, file, column,
          "\(ProblemText.grouped(quality.nameLike)) of "
            + "\(ProblemText.counted(quality.keys, "key")) look like names"))
    }
    if quality.isOrderedByHire, case .estimate(let correlation) = quality.hireOrder {
      lines.append(
        finding(
          .keys, .keyOrderedByHire, file, column,
          "keys run with the dates of hiring (rank correlation "
            + "\(IntakeWording.decimal(correlation.value, 2)))"))
    }
    if quality.lengths > 1 {
      lines.append(
        finding(
          .keys, .keyLengths, file, column, "keys have \(quality.lengths) different lengths",
          "use pseudonyms of one length"))
    }
    if quality.isSerial, let density = quality.density {
      lines.append(
        finding(
          .keys, .serialKeys, file, column,
          "keys are numbers that use \(IntakeWording.percent(density)) of their range"))
    }
    if let digest = quality.digest {
      lines.append(
        finding(
          .keys, .digestKeys, file, column, "keys have the form of \(digest.rawValue) digests"))
    }
    if let overlap = quality.overlap, overlap <= 0.5 {
      lines.append(
        finding(
          .keys, .changedKeys, file, column,
          "\(IntakeWording.percent(overlap)) of keys are also in the snapshot before"))
    }
    guard lines.isEmpty else { return lines }
    var facts = ["one length"]
    if case .estimate(let correlation) = quality.hireOrder {
      facts.append(
        "rank correlation with dates of hiring "
          + IntakeWording.decimal(correlation.value, 2))
    }
    if let overlap = quality.overlap {
      facts.append("\(IntakeWording.percent(overlap)) also in the snapshot before")
    }
    return [
      IntakeVerdict.Line(
        .keys, .pass, file: file, column: column,
        reason: "\(ProblemText.counted(quality.keys, "key")): " + facts.joined(separator: ", "))
    ]
  }

  private static func finding(
    _ check: IntakeVerdict.Check, _ code: ProblemCode, _ file: String, _ column: String?,
    _ reason: String, _ action: String? = nil
  ) -> IntakeVerdict.Line {
    let entry = code.entry
    return IntakeVerdict.Line(
      check, entry.severity == .error ? .refuse : .warn, code: code.rawValue, file: file,
      column: column, reason: reason, action: action ?? entry.fix, exitCode: entry.exitCode)
  }
}
