public import Configuration
import Documents
import Encoders

/// Parts of a report, printed without writing the report.
public struct ReportExcerpts: Sendable {
  /// The release as data: the text of its `results.json`.
  public let results: String
  private let excerpt: DocumentExcerpt

  /// Computes, protects and audits the report; within a notebook once for the same configuration and
  /// data.
  ///
  /// - Throws: what a run throws, and a refusal where a configured ledger does not hold the release.
  public init(
    _ configuration: RunConfiguration,
    progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) async throws {
    if let kept = WalkCache.current?.document(of: configuration) {
      excerpt = DocumentExcerpt(kept.document)
      results = kept.results
      return
    }
    let document = try await ReportRun(
      configuration, product: .report, folder: "", force: false, progress: progress
    ).document()
    WalkCache.current?.keep(document, of: configuration)
    excerpt = DocumentExcerpt(document.document)
    results = document.results
  }

  /// Every identifier with what it names, in the order of the report.
  public var listing: [String] {
    let width = excerpt.parts.map(\.id.count).max() ?? 0
    return excerpt.parts.map { part in
      let pad = String(repeating: " ", count: width - part.id.count)
      let kind = part.kind.rawValue
      return "\(part.id)\(pad)  \(kind)\(String(repeating: " ", count: max(0, 9 - kind.count)))  "
        + TerminalEncoder.text(part.title)
    }
  }

  /// Parts as Markdown, in the order they are named.
  ///
  /// - Throws: a failure (64) with every name the report does not have.
  public func markdown(_ ids: [String], withoutHeadings: Bool = false) throws(RunFailure) -> String
  {
    let unknown = ids.filter { excerpt.blocks(of: $0) == nil }
    guard unknown.isEmpty else { throw failure(unknown, "part") }
    let blocks = ids.flatMap { id -> [Block] in
      let blocks = excerpt.blocks(of: id) ?? []
      if withoutHeadings, case .heading? = blocks.first { return Array(blocks.dropFirst()) }
      return blocks
    }
    return excerpt.markdown(blocks)
  }

  /// A figure as SVG.
  ///
  /// - Throws: a failure (64) where no figure is called that.
  public func figure(_ id: String) throws(RunFailure) -> String {
    guard let svg = excerpt.svg(of: id) else { throw failure([id], "figure") }
    return svg
  }

  private func failure(_ unknown: [String], _ what: String) -> RunFailure {
    let known = excerpt.parts.filter { what == "part" || $0.kind == .figure }.map(\.id)
    return RunFailure(
      .usage,
      unknown.map { id in
        let meant = EditDistance.nearest(to: id, among: known)
        return "error U105 the report has no \(what) \(TerminalEncoder.text(id))"
          + (meant.map { "; did you mean \($0)?" } ?? "")
      } + ["  fix: parity show CONFIG lists them"])
  }
}
