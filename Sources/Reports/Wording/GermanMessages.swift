extension MessageCatalogue {
  /// The German text of every message.
  static func german(_ message: Message) -> String {
    switch message {
    case .share: "Der Anteil der Gruppe {group} betrug {share} ({people})."
    case .shareUnchanged:
      "Der Anteil der Gruppe {group} betrug {share} ({people}), so viel wie vor einem Jahr."
    case .shareAgainst:
      "Der Anteil der Gruppe {group} betrug {share} ({people}), vor einem Jahr {yearAgo}."
    case .shareChanged:
      "Der Anteil der Gruppe {group} betrug {share} ({people}), {points} {direction} als vor einem "
        + "Jahr ({yearAgo})."
    case .shareAt: "{part}: Der Anteil der Gruppe {group} betrug {share} ({people})."
    case .shareAtUnchanged:
      "{part}: Der Anteil der Gruppe {group} betrug {share} ({people}), so viel wie vor einem Jahr."
    case .shareAtChanged:
      "{part}: Der Anteil der Gruppe {group} betrug {share} ({people}), vor einem Jahr {yearAgo}."
    case .higher: "höher"
    case .lower: "niedriger"
    case .percentagePoints: "{number} {number|Prozentpunkt|Prozentpunkte}"
    case .passRates:
      "{part}: {focalRate} in der Gruppe {focal} ({focalPassed} von {focalEntered}) gegenüber "
        + "{referenceRate} in der Gruppe {reference} ({referencePassed} von {referenceEntered})."
    case .passRatesOneCount:
      "{part}: {focalRate} in der Gruppe {focal} ({focalPassed} von {focalEntered}) gegenüber "
        + "{referenceRate} in der Gruppe {reference}."
    case .passRate: "{part}: {focalRate} in der Gruppe {focal} ({focalPassed} von {focalEntered})."
    case .flowRates:
      "{events} je 100 Personen: {focalRate} in der Gruppe {focal} ({focalEvents}, "
        + "durchschnittlicher Personalbestand {focalAverage}) gegenüber {referenceRate} in der "
        + "Gruppe {reference} ({referenceEvents}, durchschnittlicher Personalbestand "
        + "{referenceAverage})."
    case .flowRate:
      "{events} je 100 Personen: {focalRate} in der Gruppe {focal} ({focalEvents}, "
        + "durchschnittlicher Personalbestand {focalAverage})."
    case .flowRatesOfPart:
      "{part}: {focalRate} {events} je 100 Personen in der Gruppe {focal} gegenüber "
        + "{referenceRate} in der Gruppe {reference}."
    case .serviceShares:
      "Von je 100 Personen wären nach {years} im Unternehmen noch etwa {focalShare} in der Gruppe "
        + "{focal} da und etwa {referenceShare} in der Gruppe {reference}"
    case .servicePromoted:
      "Von je 100 Personen, die bleiben, würden innerhalb von {years} im Unternehmen etwa "
        + "{focalShare} in der Gruppe {focal} befördert und etwa {referenceShare} in der Gruppe "
        + "{reference}"
    case .headlineService:
      "{event} bei gleicher Betriebszugehörigkeit: In der Gruppe {focal} betrug die Rate das "
        + "{ratio}-Fache der Rate in der Gruppe {reference}."
    case .sameService:
      "{event} bei gleicher Betriebszugehörigkeit: In der Gruppe {focal} betrug die Rate das "
        + "{ratio}-Fache der Rate in der Gruppe {reference} ({confidence}-Konfidenzintervall "
        + "{interval}){against}."
    case .rateRatio:
      "In der Gruppe {focal} betrug die Rate das {ratio}-Fache der Rate in der Gruppe {reference} "
        + "({confidence}-Konfidenzintervall {interval}){against}."
    case .moreHired:
      "Bei der Rate der Gruppe {reference} {number|wäre|wären} rund {number} "
        + "{number|Person|Personen} mehr aus der Gruppe {people} eingestellt worden."
    case .fewerHired:
      "Bei der Rate der Gruppe {reference} {number|wäre|wären} rund {number} "
        + "{number|Person|Personen} weniger aus der Gruppe {people} eingestellt worden."
    case .morePassed:
      "Bei der Rate der Gruppe {reference} {number|hätte|hätten} rund {number} "
        + "{number|Person|Personen} mehr aus der Gruppe {people} diese Stufe bestanden."
    case .fewerPassed:
      "Bei der Rate der Gruppe {reference} {number|hätte|hätten} rund {number} "
        + "{number|Person|Personen} weniger aus der Gruppe {people} diese Stufe bestanden."
    case .payGap:
      "{measure}: {focalAmount} in der Gruppe {focal} ({focalPeople} Personen) gegenüber "
        + "{referenceAmount} in der Gruppe {reference} ({referencePeople} Personen), ein "
        + "Entgeltunterschied von {gap} ({confidence}-Konfidenzintervall {interval}){against}."
    case .payGapNegative:
      "{measure}: {focalAmount} in der Gruppe {focal} ({focalPeople} Personen) gegenüber "
        + "{referenceAmount} in der Gruppe {reference} ({referencePeople} Personen), ein "
        + "Entgeltunterschied von {gap} ({confidence}-Konfidenzintervall {interval}); ein "
        + "negativer Wert bedeutet ein höheres Entgelt in der Gruppe {focal}."
    case .payGapPlain:
      "{measure}: ein Entgeltunterschied von {gap} zwischen den Gruppen {focal} und {reference} "
        + "({confidence}-Konfidenzintervall {interval}){against}."
    case .difference:
      "{part}: {effect} in der Gruppe {focal}, verglichen mit der Gruppe {reference} "
        + "({confidence}-Konfidenzintervall {interval}){against}."
    case .benchmark:
      "Der Anteil der Gruppe {group} betrug {share} ({people} von {base}) bei einem Vergleichswert "
        + "von {benchmark}."
    case .benchmarkAt:
      "{part}: Der Anteil der Gruppe {group} betrug {share} ({people} von {base}) bei einem "
        + "Vergleichswert von {benchmark}."
    case .benchmarkPoints:
      "Das liegt {points} {direction} dem Vergleichswert ({confidence}-Konfidenzintervall "
        + "{interval})."
    case .benchmarkIndex:
      "Das ist das {ratio}-Fache des Vergleichswerts ({confidence}-Konfidenzintervall {interval})."
    case .below: "unter"
    case .above: "über"
    case .belowBenchmark: "unter dem Vergleichswert"
    case .aboveBenchmark: "über dem Vergleichswert"
    case .clearGap: "deutlicher Unterschied"
    case .gapSizeUncertain: "Unterschied, Größe unsicher"
    case .smallGap: "kleiner Unterschied"
    case .aboutTheSame: "etwa gleich"
    case .tooUncertain: "zu unsicher für eine Aussage"
    case .notReported: "nicht ausgewiesen"
    case .against: ", zum Nachteil der Gruppe {worse}"
    case .sameBecause: "Das gesamte Intervall liegt im praktischen Bereich."
    case .tooWideBecause:
      "Das Intervall enthält sowohl keinen Unterschied als auch Unterschiede, die von Belang wären."
    case .familyBecause:
      "Für sich genommen schließt das Intervall Gleichheit aus, doch bei so vielen Vergleichen in "
        + "einem Abschnitt kann ein solcher Unterschied durch Zufall entstehen."
    case .notReportedHidden: "zum Schutz von Personen"
    case .notReportedDeclaration: "weil zu wenige Personen die Angabe gemacht haben"
    case .notReportedNoData: "weil keine Daten vorliegen"
    case .notReportedUndefined: "weil die Größe hier nicht definiert ist"
    case .notReportedTogether: "{list}: nicht ausgewiesen, {reason}."
    case .uncertainTogether:
      "{topic} (Vergleich: {reference}): {list}. Die Intervalle stehen in der Tabelle."
    case .everyPart: "allen {number}"
    case .partsLead: "{by}, Gruppe {focal} verglichen mit {reference}: {list}."
    case .partsAt: "{verdict} bei {parts}"
    case .partsAtBenchmark: "{verdict} bei {parts}, {direction}"
    case .notWithinParts:
      "Nach {by} zeigt kein Teil einen Unterschied in dieser Richtung: Vor der Gesamtzahl sollten "
        + "die Teile betrachtet werden."
    case .partsAtAgainst: "{verdict} bei {parts}, zum Nachteil der Gruppe {worse}"
    case .attributionShort:
      "Am Ende {number|fehlt|fehlen} gegenüber der Rate der Gruppe {reference} rund {number} "
        + "{number|Person|Personen} der Gruppe {people}."
    case .attributionOver:
      "Am Ende {number|ist|sind} es gegenüber der Rate der Gruppe {reference} rund {number} "
        + "{number|Person|Personen} der Gruppe {people} mehr."
    case .attributionParts: "Davon entfallen etwa {list}."
    case .attributionPartsAgainst:
      "Davon entfallen etwa {list}; in die andere Richtung etwa {against}."
    case .attributionUnstable:
      "Der gesamte Unterschied kann Zufall sein, und damit auch seine Teile."
    case .missingSkills:
      "die verzeichneten Kompetenzen der Menschen der Stichtagszählung"
    case .moreTrained:
      "Bei der Rate der Gruppe {reference} {number|hätte|hätten} rund {number} "
        + "{number|Person|Personen} mehr aus der Gruppe {people} die letzte Stufe erreicht."
    case .fewerTrained:
      "Bei der Rate der Gruppe {reference} {number|hätte|hätten} rund {number} "
        + "{number|Person|Personen} weniger aus der Gruppe {people} die letzte Stufe erreicht."
    case .missingProcedures:
      "ein Vergleich förmlicher Verfahren: Disziplin, Leistung und Beschwerden"
    case .bottomLine:
      "Das Endergebnis zeigt es nicht: Bei {stage} liegt die Rate der Gruppe {worse} unter vier "
        + "Fünfteln (Verhältnis {ratio}), von {way} dagegen nicht ({whole})."
    case .separation:
      "Für überall dieselbe Zusammensetzung nach {attribute} {people|müsste|müssten} {people} den "
        + "Platz wechseln (Gliederung: {by}); durch Zufall allein wären es etwa {chance} ({p})."
    case .separationByChance:
      "Gliederung {by}: Die Zusammensetzung nach {attribute} unterscheidet sich nicht stärker, als "
        + "es durch Zufall oft vorkommt; {people} {people|müsste|müssten} den Platz wechseln, "
        + "durch Zufall etwa {chance} ({p})."
    case .separationCurve:
      "In den Teilen mit {others} aller übrigen Personen befinden sich {share} der Gruppe {group} "
        + "(Gliederung: {by})"
    case .lorenzHalf:
      "Die Hälfte der Personen mit den niedrigeren Entgelten erhält {share} des gesamten Entgelts"
    case .inequalityBetween:
      "Von der Ungleichheit der Entgelte, gemessen mit Theils T, liegt zwischen den Gruppen, jede "
        + "Gliederung für sich: {parts}."
    case .inequalityBetweenPart: "{share} nach {attribute}"
    case .lorenzTop:
      "Vom gesamten Entgelt entfallen {half} auf die Hälfte der Personen mit den niedrigeren "
        + "Entgelten und {top} auf das Zehntel mit den höchsten."
    case .stratified:
      "{whole} zusammen: In der Gruppe {focal} betrug die Rate das {pooled}-Fache der Rate in der "
        + "Gruppe {reference} ({p}); innerhalb der Teile ({by}), Gleiches mit Gleichem verglichen, "
        + "{within}."
    case .stratifiedVanishes:
      "verschwindet der Unterschied: das {common}-Fache ({confidence}-Konfidenzintervall "
        + "{interval}; {tests})"
    case .stratifiedReverses:
      "kehrt sich der Unterschied um: das {common}-Fache ({confidence}-Konfidenzintervall "
        + "{interval}; {tests})"
    case .stratifiedAppears:
      "gibt es einen Unterschied: das {common}-Fache ({confidence}-Konfidenzintervall {interval}; "
        + "{tests})"
    case .stratifiedOnlyPooled:
      "ist kein Unterschied festzustellen, es kann aber gut derselbe sein: das {common}-Fache "
        + "({confidence}-Konfidenzintervall {interval}; {tests})"
    case .stratifiedOnlyWithin:
      "gibt es einen Unterschied, es kann aber gut derselbe sein: das {common}-Fache "
        + "({confidence}-Konfidenzintervall {interval}; {tests})"
    case .stratifiedRemains:
      "bleibt der Unterschied bestehen: das {common}-Fache ({confidence}-Konfidenzintervall "
        + "{interval}; {tests})"
    case .stratifiedNone:
      "ist ebenfalls kein Unterschied festzustellen: das {common}-Fache "
        + "({confidence}-Konfidenzintervall {interval}; {tests})"
    case .stratifiedDiffers:
      "Der Vergleich fällt von Teil zu Teil ({by}) verschieden aus ({test}), sodass ein einziges "
        + "Verhältnis nicht alle beschreibt."
    case .stratifiedHidden: "Ausgelassen, da nicht gezeigt: {list}."
    case .stratifiedWithoutInformation: "Nichts zu vergleichen gibt es bei {list}."
    case .stratifiedDependsOnMethod:
      "Der exakte Test und der andere widersprechen sich hier: ein Grenzfall."
    case .dependsOnMethod:
      "{list}: ein Grenzfall. Auf dem Niveau von {level} schließt {rejecting} Gleichheit aus, "
        + "{notRejecting} nicht."
    case .headcountChange:
      "Am Ende des Zeitraums wurden {closing} Personen gezählt, zu seinem Beginn {opening}."
    case .declaredShare: "{attribute}: {share} der Personen haben eine Angabe gemacht."
    case .declaredShareBelowRule:
      "{attribute}: {share} der Personen haben eine Angabe gemacht, weniger als die Grenze von "
        + "{rule}; daher keine Bewertung."
    case .trendRises: ", ein stetiger Anstieg um etwa {slope} Prozentpunkte im Jahr"
    case .trendFalls: ", ein stetiger Rückgang um etwa {slope} Prozentpunkte im Jahr"
    case .trendNotSteady: ", ohne stetigen Trend"
    case .flowTrend:
      "{flow}: Der Anteil der Gruppe {group} betrug {first} ({start}) und {last} ({end}){trend}."
    case .flowTrendRises:
      ", ein Anstieg über die Quartale, wie ihn der Zufall selten hervorbringt (p {p})"
    case .flowTrendFalls:
      ", ein Rückgang über die Quartale, wie ihn der Zufall selten hervorbringt (p {p})"
    case .flowTrendUnclear: ", kein stärkerer Trend, als ihn der Zufall oft hervorbringt (p {p})"
    case .trendShare:
      "Der Anteil der Gruppe {group} veränderte sich von {first} ({start}) auf {last} "
        + "({end}){trend}."
    case .notShownExhibits: "Zum Schutz von Personen nicht gezeigt: {list}."
    case .pipelineWorst:
      "Ebene für Ebene wird der Anteil der Gruppe {focal} oberhalb von {level} deutlich kleiner: "
        + "Von den Personen auf {level} oder höher stehen {own} der Gruppe {focal} und {other} der "
        + "Gruppe {reference} darüber (Verhältnis {ratio}; {confidence}-Konfidenzintervall "
        + "{interval}){also}."
    case .pipelineAlso: "; ebenso deutlich oberhalb von {list}"
    case .pipelineByChance:
      "Ebene für Ebene ist das Verhältnis oberhalb von {level} am niedrigsten: {own} der Gruppe "
        + "{focal} und {other} der Gruppe {reference} auf {level} oder höher stehen darüber; das "
        + "kann gut Zufall sein."
    case .inferenceCensus: "nichts: Alle wurden gezählt"
    case .inferenceFinitePopulation: "der Personen ohne Antwort"
    case .inferenceProcess: "des Prozesses dahinter"
    case .intersectionLargest:
      "Die größte Kombination ist {part}: {share} aller Personen ({people})."
    case .headlinePass:
      "{topic}, {part}: In der Gruppe {focal} kamen {focalRate} weiter, in der Gruppe {reference} "
        + "{referenceRate}."
    case .headlineFlows:
      "{events} je 100 Personen: {focalRate} in der Gruppe {focal} gegenüber {referenceRate} in "
        + "der Gruppe {reference}."
    case .headlineFlow:
      "{events} je 100 Personen: {focalRate} in der Gruppe {focal}, das {ratio}-Fache der Rate in "
        + "der Gruppe {reference}."
    case .headlineRatio:
      "{part}: In der Gruppe {focal} betrug die Rate das {ratio}-Fache der Rate in der Gruppe "
        + "{reference}."
    case .headlineGap:
      "{measure}: in der Gruppe {focal} um {gap} niedriger als in der Gruppe {reference}."
    case .headlineGapNegative:
      "{measure}: in der Gruppe {focal} um {gap} höher als in der Gruppe {reference}."
    case .headlineBenchmark:
      "Der Anteil der Gruppe {group} betrug {share} bei einem Vergleichswert von {benchmark}."
    case .headlineShare: "Der Anteil der Gruppe {group} betrug {share}."
    case .headlineShareAt: "{part}: Der Anteil der Gruppe {group} betrug {share}."
    case .headlineShareChanged:
      "Der Anteil der Gruppe {group} betrug {share}, vor einem Jahr {yearAgo}."
    case .headlineShareAtChanged:
      "{part}: Der Anteil der Gruppe {group} betrug {share}, vor einem Jahr {yearAgo}."
    case .cannotTellUncertain: "{topic}: zu unsicher für eine Aussage bei {list}."
    case .cannotTellInShort:
      "{number} Vergleiche ganzer Gruppen sind zu unsicher für eine Aussage, da wenige Personen "
        + "oder Ereignisse dahinterstehen: {list}. Mehrere Quartale zusammen würden mehr zeigen."
    case .cannotTellMany:
      "{topic}: {number} Vergleiche sind zu unsicher für eine Aussage, darunter {list}."
    case .cannotTellRemedy: "Mehr Quartale zusammen würden die Intervalle verengen."
    case .people: "{number} {number|Person|Personen}"
    case .cannotTellPair: "{focal} gegenüber {reference}"
    case .cannotTellDeclaration:
      "{attribute}: {share} mit Angabe, weniger als die Grenze von {rule}. Eine Bewertung ist "
        + "möglich, wenn mehr Personen eine Angabe machen."
    case .cannotTellHidden:
      "{number|Eine Zahl ist|# Zahlen sind} zum Schutz von Personen verborgen; größere Gruppen "
        + "würden mehr zeigen."
    case .cannotTellNoData: "Dieser Bericht hat keine Daten zu: {list}."
    case .missingSections: "Abschnitte ohne Daten in diesem Bericht"
    case .missingSnapshots: "die Angabe, wer am Stichtag beschäftigt ist"
    case .missingCharacteristics: "ein Merkmal der beschäftigten Personen"
    case .missingIntersections: "Merkmale, die kombiniert werden sollen"
    case .missingApplications: "Bewerbungen mit der jeweils erreichten Stufe"
    case .missingEvents: "Einstellungen und Austritte mit ihrem Datum"
    case .missingPay: "ein Maß des Entgelts"
    case .missingBonus: "ein Maß der Boni"
    case .missingTraining: "Anmeldungen zur Weiterbildung mit der jeweils letzten erreichten Stufe"
    case .missingPrevious: "ein früherer Bericht zum Vergleich"
    case .missingNotYet: "noch nichts: In dieser Version gibt es das nicht"
    case .missingQuarters: "mehr als ein Quartal"
    case .targetShort:
      "Das Ziel für die Gruppe {group} ist {target} bis {by}; bei {share} fehlen dem Anteil dazu "
        + "{points}."
    case .targetReached:
      "Das Ziel für die Gruppe {group} ist {target} bis {by}; mit {share} ist es erreicht."
    case .breakFrom: "[b] ab {quarter}: {text}"
    case .crosswalkIntroduction:
      "Dieser Anhang liest die Zeilen von Berichtsrahmenwerken in den veröffentlichten Zahlen "
        + "dieses Berichts ab. Er ist keine Meldung: Die Definitionen unterscheiden sich, und "
        + "jeder bekannte Unterschied wird genannt."
    case .crosswalkEveryLine:
      "Was in jeder Zeile eines Rahmenwerks abweicht, steht über seiner Tabelle und ist hier nicht "
        + "gezählt."
    case .crosswalkSource: "Gelesen in: {source} ({version})."
    case .crosswalkAnswered: "beantwortet"
    case .crosswalkAnsweredWithDifference: "beantwortet, mit einer Abweichung"
    case .crosswalkNotComputed: "nicht berechnet"
    case .crosswalkSex: "Geschlecht"
    case .crosswalkEthnicity: "ethnische Zugehörigkeit oder Herkunft"
    case .crosswalkDisability: "Behinderung"
    case .crosswalkAge: "Alter"
    case .crosswalkWomenAndMen: "Frauen {women}, Männer {men}"
    case .crosswalkAsDeclared:
      "Das Rahmenwerk fragt nach dem rechtlichen Geschlecht; die Gruppen hier sind die von "
        + "„{attribute}“."
    case .crosswalkOutside: "Außerhalb seiner zwei Gruppen: {groups}."
    case .crosswalkMerged: "Gruppen sind zusammengelegt, wo das Personen schützt."
    case .crosswalkNoCharacteristic:
      "Kein Merkmal in diesem Bericht enthält die Angabe: {characteristic}."
    case .crosswalkNoInput: "Dafür wird benötigt: {input}."
    case .crosswalkNoLevels: "Die Belegschaft ist nicht in Ebenen gegliedert."
    case .crosswalkNoJobCategories:
      "Dafür wird ein Merkmal benötigt, dessen Ebenen die zehn Berufskategorien des Formulars sind."
    case .crosswalkOtherJobCategories:
      "Dafür wird ein Merkmal benötigt, dessen Ebenen die zehn Berufskategorien des Formulars "
        + "sind; die von „{title}“ sind andere."
    case .crosswalkOtherGroups:
      "Dieser Bericht vergleicht die Gruppe {focal} mit {reference}, nicht Frauen mit Männern."
    case .crosswalkNotHourly: "Die Zeile betrifft das Stundenentgelt; das Maß hier ist: {measure}."
    case .crosswalkHidden: "Zum Schutz von Personen verborgen."
    case .crosswalkNoData: "Für diese Zahl liegen keine Daten vor."
    case .crosswalkSurvey: "Dafür werden die Antworten einer Befragung der Beschäftigten benötigt."
    case .crosswalkProcedures:
      "Dafür wird ein Verzeichnis förmlicher Disziplinar- oder Leistungsverfahren benötigt."
    case .crosswalkGovernance:
      "Dafür wird ein Verzeichnis der Mitglieder der Leitungsgremien benötigt."
    case .crosswalkThreeWays:
      "Dafür werden drei Merkmale in einer Tabelle benötigt; dieser Bericht kreuzt zwei."
    case .crosswalkNarrative: "Das ist eine Aussage in Worten, die die Organisation selbst macht."
    case .sinceLast:
      "Seit dem Bericht über {period}: neue Unterschiede {new}, behobene Unterschiede {resolved}, "
        + "geänderte Bewertungen {changed}, berichtigte Zahlen {revised}."
    case .sinceNothing:
      "Seit dem Bericht über {period} hat sich nichts geändert: keine Bewertung, keine Methode und "
        + "keine Zahl, die beide Berichte für einen Zeitraum veröffentlichen."
    case .sinceHidden:
      "Zum Schutz von Personen jetzt verborgene, damals gezeigte Stellen: {hidden}; jetzt "
        + "gezeigte, damals verborgene Stellen: {shown}."
    case .sinceTables:
      "Tabellen jenes Berichts, die in diesem fehlen: {gone}; neue Tabellen: {added}."
    case .sinceMore:
      "Weitere berichtigte Zahlen, hier nicht aufgeführt: {number}. Der Befehl parity diff führt "
        + "sie alle auf."
    case .sinceNew: "neuer Unterschied"
    case .sinceResolved: "behoben"
    case .sinceChanged: "geändert"
    case .sinceAllTables: "alle"
    case .changedEngine: "Version des Programms"
    case .changedAudience: "Leserkreis des Berichts"
    case .changedThreshold: "kleinste gezeigte Gruppe"
    case .changedPayThreshold: "kleinste Gruppe, deren Entgelt gezeigt wird"
    case .changedRounding: "Vielfache, in denen Anzahlen gezeigt werden"
    case .changedConfidence: "Konfidenz"
    case .changedMultiplicity: "Anpassung für mehrere Tests"
    case .changedBandOfRatios: "praktischer Bereich der Verhältnisse"
    case .changedBandOfShares: "praktischer Bereich der Anteile"
    case .changedBandOfPay: "praktischer Bereich der Entgeltunterschiede"
    case .changedGroups: "verglichene Gruppen"
    case .changedDefinition: "worauf sich Anteile beziehen oder wer führt"
    case .changedMembers: "woraus „{label}“ besteht"
    case .changedLevels: "Ebenen von {attribute}"
    case .roundedTitle: "gerundete Zahlen"
    case .roundedCounts:
      "Personenzahlen sind auf Vielfache von {base} gerundet, sodass Summen leicht von der Summe "
        + "ihrer Teile abweichen können. Anteile und Raten sind aus gerundeten Zahlen berechnet "
        + "und daher Näherungen. Tests und Intervalle von Zahlen brauchen die genauen und entfallen."
    case .batchSubtitle: "Berichte nach {attribute}, {period}"
    case .batchTogether:
      "Diese Berichte wurden gemeinsam erstellt: Was in einem verborgen ist, lässt sich aus den "
        + "anderen nicht errechnen."
    case .batchCaption: "die Berichte"
    case .batchPeople: "Personen"
    case .batchWithout: "Ohne Bericht, weil keine ihrer Zahlen gezeigt werden kann: {list}."
    case .missingPool: "ein Vergleich mit mehreren Organisationen"
    case .missingVacancies: "offene Stellen mit ihrem Ausgang"
    }
  }
}
