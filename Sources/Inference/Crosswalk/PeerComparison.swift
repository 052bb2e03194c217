import Estimates

/// One number of this engine beside what another program prints for the same data.
public struct PeerComparison: Sendable {
  /// How the two numbers stand to each other.
  public enum Agreement: String, Hashable, Sendable, Codable, CaseIterable {
    /// The same to the digits printed.
    case same
    /// Another definition that has its uses.
    case anotherConvention = "another_convention"
    /// Not what the other program says it is.
    case wrong

    /// The agreement as it is printed.
    public var words: String {
      switch self {
      case .same: "the same"
      case .anotherConvention: "another convention"
      case .wrong: "wrong"
      }
    }
  }

  /// Where the other program's number is from.
  public enum Provenance: Hashable, Sendable {
    /// The program was run; its output stands beside the tests.
    case run
    /// The program was not run here; who reported the number.
    case reported(by: String)
  }

  /// A stable identifier, for example `fisher-r`.
  public let id: String
  /// The number asked for.
  public let question: CrosswalkQuestion
  /// The other program's name.
  public let program: String
  /// Its version, where it is known.
  public let version: String?
  /// The function with its options.
  public let call: String
  /// Where the other program's number is from.
  public let provenance: Provenance
  /// What the other program prints: a number, or `NaN`, `an error`.
  public let peerPrints: String
  /// What this engine prints to as many digits, or `no number` where it says why there is none.
  public let parityPrints: String
  /// How the two numbers stand to each other.
  public let agreement: Agreement
  /// Why they are the same or differ, as a sentence.
  public let reason: String
  /// How to get one number from the other, as a sentence; empty where there is nothing to do.
  public let exchange: String

  init(
    _ id: String, _ question: CrosswalkQuestion, program: String, version: String?, call: String,
    provenance: Provenance = .run, prints peerPrints: String, parity parityPrints: String,
    _ agreement: Agreement, because reason: String, exchange: String = ""
  ) {
    self.id = id
    self.question = question
    self.program = program
    self.version = version
    self.call = call
    self.provenance = provenance
    self.peerPrints = peerPrints
    self.parityPrints = parityPrints
    self.agreement = agreement
    self.reason = reason
    self.exchange = exchange
  }

  /// The identifier of the method with its options.
  public var methodID: String { question.method.stamp.id }

  /// Which number is meant, with the method's conventions where its identifier does not tell them.
  private var quantityWords: String {
    let stamp = question.method.stamp
    let isAmbiguous = PeerCrosswalk.all.contains {
      let other = $0.question.method.stamp
      return other.id == stamp.id && other.convention != stamp.convention
    }
    return question.quantity.words + (isAmbiguous ? "; " + stamp.convention : "")
  }

  /// The comparison as one line of text.
  public var line: String {
    let named = ([program] + [version].compactMap { $0 }).joined(separator: " ")
    var text = "\(named) \(call) prints \(peerPrints) for \(question.data)"
    if case .reported(let source) = provenance { text += " (as reported by \(source), not run)" }
    text += "; \(methodID) prints \(parityPrints) (\(quantityWords))"
    text += ": \(agreement.words). \(reason)"
    return exchange.isEmpty ? text : text + " " + exchange
  }

  /// The comparison as a row of a Markdown table.
  ///
  /// The columns are method, data, program, what it prints, what this engine prints, agreement, and
  /// why with how to get the one from the other.
  public var markdownRow: String {
    let named = ([program] + [version].compactMap { $0 }).joined(separator: " ")
    var source = "\(named) `\(call)`"
    if case .reported(let reporter) = provenance {
      source += " (as reported by \(reporter), not run)"
    }
    let why = exchange.isEmpty ? reason : reason + " " + exchange
    let fields = [
      "`\(methodID)` (\(quantityWords))", question.data, source, peerPrints, parityPrints,
      agreement.words, why,
    ]
    return "| " + fields.joined(separator: " | ") + " |"
  }
}
