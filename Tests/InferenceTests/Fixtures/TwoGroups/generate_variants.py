"""Reference values for more methods of two groups and of a share.

Written with Python 3.11, mpmath 1.3.0, numpy, scipy 1.17.1 and statsmodels 0.15.0.
Barnard's CSM order is made table by table on a fine grid of common rates; Blaker's test weighs tables
in whole numbers; exact intervals of the odds ratio are the ends of what the test keeps on a fine
grid, refined by bisection; the score interval of the odds ratio takes the common odds ratio's rate from its
quadratic at 40 digits; MOVER follows the published formula at 40 digits.
Run in this folder: python3 generate_variants.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp
import numpy as np
import scipy.stats as st
import statsmodels.api as sm
from scipy.optimize import minimize_scalar
from statsmodels.stats.proportion import proportion_confint

mp.mp.dps = 40
CRITICAL = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))
rows = []


def put_text(method, case, text, values):
    for quantity, value in values.items():
        number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
        rows.append([method, case, text, quantity, number.replace("+inf", "inf")])


def put(method, case, table, **values):
    a, n1, b, n2 = table
    put_text(method, case, f"focalSelected={a};focalRejected={n1 - a};referenceSelected={b};"
             f"referenceRejected={n2 - b}", values)


# Focal selected / total, reference selected / total.
small = {
    "adverse-23": (2, 10, 15, 25), "adverse-24": (3, 4, 1, 4), "adverse-25": (2, 12, 15, 18),
    "adverse-27": (7, 15, 12, 15), "adverse-29": (2, 7, 6, 13),
    "adverse-10": (3, 8, 16, 25), "adverse-11-hispanic": (3, 15, 25, 43),
    "adverse-18": (8, 17, 8, 13), "none-focal": (0, 12, 9, 40), "all-focal": (12, 12, 9, 40),
    "none-reference": (3, 10, 0, 25), "one-each": (1, 1, 0, 1), "focal-more": (9, 11, 3, 17),
    "same-sizes": (3, 20, 9, 20), "adverse-33-a": (10, 10, 0, 20),
}
wide = {
    "adverse-12": (50, 64, 455, 508), "adverse-28": (74, 117, 31, 63),
    "adverse-2": (12, 40, 48, 80), "adverse-4": (26, 48, 206, 259), "adverse-5": (11, 48, 35, 259),
    "adverse-14": (6, 529, 3, 1260), "adverse-32": (56, 70, 48, 80),
    "adverse-48": (5, 197, 40, 90), "adverse-35": (10, 75, 12, 225),
    "large": (52100, 482110, 90040, 731200),
}


def csm(a, n1, b, n2):
    """Barnard's p-value: the region grows by the pair of mirrored tables that raises its top least."""
    angles = np.linspace(0, math.pi / 4, 4001)
    first = st.binom.pmf(np.arange(n1 + 1)[None, :], n1, (np.sin(angles) ** 2)[:, None])
    second = st.binom.pmf(np.arange(n2 + 1)[None, :], n2, (np.sin(angles) ** 2)[:, None])
    inside = np.zeros((n1 + 1, n2 + 1), dtype=bool)

    def pair(x, y):
        both = {(x, y), (n1 - x, n2 - y)}
        return sum(first[:, u] * second[:, v] for u, v in both)

    def take(x, y):
        inside[x, y] = inside[n1 - x, n2 - y] = True

    take(0, n2)
    size = pair(0, n2)
    while not inside[a, b]:
        candidates = []
        for x in range(n1 + 1):
            outside = [y for y in range(n2 + 1) if not inside[x, y]]
            if outside:
                y = max(outside)
                if (x == 0 or inside[x - 1, y]) and (y == n2 or inside[x, y + 1]):
                    candidates.append(((x, y), (size + pair(x, y)).max()))
        lowest = min(top for _, top in candidates)
        for cell, top in candidates:
            if top <= lowest * (1 + 1e-9) and not inside[cell]:
                size = size + pair(*cell)
                take(*cell)
    peak = int(size.argmax())
    low, high = angles[max(0, peak - 1)], angles[min(len(angles) - 1, peak + 1)]

    def exact(angle):
        p = math.sin(angle) ** 2
        return float(st.binom.pmf(np.arange(n1 + 1), n1, p) @ inside
                     @ st.binom.pmf(np.arange(n2 + 1), n2, p))

    found = minimize_scalar(
        lambda angle: -exact(angle), method="bounded", bounds=(low, high),
        options={"xatol": 1e-12})
    return max(size.max(), -found.fun)


def blaker_mid_p(a, n1, b, n2):
    m = a + b
    weights = {k: math.comb(n1, k) * math.comb(n2, m - k)
               for k in range(max(0, m - n2), min(m, n1) + 1)}
    whole = sum(weights.values())
    smaller = {k: min(sum(w for j, w in weights.items() if j <= k),
                      sum(w for j, w in weights.items() if j >= k)) for k in weights}
    rare = sum(w for k, w in weights.items() if smaller[k] <= smaller[a])
    half = Fraction(weights[a], 2) if len(weights) > 1 else 0
    value = (rare - half) / whole
    return mp.mpf(Fraction(value).numerator) / Fraction(value).denominator


def wilson(x, n):
    x, n, z2 = mp.mpf(x), mp.mpf(n), CRITICAL**2
    reach = CRITICAL * mp.sqrt(x * (n - x) / n + z2 / 4)
    return (x + z2 / 2 - reach) / (n + z2), (x + z2 / 2 + reach) / (n + z2)


def mover(a, n1, b, n2):
    p1, p2 = mp.mpf(a) / n1, mp.mpf(b) / n2
    (l1, u1), (l2, u2) = wilson(a, n1), wilson(b, n2)
    d = p1 * p2
    lower = mp.mpf(0) if a == 0 else (
        (d - mp.sqrt(d * d - l1 * u2 * (2 * p1 - l1) * (2 * p2 - u2))) / (u2 * (2 * p2 - u2)))
    upper = mp.inf if b == 0 else (
        (d + mp.sqrt(d * d - u1 * l2 * (2 * p1 - u1) * (2 * p2 - l2))) / (l2 * (2 * p2 - l2)))
    return {"value": mp.inf if b == 0 else p1 / p2, "lower": lower, "upper": upper}


def score_odds_ratio(a, n1, b, n2):
    def score(logarithm):
        psi = mp.e**logarithm
        m = mp.mpf(a + b)
        if abs(psi - 1) < mp.mpf(10) ** -25:
            p2 = m / (n1 + n2)
        else:
            # n2 (psi - 1) p^2 + (n1 psi + n2 - m (psi - 1)) p - m = 0
            two, one = n2 * (psi - 1), n1 * psi + n2 - m * (psi - 1)
            p2 = (-one + mp.sqrt(one * one + 4 * two * m)) / (2 * two)
        p1 = psi * p2 / (1 - p2 + psi * p2)
        information = 1 / (1 / (n1 * p1 * (1 - p1)) + 1 / (n2 * p2 * (1 - p2)))
        return n1 * (mp.mpf(a) / n1 - p1) / mp.sqrt(information)

    def root(target):
        low, high = -mp.mpf(40), mp.mpf(40)
        for _ in range(170):
            middle = (low + high) / 2
            if score(middle) > target:
                low = middle
            else:
                high = middle
        return mp.e ** ((low + high) / 2)

    top, bottom = a * (n2 - b), (n1 - a) * b
    return {"value": mp.inf if bottom == 0 else mp.mpf(top) / bottom,
            "lower": mp.mpf(0) if top == 0 else root(CRITICAL),
            "upper": mp.inf if bottom == 0 else root(-CRITICAL)}


def kept_odds_ratios(rule, a, n1, b, n2):
    """The smallest and largest odds ratio with a p-value of at least 0.05, and the pieces between."""
    m = a + b
    counts = np.arange(max(0, m - n2), min(m, n1) + 1)
    logs = np.array([math.log(math.comb(n1, k)) + math.log(math.comb(n2, m - k)) for k in counts])
    seen = a - counts[0]

    def p_value(logarithm):
        tilted = logs + counts * logarithm
        masses = np.exp(tilted - tilted.max())
        masses /= masses.sum()
        if rule == "minlike":
            return masses[masses <= masses[seen] * (1 + 1e-7)].sum()
        smaller = np.minimum(np.cumsum(masses), np.cumsum(masses[::-1])[::-1])
        return masses[smaller <= smaller[seen] * (1 + 1e-7)].sum()

    grid = np.linspace(-12, 12, 48001)
    keep = np.array([p_value(t) >= 0.05 for t in grid])
    edges = np.flatnonzero(keep[1:] != keep[:-1])

    def edge(index):
        low, high = grid[index], grid[index + 1]
        for _ in range(80):
            middle = (low + high) / 2
            if (p_value(middle) >= 0.05) == keep[index]:
                low = middle
            else:
                high = middle
        return math.exp((low + high) / 2)

    return {"lower": 0.0 if keep[0] else edge(edges[0]),
            "upper": math.inf if keep[-1] else edge(edges[-1]),
            "pieces": float(np.sum(keep[1:] & ~keep[:-1]) + keep[0])}


for case, table in {**small, "fay-2010": (7, 262, 30, 494), "exact2x2": (6, 18, 12, 17),
                    "adverse-2": wide["adverse-2"], "adverse-5": wide["adverse-5"],
                    "adverse-32": wide["adverse-32"], "adverse-48": wide["adverse-48"]}.items():
    if case != "one-each":
        for rule in ("minlike", "blaker"):
            values = kept_odds_ratios(rule, *table)
            put("ExactOddsRatio", case, table, **{rule + "-" + k: v for k, v in values.items()})
for case, table in small.items():
    put("BarnardCSMTest", case, table, pValue=csm(*table))
for case, table in {**small, **wide}.items():
    a, n1, b, n2 = table
    p1, p2 = mp.mpf(a) / n1, mp.mpf(b) / n2
    if n1 + n2 < 5000:
        put("BlakerExactTest", case, table, midP=blaker_mid_p(*table))
    variance = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    if variance > 0:
        z = (p1 - p2) / mp.sqrt(variance)
        put("UnpooledZTest", case, table, statistic=z, pValue=mp.erfc(abs(z) / mp.sqrt(2)))
    m, n = a + b, n1 + n2
    exact = st.hypergeom(n, n1, m)
    z = (a - mp.mpf(m) * n1 / n) / mp.sqrt(mp.mpf(n1) * n2 * m * (n - m) / (mp.mpf(n) ** 2 * (n - 1)))
    assert abs(z - (a - exact.mean()) / exact.std()) < 1e-9
    put("HypergeometricZTest", case, table, statistic=z, pValue=mp.erfc(abs(z) / mp.sqrt(2)))
    put("MoverRatio", case, table, **mover(*table))
    put("ScoreOddsRatio", case, table, **score_odds_ratio(*table))
    if 0 < a < n1 and 0 < b < n2:
        two = sm.stats.Table2x2(np.array([[a, n1 - a], [b, n2 - b]]), shift_zeros=False)
        low, high = two.oddsratio_confint(0.05)
        put("LogitOddsRatio", case, table, value=two.oddsratio, lower=low, upper=high)

for x, n in [(0, 1), (0, 12), (1, 12), (5, 12), (12, 12), (9, 40), (20, 40), (505, 572),
             (3, 1000), (2440, 2793), (5825, 7988), (50000, 100000)]:
    for level in (0.9, 0.95, 0.99):
        tail = (1 - level) / 2
        low = 0.0 if x == 0 else st.beta.ppf(tail, x + 0.5, n - x + 0.5)
        high = 1.0 if x == n else st.beta.isf(tail, x + 0.5, n - x + 0.5)
        if 0 < x < n:
            other = proportion_confint(x, n, alpha=1 - level, method="jeffreys")
            assert max(abs(other[0] - low), abs(other[1] - high)) < 1e-12
        put_text("JeffreysInterval", f"{x}-of-{n}", f"successes={x};total={n};level={level}",
                 {"lower": low, "upper": high})

with open("variants.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
