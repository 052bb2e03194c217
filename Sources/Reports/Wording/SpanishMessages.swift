extension MessageCatalogue {
  /// The Spanish text of every message.
  static func spanish(_ message: Message) -> String {
    switch message {
    case .share: "La proporción del grupo {group} era del {share} ({people})."
    case .shareUnchanged:
      "La proporción del grupo {group} era del {share} ({people}), igual que un año antes."
    case .shareAgainst:
      "La proporción del grupo {group} era del {share} ({people}), frente al {yearAgo} un año "
        + "antes."
    case .shareChanged:
      "La proporción del grupo {group} era del {share} ({people}), {points} {direction} que un año "
        + "antes ({yearAgo})."
    case .shareAt: "{part}: la proporción del grupo {group} era del {share} ({people})."
    case .shareAtUnchanged:
      "{part}: la proporción del grupo {group} era del {share} ({people}), igual que un año antes."
    case .shareAtChanged:
      "{part}: la proporción del grupo {group} era del {share} ({people}), frente al {yearAgo} un "
        + "año antes."
    case .higher: "más"
    case .lower: "menos"
    case .percentagePoints:
      "{number} {number|punto porcentual|puntos porcentuales|puntos porcentuales}"
    case .passRates:
      "{part}: {focalRate} en el grupo {focal} ({focalPassed} de {focalEntered}) frente a "
        + "{referenceRate} en el grupo {reference} ({referencePassed} de {referenceEntered})."
    case .passRatesOneCount:
      "{part}: {focalRate} en el grupo {focal} ({focalPassed} de {focalEntered}) frente a "
        + "{referenceRate} en el grupo {reference}."
    case .passRate: "{part}: {focalRate} en el grupo {focal} ({focalPassed} de {focalEntered})."
    case .flowRates:
      "{events} por cada 100 personas: {focalRate} en el grupo {focal} ({focalEvents}, plantilla "
        + "media {focalAverage}) frente a {referenceRate} en el grupo {reference} "
        + "({referenceEvents}, plantilla media {referenceAverage})."
    case .flowRate:
      "{events} por cada 100 personas: {focalRate} en el grupo {focal} ({focalEvents}, plantilla "
        + "media {focalAverage})."
    case .flowRatesOfPart:
      "{part}: {focalRate} {events} por cada 100 personas en el grupo {focal} frente a "
        + "{referenceRate} en el grupo {reference}."
    case .serviceShares:
      "De cada 100 personas, unas {focalShare} seguirían tras {years} de antigüedad en el grupo "
        + "{focal} y unas {referenceShare} en el grupo {reference}"
    case .servicePromoted:
      "De cada 100 personas que permanecen, unas {focalShare} ascenderían en un plazo de {years} "
        + "de antigüedad en el grupo {focal} y unas {referenceShare} en el grupo {reference}"
    case .headlineService:
      "{event} a igual antigüedad: la tasa del grupo {focal} era {ratio} veces la del grupo "
        + "{reference}."
    case .sameService:
      "{event} a igual antigüedad: la tasa del grupo {focal} era {ratio} veces la del grupo "
        + "{reference} (intervalo de confianza del {confidence}: {interval}){against}."
    case .rateRatio:
      "La tasa del grupo {focal} era {ratio} veces la del grupo {reference} (intervalo de "
        + "confianza del {confidence}: {interval}){against}."
    case .moreHired:
      "Con la tasa del grupo {reference}, se {number|habría contratado a|habrían "
        + "contratado|habrían contratado} aproximadamente {number} "
        + "{number|persona|personas|personas} más del grupo {people}."
    case .fewerHired:
      "Con la tasa del grupo {reference}, se {number|habría contratado a|habrían "
        + "contratado|habrían contratado} aproximadamente {number} "
        + "{number|persona|personas|personas} menos del grupo {people}."
    case .morePassed:
      "Con la tasa del grupo {reference}, {number|habría superado|habrían superado|habrían "
        + "superado} esta fase aproximadamente {number} {number|persona|personas|personas} más del "
        + "grupo {people}."
    case .fewerPassed:
      "Con la tasa del grupo {reference}, {number|habría superado|habrían superado|habrían "
        + "superado} esta fase aproximadamente {number} {number|persona|personas|personas} menos "
        + "del grupo {people}."
    case .payGap:
      "{measure}: {focalAmount} en el grupo {focal} ({focalPeople} personas) frente a "
        + "{referenceAmount} en el grupo {reference} ({referencePeople} personas), una brecha del "
        + "{gap} (intervalo de confianza del {confidence}: {interval}){against}."
    case .payGapNegative:
      "{measure}: {focalAmount} en el grupo {focal} ({focalPeople} personas) frente a "
        + "{referenceAmount} en el grupo {reference} ({referencePeople} personas), una brecha del "
        + "{gap} (intervalo de confianza del {confidence}: {interval}); una brecha negativa "
        + "significa una retribución más alta en el grupo {focal}."
    case .payGapPlain:
      "{measure}: una brecha del {gap} entre los grupos {focal} y {reference} (intervalo de "
        + "confianza del {confidence}: {interval}){against}."
    case .difference:
      "{part}: {effect} en el grupo {focal} respecto al grupo {reference} (intervalo de confianza "
        + "del {confidence}: {interval}){against}."
    case .benchmark:
      "La proporción del grupo {group} era del {share} ({people} de {base}), con un valor de "
        + "referencia del {benchmark}."
    case .benchmarkAt:
      "{part}: la proporción del grupo {group} era del {share} ({people} de {base}), con un valor "
        + "de referencia del {benchmark}."
    case .benchmarkPoints:
      "Eso está {points} {direction} del valor de referencia (intervalo de confianza del "
        + "{confidence}: {interval})."
    case .benchmarkIndex:
      "Eso es {ratio} veces el valor de referencia (intervalo de confianza del {confidence}: "
        + "{interval})."
    case .below: "por debajo"
    case .above: "por encima"
    case .belowBenchmark: "por debajo del valor de referencia"
    case .aboveBenchmark: "por encima del valor de referencia"
    case .clearGap: "diferencia clara"
    case .gapSizeUncertain: "diferencia de magnitud incierta"
    case .smallGap: "diferencia pequeña"
    case .aboutTheSame: "prácticamente igual"
    case .tooUncertain: "demasiado incierto para concluir"
    case .notReported: "no publicado"
    case .against: ", en perjuicio del grupo {worse}"
    case .sameBecause: "Todo el intervalo está dentro de la banda práctica."
    case .tooWideBecause:
      "El intervalo contiene tanto la ausencia de diferencia como diferencias que importarían."
    case .familyBecause:
      "Por sí solo, el intervalo excluye la igualdad, pero con tantas comparaciones en una misma "
        + "sección una diferencia así puede surgir por azar."
    case .notReportedHidden: "para proteger a las personas"
    case .notReportedDeclaration: "porque lo declararon demasiado pocas personas"
    case .notReportedNoData: "por falta de datos"
    case .notReportedUndefined: "porque la magnitud no está definida aquí"
    case .notReportedTogether: "{list}: no publicado, {reason}."
    case .uncertainTogether:
      "{topic} (comparación: {reference}): {list}. Los intervalos figuran en la tabla."
    case .everyPart: "los {number} casos"
    case .partsLead: "{by}, grupo {focal} comparado con {reference}: {list}."
    case .partsAt: "{verdict} en {parts}"
    case .partsAtBenchmark: "{verdict} en {parts}, {direction}"
    case .notWithinParts:
      "Por {by}, ninguna parte muestra una diferencia en este sentido: conviene mirar las partes "
        + "antes de leer el total."
    case .partsAtAgainst: "{verdict} en {parts}, en perjuicio del grupo {worse}"
    case .attributionShort:
      "Al final {number|falta|faltan|faltan} aproximadamente {number} "
        + "{number|persona|personas|personas} del grupo {people} respecto a la tasa del grupo "
        + "{reference}."
    case .attributionOver:
      "Al final hay aproximadamente {number} {number|persona|personas|personas} más del grupo "
        + "{people} que con la tasa del grupo {reference}."
    case .attributionParts: "De ellas, aproximadamente {list}."
    case .attributionPartsAgainst:
      "De ellas, aproximadamente {list}; en sentido contrario, aproximadamente {against}."
    case .attributionUnstable: "Toda la diferencia puede deberse al azar, y también sus partes."
    case .missingSkills:
      "las competencias registradas de las personas de la fecha de referencia"
    case .moreTrained:
      "Con la tasa del grupo {reference}, {number|habría llegado|habrían llegado|habrían "
        + "llegado} a la última fase aproximadamente {number} {number|persona|personas|personas} más "
        + "del grupo {people}."
    case .fewerTrained:
      "Con la tasa del grupo {reference}, {number|habría llegado|habrían llegado|habrían "
        + "llegado} a la última fase aproximadamente {number} {number|persona|personas|personas} "
        + "menos del grupo {people}."
    case .missingProcedures:
      "una comparación de los procedimientos formales: disciplina, capacidad y reclamaciones"
    case .bottomLine:
      "El resultado final no lo muestra: en {stage} la tasa del grupo {worse} es inferior a cuatro "
        + "quintos (razón {ratio}), pero no en {way} ({whole})."
    case .separation:
      "Para que la composición ({attribute}) fuera la misma en todas partes, {people} "
        + "{people|tendría|tendrían|tendrían} que cambiar de lugar (división: {by}); el azar por "
        + "sí solo daría unas {chance} ({p})."
    case .separationByChance:
      "División {by}: la composición ({attribute}) no difiere más de lo que haría a menudo el "
        + "azar; {people} {people|tendría|tendrían|tendrían} que cambiar de lugar, por azar unas "
        + "{chance} ({p})."
    case .separationCurve:
      "Las partes con el {others} de todas las demás personas reúnen el {share} del grupo {group} "
        + "(por: {by})"
    case .lorenzHalf:
      "La mitad de las personas con menor retribución recibe el {share} de toda la retribución"
    case .inequalityBetween:
      "De la desigualdad retributiva, medida con la T de Theil, la parte entre grupos es, con cada "
        + "división por separado: {parts}."
    case .inequalityBetweenPart: "{share} por {attribute}"
    case .lorenzTop:
      "De toda la retribución, el {half} corresponde a la mitad de las personas con menor "
        + "retribución y el {top} a la décima parte con mayor retribución."
    case .stratified:
      "{whole}, en conjunto: la tasa del grupo {focal} era {pooled} veces la del grupo {reference} "
        + "({p}); dentro de cada parte ({by}), comparando lo comparable, {within}."
    case .stratifiedVanishes:
      "la diferencia desaparece: {common} veces (intervalo de confianza del {confidence}: "
        + "{interval}; {tests})"
    case .stratifiedReverses:
      "la diferencia se invierte: {common} veces (intervalo de confianza del {confidence}: "
        + "{interval}; {tests})"
    case .stratifiedAppears:
      "hay una diferencia: {common} veces (intervalo de confianza del {confidence}: {interval}; "
        + "{tests})"
    case .stratifiedOnlyPooled:
      "no se halla ninguna diferencia, pero bien puede ser la misma: {common} veces (intervalo de "
        + "confianza del {confidence}: {interval}; {tests})"
    case .stratifiedOnlyWithin:
      "hay una diferencia, pero bien puede ser la misma: {common} veces (intervalo de confianza "
        + "del {confidence}: {interval}; {tests})"
    case .stratifiedRemains:
      "la diferencia permanece: {common} veces (intervalo de confianza del {confidence}: "
        + "{interval}; {tests})"
    case .stratifiedNone:
      "tampoco se halla ninguna diferencia: {common} veces (intervalo de confianza del "
        + "{confidence}: {interval}; {tests})"
    case .stratifiedDiffers:
      "La comparación difiere de una parte a otra ({by}, {test}), de modo que una sola razón no "
        + "las describe todas."
    case .stratifiedHidden: "Omitido por no mostrarse: {list}."
    case .stratifiedWithoutInformation: "No hay nada que comparar en {list}."
    case .stratifiedDependsOnMethod: "La prueba exacta y la otra discrepan aquí: caso límite."
    case .dependsOnMethod:
      "{list}: caso límite. Con un nivel del {level}, la igualdad queda excluida por {rejecting}, "
        + "pero no por {notRejecting}."
    case .headcountChange:
      "Al final del período se contaron {closing} personas; al principio, {opening}."
    case .declaredShare: "{attribute}: el {share} de las personas lo declaró."
    case .declaredShareBelowRule:
      "{attribute}: el {share} de las personas lo declaró, por debajo del umbral del {rule}; no se "
        + "da ningún veredicto."
    case .trendRises: ", un aumento constante de unos {slope} puntos porcentuales al año"
    case .trendFalls: ", un descenso constante de unos {slope} puntos porcentuales al año"
    case .trendNotSteady: ", sin tendencia constante"
    case .flowTrend:
      "{flow}: la proporción del grupo {group} era del {first} en {start} y del {last} en "
        + "{end}{trend}."
    case .flowTrendRises:
      ", un aumento a lo largo de los trimestres que el azar rara vez produce (p {p})"
    case .flowTrendFalls:
      ", un descenso a lo largo de los trimestres que el azar rara vez produce (p {p})"
    case .flowTrendUnclear: ", sin más tendencia que la que el azar produce a menudo (p {p})"
    case .trendShare:
      "La proporción del grupo {group} pasó del {first} en {start} al {last} en {end}{trend}."
    case .notShownExhibits: "No se muestra, para proteger a las personas: {list}."
    case .pipelineWorst:
      "Nivel a nivel, el grupo {focal} disminuye claramente por encima de {level}: de las personas "
        + "en {level} o más arriba, están por encima el {own} del grupo {focal} y el {other} del "
        + "grupo {reference} (razón {ratio}; intervalo de confianza del {confidence}: "
        + "{interval}){also}."
    case .pipelineAlso: "; también claramente por encima de {list}"
    case .pipelineByChance:
      "Nivel a nivel, la razón más baja está por encima de {level}: el {own} del grupo {focal} y "
        + "el {other} del grupo {reference} en {level} o más arriba están por encima; bien puede "
        + "deberse al azar."
    case .inferenceCensus: "nada: se contó a todas las personas"
    case .inferenceFinitePopulation: "las personas que no respondieron"
    case .inferenceProcess: "el proceso subyacente"
    case .intersectionLargest:
      "La combinación más numerosa es {part}: el {share} de todas las personas ({people})."
    case .headlinePass:
      "{topic}, {part}: pasó el {focalRate} del grupo {focal}, frente al {referenceRate} del grupo "
        + "{reference}."
    case .headlineFlows:
      "{events} por cada 100 personas: {focalRate} en el grupo {focal} frente a {referenceRate} en "
        + "el grupo {reference}."
    case .headlineFlow:
      "{events} por cada 100 personas: {focalRate} en el grupo {focal}, {ratio} veces la tasa del "
        + "grupo {reference}."
    case .headlineRatio:
      "{part}: la tasa del grupo {focal} era {ratio} veces la del grupo {reference}."
    case .headlineGap: "{measure}: un {gap} menos en el grupo {focal} que en el grupo {reference}."
    case .headlineGapNegative:
      "{measure}: un {gap} más en el grupo {focal} que en el grupo {reference}."
    case .headlineBenchmark:
      "La proporción del grupo {group} era del {share}, con un valor de referencia del {benchmark}."
    case .headlineShare: "La proporción del grupo {group} era del {share}."
    case .headlineShareAt: "{part}: la proporción del grupo {group} era del {share}."
    case .headlineShareChanged:
      "La proporción del grupo {group} era del {share}, frente al {yearAgo} un año antes."
    case .headlineShareAtChanged:
      "{part}: la proporción del grupo {group} era del {share}, frente al {yearAgo} un año antes."
    case .cannotTellUncertain: "{topic}: demasiado incierto para concluir en {list}."
    case .cannotTellInShort:
      "{number} comparaciones de grupos enteros son demasiado inciertas para concluir, porque se "
        + "basan en pocas personas o pocos hechos: {list}. Varios trimestres reunidos dirían más."
    case .cannotTellMany:
      "{topic}: {number} comparaciones son demasiado inciertas para concluir, entre ellas {list}."
    case .cannotTellRemedy: "Reunir más trimestres estrecharía los intervalos."
    case .people: "{number} {number|persona|de personas|personas}"
    case .cannotTellPair: "{focal} frente a {reference}"
    case .cannotTellDeclaration:
      "{attribute}: lo declaró el {share}, por debajo del umbral del {rule}. Podrá valorarse "
        + "cuando lo declaren más personas."
    case .cannotTellHidden:
      "{number|Una cifra está oculta|# cifras están ocultas|# cifras están ocultas} para proteger "
        + "a las personas; grupos más grandes mostrarían más."
    case .cannotTellNoData: "Este informe no contiene datos sobre: {list}."
    case .missingSections: "Secciones sin datos en este informe"
    case .missingSnapshots: "las personas empleadas en la fecha de referencia"
    case .missingCharacteristics: "una característica de las personas empleadas"
    case .missingIntersections: "características que combinar"
    case .missingApplications: "las candidaturas, con la fase que alcanzó cada una"
    case .missingEvents: "las contrataciones, los ascensos y las salidas, con sus fechas"
    case .missingPay: "una medida de la retribución"
    case .missingBonus: "una medida de las primas"
    case .missingTraining: "las inscripciones en formación, con la última fase que alcanzó cada una"
    case .missingPrevious: "un informe anterior con el que comparar"
    case .missingNotYet: "nada por ahora: esta versión no lo produce"
    case .missingQuarters: "más de un trimestre"
    case .targetShort:
      "El objetivo para el grupo {group} es el {target} para {by}; con el {share}, a la proporción "
        + "le faltan {points}."
    case .targetReached:
      "El objetivo para el grupo {group} es el {target} para {by}; con el {share}, está alcanzado."
    case .breakFrom: "[b] desde {quarter}: {text}"
    case .crosswalkIntroduction:
      "Este anexo lee las líneas de los marcos de información en las cifras publicadas de este "
        + "informe. No es una declaración oficial: las definiciones difieren, y se indica cada "
        + "diferencia conocida."
    case .crosswalkEveryLine:
      "Lo que difiere en todas las líneas de un marco figura encima de su tabla y no se cuenta "
        + "aquí."
    case .crosswalkSource: "Leído en: {source} ({version})."
    case .crosswalkAnswered: "respondido"
    case .crosswalkAnsweredWithDifference: "respondido, con una diferencia"
    case .crosswalkNotComputed: "no calculado"
    case .crosswalkSex: "género o sexo"
    case .crosswalkEthnicity: "origen étnico"
    case .crosswalkDisability: "discapacidad"
    case .crosswalkAge: "edad"
    case .crosswalkWomenAndMen: "Mujeres {women}, hombres {men}"
    case .crosswalkAsDeclared:
      "El marco pide el sexo legal; los grupos de aquí son los de «{attribute}»."
    case .crosswalkOutside: "Fuera de sus dos grupos: {groups}."
    case .crosswalkMerged: "Los grupos se agrupan cuando eso protege a las personas."
    case .crosswalkNoCharacteristic:
      "Ninguna característica de este informe contiene: {characteristic}."
    case .crosswalkNoInput: "Para ello se necesita: {input}."
    case .crosswalkNoLevels: "La plantilla no está dividida en niveles."
    case .crosswalkNoJobCategories:
      "Para ello se necesita un atributo cuyos niveles sean las diez categorías laborales del "
        + "formulario."
    case .crosswalkOtherJobCategories:
      "Para ello se necesita un atributo cuyos niveles sean las diez categorías laborales del "
        + "formulario; los de «{title}» son otros."
    case .crosswalkOtherGroups:
      "Este informe compara el grupo {focal} con {reference}, no a las mujeres con los hombres."
    case .crosswalkNotHourly:
      "La línea trata de la retribución por hora; la medida de aquí es: {measure}."
    case .crosswalkHidden: "Oculto para proteger a las personas."
    case .crosswalkNoData: "No hay datos para esta cifra."
    case .crosswalkSurvey: "Para ello se necesitan las respuestas de una encuesta al personal."
    case .crosswalkProcedures:
      "Para ello se necesita un registro de los procedimientos formales disciplinarios o de "
        + "capacidad."
    case .crosswalkGovernance:
      "Para ello se necesita un registro de quién forma parte de los órganos de gobierno."
    case .crosswalkThreeWays:
      "Para ello se necesitan tres atributos en una tabla; este informe cruza dos."
    case .crosswalkNarrative: "Es una declaración escrita, que corresponde hacer a la organización."
    case .sinceLast:
      "Desde el informe sobre {period}: diferencias nuevas {new}, diferencias resueltas "
        + "{resolved}, veredictos modificados {changed}, cifras revisadas {revised}."
    case .sinceNothing:
      "Nada ha cambiado desde el informe sobre {period}: ningún veredicto, ningún método y ninguna "
        + "cifra que ambos informes publiquen para un mismo período."
    case .sinceHidden:
      "Para proteger a las personas, casillas ocultas ahora y mostradas entonces: {hidden}; "
        + "casillas mostradas ahora y ocultas entonces: {shown}."
    case .sinceTables:
      "Tablas de aquel informe que no están en este: {gone}; tablas nuevas: {added}."
    case .sinceMore:
      "Otras cifras revisadas, no enumeradas aquí: {number}. El comando parity diff las enumera "
        + "todas."
    case .sinceNew: "diferencia nueva"
    case .sinceResolved: "resuelta"
    case .sinceChanged: "modificado"
    case .sinceAllTables: "todas"
    case .changedEngine: "versión del programa"
    case .changedAudience: "destinatarios del informe"
    case .changedThreshold: "grupo más pequeño mostrado"
    case .changedPayThreshold: "grupo más pequeño cuya retribución se muestra"
    case .changedRounding: "múltiplos en que se muestran los recuentos"
    case .changedConfidence: "confianza"
    case .changedMultiplicity: "ajuste por varias pruebas"
    case .changedBandOfRatios: "banda práctica de las razones"
    case .changedBandOfShares: "banda práctica de las proporciones"
    case .changedBandOfPay: "banda práctica de las brechas retributivas"
    case .changedGroups: "grupos comparados"
    case .changedDefinition: "base de las proporciones, o quién dirige"
    case .changedMembers: "composición de «{label}»"
    case .changedLevels: "niveles de {attribute}"
    case .roundedTitle: "cifras redondeadas"
    case .roundedCounts:
      "Las cifras de personas están redondeadas a múltiplos de {base}, por lo que los totales "
        + "pueden diferir un poco de la suma de sus partes. Las proporciones y las tasas se "
        + "calculan con cifras redondeadas y son aproximadas. Las pruebas y los intervalos de "
        + "recuentos necesitan las exactas y se omiten."
    case .batchSubtitle: "Informes por {attribute}, {period}"
    case .batchTogether:
      "Estos informes se elaboraron conjuntamente: lo que está oculto en uno no puede deducirse de "
        + "los demás."
    case .batchCaption: "los informes"
    case .batchPeople: "personas"
    case .batchWithout: "Sin informe, porque ninguna de sus cifras puede mostrarse: {list}."
    case .missingPool: "una comparación conjunta de varias organizaciones"
    case .missingVacancies: "las vacantes y su resultado"
    }
  }
}
