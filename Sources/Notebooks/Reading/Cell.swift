/// A command of a notebook with what it left in the text.
struct Cell: Sendable {
  /// An output as it stands in the file.
  struct Written: Sendable {
    /// The digest its first line states.
    let digest: String?
    /// The text between the markers, lines ended by `\n`.
    let text: String
  }

  /// The identifier; `nil` where the cell leaves no output.
  let id: String?
  /// The line of the file on which the cell begins.
  let line: Int
  /// How the cell is run and shown.
  let options: CellOptions
  /// The words of the command, parameters not yet put in.
  let words: [CommandWords.Word]
  /// The cell as it stands in the file, fences included.
  let source: String
  /// The blank lines between the cell and its output.
  let gap: String
  /// The output; `nil` where there is none yet.
  let written: Written?

  /// What a message calls the cell.
  var name: String { id.map { "cell #\($0)" } ?? "the cell in line \(line)" }
}
