import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// What every section writes with: the input, the language and the number formats.
struct SectionWriter: Sendable {
  let input: ReportInput
  let profile: ReportProfile
  /// The release as the analyses named it.
  let original: Release
  let catalogue: MessageCatalogue
  let wording: ExhibitWording
  let names: GroupNames
  let format: NumberFormat

  init(_ input: ReportInput, profile: ReportProfile = .full) {
    let language = input.context.language
    self.profile = profile
    catalogue = MessageCatalogue(
      language: language, terminology: input.context.terminology)
    wording = ExhibitWording(catalogue: catalogue)
    original = input.release
    self.input = input.worded(wording)
    names = GroupNames(language: language, ages: Self.ages(in: self.input.release))
    format = NumberFormat(NumberConventions.of(tag: language.rawValue) ?? .britishEnglish)
  }

  /// The labels of the groups of a characteristic called age.
  private static func ages(in release: Release) -> [String] {
    release.exhibits.filter { published in
      let attribute = published.exhibit.attribute
      return attribute?.id == "age" || attribute?.title == "Age"
        || attribute?.title.hasPrefix("Age ") == true
    }.flatMap { published in
      let exhibit = published.exhibit
      return [exhibit.focal, exhibit.reference].compactMap(\.self)
        + (exhibit.kind.rowsAreGroups ? exhibit.rows.map(\.label) : [])
    }
  }

  var release: Release { input.release }
  var context: ReportContext { input.context }

  /// The confidence as printed, for example `95%`.
  var confidence: String { format.percent(context.confidence, digits: 0) }

  /// A message with its places filled.
  func text(_ message: Message, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.text(message, values)
  }

  /// A label with its places filled.
  func label(_ label: Label, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.label(label, values)
  }

  /// An explanation with its places filled.
  func explanation(
    _ explanation: Explanation, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    catalogue.explanation(explanation, values)
  }

  /// A paragraph that starts with what it explains.
  func explained(_ lead: Label, _ text: String) -> Block {
    .paragraph([.strong(label(lead) + " "), .text(text)])
  }

  /// The findings of an exhibit, in the order of its rows.
  func findings(of published: PublishedExhibit) -> [Finding] {
    input.findings.filter { $0.exhibitID == published.exhibit.id }
  }

  /// The badge of a verdict.
  func badge(_ verdict: Verdict) -> VerdictBadge {
    let glyph: VerdictGlyph =
      switch verdict {
      case .clearGap: .filledSquare
      case .gapSizeUncertain: .halfSquare
      case .smallGap: .diamond
      case .aboutTheSame: .dot
      case .tooUncertain: .openCircle
      case .notReported: .none
      }
    return VerdictBadge(glyph: glyph, word: catalogue.word(verdict))
  }

  /// Labels joined as a sentence lists them: `A, B and C`.
  func listed(_ labels: [String]) -> String { context.language.listed(labels) }

  /// Clauses joined as a sentence joins them: `A; B`.
  func clauses(_ clauses: [String]) -> String {
    clauses.joined(separator: context.language.clauseMark)
  }

  /// A title inside a sentence: its first letter small, unless the first word is an abbreviation or
  /// the language writes nouns large.
  func inSentence(_ title: String) -> String {
    guard context.language != .german else { return title }
    let first = title.prefix { $0 != " " }
    guard first.dropFirst().allSatisfy({ !$0.isUppercase && !$0.isNumber }) else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  /// A phrase at the beginning of a title.
  func capitalised(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst()
  }

  /// What breaks an exhibit's population down, inside a sentence.
  func byTitle(_ exhibit: Exhibit) -> String {
    exhibit.by.map { inSentence($0.title) } ?? label(.part)
  }

  /// A group's label inside a caption: as the organisation writes it, save labels that begin
  /// with `All other` or `People`.
  func inline(_ label: String?) -> String {
    let label = label ?? self.label(.allOthersDeclared)
    let isNoun = isEverybodyElse(label) || label.hasPrefix("People ")
    return isNoun ? label.prefix(1).lowercased() + label.dropFirst() : label
  }

  /// Whether a label stands for everybody who is not in the group compared.
  func isEverybodyElse(_ label: String) -> Bool {
    [Term.allOtherPeople, .allOthersDeclared].contains { label.hasPrefix(catalogue.term($0)) }
      || context.language.isEnglish && label.hasPrefix("All other")
  }

  /// An identifier that may stand in a file name or a link.
  func slug(_ text: String) -> String { Self.slug(text) }

  /// An identifier that may stand in a file name or a link.
  static func slug(_ text: String) -> String { DocumentIdentifier.of(text) }

  /// The attributes of the exhibits of some kinds that show something, each once, in order.
  func attributes(of kinds: [Exhibit.Kind]) -> [ExhibitAttribute] {
    release.exhibits.reduce(into: []) { attributes, published in
      guard kinds.contains(published.exhibit.kind), let attribute = published.exhibit.attribute,
        !attributes.contains(attribute), !isHidden(published)
      else { return }
      attributes.append(attribute)
    }
  }

  /// The groups that have a share in an exhibit, in the order of its columns.
  func groups(_ published: PublishedExhibit) -> [String] {
    published.exhibit.columns.filter { $0.id.hasPrefix("share/") }
      .map { $0.group ?? String($0.id.dropFirst("share/".count)) }
  }

  /// The exhibits of a kind about an attribute that show something.
  func exhibits(_ kind: Exhibit.Kind, of attribute: ExhibitAttribute) -> [PublishedExhibit] {
    exhibits(kind).filter { $0.exhibit.attribute?.id == attribute.id }
  }

  /// The exhibits of a kind that show something.
  func exhibits(_ kind: Exhibit.Kind) -> [PublishedExhibit] {
    release.exhibits(kind).filter { !isHidden($0) }
  }
}

/// One section of the report.
protocol ReportSection: Sendable {
  /// The identifier links point at.
  var id: String { get }
  /// What the section cannot be written without; `nil` for one that never is missed.
  var need: SectionNeed? { get }
  /// The heading.
  func title(_ writer: SectionWriter) -> String
  /// What stands under the heading; empty where there are no data.
  func blocks(_ writer: SectionWriter) -> [Block]
}

extension ReportSection {
  var need: SectionNeed? { nil }

  /// The heading with what stands under it; empty where there are no data.
  func section(_ writer: SectionWriter) -> [Block] {
    let content = blocks(writer)
    guard !content.isEmpty else { return [] }
    return [.heading(level: 2, id: id, [.text(title(writer))])] + content
  }
}
