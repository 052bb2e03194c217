"""Reference values for comparisons with availability.

Written with Python 3.11.7: every distribution is enumerated in fractions, group by group for job
groups with different availabilities. Availabilities of several factors are fractions, their
errors and limits have forty digits.
Run in this folder: python3 generate.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp

mp.mp.dps = 40
rows = []


def put(method, case, arguments, **values):
    text = ";".join(f"{name}={value}" for name, value in arguments.items())
    for quantity, value in values.items():
        number = value
        if isinstance(value, (int, Fraction)):
            number = mp.mpf(value.numerator) / mp.mpf(value.denominator)
        rows.append([method, case, text, quantity, mp.nstr(number, 17)])


def tests(masses, seen):
    below, above = sum(masses[:seen + 1]), sum(masses[seen:])
    rare = sum(mass for mass in masses if mass <= masses[seen])
    half = masses[seen] / 2 if sum(mass > 0 for mass in masses) > 1 else 0
    return dict(minimumLikelihood=rare, central=min(Fraction(1), 2 * min(below, above)),
                fewer=below, more=above, midP=rare - half)


def binomial(n, p):
    return [math.comb(n, k) * p**k * (1 - p)**(n - k) for k in range(n + 1)]


for case, seen, n, group, size in [
    ("adverse-6-county-and-city-1", 10, 282, 154, 1000),
    ("adverse-6-county-and-city-2", 5, 123, 154, 1000),
    ("adverse-7-county-1", 10, 282, 57, 1000), ("adverse-7-county-2", 5, 123, 57, 1000),
    ("adverse-7-county-both", 15, 405, 57, 1000), ("adverse-9", 100, 220, 791, 1000),
    ("small", 3, 12, 2, 5), ("none", 0, 9, 1, 3), ("all", 6, 6, 1, 2),
]:
    put("AvailabilityPanel", case,
        dict(successes=seen, total=n, group=group, size=size, kind="share"),
        **tests(binomial(n, Fraction(group, size)), seen))

for case, seen, n, group, size in [
    ("pool", 2, 10, 25, 60), ("pool-large", 12, 80, 300, 1200), ("pool-half", 9, 20, 24, 40),
    ("pool-everyone", 24, 40, 24, 40),
]:
    masses = [Fraction(math.comb(group, k) * math.comb(size - group, n - k), math.comb(size, n))
              for k in range(n + 1)]
    put("AvailabilityPanel", case,
        dict(successes=seen, total=n, group=group, size=size, kind="pool"), **tests(masses, seen))

for case, seen, groups in [
    ("three-groups", [1, 4, 2], [(10, 1, 4), (20, 3, 10), (5, 3, 5)]),
    ("one-group", [3], [(12, 2, 5)]),
    ("certain", [2, 4, 0], [(9, 1, 3), (4, 1, 1), (6, 0, 1)]),
    ("ten-groups", [2] * 10, [(10 + i, 2 + i, 20) for i in range(10)]),
]:
    masses = [Fraction(1)]
    for n, a, b in groups:
        part, total = binomial(n, Fraction(a, b)), [Fraction(0)] * (len(masses) + n)
        for i, x in enumerate(masses):
            for j, y in enumerate(part):
                total[i + j] += x * y
        masses = total
    values = tests(masses, sum(seen))
    put("PoissonBinomialTest", case, dict(
        successes=" ".join(map(str, seen)), totals=" ".join(str(g[0]) for g in groups),
        group=" ".join(str(g[1]) for g in groups), size=" ".join(str(g[2]) for g in groups)),
        minimumLikelihood=values["minimumLikelihood"], central=values["central"],
        fewer=values["fewer"], expected=sum(Fraction(n * a, b) for n, a, b in groups))

# Per factor: weight in parts of the whole, share, people (0: none), thousandths of error (0: none).
for case, whole, factors, level, seen, n in [
    ("indices-R7-known", 100, [(60, 30, 100, 0, 0), (40, 11, 50, 0, 0)], "0.95", 16, 68),
    ("outside-counted", 100, [(60, 30, 100, 400, 0), (40, 11, 50, 0, 0)], "0.95", 16, 68),
    ("both-counted", 100, [(65, 268, 1000, 1500, 0), (35, 17, 43, 43, 0)], "0.9", 9, 60),
    ("published", 20, [(13, 3, 8, 0, 21), (7, 2, 9, 90, 0)], "0.99", 3, 41),
    ("four-factors", 12, [(5, 1, 3, 250, 0), (4, 2, 5, 0, 15), (2, 5, 8, 0, 0), (1, 1, 7, 14, 0)],
     "0.95", 55, 120),
]:
    z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))
    share = sum(Fraction(w * a, whole * b) for w, a, b, _, _ in factors)
    variance = below = above = mp.mpf(0)
    for w, a, b, people, thousandths in factors:
        weight, p = mp.mpf(w) / whole, mp.mpf(a) / b
        error = mp.sqrt(p * (1 - p) / people) if people else mp.mpf(thousandths) / 1000
        low, high = p - z * error, p + z * error
        if people:
            # The roots of (p - q)^2 = z^2 q (1 - q) / people.
            half = mp.sqrt((2 * p + z**2 / people)**2 - 4 * p**2 * (1 + z**2 / people))
            low = (2 * p + z**2 / people - half) / 2 / (1 + z**2 / people)
            high = (2 * p + z**2 / people + half) / 2 / (1 + z**2 / people)
        variance += (weight * error)**2
        below += (weight * (p - low))**2
        above += (weight * (high - p))**2
    value = mp.mpf(share.numerator) / share.denominator
    values = dict(value=share, expected=n * share, fewer=tests(binomial(n, share), seen)["fewer"],
                  binomialZ=(seen - n * value) / mp.sqrt(n * value * (1 - value)),
                  parityIndex=Fraction(seen, n) / share)
    if variance:
        error = mp.sqrt(variance)
        spread = mp.sqrt(mp.mpf(n - seen) / n / seen + (error / value)**2)
        index = mp.mpf(seen) / n / value
        values |= dict(standardError=error, lower=value - mp.sqrt(below),
                       upper=value + mp.sqrt(above), parityIndexLower=index * mp.exp(-z * spread),
                       parityIndexUpper=index * mp.exp(z * spread),
                       parityIndexZ=mp.log(index) / spread)
    put("TwoFactorAvailability", case, {
        "weights": " ".join(str(f[0]) for f in factors), "of": whole,
        "parts": " ".join(str(f[1]) for f in factors),
        "sizes": " ".join(str(f[2]) for f in factors),
        "people": " ".join(str(f[3]) for f in factors),
        "errors": " ".join(str(f[4]) for f in factors), "level": level, "successes": seen,
        "total": n}, **values)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
