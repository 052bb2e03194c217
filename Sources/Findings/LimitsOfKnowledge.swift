public import Disclosure
import Estimates

/// What a release cannot tell, and why: what stands beside the headlines on page one.
public enum LimitOfKnowledge: Hashable, Sendable {
  /// A comparison whose interval is too wide.
  case tooUncertain(Finding)
  /// A characteristic too few people declared.
  case lowDeclaration(DeclaredShare)
  /// Places hidden to protect people; the total of the release.
  case hidden(Int)
  /// A family of questions the data do not cover.
  case noData(FindingFamily)
}

extension FindingsEngine {
  /// What the release cannot tell: low declaration first, then comparisons of the whole
  /// organisation that are too uncertain, then what is hidden, then what there are no data for.
  public func limits(of release: Release, findings: [Finding]) -> [LimitOfKnowledge] {
    var limits: [LimitOfKnowledge] = release.declaredShares
      .filter { ($0.share ?? 1) < declarationRule }
      .map(LimitOfKnowledge.lowDeclaration)
    limits +=
      findings.filter { finding in
        guard finding.verdict == .tooUncertain, finding.family != .skills else { return false }
        return switch finding.kind {
        case .funnelBy, .progressionBy, .payGapBy, .representationBy: false
        case .funnel, .training: finding.role == .total
        case .benchmark: finding.subject.by == nil
        default: true
        }
      }.map(LimitOfKnowledge.tooUncertain)
    if release.summary.hidden > 0 { limits.append(.hidden(release.summary.hidden)) }
    let expected: [FindingFamily] = [
      .declaration, .representation, .hiring, .progression, .retention, .pay,
    ]
    for family in expected
    where !release.exhibits.contains(where: { FindingFamily($0.exhibit.kind) == family }) {
      limits.append(.noData(family))
    }
    return limits
  }
}
