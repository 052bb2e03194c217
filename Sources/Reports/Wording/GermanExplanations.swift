extension MessageCatalogue {
  /// The German text of every explanation.
  static func german(_ explanation: Explanation) -> String {
    switch explanation {
    case .declarationNote:
      "Ein Merkmal, zu dem weniger als {rule} der Personen eine Angabe gemacht haben, erhält keine "
        + "Bewertung. Anteile in den übrigen Abschnitten beziehen sich auf die Personen mit "
        + "Angabe, sofern eine Tabelle nichts anderes sagt."
    case .promotions:
      "Beförderungen stammen aus erfassten Beförderungen im Zeitraum der jeweiligen Tabelle. Raten "
        + "gelten je 100 Personen des durchschnittlichen Personalbestands; Verhältnisse werden als "
        + "Ereignisraten getestet. Die Stufen zeigen, wie viele von 100 Personen, die bleiben, "
        + "nicht befördert würden, wenn für alle die Beförderungschance von Personen gleicher "
        + "Betriebszugehörigkeit im gezeigten Zeitraum gälte; eine Beförderung zählt, ob sie die "
        + "erste ist oder nicht."
    case .exits:
      "Ein Verhältnis über 1 bedeutet mehr Austritte je 100 Personen als in der Vergleichsgruppe. "
        + "Raten gelten je 100 Personen des durchschnittlichen Personalbestands; Verhältnisse "
        + "werden als Ereignisraten getestet. Die Stufen zeigen, wie viele von 100 Personen "
        + "blieben, wenn für alle die Austrittsraten von Personen gleicher Betriebszugehörigkeit "
        + "im gezeigten Zeitraum gälten; niemand wurde so lange begleitet."
    case .training:
      "Eine Anmeldung zählt auf jeder Stufe bis zur letzten, die sie erreichte; wer zweimal "
        + "angemeldet war, zählt zweimal. Raten beziehen sich auf die, die die Stufe davor "
        + "erreichten, und Verhältnisse sind die Rate der genannten Gruppe geteilt durch die der "
        + "Vergleichsgruppe. Die Logarithmen der Verhältnisse aller Stufen ergeben zusammen den des "
        + "ganzen Weges, ebenso ihre Varianzen; so wird der Unterschied auf die Stufen verteilt. "
        + "Kosten je Person verteilen die Kosten aller Anmeldungen einer Gruppe auf die, die die "
        + "Stufe erreichten."
    case .chanceOfProcess:
      "Die Zahlen sind ein Ergebnis eines Prozesses, der auch anders hätte ausgehen können; "
        + "Intervalle beschreiben diese Zufallsschwankung."
    case .projection:
      "Jeder Verlauf ist ein Weg, den die Belegschaft nehmen könnte, wenn mit den Raten der "
        + "letzten vier Quartale eingestellt und ausgetreten würde: Die Raten werden aus dem "
        + "Gezählten gezogen, und der Zufall entscheidet, wer bleibt und wer kommt. Neue Angaben "
        + "und Korrekturen bleiben außen vor. Es sagt, wohin diese Raten führen, nicht, was "
        + "geschehen wird."
    case .shareMoved:
      "Einstellungen heben den Anteil einer Gruppe, wenn sie unter den Eingestellten stärker "
        + "vertreten ist als vorher unter allen; Austritte heben ihn, wenn sie unter den "
        + "Ausgetretenen schwächer vertreten ist. Neue Angaben und Korrekturen ändern, was erfasst "
        + "ist, nicht, wer hier arbeitet; sie sind anders gezeichnet. Die Schritte ergeben zusammen "
        + "genau die Änderung, ohne Rest. Sie sagen, wie sich ein Anteil bewegt hat, nicht, warum "
        + "Menschen kamen oder gingen."
    case .flows:
      "Die in einem Quartal eingestellten oder beförderten Personen sind andere als die des "
        + "nächsten; ein Trend ihrer Anteile wird deshalb für alle Quartale zusammen getestet "
        + "(Cochran und Armitage), als wäre jede Einstellung und Beförderung eine eigene Ziehung. "
        + "Ein kleines p besagt, dass der Zufall allein einen solchen Anstieg oder Rückgang selten "
        + "hervorbrächte; es ist nicht für die Zahl der Tests korrigiert."
    case .hiring:
      "Einstellung ist ein Prozess, der auch anders hätte ausgehen können; Intervalle beschreiben "
        + "diese Zufallsschwankung. Verhältnisse sind die Rate der genannten Gruppe geteilt durch "
        + "die Rate der Vergleichsgruppe. Der Fehlbetrag sagt, wie viele Personen der Gruppe bei "
        + "der Rate der anderen mehr weitergekommen wären. Bewerbende, deren Gruppe nicht bekannt "
        + "ist, gehen nicht in den Vergleich ein."
    case .diversity:
      "Die effektive Zahl der Gruppen sagt, wie viele gleich große Gruppen ebenso vielfältig "
        + "wären: 1, wenn alle in einer Gruppe sind. Die Wahrscheinlichkeit, dass sich zwei "
        + "Personen unterscheiden, gilt für zwei zufällig gewählte Personen: 0, wenn alle gleich "
        + "sind. Die Gleichmäßigkeit ist 1, wenn alle gezeigten Gruppen gleich groß sind. Mehr ist "
        + "nicht immer besser: Der Maßstab ist, wer hätte gewonnen werden können."
    case .inequality:
      "Jeder Index ist 0 und jedes Verhältnis 1, wenn alle Entgelte gleich sind. Der doppelte "
        + "Gini-Koeffizient sagt, wie sehr sich zwei zufällig gewählte Personen im Mittel "
        + "unterscheiden, als Anteil am mittleren Entgelt. Theils T blickt auf hohe, die mittlere "
        + "logarithmische Abweichung auf niedrige Entgelte. 1 minus Atkinsons Index ist der Anteil "
        + "am gesamten Entgelt, der gleich verteilt ebenso viel wert wäre. Ungleiche Entgelte sind "
        + "nicht ungerecht, gleiche nicht gerecht: Die Indizes kennen weder die Arbeit noch die "
        + "Person. Intervalle gelten für Entgelte, die derselbe Prozess neu festsetzte."
    case .intersections:
      "Eine Person, die auf eine Frage mehrere Antworten gab, wird einmal gezählt, und zwar unter "
        + "mehreren Antworten. Kleine Kombinationen werden zusammengelegt, bevor eine verborgen "
        + "wird."
    case .shrinkage:
      "Aus jedem allein erwartet: der Anteil in der Führung, wenn die beiden Merkmale getrennt "
        + "wirkten, ihre Verbindung also keinen eigenen Unterschied machte. Anteile kleiner "
        + "Kombinationen stehen durch Zufall vorn und hinten; jeder wird deshalb zum Erwarteten "
        + "hingezogen, umso stärker, je weniger Personen er umfasst. Zu vergleichen sind die "
        + "hingezogenen Anteile, nicht die gezählten. Kombinationen unter 20 Personen oder mit "
        + "verborgener Zahl bleiben ganz außen vor."
    case .trend:
      "Die Veränderung pro Jahr ist die mittlere der Steigungen zwischen allen Paaren von "
        + "Quartalen (Theil und Sen). Stetig heißt ein Anstieg oder Rückgang, wenn der exakte Test "
        + "von Mann und Kendall ein kleines p hat: Von allen Reihenfolgen, in denen diese Anteile "
        + "hätten auftreten können, steigen oder fallen wenige so beständig. Er fragt nicht, wie "
        + "groß die Veränderung ist, und ist nicht für die Zahl der Gruppen korrigiert. Die "
        + "meisten Personen sind von Quartal zu Quartal dieselben, was p kleiner macht als bei "
        + "jeweils anderen Personen. Der kleinste erkennbare Anstieg ist jener, den zwei getrennte "
        + "Gruppen dieser Größe in vier von fünf Fällen zeigen würden; bei überwiegend denselben "
        + "Personen sind auch kleinere erkennbar."
    case .levels:
      "Die Anteile der Stufen ergeben multipliziert den der höchsten Ebene; das niedrigste "
        + "Verhältnis ist also die Stelle, an der ein Unterschied an der Spitze vor allem "
        + "entsteht. Es ist eine Momentaufnahme davon, wer wo steht, nach Jahren von Einstellung, "
        + "Beförderung und Austritt; der Abschnitt über Beförderungen zählt die Wechsel selbst. "
        + "Die niedrigste Stufe wird nach dem Hinsehen ausgewählt; p berücksichtigt das (Fisher, "
        + "mit Holms Anpassung über die Stufen)."
    case .representation:
      "Alle wurden gezählt, ein Anteil hat daher kein eigenes Intervall. Bewertet wird gegenüber "
        + "einem äußeren Vergleichswert, wo es einen gibt."
    case .separation:
      "H und D sind 0, wenn jeder Teil dieselbe Zusammensetzung hat, und 1, wenn jeder Teil aus "
        + "einer einzigen Gruppe besteht. Kleine Teile sind nie ganz gleich, sodass schon der "
        + "Zufall beide über 0 hebt: „durch Zufall“ ist, was eine zufällige Verteilung derselben "
        + "Personen im Mittel ergäbe, exakt berechnet. Zu versetzende Personen ist die kleinste "
        + "Zahl, die den Platz wechseln müsste, damit jeder Teil bei gleicher Größe dieselbe "
        + "Zusammensetzung hätte. Alle wurden gezählt, daher gibt es kein Intervall; p, nicht für "
        + "mehrere Fragen angepasst, fragt, ob der Zufall allein die Personen oft so stark trennen "
        + "würde. Keine dieser Größen sagt, warum."
    case .smallParts:
      "Bei durchschnittlich weniger als 30 Personen je Teil sagen H und D der Zahlen vor allem, "
        + "was der Zufall macht. Diese hier gelten den Anteilen, für die die Teile stehen, nach "
        + "einem Modell, in dem sich die Anteile von Teil zu Teil unterscheiden und die Personen "
        + "eines Teils daraus gezogen werden; p gilt für Anteile, die sich gar nicht unterscheiden."
    case .pay:
      "Der Entgeltunterschied ist der Abstand zum Entgelt der Vergleichsgruppe als Anteil an "
        + "diesem Entgelt; er ist positiv, wenn die genannte Gruppe weniger erhält. Der praktische "
        + "Bereich reicht {flag} in jede Richtung. Alle mit Entgelt in den Daten zählen, ob "
        + "beurlaubt oder nicht. Ein Unterschied im Entgelt aller Personen spiegelt sowohl, wer "
        + "auf welcher Ebene arbeitet, als auch das Entgelt innerhalb einer Ebene; er nennt keine "
        + "Ursache."
    case .scorecardNote:
      "Verhältnisse teilen die Rate der ersten Gruppe durch die der zweiten; 1 bedeutet kein "
        + "Unterschied. Eine Bewertung vergleicht das {confidence}-Konfidenzintervall (KI) mit "
        + "einem praktischen Bereich."
    case .attribution:
      "Ein Plus steht für Personen, die wegen der Stufe fehlen, ein Minus für dort gewonnene. Die "
        + "Teile sind die von Shapley: das Mittel über alle Reihenfolgen, in denen die Stufen "
        + "angeglichen werden könnten. Die Zahlen sind gerundet; die Balken summieren sich auf."
    case .clearGap:
      "Gleichheit ist ausgeschlossen und das Intervall liegt ganz außerhalb des praktischen "
        + "Bereichs"
    case .gapSizeUncertain:
      "Gleichheit ist ausgeschlossen und das Intervall überschreitet eine Grenze des Bereichs"
    case .smallGap:
      "Gleichheit ist ausgeschlossen und das Intervall liegt ganz innerhalb des Bereichs"
    case .aboutTheSame:
      "Gleichheit ist nicht ausgeschlossen und das Intervall liegt ganz innerhalb des Bereichs"
    case .tooUncertain:
      "Gleichheit ist nicht ausgeschlossen und das Intervall reicht über den Bereich hinaus"
    case .notReported:
      "zum Schutz von Personen verborgen, von zu wenigen Personen angegeben, keine Daten oder "
        + "nicht definiert"
    case .judgedBy:
      "Jeder Vergleich wird nach seinem {confidence}-Konfidenzintervall und einem praktischen "
        + "Bereich bewertet: Verhältnisse von {lower} bis {upper}, Unterschiede von Anteilen bis "
        + "{points}, Entgeltunterschiede bis {pay}. Ob Gleichheit ausgeschlossen ist, entscheidet "
        + "der p-Wert nach Anpassung; Intervalle werden ohne Anpassung gezeigt."
    case .holm:
      "Die Tests eines Abschnitts bilden eine Familie und werden gemeinsam nach Holm angepasst. "
        + "Ein Test, der nicht gezeigt werden darf, zählt als p = 1."
    case .notAdjusted: "Die Tests sind nicht für ihre Mehrzahl angepasst; jeder steht für sich."
    case .methodTerms:
      "Die Namen und Festlegungen der Methoden bleiben auf Englisch, damit sie sich genau "
        + "nachschlagen lassen."
    case .alreadyPublic: "Diese Zahlen sind bereits öffentlich; nichts ist verborgen."
    case .smallGroups:
      "Gruppen von weniger als {threshold} Personen werden nicht gezeigt, ebenso wenig das Entgelt "
        + "von weniger als {pay}."
    case .roundedMedians:
      "Mediane der Entgelte und ihre Unterschiede werden aus auf drei Stellen gerundeten Entgelten "
        + "gebildet, damit keiner das Entgelt einer einzelnen Person ist."
    case .placesHidden:
      "{number|Eine Stelle in den Tabellen ist|# Stellen in den Tabellen sind} verborgen."
    case .tablesMerged:
      "{number|Eine Tabelle wird|# Tabellen werden} mit zusammengelegten Gruppen gezeigt."
    case .withinRelease:
      "Personen sind innerhalb dieser Veröffentlichung geschützt; was andere Veröffentlichungen "
        + "zeigen, ist nicht berücksichtigt."
    case .withLedger:
      "Personen sind gemeinsam mit den früheren Veröffentlichungen des Verzeichnisses geschützt."
    case .readerAttacker: "jemand ohne weiteres Wissen"
    case .insiderAttacker: "jemand mit Kenntnis der eigenen Angaben"
    case .zerosAttacker: "jemand mit dem Wissen, dass verborgene Gruppen nicht leer sind"
    case .attackers:
      "Die verborgenen Zahlen sind gegen Personen geschützt, die die ganze Veröffentlichung lesen "
        + "und mit allen Tabellen zugleich rechnen ({who}): Daraus lässt sich nicht erkennen, dass "
        + "eine verborgene Gruppe weniger als {threshold} Personen hat. Wer mehr weiß, kann mehr "
        + "erkennen."
    case .secondAudit:
      "Vor dem Schreiben hat ein zweites Programm, das nichts anderes sieht, die Veröffentlichung "
        + "angegriffen, und sie hat bestanden; der Befehl parity verify wiederholt das ohne die "
        + "Daten."
    case .scanLooked:
      "{number} Vergleiche von Einstellungen, Beförderungen und Austritten in diesem Bericht "
        + "wurden exakt und alle zusammen getestet; nicht gezeigte zählen als p = 1."
    case .scanNone: "Keiner fällt auf."
    case .scanFound:
      "Die in der Tabelle fallen auf: Höchstens etwa {percent} solcher Befunde sind als Zufall zu "
        + "erwarten. Es sind Stellen zum Hinsehen, keine Bewertungen."
    case .crosswalkInEnglish:
      "Die Zeilen der Rahmenwerke und ihre Abweichungen stehen auf Englisch."
    case .merging:
      "Kleine Gruppen werden zusammengelegt, bevor eine verborgen wird, und mehr wird verborgen, "
        + "wo sich eine Zahl aus anderen errechnen ließe."
    case .skills:
      "Eine Stelle gilt als besetzt, wenn bis zum Ende des Zeitraums jemand für sie "
        + "eingestellt wurde. Zurückgezogene und noch offene sind die Lücke in Personen; "
        + "eine Spezialisierung, die langsam besetzt wird, hat daher auch einen kleineren "
        + "Anteil. Jede Spezialisierung wird mit den Stellen außerhalb der Liste der "
        + "Spezialisierungen verglichen, ohne Liste mit allen übrigen. Die Tage sind ein "
        + "Median über alle Stellen, als wäre keine zurückgezogen worden; nicht besetzte "
        + "zählen so lange, wie sie offen waren. Keine einzelne Zahl zeigt einen Mangel: "
        + "Anteil, Tage und Bewerbungen sind zusammen zu lesen."
    case .inclusionLens:
      "Was gleiche Raten hinzufügen würden, ist eine Rechnung und keine Vorhersage: Sie "
        + "setzt voraus, dass sich ebenso viele Personen der Gruppe beworben oder hier "
        + "gearbeitet hätten und jede von ihnen eine der Stellen besetzt hätte. Das "
        + "Intervall wird auf den Anteil an der Lücke übertragen; die Lücke selbst gilt wie "
        + "gezählt."
    case .skillsAcrossDomains:
      "Kompetenzen zählen, wie sie verzeichnet sind; wer keinen Eintrag hat, hat keine. Anteile sind "
        + "Vollzählungen ohne Intervall und ohne Urteil, denn es wird mit nichts von außen verglichen. "
        + "Ein Paar von Kompetenzen wird mit dem verglichen, was wäre, wenn die eine nichts mit der "
        + "anderen zu tun hätte; über alle hinweg kann ein solcher Zusammenhang einer der Arbeit sein. "
        + "Das Wachstum des Anteils einer Kompetenz wird zu dem aller zusammen hin gezogen, damit seltene "
        + "nicht durch Zufall vorn stehen. Beide Listen sind um die Zahl der Kompetenzen berichtigt "
        + "(Falscherkennungsrate)."
    }
  }
}
