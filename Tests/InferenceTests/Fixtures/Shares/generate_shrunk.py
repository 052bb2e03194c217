"""Reference values for shrunk shares.

Written with Python 3.11, mpmath 1.3.0, SciPy 1.17.1 and statsmodels 0.15.0. Main effects are a binomial
GLM of statsmodels; the precision maximizes a sum of log beta functions at 50 digits over its logarithm,
found by scanning and golden sections; intervals are SciPy's beta quantiles. Run in this folder:
python3 generate_shrunk.py
"""

import csv

import mpmath as mp
import numpy as np
import statsmodels.api as sm
from scipy import stats

mp.mp.dps = 50
rows = []
cases = {
    # successes and people by two attributes, row by row
    "grid": ([[40, 12, 3], [22, 30, 2]], [[200, 90, 10], [180, 150, 25]]),
    "varied": ([[4, 9], [25, 60], [3, 1]], [[60, 30], [70, 300], [4, 45]]),
    "empty-cell": ([[5, 0, 9], [8, 7, 20]], [[40, 0, 33], [90, 20, 61]]),
    "large": ([[900, 1500], [2600, 700]], [[4000, 9000], [9500, 5200]]),
}


def log_likelihood(precision, x, n, mean):
    total = mp.mpf(0)
    for a, b, m in zip(x, n, mean):
        if b:
            one, two = precision * m, precision * (1 - m)
            total += (mp.loggamma(a + one) + mp.loggamma(b - a + two) - mp.loggamma(b + precision)
                      - mp.loggamma(one) - mp.loggamma(two) + mp.loggamma(precision))
    return total


for case, (successes, people) in cases.items():
    x, n = sum(successes, []), sum(people, [])
    first = [i for i, row in enumerate(people) for _ in row]
    second = [j for row in people for j, _ in enumerate(row)]
    design = np.array([[1.0] + [float(i == k) for k in range(1, max(first) + 1)]
                       + [float(j == k) for k in range(1, max(second) + 1)]
                       for i, j in zip(first, second)])
    kept = np.array(n) > 0
    counts = np.column_stack([x, np.array(n) - np.array(x)])
    fit = sm.GLM(counts[kept], design[kept], family=sm.families.Binomial()).fit(tol=1e-14, maxiter=200)
    main = 1 / (1 + np.exp(-design @ fit.params))
    for centre, mean in [("pooled", [mp.mpf(sum(x)) / sum(n)] * len(x)),
                         ("main_effects", [mp.mpf(float(m)) for m in main])]:

        def f(log_precision):
            return log_likelihood(mp.exp(log_precision), x, n, mean)

        grid = [mp.mpf(k) / 4 for k in range(-12, 60)]
        values = [f(g) for g in grid]
        best = max(range(len(grid)), key=lambda k: values[k])
        arguments = (f"successes={' '.join(map(str, x))};people={' '.join(map(str, n))};"
                     f"columns={len(people[0])};centre={centre}")

        def put(quantity, value, position=None):
            text = arguments + (f";position={position}" if position is not None else "")
            rows.append(["ShrunkShares", case, text, quantity, mp.nstr(mp.mpf(value), 17)])

        if best == len(grid) - 1:
            put("precision", mp.inf)
            continue
        a, b = grid[best - 1], grid[best + 1]
        golden = (mp.sqrt(5) - 1) / 2
        while b - a > mp.mpf(10)**-20:
            c, d = b - golden * (b - a), a + golden * (b - a)
            a, b = (a, d) if f(c) > f(d) else (c, b)
        precision = mp.exp((a + b) / 2)
        put("precision", precision)
        for position, (k, m, share) in enumerate(zip(x, n, mean)):
            one, two = float(k + precision * share), float(m - k + precision * (1 - share))
            put("expected", share, position)
            put("value", one / (one + two), position)
            put("lower", stats.beta.ppf(0.025, one, two), position)
            put("upper", stats.beta.ppf(0.975, one, two), position)

with open("shrunk-python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
