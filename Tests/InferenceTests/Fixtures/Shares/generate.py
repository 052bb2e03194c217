"""Reference values for intervals of shares.

Written with Python 3.11, mpmath 1.3.0, SciPy 1.17.1 and statsmodels 0.15.0. Mid-p limits are roots
at 40 digits; the corrected Wilson limits are Newcombe's closed form at 40 digits; the hypergeometric
limits are enumerated in fractions; Goodman's are those of statsmodels, and so are Sison and Glaz's but
for the case "large", where statsmodels stops at a distance of 0, far below the level: there they are the
formulas at 40 digits, which agree with statsmodels elsewhere.
Run in this folder: python3 generate.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp
from scipy import stats
from statsmodels.stats.proportion import multinomial_proportions_confint

mp.mp.dps = 40
rows = []


def put(method, case, arguments, **values):
    text = ";".join(f"{name}={value}" for name, value in arguments.items())
    for quantity, value in values.items():
        rows.append([method, case, text, quantity, mp.nstr(mp.mpf(value), 17)])


def mass(k, n, p):
    return mp.binomial(n, k) * p**k * (1 - p)**(n - k)


def mid_p_lower(x, n, level):
    if x == 0:
        return mp.mpf(0)
    tail = (1 - level) / 2

    def gap(p):
        return mp.fsum(mass(k, n, p) for k in range(x + 1, n + 1)) + mass(x, n, p) / 2 - tail

    return mp.findroot(gap, (mp.mpf(10)**-30, mp.mpf(x) / n), solver="anderson", tol=1e-60,
                       maxsteps=500, verify=False)


def corrected_lower(x, n, level):
    if x == 0:
        return mp.mpf(0)
    z = mp.sqrt(2) * mp.erfinv(level)
    p, q = mp.mpf(x) / n, mp.mpf(n - x) / n
    return (2 * n * p + z**2 - 1 - z * mp.sqrt(z**2 - 2 - mp.mpf(1) / n + 4 * p * (n * q + 1))) / (
        2 * (n + z**2))


for case, x, n in [("R1", 81, 263), ("R3", 0, 20), ("R4", 1, 29), ("all", 7, 7), ("half", 5, 10),
                   ("one", 1, 1), ("near-all", 148, 150)]:
    for level in ["0.95", "0.9"]:
        arguments = dict(successes=x, total=n, level=level)
        number = mp.mpf(level)
        put("MidPInterval", case, arguments, lower=mid_p_lower(x, n, number),
            upper=1 - mid_p_lower(n - x, n, number))
        put("WilsonCorrected", case, arguments, lower=corrected_lower(x, n, number),
            upper=1 - corrected_lower(n - x, n, number))

for x, n, population in [(3, 10, 12), (0, 10, 40), (10, 10, 40), (7, 20, 60), (1, 2, 3),
                         (30, 90, 100), (12, 80, 400), (40, 50, 1000)]:
    for level in ["19/20", "9/10"]:
        tail = (1 - Fraction(level)) / 2

        def ways(k, marked):
            return math.comb(marked, k) * math.comb(population - marked, n - k)

        kept = []
        whole = math.comb(population, n)
        for marked in range(population + 1):
            above = Fraction(sum(ways(k, marked) for k in range(x, n + 1)), whole)
            below = Fraction(sum(ways(k, marked) for k in range(x + 1)), whole)
            if above > tail and below > tail:
                kept.append(marked)
        assert kept == list(range(kept[0], kept[-1] + 1))
        put("FinitePopulationShare", "enumerated",
            dict(successes=x, answered=n, population=population, level=float(Fraction(level))),
            lower=mp.mpf(kept[0]) / population, upper=mp.mpf(kept[-1]) / population)

def sison_glaz(counts, level):
    total = sum(counts)
    whole = mp.exp(total * mp.log(total) - total - mp.loggamma(total + 1))

    def probability(c):
        product, mean, variance, third, fourth = [mp.mpf(1)] + [mp.mpf(0)] * 4
        for seen in counts:
            weights = {}
            for k in range(max(0, seen - c), min(total, seen + c) + 1):
                weights[k] = mp.exp((k * mp.log(seen) if k else 0) - seen - mp.loggamma(k + 1)) \
                    if seen else mp.mpf(k == 0)
            mass_within = mp.fsum(weights.values())
            centre = mp.fsum(k * w for k, w in weights.items()) / mass_within
            second, cube, power = [
                mp.fsum((k - centre)**r * w for k, w in weights.items()) / mass_within
                for r in (2, 3, 4)]
            product *= mass_within
            mean, variance, third = mean + centre, variance + second, third + cube
            fourth += power - 3 * second**2
        x = (total - mean) / mp.sqrt(variance)
        skew, excess = third / variance**mp.mpf(1.5), fourth / variance**2
        expansion = 1 + skew / 6 * (x**3 - 3 * x) + excess / 24 * (x**4 - 6 * x**2 + 3) \
            + skew**2 / 72 * (x**6 - 15 * x**4 + 45 * x**2 - 15)
        return product / whole * mp.npdf(x) * expansion / mp.sqrt(variance)

    below, above = 0, 1
    while probability(above) < level:
        below, above = above, 2 * above
    while above - below > 1:
        middle = (above + below) // 2
        below, above = (middle, above) if probability(middle) < level else (below, middle)
    low = probability(below) if below else 0
    widening = 2 * (level - low) / (probability(above) - low)
    return [(max(0, mp.mpf(seen - below) / total), min(1, (seen + below + widening) / total))
            for seen in counts]


for case, counts in [("R6", [91, 49, 37, 43]), ("zero", [12, 0, 30]), ("many", [5] * 20),
                     ("two", [150, 50]), ("large", [50000, 300, 120000, 7])]:
    for level in [0.95, 0.9]:
        for name, method in [("GoodmanIntervals", "goodman"), ("SisonGlazIntervals", "sison-glaz")]:
            limits = multinomial_proportions_confint(counts, 1 - level, method)
            if name == "SisonGlazIntervals":
                formulas = sison_glaz(counts, level)
                if case == "large":
                    limits = formulas
                else:
                    assert all(abs(one - other) < 1e-9 for pair, twin in zip(limits, formulas)
                               for one, other in zip(pair, twin)), (case, limits, formulas)
            for position, (lower, upper) in enumerate(limits):
                put(name, case, dict(counts=" ".join(map(str, counts)), level=level,
                                     position=position), lower=lower, upper=upper)

for case, share, error, n, df in [("clusters", 0.0973, 0.0263, 148, 12), ("small", 0.02, 0.01, 400, 30),
                                  ("high", 0.9, 0.04, 60, 59)]:
    t_design = stats.t.ppf(0.975, df)
    people = share * (1 - share) / error**2 * (stats.t.ppf(0.975, n - 1) / t_design)**2
    arguments = dict(share=share, standardError=error, answered=n, degreesOfFreedom=df, level=0.95)
    put("KornGraubardInterval", case, arguments,
        lower=stats.beta.ppf(0.025, people * share, people * (1 - share) + 1),
        upper=stats.beta.ppf(0.975, people * share + 1, people * (1 - share)))
    centre, reach = math.log(share / (1 - share)), t_design * error / (share * (1 - share))
    put("DesignLogitInterval", case, arguments, lower=stats.logistic.cdf(centre - reach),
        upper=stats.logistic.cdf(centre + reach))

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
