import Aggregates
import Analyses
import Configuration
import Disclosure
import Documents
import Encoders
import Reports

/// The reports of everyone and of each part, from one release that was ruled on as a whole.
struct ReportBatch {
  /// The parts.
  let parts: ReportedParts
  /// The release of all reports together.
  let joint: Release
  /// The report of everyone.
  let whole: ReportInput
  let configuration: RunConfiguration

  /// The folder of everyone's report.
  static let wholeFolder = "everyone"

  /// Everyone's report, then those of the parts in declared order.
  ///
  /// A part has no report where none of its numbers is shown.
  var entries: [BatchIndex.Entry] {
    var taken: Set<String> = [Self.wholeFolder]
    return [
      BatchIndex.Entry(
        name: configuration.organisation.name, folder: Self.wholeFolder, input: whole)
    ]
      + parts.reported.map { part in
        let input = ReportInput(release: joint.part(part.prefix), context: context(of: part))
        let base = FileNameEncoder.name(part.level)
        var folder = base
        var number = 2
        while !taken.insert(folder.lowercased()).inserted {
          folder = "\(base)-\(number)"
          number += 1
        }
        return BatchIndex.Entry(
          name: part.level, folder: input.release.hasNumbers ? folder : nil, input: input)
      }
  }

  /// The page that leads to the reports.
  func index(
    _ entries: [BatchIndex.Entry], page profiles: [ReportProfile], _ formats: ReportFormats
  ) -> Document {
    let id = parts.reported.first?.attribute ?? ""
    let name = profiles.first.map { ReportFiles.name($0) } ?? "report"
    return BatchIndex(
      whole: entries[0], parts: Array(entries.dropFirst()),
      attribute: configuration.attribute(id)?.attribute.title ?? id,
      page: name + (formats.has(.html) ? ".html" : ".md")
    ).document
  }

  /// What a part's report says beside its numbers: targets, actions and benchmarks of everyone are not
  /// the part's.
  private func context(of part: WorkforcePart) -> ReportContext {
    var context = whole.context
    context.organisation += ": " + part.level
    context.targets = []
    context.actions = []
    context.crosswalk = []
    context.benchmarks = zip(configuration.benchmarks, whole.context.benchmarks)
      .filter { benchmark, _ in
        benchmark.within.contains { $0.attribute == part.attribute && $0.level == part.level }
      }.map(\.1)
    return context
  }
}
