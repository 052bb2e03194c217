public import Estimates

/// A method with a card in the catalogue; its options are stored properties, so that two equal
/// methods give equal numbers.
public protocol CataloguedMethod: Codable, Hashable, Sendable {
  /// What a reader is told about the method, whatever its options.
  static var card: MethodCard { get }
  /// The name printed with every number, with the options in words.
  var stamp: MethodStamp { get }
}

/// A pure function from counts or amounts to an outcome: the same input gives the same outcome.
///
/// A quantity the data leave undefined is `.notEstimable` with a reason; nothing is thrown and no
/// NaN comes out.
public protocol StatisticalMethod<Input>: CataloguedMethod {
  /// What the method is computed from.
  associatedtype Input
  /// The number, or why there is none.
  func callAsFunction(_ input: Input) -> Outcome
}

extension CataloguedMethod {
  /// The card's name with these options; a variant may have an identifier and a title of its own.
  func stamp(
    id: String? = nil, title: String? = nil, convention: String,
    inference: InferenceMode = .process
  ) -> MethodStamp {
    let card = Self.card
    return MethodStamp(
      id: id ?? card.id, title: title ?? card.title, convention: convention, source: card.source,
      inference: inference)
  }
}
