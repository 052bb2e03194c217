extension MessageCatalogue {
  /// The French text of every message about how the workforce moves.
  static func french(_ message: DynamicsMessage) -> String {
    switch message {
    case .skillsTotal:
      "sur {vacancies} postes ouverts, {filled} étaient pourvus à la fin de la période "
        + "({rate}) ; les {gap} autres forment l’écart en personnes."
    case .skillsFilled:
      "{part} : {filled} postes sur {vacancies} étaient pourvus ({rate}) ; en "
        + "comparaison ({reference}), {otherFilled} sur {otherVacancies} ({otherRate})."
    case .skillsFilledAlone: "{part} : {filled} postes sur {vacancies} étaient pourvus ({rate})."
    case .skillsRatio:
      "la part pourvue était {ratio} fois celle de la comparaison ({reference} ; "
        + "intervalle de confiance à {confidence} : {interval})."
    case .skillsDays: "si aucun n’avait été retiré, la moitié serait pourvue en {days} jours."
    case .skillsSuitable: "en moyenne, {suitable} personnes qualifiées se présentent pour chacun."
    case .inclusionHired:
      "au taux d’embauche de {reference}, environ {number} personnes de plus ({focal}) "
        + "auraient été embauchées (intervalle de confiance à {confidence} : {interval}) : "
        + "{share} de l’écart en personnes."
    case .inclusionKept:
      "au taux de départ de {reference}, environ {number} personnes de moins ({focal}) "
        + "seraient parties (intervalle de confiance à {confidence} : {interval}) : {share} "
        + "de l’écart en personnes."
    case .inclusionHiringUnclear:
      "ces nombres ne permettent pas de dire si des taux d’embauche égaux ajouteraient "
        + "des personnes pour : {list}."
    case .inclusionKeepingUnclear:
      "ces nombres ne permettent pas de dire si des taux de départ égaux retiendraient "
        + "des personnes pour : {list}."
    case .gapArises: "La plus grande partie de l’écart naît entre {from} et {to}."
    case .gapArisesAtStep:
      "La plus grande partie de l’écart naît entre {from} et {to}, où les taux diffèrent ; l’écart "
        + "sur le parcours entier peut être dû au hasard."
    case .costOfStep:
      "{step} : {focalAmount} par personne du groupe {focal} parvenue à cette étape (intervalle de "
        + "confiance à {confidence} : {interval}), {referenceAmount} dans le groupe {reference}, y "
        + "compris le coût des personnes qui se sont arrêtées plus tôt."
    case .hybridShare:
      "{share} des personnes ({people} sur {base}) avaient des compétences enregistrées "
        + "à la fois en santé et en technologie."
    case .hybridShareChanged:
      "{share} des personnes ({people} sur {base}) avaient des compétences enregistrées "
        + "à la fois en santé et en technologie, contre {yearAgo} un an plus tôt."
    case .hybridParts:
      "Par {by}, la part la plus grande est dans {highest} ({highestShare}), la plus "
        + "petite dans {lowest} ({lowestShare})."
    case .skillsTogether:
      "Plus souvent chez une même personne que le hasard ne le ferait : {list}."
    case .skillsGrow:
      "Compétences d’une part des personnes plus grande qu’un an plus tôt : {list}."
    case .skillsDoNotGrow:
      "Aucune compétence ne se trouve chez une part des personnes nettement plus grande "
        + "qu’un an plus tôt."
    case .poolLead:
      "{number} organisations ont réuni leurs nombres pour {period}. Chaque chiffre porte "
        + "sur toutes ensemble ou sur cette organisation."
    case .poolShare:
      "{group} : {share} ici ({people} sur {total}), {mean} en moyenne des organisations ; "
        + "la part d’une organisation de plus serait comprise entre {lower} et {upper}."
    case .poolPercentile: "C’est plus que dans environ {percentile} des organisations comparables."
    case .poolNote:
      "Les organisations ont choisi de participer et d’autres peuvent différer ; une part "
        + "ne dit rien de sa cause."
    case .shareMoved: "{group} : de {first} en {start} à {last} en {end} ; {list}."
    case .shareMovedNoStep:
      "{group} : de {first} en {start} à {last} en {end} ; aucune étape n’a changé la part d’un "
        + "dixième de point."
    case .projectionChance:
      "Si embauches et départs restent ceux de {period}, la part serait de "
        + "{share} d’ici {by} ({group}) ; {chance} des trajectoires atteignent alors {target}."
    case .projectionStays:
      "Si embauches et départs restent ceux de {period}, la part serait de {share} d’ici {by} "
        + "({group}) ; {chance} des trajectoires sont alors encore à {target} ou au-dessus."
    case .projectionHalf: "La moitié des trajectoires l’a atteint d’ici {quarter}."
    case .projectionLater: "La moitié des trajectoires ne l’a pas atteint d’ici {quarter}."
    case .projectionNeeds:
      "Il serait atteint environ une fois sur deux si {share} des embauches étaient du groupe "
        + "; pour les dernières, c’était {now}."
    case .projectionOutOfReach: "Aucune part des embauches n’y suffirait."
    }
  }
}
