"""Reference values for the tests of Inference/Diversity.

Written with Python 3.11.7 and mpmath 1.3.0 at 60 digits. Every standard error is the square root of
g' S g / N with g a numerical gradient over free shares and S = diag(p) - p p', so that no formula
for an error is written down here; the entropy of Chao, Wang and Jost is summed as published.
Run in this folder: python3 generate.py
"""

import csv
import itertools

import mpmath as mp

mp.mp.dps = 60

girdled = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4] + [2] * 4 + [1] * 12
logged = [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4] + [3] * 4 + [2] * 4 + [1] * 14
cases = {
    "indices-R14": [140, 60, 30, 65], "indices-R15": [4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1],
    "indices-R17-girdled": girdled, "indices-R17-logged": logged,
    "indices-R32": [69, 17, 7, 62], "three": [5, 3, 2], "tied": [6, 6, 3], "almost-one": [99999, 1],
    "large": [1200345, 903211, 55120, 17, 3], "two": [1, 3], "no-pairs": [1, 1, 5, 0, 7, 1],
}
rows = []


def put(method, case, arguments, **values):
    text = ";".join(f"{k}={v}" for k, v in arguments.items())
    for quantity, value in values.items():
        if "rror" in quantity and value < mp.mpf(10) ** -20:
            continue  # equal derivatives: there is no first-order error
        rows.append((method, case, text, quantity, mp.nstr(value, 17, strip_zeros=False)))


def error(function, shares, people):
    """The delta method's standard error of a function of free shares."""
    step = mp.mpf(10) ** -20
    gradient = []
    for i in range(len(shares)):
        up, down = list(shares), list(shares)
        up[i] += step * shares[i]
        down[i] -= step * shares[i]
        gradient.append((function(up) - function(down)) / (2 * step * shares[i]))
    centre = sum(g * p for g, p in zip(gradient, shares))
    return mp.sqrt(sum(p * (g - centre) ** 2 for g, p in zip(gradient, shares)) / people)


def spaced(counts):
    return " ".join(str(c) for c in counts)


def entropy(p):
    return -sum(x * mp.log(x) for x in p)


def hill(q):
    def number(p):
        if q == 1:
            return mp.e ** entropy(p)
        return sum(x ** q for x in p) ** (1 / (1 - mp.mpf(q)))
    return number


def chao_wang_jost(counts):
    n = sum(counts)
    f1, f2 = counts.count(1), counts.count(2)
    seen = sum(mp.mpf(c) / n * (mp.digamma(n) - mp.digamma(c)) for c in counts)
    if f2 > 0:
        a = mp.mpf(2 * f2) / ((n - 1) * f1 + 2 * f2)
    elif f1 > 0:
        a = mp.mpf(2) / ((n - 1) * (f1 - 1) + 2)
    else:
        a = mp.mpf(1)
    if f1 == 0 or a == 1:
        return seen
    with mp.workdps(200):
        tail = -mp.log(a) - sum((1 - a) ** r / r for r in range(1, n))
        unseen = mp.mpf(f1) / n * (1 - a) ** (1 - n) * tail
    return seen + unseen


for case, all_counts in cases.items():
    counts = [c for c in all_counts if c > 0]
    n, k = sum(counts), len(all_counts)
    p = [mp.mpf(c) / n for c in counts]
    named = {"counts": spaced(all_counts)}

    def blau(x):
        return 1 - sum(y ** 2 for y in x)

    put("BlauIndex", case, named, value=blau(p), standardError=error(blau, p, n))
    factor = mp.mpf(n) / (n - 1)
    put("BlauIndexUnbiased", case, named, value=factor * blau(p),
        standardError=factor * error(blau, p, n))
    scale = mp.mpf(k) / (k - 1)
    put("IndexOfQualitativeVariation", case, named, value=scale * blau(p),
        standardError=scale * error(blau, p, n))
    h = entropy(p)
    first = error(entropy, p, n)
    put("ShannonEntropy", case, named, value=h, standardError=first)
    put("ShannonEntropySecondOrder", case, named,
        standardError=mp.sqrt(first ** 2 + mp.mpf(len(counts) - 1) / (2 * n ** 2)))
    put("ShannonEntropyBits", case, named, value=h / mp.log(2), standardError=first / mp.log(2))
    put("ShannonEntropyMillerMadow", case, named,
        value=h + mp.mpf(len(counts) - 1) / (2 * n), standardError=first)
    f1 = counts.count(1)
    coverage = 1 - mp.mpf(f1 if f1 < n else n - 1) / n
    put("ShannonEntropyChaoShen", case, named, value=sum(
        -coverage * x * mp.log(coverage * x) / (1 - (1 - coverage * x) ** n) for x in p))
    if n < 1000:
        put("ShannonEntropyChaoWangJost", case, named, value=chao_wang_jost(counts))
    smoothed = [(mp.mpf(c) + mp.mpf(1) / 2) / (n + mp.mpf(k) / 2) for c in all_counts]
    put("ShannonEntropyJeffreys", case, named, value=entropy(smoothed))
    put("PielouEvennessObserved", case, named, value=h / mp.log(len(counts)),
        standardError=first / mp.log(len(counts)))
    put("PielouEvennessDeclared", case, named, value=h / mp.log(k),
        standardError=first / mp.log(k))
    for q in ["0.25", "0.5", "0.999999", "1", "1.001", "1.6", "2", "3", "30"]:
        number = hill(mp.mpf(q))
        put("HillNumber", case, named | {"order": q}, value=number(p),
            standardError=error(number, p, n))
    if len(set(counts)) == len(counts) or max(counts) > sorted(counts)[-2]:
        put("BergerParkerIndex", case, named, value=max(p), standardError=error(max, p, n))
        put("HillNumber", case, named | {"order": "inf"}, value=1 / max(p),
            standardError=error(lambda x: 1 / max(x), p, n))
    concentration = mp.mpf(sum(c * (c - 1) for c in counts)) / (n * (n - 1))
    put("InverseSimpsonUnbiased", case, named, value=1 / concentration, standardError=error(
        lambda x: 1 / ((sum(y ** 2 for y in x) - mp.mpf(1) / n) * factor), p, n))
    if k <= 11:
        distances = [[mp.mpf(abs(i - j)) / (k - 1) for j in range(k)] for i in range(k)]
        kept = [i for i in range(k) if all_counts[i] > 0]

        def rao(x):
            return sum(x[a] * x[b] * distances[i][j]
                       for a, i in enumerate(kept) for b, j in enumerate(kept))
        put("RaoQuadraticEntropy", case, named, value=rao(p), standardError=error(rao, p, n))
        put("RaoQuadraticEntropyUnbiased", case, named, value=factor * rao(p),
            standardError=factor * error(rao, p, n))
        for kind, rate in (("complement", 0), ("exponential", 2)):
            similar = [[1 - distances[i][j] if rate == 0 else mp.exp(-rate * distances[i][j])
                        for j in kept] for i in kept]
            for q in ["0", "0.7", "1", "2", "4"]:
                def number(x, q=mp.mpf(q), similar=similar):
                    a = [sum(z * y for z, y in zip(line, x)) for line in similar]
                    if q == 1:
                        return mp.exp(-sum(y * mp.log(v) for y, v in zip(x, a)))
                    return sum(y * v ** (q - 1) for y, v in zip(x, a)) ** (1 / (1 - q))
                put("SimilaritySensitiveHillNumber", case,
                    named | {"order": q, "similarity": kind}, value=number(p),
                    standardError=error(number, p, n))
            a = [sum(z * y for z, y in zip(line, p)) for line in similar]
            put("SimilaritySensitiveHillNumber", case,
                named | {"order": "inf", "similarity": kind}, value=1 / max(a))

# Rarefaction to a coverage: whole binomials, in proportion between two numbers of people.
for case in ("indices-R15", "indices-R17-girdled", "indices-R17-logged", "indices-R32", "no-pairs"):
    counts = [c for c in cases[case] if c > 0]
    n = sum(counts)

    def seen(m):
        return sum(1 - mp.mpf(mp.binomial(n - c, m)) / mp.binomial(n, m) for c in counts)

    def covered(m):
        return 1 - sum(mp.mpf(c) / n * mp.binomial(n - c, m) / mp.binomial(n - 1, m)
                       for c in counts)
    for share in ("0.05", "0.5", "0.8", "0.9"):
        goal = mp.mpf(share)
        steps = [m for m in range(n - 1) if covered(m) < goal <= covered(m + 1)]
        for m in steps:
            part = (goal - covered(m)) / (covered(m + 1) - covered(m))
            put("CoverageRarefaction", case,
                {"counts": spaced(cases[case]), "coverage": share},
                categories=seen(m) + part * (seen(m + 1) - seen(m)), people=m + part)

tables = {
    "indices-R18": [[60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5],
                    [15, 25, 10, 20]],
    "two-by-two": [[7, 3], [2, 9]], "apart": [[5, 0, 0], [0, 8, 3]],
    "uneven": [[90, 90, 90, 0], [0, 0, 1, 29]], "near-even": [[1000, 2001], [500, 1000]],
}
for case, table in tables.items():
    width = len(table[0])
    places = [(u, g) for u in range(len(table)) for g in range(width) if table[u][g] > 0]
    n = sum(map(sum, table))
    x = [mp.mpf(table[u][g]) / n for u, g in places]
    named = {"rows": len(table), "counts": spaced(itertools.chain(*table))}

    def split(x, q):
        """Alpha, beta and gamma at order q, in mass that need not add up to one."""
        whole = sum(x)
        units, groups = {}, {}
        for (u, g), y in zip(places, x):
            units[u] = units.get(u, 0) + y
            groups[g] = groups.get(g, 0) + y
        if q == 1:
            alpha = mp.exp(-sum(y / whole * mp.log(y / units[u]) for (u, _), y in zip(places, x)))
            gamma = mp.exp(-sum(y / whole * mp.log(y / whole) for y in groups.values()))
        else:
            power = 1 / (1 - mp.mpf(q))
            alpha = sum(units[u] / whole * (y / units[u]) ** q
                        for (u, _), y in zip(places, x)) ** power
            gamma = sum((y / whole) ** q for y in groups.values()) ** power
        return alpha, gamma / alpha, gamma

    for q in (0, 1, 2):
        for part, name in enumerate(("alpha", "beta", "gamma")):
            values = {name: split(x, q)[part]}
            if q > 0:
                values[name + "Error"] = error(lambda y: split(y, q)[part], x, n)
            put("AlphaBetaGamma", case, named | {"order": q}, **values)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("method", "case", "arguments", "quantity", "value"))
    writer.writerows(rows)
