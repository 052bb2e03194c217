extension MessageCatalogue {
  /// The French text of every explanation.
  static func french(_ explanation: Explanation) -> String {
    switch explanation {
    case .declarationNote:
      "Une caractéristique déclarée par moins de {rule} des personnes ne reçoit pas de verdict. "
        + "Dans les autres sections, les parts portent sur les personnes ayant répondu, sauf "
        + "indication contraire d’un tableau."
    case .promotions:
      "Les promotions proviennent des promotions enregistrées sur la période indiquée dans chaque "
        + "tableau. Les taux sont pour 100 personnes de l’effectif moyen ; les rapports sont "
        + "testés comme des taux d’événements. Les marches montrent combien de personnes sur 100 "
        + "qui restent ne seraient pas promues si toutes avaient la chance de promotion des "
        + "personnes de même ancienneté sur la période montrée ; une promotion compte, qu’elle "
        + "soit la première ou non."
    case .exits:
      "Un rapport supérieur à 1 signifie davantage de départs pour 100 personnes que dans le "
        + "groupe de comparaison. Les taux sont pour 100 personnes de l’effectif moyen ; les "
        + "rapports sont testés comme des taux d’événements. Les marches montrent combien de "
        + "personnes sur 100 resteraient si toutes partaient aux taux des personnes de même "
        + "ancienneté sur la période montrée ; personne n’a été suivi aussi longtemps."
    case .training:
      "Une inscription compte à chaque étape jusqu’à la dernière atteinte ; une personne inscrite "
        + "deux fois compte deux fois. Les taux portent sur celles qui ont atteint l’étape "
        + "précédente, et les rapports sont le taux du groupe nommé divisé par celui du groupe de "
        + "comparaison. Les logarithmes des rapports de toutes les étapes s’additionnent pour donner "
        + "celui du parcours entier, et leurs variances de même ; c’est ainsi que l’écart est réparti "
        + "entre les étapes. Un coût par personne répartit le coût de toutes les inscriptions d’un "
        + "groupe sur les personnes parvenues à l’étape."
    case .chanceOfProcess:
      "Les nombres sont une issue d’un processus qui aurait pu se dérouler autrement ; les "
        + "intervalles décrivent cette variation due au hasard."
    case .projection:
      "Chaque trajectoire est un chemin que l’effectif pourrait prendre si l’on embauchait et "
        + "partait aux taux des quatre derniers trimestres : les taux sont tirés de ce qui a été "
        + "compté, et le hasard décide qui reste et qui vient. Les nouvelles réponses et "
        + "corrections sont laissées de côté. Cela dit où mènent ces taux, pas ce qui arrivera."
    case .shareMoved:
      "Les embauches font monter la part d’un groupe plus présent parmi elles qu’il ne l’était "
        + "parmi tout le monde auparavant, et les départs la font monter si le groupe y est moins "
        + "présent. Les nouvelles réponses et corrections changent ce qui est enregistré, pas qui "
        + "travaille ici ; elles sont dessinées à part. La somme des étapes est exactement "
        + "l’évolution, sans reste. Elles disent comment une part a changé, pas pourquoi des "
        + "personnes sont venues ou parties."
    case .flows:
      "Les personnes embauchées ou promues un trimestre ne sont pas celles du suivant ; une "
        + "tendance de leurs parts est donc testée sur tous les trimestres ensemble (Cochran et "
        + "Armitage), comme si chaque embauche et chaque promotion était un tirage à part. Un "
        + "petit p indique que le hasard seul produirait rarement une telle hausse ou baisse ; il "
        + "n’est pas corrigé du nombre de tests."
    case .hiring:
      "Le recrutement est un processus qui aurait pu se dérouler autrement ; les intervalles "
        + "décrivent cette variation due au hasard. Les rapports divisent le taux du groupe nommé "
        + "par celui du groupe de comparaison. Le déficit est le nombre de personnes du groupe qui "
        + "auraient passé en plus au taux de l’autre groupe. Les personnes candidates dont le "
        + "groupe n’est pas connu ne sont pas dans la comparaison."
    case .diversity:
      "Le nombre effectif de groupes est le nombre de groupes de même taille qui seraient aussi "
        + "divers : 1 si tout le monde est dans un seul groupe. La probabilité que deux personnes "
        + "diffèrent vaut pour deux personnes tirées au hasard : 0 si tout le monde est semblable. "
        + "La régularité vaut 1 si tous les groupes montrés ont la même taille. Plus n’est pas "
        + "toujours mieux : comparer avec les personnes qui auraient pu être recrutées."
    case .inequality:
      "Chaque indice vaut 0, et chaque rapport 1, lorsque toutes les rémunérations sont égales. "
        + "Deux fois le coefficient de Gini est l’écart moyen entre deux personnes tirées au "
        + "hasard, en part de la rémunération moyenne. Le T de Theil regarde les rémunérations "
        + "élevées, l’écart logarithmique moyen les basses. 1 moins l’indice d’Atkinson est la "
        + "part de la masse salariale qui vaudrait autant si elle était partagée également. Des "
        + "rémunérations inégales ne sont pas injustes, ni des rémunérations égales justes : les "
        + "indices ne connaissent ni le travail ni la personne. Les intervalles valent pour des "
        + "rémunérations fixées à nouveau par le même processus."
    case .intersections:
      "Une personne qui a donné plusieurs réponses à une question est comptée une fois, au niveau "
        + "prévu pour plusieurs réponses. Les petites combinaisons sont regroupées avant d’en "
        + "masquer une."
    case .shrinkage:
      "Attendu de chacune seule : la part dans l’encadrement si les deux caractéristiques "
        + "agissaient séparément, leur réunion ne faisant aucune différence propre. Les parts des "
        + "petites combinaisons sont premières et dernières par hasard ; chacune est donc ramenée "
        + "vers l’attendu, d’autant plus qu’elle compte peu de personnes. Comparer les parts "
        + "ramenées, non les parts comptées. Les combinaisons de moins de 20 personnes, ou dont un "
        + "nombre est masqué, sont entièrement laissées de côté."
    case .trend:
      "La variation par an est la pente médiane entre toutes les paires de trimestres (Theil et "
        + "Sen). Une hausse ou une baisse est dite régulière lorsque le test exact de Mann et "
        + "Kendall a un petit p : de tous les ordres dans lesquels ces parts auraient pu se "
        + "présenter, peu montent ou descendent aussi constamment. Il ne demande pas si la "
        + "variation est grande, et il n’est pas corrigé du nombre de groupes. La plupart des "
        + "personnes sont les mêmes d’un trimestre à l’autre, ce qui rend p plus petit qu’avec "
        + "d’autres personnes à chaque fois. La plus petite hausse décelable est celle que deux "
        + "groupes distincts de cette taille montreraient quatre fois sur cinq ; avec surtout les "
        + "mêmes personnes, de plus petites le sont aussi."
    case .levels:
      "Les parts des marches se multiplient pour donner celle du niveau le plus élevé : le rapport "
        + "le plus faible est donc l’endroit d’où vient l’essentiel d’un écart au sommet. C’est un "
        + "instantané de la position de chacun après des années d’embauches, de promotions et de "
        + "départs ; la section sur la progression compte les mouvements eux-mêmes. La marche la "
        + "plus faible est choisie après observation, et p en tient compte (Fisher, avec "
        + "l’ajustement de Holm sur les marches)."
    case .representation:
      "Tout le monde a été compté : une part n’a donc pas d’intervalle propre. Un verdict est "
        + "donné par rapport à une valeur de référence externe, lorsqu’il en existe une."
    case .separation:
      "H et D valent 0 si chaque partie a la même composition, et 1 si chaque partie compte un "
        + "seul groupe. De petites parties ne sont jamais tout à fait semblables : le hasard seul "
        + "rend les deux supérieurs à 0 ; « par hasard » est ce que donnerait en moyenne une "
        + "répartition aléatoire des mêmes personnes, calculé exactement. Les personnes à déplacer "
        + "sont le plus petit nombre qui devraient changer de place pour que chaque partie, à "
        + "taille égale, ait la même composition. Tout le monde a été compté : il n’y a pas "
        + "d’intervalle ; p, non ajusté pour plusieurs questions, demande si le hasard seul "
        + "séparerait souvent autant les personnes. Aucun ne dit pourquoi."
    case .smallParts:
      "Avec en moyenne moins de 30 personnes par partie, H et D des nombres disent surtout ce que "
        + "fait le hasard. Ceux-ci portent sur les parts que les parties représentent, selon un "
        + "modèle où les parts diffèrent d’une partie à l’autre et où les personnes d’une partie "
        + "en sont tirées ; p vaut pour des parts qui ne diffèrent pas du tout."
    case .pay:
      "L’écart est la différence avec la rémunération du groupe de comparaison, en part de "
        + "celle-ci ; il est positif lorsque le groupe nommé est moins payé. La bande pratique est "
        + "de {flag} dans chaque sens. Toutes les personnes ayant une rémunération dans les "
        + "données comptent, en congé ou non. Un écart dans la rémunération de l’ensemble des "
        + "personnes reflète aussi bien qui travaille à quel niveau que la rémunération à "
        + "l’intérieur d’un niveau ; il ne désigne aucune cause."
    case .scorecardNote:
      "Les rapports divisent le taux du premier groupe par celui du second ; 1 signifie aucun "
        + "écart. Un verdict compare l’intervalle de confiance (IC) à {confidence} à une bande "
        + "pratique."
    case .attribution:
      "Un plus signale des personnes manquantes du fait de l’étape, un moins des personnes "
        + "gagnées. Les parties sont celles de Shapley : la moyenne sur tous les ordres dans "
        + "lesquels les étapes pourraient être égalisées. Les nombres sont arrondis ; les barres "
        + "s’additionnent."
    case .clearGap: "l’égalité est exclue et l’intervalle est entièrement hors de la bande pratique"
    case .gapSizeUncertain: "l’égalité est exclue et l’intervalle franchit un bord de la bande"
    case .smallGap: "l’égalité est exclue et l’intervalle est entièrement dans la bande"
    case .aboutTheSame: "l’égalité n’est pas exclue et l’intervalle est entièrement dans la bande"
    case .tooUncertain: "l’égalité n’est pas exclue et l’intervalle dépasse la bande"
    case .notReported:
      "masqué afin de protéger les personnes, déclaré par trop peu de personnes, sans données ou "
        + "non défini"
    case .judgedBy:
      "Chaque comparaison est jugée selon son intervalle de confiance à {confidence} et une bande "
        + "pratique : rapports de {lower} à {upper}, différences de parts jusqu’à {points}, écarts "
        + "de rémunération jusqu’à {pay}. La valeur p après ajustement décide si l’égalité est "
        + "exclue ; les intervalles sont montrés sans ajustement."
    case .holm:
      "Les tests d’une section forment une famille et sont ajustés ensemble selon la méthode de "
        + "Holm. Un test qui ne peut pas être montré compte comme p = 1."
    case .notAdjusted: "Les tests ne sont pas ajustés pour leur nombre ; chacun vaut seul."
    case .methodTerms:
      "Les noms et conventions des méthodes restent en anglais, afin de pouvoir être retrouvés "
        + "exactement."
    case .alreadyPublic: "Ces chiffres sont déjà publics ; rien n’est masqué."
    case .smallGroups:
      "Les groupes de moins de {threshold} personnes ne sont pas montrés, ni la rémunération de "
        + "moins de {pay}."
    case .roundedMedians:
      "Les médianes des rémunérations, et leurs écarts, portent sur des rémunérations arrondies à "
        + "trois chiffres, afin qu’aucune ne soit celle d’une personne."
    case .placesHidden:
      "{number|Une case des tableaux est masquée|# cases des tableaux sont masquées|# cases des "
        + "tableaux sont masquées}."
    case .tablesMerged:
      "{number|Un tableau est montré|# tableaux sont montrés|# tableaux sont montrés} avec des "
        + "groupes réunis."
    case .withinRelease:
      "Les personnes sont protégées au sein de cette publication ; ce que montrent d’autres "
        + "publications n’est pas pris en compte."
    case .withLedger:
      "Les personnes sont protégées conjointement avec les publications antérieures du registre."
    case .readerAttacker: "quelqu’un qui ne sait rien d’autre"
    case .insiderAttacker: "quelqu’un qui connaît aussi ses propres données"
    case .zerosAttacker: "quelqu’un qui sait que les groupes masqués ne sont pas vides"
    case .attackers:
      "Les nombres masqués sont protégés contre qui lit toute la publication et calcule avec tous "
        + "ses tableaux à la fois ({who}) : rien ne permet alors de savoir qu’un groupe masqué "
        + "compte moins de {threshold} personnes. Qui en sait plus peut en apprendre plus."
    case .secondAudit:
      "Avant l’écriture, un second programme qui ne voit rien d’autre a attaqué la publication, et "
        + "elle a résisté ; la commande parity verify le refait, sans les données."
    case .scanLooked:
      "{number} comparaisons de recrutement, promotions et départs de ce rapport ont été testées "
        + "exactement et toutes ensemble ; celles qui ne sont pas montrées comptent comme p = 1."
    case .scanNone: "Aucune ne ressort."
    case .scanFound:
      "Celles du tableau ressortent : au plus environ {percent} de tels résultats sont attendus "
        + "par hasard. Ce sont des endroits à examiner, non des verdicts."
    case .crosswalkInEnglish:
      "Les lignes des référentiels, et leurs différences, sont données en anglais."
    case .merging:
      "Les petits groupes sont réunis avant d’en masquer un, et davantage est masqué lorsqu’un "
        + "nombre pourrait se déduire d’autres."
    case .skills:
      "Un poste est pourvu si quelqu’un a été embauché avant la fin de la période. Les "
        + "postes retirés et ceux encore ouverts forment l’écart en personnes ; une "
        + "spécialité pourvue lentement a donc aussi une part plus faible. Chaque "
        + "spécialité est comparée aux postes hors de la liste des spécialités, ou à tous "
        + "les autres en l’absence de liste. Les jours sont une médiane sur tous les "
        + "postes, comme si aucun n’avait été retiré, ceux non pourvus comptant aussi "
        + "longtemps qu’ils ont été ouverts. Aucun nombre seul ne montre une pénurie : "
        + "lisez ensemble la part, les jours et les candidatures."
    case .inclusionLens:
      "Ce que des taux égaux ajouteraient est un calcul, non une prévision : il suppose "
        + "qu’autant de personnes du groupe aient postulé ou travaillé ici, et que chacune "
        + "ait occupé l’un des postes. L’intervalle est reporté sur la part de l’écart ; "
        + "l’écart lui-même est pris tel que compté."
    case .skillsAcrossDomains:
      "Les compétences comptent telles qu’elles sont enregistrées ; sans enregistrement, une personne "
        + "n’en a pas. Les parts sont des comptages complets, sans intervalle ni verdict, car rien "
        + "d’extérieur n’y est comparé. Une paire de compétences est comparée à ce qu’elle serait si l’une "
        + "n’avait rien à voir avec l’autre ; sur tout le monde, un tel lien peut être celui du travail. "
        + "La croissance de la part d’une compétence est ramenée vers celle de toutes, pour que les rares "
        + "ne viennent pas en tête par hasard. Les deux listes sont corrigées du nombre de compétences "
        + "(taux de fausses découvertes)."
    }
  }
}
