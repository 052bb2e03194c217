"""Reference values for pooled against stratified ratios and for equal odds ratios with empty margins.

Written with Python 3.11.7, mpmath 1.3.0 and statsmodels 0.15.0. The standard error of the difference
of the log ratios is made of numerical derivatives at 60 digits by every count; nothing of the
formula used in the engine is used here.
Run in this folder: python3 generate.py
"""

import csv
import math

import mpmath as mp
import numpy as np
from statsmodels.stats.contingency_tables import StratifiedTable

mp.mp.dps = 60
rows = []


def put(method, case, arguments, **values):
    text = ";".join(f"{name}={value}" for name, value in arguments.items())
    for quantity, value in values.items():
        number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
        rows.append([method, case, text, quantity, number])


def words(numbers):
    return " ".join(str(n) for n in numbers)


def named(tables):
    return {
        "focalSelected": words(t[0] for t in tables), "focalRejected": words(t[1] for t in tables),
        "referenceSelected": words(t[2] for t in tables),
        "referenceRejected": words(t[3] for t in tables)}


# Per stratum: focal selected, focal rejected, reference selected, reference rejected.
rabbits = [(0, 6, 0, 5), (3, 3, 0, 6), (6, 0, 2, 4), (5, 1, 6, 0), (2, 0, 5, 0)]
cases = {
    "adverse-36": [(89, 19, 512, 313), (17, 8, 353, 207), (202, 391, 120, 205),
                   (131, 244, 138, 279), (94, 299, 53, 138), (24, 317, 22, 351)],
    "adverse-38": rabbits,
    "reversal": [(270, 30, 800, 200), (400, 600, 80, 220)],
    # Strata with one group, with nobody selected and with nobody at all.
    "degenerate": [(5, 9, 11, 7), (0, 0, 4, 6), (3, 8, 6, 9), (7, 2, 0, 0), (0, 4, 0, 9),
                   (0, 0, 0, 0)],
    "requisitions": [(1, 4, 2, 3), (0, 6, 1, 9), (2, 2, 3, 1), (1, 9, 0, 3), (0, 3, 4, 8),
                     (3, 1, 2, 5), (0, 1, 1, 0)],
    "large": [(2105, 9121, 4004, 12770), (811, 3030, 1902, 6611), (37, 410, 95, 880)],
}


def logs(selected, totals):
    """The pooled and the Mantel-Haenszel log ratio; focal counts first, then reference counts."""
    k = len(selected) // 2
    a, c, n, m = selected[:k], selected[k:], totals[:k], totals[k:]
    pooled = mp.log((mp.fsum(a) / sum(n)) / (mp.fsum(c) / sum(m)))
    both = [i for i in range(k) if n[i] + m[i]]
    up = mp.fsum(a[i] * m[i] / mp.mpf(n[i] + m[i]) for i in both)
    down = mp.fsum(c[i] * n[i] / mp.mpf(n[i] + m[i]) for i in both)
    return pooled, mp.log(up / down)


for case, tables in cases.items():
    selected = [mp.mpf(t[0]) for t in tables] + [mp.mpf(t[2]) for t in tables]
    totals = [t[0] + t[1] for t in tables] + [t[2] + t[3] for t in tables]
    pooled, stratified = logs(selected, totals)
    slopes = []
    for i, (x, n) in enumerate(zip(selected, totals)):
        def along(value):
            there = logs(selected[:i] + [value] + selected[i + 1:], totals)
            return there[0] - there[1]
        slopes.append(mp.diff(along, x, h=mp.mpf(10) ** -25) if n else mp.mpf(0))
    put("SimpsonStatus", case, named(tables) | {"rates": "observed"}, pooled=mp.exp(pooled),
        stratified=mp.exp(stratified), difference=pooled - stratified)
    for rates, added in (("observed", mp.mpf(0)), ("half_added", mp.mpf("0.5"))):
        shares = [(x + added) / (n + 2 * added) if n else mp.mpf(0)
                  for x, n in zip(selected, totals)]
        error = mp.sqrt(mp.fsum(g ** 2 * n * p * (1 - p)
                                for g, p, n in zip(slopes, shares, totals)))
        z = (pooled - stratified) / error
        half = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95")) * error
        put("SimpsonStatus", case, named(tables) | {"rates": rates}, standardError=error,
            lower=pooled - stratified - half, upper=pooled - stratified + half, statistic=z,
            pValue=mp.erfc(abs(z) / mp.sqrt(2)))

# Breslow-Day for the rabbits: statsmodels has no number with the two strata of one outcome, and the
# right one without them; the fitted counts by the quadratic formula give the same.


def breslow_day(tables, adjust):
    cells = np.array([[[a, b], [c, d]] for a, b, c, d in tables], dtype=float).T.swapaxes(0, 1)
    with np.errstate(all="ignore"):
        test = StratifiedTable(cells).test_equal_odds(adjust=adjust)
    return test.statistic, test.pvalue


used = rabbits[1:4]
psi = sum(a * d / (a + b + c + d) for a, b, c, d in used) / sum(
    b * c / (a + b + c + d) for a, b, c, d in used)
total = excess = spread = 0.0
for a, b, c, d in used:
    n, m, s = a + b, c + d, a + c
    q, linear = 1 - psi, m - s + psi * (n + s)
    fitted = (-linear + math.sqrt(linear * linear + 4 * q * psi * n * s)) / (2 * q)
    v = 1 / (1 / fitted + 1 / (n - fitted) + 1 / (s - fitted) + 1 / (m - s + fitted))
    total += (a - fitted) ** 2 / v
    excess += a - fitted
    spread += v
for adjust, name, own in ((False, "none", total),
                          (True, "tarone", total - excess * excess / spread)):
    assert math.isnan(breslow_day(rabbits, adjust)[0])
    statistic, p = breslow_day(used, adjust)
    assert abs(statistic - own) < 1e-12
    put("BreslowDayTest", "adverse-38 statsmodels", named(rabbits) | {"correction": name},
        statistic=statistic, pValue=p)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
