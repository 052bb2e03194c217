/// The few words a renderer adds of its own.
struct DocumentWords: Sendable {
  let skip = "Skip to the content"
  let contents = "Contents"
  let about = "About this report"
  let note = "Note"
  let caution = "Read with care"
  let finding = "Finding"
  let key = "Key"
  let annexTitle = "Tables behind the figures"
  let annexLink = "The numbers behind this figure"
  let csv = "CSV"
  let measure = "Measure"
  let value = "Value"
  let detail = "Detail"
  let verdict = "Verdict"

  func title(of kind: CalloutKind) -> String {
    switch kind {
    case .note: note
    case .caution: caution
    case .finding: finding
    }
  }
}
