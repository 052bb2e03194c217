"""Reference values for the tests of Inference/Stratified, Trend and Multiplicity.

Written with Python 3.11.7, mpmath 1.3.0, scipy 1.17.1 and statsmodels 0.15.0.
Exact distributions are convolved in integers; fitted tables are roots at 40 digits.
Run in this folder: python3 stratified.py
"""

import csv
from fractions import Fraction
from itertools import product
from math import comb, prod

import mpmath as mp
import numpy as np
import scipy.stats as st
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests

mp.mp.dps = 40
rows = []


def put(method, case, arguments, **values):
    text = ";".join(f"{name}={value}" for name, value in arguments.items())
    for quantity, value in values.items():
        if value != value:  # a peer that cannot compute the case
            continue
        number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
        rows.append([method, case, text, quantity, number.replace("+inf", "inf")])


def words(numbers):
    return " ".join(str(n) for n in numbers)


def exact(value):
    return mp.mpf(value.numerator) / mp.mpf(value.denominator)


# Per stratum: focal selected, focal rejected, reference selected, reference rejected.
cases = {
    "adverse-36": [(89, 19, 512, 313), (17, 8, 353, 207), (202, 391, 120, 205),
                   (131, 244, 138, 279), (94, 299, 53, 138), (24, 317, 22, 351)],
    "adverse-38": [(0, 6, 0, 5), (3, 3, 0, 6), (6, 0, 2, 4), (5, 1, 6, 0), (2, 0, 5, 0)],
    "one": [(12, 28, 48, 32)],
    "requisitions": [(1, 4, 2, 3), (0, 6, 1, 9), (2, 2, 3, 1), (1, 9, 0, 3), (0, 3, 4, 8),
                     (3, 1, 2, 5), (0, 1, 1, 0)],
    "empty": [(5, 9, 11, 7), (0, 0, 4, 6), (3, 8, 6, 9), (7, 0, 3, 0), (0, 4, 0, 9)],
    "opposite": [(30, 10, 20, 40), (8, 52, 31, 29), (14, 36, 13, 37)],
    "strong": [(90, 10, 10, 90), (60, 5, 9, 80), (200, 40, 30, 170)],
    "equal": [(10, 30, 20, 60), (5, 5, 9, 9)],
    "large": [(2105, 9121, 4004, 12770), (811, 3030, 1902, 6611), (37, 410, 95, 880)],
}
z = {level: mp.sqrt(2) * mp.erfinv(mp.mpf(level)) for level in ("0.9", "0.95")}


def normal_tails(x):
    return mp.erfc(abs(x) / mp.sqrt(2))


def chi_squared_tail(x, degrees):
    return mp.gammainc(mp.mpf(degrees) / 2, x / 2, regularized=True)


def has_odds(t):
    a, b, c, d = t
    return min(a + b, c + d, a + c, b + d) > 0


def convolution(tables):
    """The number of ways to each total, as integers, and the least total."""
    ways, least = [1], 0
    for a, b, c, d in tables:
        n1, n2, m = a + b, c + d, a + c
        low, high = max(0, m - n2), min(n1, m)
        one = [comb(n1, k) * comb(n2, m - k) for k in range(low, high + 1)]
        both = [0] * (len(ways) + len(one) - 1)
        for i, x in enumerate(ways):
            for j, y in enumerate(one):
                both[i + j] += x * y
        ways, least = both, least + low
    return ways, least


for case, tables in cases.items():
    arguments = {
        "focalSelected": words(t[0] for t in tables), "focalRejected": words(t[1] for t in tables),
        "referenceSelected": words(t[2] for t in tables),
        "referenceRejected": words(t[3] for t in tables)}
    used = [t for t in tables if has_odds(t)]
    # Common odds ratio, Robins-Breslow-Greenland.
    R = sum(Fraction(a * d, a + b + c + d) for a, b, c, d in used)
    S = sum(Fraction(b * c, a + b + c + d) for a, b, c, d in used)
    odds = exact(R / S)
    variance = sum(
        Fraction(a + d, n) * Fraction(a * d, n) / (2 * R * R)
        + (Fraction(a + d, n) * Fraction(b * c, n) + Fraction(b + c, n) * Fraction(a * d, n))
        / (2 * R * S) + Fraction(b + c, n) * Fraction(b * c, n) / (2 * S * S)
        for a, b, c, d in used for n in [a + b + c + d])
    for level, critical in z.items():
        half = critical * mp.sqrt(exact(variance))
        put("MantelHaenszelOddsRatio", case, arguments | {"level": level}, value=odds,
            lower=odds * mp.exp(-half), upper=odds * mp.exp(half))
    if case not in ("adverse-38", "requisitions", "empty"):
        peer = StratifiedTable(np.array([[[a, b], [c, d]] for a, b, c, d in used]).T.swapaxes(0, 1))
        low, high = peer.oddsratio_pooled_confint()
        put("MantelHaenszelOddsRatio", case + " statsmodels", arguments | {"level": "0.95"},
            value=peer.oddsratio_pooled, lower=low, upper=high)
        if len(used) > 1:
            for adjust, name in ((False, "none"), (True, "tarone")):
                test = peer.test_equal_odds(adjust=adjust)
                put("BreslowDayTest", case + " statsmodels", arguments | {"correction": name},
                    statistic=test.statistic, pValue=test.pvalue)
        put("MantelHaenszelRiskRatio", case + " statsmodels", arguments | {"level": "0.95"},
            value=peer.riskratio_pooled)
    # Conditional chi-squared.
    difference = sum(a - Fraction((a + b) * (a + c), a + b + c + d) for a, b, c, d in used)
    spread = sum(Fraction((a + b) * (c + d) * (a + c) * (b + d), n * n * (n - 1))
                 for a, b, c, d in used for n in [a + b + c + d])
    for name, half in (("none", Fraction(0)), ("half", Fraction(1, 2))):
        left = max(Fraction(0), abs(difference) - half)
        statistic = exact(left * left / spread)
        put("CochranMantelHaenszelTest", case, arguments | {"correction": name},
            statistic=statistic, pValue=chi_squared_tail(statistic, 1), degreesOfFreedom=1)
    # Equal odds ratios.
    if len(used) > 1:
        total, excess, spread = mp.mpf(0), mp.mpf(0), mp.mpf(0)
        for a, b, c, d in used:
            n1, n2, m = a + b, c + d, a + c

            def gap(x):
                return x * (n2 - m + x) - odds * (n1 - x) * (m - x)
            A = mp.findroot(gap, (max(0, m - n2), min(n1, m)), solver="anderson", tol=1e-60)
            v = 1 / (1 / A + 1 / (n1 - A) + 1 / (m - A) + 1 / (n2 - m + A))
            total += (a - A) ** 2 / v
            excess += a - A
            spread += v
        for name, x in (("none", total), ("tarone", total - excess ** 2 / spread)):
            put("BreslowDayTest", case, arguments | {"correction": name}, statistic=x,
                pValue=chi_squared_tail(x, len(used) - 1), degreesOfFreedom=len(used) - 1)
        if all(min(t) > 0 for t in used):
            logs = [mp.log(mp.mpf(a * d) / (b * c)) for a, b, c, d in used]
            weights = [1 / (mp.mpf(1) / a + mp.mpf(1) / b + mp.mpf(1) / c + mp.mpf(1) / d)
                       for a, b, c, d in used]
            mean = sum(w * x for w, x in zip(weights, logs)) / sum(weights)
            x = sum(w * (y - mean) ** 2 for w, y in zip(weights, logs))
            put("WoolfTest", case, arguments, statistic=x,
                pValue=chi_squared_tail(x, len(used) - 1), degreesOfFreedom=len(used) - 1)
    # Differences (Sato) and ratios (Greenland and Robins) of rates.
    both = [t for t in tables if t[0] + t[1] and t[2] + t[3]]
    weight = sum(Fraction((a + b) * (c + d), a + b + c + d) for a, b, c, d in both)
    rd = sum(Fraction(a * (c + d) - c * (a + b), a + b + c + d) for a, b, c, d in both) / weight
    p = sum(((a + b) ** 2 * c - (c + d) ** 2 * a
             + Fraction((a + b) * (c + d) * (c + d - a - b), 2)) / Fraction(a + b + c + d) ** 2
            for a, b, c, d in both)
    q = sum(Fraction(a * d + c * b, 2 * (a + b + c + d)) for a, b, c, d in both)
    error = mp.sqrt(exact((rd * p + q) / weight ** 2))
    for level, critical in z.items():
        put("MantelHaenszelRiskDifference", case, arguments | {"level": level}, value=exact(rd),
            lower=max(-1, exact(rd) - critical * error), upper=min(1, exact(rd) + critical * error),
            standardError=error)
    up = sum(Fraction(a * (c + d), a + b + c + d) for a, b, c, d in both)
    down = sum(Fraction(c * (a + b), a + b + c + d) for a, b, c, d in both)
    variance = sum(Fraction((a + b) * (c + d) * (a + c) - a * c * n, n * n)
                   for a, b, c, d in both for n in [a + b + c + d]) / (up * down)
    ratio = exact(up / down)
    for level, critical in z.items():
        half = critical * mp.sqrt(exact(variance))
        put("MantelHaenszelRiskRatio", case, arguments | {"level": level}, value=ratio,
            lower=ratio * mp.exp(-half), upper=ratio * mp.exp(half))
    # Exact conditional distribution of the total selected from the focal group.
    if case == "large":
        continue
    ways, least = convolution(used)
    seen = sum(t[0] for t in used) - least
    everything = sum(ways)
    at = ways[seen]
    rare = sum(w for w in ways if w <= at + at // 10 ** 7)
    smaller = min(sum(ways[:seen + 1]), sum(ways[seen:]))
    put("ExactStratifiedTest", case, arguments,
        minimumLikelihood=exact(Fraction(rare, everything)),
        central=min(mp.mpf(1), exact(Fraction(2 * smaller, everything))),
        minimumLikelihoodMidP=exact(Fraction(2 * rare - at, 2 * everything)),
        centralMidP=min(mp.mpf(1), exact(Fraction(2 * smaller - at, everything))))

    def tilted(log_odds):
        terms = [mp.exp(mp.log(w) + log_odds * k) for k, w in enumerate(ways)]
        return [t / mp.fsum(terms) for t in terms]

    logs = [mp.log(w) for w in ways]

    def solve(function):
        low, high = mp.mpf(-30), mp.mpf(30)
        for _ in range(64):
            middle = (low + high) / 2
            terms = [mp.exp(x + middle * k) for k, x in enumerate(logs)]
            if function(terms, mp.fsum(terms)) < 0:
                low = middle
            else:
                high = middle
        return mp.exp((low + high) / 2)

    mp.mp.dps = 25
    value = mp.mpf(0) if seen == 0 else mp.inf if seen == len(ways) - 1 else solve(
        lambda t, s: mp.fsum(k * x for k, x in enumerate(t)) / s - seen)
    for level in ("0.9", "0.95"):
        tail = (1 - mp.mpf(level)) / 2
        lower = mp.mpf(0) if seen == 0 else solve(lambda t, s: mp.fsum(t[seen:]) / s - tail)
        upper = mp.inf if seen == len(ways) - 1 else solve(
            lambda t, s: tail - mp.fsum(t[:seen + 1]) / s)
        put("ConditionalCommonOddsRatio", case, arguments | {"level": level}, value=value,
            lower=lower, upper=upper)
    mp.mp.dps = 40
    # Zelen's test, by listing every set of tables with the margins and the total seen.
    if case in ("adverse-38", "requisitions", "empty") and len(used) > 1:
        supports = []
        for a, b, c, d in used:
            n1, n2, m = a + b, c + d, a + c
            supports.append({k: comb(n1, k) * comb(n2, m - k)
                             for k in range(max(0, m - n2), min(n1, m) + 1)})
        same = [w for w in (
            prod(s[k] for s, k in zip(supports, ks))
            for ks in product(*supports) if sum(ks) == seen + least)]
        here = prod(s[t[0]] for s, t in zip(supports, used))
        rare = sum(w for w in same if w <= here + here // 10 ** 7)
        put("ZelenTest", case, arguments, pValue=exact(Fraction(rare, sum(same))))

# Trend: selected, totals and scores of ordered groups.
trends = {
    "adverse-41": ([48, 38, 5, 1, 1], [17114, 14502, 793, 127, 38], ["0", "0.5", "1.5", "4", "7"]),
    "adverse-42": ([83, 90, 129, 70], [86, 93, 136, 82], ["1", "2", "3", "4"]),
    "adverse-44": ([0, 1, 3, 6], [50, 50, 50, 50], ["0", "1", "2", "3"]),
    "falling": ([19, 11, 4], [40, 37, 44], ["1", "2", "3"]),
    "two": ([12, 48], [40, 80], ["0", "1"]),
    "flat": ([5, 10, 15], [20, 40, 60], ["-1", "0", "1"]),
}
for case, (selected, totals, scores) in trends.items():
    x = [Fraction(s) for s in scores]
    n, m = sum(totals), sum(selected)
    rate = Fraction(m, n)
    top = sum(s * (k - t * rate) for s, k, t in zip(x, selected, totals))
    mean = sum(s * t for s, t in zip(x, totals)) / n
    spread = rate * (1 - rate) * sum(t * (s - mean) ** 2 for s, t in zip(x, totals))
    value = exact(top) / mp.sqrt(exact(spread))
    put("CochranArmitageTrendTest", case,
        {"selected": words(selected), "totals": words(totals), "scores": words(scores)},
        statistic=value, pValue=normal_tails(value))
    # Exact: the ways to each sum of scores, in integers, group by group.
    ways = {(0, Fraction(0)): 1}
    for score, total in zip(x, totals):
        choices = [comb(total, k) for k in range(min(total, m) + 1)]
        further = {}
        for (used, so_far), count in ways.items():
            for k in range(min(total, m - used) + 1):
                key = (used + k, so_far + k * score)
                further[key] = further.get(key, 0) + count * choices[k]
        ways = further
    seen = sum(s * k for s, k in zip(x, selected))
    at_all = {t: w for (used, t), w in ways.items() if used == m}
    low = Fraction(sum(w for t, w in at_all.items() if t <= seen), comb(n, m))
    high = Fraction(sum(w for t, w in at_all.items() if t >= seen), comb(n, m))
    assert sum(at_all.values()) == comb(n, m)
    put("ExactTrendTest", case,
        {"selected": words(selected), "totals": words(totals), "scores": words(scores)},
        pValue=min(mp.mpf(1), 2 * exact(min(low, high))))

# Families of p-values: adverse-49, ties, one alone, and a random family.
families = {
    "adverse-49": [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .324, .4262,
                   .5719, .6528, .759, 1],
    "ties": [.03, .01, .03, .5, .01], "one": [.04],
    "random": [round(float(v), 6) for v in np.random.default_rng(5).beta(.4, 2, 23)],
}
for case, family in families.items():
    for method, name in (("HochbergAdjustment", "simes-hochberg"), ("HommelAdjustment", "hommel"),
                         ("BenjaminiHochbergAdjustment", "fdr_bh"),
                         ("BenjaminiYekutieliAdjustment", "fdr_by")):
        adjusted = multipletests(family, method=name)[1]
        put(method, case, {"pValues": words(family)},
            **{str(i): value for i, value in enumerate(adjusted)})

# Tarone: by trying every divisor. Smallest attainable and seen p-values.
discrete = {
    "a": ([.001, .03, .2, .0004, .02, .5], [.004, .04, .3, .0081, .05, .5], "0.05"),
    "b": ([.02, .02, .02], [.02, .03, .4], "0.05"),
    "c": ([.5, .6], [.5, 1], "0.05"),
    "d": ([.0001] * 4, [.001, .01, .012, .2], "0.05"),
}
for case, (least, seen, level) in discrete.items():
    divisor = min(k for k in range(1, len(seen) + 1)
                  if sum(v <= float(level) / k for v in least) <= k)
    adjusted = [min(1, divisor * p) if v <= float(level) / divisor else 1
                for v, p in zip(least, seen)]
    put("TaroneAdjustment", case,
        {"least": words(least), "pValues": words(seen), "level": level},
        divisor=divisor, **{str(i): value for i, value in enumerate(adjusted)})

with open("stratified-python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
