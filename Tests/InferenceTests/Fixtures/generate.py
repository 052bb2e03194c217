"""Reference values for the tests of NumericalKernel and Inference.

Written with Python 3.11.7, mpmath 1.3.0, scipy 1.17.1 and statsmodels 0.15.0.
Exact tests are enumerated in integers; limits are roots at 40 digits.
Run in this folder: python3 generate.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp
import scipy.stats as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

mp.mp.dps = 40

rows = []


def put(method, case, arguments, **values):
    text = ";".join(f"{name}={value!r}" for name, value in arguments.items())
    for quantity, value in values.items():
        number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
        rows.append([method, case, text, quantity, number.replace("+inf", "inf")])


def fraction(value):
    return mp.mpf(value.numerator) / mp.mpf(value.denominator)


# Two-by-two tables: focal selected / total, reference selected / total.
tables = {
    "adverse-2": (12, 40, 48, 80), "adverse-4": (26, 48, 206, 259),
    "adverse-5": (11, 48, 35, 259), "adverse-10": (3, 8, 16, 25),
    "adverse-11-black": (6, 19, 25, 43), "adverse-11-hispanic": (3, 15, 25, 43),
    "adverse-12": (50, 64, 455, 508), "adverse-13": (55, 4222, 30, 10835),
    "adverse-14": (6, 529, 3, 1260), "adverse-17": (71, 906, 17, 581),
    "adverse-18": (8, 17, 8, 13), "adverse-23": (2, 10, 15, 25), "adverse-24": (3, 4, 1, 4),
    "adverse-25": (2, 12, 15, 18), "adverse-27": (7, 15, 12, 15),
    "adverse-28": (74, 117, 31, 63), "adverse-29": (2, 7, 6, 13), "adverse-30": (10, 35, 24, 61),
    "adverse-32": (56, 70, 48, 80), "adverse-33-a": (10, 10, 0, 20),
    "adverse-36-A": (89, 108, 512, 825), "adverse-36": (557, 1835, 1198, 2691),
    "adverse-45": (28, 126, 23, 117),
    "adverse-46-a": (94, 142, 3577, 20565), "adverse-46-b": (22, 22, 0, 102),
    "adverse-46-c": (50, 51, 257, 632), "adverse-46-d": (6, 114, 37, 6865),
    "adverse-48": (5, 197, 40, 90), "none-focal": (0, 12, 9, 40), "all-focal": (12, 12, 9, 40),
    "none-reference": (3, 10, 0, 25), "all-both": (7, 7, 9, 9), "one-each": (1, 1, 0, 1),
    "equal": (10, 40, 20, 80), "large": (5210, 48211, 9004, 73120),
}


def arguments_of(table):
    a, n1, b, n2 = table
    return {
        "focalSelected": a, "focalRejected": n1 - a, "referenceSelected": b,
        "referenceRejected": n2 - b,
    }


def fisher(table):
    """All tables with these margins, weighed in integers."""
    a, n1, b, n2 = table
    m = a + b
    low, high = max(0, m - n2), min(m, n1)
    weight = math.comb(n1, low) * math.comb(n2, m - low)
    weights = {}
    for k in range(low, high + 1):
        weights[k] = weight
        if k < high:
            weight = weight * (n1 - k) * (m - k) // ((k + 1) * (n2 - m + k + 1))
    whole = sum(weights.values())
    seen = weights[a]
    # R's rule: as likely within one part in ten million counts as equal.
    rare = sum(w for w in weights.values() if w * 10**7 <= seen * (10**7 + 1))
    lower = sum(w for k, w in weights.items() if k <= a)
    upper = sum(w for k, w in weights.items() if k >= a)
    smaller = min(lower, upper)
    if low == high:
        # One possible table tells nothing: every p-value is 1.
        return dict.fromkeys(
            ("minimumLikelihood", "central", "minimumLikelihoodMidP", "centralMidP"), mp.mpf(1))
    return {
        "minimumLikelihood": fraction(Fraction(rare, whole)),
        "central": fraction(min(Fraction(1), 2 * Fraction(smaller, whole))),
        "minimumLikelihoodMidP": fraction(Fraction(2 * rare - seen, 2 * whole)),
        "centralMidP": fraction(min(Fraction(1), Fraction(2 * smaller - seen, whole))),
    }


def koopman(table, level=mp.mpf("0.95")):
    """Pearson's chi-squared of both groups at the constrained rates, solved by bisection."""
    x, m, y, n = (mp.mpf(v) for v in table)
    critical = mp.erfinv(level) ** 2 * 2

    def part(seen, total, p):
        expected = total * p
        if seen == expected:
            return mp.mpf(0)
        variance = expected * (1 - p)
        return (seen - expected) ** 2 / variance if variance > 0 else mp.inf

    def excess(logarithm):
        theta = mp.e**logarithm
        half = theta * (m + y) + x + n
        root = mp.sqrt(max(0, half**2 - 4 * theta * (m + n) * (x + y)))
        p = 2 * theta * (x + y) / (half + root)
        if x == m and theta * (m + y) >= m + n:
            p = mp.mpf(1)
        q = 1 / theta if p == 1 else p / theta
        if y == n and theta * (m + n) <= x + n:
            p, q = theta, mp.mpf(1)
        return part(x, m, p) + part(y, n, q) - critical

    def root(sign, start):
        step = mp.mpf("0.01")
        inside = start
        while excess(inside + sign * step) < 0:
            inside += sign * step
            step *= 2
        outside = inside + sign * step
        for _ in range(140):
            middle = (inside + outside) / 2
            if excess(middle) < 0:
                inside = middle
            else:
                outside = middle
        return mp.e**inside

    if x == 0:
        start = mp.mpf(0)
        while excess(start) >= 0:
            start -= 1
        return {"value": mp.mpf(0), "lower": mp.mpf(0), "upper": root(1, start)}
    if y == 0:
        start = mp.mpf(0)
        while excess(start) >= 0:
            start += 1
        return {"value": mp.inf, "lower": root(-1, start), "upper": mp.inf}
    ratio = (x / m) / (y / n)
    start = mp.log(ratio)
    return {"value": ratio, "lower": root(-1, start), "upper": root(1, start)}


for case, table in tables.items():
    a, n1, b, n2 = table
    named = arguments_of(table)
    put("FisherExactTest", case, named, **fisher(table))
    put("ImpactRatio", case, named, **koopman(table))
    if case in ("adverse-23", "adverse-32"):
        put("ImpactRatio", case, {**named, "level": 0.9}, **koopman(table, mp.mpf("0.9")))
    lower, upper = confint_proportions_2indep(a, n1, b, n2, method="newcomb")
    put("RiskDifference", case, named, lower=lower, upper=upper)
    if 0 < a + b < n1 + n2:
        pooled = mp.mpf(a + b) / (n1 + n2)
        z = (mp.mpf(a) / n1 - mp.mpf(b) / n2) / mp.sqrt(
            pooled * (1 - pooled) * (mp.mpf(1) / n1 + mp.mpf(1) / n2))
        put("PooledZTest", case, named, statistic=z, pValue=mp.erfc(abs(z) / mp.sqrt(2)))


# Shares.
def binomial_tail(start, n, p, step):
    """The sum of binomial probabilities from `start` in one direction, at 40 digits."""
    q = 1 - p
    term = mp.binomial(n, start) * p**start * q ** (n - start)
    total = term
    k = start
    while (k < n) if step > 0 else (k > 0):
        term *= (mp.mpf(n - k) / (k + 1) * p / q) if step > 0 else (mp.mpf(k) / (n - k + 1) * q / p)
        k += step
        total += term
        if term < total * mp.mpf(10) ** -38:
            break
    return total


def clopper_pearson(x, n, level):
    tail = (1 - mp.mpf(str(level))) / 2

    def solve(function, guess):
        logit = mp.log(guess / (1 - guess))
        to_p = lambda t: 1 / (1 + mp.e**-t)
        return to_p(mp.findroot(lambda t: mp.log(function(to_p(t)) / tail), (logit, logit + 1e-6)))

    lower = mp.mpf(0)
    upper = mp.mpf(1)
    if x > 0:
        guess = mp.mpf(st.beta.ppf(float(tail), x, n - x + 1))
        lower = solve(lambda p: binomial_tail(x, n, p, 1), guess)
    if x < n:
        guess = mp.mpf(st.beta.isf(float(tail), x + 1, n - x))
        upper = solve(lambda p: binomial_tail(x, n, p, -1), guess)
    return {"value": mp.mpf(x) / n, "lower": lower, "upper": upper}


shares = [
    (0, 1), (1, 1), (0, 20), (20, 20), (3, 10), (1, 7), (16, 500), (6, 500), (31, 1000),
    (32, 1000), (59, 1000), (121, 400), (5825, 7987), (5000, 10000), (50000, 100000),
    (17, 100000), (123456, 1000000), (500000, 1000000),
]
for x, n in shares:
    for level in (0.9, 0.95, 0.99):
        named = {"successes": x, "total": n, "level": level}
        put("ClopperPearsonInterval", f"share-{x}-{n}", named, **clopper_pearson(x, n, level))
        lower, upper = proportion_confint(x, n, alpha=1 - level, method="wilson")
        put("WilsonInterval", f"share-{x}-{n}", named, lower=max(0, lower), upper=min(1, upper))


def binomial_test(x, n, p):
    """Every count weighed in integers; p is a fraction."""
    u, v = p.numerator, p.denominator - p.numerator
    weights = []
    term = v**n
    for k in range(n + 1):
        weights.append(term)
        if k < n:
            term = term * (n - k) * u // ((k + 1) * v)
    whole = sum(weights)
    rare = sum(w for w in weights if w * 10**7 <= weights[x] * (10**7 + 1))
    smaller = min(sum(weights[: x + 1]), sum(weights[x:]))
    return {
        "minimumLikelihood": fraction(Fraction(rare, whole)),
        "central": fraction(min(Fraction(1), 2 * Fraction(smaller, whole))),
    }


for case, x, n, p in [
    ("adverse-6-a", 10, 282, Fraction(154, 1000)), ("adverse-6-b", 5, 123, Fraction(154, 1000)),
    ("adverse-7-a", 10, 282, Fraction(57, 1000)), ("adverse-7-b", 5, 123, Fraction(57, 1000)),
    ("adverse-7-c", 15, 405, Fraction(57, 1000)), ("adverse-9", 100, 220, Fraction(791, 1000)),
    ("half", 3, 10, Fraction(1, 2)), ("tie", 7, 10, Fraction(1, 2)),
    ("mode", 5, 10, Fraction(1, 2)), ("none", 0, 30, Fraction(1, 8)),
    ("all", 30, 30, Fraction(7, 8)), ("large", 2111, 9000, Fraction(1, 4)),
]:
    named = {"successes": x, "total": n, "probability": float(p)}
    put("ExactBinomialTest", case, named, **binomial_test(x, n, p))

# One group's events.
for events, exposure in [(0, 120.0), (1, 80.5), (7, 412.25), (120, 9000.0), (30000, 1234567.0)]:
    for level in (0.9, 0.95):
        tail = (1 - level) / 2
        lower = st.chi2.ppf(tail, 2 * events) / 2 if events else 0.0
        upper = st.chi2.isf(tail, 2 * events + 2) / 2
        put(
            "EventRatePer100", f"rate-{events}",
            {"events": events, "exposure": exposure, "level": level},
            value=100 * events / exposure, lower=100 * lower / exposure,
            upper=100 * upper / exposure)

# Parity index with a benchmark error.
for x, n, benchmark, error in [(41, 400, 0.18, 0.012), (3, 25, 0.3, 0.05), (250, 900, 0.21, 0.001)]:
    share = mp.mpf(x) / n
    spread = mp.sqrt((1 - share) / x + (mp.mpf(error) / mp.mpf(benchmark)) ** 2)
    value = share / mp.mpf(benchmark)
    reach = mp.e ** (mp.sqrt(2) * mp.erfinv(mp.mpf(19) / 20) * spread)
    z = mp.log(value) / spread
    put(
        "ParityIndex", f"parity-{x}-{n}",
        {"successes": x, "total": n, "benchmark": benchmark, "benchmarkStandardError": error},
        value=value, lower=value / reach, upper=value * reach, statistic=z,
        pValue=mp.erfc(abs(z) / mp.sqrt(2)))

# Distributions.
for z in (-37.0, -8.25, -1.96, -0.1, 0.0, 0.5, 3.0, 8.0):
    put("NormalDistribution", f"z{z}", {"z": z}, lowerTail=mp.erfc(-mp.mpf(z) / mp.sqrt(2)) / 2)
for p in (1e-300, 1e-12, 0.025, 0.4, 0.5, 0.9, 0.975):
    x = mp.mpf(p)
    put(
        "NormalDistribution", f"p{p}", {"probability": p},
        quantile=mp.findroot(
            lambda z: mp.log(mp.erfc(-z / mp.sqrt(2)) / 2 / x), mp.mpf(st.norm.ppf(p))))
for v in (1.0, 2.5, 9.0, 31.7, 400.0, 25000.0):
    for t in (-30.0, -2.1, 0.7, 4.0):
        x = mp.mpf(v) / (mp.mpf(v) + mp.mpf(t) ** 2)
        half = mp.betainc(mp.mpf(v) / 2, 0.5, 0, x, regularized=True) / 2
        put(
            "StudentT", f"t{t}", {"degreesOfFreedom": v, "t": t},
            lowerTail=half if t < 0 else 1 - half)
    for p in (0.0005, 0.025, 0.2):
        put(
            "StudentT", f"p{p}", {"degreesOfFreedom": v, "probability": p},
            quantile=st.t.ppf(p, v))
for v in (2.0, 3.5, 16.0, 242.0, 60002.0):
    for p in (1e-6, 0.025, 0.5, 0.975):
        put(
            "ChiSquared", f"p{p}", {"degreesOfFreedom": v, "probability": p},
            lowerQuantile=st.chi2.ppf(p, v), upperQuantile=st.chi2.isf(p, v))
for a, b in [(6.5, 494.5), (0.5, 20.5), (5825.0, 2163.0), (50000.0, 50000.0), (2.0, 2.0)]:
    for p in (5e-7, 0.005, 0.025, 0.5, 0.975):
        put(
            "BetaDistribution", f"p{p}", {"alpha": a, "beta": b, "probability": p},
            quantile=st.beta.ppf(p, a, b))


def log_choose(n, k):
    return mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)


for population, marked, drawn, count in [
    (20707, 142, 3671, 94), (20707, 142, 3671, 25), (23_000_000, 9_000_000, 41_000, 16_100),
    (23_000_000, 9_000_000, 4_100_000, 1_603_000), (8, 4, 4, 3), (11_600_000, 5_800_000, 5_800_000,
                                                                 2_901_000),
]:
    exact = log_choose(marked, count) + log_choose(population - marked, drawn - count) - log_choose(
        population, drawn)
    put(
        "Hypergeometric", f"{population}-{count}",
        {"population": population, "marked": marked, "drawn": drawn, "count": count},
        probability=mp.e**exact)
for trials, p, count in [
    (10, 0.3, 4), (1000, 0.154, 90), (1_000_000, 0.2, 200_700), (100_000_000, 0.5, 50_004_000),
    (50, 0.001, 3), (23_000_000, 0.0001, 2150),
]:
    p_exact = mp.mpf(p)
    put(
        "BinomialDistribution", f"{trials}-{count}",
        {"trials": trials, "probability": p, "count": count},
        probability=mp.e ** (
            log_choose(trials, count) + count * mp.log(p_exact)
            + (trials - count) * mp.log(1 - p_exact)),
        lowerTail=binomial_tail(count, trials, p_exact, -1),
        upperTail=binomial_tail(count, trials, p_exact, 1))

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
