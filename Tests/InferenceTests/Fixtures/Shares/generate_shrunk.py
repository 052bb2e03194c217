"""Reference values for shrunk shares.

Written with Python 3.11, mpmath 1.3.0, SciPy 1.17.1 and statsmodels 0.15.0. Main effects are a binomial
GLM of statsmodels; the precision maximizes a sum of log beta functions at 50 digits over its logarithm,
found by scanning and golden sections; intervals are SciPy's beta quantiles. Averaged: sums over 20,000
midpoints of a power of the correlation, weighted by the likelihood. Run in this folder:
python3 generate_shrunk.py
"""

import csv

import mpmath as mp
import numpy as np
import statsmodels.api as sm
from scipy import optimize, special, stats

mp.mp.dps = 50
rows = []
cases = {
    # successes and people by two attributes, row by row
    "grid": ([[40, 12, 3], [22, 30, 2]], [[200, 90, 10], [180, 150, 25]]),
    "varied": ([[4, 9], [25, 60], [3, 1]], [[60, 30], [70, 300], [4, 45]]),
    "empty-cell": ([[5, 0, 9], [8, 7, 20]], [[40, 0, 33], [90, 20, 61]]),
    "large": ([[90, 150], [260, 70]], [[400, 900], [950, 520]]),
}


def log_likelihood(precision, x, n, mean):
    total = mp.mpf(0)
    for a, b, m in zip(x, n, mean):
        if b:
            one, two = precision * m, precision * (1 - m)
            total += (mp.loggamma(a + one) + mp.loggamma(b - a + two) - mp.loggamma(b + precision)
                      - mp.loggamma(one) - mp.loggamma(two) + mp.loggamma(precision))
    return total


def averaged(x, n, mean):
    # rho = u^4 is dense near 0; d rho = 4 u^3 du.
    u = (np.arange(20000) + 0.5) / 20000
    theta = u**4 / (1 - u**4)
    x, n, mean = (np.array(v, dtype=float)[:, None] for v in (x, n, mean))
    log_weight = 3 * np.log(u)
    for a, b, m in zip(x[:, 0], n[:, 0], mean[:, 0]):
        for start, count in ((m, a), (1 - m, b - a)):
            # Blocks of one cell, one row of j per person.
            for j in range(int(count)):
                log_weight += np.log(start + j * theta)
        for j in range(int(b)):
            log_weight -= np.log1p(j * theta)
    weight = np.exp(log_weight - log_weight.max())
    kept = weight > 1e-17
    weight, theta = weight[kept] / weight[kept].sum(), theta[kept]
    one, two = x + mean / theta, n - x + (1 - mean) / theta
    for k in range(len(x)):
        def tail(t, of=special.betainc):
            return np.sum(weight * of(one[k], two[k], t))
        yield (np.sum(weight * one[k] / (one[k] + two[k])),
               optimize.brentq(lambda t: tail(t) - 0.025, 1e-300, 1 - 1e-16, xtol=1e-18, rtol=1e-14),
               optimize.brentq(lambda t: tail(t) - 0.975, 1e-300, 1 - 1e-16, xtol=1e-18, rtol=1e-14))


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

        def put(quantity, value, position=None, spread="most_likely"):
            text = arguments + f";spread={spread}" + (
                f";position={position}" if position is not None else "")
            rows.append(["ShrunkShares", case, text, quantity, mp.nstr(mp.mpf(value), 17)])

        for position, row in enumerate(averaged(x, n, [float(m) for m in mean])):
            for quantity, value in zip(("value", "lower", "upper"), row):
                put(quantity, value, position, "averaged")
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
