"""Reference values for the tests of Inference/Regression.

Written with Python 3.11.7, mpmath 1.3.0, scipy 1.17.1 and statsmodels 0.15.0.
Firth's estimates are roots, found at 30 digits, of the numerical gradient of the penalized
likelihood written out; separation is decided by linear programming.
Run in this folder: python3 generate.py
"""

import csv
import random

import mpmath as mp
import numpy as np
import statsmodels.api as sm
from scipy.optimize import linprog

mp.mp.dps = 30
rows = []


def put(method, case, arguments, **values):
    text = ";".join(
        f"{name}={' '.join(str(v) for v in value) if isinstance(value, list) else value}"
        for name, value in arguments.items())
    for quantity, value in values.items():
        if value != value:  # a peer that cannot compute the case
            continue
        number = mp.nstr(value, 17) if isinstance(value, mp.mpf) else repr(float(value))
        rows.append([method, case, text, quantity.replace("__", ":"), number])


def data(columns, x, successes, totals, strata=None):
    d = dict(columns=columns, values=[v for row in x for v in row], successes=successes,
             totals=totals)
    if strata is not None:
        d["strata"] = strata
    return d


# Firth's penalized likelihood.
def penalized(x, s, n, b):
    total, information = mp.mpf(0), mp.zeros(len(b), len(b))
    for row, si, ni in zip(x, s, n):
        eta = sum(v * c for v, c in zip(row, b))
        p = 1 / (1 + mp.exp(-eta))
        total += si * mp.log(p) + (ni - si) * mp.log(1 - p)
        for i in range(len(b)):
            for j in range(len(b)):
                information[i, j] += ni * p * (1 - p) * row[i] * row[j]
    return total + mp.log(mp.det(information)) / 2


def gradient(f, b):
    h = mp.mpf(10) ** -7
    found = []
    for j in range(len(b)):
        def at(k):
            return f([v + (k * h if i == j else 0) for i, v in enumerate(b)])
        found.append((8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h))
    return found


def maximum(x, s, n, start, fixed=None):
    """The largest penalized likelihood, coefficients in `fixed` held."""
    fixed = fixed or {}
    free = [j for j in range(len(start)) if j not in fixed]
    whole = lambda part: [fixed[j] if j in fixed else part[free.index(j)]
                          for j in range(len(start))]
    f = lambda part: penalized(x, s, n, whole(part))
    b = [mp.mpf(start[j]) for j in free]
    if not free:
        return whole([]), f([])
    for _ in range(60):
        g = gradient(f, b)
        h = mp.mpf(10) ** -5
        hessian = mp.zeros(len(b), len(b))
        for j in range(len(b)):
            up = gradient(f, [v + (h if i == j else 0) for i, v in enumerate(b)])
            down = gradient(f, [v - (h if i == j else 0) for i, v in enumerate(b)])
            for i in range(len(b)):
                hessian[i, j] = (up[i] - down[i]) / (2 * h)
        step = mp.lu_solve(hessian, mp.matrix(g))
        if sum(v * w for v, w in zip(step, g)) > 0:  # not uphill
            step = -step
        here, t = f(b), min(mp.mpf(1), 1 / max(max(abs(v) for v in step), mp.mpf(10) ** -20))
        while t > 1e-8 and f([v - t * step[i] for i, v in enumerate(b)]) < here - mp.mpf(10) ** -25:
            t /= 2
        b = [v - t * step[i] for i, v in enumerate(b)]
        if max(abs(v) for v in step) < mp.mpf(10) ** -16:
            break
    return whole(b), f(b)


def firth(case, columns, x, s, n, level="0.95"):
    b, best = maximum(x, s, n, [0] * len(columns))
    information = mp.zeros(len(b), len(b))
    for row, ni in zip(x, n):
        p = 1 / (1 + mp.exp(-sum(v * c for v, c in zip(row, b))))
        for i in range(len(b)):
            for j in range(len(b)):
                information[i, j] += ni * p * (1 - p) * row[i] * row[j]
    covariance = information ** -1
    z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))
    values = dict(logLikelihood=best)
    for j, name in enumerate(columns):
        se = mp.sqrt(covariance[j, j])
        values[f"value__{name}"] = b[j]
        values[f"standardError__{name}"] = se
        values[f"statistic__{name}"] = 2 * (best - maximum(x, s, n, b, {j: mp.mpf(0)})[1])
        for side, sign in (("lower", -1), ("upper", 1)):
            def lack(v):
                return 2 * (best - maximum(x, s, n, b, {j: v})[1]) - z * z
            far = b[j] + sign * z * se
            while lack(far) < 0:
                far += sign * se
            values[f"{side}__{name}"] = mp.findroot(lack, (b[j], far), solver="ridder",
                                                   tol=mp.mpf(10) ** -15, verify=False)
    put("FirthLogisticRegression", case, dict(data(columns, x, s, n), level=level), **values)


firth("separated", ["constant", "focal"], [[1, 1], [1, 0]], [0, 7], [9, 12])
firth("complete", ["constant", "score"], [[1, v] for v in (1, 2, 3, 4, 5, 6)], [0, 0, 0, 1, 1, 1],
      [1] * 6, "0.9")
firth("two-columns", ["constant", "focal", "tenure"],
      [[1, 1, 0], [1, 1, 3], [1, 0, 0], [1, 0, 1], [1, 0, 5], [1, 1, 5]],
      [0, 0, 2, 3, 5, 1], [6, 4, 9, 7, 6, 3])

# Separation by linear programming: is there a direction that moves nobody away from their own
# outcome and somebody towards it?
random.seed(12)


def separation(x, s, n):
    upper, cost = [], np.zeros(len(x[0]))
    for row, si, ni in zip(x, s, n):
        if si > 0:
            upper.append([-v for v in row])
            cost -= np.array(row)
        if ni - si > 0:
            upper.append(list(row))
            cost += np.array(row)
    scale = np.abs(np.array(x, float)).max(axis=0)
    found = linprog(cost / scale, A_ub=np.array(upper, float) / scale, b_ub=np.zeros(len(upper)),
                    bounds=[(-1, 1)] * len(x[0]), method="highs-ds")
    return found.fun < -1e-7


for case in range(160):
    k = random.choice([1, 2, 2, 3])
    m = random.randint(k + 2, 10)
    kind = random.choice(["whole", "binary", "wide"])
    draw = {"whole": lambda: random.randint(-3, 3), "binary": lambda: random.randint(0, 1),
            "wide": lambda: random.randint(-400, 400)}[kind]
    x = [[1] + [draw() for _ in range(k)] for _ in range(m)]
    if np.linalg.matrix_rank(np.array(x, float)) < k + 1:
        continue
    n = [random.choice([1, 1, 2, 5]) for _ in range(m)]
    s = [random.choice([0, ni, random.randint(0, ni)]) for ni in n]
    columns = ["constant"] + [f"x{j}" for j in range(k)]
    values = dict(isSeparated=1 if separation(x, s, n) else 0)
    if not values["isSeparated"]:
        model = sm.GLM(np.array([s, np.array(n) - s]).T, np.array(x, float),
                       family=sm.families.Binomial()).fit(method="newton", tol=1e-13, maxiter=200)
        if model.mle_retvals["converged"]:
            for name, value in zip(columns, model.params):
                values[f"value__{name}"] = value
    put("Separation", str(case), data(columns, x, s, n), **values)

# Cluster-robust covariance.
people, strata = [], []
for stratum in range(14):
    shift = random.gauss(0, 0.8)
    for _ in range(random.randint(4, 14)):
        focal, tenure = random.randint(0, 1), random.randint(0, 20)
        p = 1 / (1 + np.exp(0.5 - shift + 0.6 * focal - 0.06 * tenure))
        people.append(([1, focal, tenure], 1 if random.random() < p else 0))
        strata.append(f"r{stratum}")
x, y = [p[0] for p in people], [p[1] for p in people]
for correction, use in (("none", False), ("clustersAndCoefficients", True)):
    model = sm.Logit(np.array(y, float), np.array(x, float)).fit(
        disp=0, tol=1e-14, method="newton", maxiter=100, cov_type="cluster",
        cov_kwds=dict(groups=np.array([int(v[1:]) for v in strata]), use_correction=use))
    values = {}
    for i, name in enumerate(("constant", "focal", "tenure")):
        values[f"standardError__{name}"] = model.bse[i]
        values[f"statistic__{name}"] = model.tvalues[i]
    values["covariance__1__2"] = model.cov_params()[1, 2]
    put("ClusterRobustCovariance", "requisitions",
        dict(data(["constant", "focal", "tenure"], x, y, [1] * len(y), strata),
             correction=correction), **values)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
