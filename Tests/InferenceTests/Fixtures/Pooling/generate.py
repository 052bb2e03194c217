"""Reference values for pooled shares of organisations.

Written with Python 3.11, mpmath 1.3.0, NumPy and SciPy. The beta-binomial likelihood is a sum of log
beta functions at 40 digits; its maximum and the ends of profile intervals are roots of its numerical
derivatives. The prediction sums the likelihood over a net of 1,200 x 801 correlations and means.
Percentiles are integrals by SciPy; Paule-Mandel is a root by SciPy; funnel limits use SciPy's binomial
and NumPy's quantiles. Run in this folder: python3 generate.py
"""

import csv

import mpmath as mp
import numpy as np
from scipy import integrate, optimize, special, stats

mp.mp.dps = 40
rows = []
cases = {
    "eight": ([310, 520, 96, 240, 405, 700, 150, 62], [1000, 1300, 400, 610, 900, 1500, 520, 260]),
    "three": ([12, 30, 9], [40, 50, 45]),
    "zero": ([0, 4, 9, 2, 14], [30, 41, 60, 25, 70]),
    "large": ([1842, 2600, 1400, 2210, 1790, 3050], [3964, 5200, 3400, 4100, 4000, 6100]),
}
boundary = {"even": ([50, 102, 25], [100, 200, 51])}


def add(method, case, arguments, quantity, value):
    rows.append([method, case, ";".join(f"{k}={v}" for k, v in arguments.items()), quantity, mp.nstr(mp.mpf(value), 15)])


def log_likelihood(logit, log_spread, x, n):
    m = 1 / (1 + mp.e ** (-logit))
    size = mp.e ** (-log_spread)
    a, b = m * size, (1 - m) * size
    return sum(mp.log(mp.beta(s + a, t - s + b)) - mp.log(mp.beta(a, b)) for s, t in zip(x, n))


def binomial(logit, x, n):
    m = 1 / (1 + mp.e ** (-logit))
    return sum(s * mp.log(m) + (t - s) * mp.log(1 - m) for s, t in zip(x, n))


def fit(x, n):
    start = optimize.minimize(
        lambda p: -sum(stats.betabinom.logpmf(s, t, np.exp(-p[1]) / (1 + np.exp(-p[0])), np.exp(-p[1]) / (1 + np.exp(p[0])))
                       for s, t in zip(x, n)), [0.0, -3.0], method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 4000}).x
    f = lambda u, v: log_likelihood(u, v, x, n)
    root = mp.findroot(lambda u, v: (mp.diff(f, (u, v), (1, 0)), mp.diff(f, (u, v), (0, 1))), (mp.mpf(start[0]), mp.mpf(start[1])), tol=1e-28)
    return root[0], root[1]


def crossing(f, target, axis, u, v, step):
    # Where the profile of one parameter meets the target, by bisection; the other by its slope's root.
    kept = [v if axis == 0 else u]

    def excess(place):
        if axis == 0:
            other = mp.findroot(lambda b: mp.diff(lambda c: f(place, c), b), kept[0], tol=1e-20)
            kept[0] = other
            return f(place, other) - target
        other = mp.findroot(lambda a: mp.diff(lambda c: f(c, place), a), kept[0], tol=1e-20)
        kept[0] = other
        return f(other, place) - target

    near = u if axis == 0 else v
    far = near + step
    while excess(far) > 0:
        near, far = far, far + step
    return mp.findroot(excess, (near, far), solver="anderson", tol=1e-18)


def numbers(logit, log_spread):
    m = 1 / (1 + mp.e ** (-logit))
    theta = mp.e ** log_spread
    rho = theta / (1 + theta)
    return m, rho, mp.sqrt(m * (1 - m) * rho)


def prediction(x, n, tails):
    # Where every mean and every correlation is as likely beforehand.
    x, n = np.array(x), np.array(n)
    u = (np.arange(1200) + 0.5) / 1200
    rho, w_rho = u ** 4, 4 * u ** 3
    pooled = x.sum() / n.sum()
    logits = np.log(pooled / (1 - pooled)) + np.linspace(-8, 8, 801)
    m = 1 / (1 + np.exp(-logits))
    size = (1 - rho) / rho
    a, b = size[:, None] * m[None, :], size[:, None] * (1 - m)[None, :]
    logs = np.zeros_like(a)
    for s, t in zip(x, n):
        logs += special.betaln(s + a, t - s + b) - special.betaln(a, b)
    w = np.exp(logs - logs.max()) * w_rho[:, None] * (m * (1 - m))[None, :]
    w /= w.sum()
    keep = w > 1e-9
    a, b, w = a[keep], b[keep], w[keep]
    mean = float((w * a / (a + b)).sum())
    return mean, [optimize.brentq(lambda q: float((w * stats.beta.cdf(q, a, b)).sum()) - p, 1e-9, 1 - 1e-9, xtol=1e-13) for p in tails]


for case, (x, n) in cases.items():
    arguments = {"successes": " ".join(map(str, x)), "people": " ".join(map(str, n))}
    u, v = fit(x, n)
    m, rho, tau = numbers(u, v)
    top = log_likelihood(u, v, x, n)
    for quantity, value in [("mean", m), ("overdispersion", rho), ("deviation", tau)]:
        add("BetaBinomialPooling", case, arguments, quantity, value)
    pooled = mp.mpf(sum(x)) / sum(n)
    none = binomial(mp.log(pooled / (1 - pooled)), x, n)
    statistic = 2 * (top - none)
    add("BetaBinomialPooling", case, arguments, "statistic", statistic)
    f = lambda a, b: log_likelihood(a, b, x, n)
    # Few organisations: Student's t in place of the normal deviate behind chi-squared.
    target = top - mp.mpf(stats.t.ppf(0.975, sum(people > 0 for people in n) - 1)) ** 2 / 2
    curvature = -mp.diff(f, (u, v), (2, 0))
    for side, quantity in [(-1, "mean_lower"), (1, "mean_upper")]:
        end = crossing(f, target, 0, u, v, side / mp.sqrt(curvature))
        add("BetaBinomialPooling", case, arguments, quantity, 1 / (1 + mp.e ** (-end)))
    target = top - mp.mpf(stats.chi2.ppf(0.95, 1)) / 2
    curvature = -mp.diff(f, (u, v), (0, 2))
    for side, quantity in [(-1, "overdispersion_lower"), (1, "overdispersion_upper")]:
        if side < 0 and none >= target:
            add("BetaBinomialPooling", case, arguments, quantity, 0)
            continue
        end = crossing(f, target, 1, u, v, side / mp.sqrt(curvature))
        add("BetaBinomialPooling", case, arguments, quantity, numbers(u, end)[1])
    mean, (lower, upper) = prediction(x, n, [0.025, 0.975])
    for quantity, value in [("prediction", mean), ("prediction_lower", lower), ("prediction_upper", upper)]:
        add("BetaBinomialPooling", case, arguments, quantity, value)
    # Percentiles of every organisation.
    size = float((1 - rho) / rho)
    a, b = float(m) * size, float(1 - m) * size
    for position, (s, t) in enumerate(zip(x, n)):
        own = stats.beta(s + a, t - s + b)
        own_arguments = dict(arguments, position=position)
        points = [own.ppf(q) for q in (1e-13, 1e-6, 0.01, 0.5, 0.99, 1 - 1e-6, 1 - 1e-13)]
        value = integrate.quad(lambda p: stats.beta.cdf(p, a, b) * own.pdf(p), points[0], points[-1], points=points[1:-1], epsabs=1e-13, epsrel=1e-12, limit=400)[0]
        add("OrganisationPercentile", case, own_arguments, "value", value)
        add("OrganisationPercentile", case, own_arguments, "lower", stats.beta.cdf(own.ppf(0.025), a, b))
        add("OrganisationPercentile", case, own_arguments, "upper", stats.beta.cdf(own.ppf(0.975), a, b))

for case, (x, n) in boundary.items():
    arguments = {"successes": " ".join(map(str, x)), "people": " ".join(map(str, n))}
    mean, (lower, upper) = prediction(x, n, [0.025, 0.975])
    for quantity, value in [("mean", mp.mpf(sum(x)) / sum(n)), ("overdispersion", 0), ("deviation", 0), ("prediction", mean),
                            ("prediction_lower", lower), ("prediction_upper", upper)]:
        add("BetaBinomialPooling", case, arguments, quantity, value)

for case, (x, n) in {**cases, **boundary}.items():
    if min(x) == 0:
        continue
    arguments = {"successes": " ".join(map(str, x)), "people": " ".join(map(str, n))}
    x, n = np.array(x, float), np.array(n, float)
    y, v = np.log(x / (n - x)), 1 / x + 1 / (n - x)

    def excess(t):
        w = 1 / (v + t)
        return float((w * (y - (w * y).sum() / w.sum()) ** 2).sum()) - (len(x) - 1)

    t = optimize.brentq(excess, 0, 100, xtol=1e-16, rtol=1e-15) if excess(0) > 0 else 0.0
    w = 1 / (v + t)
    mu, se = (w * y).sum() / w.sum(), w.sum() ** -0.5
    z = stats.norm.ppf(0.975)
    for quantity, value in [("deviation", t ** 0.5), ("value", special.expit(mu)), ("lower", special.expit(mu - z * se)), ("upper", special.expit(mu + z * se))]:
        add("PauleMandelPooling", case, arguments, quantity, float(value))
    # Funnel limits about the pooled share.
    target = x.sum() / n.sum()
    s = target * (1 - target) / n
    scores = (x / n - target) / np.sqrt(s)
    low, high = np.quantile(scores, [0.1, 0.9])
    squares = np.clip(scores, low, high) ** 2
    k, q = len(x), squares.sum()
    w = 1 / s
    over = q > k - 1
    phi = q / k if over else 1.0
    tau2 = (q - (k - 1)) / (w.sum() - (w ** 2).sum() / w.sum()) if over else 0.0
    add("FunnelPlotLimits", case, arguments, "phi", phi)
    add("FunnelPlotLimits", case, arguments, "deviation", tau2 ** 0.5)
    for people in (40, 520, 3000):
        for level in (0.95, 0.998):
            own = dict(arguments, size=people, level=level)
            tail = (1 - level) / 2

            def exact(p):
                r = int(stats.binom.ppf(tail, people, p))
                return (r - (stats.binom.cdf(r, people, p) - tail) / stats.binom.pmf(r, people, p)) / people

            limits = (max(0, exact(target)), min(1, 1 - exact(1 - target)))
            add("FunnelPlotLimits", case, own, "exact_lower", limits[0])
            add("FunnelPlotLimits", case, own, "exact_upper", limits[1])
            z = stats.norm.isf(tail)
            chance = target * (1 - target) / people
            for name, variance in [("multiplicative", chance * phi), ("additive", chance + tau2)]:
                lower, upper = (max(0, target - z * variance ** 0.5), min(1, target + z * variance ** 0.5)) if over else limits
                add("FunnelPlotLimits", case, own, name + "_lower", lower)
                add("FunnelPlotLimits", case, own, name + "_upper", upper)

standard = {
    "two": ([30, 12], [100, 80], [300, 400], [900, 1600]),
    "none": ([0, 0], [40, 30], [50, 20], [500, 410]),
    "many": ([400, 220, 90], [900, 1100, 300], [5000, 3100, 900], [10100, 14800, 4100]),
}
for case, (x, n, pool_x, pool_n) in standard.items():
    names = ["successes", "people", "poolSuccesses", "poolPeople"]
    arguments = {k: " ".join(map(str, v)) for k, v in zip(names, (x, n, pool_x, pool_n))}
    expected = sum(a * b / c for a, b, c in zip(n, pool_x, pool_n))
    o = sum(x)
    z = stats.norm.ppf(0.975)
    byar = lambda c, z: c * (1 - 1 / (9 * c) + z / (3 * c ** 0.5)) ** 3
    add("IndirectStandardisation", case, arguments, "expected", expected)
    add("IndirectStandardisation", case, arguments, "value", o / expected)
    add("IndirectStandardisation", case, arguments, "exact_lower", stats.chi2.ppf(0.025, 2 * o) / 2 / expected if o else 0)
    add("IndirectStandardisation", case, arguments, "exact_upper", stats.chi2.isf(0.025, 2 * o + 2) / 2 / expected)
    add("IndirectStandardisation", case, arguments, "byar_lower", byar(o, -z) / expected if o else 0)
    add("IndirectStandardisation", case, arguments, "byar_upper", byar(o + 1, z) / expected)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
