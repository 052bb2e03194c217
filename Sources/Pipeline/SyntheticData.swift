import Archive
public import Configuration
import Documents
import Estimates
import SyntheticWorkforce

/// Writes the synthetic HealthTech employer.
public enum SyntheticData {
  /// The seed of the bundled example.
  public static let bundledSeed: UInt64 = HealthTechWorkforce.publishedSeed

  /// Writes the files of a seed into a new folder and returns how many there are.
  public static func write(seed: UInt64, folder: String, force: Bool) throws(RunFailure) -> Int {
    let files = HealthTechWorkforce(seed: seed).files().map {
      RenderedFile(path: $0.path, bytes: Array($0.text.utf8))
    }
    try OutputFolder(path: folder, replacesExisting: force).write(files)
    return files.count
  }
}

extension SyntheticData {
  /// Writes the packs of the partners of a seed, a folder each, and returns how many there are.
  ///
  /// They follow the taxonomy of a configuration, so that they can be pooled with its own pack.
  public static func writePartners(
    seed: UInt64, configuration: RunConfiguration, folder: String, force: Bool
  ) throws(RunFailure) -> Int {
    let taxonomy = PackTaxonomy(configuration)
    var files: [RenderedFile] = []
    let partners = PartnerOrganisations(seed: seed).partners
    for partner in partners {
      let content = PackContent(
        contributor: partner.code, period: PartnerOrganisations.period,
        flowPeriod: PartnerOrganisations.flowPeriod,
        snapshotDate: PartnerOrganisations.snapshotDate, audience: "public",
        threshold: PartnerOrganisations.threshold, taxonomy: "healthtech",
        characteristics: taxonomy.characteristics.filter { attribute in
          partner.counts.contains { $0.characteristic == attribute.id }
        },
        structures: taxonomy.structures.filter { attribute in
          partner.counts.contains { $0.places.contains { $0.structure == attribute.id } }
        },
        figures: partner.counts.map { count in
          ArchivedPack.Figure(
            key: ArchivedPack.Key(
              population: count.population, characteristic: count.characteristic,
              group: count.group, base: count.isOfDeclared ? .declared : .everyone,
              by: count.places.map { CellKey.Condition($0.structure, $0.level) }),
            people: count.people, total: count.total)
        })
      files += try PackManifest.seal([content.file()], key: nil).map {
        RenderedFile(path: "\(partner.code)/\($0.path)", bytes: $0.bytes)
      }
    }
    try OutputFolder(path: folder, replacesExisting: force).write(files)
    return partners.count
  }
}
