/// Reads CSV as RFC 4180 has it, for tests that read back what was written.
struct SpreadsheetReader {
  /// The rows; empty where the text is not CSV.
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var row: [String] = []
    var scalars = Array(text.unicodeScalars)[...]
    while !scalars.isEmpty {
      var field = String.UnicodeScalarView()
      if scalars.first == "\"" {
        scalars.removeFirst()
        while let scalar = scalars.popFirst() {
          if scalar != "\"" {
            field.append(scalar)
          } else if scalars.first == "\"" {
            field.append(scalar)
            scalars.removeFirst()
          } else {
            break
          }
        }
      } else {
        while let scalar = scalars.first, scalar != ",", scalar != "\r", scalar != "\n" {
          // A quote within a plain field is no CSV.
          if scalar == "\"" {
            rows = []
            return
          }
          field.append(scalar)
          scalars.removeFirst()
        }
      }
      row.append(String(field))
      if scalars.first == "," {
        scalars.removeFirst()
        if scalars.isEmpty { row.append("") }
      } else if scalars.starts(with: ["\r", "\n"]) {
        scalars.removeFirst(2)
        rows.append(row)
        row = []
      } else {
        rows = []
        return
      }
    }
  }
}
