/// What an attacker knows beside what is published: the bounds they put on hidden counts.
///
/// Each model is a set of tables the attacker holds possible. The smaller the set, the narrower the
/// intervals; a proof that a count cannot be narrowed down under a smaller set holds for every larger
/// one. Where every cell has a place, the set of ``zerosPublic`` is within that of ``insider``, which
/// is within that of ``nonNegative``: there one check answers for all three. A hidden cell without a
/// place may be 0 in ``zerosPublic``, and a person in it knows better: neither set is then within the
/// other, and ``InsiderAudit`` checks such people one by one.
public enum AttackerModel: String, Hashable, Sendable, CaseIterable {
  /// M0: counts are not negative. Hidden cells are 0 or more.
  case nonNegative = "non-negative"
  /// M1: zeros are public. Hidden cells that have a place in the release are 1 or more, and every
  /// count of 0 that has one is known. Hidden cells without a place are 0 or more.
  case zerosPublic = "zeros-public"
  /// M2: a person who knows their own record, wherever it is.
  ///
  /// Such a person knows one member of each hidden cell that holds them, and nothing of the cells
  /// that do not: their set is `{x : x ≥ 1 in their cells}`. Which cells are theirs differs from
  /// person to person. Here every hidden cell that holds somebody is at least 1 at once. That set is
  /// within the set of each single person, so an interval that is wide in it is wide for all of them;
  /// one that is narrow in it may be wider for some, and more is hidden than they require. That is much
  /// more where many cells have no place; ``InsiderAudit`` hides what single people require, who also
  /// know that zeros are public.
  ///
  /// What such a person wants to learn is about the others, so the interval of a cell that holds
  /// somebody is that of the count less one: both ends fall by one and its width stays.
  ///
  /// It does not cover a person who also knows that nobody else is in their cell. They know its count,
  /// as if it were published.
  case insider

  /// The least value of a hidden cell, given its true count; `nil` stands for a count nobody knows.
  func least(_ count: Int?, hasPlace: Bool = true) -> Int {
    switch self {
    case .nonNegative: 0
    case .zerosPublic: hasPlace ? 1 : 0
    case .insider: count.map { $0 > 0 ? 1 : 0 } ?? 0
    }
  }

  /// Whether a cell's count is known though the cell is hidden.
  func knows(_ count: Int?, hasPlace: Bool = true) -> Bool {
    self == .zerosPublic && count == 0 && hasPlace
  }

  /// How many of a cell's people the attacker is.
  func own(_ count: Int?) -> Int { self == .insider && (count ?? 0) > 0 ? 1 : 0 }
}
