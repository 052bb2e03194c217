/// What stands in a table where a number cannot.
public enum Marker: String, Hashable, Sendable, CaseIterable {
  /// Hidden to protect people.
  case notShown = "[c]"
  /// The quantity is not defined here.
  case notApplicable = "[z]"
  /// There are no data for it.
  case noData = "[x]"
  /// The number rests on few people.
  case lowReliability = "[u]"
  /// The number cannot be compared with the period before.
  case breakInSeries = "[b]"
  /// Tests of the same hypothesis disagree.
  case dependsOnMethod = "[m]"
  /// The number rounds to zero but is not zero.
  case roundsToZero = "[low]"

  /// What the marker means, for the key under a table, in the language of a tag such as `de`; in
  /// English where it has no words for that language.
  public func meaning(in language: String) -> String {
    switch language.prefix(2) {
    case "de": german
    case "fr": french
    case "es": spanish
    default: english
    }
  }

  private var english: String {
    switch self {
    case .notShown: "not shown, to protect people's privacy"
    case .notApplicable: "not applicable"
    case .noData: "not available"
    case .lowReliability: "low reliability: rests on few people"
    case .breakInSeries: "break in the series: not comparable with the period before"
    case .dependsOnMethod: "borderline: tests of the same question disagree"
    case .roundsToZero: "rounds to zero but is not zero"
    }
  }

  private var german: String {
    switch self {
    case .notShown: "nicht gezeigt, zum Schutz von Personen"
    case .notApplicable: "nicht anwendbar"
    case .noData: "nicht verfügbar"
    case .lowReliability: "geringe Verlässlichkeit: beruht auf wenigen Personen"
    case .breakInSeries: "Bruch in der Reihe: mit dem Zeitraum davor nicht vergleichbar"
    case .dependsOnMethod: "Grenzfall: Tests derselben Frage widersprechen sich"
    case .roundsToZero: "gerundet null, aber nicht null"
    }
  }

  private var french: String {
    switch self {
    case .notShown: "non montré, afin de protéger les personnes"
    case .notApplicable: "sans objet"
    case .noData: "non disponible"
    case .lowReliability: "faible fiabilité\u{A0}: repose sur peu de personnes"
    case .breakInSeries: "rupture de série\u{A0}: non comparable avec la période précédente"
    case .dependsOnMethod: "cas limite\u{A0}: des tests de la même question se contredisent"
    case .roundsToZero: "arrondi à zéro sans être nul"
    }
  }

  private var spanish: String {
    switch self {
    case .notShown: "no se muestra, para proteger a las personas"
    case .notApplicable: "no procede"
    case .noData: "no disponible"
    case .lowReliability: "baja fiabilidad: se basa en pocas personas"
    case .breakInSeries: "ruptura de la serie: no comparable con el período anterior"
    case .dependsOnMethod: "caso límite: pruebas de la misma pregunta discrepan"
    case .roundsToZero: "se redondea a cero sin ser cero"
    }
  }
}
