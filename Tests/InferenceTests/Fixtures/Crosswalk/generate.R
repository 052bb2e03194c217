# What R prints for the data of the peer crosswalk: R 4.2.2 with its recommended package survival.
# Run in this folder: Rscript generate.R
#
# r.csv has one line per entry of the crosswalk: its identifier, the program, its version, and what it
# prints.

library(survival)

rows <- list()
put <- function(entry, value, program = "R", version = paste(R.version$major, R.version$minor, sep = "."))
  rows[[length(rows) + 1]] <<- data.frame(
    entry, program, version, value = sub("Inf", "inf", trimws(formatC(unname(value), digits = 15, format = "g"))))
survival <- function(entry, value)
  put(entry, value, "R survival", as.character(packageVersion("survival")))

# Two groups: rows are the focal group and the reference, columns selected and not selected.
table <- function(a, n1, b, n2) matrix(c(a, b, n1 - a, n2 - b), 2)
morris <- table(2, 10, 15, 25)
forty <- table(12, 40, 48, 80)
nine <- table(9, 10, 3, 10)
put("fisher-r", fisher.test(morris)$p.value)
put("fisher-interval-r", fisher.test(morris)$conf.int[2])
put("fisher-estimate-r", fisher.test(nine)$estimate)
put("fisher-upper-r", fisher.test(nine)$conf.int[2])
put("prop-test-r", prop.test(c(12, 48), c(40, 80))$statistic)
put("prop-test-uncorrected-r", prop.test(c(12, 48), c(40, 80), correct = FALSE)$statistic)
put("prop-test-interval-r", prop.test(c(12, 48), c(40, 80))$conf.int[1])
put("chisq-test-r", chisq.test(forty)$p.value)
put("poisson-test-r", poisson.test(c(11, 25), c(800, 1000))$p.value)
put("power-r", power.prop.test(n = 50, p1 = 0.5, p2 = 0.75)$power)
put("freeman-halton-r", fisher.test(matrix(c(
  1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4))$p.value)

# Berkeley 1973: admitted and rejected, women first, departments A to F.
women <- aperm(UCBAdmissions, c(2, 1, 3))[2:1, , ]
put("mantelhaen-r", mantelhaen.test(women)$statistic)
put("mantelhaen-uncorrected-r", mantelhaen.test(women, correct = FALSE)$statistic)
put("mantelhaen-odds-r", mantelhaen.test(women)$estimate)
put("mantelhaen-odds-lower-r", mantelhaen.test(women)$conf.int[1])
put("mantelhaen-exact-r", mantelhaen.test(women, exact = TRUE)$p.value)
put("mantelhaen-exact-estimate-r", mantelhaen.test(women, exact = TRUE)$estimate)
put("mantelhaen-exact-upper-r", mantelhaen.test(women, exact = TRUE)$conf.int[2])
# Penicillin and rabbits (Mantel): cured and died, with no delay and with one.
rabbits <- array(c(0, 0, 6, 5, 3, 0, 3, 6, 6, 2, 0, 4, 5, 6, 1, 0, 2, 5, 0, 0), c(2, 2, 5))
put("rabbits-exact-r", mantelhaen.test(rabbits, exact = TRUE)$p.value)

# Shares.
put("wilson-r", prop.test(81, 263, correct = FALSE)$conf.int[1])
put("wilson-corrected-r", prop.test(81, 263)$conf.int[1])
put("binom-test-interval-r", binom.test(81, 263)$conf.int[1])
put("binom-test-r", binom.test(16, 68, 0.268)$p.value)

# Ten amounts (the help example of the R packages ineq and DescTools).
pay <- c(541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261)
for (type in c(1, 2, 6, 7, 8)) {
  q <- quantile(pay, c(0.9, 0.1), type = type)
  put(paste0("quantile-type-", type, "-r"), q[1] / q[2])
}
put("variance-logs-r", var(log(pay)))

# Trend.
put("trend-r", prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82))$p.value)
put("trend-statistic-r", prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82))$statistic)
put("trend-zero-r", sqrt(prop.trend.test(c(0, 1, 3, 6), rep(50, 4), 0:3)$statistic))
quarters <- c(0.21, 0.24, 0.22, 0.27, 0.26, 0.30, 0.29, 0.33)
put("kendall-r", cor.test(1:8, quarters, method = "kendall")$p.value)
put("kendall-normal-r",
    cor.test(1:8, quarters, method = "kendall", exact = FALSE, continuity = FALSE)$p.value)

# Survival: acute myelogenous leukaemia (Miller 1997), maintained first.
survival("log-rank-r", pchisq(survdiff(Surv(time, status) ~ x, aml)$chisq, 1, lower.tail = FALSE))
maintained <- aml[aml$x == "Maintained", ]
both <- transform(aml, maintained = as.numeric(x == "Maintained"))
survival("cox-efron-r", exp(coef(coxph(Surv(time, status) ~ maintained, both))))
survival("cox-breslow-r", exp(coef(coxph(Surv(time, status) ~ maintained, both, ties = "breslow"))))
at <- function(type) summary(survfit(Surv(time, status) ~ 1, maintained, conf.type = type), times = 18)
survival("survfit-log-r", at("log")$lower)
survival("survfit-log-log-r", at("log-log")$lower)
survival("survfit-median-r", summary(survfit(Surv(time, status) ~ 1, maintained))$table["median"])
fit <- coxph(Surv(time, status) ~ maintained, both)
survival("zph-r", cox.zph(fit)$table["maintained", "p"])
survival("zph-identity-r", cox.zph(fit, transform = "identity")$table["maintained", "p"])

# Pay of two groups (the example of the R package statpsych).
focal <- c(36, 44, 47, 42, 49, 39, 46, 31, 33, 48)
reference <- c(32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40)
put("welch-r", t.test(focal, reference)$p.value)
put("median-r", 1 - median(focal) / median(reference))

write.csv(do.call(rbind, rows), "r.csv", row.names = FALSE, quote = FALSE)
