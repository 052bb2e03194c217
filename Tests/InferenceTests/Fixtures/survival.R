# Reference values for the tests of Inference/Survival, from R (4.2.2) with its recommended package
# survival (3.5.3).
# Run in this folder: Rscript survival.R
#
# survival-spells.csv holds the data: lung (North Central Cancer Treatment Group, Loprinzi et al.
# 1994) and aml (Miller 1997), both as published in the survival package, and made-up careers with
# late entry, three groups, two causes, two strata and two covariates.
# survival-r.csv holds the values; the argument "data" names the data.

library(survival)

rows <- list()
put <- function(method, data, arguments, ...) {
  arguments <- c(list(data = data), arguments)
  text <- paste(names(arguments), sapply(arguments, function(x) paste(x, collapse = " ")),
                sep = "=", collapse = ";")
  values <- list(...)
  for (quantity in names(values))
    rows[[length(rows) + 1]] <<- data.frame(
      method = method, case = data, arguments = text, quantity = quantity,
      value = sub("Inf", "inf", formatC(values[[quantity]], digits = 17, format = "g")))
}

# Careers: a linear congruential sequence, so that any program makes the same ones.
state <- 20240607
draw <- function(n) { state <<- (state * 16807) %% 2147483647; state %% n }
careers <- do.call(rbind, lapply(1:150, function(i) {
  group <- draw(3); stratum <- draw(2); age <- 20 + draw(41); grade <- draw(4)
  entry <- if (draw(3) == 0) 0 else draw(25)
  exit <- entry + 1 + draw(30 + 6 * group)
  cause <- c(0, 1, 1, 2, 2)[1 + draw(5)]
  data.frame(entry, exit, cause, group, stratum, age, grade)
}))
lungs <- with(lung, data.frame(entry = 0, exit = time, cause = status - 1, group = sex - 1,
                               stratum = ifelse(is.na(inst), 99, inst), age, grade = ph.ecog))
amls <- with(aml, data.frame(entry = 0, exit = time, cause = status,
                             group = as.integer(x) - 1, stratum = 0, age = 0, grade = 0))
spells <- rbind(cbind(data = "lung", lungs), cbind(data = "aml", amls),
                cbind(data = "careers", careers))
write.table(spells, "survival-spells.csv", sep = ",", quote = FALSE, row.names = FALSE, na = "")

sets <- list(lung = lungs, aml = amls, careers = careers)

# One-group curves: late entry by counting process.
for (data in names(sets)) for (group in sort(unique(sets[[data]]$group))) {
  d <- sets[[data]][sets[[data]]$group == group, ]
  events <- if (data == "careers") list(any = d$cause > 0, `1` = d$cause == 1) else
    list(any = d$cause > 0)
  for (event in names(events)) for (level in c(0.9, 0.95)) {
    fit <- survfit(Surv(d$entry, d$exit, events[[event]]) ~ 1, conf.type = "log-log",
                   conf.int = level, stype = 1, ctype = 1)
    arguments <- list(group = group, event = event, level = level)
    keep <- which(fit$n.event > 0)
    if (length(keep) > 25) keep <- keep[c(1:3, seq(7, length(keep) - 3, 9), length(keep) - 2:0)]
    for (i in keep) {
      at <- c(arguments, time = fit$time[i])
      values <- list(atRisk = fit$n.risk[i], events = fit$n.event[i], survival = fit$surv[i])
      if (fit$surv[i] > 0)
        values <- c(values, list(standardError = fit$surv[i] * fit$std.err[i],
                                 lower = fit$lower[i], upper = fit$upper[i]))
      do.call(put, c(list("KaplanMeierCurve", data, at), values))
      z <- qnorm(1 - (1 - level) / 2)
      put("NelsonAalenCurve", data, at, value = fit$cumhaz[i], standardError = fit$std.chaz[i],
          lower = fit$cumhaz[i] * exp(-z * fit$std.chaz[i] / fit$cumhaz[i]),
          upper = fit$cumhaz[i] * exp(z * fit$std.chaz[i] / fit$cumhaz[i]))
    }
    q <- quantile(fit, 0.5)
    if (!is.na(q$quantile))
      put("MedianSurvivalTime", data, arguments, value = q$quantile, lower = q$lower,
          upper = ifelse(is.na(q$upper), Inf, q$upper))
  }
}

# Cumulative incidence. R's standard errors are infinitesimal jackknife; without late entry they
# are the multinomial Greenwood ones, with late entry only the curves are comparable.
for (late in c("careers", "unlate")) for (group in 0:2) for (cause in 1:2) {
  d <- careers[careers$group == group, ]
  if (late == "unlate") { d$exit <- d$exit - d$entry; d$entry <- 0 }
  d$id <- seq_len(nrow(d))
  fit <- survfit(Surv(entry, exit, factor(cause, 0:2)) ~ 1, d, id = id, conf.type = "log-log")
  column <- cause + 1
  for (i in which(fit$n.event[, column] > 0)) {
    at <- list(group = group, cause = cause, time = fit$time[i])
    values <- list(value = fit$pstate[i, column])
    if (late == "unlate")
      values <- c(values, list(standardError = fit$std.err[i, column],
                               lower = fit$lower[i, column], upper = fit$upper[i, column]))
    do.call(put, c(list("AalenJohansenCurve", late, at), values))
  }
}

# Log-rank. survdiff has no late entry, so there the tests are Mantel-Haenszel tests with one
# stratum per event time.
for (data in c("lung", "aml")) for (rho in c(0, 0.5, 1)) {
  test <- survdiff(Surv(exit, cause) ~ group, sets[[data]], rho = rho)
  put("LogRankTest", data, list(rho = rho, strata = "none", event = "any"),
      statistic = test$chisq, pValue = pchisq(test$chisq, 1, lower.tail = FALSE),
      observed0 = test$obs[1], expected0 = test$exp[1])
}
for (rho in c(0, 1)) {
  known <- lung[!is.na(lung$inst), ]
  test <- survdiff(Surv(time, status) ~ sex + strata(inst), known, rho = rho)
  put("LogRankTest", "lung", list(rho = rho, strata = "stratum", event = "any"),
      statistic = test$chisq, pValue = pchisq(test$chisq, 1, lower.tail = FALSE),
      observed0 = sum(test$obs[1, ]), expected0 = sum(test$exp[1, ]))
  plain <- transform(careers, exit = exit - entry, entry = 0)
  test <- survdiff(Surv(exit, cause > 0) ~ group, plain, rho = rho)
  put("LogRankTest", "unlate", list(rho = rho, strata = "none", event = "any"),
      statistic = test$chisq, pValue = pchisq(test$chisq, 2, lower.tail = FALSE),
      observed0 = test$obs[1], expected0 = test$exp[1])
}
for (event in c("any", "1", "2")) for (strata in c("none", "stratum")) {
  d <- careers
  d$event <- if (event == "any") d$cause > 0 else d$cause == as.integer(event)
  if (strata == "none") d$stratum <- 0
  person <- do.call(rbind, lapply(split(d, d$stratum), function(s)
    do.call(rbind, lapply(sort(unique(s$exit[s$event])), function(t) {
      at <- s[s$entry < t & s$exit >= t, ]
      data.frame(group = at$group, event = at$exit == t & at$event,
                 time = paste(s$stratum[1], t))
    }))))
  counts <- table(person$group, person$event, person$time)
  counts <- counts[, , apply(counts, 3, sum) > 1]
  test <- mantelhaen.test(counts, correct = FALSE)
  put("LogRankTest", "careers", list(rho = 0, strata = strata, event = event),
      statistic = unname(test$statistic), pValue = test$p.value)
}

# Cox.
cox <- function(data, formula, d, columns, strata, event) for (ties in c("efron", "breslow")) {
  # cox.zph evaluates the call again, so the data must be part of it.
  fit <- do.call(coxph, list(formula, d, ties = ties, eps = 1e-13, toler.chol = 1e-14,
                             iter.max = 50))
  arguments <- list(columns = columns, strata = strata, event = event, ties = ties)
  values <- list(null = fit$loglik[1], logLikelihood = fit$loglik[2],
                 likelihoodRatio = 2 * diff(fit$loglik), score = fit$score,
                 wald = unname(fit$wald.test))
  interval <- summary(fit)$conf.int
  for (i in seq_along(columns)) {
    values[[paste0("coefficient", i - 1)]] <- unname(coef(fit)[i])
    values[[paste0("standardError", i - 1)]] <- sqrt(vcov(fit)[i, i])
    values[[paste0("ratio", i - 1)]] <- interval[i, 1]
    values[[paste0("lower", i - 1)]] <- interval[i, 3]
    values[[paste0("upper", i - 1)]] <- interval[i, 4]
  }
  do.call(put, c(list("CoxRegression", data, arguments), values))
  for (scale in c("km", "identity", "log", "rank")) {
    zph <- cox.zph(fit, transform = scale, terms = FALSE)
    values <- list(all = zph$table["GLOBAL", "chisq"], pValue = zph$table["GLOBAL", "p"])
    for (i in seq_along(columns)) values[[paste0("each", i - 1)]] <- zph$table[i, "chisq"]
    # The scaled residuals of the first and the last event time with one event.
    single <- which(!(zph$time %in% zph$time[duplicated(zph$time)]))
    for (i in single[c(1, length(single))])
      values[[paste0("residual", zph$time[i])]] <- zph$y[i, 1]
    do.call(put, c(list("ProportionalHazardsTest", data, c(arguments, scale = scale)), values))
  }
}
cox("lung", Surv(exit, cause) ~ group, lungs, "group", "none", "any")
known <- lungs[!is.na(lungs$grade), ]
cox("lung", Surv(exit, cause) ~ group + age + grade, known, c("group", "age", "grade"), "none",
    "any")
cox("lung", Surv(exit, cause) ~ group + strata(stratum), lungs[lungs$stratum != 99, ], "group",
    "stratum", "any")
cox("aml", Surv(exit, cause) ~ group, amls, "group", "none", "any")
cox("careers", Surv(entry, exit, cause > 0) ~ group + age, careers, c("group", "age"), "none",
    "any")
cox("careers", Surv(entry, exit, cause == 1) ~ group + age + grade + strata(stratum), careers,
    c("group", "age", "grade"), "stratum", "1")
cox("careers", Surv(entry, exit, cause == 2) ~ age + grade, careers, c("age", "grade"), "none",
    "2")

write.table(do.call(rbind, rows), "survival-r.csv", sep = ",", quote = FALSE, row.names = FALSE)
