"""Reference values for the tests of two groups.

Written with Python 3.11, mpmath 1.3.0, numpy and scipy 1.17.1.
Unconditional tests: tables are ordered in fractions, the size of the region is a matrix product on
a fine grid of common rates, even and arcsine-spaced together, and every high peak is refined.
Run in this folder: python3 generate.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp
import numpy as np
import scipy.stats as st
from scipy.optimize import minimize_scalar

mp.mp.dps = 40

rows = []


def put(method, case, table, **values):
    a, n1, b, n2 = table
    text = f"focalSelected={a};focalRejected={n1 - a};referenceSelected={b};referenceRejected={n2 - b}"
    for quantity, value in values.items():
        number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
        rows.append([method, case, text, quantity, number.replace("+inf", "inf")])


# Focal selected / total, reference selected / total.
small = {
    "adverse-23": (2, 10, 15, 25), "adverse-24": (3, 4, 1, 4), "adverse-25": (2, 12, 15, 18),
    "adverse-27": (7, 15, 12, 15), "adverse-29": (2, 7, 6, 13), "adverse-30": (10, 35, 24, 61),
    "adverse-10": (3, 8, 16, 25), "adverse-11-black": (6, 19, 25, 43),
    "adverse-11-hispanic": (3, 15, 25, 43), "adverse-18": (8, 17, 8, 13),
    "none-focal": (0, 12, 9, 40), "all-focal": (12, 12, 9, 40), "none-reference": (3, 10, 0, 25),
    "equal": (10, 40, 20, 80), "one-each": (1, 1, 0, 1), "focal-more": (9, 11, 3, 17),
    "same-sizes": (3, 20, 9, 20),
}
wide = {
    "adverse-12": (50, 64, 455, 508), "adverse-28": (74, 117, 31, 63),
    "adverse-2": (12, 40, 48, 80), "adverse-4": (26, 48, 206, 259), "adverse-5": (11, 48, 35, 259),
    "adverse-14": (6, 529, 3, 1260), "adverse-32": (56, 70, 48, 80),
    "adverse-33-a": (10, 10, 0, 20), "adverse-45": (28, 126, 23, 117),
    "adverse-48": (5, 197, 40, 90), "adverse-35": (10, 75, 12, 225),
}


def pooled_squared(x, n1, y, n2):
    """Z squared with the sign of Z, but for a shared factor."""
    d = x * n2 - y * n1
    m = x + y
    return Fraction(d * abs(d), max(1, m * (n1 + n2 - m)))


def fisher_tables(n1, n2):
    """Fisher's lower, upper and minimum-likelihood p of every table, as whole numbers."""
    lower, upper, rare = {}, {}, {}
    for m in range(n1 + n2 + 1):
        ks = range(max(0, m - n2), min(m, n1) + 1)
        weights = {k: math.comb(n1, k) * math.comb(n2, m - k) for k in ks}
        whole = sum(weights.values())
        for k in ks:
            lower[k, m - k] = Fraction(sum(w for j, w in weights.items() if j <= k), whole)
            upper[k, m - k] = Fraction(sum(w for j, w in weights.items() if j >= k), whole)
            rare[k, m - k] = Fraction(
                sum(w for w in weights.values() if w <= weights[k]), whole)
    return lower, upper, rare


def supremum(region, n1, n2, low=0.0, high=1.0):
    """The largest probability of a region (a matrix of 0 and 1) over the common rate."""

    def size(p):
        p = np.atleast_1d(p)
        focal = st.binom.pmf(np.arange(n1 + 1)[None, :], n1, p[:, None])
        reference = st.binom.pmf(np.arange(n2 + 1)[None, :], n2, p[:, None])
        return np.einsum("ij,ij->i", focal @ region, reference)

    even = np.linspace(0, 1, 4001)
    grid = np.unique(np.concatenate([
        even[(even > low) & (even < high)], [low, high],
        np.sin(np.linspace(math.asin(math.sqrt(low)), math.asin(math.sqrt(high)), 3001)) ** 2]))
    sizes = size(grid)
    best = (sizes.max(), grid[sizes.argmax()])
    for i in range(len(grid)):
        left, right = sizes[max(0, i - 1)], sizes[min(len(grid) - 1, i + 1)]
        if sizes[i] >= 0.9 * sizes.max() and sizes[i] >= left and sizes[i] >= right:
            found = minimize_scalar(
                lambda p: -size(p)[0], method="bounded",
                bounds=(grid[max(0, i - 1)], grid[min(len(grid) - 1, i + 1)]),
                options={"xatol": 1e-13})
            best = max(best, (-found.fun, found.x))
    return best


def matrix(n1, n2, inside):
    return np.array(
        [[1.0 if inside(x, y) else 0.0 for y in range(n2 + 1)] for x in range(n1 + 1)])


def clopper_pearson(m, n, gamma):
    low = 0.0 if m == 0 else st.beta.ppf(gamma / 2, m, n - m + 1)
    high = 1.0 if m == n else st.beta.isf(gamma / 2, m + 1, n - m)
    return low, high


def unconditional(method, case, table, regions):
    a, n1, b, n2 = table
    gamma = 1e-6
    limits = clopper_pearson(a + b, n1 + n2, gamma)
    for name, parts in regions.items():
        sides = len(parts)
        whole = min(supremum(part, n1, n2) for part in parts)
        bounded = min(supremum(part, n1, n2, *limits) for part in parts)
        put(method, case, table, **{
            name: min(1.0, sides * whole[0]),
            name + "BergerBoos": min(1.0, sides * (bounded[0] + gamma))})
        if method == "BarnardTest" and 1e-12 < sides * whole[0] < 0.99:
            put(method, case, table, **{name + "SizeAtRate": whole[1]})


for case, table in {**small, "adverse-12": wide["adverse-12"], "adverse-28": wide["adverse-28"]}.items():
    a, n1, b, n2 = table
    seen = pooled_squared(*table)
    z = {(x, y): pooled_squared(x, n1, y, n2) for x in range(n1 + 1) for y in range(n2 + 1)}
    unconditional("BarnardTest", case, table, {
        "absoluteZ": [matrix(n1, n2, lambda x, y: abs(z[x, y]) >= abs(seen))],
        "central": [matrix(n1, n2, lambda x, y: z[x, y] <= seen),
                    matrix(n1, n2, lambda x, y: z[x, y] >= seen)]})

for case, table in {**small, "adverse-28": wide["adverse-28"]}.items():
    a, n1, b, n2 = table
    lower, upper, rare = fisher_tables(n1, n2)
    unconditional("BoschlooTest", case, table, {
        "central": [matrix(n1, n2, lambda x, y: lower[x, y] <= lower[a, b]),
                    matrix(n1, n2, lambda x, y: upper[x, y] <= upper[a, b])],
        "minimumLikelihood": [matrix(n1, n2, lambda x, y: rare[x, y] <= rare[a, b])]})
    if 0 < a + b < n1 + n2:
        scipys = st.boschloo_exact([[a, b], [n1 - a, n2 - b]], alternative="two-sided", n=256)
        put("BoschlooTest", case, table, centralSciPy=scipys.pvalue)


with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
