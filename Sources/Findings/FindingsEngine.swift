public import Disclosure
import Estimates

/// Judges every comparable row of a release.
///
/// All rows of one section are one family; withheld tests count in it as p = 1. A quantity that is
/// undefined, or a row without a test, adds nothing to the family.
public struct FindingsEngine: Sendable {
  /// The confidence of every verdict, for example 0.95.
  public let confidence: Double
  /// The practical bands.
  public let bands: PracticalBands
  /// How the tests of a family are adjusted.
  public let multiplicity: Multiplicity
  /// The smallest declared share at which a characteristic of the workforce is judged.
  public let declarationRule: Double

  /// Makes an engine; `nil` unless the confidence is strictly between 0 and 1 and every band holds
  /// parity.
  public init?(
    confidence: Double, bands: PracticalBands, multiplicity: Multiplicity = .holm,
    declarationRule: Double = 0.6
  ) {
    guard VerdictRule(confidence: confidence, band: bands.ratio, parity: 1) != nil,
      VerdictRule(confidence: confidence, band: bands.share, parity: 0) != nil,
      VerdictRule(confidence: confidence, band: bands.pay, parity: 0) != nil
    else { return nil }
    self.confidence = confidence
    self.bands = bands
    self.multiplicity = multiplicity
    self.declarationRule = declarationRule
  }

  /// The findings, in the order of the exhibits and their rows.
  public func findings(in release: Release) -> [Finding] {
    let undeclared = release.attributesBelow(declarationRule)
    let rows = release.exhibits.flatMap { judged($0, undeclared: undeclared) }
    var adjusted = [PValue?](repeating: nil, count: rows.count)
    var sizes = [Int](repeating: 0, count: rows.count)
    for family in FindingFamily.allCases {
      let members = rows.indices.filter { rows[$0].family == family }
      let tested = members.filter { rows[$0].test != .absent }
      let pValues = tested.map { rows[$0].test.pValue }
      let familyWise = multiplicity == .holm ? HolmAdjustment.adjust(pValues) : pValues
      for (index, pValue) in zip(tested, familyWise) { adjusted[index] = pValue }
      for index in members { sizes[index] = tested.count }
    }
    return rows.indices.compactMap { index in
      finding(rows[index], adjustedP: adjusted[index], familySize: sizes[index])
    }
  }

  private func finding(_ row: JudgedRow, adjustedP: PValue?, familySize: Int) -> Finding? {
    let band = bands.band(row.comparison.scale)
    guard
      let rule = VerdictRule(
        confidence: confidence, band: band, parity: row.comparison.parity)
    else { return nil }
    var verdict = Verdict.notReported
    var limit = row.limit
    if limit == nil, let effect = row.effect {
      if let interval = effect.interval {
        verdict = rule.verdict(interval: interval, adjustedP: adjustedP)
        if verdict == .tooUncertain {
          limit =
            interval.contains(row.comparison.parity) ? .intervalTooWide : .familyAdjustment
        }
      } else {
        limit = .noInterval
      }
    }
    let isGap = [.clearGap, .gapSizeUncertain, .smallGap].contains(verdict)
    let direction = row.effect.map { row.comparison.direction(of: $0.value) }
    return Finding(
      id: row.exhibit.id + "#" + row.label, exhibitID: row.exhibit.id, kind: row.exhibit.kind,
      row: row.index, role: row.role, verdict: verdict, limit: limit, pValue: row.test.shown,
      adjustedP: row.test.shown == nil ? nil : adjustedP, family: row.family,
      familySize: familySize, effect: row.effect, comparison: row.comparison, band: band,
      direction: isGap ? direction ?? .neither : .neither, subject: row.subject)
  }
}
