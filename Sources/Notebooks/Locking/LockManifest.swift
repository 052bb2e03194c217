import Encoders

/// What the outputs of a notebook were made from, kept beside it: no clock, no machine.
package struct LockManifest: Sendable, Hashable {
  /// A file that a cell read.
  struct Input: Sendable, Hashable {
    /// The path as the notebook writes it.
    let path: String
    /// Its digest.
    let digest: InputDigest
  }

  /// A value within the text.
  struct Value: Sendable, Hashable {
    let expression: String
    let text: String
  }

  /// One cell.
  struct LockedCell: Sendable, Hashable {
    let id: String
    /// The command after parameters were put in.
    let command: String
    /// The options that shape the output.
    let options: [String]
    /// The digest of everything the output depends on.
    let key: String
    /// The digest of the output, the figure's file included.
    let output: String
    /// The paths of the inputs.
    let inputs: [String]
    /// The policy that protects what is shown.
    let policy: String?
    let seed: UInt64?
    /// The path of the figure's file, beside the notebook.
    let figure: String?
    /// The values of the text that come from the cell, in order.
    let values: [Value]
  }

  /// The notebook's file name.
  let notebook: String
  /// What made the outputs.
  let engine: EngineIdentity
  /// The parameters as they were.
  let parameters: [Value]
  /// Every input, by path.
  let inputs: [Input]
  /// The cells in the order of the notebook.
  let cells: [LockedCell]

  static let schema = "parity.notebook-lock/1"

  func cell(_ id: String) -> LockedCell? { cells.first { $0.id == id } }

  func input(_ path: String) -> Input? { inputs.first { $0.path == path } }

  /// The document, the same bytes for the same manifest.
  package var document: String {
    JSONValue.object([
      "schema": .text(Self.schema), "notebook": .text(notebook), "engine": .text(engine.engine),
      "gsl": .text(engine.gsl), "locale": .text(engine.locale),
      "parameters": .object(
        Dictionary(
          parameters.map { ($0.expression, .text($0.text)) },
          uniquingKeysWith: { first, _ in first })
      ),
      "inputs": .array(
        inputs.map { input in
          switch input.digest {
          case .sha256(let text): .object(["path": .text(input.path), "sha256": .text(text)])
          case .keyed(let text): .object(["path": .text(input.path), "hmac_sha256": .text(text)])
          case .none: .object(["path": .text(input.path), "sha256": .null])
          }
        }),
      "cells": .array(cells.map(\.json)),
    ]).document
  }
}

extension LockManifest.LockedCell {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = [
      "id": .text(id), "command": .text(command),
      "options": .array(options.map(JSONValue.text)), "key": .text(key),
      "output_sha256": .text(output), "inputs": .array(inputs.map(JSONValue.text)),
      "values": .array(
        values.map { .object(["expression": .text($0.expression), "text": .text($0.text)]) }),
    ]
    members["policy"] = policy.map(JSONValue.text)
    members["seed"] = seed.map { .text(String($0)) }
    members["figure"] = figure.map(JSONValue.text)
    return .object(members)
  }
}
