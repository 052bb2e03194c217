import Encoders

/// What a cell gave: the text between its markers, a figure's file, and the values of the text.
struct CellAnswer: Sendable {
  /// The text between the markers, lines ended by `\n`; `nil` for a cell without output.
  let text: String?
  /// The SVG, for a figure.
  let figure: String?
  /// The values of the text that come from the cell, in order.
  var values: [LockManifest.Value]

  /// The digest of the output.
  func digest(_ digests: Digests) -> String {
    Self.digest(text: text ?? "", figure: figure, digests)
  }

  static func digest(text: String, figure: String?, _ digests: Digests) -> String {
    digests.text(figure.map { "\(text)\0\($0)" } ?? text)
  }
}

/// Runs prepared cells.
struct CellRun: Sendable {
  let runs: RememberedRuns
  let preparation: CellPreparation
  let root: RootFolder
  /// The folder of figures as the notebook links to it, for example `figures/NAME`.
  let figureFolder: String

  /// Runs a cell and makes its output and its values.
  ///
  /// - Throws: why there is none.
  func answer(
    _ prepared: PreparedCell, values: [InlineValue]
  ) async throws(CellFailures) -> CellAnswer {
    let answer: CellAnswer
    let answered: JSONValue
    do throws(CellOptions.Problem) {
      let (made, document) = try await output(prepared)
      guard !values.isEmpty else { return made }
      guard prepared.allowed.hasJSON else {
        throw CellOptions.Problem(
          .noSuchValue,
          "\(prepared.allowed.words.joined(separator: " ")) prints no JSON to take values from")
      }
      if let document { answered = document } else { answered = try await json(prepared).document }
      answer = made
    } catch {
      throw CellFailures(error)
    }
    return try Self.adding(values, from: answered, to: answer)
  }

  private func output(
    _ prepared: PreparedCell
  ) async throws(CellOptions.Problem) -> (CellAnswer, JSONValue?) {
    let options = prepared.cell.options
    var text: String?
    var figure: String?
    var document: JSONValue?
    switch options.output {
    case .text: text = try await plain(prepared)
    case .none: _ = try await plain(prepared)
    case .json:
      let (printed, value) = try await json(prepared)
      document = value
      text = InertOutput.json(printed)
    case .table where options.rows != nil:
      let value = try await json(prepared).document
      document = value
      text = try TableOutput(options)?.markdown(of: value)
    case .table, .markdown:
      text = InertOutput.markdown(try await succeed(prepared, prepared.arguments))
    case .figure:
      figure = try await succeed(prepared, adding("--figure", to: prepared.arguments))
      let name = prepared.cell.id ?? ""
      let alternative = MarkdownEncoder.inline(preparation.filled(options.alternative ?? ""))
      let path = MarkdownEncoder.destination("\(figureFolder)/\(name).svg")
      text = "![\(alternative)](\(path))\n"
    }
    if let caption = options.caption, let body = text {
      text = "**\(MarkdownEncoder.inline(preparation.filled(caption)))**\n\n\(body)"
    }
    if let body = text, options.output != .text, options.output != .json {
      // A blank line on both sides keeps tables and paragraphs apart from the comments.
      text = "\n\(body)\n"
    }
    return (CellAnswer(text: text, figure: figure, values: []), document)
  }

  /// The answer with the values of the text.
  private static func adding(
    _ values: [InlineValue], from document: JSONValue, to answer: CellAnswer
  ) throws(CellFailures) -> CellAnswer {
    var answer = answer
    var failures: [CellFailures.Failure] = []
    for inline in values {
      guard case .answer(_, let path, let isPerHundred) = inline.source else { continue }
      do throws(CellOptions.Problem) {
        let value = try path.requiredValue(in: document)
        guard let text = inline.format.text(value, isPerHundred: isPerHundred) else {
          throw CellOptions.Problem(
            .unprintableValue, "\(inline.expression) does not print what stands there",
            "numbers are printed by %.2f, %d and %p, words by %s")
        }
        answer.values.append(LockManifest.Value(expression: inline.expression, text: text))
      } catch {
        failures.append(CellFailures.Failure(line: inline.line, problem: error))
      }
    }
    guard failures.isEmpty else { throw CellFailures(failures) }
    return answer
  }

  /// The block of what a command prints, or of the message it is expected to fail with.
  private func plain(_ prepared: PreparedCell) async throws(CellOptions.Problem) -> String {
    guard let expected = prepared.cell.options.expectedError else {
      return InertOutput.block(try await succeed(prepared, prepared.arguments), language: "text")
    }
    let outcome = await run(prepared.arguments)
    let isExpected =
      switch expected {
      case .exit(let code): outcome.exitCode == code
      case .code(let code):
        outcome.exitCode != 0
          && outcome.errors.contains { line in
            line.split { !($0.isLetter || $0.isNumber) }.contains { $0 == code }
          }
      }
    guard isExpected else {
      let wanted =
        switch expected {
        case .exit(let code): "exit code \(code)"
        case .code(let code): code
        }
      throw CellOptions.Problem(
        .unexpectedOutcome,
        "the command was to fail with \(wanted) and ended with exit code \(outcome.exitCode)"
          + Self.quoted(outcome.errors))
    }
    let lines = outcome.errors + [outcome.output]
    return InertOutput.block(lines.joined(separator: "\n"), language: "text")
  }

  private func json(
    _ prepared: PreparedCell
  ) async throws(CellOptions.Problem) -> (printed: String, document: JSONValue) {
    let printed = try await succeed(prepared, adding("--json", to: prepared.arguments))
    guard let document = JSONText.read(printed) else {
      throw CellOptions.Problem(.failedCell, "the command printed no JSON")
    }
    return (printed, document)
  }

  private func adding(_ option: String, to arguments: [String]) -> [String] {
    arguments.contains(option) ? arguments : arguments + [option]
  }

  /// What a command prints that must end well.
  private func succeed(
    _ prepared: PreparedCell, _ arguments: [String]
  ) async throws(CellOptions.Problem) -> String {
    let outcome = await run(arguments)
    guard outcome.exitCode == 0 else {
      throw CellOptions.Problem(
        .failedCell,
        "parity \(prepared.command) ended with exit code \(outcome.exitCode)"
          + Self.quoted(outcome.errors),
        "mend the command, or say that it is to fail with expect-error")
    }
    return outcome.output
  }

  private func run(_ arguments: [String]) async -> CommandOutcome {
    let outcome = await runs.run(arguments)
    return CommandOutcome(
      output: root.withoutFolders(outcome.output),
      errors: outcome.errors.map(root.withoutFolders), exitCode: outcome.exitCode)
  }

  private static func quoted(_ lines: [String]) -> String {
    lines.isEmpty ? "" : ":\n" + lines.map { "    \($0)" }.joined(separator: "\n")
  }
}
