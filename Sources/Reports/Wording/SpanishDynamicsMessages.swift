extension MessageCatalogue {
  /// The Spanish text of every message about how the workforce moves.
  static func spanish(_ message: DynamicsMessage) -> String {
    switch message {
    case .skillsTotal:
      "de {vacancies} vacantes abiertas, {filled} estaban cubiertas al final del "
        + "periodo ({rate}); las otras {gap} son la brecha en personas."
    case .skillsFilled:
      "{part}: {filled} de {vacancies} vacantes estaban cubiertas ({rate}), frente a "
        + "{otherFilled} de {otherVacancies} ({otherRate}) en {reference}."
    case .skillsFilledAlone: "{part}: {filled} de {vacancies} vacantes estaban cubiertas ({rate})."
    case .skillsRatio:
      "la proporción cubierta fue {ratio} veces la de {reference} (intervalo de "
        + "confianza del {confidence}: {interval})."
    case .skillsDays:
      "si no se hubiera retirado ninguna, la mitad se cubriría en {days} días."
    case .skillsSuitable: "por término medio se presentan {suitable} personas idóneas a cada una."
    case .inclusionHired:
      "con la tasa de contratación de {reference}, se habría contratado a unas {number} "
        + "personas más ({focal}; intervalo de confianza del {confidence}: {interval}): "
        + "{share} de la brecha en personas."
    case .inclusionKept:
      "con la tasa de salida de {reference}, se habrían marchado unas {number} personas "
        + "menos ({focal}; intervalo de confianza del {confidence}: {interval}): {share} de "
        + "la brecha en personas."
    case .inclusionHiringUnclear:
      "con estas cifras no se puede decir si unas tasas de contratación iguales "
        + "añadirían personas en: {list}."
    case .inclusionKeepingUnclear:
      "con estas cifras no se puede decir si unas tasas de salida iguales retendrían a "
        + "personas en: {list}."
    case .gapArises: "La mayor parte de la diferencia surge entre {from} y {to}."
    case .gapArisesAtStep:
      "La mayor parte de la diferencia surge entre {from} y {to}, donde las tasas difieren; la "
        + "diferencia en el recorrido entero puede deberse al azar."
    case .costOfStep:
      "{step}: {focalAmount} por cada persona del grupo {focal} que llegó a esa fase (intervalo de "
        + "confianza del {confidence}: {interval}), {referenceAmount} en el grupo {reference}, "
        + "incluido el coste de quienes se detuvieron antes."
    case .hybridShare:
      "El {share} de las personas ({people} de {base}) tenía competencias registradas "
        + "tanto en salud como en tecnología."
    case .hybridShareChanged:
      "El {share} de las personas ({people} de {base}) tenía competencias registradas "
        + "tanto en salud como en tecnología, frente al {yearAgo} un año antes."
    case .hybridParts:
      "Por {by}, la mayor proporción está en {highest} ({highestShare}) y la menor en "
        + "{lowest} ({lowestShare})."
    case .skillsTogether:
      "Más a menudo en una misma persona de lo que haría el azar: {list}."
    case .skillsGrow:
      "Competencias de una proporción de personas mayor que un año antes: {list}."
    case .skillsDoNotGrow:
      "Ninguna competencia se halla en una proporción de personas claramente mayor que "
        + "un año antes."
    case .poolLead:
      "{number} organizaciones reunieron sus números de {period}. Cada cifra se refiere a "
        + "todas juntas o a esta organización."
    case .poolShare:
      "{group}: {share} aquí ({people} de {total}), {mean} de media de las organizaciones; "
        + "la proporción de otra estaría entre {lower} y {upper}."
    case .poolPercentile: "Es más que en cerca de {percentile} de organizaciones como estas."
    case .poolNote:
      "Las organizaciones participan por elección y otras pueden ser distintas; una "
        + "proporción no dice nada de su causa."
    case .shareMoved: "{group}: de {first} en {start} a {last} en {end}; {list}."
    case .shareMovedNoStep:
      "{group}: de {first} en {start} a {last} en {end}; ningún paso movió la proporción una "
        + "décima de punto."
    case .projectionChance:
      "Si contrataciones y salidas siguen como en {period}, la proporción sería de "
        + "{share} para {by} ({group}); {chance} de las trayectorias alcanzan entonces {target}."
    case .projectionStays:
      "Si contrataciones y salidas siguen como en {period}, la proporción sería de {share} "
        + "para {by} ({group}); {chance} de las trayectorias siguen entonces en {target} o por "
        + "encima."
    case .projectionHalf: "La mitad de las trayectorias lo ha alcanzado para {quarter}."
    case .projectionLater: "La mitad de las trayectorias no lo ha alcanzado para {quarter}."
    case .projectionNeeds:
      "Se alcanzaría más o menos una de cada dos veces si {share} de las contrataciones "
        + "fueran del grupo; de las últimas lo fueron {now}."
    case .projectionOutOfReach: "Ninguna proporción de las contrataciones bastaría para ello."
    }
  }
}
