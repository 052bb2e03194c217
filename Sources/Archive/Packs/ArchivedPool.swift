/// A pool that was made earlier, read back from `pool.json`.
public struct ArchivedPool: Hashable, Sendable {
  /// A number with its limits.
  public struct Number: Hashable, Sendable {
    /// The number.
    public let value: Double
    /// Its limits, where it has them.
    public let interval: ClosedRange<Double>?
  }

  /// The organisation the pool was made for, in a figure.
  public struct Own: Hashable, Sendable {
    /// People of the group.
    public let people: Int
    /// Everyone.
    public let total: Int
    /// The share of organisations with a lower true share; `nil` where there is none.
    public let percentile: Number?
  }

  /// One figure.
  public struct Figure: Hashable, Sendable {
    /// The population, for example `workforce`.
    public let population: String
    /// The group's label.
    public let group: String
    /// The levels of the places; empty for everywhere.
    public let places: [String]
    /// The share of all people together.
    public let pooled: Double
    /// The mean of organisations' shares; `nil` where there is none.
    public let mean: Number?
    /// The interval in which the share of a further organisation lies, about its mean.
    public let prediction: Number?
    /// The organisation the pool was made for, where there is one.
    public let own: Own?
  }

  /// The schemas that are read.
  public static let schemas = ["parity.benchmark-pool/1"]
  /// How much of a pool is read.
  public static let limits = ArchiveLimits(bytes: 16 << 20, depth: 10, values: 1_000_000)

  /// The quarter of stocks.
  public let period: String
  /// The quarters of hires, promotions and exits; `nil` where there are none.
  public let flowPeriod: String?
  /// The name of the taxonomy.
  public let taxonomy: String
  /// The digest of the packs.
  public let panel: String
  /// How many organisations are pooled.
  public let contributors: Int
  /// The figures, in the order of the file.
  public let figures: [Figure]

  /// Reads the bytes of a `pool.json`.
  ///
  /// - Throws: an ``ArchiveProblem`` where they are not one.
  public init(
    poolFile bytes: [UInt8], limits: ArchiveLimits = Self.limits
  ) throws(ArchiveProblem) {
    let document = try JSONReader.read(bytes, limits: limits)
    guard Self.schemas.contains(try document.text("schema")) else { throw .unknownSchema }
    period = try document.text("period")
    flowPeriod = try document.optionalText("flow_period")
    taxonomy = try document.text("taxonomy")
    panel = try document.text("panel")
    contributors = try document.count("contributors")
    var figures: [Figure] = []
    for node in try document.array("figures") { figures.append(try Figure(node)) }
    self.figures = figures
  }
}

extension ArchivedPool.Figure {
  fileprivate init(_ node: JSONNode) throws(ArchiveProblem) {
    population = try node.text("population")
    group = try node.text("group")
    var places: [String] = []
    for place in try node.array("by") { places.append(try place.text("level")) }
    self.places = places
    guard let pooled = try node.optionalNumber("pooled"), (0...1).contains(pooled) else {
      throw .wrongKind("pooled")
    }
    self.pooled = pooled
    mean = try ArchivedPool.Number(node, "mean")
    prediction = try ArchivedPool.Number(node, "prediction")
    guard node["own"] != nil else {
      own = nil
      return
    }
    let mine = try node.object("own")
    let (people, total) = (try mine.count("people"), try mine.count("total"))
    guard total > 0, people <= total else { throw .wrongKind("own") }
    own = ArchivedPool.Own(
      people: people, total: total, percentile: try ArchivedPool.Number(mine, "percentile"))
  }
}

extension ArchivedPool.Number {
  /// A share with its limits; `nil` where the pool gives a reason instead.
  fileprivate init?(_ node: JSONNode, _ name: String) throws(ArchiveProblem) {
    let number = try node.object(name)
    guard let value = try number.optionalNumber("value") else { return nil }
    let lower = try number.optionalNumber("lower")
    let upper = try number.optionalNumber("upper")
    guard (0...1).contains(value) else { throw .wrongKind(name) }
    self.value = value
    guard let lower, let upper else {
      interval = nil
      return
    }
    guard lower >= 0, lower <= upper, upper <= 1 else { throw .wrongKind(name) }
    interval = lower...upper
  }
}
