"""Reference values for the models of units' shares in Inference/Segregation, with mpmath.

Run in this folder: python3 models.py > models.csv

The likelihood is that of gamma functions, differentiated by formula in digamma functions and solved
at 30 digits, on a grid of starting points. Indices are integrals over the fitted beta distribution
of the definitions, not closed forms; those of a Dirichlet distribution are integrals over its beta
margins. Gini indices are integrals by SciPy, good to about 1e-12. The profile likelihood is maximised over the shares at every overdispersion.
"""
import math

from scipy import integrate
from scipy.special import betainc as betainc_scipy
from mpmath import mp, mpf, log, sqrt, psi, loggamma, beta, quad, findroot, betainc, erfc, exp

mp.dps = 30

TWO = {
    "ten-teams": [[1, 7], [3, 5], [0, 8], [6, 2], [2, 6], [4, 4], [8, 0], [1, 7], [2, 6], [5, 3]],
    "mixed-sizes": [[1, 0], [0, 1], [3, 9], [12, 4], [2, 2], [0, 6], [7, 14], [1, 1], [5, 0], [30, 41]],
    "little": [[3, 6], [5, 5], [2, 7], [5, 4], [1, 7], [4, 5], [4, 4], [1, 8], [6, 3], [2, 8], [3, 3]],
    "rare": [[0, 12], [1, 9], [0, 15], [0, 7], [3, 11], [0, 20], [0, 9], [1, 13], [0, 5]],
    "nearly-apart": [[9, 0], [0, 7], [8, 1], [0, 12], [11, 0], [0, 5], [6, 0]],
    "large": [[412, 390], [251, 700], [90, 60], [33, 150], [801, 955], [120, 300]],
}
MANY = {
    "seven-teams": [[3, 5, 0], [2, 2, 2], [0, 7, 1], [4, 0, 0], [1, 1, 6], [0, 3, 2], [5, 1, 1]],
    "five-units": [[60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5], [15, 25, 10, 20]],
    "pairs": [[2, 0, 0], [0, 2, 0], [1, 1, 0], [0, 0, 2], [1, 0, 1], [0, 2, 0], [2, 0, 0], [0, 1, 1]],
    "two-groups": TWO["ten-teams"],
}


def loglik(t, m, s):
    """With shapes a = m s, less the multinomial coefficients."""
    total = mpf(0)
    for row in t:
        total += loggamma(s) - loggamma(s + sum(row))
        total += sum(loggamma(k * s + x) - loggamma(k * s) for k, x in zip(m, row))
    return total


def binomial(t):
    n = sum(map(sum, t))
    c = [sum(col) for col in zip(*t)]
    return sum(x * log(mpf(x) / n) for x in c)


def best_shares(t, s, start):
    """The shares of the greatest likelihood at a size s, by the equations of Lagrange."""
    k = len(start)

    def slope(j, mj):
        return s * sum(psi(0, mj * s + row[j]) - psi(0, mj * s) for row in t)

    def equations(*v):
        m = list(v[:k - 1])
        m.append(1 - sum(m))
        last = slope(k - 1, m[-1])
        return [slope(j, m[j]) - last for j in range(k - 1)]
    if k == 2:
        lo, hi = mpf(10) ** -12, 1 - mpf(10) ** -12
        r = findroot(lambda x: equations(x)[0], (lo, hi), solver="anderson", maxsteps=400, tol=mpf(10) ** -46)
        return [r, 1 - r]
    x = findroot(equations, [mpf(v) for v in start[:-1]], maxsteps=200)
    m = [x[j] for j in range(k - 1)]
    return m + [1 - sum(m)]


def fit(t):
    n = sum(map(sum, t))
    pooled = [mpf(sum(c)) / n for c in zip(*t)]
    cache = {}

    def profile(rho):
        key = mp.nstr(rho, 38)
        if key not in cache:
            s = (1 - rho) / rho
            m = best_shares(t, s, pooled)
            cache[key] = (loglik(t, m, s), m)
        return cache[key]

    def score(rho):
        s = (1 - rho) / rho
        m = profile(rho)[1]
        d = sum(psi(0, s) - psi(0, s + sum(row)) for row in t)
        d += sum(k * (psi(0, k * s + x) - psi(0, k * s)) for row in t for k, x in zip(m, row))
        return -d / rho ** 2
    grid = [mpf(i) / 16 for i in range(1, 16)]
    at = max(grid, key=lambda r: profile(r)[0])
    lo, hi = max(at - mpf(1) / 16, mpf("0.0005")), min(at + mpf(1) / 16, mpf("0.9999"))
    rho = findroot(score, (lo, hi), solver="anderson", tol=mpf(10) ** -40, maxsteps=300)
    top = profile(rho)[0]
    z = mpf("1.95996398454005423552459443052")
    target = top - z * z / 2
    none = binomial(t)
    upper = findroot(lambda r: profile(r)[0] - target, (rho, mpf("0.99999")), solver="anderson",
                     tol=mpf(10) ** -40, maxsteps=400)
    lower = mpf(0)
    if none < target:
        lower = findroot(lambda r: profile(r)[0] - target, (mpf("0.0005"), rho), solver="anderson",
                         tol=mpf(10) ** -40, maxsteps=400)
    return rho, profile(rho)[1], lower, (profile(lower)[1] if lower else pooled), upper, profile(upper)[1], 2 * (top - none)


def mean(f, a, b):
    """The expectation of f(p, 1 - p) of a beta distribution, on the logit scale, piece by piece from
    the mean outwards, so that a kink at the mean lies between two pieces."""
    centre, width = log(a / b), sqrt(1 / a + 1 / b)

    def term(y):
        p, q = 1 / (1 + exp(-y)), 1 / (1 + exp(y))
        return f(p, q) * p ** a * q ** b
    total = mpf(0)
    for sign in (1, -1):
        k = 0
        while True:
            ends = sorted([centre + sign * k * width, centre + sign * (k + 1) * width])
            piece = quad(term, ends, method="gauss-legendre")
            total += piece
            k += 1
            if abs(piece) < mpf(10) ** -24 * abs(total) and k > 3:
                break
    return total / beta(a, b)


def h(p, q):
    return -(p * log(p) if p > 0 else 0) - (q * log(q) if q > 0 else 0)


def cdf_integral_gini(a, b, m):
    """E|p - q| = 2 times the integral of F (1 - F), on the logit scale, with SciPy."""
    a, b, centre = float(a), float(b), float(log(m / (1 - m)))

    def f(y):
        x, q = 1 / (1 + math.exp(-y)), 1 / (1 + math.exp(y))
        return betainc_scipy(a, b, x) * betainc_scipy(b, a, q) * x * q
    points = [centre + d for d in (-40, -20, -8, -3, -1, 0, 1, 3, 8, 20, 40)]
    total = sum(integrate.quad(f, u, v, epsabs=1e-16, epsrel=1e-13, limit=400)[0] for u, v in zip(points, points[1:]))
    return 2 * mpf(total) / (2 * m * (1 - m))


def indices(m, rho, shape):
    s = (1 - rho) / rho
    a, b = m * s, (1 - m) * s
    q = 1 - m
    out = {"eta": rho}
    out["dissimilarity"] = mean(lambda p, r: abs(p - m), a, b) / (2 * m * q)
    out["gini"] = cdf_integral_gini(a, b, m)
    out["theil"] = 1 - mean(h, a, b) / h(m, q)
    w = mean(lambda p, r: p ** shape * r ** (1 - shape), a, b) / (m ** shape * q ** (1 - shape))
    out["atkinson"] = 1 - w ** (1 / (1 - shape))
    out["hutchens"] = 1 - mean(lambda p, r: sqrt(p * r), a, b) / sqrt(m * q)
    return out


def many_indices(m, rho):
    s = (1 - rho) / rho
    weights = [k * (1 - k) for k in m]
    margins = [indices(k, rho, mpf(1) / 2) for k in m]
    out = {"eta": rho}
    for name in ("dissimilarity", "gini"):
        out[name] = sum(w * i[name] for w, i in zip(weights, margins)) / sum(weights)
    entropy = -sum(k * log(k) for k in m)
    out["mutual"] = entropy + sum(mean(lambda p, r: p * log(p) if p > 0 else mpf(0), k * s, (1 - k) * s) for k in m)
    out["theil"] = out["mutual"] / entropy
    out["entropy"] = entropy
    return out


def quantile(a, b, p):
    """By halving on the logit scale."""
    low, high = mpf(-400), mpf(400)
    for _ in range(90):
        middle = (low + high) / 2
        x = 1 / (1 + exp(-middle))
        if betainc(a, b, 0, x, regularized=True) < p:
            low = middle
        else:
            high = middle
    return 1 / (1 + exp(-low))


def show(x):
    return mp.nstr(x, 17, min_fixed=0, max_fixed=0)


def p_value(lr):
    return erfc(sqrt(lr / 2)) / 2


def emit(method, name, t, quantity, value):
    counts = " ".join(str(x) for r in t for x in r)
    print(f"{method},{name},rows={len(t)};counts={counts},{quantity},{show(value)}")


def main():
    print("method,case,arguments,quantity,value")
    for name, t in TWO.items():
        mp.dps = 30
        rho, m, lo, mlo, up, mup, lr = fit(t)
        mp.dps = 25
        shape = mpf(1) / 2 if name != "mixed-sizes" else mpf(1) / 5
        emit("BetaBinomialSegregation", name, t, "share", m[0])
        emit("BetaBinomialSegregation", name, t, "statistic", lr)
        emit("BetaBinomialSegregation", name, t, "pValue", p_value(lr))
        for part, r, k in (("value", rho, m), ("lower", lo, mlo), ("upper", up, mup)):
            if r == 0:
                continue
            for index, value in indices(k[0], r, shape).items():
                emit("BetaBinomialSegregation", name, t, index + "-" + part, value)
        s = (1 - rho) / rho
        for quantity, p in (("lowestTenth", mpf(1) / 10), ("highestTenth", mpf(9) / 10)):
            x = quantile(m[0] * s, m[1] * s, p) if p < 0.5 else 1 - quantile(m[1] * s, m[0] * s, 1 - p)
            emit("BetaBinomialSegregation", name, t, quantity, x)
    for name, t in MANY.items():
        mp.dps = 30
        rho, m, lo, mlo, up, mup, lr = fit(t)
        mp.dps = 25
        for j, k in enumerate(m):
            emit("DirichletMultinomialSegregation", name, t, f"share{j}", k)
        emit("DirichletMultinomialSegregation", name, t, "statistic", lr)
        emit("DirichletMultinomialSegregation", name, t, "pValue", p_value(lr))
        for part, r, k in (("value", rho, m), ("lower", lo, mlo), ("upper", up, mup)):
            if r == 0:
                continue
            for index, value in many_indices(k, r).items():
                emit("DirichletMultinomialSegregation", name, t, index + "-" + part, value)


main()
