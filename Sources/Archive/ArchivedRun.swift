/// Who a release reports on, when and by which rules, as it says itself.
///
/// What a release does not say is `nil`: it cannot be held against another.
public struct ArchivedRun: Hashable, Sendable {
  /// A practical band, by the scale it lies on.
  public struct Band: Hashable, Sendable {
    /// The scale, for example `ratio`.
    public let scale: String
    /// The lower edge.
    public let lower: Double
    /// The upper edge.
    public let upper: Double
  }

  /// The organisation.
  public let organisation: String?
  /// The quarter reported.
  public let period: String?
  /// The engine and its version.
  public let engine: String?
  /// The confidence of intervals and verdicts.
  public let confidence: Double?
  /// How tests are adjusted for being several.
  public let multiplicity: String?
  /// The practical bands, in the order of the file; empty where the release does not name them.
  public let bands: [Band]

  /// Reads the member `run` of a release.
  init(_ document: JSONNode) throws(ArchiveProblem) {
    let run = document["run"] == nil ? .object([]) : try document.object("run")
    organisation = try run.optionalText("organisation")
    period = try run.optionalText("period")
    engine = try run.optionalText("engine")
    confidence = try run.optionalNumber("confidence")
    multiplicity = try run.optionalText("multiplicity")
    var bands: [Band] = []
    if run["bands"] != nil {
      for (scale, band) in try run.object("bands").members {
        guard let lower = try band.optionalNumber("lower"),
          let upper = try band.optionalNumber("upper")
        else { throw .wrongKind("bands") }
        bands.append(Band(scale: scale, lower: lower, upper: upper))
      }
    }
    self.bands = bands
  }

  /// The band of a scale.
  public func band(_ scale: String) -> Band? { bands.first { $0.scale == scale } }
}
