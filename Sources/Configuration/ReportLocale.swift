/// The languages a report is written in, by the tag of `[organisation] locale`.
public enum ReportLocale {
  /// Every tag, English first.
  public static let all = ["en-GB", "en-US", "de", "fr", "es"]

  /// The tag meant by one that is not known; `nil` where none is near.
  public static func suggestion(for tag: String) -> String? {
    let language = tag.lowercased().prefix { $0.isLetter }
    return all.first { $0.prefix { $0.isLetter } == language }
      ?? EditDistance.nearest(to: tag, among: all)
  }
}

extension RunConfiguration {
  /// The same run, reported in another language; what is computed and the currency stay.
  ///
  /// - Parameter locale: a tag of `ReportLocale.all`; with any other the run stays as it is.
  public func reported(in locale: String) -> RunConfiguration {
    guard ReportLocale.all.contains(locale) else { return self }
    var changed = self
    changed.organisation.locale = locale
    changed.settings = settings.map { setting in
      guard setting.table == "[organisation]", setting.key == "locale" else { return setting }
      return ConfigurationSetting(
        table: setting.table, position: setting.position, key: setting.key,
        value: TOMLText.quoted(locale), isDefault: false)
    }
    return changed
  }
}
