extension MessageCatalogue {
  /// The German text of every message about how the workforce moves.
  static func german(_ message: DynamicsMessage) -> String {
    switch message {
    case .skillsTotal:
      "Von {vacancies} eröffneten Stellen waren am Ende des Zeitraums {filled} besetzt "
        + "({rate}); die übrigen {gap} sind die Lücke in Personen."
    case .skillsFilled:
      "{part}: {filled} von {vacancies} Stellen waren besetzt ({rate}); im Vergleich "
        + "({reference}) {otherFilled} von {otherVacancies} ({otherRate})."
    case .skillsFilledAlone: "{part}: {filled} von {vacancies} Stellen waren besetzt ({rate})."
    case .skillsRatio:
      "Der besetzte Anteil war das {ratio}-Fache des Vergleichs ({reference}; "
        + "{confidence}-Konfidenzintervall {interval})."
    case .skillsDays:
      "Wäre keine zurückgezogen worden, wäre die Hälfte innerhalb von {days} Tagen besetzt."
    case .skillsSuitable: "Im Mittel bewerben sich je Stelle {suitable} geeignete Personen."
    case .inclusionHired:
      "Wäre die Gruppe {focal} mit der Rate der Gruppe {reference} eingestellt worden, "
        + "wären es etwa {number} mehr gewesen ({confidence}-Konfidenzintervall "
        + "{interval}): {share} der Lücke in Personen."
    case .inclusionKept:
      "Wäre die Gruppe {focal} mit der Rate der Gruppe {reference} ausgetreten, wären "
        + "es etwa {number} Austritte weniger gewesen ({confidence}-Konfidenzintervall "
        + "{interval}): {share} der Lücke in Personen."
    case .inclusionHiringUnclear:
      "Ob gleiche Einstellungsraten Personen hinzufügen würden, lässt sich aus diesen "
        + "Zahlen nicht sagen für: {list}."
    case .inclusionKeepingUnclear:
      "Ob gleiche Austrittsraten Personen halten würden, lässt sich aus diesen Zahlen "
        + "nicht sagen für: {list}."
    case .gapArises: "Der größte Teil des Unterschieds entsteht zwischen {from} und {to}."
    case .gapArisesAtStep:
      "Der größte Teil des Unterschieds entsteht zwischen {from} und {to}, wo sich die Raten "
        + "unterscheiden; der Unterschied über den ganzen Weg kann Zufall sein."
    case .costOfStep:
      "{step}: {focalAmount} je Person der Gruppe {focal}, die so weit kam "
        + "({confidence}-Konfidenzintervall {interval}), {referenceAmount} in der Gruppe {reference}; "
        + "die Kosten derer, die früher aufhörten, sind enthalten."
    case .hybridShare:
      "{share} der Menschen ({people} von {base}) hatten verzeichnete Kompetenzen in "
        + "Gesundheit und in Technologie."
    case .hybridShareChanged:
      "{share} der Menschen ({people} von {base}) hatten verzeichnete Kompetenzen in "
        + "Gesundheit und in Technologie, gegenüber {yearAgo} vor einem Jahr."
    case .hybridParts:
      "Nach {by} ist der größte Anteil in {highest} ({highestShare}), der kleinste in "
        + "{lowest} ({lowestShare})."
    case .skillsTogether:
      "Häufiger bei einer Person, als der Zufall es machen würde: {list}."
    case .skillsGrow:
      "Kompetenzen eines größeren Anteils der Menschen als vor einem Jahr: {list}."
    case .skillsDoNotGrow:
      "Keine Kompetenz findet sich bei einem deutlich größeren Anteil der Menschen als "
        + "vor einem Jahr."
    case .poolLead:
      "{number} Organisationen haben ihre Zahlen für {period} zusammengelegt. Jede Zahl "
        + "betrifft alle zusammen oder diese Organisation."
    case .poolShare:
      "{group}: {share} hier ({people} von {total}), {mean} im Mittel der Organisationen; "
        + "der Anteil einer weiteren läge zwischen {lower} und {upper}."
    case .poolPercentile: "Das ist höher als bei etwa {percentile} solcher Organisationen."
    case .poolNote:
      "Die Organisationen nehmen freiwillig teil, andere können anders sein; ein Anteil "
        + "sagt nichts über seine Ursache."
    case .shareMoved: "{group}: von {first} in {start} auf {last} in {end}; {list}."
    case .shareMovedNoStep:
      "{group}: von {first} in {start} auf {last} in {end}; kein Schritt bewegte den Anteil um "
        + "einen Zehntelpunkt."
    case .projectionChance:
      "Bleiben Einstellungen und Austritte wie in {period}, wäre der Anteil "
        + "bis {by} bei {share} ({group}); {chance} aller Verläufe erreichen bis dahin {target}."
    case .projectionStays:
      "Bleiben Einstellungen und Austritte wie in {period}, wäre der Anteil bis {by} bei "
        + "{share} ({group}); {chance} aller Verläufe liegen dann noch bei {target} oder darüber."
    case .projectionHalf: "Die Hälfte der Verläufe hat es bis {quarter} erreicht."
    case .projectionLater: "Die Hälfte der Verläufe hat es bis {quarter} nicht erreicht."
    case .projectionNeeds:
      "Etwa so oft wie nicht würde es erreicht, wenn {share} der Eingestellten zur Gruppe "
        + "gehörten; zuletzt waren es {now}."
    case .projectionOutOfReach: "Kein Anteil an den Einstellungen würde dafür reichen."
    }
  }
}
