extension MessageCatalogue {
  /// The Spanish text of every explanation.
  static func spanish(_ explanation: Explanation) -> String {
    switch explanation {
    case .declarationNote:
      "Una característica declarada por menos del {rule} de las personas no recibe veredicto. Las "
        + "proporciones de las demás secciones se refieren a las personas que la declararon, salvo "
        + "que una tabla indique otra cosa."
    case .promotions:
      "Los ascensos proceden de los ascensos registrados en el período indicado en cada tabla. Las "
        + "tasas son por cada 100 personas de la plantilla media; las razones se contrastan como "
        + "tasas de sucesos. Los escalones muestran cuántas de cada 100 personas que permanecen no "
        + "ascenderían si todas tuvieran la probabilidad de ascenso de las personas con la misma "
        + "antigüedad en el período mostrado; un ascenso cuenta, sea o no el primero."
    case .exits:
      "Una razón superior a 1 significa más salidas por cada 100 personas que en el grupo de "
        + "comparación. Las tasas son por cada 100 personas de la plantilla media; las razones se "
        + "contrastan como tasas de sucesos. Los escalones muestran cuántas de cada 100 personas "
        + "permanecerían si todas salieran con las tasas de las personas con la misma antigüedad "
        + "en el período mostrado; a nadie se le ha seguido tanto tiempo."
    case .training:
      "Una inscripción cuenta en cada fase hasta la última que alcanzó; quien se inscribió dos "
        + "veces cuenta dos veces. Las tasas se refieren a las que alcanzaron la fase anterior, y las "
        + "razones son la tasa del grupo nombrado dividida por la del grupo con que se compara. Los "
        + "logaritmos de las razones de todas las fases suman el del recorrido entero, y lo mismo sus "
        + "varianzas; así se reparte la diferencia entre las fases. Un coste por persona reparte el "
        + "coste de todas las inscripciones de un grupo entre quienes llegaron a la fase."
    case .chanceOfProcess:
      "Las cifras son un resultado de un proceso que podría haber sido distinto; los intervalos "
        + "describen esa variación debida al azar."
    case .projection:
      "Cada trayectoria es un camino que la plantilla podría seguir si se contratara y "
        + "saliera a las tasas de los últimos cuatro trimestres: las tasas se extraen de lo "
        + "contado, y el azar decide quién se queda y quién llega. Las respuestas nuevas y las "
        + "correcciones quedan fuera. Dice adónde llevan estas tasas, no qué ocurrirá."
    case .shareMoved:
      "Las contrataciones elevan la proporción de un grupo que es una parte mayor de ellas que "
        + "antes de todas las personas, y las salidas la elevan si el grupo es una parte menor de "
        + "ellas. Las respuestas nuevas y las correcciones cambian lo registrado, no quién trabaja "
        + "aquí; se dibujan aparte. Los pasos suman exactamente el cambio, sin resto. Dicen cómo "
        + "cambió una proporción, no por qué llegaron o se fueron las personas."
    case .flows:
      "Las personas contratadas o ascendidas en un trimestre son distintas de las del siguiente, "
        + "por lo que la tendencia de sus proporciones se contrasta con todos los trimestres "
        + "juntos (Cochran y Armitage), como si cada contratación y cada ascenso fuera una "
        + "extracción propia. Una p pequeña indica que el azar por sí solo rara vez produciría tal "
        + "aumento o descenso; no está corregida por el número de pruebas."
    case .hiring:
      "La contratación es un proceso que podría haber sido distinto; los intervalos describen esa "
        + "variación debida al azar. Las razones dividen la tasa del grupo nombrado por la del "
        + "grupo de comparación. El déficit indica cuántas personas más del grupo habrían pasado "
        + "con la tasa del otro grupo. Las candidaturas cuyo grupo no se conoce no entran en la "
        + "comparación."
    case .diversity:
      "El número efectivo de grupos indica cuántos grupos de igual tamaño serían igual de "
        + "diversos: 1 si todas las personas están en un grupo. La probabilidad de que dos "
        + "personas difieran es la de dos personas elegidas al azar: 0 si todas son iguales. La "
        + "uniformidad es 1 si todos los grupos mostrados tienen el mismo tamaño. Más no siempre "
        + "es preferible: conviene comparar con quienes podrían haber sido contratadas."
    case .inequality:
      "Cada índice vale 0, y cada razón 1, cuando todas las retribuciones son iguales. El doble "
        + "del coeficiente de Gini es lo que difieren en promedio dos personas elegidas al azar, "
        + "como proporción de la retribución media. La T de Theil mira las retribuciones altas; la "
        + "desviación logarítmica media, las bajas. 1 menos el índice de Atkinson es la proporción "
        + "de toda la retribución que valdría lo mismo si se repartiera por igual. Una retribución "
        + "desigual no es injusta ni una igual es justa: los índices no conocen ni el trabajo ni a "
        + "la persona. Los intervalos valen para retribuciones fijadas de nuevo por el mismo "
        + "proceso."
    case .intersections:
      "Una persona que dio varias respuestas a una pregunta se cuenta una vez, en el nivel de "
        + "varias respuestas. Las combinaciones pequeñas se agrupan antes de ocultar ninguna."
    case .shrinkage:
      "Esperado de cada una por separado: la proporción en el liderazgo si las dos características "
        + "actuaran por separado, de modo que reunir ambas no supusiera ninguna diferencia propia. "
        + "Las proporciones de las combinaciones pequeñas quedan primeras y últimas por azar, así "
        + "que cada una se acerca a lo esperado, tanto más cuantas menos personas tiene; conviene "
        + "comparar las proporciones acercadas, no las contadas. Las combinaciones de menos de 20 "
        + "personas, o con una cifra oculta, quedan fuera de todo ello."
    case .trend:
      "El cambio por año es la mediana de las pendientes entre todos los pares de trimestres "
        + "(Theil y Sen). Un aumento o descenso se llama constante cuando la prueba exacta de Mann "
        + "y Kendall tiene una p pequeña: de todos los órdenes en que podrían haberse dado estas "
        + "proporciones, pocos suben o bajan de forma tan regular. No pregunta cuán grande es el "
        + "cambio ni está corregida por el número de grupos. Gran parte de las personas son las "
        + "mismas de un trimestre a otro, lo que hace la p menor que con otras personas cada vez. "
        + "El menor aumento detectable es el que mostrarían cuatro de cada cinco veces dos grupos "
        + "distintos de este tamaño; con casi las mismas personas se detectan también otros "
        + "menores."
    case .levels:
      "Las proporciones de los escalones se multiplican hasta dar la del nivel más alto, por lo "
        + "que la razón más baja señala de dónde procede la mayor parte de una diferencia en la "
        + "cima. Es una instantánea de quién está dónde, tras años de contrataciones, ascensos y "
        + "salidas; la sección de promoción cuenta los movimientos mismos. El escalón más bajo se "
        + "elige después de mirar, y p lo tiene en cuenta (Fisher, con el ajuste de Holm sobre los "
        + "escalones)."
    case .representation:
      "Se contó a todas las personas, así que una proporción no tiene intervalo propio. Se da un "
        + "veredicto frente a un valor de referencia externo, cuando lo hay."
    case .separation:
      "H y D valen 0 si cada parte tiene la misma composición, y 1 si cada parte tiene un solo "
        + "grupo. Las partes pequeñas nunca son del todo iguales, así que el azar por sí solo hace "
        + "ambos mayores que 0: «por azar» es lo que daría en promedio repartir al azar a las "
        + "mismas personas, calculado con exactitud. Personas a mover es el menor número que "
        + "tendría que cambiar de lugar para que cada parte, con su tamaño, tuviera la misma "
        + "composición. Se contó a todas las personas, por lo que no hay intervalo; p, sin ajustar "
        + "por varias preguntas, plantea si el azar por sí solo separaría a menudo tanto a las "
        + "personas. Ninguno dice por qué."
    case .smallParts:
      "Con menos de 30 personas por parte en promedio, H y D de las cifras dicen sobre todo lo que "
        + "hace el azar. Estos se refieren a las proporciones que las partes representan, según un "
        + "modelo en el que las proporciones difieren de una parte a otra y las personas de cada "
        + "parte se extraen de ellas; p es para proporciones que no difieren en absoluto."
    case .pay:
      "La brecha es la diferencia respecto a la retribución del grupo de comparación, como "
        + "proporción de esta; es positiva cuando el grupo nombrado cobra menos. La banda práctica "
        + "es del {flag} en cada sentido. Cuentan todas las personas con retribución en los datos, "
        + "estén o no de permiso. Una brecha en la retribución de todas las personas refleja tanto "
        + "quién trabaja en qué nivel como la retribución dentro de cada nivel, y no señala "
        + "ninguna causa."
    case .scorecardNote:
      "Las razones dividen la tasa del primer grupo por la del segundo; 1 significa sin "
        + "diferencia. Un veredicto compara el intervalo de confianza (IC) del {confidence} con "
        + "una banda práctica."
    case .attribution:
      "Un más son personas que faltan a causa de la fase; un menos, personas ganadas en ella. Las "
        + "partes son las de Shapley: la media de todos los órdenes en que podrían igualarse las "
        + "fases. Las cifras están redondeadas; las barras suman el total."
    case .clearGap:
      "la igualdad queda excluida y el intervalo está por completo fuera de la banda práctica"
    case .gapSizeUncertain: "la igualdad queda excluida y el intervalo cruza un borde de la banda"
    case .smallGap: "la igualdad queda excluida y el intervalo está por completo dentro de la banda"
    case .aboutTheSame:
      "la igualdad no queda excluida y el intervalo está por completo dentro de la banda"
    case .tooUncertain: "la igualdad no queda excluida y el intervalo sobrepasa la banda"
    case .notReported:
      "oculto para proteger a las personas, declarado por demasiado pocas personas, sin datos o no "
        + "definido"
    case .judgedBy:
      "Cada comparación se valora con su intervalo de confianza del {confidence} y una banda "
        + "práctica: razones de {lower} a {upper}, diferencias de proporciones de hasta {points}, "
        + "brechas retributivas de hasta el {pay}. Si la igualdad queda excluida lo decide el "
        + "valor p tras el ajuste; los intervalos se muestran sin ajustar."
    case .holm:
      "Las pruebas de una sección forman una familia y se ajustan conjuntamente con el método de "
        + "Holm. Una prueba que no puede mostrarse cuenta como p = 1."
    case .notAdjusted: "Las pruebas no se ajustan por ser varias; cada una vale por sí sola."
    case .methodTerms:
      "Los nombres y convenciones de los métodos se mantienen en inglés, para poder consultarlos "
        + "con exactitud."
    case .alreadyPublic: "Estas cifras ya son públicas; nada está oculto."
    case .smallGroups:
      "No se muestran grupos de menos de {threshold} personas, ni la retribución de menos de {pay}."
    case .roundedMedians:
      "Las medianas de la retribución, y las brechas entre ellas, se calculan con retribuciones "
        + "redondeadas a tres cifras, de modo que ninguna sea la de una persona."
    case .placesHidden:
      "{number|Una casilla de las tablas está oculta|# casillas de las tablas están ocultas|# "
        + "casillas de las tablas están ocultas}."
    case .tablesMerged:
      "{number|Una tabla se muestra|# tablas se muestran|# tablas se muestran} con grupos "
        + "agrupados."
    case .withinRelease:
      "Las personas están protegidas dentro de esta publicación; lo que muestran otras "
        + "publicaciones no se tiene en cuenta."
    case .withLedger:
      "Las personas están protegidas junto con las publicaciones anteriores del registro."
    case .readerAttacker: "alguien que no sabe nada más"
    case .insiderAttacker: "alguien que conoce además sus propios datos"
    case .zerosAttacker: "alguien que sabe que los grupos ocultos no están vacíos"
    case .attackers:
      "Las cifras ocultas están protegidas frente a quien lea toda la publicación y calcule con "
        + "todas sus tablas a la vez ({who}): de ello no se puede saber que un grupo oculto tenga "
        + "menos de {threshold} personas. Quien sepa más puede averiguar más."
    case .secondAudit:
      "Antes de escribirla, un segundo programa que no ve nada más atacó la publicación, y esta "
        + "resistió; el comando parity verify lo repite, sin los datos."
    case .scanLooked:
      "{number} comparaciones de contratación, ascensos y salidas de este informe se contrastaron "
        + "de forma exacta y conjunta; las que no se muestran cuentan como p = 1."
    case .scanNone: "Ninguna destaca."
    case .scanFound:
      "Destacan las de la tabla: se espera que como máximo alrededor del {percent} de tales "
        + "hallazgos se deba al azar. Son lugares donde mirar, no veredictos."
    case .crosswalkInEnglish: "Las líneas de los marcos, y sus diferencias, se dan en inglés."
    case .merging:
      "Los grupos pequeños se agrupan antes de ocultar ninguno, y se oculta más cuando una cifra "
        + "podría deducirse de otras."
    case .skills:
      "Una vacante está cubierta si se contrató a alguien antes del final del periodo. "
        + "Las retiradas y las que siguen abiertas son la brecha en personas, por lo que "
        + "una especialización que se cubre despacio también tiene una proporción menor. "
        + "Cada especialización se compara con los puestos que no están en la lista de "
        + "especializaciones, o con todos los demás si no hay lista. Los días son una "
        + "mediana de todas las vacantes como si no se hubiera retirado ninguna; las no "
        + "cubiertas cuentan mientras estuvieron abiertas. Ninguna cifra por sí sola "
        + "muestra una escasez: lea juntas la proporción, los días y las candidaturas."
    case .inclusionLens:
      "Lo que añadirían unas tasas iguales es un cálculo, no una previsión: supone que "
        + "se hubieran presentado o trabajaran aquí tantas personas del grupo y que cada "
        + "una hubiera cubierto una de las vacantes. El intervalo se traslada a la "
        + "proporción de la brecha; la brecha se toma tal como se contó."
    case .skillsAcrossDomains:
      "Las competencias cuentan tal como están registradas; quien no tiene registro no tiene ninguna. "
        + "Las proporciones son recuentos completos, sin intervalo ni veredicto, pues no se comparan con "
        + "nada de fuera. Un par de competencias se compara con lo que sería si una no tuviera que ver con "
        + "la otra; sobre todas las personas, tal relación puede ser la del trabajo. El crecimiento de la "
        + "proporción de una competencia se acerca al de todas juntas, para que las raras no queden "
        + "primeras por azar. Ambas listas se corrigen por el número de competencias (tasa de falsos "
        + "descubrimientos)."
    }
  }
}
