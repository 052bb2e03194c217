/// The few words a renderer adds of its own, in the language of the document.
struct DocumentWords: Sendable {
  let skip: String
  let contents: String
  let about: String
  let note: String
  let caution: String
  let finding: String
  let key: String
  let annexTitle: String
  let annexLink: String
  let csv = "CSV"
  let measure: String
  let value: String
  let detail: String
  let verdict: String

  /// The words of a language's tag; English where there are none.
  static func of(_ language: String) -> DocumentWords {
    switch language.prefix(2) {
    case "de": german
    case "fr": french
    case "es": spanish
    default: english
    }
  }

  /// Between a name and what is said of it.
  let colon: String

  func title(of kind: CalloutKind) -> String {
    switch kind {
    case .note: note
    case .caution: caution
    case .finding: finding
    }
  }

  private static let english = DocumentWords(
    skip: "Skip to the content", contents: "Contents", about: "About this report", note: "Note",
    caution: "Read with care", finding: "Finding", key: "Key",
    annexTitle: "Tables behind the figures", annexLink: "The numbers behind this figure",
    measure: "Measure", value: "Value", detail: "Detail", verdict: "Verdict", colon: ": ")

  private static let german = DocumentWords(
    skip: "Zum Inhalt springen", contents: "Inhalt", about: "Über diesen Bericht",
    note: "Hinweis", caution: "Mit Vorsicht lesen", finding: "Befund", key: "Legende",
    annexTitle: "Tabellen zu den Abbildungen", annexLink: "Die Zahlen zu dieser Abbildung",
    measure: "Kennzahl", value: "Wert", detail: "Einzelheiten", verdict: "Bewertung", colon: ": ")

  private static let french = DocumentWords(
    skip: "Aller au contenu", contents: "Sommaire", about: "À propos de ce rapport",
    note: "Note", caution: "À lire avec prudence", finding: "Constat", key: "Légende",
    annexTitle: "Tableaux des figures", annexLink: "Les chiffres de cette figure",
    measure: "Mesure", value: "Valeur", detail: "Détail", verdict: "Verdict", colon: "\u{A0}: ")

  private static let spanish = DocumentWords(
    skip: "Ir al contenido", contents: "Índice", about: "Acerca de este informe", note: "Nota",
    caution: "Leer con cautela", finding: "Hallazgo", key: "Leyenda",
    annexTitle: "Tablas de las figuras", annexLink: "Las cifras de esta figura",
    measure: "Medida", value: "Valor", detail: "Detalle", verdict: "Veredicto", colon: ": ")
}
