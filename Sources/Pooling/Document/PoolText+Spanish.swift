extension PoolText {
  /// The Spanish text with named places in braces.
  var spanish: String {
    switch self {
    case .title: "Comparación conjunta de {count} organizaciones"
    case .subtitle: "Diversidad e inclusión, {period}"
    case .organisations: "Organizaciones reunidas"
    case .taxonomy: "Clasificación"
    case .stocks: "Trimestre"
    case .flows: "Contrataciones, promociones y salidas"
    case .snapshot: "Última fecha de corte"
    case .madeOn: "Elaborado el"
    case .ownOrganisation: "Su organización"
    case .engine: "Elaborado con"
    case .lead:
      "Cada número se refiere a las {count} organizaciones juntas o a la de quien lee. Ningún "
        + "número de otra organización figura en este informe."
    case .workforce: "Plantilla"
    case .hires: "Contrataciones"
    case .promotions: "Promociones"
    case .exits: "Salidas"
    case .pooledShare:
      "{group}: {pooled} de todas las personas reunidas (unas {people} de {total})."
    case .spread:
      "Las proporciones de las organizaciones se sitúan en torno a {mean}, con una desviación "
        + "típica de {deviation} puntos porcentuales; la de otra organización estaría entre "
        + "{lower} y {upper}."
    case .noSpread:
      "Las organizaciones no difieren más que por azar; la proporción de otra estaría entre "
        + "{lower} y {upper}."
    case .ownShare:
      "{name}: {share} ({people} de {total}), más que en cerca de {percentile} de "
        + "organizaciones como estas (intervalo del 95 %: {lower} a {upper})."
    case .ownMiddle: "{name}: {share} ({people} de {total})."
    case .ownInside:
      "Está dentro de los límites del azar y de la dispersión habitual para este tamaño."
    case .ownBetween:
      "Está fuera de los límites del 95 % del azar y de la dispersión habitual para este "
        + "tamaño, y dentro de los del 99,8 %."
    case .ownOutside:
      "Está fuera de los límites del 99,8 % del azar y de la dispersión habitual para este "
        + "tamaño: conviene examinarlo."
    case .tableCaption: "{characteristic}, {population}, {period}"
    case .group: "Grupo"
    case .people: "Personas del grupo"
    case .everyone: "Total de personas"
    case .mean: "Proporción media de las organizaciones"
    case .deviation: "Desviación típica entre organizaciones"
    case .points: "puntos porcentuales"
    case .prediction: "Otra organización"
    case .ownColumn: "{name}"
    case .percentile: "Percentil de {name}"
    case .ofDeclared: "Las proporciones se refieren a quienes respondieron."
    case .ofEveryone:
      "Las proporciones por área, y las de contrataciones, promociones y salidas, pueden "
        + "referirse a todas las personas, respondieran o no."
    case .figureTitle: "{group}: {share} en {name}, {mean} de media"
    case .figureCaption:
      "Los límites incluyen el azar y la dispersión que las organizaciones tienen de todos "
        + "modos. El único punto es la organización de quien lee."
    case .axisShare: "Proporción del grupo {group}"
    case .axisPeople: "Personas contadas en una organización"
    case .meanKey: "Media de las organizaciones"
    case .innerKey: "Límites del 95 %"
    case .outerKey: "Límites del 99,8 %"
    case .standardised: "Observado y esperado"
    case .standardisedLead:
      "Cuántas personas tiene {name} y cuántas tendría con las proporciones conjuntas en los "
        + "mismos tipos de puesto. Una razón de 1 significa tantas como se espera."
    case .standardisedCaption: "Personas de {name} y personas esperadas"
    case .observed: "Observado"
    case .expected: "Esperado"
    case .ratio: "Observado / esperado"
    case .compared: "Proporción de personas comparadas"
    case .byStructures: "{group}, por {structures}"
    case .readWithCare: "Leer con cautela"
    case .chosen:
      "Las organizaciones participan por elección; otras pueden ser distintas. Una proporción "
        + "no dice nada de su causa."
    case .coarse:
      "Con {count} organizaciones, la dispersión entre ellas es aproximada; su intervalo dice "
        + "cuánto."
    case .together:
      "La proporción conjunta cuenta igual a cada persona; la media, a cada organización: una "
        + "grande mueve más la primera."
    case .rules: "Qué se muestra"
    case .counted:
      "Detrás de cada cifra hay al menos {count} organizaciones, y ninguna tiene más del "
        + "{percent} de las personas, dentro y fuera del grupo. Los datos tenían al menos "
        + "{months} meses. Los números de personas se redondean a decenas."
    case .withheld: "{count} cifras de las contribuciones no se muestran."
    case .protected:
      "Todas las cifras son de las mismas organizaciones, para que ninguna diferencia revele la "
        + "de una sola."
    case .notProtected:
      "Las organizaciones que juntan sus propios números saben más del resto que una sola."
    case .methods: "Métodos"
    case .method: "Método"
    case .convention: "Convención"
    case .source: "Fuente"
    case .footer: "{engine}. Clasificación {taxonomy}."
    }
  }
}
