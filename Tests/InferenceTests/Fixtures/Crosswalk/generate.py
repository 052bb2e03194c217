"""What Python's programs print for the data of the peer crosswalk.

Written with Python 3.11, numpy, scipy 1.17.1 and statsmodels 0.15.0.
Run in this folder: python3 generate.py

python.csv has one line per entry of the crosswalk: its identifier, the program, its version, and what it
prints.
"""

import csv
import platform
import statistics
import warnings

import numpy as np
import scipy
import scipy.stats as st
import statsmodels
import statsmodels.api as sm
from statsmodels.stats.proportion import (
    confint_proportions_2indep, multinomial_proportions_confint, proportion_confint,
    proportion_effectsize, proportions_ztest)

warnings.simplefilter("ignore")
rows = []


def put(entry, value, program, version):
    rows.append([entry, program, version, f"{float(value):.15g}"])


def scipy_prints(entry, value):
    put(entry, value, "SciPy", scipy.__version__)


def statsmodels_prints(entry, value):
    put(entry, value, "statsmodels", statsmodels.__version__)


# Two groups: rows are the focal group and the reference, columns selected and not selected.
def table(a, n1, b, n2):
    return np.array([[a, n1 - a], [b, n2 - b]])


def transposed(a, n1, b, n2):
    """SciPy's unconditional tests take each group as a column."""
    return table(a, n1, b, n2).T


morris, forty = (2, 10, 15, 25), (12, 40, 48, 80)
scipy_prints("fisher-scipy", st.fisher_exact(table(*morris)).pvalue)
scipy_prints("boschloo-scipy", st.boschloo_exact(transposed(*morris), n=256).pvalue)
scipy_prints("barnard-ties-scipy", st.barnard_exact(transposed(7, 15, 12, 15), n=256).pvalue)
scipy_prints("barnard-small-scipy", st.barnard_exact(transposed(3, 15, 25, 43), n=256).pvalue)
odds = st.contingency.odds_ratio(table(9, 10, 3, 10))
scipy_prints("odds-estimate-scipy", odds.statistic)
scipy_prints("odds-upper-scipy", odds.confidence_interval(0.95).high)
scipy_prints("odds-small-scipy", st.contingency.odds_ratio(
    table(5, 197, 40, 90)).confidence_interval(0.95).high)
scipy_prints("yates-scipy", st.chi2_contingency(table(*forty)).statistic)
scipy_prints("chi-squared-scipy", st.chi2_contingency(table(*forty), correction=False).statistic)
scipy_prints("g-scipy", st.chi2_contingency(
    table(*forty), correction=False, lambda_="log-likelihood").statistic)
katz = st.contingency.relative_risk(10, 75, 12, 225).confidence_interval(0.95)
scipy_prints("katz-scipy", katz.low)
scipy_prints("katz-koopman-scipy", katz.low)
statsmodels_prints("z-statsmodels", proportions_ztest([12, 48], [40, 80])[0])
statsmodels_prints("zero-odds-statsmodels", sm.stats.Table2x2(table(10, 10, 0, 20)).oddsratio)
statsmodels_prints("zero-ratio-statsmodels", sm.stats.Table2x2(table(10, 10, 0, 20)).riskratio)
newcombe = (56, 70, 48, 80)
for entry, method in [("score-difference-statsmodels", "score"), ("newcombe-statsmodels", "newcomb"),
                      ("agresti-caffo-statsmodels", "agresti-caffo")]:
    statsmodels_prints(entry, confint_proportions_2indep(*newcombe, method=method, compare="diff")[1])
statsmodels_prints("score-ratio-statsmodels", confint_proportions_2indep(
    10, 75, 12, 225, method="score", compare="ratio", correction=False)[0])
statsmodels_prints("cohen-h-statsmodels", proportion_effectsize(12 / 40, 48 / 80))

# Strata: Berkeley 1973 (women's admitted and rejected, then men's) and Mantel's rabbits.
berkeley = [table(89, 108, 512, 825), table(17, 25, 353, 560), table(202, 593, 120, 325),
            table(131, 375, 138, 417), table(94, 393, 53, 191), table(24, 341, 22, 373)]
strata = sm.stats.StratifiedTable([t.astype(float) for t in berkeley])
statsmodels_prints("cmh-statsmodels", strata.test_null_odds().statistic)
statsmodels_prints("mh-odds-statsmodels", strata.oddsratio_pooled)
statsmodels_prints("breslow-day-statsmodels", strata.test_equal_odds().statistic)
statsmodels_prints("tarone-statsmodels", strata.test_equal_odds(adjust=True).statistic)
rabbits = [[[0, 6], [0, 5]], [[3, 3], [0, 6]], [[6, 0], [2, 4]], [[5, 1], [6, 0]], [[2, 0], [5, 0]]]
statsmodels_prints("rabbits-statsmodels", sm.stats.StratifiedTable(
    [np.array(t, dtype=float) for t in rabbits]).test_equal_odds().statistic)
statsmodels_prints("rabbits-informative-statsmodels", sm.stats.StratifiedTable(
    [np.array(t, dtype=float) for t in rabbits[1:4]]).test_equal_odds(adjust=True).statistic)

# Shares.
for entry, method in [("wilson-statsmodels", "wilson"), ("wald-statsmodels", "normal"),
                      ("beta-statsmodels", "beta"), ("agresti-coull-statsmodels", "agresti_coull"),
                      ("jeffreys-statsmodels", "jeffreys"), ("binom-test-statsmodels", "binom_test")]:
    statsmodels_prints(entry, proportion_confint(81, 263, method=method)[0])
statsmodels_prints("jeffreys-zero-statsmodels", proportion_confint(0, 20, method="jeffreys")[1])
scipy_prints("binomtest-scipy", st.binomtest(16, 68, 0.268).pvalue)
scipy_prints("binomtest-wilson-scipy", st.binomtest(81, 263).proportion_ci(method="wilson").low)
blood = [91, 49, 37, 43]
statsmodels_prints("goodman-statsmodels", multinomial_proportions_confint(blood)[0, 0])
statsmodels_prints(
    "sison-glaz-statsmodels", multinomial_proportions_confint(blood, method="sison-glaz")[0, 0])

# Ten amounts (the help example of the R packages ineq and DescTools).
pay = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
high, low = np.percentile(pay, [90, 10])
put("percentile-numpy", high / low, "NumPy", np.__version__)
high, low = np.percentile(pay, [90, 10], method="inverted_cdf")
put("inverted-cdf-numpy", high / low, "NumPy", np.__version__)
tenths = statistics.quantiles(pay, n=10)
put("quantiles-python", tenths[8] / tenths[0], "Python statistics", platform.python_version())
high, low = st.mstats.mquantiles(pay, [0.9, 0.1])
scipy_prints("mquantiles-scipy", high / low)
put("variance-logs-numpy", np.var(np.log(pay)), "NumPy", np.__version__)

# Diversity.
scipy_prints("entropy-scipy", st.entropy([140, 60, 30, 65]))
scipy_prints("entropy-bits-scipy", st.entropy([140, 60, 30, 65], base=2))

# Trend.
scores = [[0, 50], [1, 49], [3, 47], [6, 44]]
for entry, shift in [("trend-zero-statsmodels", True), ("trend-unshifted-statsmodels", False)]:
    t = sm.stats.Table(np.array(scores), shift_zeros=shift)
    found = t.test_ordinal_association(row_scores=np.arange(4), col_scores=np.array([1, 0]))
    statsmodels_prints(entry, found.zscore)
quarters = [0.21, 0.24, 0.22, 0.27, 0.26, 0.30, 0.29, 0.33]
scipy_prints("kendall-scipy", st.kendalltau(range(8), quarters).pvalue)
scipy_prints("kendall-tau-scipy", st.kendalltau(range(8), quarters).statistic)
slope = st.theilslopes(quarters, range(8))
scipy_prints("theil-sen-scipy", slope.slope)

# Survival: acute myelogenous leukaemia (Miller 1997), maintained first.
times = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]
status = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]
maintained = [1.0] * 11 + [0.0] * 12
for entry, ties in [("phreg-statsmodels", None), ("phreg-efron-statsmodels", "efron")]:
    options = {} if ties is None else {"ties": ties}
    fit = sm.PHReg(np.array(times), np.array(maintained)[:, None], status=np.array(status), **options).fit()
    statsmodels_prints(entry, np.exp(fit.params[0]))
statsmodels_prints("log-rank-statsmodels", sm.duration.survdiff(
    np.array(times), np.array(status), np.array(maintained))[1])
statsmodels_prints(
    "survfunc-median-statsmodels", sm.SurvfuncRight(times[:11], status[:11]).quantile(0.5))

# Pay of two groups (the example of the R package statpsych).
focal = [36, 44, 47, 42, 49, 39, 46, 31, 33, 48]
reference = [32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40]
scipy_prints("t-test-scipy", st.ttest_ind(focal, reference).pvalue)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["entry", "program", "version", "value"])
    writer.writerows(rows)
