"""Reference values for the conditional and large-sample methods of two groups.

Written with Python 3.11, mpmath 1.3.0 and scipy 1.17.1.
Conditional: tables weighed in whole numbers, limits by bisection at 40 digits. Score intervals: the
likelihood's rate from the closed form of the cubic or quadratic, limits by bisection at 40 digits.
Run in this folder: python3 generate_intervals.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp
import scipy.stats as st

mp.mp.dps = 40
CRITICAL = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))

rows = []


def put(method, case, table, **values):
    a, n1, b, n2 = table
    text = f"focalSelected={a};focalRejected={n1 - a};referenceSelected={b};referenceRejected={n2 - b}"
    for quantity, value in values.items():
        number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
        rows.append([method, case, text, quantity, number.replace("+inf", "inf")])


tables = {
    "adverse-2": (12, 40, 48, 80), "adverse-4": (26, 48, 206, 259), "adverse-5": (11, 48, 35, 259),
    "adverse-10": (3, 8, 16, 25), "adverse-11": (3, 15, 25, 43), "adverse-12": (50, 64, 455, 508),
    "adverse-14": (6, 529, 3, 1260), "adverse-23": (2, 10, 15, 25), "adverse-24": (3, 4, 1, 4),
    "adverse-25": (2, 12, 15, 18), "adverse-28": (74, 117, 31, 63), "adverse-29": (2, 7, 6, 13),
    "adverse-30": (10, 35, 24, 61), "adverse-32": (56, 70, 48, 80),
    "adverse-33-a": (10, 10, 0, 20), "adverse-35": (10, 75, 12, 225),
    "adverse-45": (28, 126, 23, 117), "adverse-48": (5, 197, 40, 90), "none-focal": (0, 12, 9, 40),
    "all-focal": (12, 12, 9, 40), "none-reference": (3, 10, 0, 25), "nine-of-ten": (9, 10, 3, 10),
    "equal": (10, 40, 20, 80), "one-each": (1, 1, 0, 1), "large": (5210, 48211, 9004, 73120),
}
degenerate = {"adverse-33-b": (0, 10, 0, 20), "all-both": (7, 7, 9, 9)}


def bisect(function, low, high, steps=130):
    """The root of a falling function."""
    for _ in range(steps):
        middle = (low + high) / 2
        if function(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def weights(table):
    a, n1, b, n2 = table
    m = a + b
    return {k: math.comb(n1, k) * math.comb(n2, m - k)
            for k in range(max(0, m - n2), min(m, n1) + 1)}


def blaker(table):
    w = weights(table)
    whole = sum(w.values())
    smaller, below = {}, 0
    for k in sorted(w):
        smaller[k] = min(below + w[k], whole - below)
        below += w[k]
    rare = sum(w[k] for k in w if smaller[k] <= smaller[table[0]])
    return mp.mpf(rare) / mp.mpf(whole)


def conditional(table):
    a = table[0]
    w = {k: mp.mpf(v) for k, v in weights(table).items()}
    low, high = min(w), max(w)

    def at(logarithm):
        tilted = {k: v * mp.e ** (logarithm * (k - a)) for k, v in w.items()}
        return tilted, mp.fsum(tilted.values())

    def mean(logarithm):
        tilted, whole = at(logarithm)
        return mp.fsum(k * v for k, v in tilted.items()) / whole

    def tail(logarithm, keep, half):
        tilted, whole = at(logarithm)
        return (mp.fsum(v for k, v in tilted.items() if keep(k)) - half * tilted[a]) / whole

    side = mp.mpf("0.025")
    result = {"value": mp.mpf(0) if a == low else mp.inf if a == high
              else mp.e ** bisect(lambda t: a - mean(t), -mp.mpf(40), mp.mpf(40))}
    for name, half in (("", 0), ("MidP", mp.mpf("0.5"))):
        result["lower" + name] = mp.mpf(0) if a == low else mp.e ** bisect(
            lambda t: side - tail(t, lambda k: k >= a, half), -mp.mpf(40), mp.mpf(40))
        result["upper" + name] = mp.inf if a == high else mp.e ** bisect(
            lambda t: tail(t, lambda k: k <= a, half) - side, -mp.mpf(40), mp.mpf(40))
    return result


def difference_score(table, delta, factor):
    """Closed form of the cubic (Miettinen and Nurminen 1985, appendix)."""
    x1, n1, x0, n0 = (mp.mpf(v) for v in table)
    n, m = n1 + n0, x1 + x0
    l3, l2 = n, (n1 + 2 * n0) * delta - n - m
    l1, l0 = (n0 * delta - n - 2 * x0) * delta + m, x0 * delta * (1 - delta)
    q = l2**3 / (3 * l3) ** 3 - l1 * l2 / (6 * l3**2) + l0 / (2 * l3)
    p = mp.sqrt(max(mp.mpf(0), l2**2 / (3 * l3) ** 2 - l1 / (3 * l3)))
    p = p if q >= 0 else -p
    ratio = q / p**3 if p != 0 else mp.mpf(0)
    angle = (mp.pi + mp.acos(max(-1, min(1, ratio)))) / 3
    r0 = 2 * p * mp.cos(angle) - l2 / (3 * l3)
    r0 = min(min(mp.mpf(1), 1 - delta), max(max(mp.mpf(0), -delta), r0))
    r1 = r0 + delta
    variance = factor * (r1 * (1 - r1) / n1 + r0 * (1 - r0) / n0)
    excess = x1 / n1 - x0 / n0 - delta
    if variance <= mp.mpf(10) ** -60:
        return mp.mpf(0) if abs(excess) < mp.mpf(10) ** -30 else mp.sign(excess) * mp.inf
    return excess / mp.sqrt(variance)


def difference_limits(table, factor):
    a, n1, b, n2 = table
    seen = mp.mpf(a) / n1 - mp.mpf(b) / n2
    lower = mp.mpf(-1) if seen == -1 else bisect(
        lambda d: difference_score(table, d, factor) - CRITICAL, mp.mpf(-1), seen)
    upper = mp.mpf(1) if seen == 1 else bisect(
        lambda d: difference_score(table, d, factor) + CRITICAL, seen, mp.mpf(1))
    return {"value": seen, "lower": lower, "upper": upper}


def ratio_limits(table):
    """Closed form of the quadratic; the variance times N / (N - 1)."""
    x1, n1, x0, n0 = (mp.mpf(v) for v in table)
    n = n1 + n0

    def score(logarithm):
        t = mp.e**logarithm
        b = -(n1 * t + x1 + n0 + x0 * t)
        r0 = (-b - mp.sqrt(b * b - 4 * n * t * (x1 + x0))) / (2 * n * t)
        r1 = t * r0
        v = (r1 * (1 - r1) / n1 + t * t * r0 * (1 - r0) / n0) * n / (n - 1)
        return (x1 / n1 - t * x0 / n0) / mp.sqrt(v)

    return {
        "value": mp.inf if x0 == 0 else x1 / n1 / (x0 / n0),
        "lower": mp.mpf(0) if x1 == 0 else mp.e ** bisect(
            lambda t: score(t) - CRITICAL, -mp.mpf(30), mp.mpf(30)),
        "upper": mp.inf if x0 == 0 else mp.e ** bisect(
            lambda t: score(t) + CRITICAL, -mp.mpf(30), mp.mpf(30))}


for case, table in tables.items():
    a, n1, b, n2 = table
    n = n1 + n2
    m = [[a, n1 - a], [b, n2 - b]]
    if n < 5000:
        put("BlakerExactTest", case, table, pValue=blaker(table))
        put("ConditionalOddsRatio", case, table, **conditional(table))
    for name, correct in (("none", False), ("yates", True)):
        test = st.chi2_contingency(m, correction=correct)
        put("PearsonChiSquaredTest", case, table, **{
            name + "Statistic": test.statistic, name + "PValue": test.pvalue})
    plain = st.chi2_contingency(m, correction=False).statistic
    put("PearsonChiSquaredTest", case, table, nMinusOneStatistic=plain * (n - 1) / n,
        nMinusOnePValue=st.chi2.sf(plain * (n - 1) / n, 1))
    g = st.chi2_contingency(m, correction=False, lambda_="log-likelihood")
    put("LikelihoodRatioTest", case, table, statistic=g.statistic, pValue=g.pvalue)
    put("MiettinenNurminenDifference", case, table,
        **difference_limits(table, mp.mpf(n) / (n - 1)))
    put("MeeDifference", case, table, **difference_limits(table, mp.mpf(1)))
    if case not in ("one-each",):
        put("MiettinenNurminenRatio", case, table, **ratio_limits(table))
    if a and b and not (a == n1 and b == n2):
        katz = st.contingency.relative_risk(a, n1, b, n2).confidence_interval(0.95)
        put("KatzRatio", case, table, lower=katz.low, upper=katz.high)
    p1, p2 = mp.mpf(a) / n1, mp.mpf(b) / n2
    put("CohenH", case, table, value=2 * mp.asin(mp.sqrt(p1)) - 2 * mp.asin(mp.sqrt(p2)))
    put("PhiCoefficient", case, table, value=st.contingency.association(
        m, method="cramer") * (1 if p1 > p2 else -1))
    q1, q2 = mp.mpf(a + 1) / (n1 + 2), mp.mpf(b + 1) / (n2 + 2)
    half = CRITICAL * mp.sqrt(q1 * (1 - q1) / (n1 + 2) + q2 * (1 - q2) / (n2 + 2))
    put("AgrestiCaffoDifference", case, table, lower=max(mp.mpf(-1), q1 - q2 - half),
        upper=min(mp.mpf(1), q1 - q2 + half))
for case, table in degenerate.items():
    n = table[1] + table[3]
    put("MiettinenNurminenDifference", case, table,
        **difference_limits(table, mp.mpf(n) / (n - 1)))
    put("MeeDifference", case, table, **difference_limits(table, mp.mpf(1)))

with open("intervals.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
