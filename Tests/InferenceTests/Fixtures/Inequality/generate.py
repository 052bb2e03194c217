"""Reference values for indices of inequality.

Written with Python 3.11.7 and mpmath 1.3.0. Every index is written down from its textbook
definition, person by person, as a function of the weights. Standard errors come from the numerical
derivative of that function in each person's weight (60 digits, central differences), not from any
formula for the influence.
Run in this folder: python3 generate.py
"""

import csv

import mpmath as mp

mp.mp.dps = 60
rows = []
STEP = mp.mpf(10)**-18


def put(method, case, data, options, **values):
    text = ";".join(f"{name}={value}" for name, value in {**data, **options}.items())
    for quantity, value in values.items():
        if value is not None:
            rows.append([method, case, text, quantity, mp.nstr(mp.mpf(value), 17)])


class Data:
    """Amounts with weights or with counts of people."""

    def __init__(self, case, values, weights=None, counts=None):
        self.case = case
        self.arguments = {"values": " ".join(map(str, values))}
        if weights:
            self.arguments["weights"] = " ".join(map(str, weights))
        if counts:
            self.arguments["counts"] = " ".join(map(str, counts))
        self.x = [mp.mpf(str(v)) for v, c in zip(values, counts or [1] * len(values))
                  for _ in range(c)]
        self.w = [mp.mpf(str(w)) for w in weights] if weights else [mp.mpf(1)] * len(self.x)


def linearized(function, x, w, columns=()):
    """The value and the standard error by derivatives in the weights."""
    n = len(x)
    value = function(x, w, *columns)
    parts = []
    for i in range(n):
        up, down = list(w), list(w)
        up[i] += STEP
        down[i] -= STEP
        slope = (function(x, up, *columns) - function(x, down, *columns)) / (2 * STEP)
        parts.append(w[i] * slope)
    centre = sum(parts) / n
    spread = sum((p - centre)**2 for p in parts)
    return value, mp.sqrt(mp.mpf(n) / (n - 1) * spread)


def mean(x, w):
    return mp.fdot(x, w) / sum(w)


def gini(x, w):
    total, mu = sum(w), mean(x, w)
    return sum(wi * wj * abs(xi - xj) for xi, wi in zip(x, w) for xj, wj in zip(x, w)) / (
        2 * total**2 * mu)


def entropy(a):
    a = mp.mpf(a)

    def index(x, w):
        mu = mean(x, w)
        z = [xi / mu for xi in x]
        if a == 1:
            return mean([zi * mp.log(zi) if zi > 0 else mp.mpf(0) for zi in z], w)
        if a == 0:
            return -mean([mp.log(zi) for zi in z], w)
        return mean([zi**a - 1 for zi in z], w) / (a * (a - 1))
    return index


def atkinson(aversion):
    e = mp.mpf(aversion)

    def index(x, w):
        mu = mean(x, w)
        z = [xi / mu for xi in x]
        if e == 1:
            return 1 - mp.exp(mean([mp.log(zi) for zi in z], w))
        return 1 - mean([zi**(1 - e) for zi in z], w)**(1 / (1 - e))
    return index


def lorenz(share):
    p = mp.mpf(share)

    def ordinate(x, w):
        pairs = sorted(zip(x, w), key=lambda pair: pair[0])
        total, amount = sum(w), mp.fdot(x, w)
        people = money = mp.mpf(0)
        for xi, wi in pairs:
            if people + wi >= p * total:
                return (money + (p * total - people) * xi) / amount
            people += wi
            money += wi * xi
        return mp.mpf(1)
    return ordinate


def share_ratio(top, bottom):
    def index(x, w):
        low = lorenz(bottom)(x, w)
        return (1 - lorenz(1 - mp.mpf(top))(x, w)) / low
    return index


def hoover(x, w):
    mu = mean(x, w)
    return mean([abs(xi / mu - 1) for xi in x], w) / 2


def variance_of_logs(x, w):
    logs = [mp.log(xi) for xi in x]
    centre = mean(logs, w)
    return mean([(v - centre)**2 for v in logs], w)


def concentration(x, w, ranks):
    total, mu = sum(w), mean(x, w)
    place = [sum(wj * (1 if rj < ri else mp.mpf(1) / 2 if rj == ri else 0)
                 for rj, wj in zip(ranks, w)) / total for ri in ranks]
    centre = mean(place, w)
    return 2 * mean([(xi - mu) * (pi - centre) for xi, pi in zip(x, place)], w) / mu


def wagstaff(x, w, ranks):
    return concentration(x, w, ranks) / (1 - mean(x, w))


def quantile(x, p, kind):
    """Hyndman and Fan's types in exact arithmetic."""
    p, n, y = mp.mpf(str(p)), len(x), sorted(x)
    a, b = {1: (0, 1), 2: (0, 1), 4: (0, 1), 5: (.5, .5), 6: (0, 0), 7: (1, 1),
            8: (mp.mpf(1) / 3, mp.mpf(1) / 3), 9: (.375, .375)}[kind]
    place = a + p * (n + 1 - a - b)
    j = int(mp.floor(place + mp.mpf(10)**-40))
    part = place - j if abs(place - j) > mp.mpf(10)**-40 else mp.mpf(0)
    if kind in (1, 2):
        part = mp.mpf(1) if part > 0 else (mp.mpf(0) if kind == 1 else mp.mpf(1) / 2)
    low, high = y[min(max(j, 1), n) - 1], y[min(max(j + 1, 1), n) - 1]
    return low + part * (high - low)


def inverse(x, w, p):
    seen = mp.mpf(0)
    for xi, wi in sorted(zip(x, w)):
        seen += wi
        if seen >= mp.mpf(str(p)) * sum(w):
            return xi


def percentile_ratio(data, upper, lower, kind):
    """With the kernel density written out; no standard error where there are ties."""
    x, w, n = data.x, data.w, len(data.x)
    weighted = "weights" in data.arguments
    def q(p):
        return inverse(x, w, p) if weighted else quantile(x, p, kind)
    high, low = q(upper), q(lower)
    sd = mp.sqrt(mean([(xi - mean(x, w))**2 for xi in x], w) * n / (n - 1))
    width = mp.mpf("0.9") * min(sd, (q(0.75) - q(0.25)) / mp.mpf("1.34")) * mp.mpf(n)**(
        -mp.mpf(1) / 5)
    def influence(p, at):
        density = mean([mp.npdf((at - xi) / width) / width for xi in x], w)
        return [((mp.mpf(str(p)) - (1 if xi <= at else 0)) / density) / at for xi in x]
    if any(x.count(v) - 1 > n / 20 for v in (high, low)):
        return high / low, None
    e = [wi / sum(w) * high / low * (a - b)
         for wi, a, b in zip(w, influence(upper, high), influence(lower, low))]
    centre = sum(e) / n
    return high / low, mp.sqrt(mp.mpf(n) / (n - 1) * sum((v - centre)**2 for v in e))


X = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
state, DRAWN = 12345, []
for _ in range(57):
    state = (1103515245 * state + 12345) % 2**31
    DRAWN.append(round(20 * float(mp.exp(2.2 * (state / 2**31 - 0.5) * (1 + state % 7 / 5))), 2))
plain = [
    Data("indices-R27", X),
    Data("indices-R30", X, weights=[5, 3, 2, 2, 1, 1, 1, 2, 1, 1]),
    Data("ages", [25, 32, 41, 28, 56]),
    Data("drawn", DRAWN),
    Data("drawn-weighted", DRAWN[:23], weights=[round(0.3 + v % 3.7, 3) for v in DRAWN[20:43]]),
    Data("counts", [1200, 1300.5, 1400, 2500, 9000], counts=[4, 9, 1, 6, 2]),
    Data("nearly-equal", [100000, 100001, 100003, 99998, 100000.5]),
]
zeros = [
    Data("indices-R37", [0, 1, 1, 2]),
    Data("with-zeros", [0, 0, 3.5, 8, 2, 11.25, 40], weights=[1, 2, 1.5, 1, 3, 0.5, 0.25]),
]
negative = Data("negative", [-5, 0, 10])


def every(method, function, data, **options):
    value, error = linearized(function, data.x, data.w)
    put(method, data.case, data.arguments, options, value=value, standardError=error)


for data in plain + zeros:
    value, error = linearized(gini, data.x, data.w)
    n = mp.mpf(len(data.x))
    put("GiniCoefficient", data.case, data.arguments, {}, value=value, standardError=error,
        corrected=value * n / (n - 1), correctedError=error * n / (n - 1))
    every("TheilIndex", entropy(1), data)
    for a in [2, 0.5, 3.5, 1.000001] + ([] if data in zeros else [-1, 0.000001]):
        every("GeneralizedEntropy", entropy(a), data, exponent=a)
    for e in [0.5, 0.25] + ([] if data in zeros else [1, 2, 1.0000001]):
        every("AtkinsonIndex", atkinson(e), data, aversion=e)
    every("HooverIndex", hoover, data)
    if data not in zeros:
        every("MeanLogDeviation", entropy(0), data)
        value, error = linearized(variance_of_logs, data.x, data.w)
        put("VarianceOfLogarithms", data.case, data.arguments, {}, value=value * n / (n - 1),
            standardError=error * n / (n - 1), plugIn=value, plugInError=error)
put("GiniCoefficient", "negative", negative.arguments, {}, unbounded=gini(negative.x, negative.w))

# Where a share of people falls between two amounts, not on one; there the curve has no kink.
for data in plain + zeros:
    kinked = data.case in ("indices-R27", "indices-R30", "ages", "counts", "with-zeros",
                           "nearly-equal", "indices-R37")
    for method, top, bottom in [("PalmaRatio", "0.1", "0.4"), ("QuintileShareRatio", "0.2", "0.2")]:
        if lorenz(bottom)(data.x, data.w) == 0:
            continue
        value, error = linearized(share_ratio(top, bottom), data.x, data.w)
        put(method, data.case, data.arguments, {}, value=value,
            standardError=None if kinked else error)
    for share in ["0.1", "0.37", "0.5", "0.87"]:
        value, error = linearized(lorenz(share), data.x, data.w)
        put("LorenzCurve", data.case, data.arguments, {"share": share}, value=value,
            standardError=None if kinked else error)

for data in plain:
    for kind in (1, 2, 4, 5, 6, 7, 8, 9):
        if "weights" in data.arguments and kind != 7:
            continue
        for upper, lower in [(0.9, 0.1), (0.9, 0.5), (0.75, 0.25)]:
            value, error = percentile_ratio(data, upper, lower, kind)
            put("PercentileRatio", data.case, data.arguments,
                dict(upper=upper, lower=lower, type=kind), value=value, standardError=error)

for case, x, w, ranks in [
    ("by-age", DRAWN[:12], [1] * 12, [25, 61, 33, 33, 47, 29, 52, 52, 52, 38, 20, 41]),
    ("by-itself", DRAWN[:12], [1] * 12, DRAWN[:12]),
    ("weighted", [3, 0, 5, 9, 2, 2.5], [1, 2, 0.5, 1, 1.25, 3], [2, 1, 2, 3, 5, 5]),
    ("binary", [0, 1, 0, 0, 1, 1, 0, 1, 1], [1] * 9, [1, 2, 2, 3, 4, 5, 6, 7, 7]),
]:
    data = Data(case, x, weights=w)
    r = [mp.mpf(str(v)) for v in ranks]
    arguments = {**data.arguments, "ranks": " ".join(map(str, ranks))}
    value, error = linearized(concentration, data.x, data.w, (r,))
    wagstaffs = linearized(wagstaff, data.x, data.w, (r,)) if case == "binary" else (None, None)
    put("ConcentrationIndex", case, arguments, {}, value=value, standardError=error,
        wagstaff=wagstaffs[0], wagstaffError=wagstaffs[1])

with open("python.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["method", "case", "arguments", "quantity", "value"])
    out.writerows(rows)
