extension MessageCatalogue {
  /// The French text of every message.
  static func french(_ message: Message) -> String {
    switch message {
    case .share: "La part du groupe {group} était de {share} ({people})."
    case .shareUnchanged:
      "La part du groupe {group} était de {share} ({people}), comme un an plus tôt."
    case .shareAgainst:
      "La part du groupe {group} était de {share} ({people}), contre {yearAgo} un an plus tôt."
    case .shareChanged:
      "La part du groupe {group} était de {share} ({people}), {points} {direction} qu’un an plus "
        + "tôt ({yearAgo})."
    case .shareAt: "{part} : la part du groupe {group} était de {share} ({people})."
    case .shareAtUnchanged:
      "{part} : la part du groupe {group} était de {share} ({people}), comme un an plus tôt."
    case .shareAtChanged:
      "{part} : la part du groupe {group} était de {share} ({people}), contre {yearAgo} un an plus "
        + "tôt."
    case .higher: "de plus"
    case .lower: "de moins"
    case .percentagePoints:
      "{number} {number|point de pourcentage|points de pourcentage|points de pourcentage}"
    case .passRates:
      "{part} : {focalRate} dans le groupe {focal} ({focalPassed} sur {focalEntered}), contre "
        + "{referenceRate} dans le groupe {reference} ({referencePassed} sur {referenceEntered})."
    case .passRatesOneCount:
      "{part} : {focalRate} dans le groupe {focal} ({focalPassed} sur {focalEntered}), contre "
        + "{referenceRate} dans le groupe {reference}."
    case .passRate:
      "{part} : {focalRate} dans le groupe {focal} ({focalPassed} sur {focalEntered})."
    case .flowRates:
      "{events} pour 100 personnes : {focalRate} dans le groupe {focal} ({focalEvents}, effectif "
        + "moyen {focalAverage}), contre {referenceRate} dans le groupe {reference} "
        + "({referenceEvents}, effectif moyen {referenceAverage})."
    case .flowRate:
      "{events} pour 100 personnes : {focalRate} dans le groupe {focal} ({focalEvents}, effectif "
        + "moyen {focalAverage})."
    case .flowRatesOfPart:
      "{part} : {focalRate} {events} pour 100 personnes dans le groupe {focal}, contre "
        + "{referenceRate} dans le groupe {reference}."
    case .serviceShares:
      "Sur 100 personnes, environ {focalShare} seraient encore présentes après {years} "
        + "d’ancienneté dans le groupe {focal}, et environ {referenceShare} dans le groupe "
        + "{reference}"
    case .servicePromoted:
      "Sur 100 personnes qui restent, environ {focalShare} seraient promues en l’espace de {years} "
        + "d’ancienneté dans le groupe {focal}, et environ {referenceShare} dans le groupe "
        + "{reference}"
    case .headlineService:
      "{event} à ancienneté égale : le taux du groupe {focal} représentait {ratio} fois celui du "
        + "groupe {reference}."
    case .sameService:
      "{event} à ancienneté égale : le taux du groupe {focal} représentait {ratio} fois celui du "
        + "groupe {reference} (intervalle de confiance à {confidence} : {interval}){against}."
    case .rateRatio:
      "Le taux du groupe {focal} représentait {ratio} fois celui du groupe {reference} (intervalle "
        + "de confiance à {confidence} : {interval}){against}."
    case .moreHired:
      "Au taux du groupe {reference}, environ {number} {number|personne|personnes|personnes} de "
        + "plus du groupe {people} {number|aurait été embauchée|auraient été embauchées|auraient "
        + "été embauchées}."
    case .fewerHired:
      "Au taux du groupe {reference}, environ {number} {number|personne|personnes|personnes} de "
        + "moins du groupe {people} {number|aurait été embauchée|auraient été embauchées|auraient "
        + "été embauchées}."
    case .morePassed:
      "Au taux du groupe {reference}, environ {number} {number|personne|personnes|personnes} de "
        + "plus du groupe {people} {number|aurait franchi|auraient franchi|auraient franchi} cette "
        + "étape."
    case .fewerPassed:
      "Au taux du groupe {reference}, environ {number} {number|personne|personnes|personnes} de "
        + "moins du groupe {people} {number|aurait franchi|auraient franchi|auraient franchi} "
        + "cette étape."
    case .payGap:
      "{measure} : {focalAmount} dans le groupe {focal} ({focalPeople} personnes), contre "
        + "{referenceAmount} dans le groupe {reference} ({referencePeople} personnes), soit un "
        + "écart de {gap} (intervalle de confiance à {confidence} : {interval}){against}."
    case .payGapNegative:
      "{measure} : {focalAmount} dans le groupe {focal} ({focalPeople} personnes), contre "
        + "{referenceAmount} dans le groupe {reference} ({referencePeople} personnes), soit un "
        + "écart de {gap} (intervalle de confiance à {confidence} : {interval}) ; un écart négatif "
        + "signifie une rémunération plus élevée dans le groupe {focal}."
    case .payGapPlain:
      "{measure} : un écart de {gap} entre les groupes {focal} et {reference} (intervalle de "
        + "confiance à {confidence} : {interval}){against}."
    case .difference:
      "{part} : {effect} dans le groupe {focal}, par rapport au groupe {reference} (intervalle de "
        + "confiance à {confidence} : {interval}){against}."
    case .benchmark:
      "La part du groupe {group} était de {share} ({people} sur {base}), pour une valeur de "
        + "référence de {benchmark}."
    case .benchmarkAt:
      "{part} : la part du groupe {group} était de {share} ({people} sur {base}), pour une valeur "
        + "de référence de {benchmark}."
    case .benchmarkPoints:
      "C’est {points} {direction} de la valeur de référence (intervalle de confiance à "
        + "{confidence} : {interval})."
    case .benchmarkIndex:
      "C’est {ratio} fois la valeur de référence (intervalle de confiance à {confidence} : "
        + "{interval})."
    case .below: "au-dessous"
    case .above: "au-dessus"
    case .belowBenchmark: "au-dessous de la valeur de référence"
    case .aboveBenchmark: "au-dessus de la valeur de référence"
    case .clearGap: "écart net"
    case .gapSizeUncertain: "écart d’ampleur incertaine"
    case .smallGap: "petit écart"
    case .aboutTheSame: "à peu près égal"
    case .tooUncertain: "trop incertain pour conclure"
    case .notReported: "non publié"
    case .against: ", au détriment du groupe {worse}"
    case .sameBecause: "Tout l’intervalle se situe dans la bande pratique."
    case .tooWideBecause:
      "L’intervalle contient aussi bien l’absence d’écart que des écarts qui compteraient."
    case .familyBecause:
      "Pris seul, l’intervalle exclut l’égalité, mais avec autant de comparaisons dans une même "
        + "section, un tel écart peut naître du hasard."
    case .notReportedHidden: "afin de protéger les personnes"
    case .notReportedDeclaration: "car trop peu de personnes l’ont déclaré"
    case .notReportedNoData: "faute de données"
    case .notReportedUndefined: "car la grandeur n’est pas définie ici"
    case .notReportedTogether: "{list} : non publié, {reason}."
    case .uncertainTogether:
      "{topic} (comparaison : {reference}) : {list}. Les intervalles figurent dans le tableau."
    case .everyPart: "les {number} cas"
    case .partsLead: "{by}, groupe {focal} comparé à {reference} : {list}."
    case .partsAt: "{verdict} pour {parts}"
    case .partsAtBenchmark: "{verdict} pour {parts}, {direction}"
    case .notWithinParts:
      "Par {by}, aucune partie ne montre d’écart dans ce sens : regarder les parties avant de lire "
        + "le total."
    case .partsAtAgainst: "{verdict} pour {parts}, au détriment du groupe {worse}"
    case .attributionShort:
      "À l’arrivée, il manque environ {number} {number|personne|personnes|personnes} du groupe "
        + "{people} par rapport au taux du groupe {reference}."
    case .attributionOver:
      "À l’arrivée, on compte environ {number} {number|personne|personnes|personnes} du groupe "
        + "{people} de plus qu’au taux du groupe {reference}."
    case .attributionParts: "Dont environ {list}."
    case .attributionPartsAgainst: "Dont environ {list} ; en sens inverse, environ {against}."
    case .attributionUnstable: "L’écart total peut être dû au hasard, et donc ses parties aussi."
    case .missingSkills:
      "les compétences enregistrées des personnes de l’effectif à la date de référence"
    case .moreTrained:
      "Au taux du groupe {reference}, environ {number} {number|personne|personnes|personnes} de "
        + "plus du groupe {people} {number|aurait atteint|auraient atteint|auraient atteint} la "
        + "dernière étape."
    case .fewerTrained:
      "Au taux du groupe {reference}, environ {number} {number|personne|personnes|personnes} de "
        + "moins du groupe {people} {number|aurait atteint|auraient atteint|auraient atteint} la "
        + "dernière étape."
    case .missingProcedures:
      "une comparaison des procédures formelles : discipline, aptitude et réclamations"
    case .bottomLine:
      "Le résultat final ne le montre pas : à l’étape {stage}, le taux du groupe {worse} est "
        + "inférieur aux quatre cinquièmes (rapport {ratio}), mais non sur {way} ({whole})."
    case .separation:
      "Pour une même composition partout ({attribute}), {people} "
        + "{people|devrait|devraient|devraient} changer de place (découpage : {by}) ; le hasard "
        + "seul en donnerait environ {chance} ({p})."
    case .separationByChance:
      "Découpage {by} : la composition ({attribute}) ne diffère pas plus que le hasard ne le "
        + "ferait souvent ; {people} {people|devrait|devraient|devraient} changer de place, par "
        + "hasard environ {chance} ({p})."
    case .separationCurve:
      "Les parties qui réunissent {others} de toutes les autres personnes comptent {share} du "
        + "groupe {group} (par : {by})"
    case .lorenzHalf:
      "La moitié la moins bien payée des personnes reçoit {share} de la masse salariale"
    case .inequalityBetween:
      "De l’inégalité des rémunérations, mesurée par le T de Theil, la part entre groupes est, "
        + "chaque découpage étant pris seul : {parts}."
    case .inequalityBetweenPart: "{share} par {attribute}"
    case .lorenzTop:
      "De la masse salariale, {half} vont à la moitié la moins bien payée des personnes et {top} "
        + "au dixième le mieux payé."
    case .stratified:
      "{whole}, ensemble : le taux du groupe {focal} représentait {pooled} fois celui du groupe "
        + "{reference} ({p}) ; à l’intérieur des parties ({by}), à comparaison égale, {within}."
    case .stratifiedVanishes:
      "l’écart disparaît : {common} fois (intervalle de confiance à {confidence} : {interval} ; "
        + "{tests})"
    case .stratifiedReverses:
      "l’écart s’inverse : {common} fois (intervalle de confiance à {confidence} : {interval} ; "
        + "{tests})"
    case .stratifiedAppears:
      "il y a un écart : {common} fois (intervalle de confiance à {confidence} : {interval} ; "
        + "{tests})"
    case .stratifiedOnlyPooled:
      "aucun écart n’est constaté, mais il se peut bien que ce soit le même : {common} fois "
        + "(intervalle de confiance à {confidence} : {interval} ; {tests})"
    case .stratifiedOnlyWithin:
      "il y a un écart, mais il se peut bien que ce soit le même : {common} fois (intervalle de "
        + "confiance à {confidence} : {interval} ; {tests})"
    case .stratifiedRemains:
      "l’écart demeure : {common} fois (intervalle de confiance à {confidence} : {interval} ; "
        + "{tests})"
    case .stratifiedNone:
      "aucun écart n’est constaté non plus : {common} fois (intervalle de confiance à {confidence} "
        + ": {interval} ; {tests})"
    case .stratifiedDiffers:
      "La comparaison diffère d’une partie à l’autre ({by}, {test}), si bien qu’un seul rapport ne "
        + "les décrit pas toutes."
    case .stratifiedHidden: "Laissé de côté, car non montré : {list}."
    case .stratifiedWithoutInformation: "Rien à comparer pour {list}."
    case .stratifiedDependsOnMethod: "Le test exact et l’autre se contredisent ici : cas limite."
    case .dependsOnMethod:
      "{list} : cas limite. Au seuil de {level}, l’égalité est exclue par {rejecting}, non par "
        + "{notRejecting}."
    case .headcountChange:
      "{closing} personnes étaient comptées à la fin de la période, {opening} au début."
    case .declaredShare: "{attribute} : {share} des personnes ont répondu."
    case .declaredShareBelowRule:
      "{attribute} : {share} des personnes ont répondu, moins que le seuil de {rule} ; aucun "
        + "verdict n’est donné."
    case .trendRises: ", une hausse régulière d’environ {slope} points de pourcentage par an"
    case .trendFalls: ", une baisse régulière d’environ {slope} points de pourcentage par an"
    case .trendNotSteady: ", sans tendance régulière"
    case .flowTrend:
      "{flow} : la part du groupe {group} était de {first} en {start} et de {last} en {end}{trend}."
    case .flowTrendRises:
      ", une hausse au fil des trimestres que le hasard produit rarement (p {p})"
    case .flowTrendFalls:
      ", une baisse au fil des trimestres que le hasard produit rarement (p {p})"
    case .flowTrendUnclear: ", sans tendance plus forte que le hasard n’en produit souvent (p {p})"
    case .trendShare:
      "La part du groupe {group} est passée de {first} en {start} à {last} en {end}{trend}."
    case .notShownExhibits: "Non montré, afin de protéger les personnes : {list}."
    case .pipelineWorst:
      "Niveau par niveau, le groupe {focal} se raréfie nettement au-dessus de {level} : parmi les "
        + "personnes au niveau {level} ou plus haut, {own} du groupe {focal} et {other} du groupe "
        + "{reference} sont au-dessus (rapport {ratio} ; intervalle de confiance à {confidence} : "
        + "{interval}){also}."
    case .pipelineAlso: " ; nettement aussi au-dessus de {list}"
    case .pipelineByChance:
      "Niveau par niveau, le rapport le plus faible est au-dessus de {level} : {own} du groupe "
        + "{focal} et {other} du groupe {reference} au niveau {level} ou plus haut sont au-dessus "
        + "; cela peut bien être dû au hasard."
    case .inferenceCensus: "rien : tout le monde a été compté"
    case .inferenceFinitePopulation: "les personnes qui n’ont pas répondu"
    case .inferenceProcess: "le processus sous-jacent"
    case .intersectionLargest:
      "La combinaison la plus nombreuse est {part} : {share} de l’ensemble des personnes "
        + "({people})."
    case .headlinePass:
      "{topic}, {part} : {focalRate} du groupe {focal} ont passé, contre {referenceRate} du groupe "
        + "{reference}."
    case .headlineFlows:
      "{events} pour 100 personnes : {focalRate} dans le groupe {focal}, contre {referenceRate} "
        + "dans le groupe {reference}."
    case .headlineFlow:
      "{events} pour 100 personnes : {focalRate} dans le groupe {focal}, soit {ratio} fois le taux "
        + "du groupe {reference}."
    case .headlineRatio:
      "{part} : le taux du groupe {focal} représentait {ratio} fois celui du groupe {reference}."
    case .headlineGap:
      "{measure} : moins élevé de {gap} dans le groupe {focal} que dans le groupe {reference}."
    case .headlineGapNegative:
      "{measure} : plus élevé de {gap} dans le groupe {focal} que dans le groupe {reference}."
    case .headlineBenchmark:
      "La part du groupe {group} était de {share}, pour une valeur de référence de {benchmark}."
    case .headlineShare: "La part du groupe {group} était de {share}."
    case .headlineShareAt: "{part} : la part du groupe {group} était de {share}."
    case .headlineShareChanged:
      "La part du groupe {group} était de {share}, contre {yearAgo} un an plus tôt."
    case .headlineShareAtChanged:
      "{part} : la part du groupe {group} était de {share}, contre {yearAgo} un an plus tôt."
    case .cannotTellUncertain: "{topic} : trop incertain pour conclure pour {list}."
    case .cannotTellInShort:
      "{number} comparaisons de groupes entiers sont trop incertaines pour conclure, car elles "
        + "reposent sur peu de personnes ou d’événements : {list}. Plusieurs trimestres réunis en "
        + "diraient davantage."
    case .cannotTellMany:
      "{topic} : {number} comparaisons sont trop incertaines pour conclure, dont {list}."
    case .cannotTellRemedy: "Davantage de trimestres réunis resserreraient les intervalles."
    case .people: "{number} {number|personne|de personnes|personnes}"
    case .cannotTellPair: "{focal} par rapport à {reference}"
    case .cannotTellDeclaration:
      "{attribute} : {share} de réponses, moins que le seuil de {rule}. Un verdict sera possible "
        + "lorsque davantage de personnes répondront."
    case .cannotTellHidden:
      "{number|Un chiffre est masqué|# chiffres sont masqués|# chiffres sont masqués} afin de "
        + "protéger les personnes ; des groupes plus grands en montreraient davantage."
    case .cannotTellNoData: "Ce rapport ne contient pas de données sur : {list}."
    case .missingSections: "Sections sans données dans ce rapport"
    case .missingSnapshots: "les personnes employées à la date de l’instantané"
    case .missingCharacteristics: "une caractéristique des personnes employées"
    case .missingIntersections: "des caractéristiques à combiner"
    case .missingApplications: "les candidatures, avec l’étape atteinte par chacune"
    case .missingEvents: "les recrutements, promotions et départs, avec leurs dates"
    case .missingPay: "une mesure de la rémunération"
    case .missingBonus: "une mesure des primes"
    case .missingTraining:
      "les inscriptions en formation, avec la dernière étape atteinte par chacune"
    case .missingPrevious: "un rapport antérieur auquel se comparer"
    case .missingNotYet: "rien pour l’instant : cette version n’en produit pas"
    case .missingQuarters: "plus d’un trimestre"
    case .targetShort:
      "L’objectif pour le groupe {group} est de {target} d’ici {by} ; à {share}, il manque "
        + "{points} à la part."
    case .targetReached:
      "L’objectif pour le groupe {group} est de {target} d’ici {by} ; à {share}, il est atteint."
    case .breakFrom: "[b] à partir de {quarter} : {text}"
    case .crosswalkIntroduction:
      "Cette annexe lit les lignes des référentiels de déclaration dans les chiffres publiés de ce "
        + "rapport. Elle n’est pas une déclaration : les définitions diffèrent, et chaque "
        + "différence connue est indiquée."
    case .crosswalkEveryLine:
      "Ce qui diffère dans toutes les lignes d’un référentiel figure au-dessus de son tableau et "
        + "n’est pas compté ici."
    case .crosswalkSource: "Lu dans : {source} ({version})."
    case .crosswalkAnswered: "répondu"
    case .crosswalkAnsweredWithDifference: "répondu, avec une différence"
    case .crosswalkNotComputed: "non calculé"
    case .crosswalkSex: "le genre ou le sexe"
    case .crosswalkEthnicity: "l’origine ethnique"
    case .crosswalkDisability: "le handicap"
    case .crosswalkAge: "l’âge"
    case .crosswalkWomenAndMen: "Femmes {women}, hommes {men}"
    case .crosswalkAsDeclared:
      "Le référentiel demande le sexe à l’état civil ; les groupes sont ici ceux de « {attribute} "
        + "»."
    case .crosswalkOutside: "Hors de ses deux groupes : {groups}."
    case .crosswalkMerged: "Des groupes sont réunis lorsque cela protège les personnes."
    case .crosswalkNoCharacteristic:
      "Aucune caractéristique de ce rapport ne contient : {characteristic}."
    case .crosswalkNoInput: "Il faut pour cela : {input}."
    case .crosswalkNoLevels: "L’effectif n’est pas réparti en niveaux."
    case .crosswalkNoJobCategories:
      "Il faut pour cela un attribut dont les niveaux sont les dix catégories d’emploi du "
        + "formulaire."
    case .crosswalkOtherJobCategories:
      "Il faut pour cela un attribut dont les niveaux sont les dix catégories d’emploi du "
        + "formulaire ; ceux de « {title} » sont autres."
    case .crosswalkOtherGroups:
      "Ce rapport compare le groupe {focal} à {reference}, non les femmes aux hommes."
    case .crosswalkNotHourly:
      "La ligne porte sur la rémunération horaire ; la mesure est ici : {measure}."
    case .crosswalkHidden: "Masqué afin de protéger les personnes."
    case .crosswalkNoData: "Il n’y a pas de données pour ce chiffre."
    case .crosswalkSurvey: "Il faut pour cela les réponses à une enquête auprès du personnel."
    case .crosswalkProcedures:
      "Il faut pour cela un registre des procédures formelles de discipline ou d’aptitude."
    case .crosswalkGovernance:
      "Il faut pour cela un registre des membres des organes de gouvernance."
    case .crosswalkThreeWays:
      "Il faut pour cela trois attributs dans un même tableau ; ce rapport en croise deux."
    case .crosswalkNarrative:
      "C’est une déclaration rédigée, qu’il revient à l’organisation de faire."
    case .sinceLast:
      "Depuis le rapport sur {period} : nouveaux écarts {new}, écarts résorbés {resolved}, "
        + "verdicts modifiés {changed}, chiffres révisés {revised}."
    case .sinceNothing:
      "Rien n’a changé depuis le rapport sur {period} : aucun verdict, aucune méthode, et aucun "
        + "chiffre que les deux rapports publient pour une même période."
    case .sinceHidden:
      "Afin de protéger les personnes, cases masquées maintenant et montrées alors : {hidden} ; "
        + "cases montrées maintenant et masquées alors : {shown}."
    case .sinceTables:
      "Tableaux de ce rapport-là absents de celui-ci : {gone} ; tableaux nouveaux : {added}."
    case .sinceMore:
      "Autres chiffres révisés, non énumérés ici : {number}. La commande parity diff les énumère "
        + "tous."
    case .sinceNew: "nouvel écart"
    case .sinceResolved: "résorbé"
    case .sinceChanged: "modifié"
    case .sinceAllTables: "tous"
    case .changedEngine: "version du programme"
    case .changedAudience: "lectorat du rapport"
    case .changedThreshold: "plus petit groupe montré"
    case .changedPayThreshold: "plus petit groupe dont la rémunération est montrée"
    case .changedRounding: "multiples dans lesquels les effectifs sont montrés"
    case .changedConfidence: "confiance"
    case .changedMultiplicity: "ajustement pour plusieurs tests"
    case .changedBandOfRatios: "bande pratique des rapports"
    case .changedBandOfShares: "bande pratique des parts"
    case .changedBandOfPay: "bande pratique des écarts de rémunération"
    case .changedGroups: "groupes comparés"
    case .changedDefinition: "base des parts, ou qui dirige"
    case .changedMembers: "composition de « {label} »"
    case .changedLevels: "niveaux de l’attribut {attribute}"
    case .roundedTitle: "chiffres arrondis"
    case .roundedCounts:
      "Les nombres de personnes sont arrondis à des multiples de {base}, si bien que les totaux "
        + "peuvent s’écarter un peu de la somme de leurs parties. Les parts et les taux sont "
        + "calculés sur des nombres arrondis et sont approximatifs. Les tests et les intervalles "
        + "des nombres exigent les valeurs exactes et sont omis."
    case .batchSubtitle: "Rapports par {attribute}, {period}"
    case .batchTogether:
      "Ces rapports ont été établis ensemble : ce qui est masqué dans l’un ne peut pas se déduire "
        + "des autres."
    case .batchCaption: "les rapports"
    case .batchPeople: "personnes"
    case .batchWithout: "Sans rapport, car aucun de leurs chiffres ne peut être montré : {list}."
    case .missingPool: "une comparaison commune de plusieurs organisations"
    case .missingVacancies: "les postes vacants et leur issue"
    }
  }
}
