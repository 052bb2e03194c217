extension PoolText {
  /// The German text with named places in braces.
  var german: String {
    switch self {
    case .title: "Gemeinsamer Vergleich von {count} Organisationen"
    case .subtitle: "Vielfalt und Inklusion, {period}"
    case .organisations: "Organisationen im Vergleich"
    case .taxonomy: "Einteilung"
    case .stocks: "Quartal"
    case .flows: "Einstellungen, Beförderungen und Austritte"
    case .snapshot: "Letzter Stichtag"
    case .madeOn: "Erstellt am"
    case .ownOrganisation: "Ihre Organisation"
    case .engine: "Erstellt mit"
    case .lead:
      "Jede Zahl unten betrifft alle {count} Organisationen zusammen oder die eigene. Zahlen "
        + "anderer einzelner Organisationen stehen nicht in diesem Bericht."
    case .workforce: "Belegschaft"
    case .hires: "Einstellungen"
    case .promotions: "Beförderungen"
    case .exits: "Austritte"
    case .pooledShare: "{group}: {pooled} aller Personen im Vergleich (etwa {people} von {total})."
    case .spread:
      "Die Anteile der einzelnen Organisationen liegen um {mean}, mit einer Standardabweichung "
        + "von {deviation} Prozentpunkten; der einer weiteren läge zwischen {lower} und {upper}."
    case .noSpread:
      "Die Organisationen unterscheiden sich nicht stärker als durch Zufall; der Anteil einer "
        + "weiteren läge zwischen {lower} und {upper}."
    case .ownShare:
      "{name}: {share} ({people} von {total}), höher als bei etwa {percentile} solcher "
        + "Organisationen (95-%-Intervall {lower} bis {upper})."
    case .ownMiddle: "{name}: {share} ({people} von {total})."
    case .ownInside:
      "Das liegt innerhalb der Grenzen von Zufall und üblicher Streuung bei dieser Größe."
    case .ownBetween:
      "Das liegt außerhalb der 95-%-Grenzen von Zufall und üblicher Streuung bei dieser Größe "
        + "und innerhalb der 99,8-%-Grenzen."
    case .ownOutside:
      "Das liegt außerhalb der 99,8-%-Grenzen von Zufall und üblicher Streuung bei dieser "
        + "Größe: Es lohnt, dem nachzugehen."
    case .tableCaption: "{characteristic}, {population}, {period}"
    case .group: "Gruppe"
    case .people: "Personen der Gruppe"
    case .everyone: "Alle Gezählten"
    case .mean: "Mittlerer Anteil der Organisationen"
    case .deviation: "Standardabweichung zwischen Organisationen"
    case .points: "Prozentpunkte"
    case .prediction: "Eine weitere Organisation"
    case .ownColumn: "{name}"
    case .percentile: "Perzentil von {name}"
    case .ofDeclared: "Anteile beziehen sich auf Personen mit Angabe."
    case .ofEveryone:
      "Anteile nach Bereich sowie bei Einstellungen, Beförderungen und Austritten können sich "
        + "auf alle beziehen, mit oder ohne Angabe."
    case .figureTitle: "{group}: {share} bei {name}, im Mittel {mean}"
    case .figureCaption:
      "Die Grenzen umfassen den Zufall und die Streuung, die Organisationen ohnehin haben. Der "
        + "eine Punkt ist die eigene Organisation."
    case .axisShare: "Anteil der Gruppe {group}"
    case .axisPeople: "Gezählte Personen einer Organisation"
    case .meanKey: "Mittel der Organisationen"
    case .innerKey: "95-%-Grenzen"
    case .outerKey: "99,8-%-Grenzen"
    case .standardised: "Beobachtet und erwartet"
    case .standardisedLead:
      "Wie viele Personen {name} hat und wie viele es mit den gemeinsamen Anteilen in "
        + "gleichartigen Stellen wären. Ein Verhältnis von 1 heißt: so viele wie erwartet."
    case .standardisedCaption: "Personen bei {name} und erwartete Personen"
    case .observed: "Beobachtet"
    case .expected: "Erwartet"
    case .ratio: "Beobachtet / erwartet"
    case .compared: "Anteil der verglichenen Personen"
    case .byStructures: "{group}, nach {structures}"
    case .readWithCare: "Mit Vorsicht lesen"
    case .chosen:
      "Die Organisationen nehmen freiwillig teil; andere können anders sein. Ein Anteil sagt "
        + "nichts über seine Ursache."
    case .coarse:
      "Bei {count} Organisationen ist die Streuung zwischen ihnen ungenau; ihr Intervall zeigt, "
        + "wie sehr."
    case .together:
      "Der gemeinsame Anteil zählt jede Person gleich, der Mittelwert jede Organisation: Eine "
        + "große bewegt den ersten stärker."
    case .rules: "Was gezeigt wird"
    case .counted:
      "Hinter jeder Zahl stehen mindestens {count} Organisationen, und keine hat mehr als "
        + "{percent} der Personen, in der Gruppe wie außerhalb. Die Daten waren mindestens "
        + "{months} Monate alt. Personenzahlen sind auf Zehner gerundet."
    case .withheld: "{count} Zahlen aus den Beiträgen werden nicht gezeigt."
    case .protected:
      "Alle Zahlen betreffen dieselben Organisationen, damit kein Unterschied zweier Zahlen die "
        + "einer einzelnen verrät."
    case .notProtected:
      "Organisationen, die ihre eigenen Zahlen zusammenlegen, erfahren mehr über die übrigen "
        + "als eine allein."
    case .methods: "Methoden"
    case .method: "Methode"
    case .convention: "Festlegung"
    case .source: "Quelle"
    case .footer: "{engine}. Einteilung {taxonomy}."
    }
  }
}
