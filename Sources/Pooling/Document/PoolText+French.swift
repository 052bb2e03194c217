extension PoolText {
  /// The French text with named places in braces.
  var french: String {
    switch self {
    case .title: "Comparaison commune de {count} organisations"
    case .subtitle: "Diversité et inclusion, {period}"
    case .organisations: "Organisations réunies"
    case .taxonomy: "Nomenclature"
    case .stocks: "Trimestre"
    case .flows: "Recrutements, promotions et départs"
    case .snapshot: "Dernier instantané"
    case .madeOn: "Établi le"
    case .ownOrganisation: "Votre organisation"
    case .engine: "Établi avec"
    case .lead:
      "Chaque nombre ci-dessous porte sur les {count} organisations réunies ou sur celle du "
        + "lecteur. Aucun nombre d’une autre organisation ne figure dans ce rapport."
    case .workforce: "Effectif"
    case .hires: "Recrutements"
    case .promotions: "Promotions"
    case .exits: "Départs"
    case .pooledShare:
      "{group} : {pooled} de toutes les personnes réunies (environ {people} sur {total})."
    case .spread:
      "Les parts des organisations se situent autour de {mean}, avec un écart-type de "
        + "{deviation} points de pourcentage ; celle d’une organisation de plus serait comprise "
        + "entre {lower} et {upper}."
    case .noSpread:
      "Les organisations ne diffèrent pas plus que par hasard ; la part d’une organisation de "
        + "plus serait comprise entre {lower} et {upper}."
    case .ownShare:
      "{name} : {share} ({people} sur {total}), plus que dans environ {percentile} des "
        + "organisations comparables (intervalle à 95 % : {lower} à {upper})."
    case .ownMiddle: "{name} : {share} ({people} sur {total})."
    case .ownInside:
      "C’est dans les limites du hasard et de la dispersion habituelle à cette taille."
    case .ownBetween:
      "C’est hors des limites à 95 % du hasard et de la dispersion habituelle à cette taille, "
        + "et dans celles à 99,8 %."
    case .ownOutside:
      "C’est hors des limites à 99,8 % du hasard et de la dispersion habituelle à cette taille "
        + ": cela mérite un examen."
    case .tableCaption: "{characteristic}, {population}, {period}"
    case .group: "Groupe"
    case .people: "Personnes du groupe"
    case .everyone: "Ensemble des personnes"
    case .mean: "Part moyenne des organisations"
    case .deviation: "Écart-type entre organisations"
    case .points: "points de pourcentage"
    case .prediction: "Une organisation de plus"
    case .ownColumn: "{name}"
    case .percentile: "Centile de {name}"
    case .ofDeclared: "Les parts portent sur les personnes ayant répondu."
    case .ofEveryone:
      "Les parts par lieu de travail, et celles des recrutements, promotions et départs, "
        + "peuvent porter sur tout le monde, réponse donnée ou non."
    case .figureTitle: "{group} : {share} chez {name}, {mean} en moyenne"
    case .figureCaption:
      "Les limites tiennent compte du hasard et de la dispersion qu’ont les organisations de "
        + "toute façon. Le seul point est l’organisation du lecteur."
    case .axisShare: "Part du groupe {group}"
    case .axisPeople: "Personnes comptées dans une organisation"
    case .meanKey: "Moyenne des organisations"
    case .innerKey: "Limites à 95 %"
    case .outerKey: "Limites à 99,8 %"
    case .standardised: "Observé et attendu"
    case .standardisedLead:
      "Combien de personnes compte {name} et combien il y en aurait avec les parts communes "
        + "dans les mêmes types d’emploi. Un rapport de 1 signifie autant qu’attendu."
    case .standardisedCaption: "Personnes de {name} et personnes attendues"
    case .observed: "Observé"
    case .expected: "Attendu"
    case .ratio: "Observé / attendu"
    case .compared: "Part des personnes comparées"
    case .byStructures: "{group}, par {structures}"
    case .readWithCare: "À lire avec prudence"
    case .chosen:
      "Les organisations ont choisi de participer ; d’autres peuvent différer. Une part ne dit "
        + "rien de sa cause."
    case .coarse:
      "Avec {count} organisations, la dispersion entre elles est approximative ; son intervalle "
        + "dit à quel point."
    case .together:
      "La part commune compte chaque personne également, la moyenne chaque organisation : une "
        + "grande pèse plus sur la première."
    case .rules: "Ce qui est montré"
    case .counted:
      "Derrière chaque chiffre se trouvent au moins {count} organisations, dont aucune n’a plus "
        + "de {percent} des personnes, dans le groupe comme en dehors. Les données avaient au "
        + "moins {months} mois. Les nombres de personnes sont arrondis à la dizaine."
    case .withheld: "{count} chiffres des contributions ne sont pas montrés."
    case .protected:
      "Tous les chiffres portent sur les mêmes organisations, afin qu’aucune différence n’en "
        + "révèle une seule."
    case .notProtected:
      "Des organisations qui mettent en commun leurs propres nombres en apprennent plus sur les "
        + "autres qu’une seule."
    case .methods: "Méthodes"
    case .method: "Méthode"
    case .convention: "Convention"
    case .source: "Source"
    case .footer: "{engine}. Nomenclature {taxonomy}."
    }
  }
}
