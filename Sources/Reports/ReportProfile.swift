/// Which of a report's documents is written.
public enum ReportProfile: String, Sendable, Hashable, CaseIterable {
  /// Every section.
  case full
  /// One printed side for leaders.
  case leadership
  /// Every section, every test and every method, for readers who check the numbers.
  case research
}
