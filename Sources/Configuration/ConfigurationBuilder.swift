import Aggregates
import DataSources

/// Makes a run's configuration from a parsed text, and collects what is wrong with it.
///
/// The shape of the text is checked first; what follows reads only values of the right type, so a
/// value of the wrong type is one problem and not several.
struct ConfigurationBuilder {
  /// An attribute as it is declared.
  struct DeclaredAttribute {
    let configuration: AttributeConfiguration
    /// Text of a field to label of a level.
    let labels: [String: String]
    /// The place of its table.
    let node: ConfigurationNode
    /// Whether its levels could be read; where not, no level is called unknown.
    let hasLevels: Bool

    var id: String { configuration.attribute.id }
    var levelLabels: [String] { configuration.attribute.levels.map(\.label) }
  }

  /// An input before derived columns are given to it.
  struct DeclaredInput {
    let id: String
    let node: ConfigurationNode
    let kind: InputSchema.Kind
    var columns: [ColumnSchema] = []
    var dates: [String] = []
    var measures: [String] = []
    var derivedAttributes: [DerivedAttribute] = []
    var derivedMeasures: [DerivedMeasure] = []
    var stages: [String] = []
    var snapshotDate: String?
  }

  let root: ConfigurationNode
  let file: String
  let folder: String
  let environment: [String: String]
  var problems: [ConfigurationProblem] = []
  var attributes: [DeclaredAttribute] = []
  var inputs: [DeclaredInput] = []
  /// Measures by identifier, as the first mapping or derivation of each declares it.
  var measures: [String: PayConfiguration.Measure] = [:]
  /// Identifiers of measures in the order they are declared.
  var measureIDs: [String] = []
  var currency = "GBP"
  /// Attributes a mistyped mapping was meant for; they are not called unused as well.
  var meantAttributes: [String] = []
  /// The specializations, read before the attributes that use their titles.
  var taxonomy: TaxonomyConfiguration?
  /// Values that hold by default and depend on others, by heading and key.
  var computed: [String: String] = [:]

  init(
    root: ConfigurationNode, file: String, folder: String, environment: [String: String]
  ) {
    self.root = root
    self.file = file
    self.folder = folder
    self.environment = environment
  }

  /// Checks everything and makes the configuration.
  mutating func build() throws(ConfigurationProblems) -> RunConfiguration {
    var shapeProblems: [ConfigurationProblem] = []
    let file = self.file
    ShapeCheck.run(root) { kind, node, message, fix in
      shapeProblems.append(
        ConfigurationProblem(
          code: kind.rawValue, file: file, line: node.line, message: message, fix: fix))
    }
    problems = shapeProblems
    if let schema = root["schema"], let version = schema.whole,
      version != FormatDeclaration.version
    {
      report(
        .schemaVersion, schema, "schema is \(version); this program reads version 1",
        version > 1 ? "use a newer program" : "write schema = 1")
    }
    let organisation = readOrganisation()
    let period = readPeriod()
    taxonomy = readTaxonomy()
    readAttributes()
    readInputs(period)
    readDerived(period)
    finishAttributes()
    checkValues()
    checkTaxonomy()
    let finished = finishInputs(period)
    let leadership = readLeadership()
    let intersections = readIntersections()
    let pay = readPay()
    let trainingCost = readTrainingCost()
    let benchmarks = readBenchmarks()
    let targets = readTargets(firstMonth: period.firstMonth)
    let breaks = readBreaks(firstMonth: period.firstMonth)
    let privacy = readPrivacy()
    let tests = readTests()
    let report = readReport()
    let actions = readActions()
    let scenarios = readScenarios()
    if !problems.isEmpty { throw ConfigurationProblems(problems) }
    return RunConfiguration(
      file: file, folder: folder, organisation: organisation, period: period, inputs: finished,
      attributes: attributes.map(\.configuration), leadershipFrom: leadership,
      intersections: intersections, pay: pay, trainingCost: trainingCost, skills: readSkills(),
      benchmarks: benchmarks, targets: targets,
      breaks: breaks, privacy: privacy, tests: tests, report: report, actions: actions,
      taxonomy: taxonomy, scenarios: scenarios,
      settings: SettingList.settings(of: root, computed: computed))
  }

  // MARK: - Reporting

  mutating func report(
    _ kind: ProblemKind, _ node: ConfigurationNode, _ message: String, _ fix: String = ""
  ) {
    problems.append(
      ConfigurationProblem(
        code: kind.rawValue, file: file, line: node.line, message: message, fix: fix))
  }

  /// Reports a name that is none of the candidates, with the nearest of them.
  mutating func reportUnknown(
    _ kind: ProblemKind, _ node: ConfigurationNode, _ what: String, _ name: String,
    among candidates: [String], in place: String, fix: String
  ) {
    let message = "unknown \(what) \(TOMLText.quoted(name)) in \(place)"
    if let meant = EditDistance.nearest(to: name, among: candidates) {
      report(kind, node, "\(message); did you mean \(TOMLText.quoted(meant))?")
    } else {
      report(kind, node, message, fix)
    }
  }

  // MARK: - Names

  func declared(_ id: String) -> DeclaredAttribute? { attributes.first { $0.id == id } }

  /// Checks that an attribute is declared and answers it.
  mutating func attribute(
    named id: String, at node: ConfigurationNode, in place: String
  ) -> DeclaredAttribute? {
    if let found = declared(id) { return found }
    reportUnknown(
      .unknownAttribute, node, "attribute", id, among: attributes.map(\.id), in: place,
      fix: "declare it under [attributes.\(TOMLText.key(id))]")
    return nil
  }

  /// Checks that an attribute has a level.
  @discardableResult
  mutating func hasLevel(
    _ label: String, _ attribute: DeclaredAttribute, at node: ConfigurationNode, in place: String,
    declaredOnly: Bool = false
  ) -> Bool {
    guard attribute.hasLevels else { return false }
    let levels = attribute.configuration.attribute.levels
    let labels = levels.filter { !declaredOnly || $0.declaration == .declared }.map(\.label)
    if labels.contains(label) { return true }
    reportUnknown(
      .unknownLevel, node, "level", label, among: labels, in: place,
      fix: "the levels of \(attribute.id) are \(Self.list(labels))")
    return false
  }

  static func list(_ labels: [String]) -> String {
    labels.map { TOMLText.quoted($0) }.joined(separator: ", ")
  }

  /// `hourly_pay` as `Hourly pay`.
  static func words(_ id: String) -> String {
    let spaced = String(id.map { $0 == "_" || $0 == "-" ? " " : $0 })
    return spaced.prefix(1).uppercased() + spaced.dropFirst()
  }

  /// A text without blanks around it.
  static func trimmed(_ text: String) -> String {
    let front = text.drop { $0.isWhitespace }
    var end = front.endIndex
    while end > front.startIndex, front[front.index(before: end)].isWhitespace {
      end = front.index(before: end)
    }
    return String(front[..<end])
  }

  /// Checks the form of an identifier.
  mutating func checkIdentifier(_ id: String, at node: ConfigurationNode, what: String) {
    let isPlain = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    let startsWithLetter = id.utf8.first.map { $0 >= UInt8(ascii: "a") } ?? false
    if !isPlain || !startsWithLetter {
      report(
        .badIdentifier, node, "\(what) \(TOMLText.quoted(id)) is not an identifier",
        "use small letters, digits and _, a letter first")
    } else if Self.reserved.contains(id) && what != "input" {
      report(
        .badIdentifier, node, "\(what) \(TOMLText.quoted(id)) has a meaning of its own",
        "choose another identifier")
    }
  }

  /// Identifiers an attribute or measure cannot have.
  static let reserved =
    keys + dates + [
      "count", "kind", "stage", "event", "quarter", "hire_quarter", "training_step", "skills",
      "skill_domain",
      "drop",
    ]
  static let keys = ["person_id", "application_id", "requisition_id", "vacancy_id"]
  static let dates = ["snapshot_date", "date", "entered_on", "hire_date"]

  /// A path with the data folder in place of its variable, complete.
  mutating func complete(_ path: String, at node: ConfigurationNode) -> String {
    let variable = "$PARITY_DATA/"
    if path.hasPrefix(variable) {
      guard let data = environment["PARITY_DATA"], !data.isEmpty else {
        report(
          .environment, node, "the path begins with $PARITY_DATA, which is not set",
          "set PARITY_DATA to the folder of the data")
        return path
      }
      return (data.hasSuffix("/") ? data : data + "/") + path.dropFirst(variable.count)
    }
    if path.hasPrefix("$") {
      report(
        .badValue, node, "the path begins with a variable that is not known",
        "only $PARITY_DATA/ is replaced")
    }
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return (folder.hasSuffix("/") ? folder : folder + "/") + path
  }
}
