/// One block of a document.
///
/// The set is closed, so that every renderer handles every block.
public indirect enum Block: Hashable, Sendable {
  /// A heading of level 2 to 4 with an identifier that links can point at.
  case heading(level: Int, id: String, [Inline])
  /// A paragraph.
  case paragraph([Inline])
  /// A list without order.
  case list([[Inline]])
  /// A numbered list.
  case orderedList([[Inline]])
  /// A table.
  case table(DataTable)
  /// A figure with its table.
  case figure(Figure)
  /// Small multiples side by side.
  case figureRow([Figure])
  /// A passage set apart.
  case callout(kind: CalloutKind, title: String?, [Block])
  /// Terms and what they mean.
  case definitions([Definition])
  /// A strip of large numbers.
  case keyFigures([KeyFigure])
  /// Measures with their value now, a year ago, verdict and target.
  case scorecard(Scorecard)
  /// A new page in print; a rule elsewhere.
  case pageBreak
}

/// Why a passage is set apart.
public enum CalloutKind: String, Hashable, Sendable, CaseIterable {
  /// Something worth knowing.
  case note
  /// Something that limits what may be concluded.
  case caution
  /// A finding of the report.
  case finding
}

/// A term and what it means.
public struct Definition: Hashable, Sendable {
  /// The term.
  public let term: String
  /// What it means.
  public let meaning: [Inline]

  /// Makes a definition.
  public init(term: String, meaning: [Inline]) {
    self.term = term
    self.meaning = meaning
  }
}
