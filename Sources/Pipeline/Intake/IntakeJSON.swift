import Configuration
import DataSources
import Encoders
import Estimates
import Intake

/// The report of an intake as JSON (`parity.intake/1`).
enum IntakeJSON {
  /// The document.
  static func document(
    _ configuration: RunConfiguration, _ judged: [IntakeRun.Judged], _ verdict: IntakeVerdict
  ) -> String {
    JSONValue.object([
      "schema": .text("parity.intake/1"),
      "configuration": .text(InputFile.displayName(of: configuration.file)),
      "quarter": .text(configuration.period.quarter),
      "minimum_group": .integer(configuration.privacy.minGroup),
      "verdict": .text(verdict.level.rawValue), "exit_code": .integer(Int(verdict.exitCode)),
      "findings": .array(verdict.lines.map(finding)), "inputs": .array(judged.map(input)),
    ]).document
  }

  private static func finding(_ line: IntakeVerdict.Line) -> JSONValue {
    .object([
      "check": .text(line.check.rawValue), "level": .text(line.level.rawValue),
      "code": line.code.map { .text($0) } ?? .null, "file": .text(line.file),
      "column": line.column.map { .text($0) } ?? .null, "reason": .text(line.reason),
      "action": .text(line.action), "exit_code": .integer(Int(line.exitCode)),
    ])
  }

  private static func input(_ judged: IntakeRun.Judged) -> JSONValue {
    var object: [String: JSONValue] = [
      "input": .text(judged.input.schema.id), "file": .text(judged.file),
      "kind": .text(judged.input.schema.kind.rawValue),
    ]
    guard let assessment = judged.assessment else { return .object(object) }
    let extract = assessment.extract
    object["rows"] = .integer(extract.rows)
    object["columns_scanned"] = .integer(assessment.scanned)
    object["columns"] = .array(
      extract.roles.columns.map { column in
        .object([
          "column": .text(column.name), "role": column.role.map { .text($0.rawValue) } ?? .null,
        ])
      })
    object["dates"] = .array(
      extract.dates.map { date in
        .object([
          "column": .text(date.name),
          "precision": date.precision.map { .text($0.title) } ?? .null,
          "counted_as": .array(date.countedAs.map { .text($0) }),
          "rows_sharing_with_fewer_than_4": .integer(date.rare),
        ])
      })
    object["keys"] = .array(assessment.keys.map { key($0.column, $0.quality) })
    switch assessment.anonymity {
    case .measured(let measures): object["anonymity"] = anonymity(measures)
    case .notMeasurable(let reason): object["anonymity_not_measured"] = .text(reason)
    }
    return .object(object)
  }

  private static func key(_ column: String, _ quality: KeyQuality) -> JSONValue {
    var correlation = JSONValue.null
    if case .estimate(let estimate) = quality.hireOrder { correlation = .number(estimate.value) }
    return .object([
      "column": .text(column), "keys": .integer(quality.keys),
      "lengths": .integer(quality.lengths), "rank_correlation_with_hire_date": correlation,
      "digest_form": quality.digest.map { .text($0.rawValue) } ?? .null,
      "density": quality.density.map { .number($0) } ?? .null,
      "name_like": .integer(quality.nameLike),
      "overlap_with_earlier_snapshot": quality.overlap.map { .number($0) } ?? .null,
    ])
  }

  private static func anonymity(_ measures: AnonymityMeasures) -> JSONValue {
    var object: [String: JSONValue] = [
      "people": .integer(measures.people), "all_crossed": classes(measures.whole),
      "quasi_identifiers": .array(measures.alone.map(classes)),
      "crossings": .array(
        measures.crossings.crossings.map { crossing in
          .object([
            "attributes": .array(crossing.attributes.map { .text($0) }),
            "k": .integer(crossing.k),
            "share_in_classes_under_minimum": .number(crossing.share),
          ])
        }),
    ]
    switch measures.uniques {
    case .notMeasurable(let reason): object["special_uniques_not_measured"] = .text(reason)
    case .measured(let uniques):
      object["special_uniques"] = .object([
        "people": .integer(uniques.people), "largest_set": .integer(uniques.largestSet),
        "people_by_smallest_set": .array(
          (1...uniques.largestSet).map { size in
            .integer(uniques.smallestSets.count { $0 == size })
          }),
        "sets_by_size": .array(uniques.setsBySize.map { .integer($0) }),
        "contributions": .array(
          uniques.contributions.indices.map { index in
            .object([
              "attribute": .text(uniques.attributes[index]),
              "share": .number(uniques.contributions[index]),
            ])
          }),
      ])
    }
    return .object(object)
  }

  private static func classes(_ classes: AnonymityMeasures.ClassMeasures) -> JSONValue {
    .object([
      "attributes": .array(classes.attributes.map { .text($0) }),
      "classes": .integer(classes.anonymity.classes), "k": .integer(classes.anonymity.k),
      "share_in_classes_under_5": .number(classes.anonymity.shareBelow(5)),
      "share_in_classes_under_10": .number(classes.anonymity.shareBelow(10)),
      "sensitive": .array(
        classes.sensitive.map { sensitive in
          .object([
            "column": .text(sensitive.column),
            "distinct_l": .integer(sensitive.diversity.distinct),
            "entropy_l": .number(sensitive.diversity.entropy),
            "recursive_l_at_c_3": .integer(sensitive.diversity.recursive(c: 3)),
            "largest_t": .number(sensitive.closeness.maximum),
          ])
        }),
    ])
  }
}
