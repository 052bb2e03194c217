"""Reference values for exact power, detectable ratios and sample sizes.

Written with Python 3.11.7, scipy 1.17.1 and mpmath 1.3.0. Every table of both groups is visited, the
p-value of each is computed from whole numbers (Fisher's by all conventions, the pooled Z by a normal
tail), and the binomial probabilities of the tables rejected are added up. Nothing is assumed of the
rejection region's shape. Detectable ratios scan the definition's 200 steps and bisect.
The normal approximations are those of R 4.2.2: power.prop.test(n = 50, p1 = .5, p2 = .75) and
power.prop.test(p1 = .5, p2 = .75, power = .9).
Run in this folder: python3 generate.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp
from scipy.optimize import brentq
from scipy.stats import binom, norm

rows = []


def put(method, case, arguments, quantity, value):
    text = ";".join(f"{name}={item}" for name, item in arguments.items())
    number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
    rows.append([method, case, text, quantity, number])


def weights(n1, n2, m):
    return {x: math.comb(n1, x) * math.comb(n2, m - x)
            for x in range(max(0, m - n2), min(n1, m) + 1)}


def p_value(test, x, y, n1, n2):
    m = x + y
    if test == "zPooled":
        if m in (0, n1 + n2):
            return 1.0
        z2 = Fraction((x * n2 - y * n1) ** 2 * (n1 + n2), n1 * n2 * m * (n1 + n2 - m))
        return 2 * norm.sf(math.sqrt(z2))
    w = weights(n1, n2, m)
    whole = sum(w.values())
    below = {k: sum(v for j, v in w.items() if j <= k) for k in w}
    above = {k: sum(v for j, v in w.items() if j >= k) for k in w}
    if test == "central":
        return Fraction(min(whole, 2 * min(below[x], above[x])), whole)
    if test == "blaker":
        tail = {k: min(below[k], above[k]) for k in w}
        return Fraction(sum(w[k] for k in w if tail[k] <= tail[x]), whole)
    rare = Fraction(sum(v for v in w.values() if v <= w[x]), whole)
    if test == "midP" and len(w) > 1:
        rare -= Fraction(w[x], 2 * whole)
    return rare


def region(test, n1, n2, alpha):
    return [(x, y) for x in range(n1 + 1) for y in range(n2 + 1)
            if p_value(test, x, y, n1, n2) <= alpha]


def power(tables, n1, n2, p1, p2):
    f, g = binom.pmf(range(n1 + 1), n1, p1), binom.pmf(range(n2 + 1), n2, p2)
    return math.fsum(f[x] * g[y] for x, y in tables)


tests = ("zPooled", "minimumLikelihood", "central", "midP", "blaker")
for n1, n2, p1, p2 in [(10, 25, 0.2, 0.6), (12, 12, 0.5, 0.5), (20, 33, 0.3, 0.45),
                       (1, 9, 0.1, 0.9), (40, 30, 0.9, 0.55)]:
    for test in tests:
        tables = region(test, n1, n2, Fraction(1, 20))
        put("ExactPower", f"{n1}-{n2}",
            dict(test=test, focalTotal=n1, referenceTotal=n2, focalRate=p1, referenceRate=p2),
            "value", power(tables, n1, n2, p1, p2))

for n1, n2, p2, side in [(30, 50, 0.6, "below"), (30, 50, 0.3, "above"), (25, 40, 0.9, "below")]:
    for test in tests:
        tables = region(test, n1, n2, Fraction(1, 20))
        far = 0.0 if side == "below" else 1.0
        found = far
        for step in range(1, 201):
            rate = far + (p2 - far) * step / 200
            if power(tables, n1, n2, rate, p2) < 0.8:
                break
            found = rate
        root = brentq(lambda r: power(tables, n1, n2, r, p2) - 0.8, found, rate, xtol=1e-15)
        put("MinimumDetectableRatio", f"{n1}-{n2}-{side}",
            dict(test=test, focalTotal=n1, referenceTotal=n2, referenceRate=p2, side=side),
            "value", root / p2)

for p1, p2 in [(0.3, 0.8), (0.1, 0.6)]:
    for test in tests:
        sizes = {n: power(region(test, n, n, Fraction(1, 20)), n, n, p1, p2)
                 for n in range(2, 46)}
        last = max(n for n, value in sizes.items() if value < 0.8)
        put("ExactSampleSize", f"{p1}-{p2}", dict(test=test, focal=p1, reference=p2),
            "value", last + 1)

mp.mp.dps = 40
for case, d, ratio, share in [("adverse-52-1", ".15", ".25", ".3"),
                              ("adverse-52-2", ".4", ".1", ".15"), ("up", "-.7", ".5", ".5")]:
    d, ratio, share = mp.mpf(d), mp.mpf(ratio), mp.mpf(share)
    q = lambda x: mp.erfc(x / mp.sqrt(2)) / 2
    cut = mp.findroot(lambda c: share * q(c + d) + (1 - share) * q(c) - ratio, 1)
    put("ScoreForecast", case, dict(difference=mp.nstr(d, 5), ratio=mp.nstr(ratio, 5),
                                    share=mp.nstr(share, 5)), "value", q(cut + d) / q(cut))

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
