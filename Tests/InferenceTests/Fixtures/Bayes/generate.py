"""Reference values for the posterior of the impact ratio.

Written with Python 3.11.7 and mpmath 1.3.0, at 30 digits: tanh-sinh quadrature over the angle
whose squared sine is the reference rate, cut where the focal rate reaches 1; quantiles are roots.
The tables are sections 5.1 and 5.3 of the notes and some with zero cells.
Run in this folder: python3 generate.py
"""

import csv

import mpmath as mp

mp.mp.dps = 30

tables = {
    "adverse-2": (12, 40, 48, 80), "adverse-23": (2, 10, 15, 25),
    "adverse-4": (26, 48, 206, 259), "adverse-12": (50, 64, 455, 508),
    "adverse-20": (4425, 5187, 2440, 2793), "none-focal": (0, 12, 9, 40),
    "all-focal": (12, 12, 30, 40), "none-reference": (3, 10, 0, 25), "none": (0, 10, 0, 20),
    "all": (7, 7, 9, 9), "one-each": (1, 1, 0, 1),
}
priors = {"jeffreys": (mp.mpf(1) / 2, mp.mpf(1) / 2), "uniform": (mp.mpf(1), mp.mpf(1)),
          "shapes": (mp.mpf(2), mp.mpf("0.25"))}


def lower(ratio, focal, reference):
    """P(focal < ratio reference)."""
    (a, b), (c, d) = focal, reference
    constant = mp.log(2) - mp.log(mp.beta(c, d))

    def integrand(t):
        s, k = mp.sin(t), mp.cos(t)
        if s <= 0 or k <= 0:
            return mp.mpf(0)
        density = mp.exp(constant + (2 * c - 1) * mp.log(s) + (2 * d - 1) * mp.log(k))
        x = ratio * s * s
        return density * (1 if x >= 1 else mp.betainc(a, b, 0, x, regularized=True))

    centre = mp.asin(mp.sqrt(c / (c + d)))
    width = 1 / (2 * mp.sqrt(c + d))
    points = [centre + k * width for k in (-12, -6, -3, 0, 3, 6, 12)]
    # The focal distribution has its own scale, which may be the narrower.
    x = (a / (a + b)) / ratio
    if x < 1:
        middle = mp.asin(mp.sqrt(x))
        narrow = 1 / (2 * mp.sqrt(a + b))
        points += [middle + k * narrow for k in (-6, -2, 0, 2, 6)]
    if ratio > 1:
        points.append(mp.asin(mp.sqrt(1 / ratio)))
    points = [mp.mpf(0)] + sorted(p for p in points if 0 < p < mp.pi / 2) + [mp.pi / 2]
    return mp.quad(integrand, points)


rows = []
for case, (x, m, y, n) in tables.items():
    for name, (p, q) in priors.items():
        if name != "jeffreys" and case not in ("adverse-23", "none-focal"):
            continue
        focal, reference = (p + x, q + m - x), (p + y, q + n - y)
        arguments = (f"focalSelected={x};focalRejected={m - x};referenceSelected={y};"
                     f"referenceRejected={n - y};prior={name}")

        def put(quantity, value):
            rows.append(["BayesianImpactRatio", case, arguments, quantity, mp.nstr(value, 17)])

        for ratio in ("0.5", "0.8", "1", "1.25"):
            # Far out in the tail the integrand peaks where no point has been set.
            if case == "adverse-20" and ratio in ("0.5", "0.8"):
                continue
            put("below" + ratio, lower(mp.mpf(ratio), focal, reference))
        if case in ("adverse-20", "one-each"):
            continue
        start = mp.log(focal[0] / (focal[0] + focal[1]) / reference[0]
                       * (reference[0] + reference[1]))
        spread = mp.sqrt(1 / focal[0] + 1 / reference[0])
        for quantity, probability in (("lower", "0.025"), ("value", "0.5"), ("upper", "0.975")):
            target = mp.mpf(probability)
            mp.mp.dps = 20
            f = lambda u: lower(mp.exp(u), focal, reference) - target
            low, high = start - spread, start + spread
            while f(low) > 0:
                low -= spread
            while f(high) < 0:
                high += spread
            root = mp.findroot(f, (low, high), solver="anderson", tol=1e-17)
            mp.mp.dps = 30
            put(quantity, mp.exp(root))

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
