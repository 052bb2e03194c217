"""Reference values for the methods about skills gaps.

Written with Python 3.11, mpmath 1.4.1 and scipy 1.17. Logarithms' standard errors are the delta method
with numerical derivatives over independent Poisson counts; Poisson limits and Wilson's are roots of
their tails and score equations; the weightings are written out. Run in this folder:
python3 generate.py
"""

import csv
import itertools
from fractions import Fraction

import mpmath as mp
from scipy.optimize import brentq
from scipy.stats import poisson, norm

mp.mp.dps = 40
Z = float(norm.isf(0.025))
rows = []


def put(method, case, arguments, **quantities):
    words = ";".join(f"{name}={value}" for name, value in arguments.items())
    for quantity, number in quantities.items():
        rows.append([method, case, words, quantity, repr(float(number))])


def log_error(value_of, counts):
    """The delta method with numerical derivatives; every count has its own as variance."""
    variance = mp.mpf(0)
    for index, count in enumerate(counts):
        if count == 0:
            continue
        step = mp.mpf(count) * mp.mpf(10) ** -15
        up, down = [mp.mpf(c) for c in counts], [mp.mpf(c) for c in counts]
        up[index] += step
        down[index] -= step
        slope = (mp.log(value_of(*up)) - mp.log(value_of(*down))) / (2 * step)
        variance += slope**2 * count
    return mp.sqrt(variance)


def poisson_limits(count):
    upper = brentq(lambda m: poisson.cdf(count, m) - 0.025, count, 10 * count + 20, xtol=1e-13, rtol=1e-15)
    lower = 0.0 if count == 0 else brentq(
        lambda m: poisson.sf(count - 1, m) - 0.025, 1e-12, count, xtol=1e-13, rtol=1e-15)
    return lower, upper


def wilson(x, n):
    def score(p):
        return (x / n - p) ** 2 - Z**2 * p * (1 - p) / n
    share = x / n
    lower = 0.0 if x == 0 else brentq(score, 1e-15, min(share, 1 - 1e-9), xtol=1e-15, rtol=1e-15)
    upper = 1.0 if x == n else brentq(score, max(share, 1e-9), 1 - 1e-15, xtol=1e-15, rtol=1e-15)
    return lower, upper


def length(a, b):
    return (a * a + b * b) ** 0.5


DEMAND = {
    "openings": lambda e, a, o, u: o,
    "openings_and_unmet_need": lambda e, a, o, u: o + u,
    "employment_and_openings": lambda e, a, o, u: e + o,
}
SUPPLY = {
    "available": lambda e, a, o, u: a,
    "employed_and_available": lambda e, a, o, u: e + a,
}
for case, counts in [("cyber", (1178, 90, 571, 40)), ("small", (30, 4, 9, 2)), ("large", (42000, 1300, 900, 0))]:
    e, a, o, u = counts
    for (dn, d), (sn, s) in itertools.product(DEMAND.items(), SUPPLY.items()):
        arguments = dict(employed=e, available=a, openings=o, unmetNeed=u, demand=dn, supply=sn)
        ratio = mp.mpf(d(*counts)) / s(*counts)
        error = log_error(lambda *c: d(*c) / s(*c), counts)
        reach = mp.exp(mp.mpf(Z) * error)
        put("SkillsGapRatio", case, arguments, value=ratio, logError=error, lower=ratio / reach, upper=ratio * reach)
        put("SupplyCoverage", case, arguments, value=100 / ratio, logError=error, lower=100 / ratio / reach,
            upper=100 / ratio * reach)
        shared = e if dn == "employment_and_openings" and sn == "employed_and_available" else 0
        x, y = d(*counts) - shared, s(*counts) - shared
        (xl, xu), (yl, yu) = poisson_limits(x), poisson_limits(y)
        put("SkillsGapInPeople", case, arguments, value=x - y, standardError=(x + y) ** 0.5,
            lower=x - y - length(x - xl, yu - y), upper=x - y + length(xu - x, y - yl))
    error = log_error(lambda e, o: e / o, (e, o))
    put("WorkersPerOpening", case, dict(employed=e, available=a, openings=o, unmetNeed=u), value=e / o,
        logError=error)

for filled, withdrawn, still in [(45, 30, 25), (0, 9, 3), (12, 0, 0), (210, 60, 31)]:
    arguments = dict(filled=filled, withdrawn=withdrawn, open=still)
    for base, n in [("opened", filled + withdrawn + still), ("closed", filled + withdrawn)]:
        lower, upper = wilson(filled, n)
        put("FillRate", "", {**arguments, "base": base}, value=filled / n, lower=lower, upper=upper)

for suitable, vacancies in [(0, 12), (7, 12), (512, 145), (40000, 9000)]:
    lower, upper = poisson_limits(suitable)
    put("SuitableApplicantsPerVacancy", "", dict(suitable=suitable, vacancies=vacancies),
        value=suitable / vacancies, lower=lower / vacancies, upper=upper / vacancies)

for case, (x, n, y, m) in [("usual", (60, 400, 120, 500)), ("none", (0, 30, 9, 40)), ("ahead", (30, 60, 40, 100)),
                           ("same", (10, 50, 20, 100))]:
    (pl, pu), (ql, qu) = wilson(x, n), wilson(y, m)
    p, q = x / n, y / m
    low, high = p - q - length(p - pl, qu - q), p - q + length(pu - p, q - ql)
    put("AdditionalAtReferenceRate", case,
        dict(focalSelected=x, focalRejected=n - x, referenceSelected=y, referenceRejected=m - y),
        value=Fraction(n * y, m) - x, lower=-n * high, upper=-n * low)

for x, e, y, f in [(58, 412.5, 340, 2900.0), (0, 30.0, 12, 500.0), (9, 100.0, 0, 80.0), (30, 1500.0, 60, 1500.0)]:
    (xl, xu), (yl, yu) = poisson_limits(x), poisson_limits(y)
    t = e / f
    put("AvoidedAtReferenceRate", "", dict(focalEvents=x, focalExposure=e, referenceEvents=y, referenceExposure=f),
        value=x - t * y, lower=x - t * y - length(x - xl, t * (yu - y)), upper=x - t * y + length(xu - x, t * (y - yl)))

# Three indicators of four occupations: every set of weights in steps of 1/6, in whole numbers.
VALUES = [[90, 60, 45, 40], [55, 70, 30, 35], [3, 1, 2, 2]]
STEPS = 6
scaled = [[Fraction(v - min(r), max(r) - min(r)) for v in r] for r in VALUES]
sets = [w for w in itertools.product(range(STEPS + 1), repeat=3) if sum(w) == STEPS]
ranks = []
for w in sets:
    scores = [sum(w[k] * scaled[k][i] for k in range(3)) for i in range(4)]
    ranks.append([1 + sum(other > own for other in scores) for own in scores])
for i in range(4):
    put("CompositeRanking", "grid", dict(occupation=i, steps=STEPS, top=2),
        score=sum(scaled[k][i] for k in range(3)) / 3, shareFirst=Fraction(sum(r[i] == 1 for r in ranks), len(sets)),
        shareInTop=Fraction(sum(r[i] <= 2 for r in ranks), len(sets)), highestRank=min(r[i] for r in ranks),
        lowestRank=max(r[i] for r in ranks))

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
