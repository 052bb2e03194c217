# Reference values for the tests of calculators that read files, from R (4.2.2) with its recommended
# package survival (3.5.3).
# Run in this folder: Rscript people.R
#
# people.csv holds made-up people; people-r.csv holds the values. Firth's regression is the maximum,
# by Newton's method, of the likelihood times the square root of the information's determinant
# (Jeffreys' prior), written out; its interval is the profile of that.

library(survival)
rows <- list()
put <- function(calculator, case, ...) {
  values <- list(...)
  for (quantity in names(values))
    rows[[length(rows) + 1]] <<- data.frame(
      calculator = calculator, case = case, arguments = "data=people", quantity = quantity,
      value = sub("Inf", "inf", formatC(values[[quantity]], digits = 17, format = "g")))
}

# A linear congruential sequence, so that any program makes the same people.
state <- 20250311
draw <- function(n) { state <<- (state * 16807) %% 2147483647; floor(n * state / 2147483647) }
people <- do.call(rbind, lapply(1:160, function(i) {
  sex <- c("Women", "Men")[1 + draw(2)]
  department <- c("Sales", "Engineering", "Finance")[1 + draw(3)]
  experience <- draw(200) / 10
  requisition <- paste0("R", 1 + draw(12))
  team <- paste0("T", 1 + draw(20))
  score <- experience / 8 + (department == "Sales") - 0.9 * (sex == "Women") - 1
  hired <- if (draw(1000) / 1000 < 1 / (1 + exp(-score))) "yes" else "no"
  entry <- if (draw(3) == 0) draw(300) else 0
  days <- entry + 1 + draw(if (sex == "Women") 600 else 900)
  reason <- c("", "resigned", "dismissed")[1 + c(0, 0, 1, 1, 2)[1 + draw(5)]]
  age <- 22 + draw(43)
  let_go <- if (draw(100) < 10 + age / 2) 1 else 0
  data.frame(sex, department, experience, requisition, team, hired, entry, days, reason, age,
             let_go)
}))
# Everyone of a small department is hired, so that its coefficient has no end.
people$unit <- ifelse(seq_len(nrow(people)) %% 23 == 0, "Pilot", "Line")
people$offered <- ifelse(people$unit == "Pilot", "yes", people$hired)
write.csv(people, "people.csv", row.names = FALSE, quote = FALSE)

people$focal <- as.integer(people$sex == "Women")
people$y <- as.integer(people$hired == "yes")
z <- qnorm(0.975)
tail <- function(statistic, df = 1) pchisq(statistic, df, lower.tail = FALSE)

# Regression: the control texts in alphabetical order, the first without a column.
model <- y ~ focal + factor(department) + experience
fit <- glm(model, binomial, people, control = list(epsilon = 1e-14, maxit = 100))
b <- coef(fit)["focal"]; s <- sqrt(vcov(fit)["focal", "focal"])
put("regression", "logistic-regression-odds-ratio", estimate = exp(b), lower = exp(b - z * s),
    upper = exp(b + z * s))
without <- update(fit, . ~ . - focal)
put("regression", "logistic-regression-likelihood-ratio",
    p = tail(deviance(without) - deviance(fit)))
put("regression", "logistic-regression-wald", p = 2 * pnorm(-abs(b / s)))

x <- model.matrix(fit)
bread <- vcov(fit)
meat <- crossprod(rowsum(x * (people$y - fitted(fit)), people$team))
g <- length(unique(people$team)); n <- nrow(people); k <- ncol(x)
robust <- bread %*% meat %*% bread * g / (g - 1) * (n - 1) / (n - k)
sr <- sqrt(robust["focal", "focal"])
put("regression", "cluster-robust-covariance-odds-ratio", estimate = exp(b),
    lower = exp(b - z * sr), upper = exp(b + z * sr))
put("regression", "cluster-robust-covariance-wald", p = 2 * pnorm(-abs(b / sr)))

standard <- function(value) {
  everyone <- x
  everyone[, "focal"] <- value
  p <- plogis(drop(everyone %*% coef(fit)))
  list(rate = mean(p), gradient = colMeans(p * (1 - p) * everyone))
}
one <- standard(1); zero <- standard(0)
put("regression", "adjusted-rates-focal", estimate = one$rate)
put("regression", "adjusted-rates-reference", estimate = zero$rate)
slope <- one$gradient / one$rate - zero$gradient / zero$rate
e <- sqrt(drop(slope %*% bread %*% slope))
put("regression", "adjusted-rates-impact-ratio", estimate = one$rate / zero$rate,
    lower = exp(log(one$rate / zero$rate) - z * e), upper = exp(log(one$rate / zero$rate) + z * e))
slope <- one$gradient - zero$gradient
e <- sqrt(drop(slope %*% bread %*% slope))
put("regression", "adjusted-rates-risk-difference", estimate = one$rate - zero$rate,
    lower = one$rate - zero$rate - z * e, upper = one$rate - zero$rate + z * e)

within <- clogit(update(model, . ~ . + strata(requisition)), people, method = "exact")
b <- coef(within)["focal"]; s <- sqrt(vcov(within)["focal", "focal"])
put("strata", "conditional-logistic-regression-odds-ratio", estimate = exp(b),
    lower = exp(b - z * s), upper = exp(b + z * s))
less <- clogit(y ~ factor(department) + experience + strata(requisition), people,
               method = "exact")
put("strata", "conditional-logistic-regression-likelihood-ratio",
    p = tail(2 * (within$loglik[2] - less$loglik[2])))
common <- mantelhaen.test(people$focal, people$y, people$requisition, correct = FALSE)
put("strata", "cochran-mantel-haenszel", p = common$p.value)

# Firth: every pilot has an offer, so that maximum likelihood has no end.
people$offer <- as.integer(people$offered == "yes")
x <- model.matrix(~ focal + factor(unit), people)
penalized <- function(beta) {
  eta <- drop(x %*% beta); w <- dlogis(eta)
  sum(people$offer * plogis(eta, log.p = TRUE) +
        (1 - people$offer) * plogis(-eta, log.p = TRUE)) +
    0.5 * determinant(crossprod(x * sqrt(w)))$modulus[1]
}
# The greatest value with the focal coefficient held, or of all: Newton's method on the modified
# score.
greatest <- function(held = NULL) {
  free <- if (is.null(held)) 1:3 else c(1, 3)
  beta <- c(0, 0, 0)
  if (!is.null(held)) beta[2] <- held
  for (step in 1:500) {
    eta <- drop(x %*% beta); w <- dlogis(eta)
    information <- crossprod(x * sqrt(w))
    h <- w * rowSums((x %*% solve(information)) * x)
    score <- colSums(x * (people$offer - plogis(eta) + h * (0.5 - plogis(eta))))
    move <- solve(information[free, free], score[free])
    move <- move / max(1, max(abs(move)))
    beta[free] <- beta[free] + move
    if (max(abs(move)) < 1e-13) break
  }
  list(beta = beta, value = penalized(beta))
}
top <- greatest()
limit <- function(range) uniroot(
  function(held) greatest(held)$value - top$value + qchisq(0.95, 1) / 2, range, tol = 1e-13)$root
b <- top$beta[2]
put("separated", "firth-logistic-regression-odds-ratio", estimate = exp(b),
    lower = exp(limit(c(b - 4, b))), upper = exp(limit(c(b, b + 4))))
put("separated", "firth-logistic-regression-likelihood-ratio",
    p = tail(2 * (top$value - greatest(0)$value)))

# Survival: late entry where it is asked for, efron ties, log-log intervals.
people$cause <- match(people$reason, c("", "resigned", "dismissed")) - 1
arguments <- function(...) paste0("data=people;", ...)
share <- function(case, id, subject, time, s) {
  put(case, id, estimate = s$surv, error = s$std.err, lower = s$lower, upper = s$upper)
  for (row in length(rows) - 0:3)
    rows[[row]]$arguments <<- arguments("subject=", subject, ";time=", time)
}
set_subject <- function(count, subject)
  for (row in length(rows) - seq_len(count) + 1)
    rows[[row]]$arguments <<- arguments("subject=", subject)
for (sex in c("Women", "Men")) {
  late <- survfit(Surv(entry, days, cause > 0) ~ 1, people[people$sex == sex, ],
                  conf.type = "log-log")
  for (time in c(200, 400)) {
    s <- summary(late, times = time)
    share("survival-late", "survival-probability", sex, time, s)
  }
  q <- quantile(late, 0.5)
  put("survival-late", "median-survival-time", estimate = q$quantile, lower = q$lower,
      upper = q$upper)
  set_subject(3, sex)
  both <- survfit(Surv(days, factor(cause, 0:2, c("none", "resigned", "dismissed"))) ~ 1,
                  people[people$sex == sex, ], conf.type = "log-log")
  for (time in c(200, 400)) {
    s <- summary(both, times = time)
    share("survival-cause", "aalen-johansen", sex, time,
          list(surv = s$pstate[2], std.err = s$std.err[2], lower = s$lower[2], upper = s$upper[2]))
  }
}
log_rank <- function(case, id, formula, rho = 0) {
  d <- survdiff(formula, people, rho = rho)
  put(case, id, p = tail(d$chisq, length(d$n) - 1))
}
# survdiff does not know late entry.
log_rank("survival-cause", "log-rank", Surv(days, cause == 1) ~ sex)
log_rank("survival-cause", "log-rank-fleming-harrington", Surv(days, cause == 1) ~ sex, 1)
log_rank("survival-strata", "log-rank-stratified",
         Surv(days, cause > 0) ~ sex + strata(department))
log_rank("survival-groups", "log-rank", Surv(days, cause > 0) ~ department)

cox <- function(case, subject, name, formula, less, score = FALSE) {
  fit <- coxph(formula, people,
               control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100))
  b <- coef(fit)[name]; s <- sqrt(vcov(fit)[name, name])
  put(case, "hazard-ratio", estimate = exp(b), lower = exp(b - z * s), upper = exp(b + z * s))
  set_subject(3, subject)
  put(case, "hazard-ratio-wald", p = 2 * pnorm(-abs(b / s)))
  set_subject(1, subject)
  put(case, "proportional-hazards", p = cox.zph(fit, terms = FALSE)$table[name, "p"])
  set_subject(1, subject)
  null <- if (is.null(less)) fit$loglik[1] else coxph(less, people)$loglik[2]
  put(case, "hazard-ratio-likelihood-ratio",
      p = tail(2 * (fit$loglik[2] - null), length(coef(fit)) - if (is.null(less)) 0 else
        length(coef(coxph(less, people)))))
  if (score) put(case, "hazard-ratio-score", p = tail(fit$score))
  invisible(fit)
}
cox("survival-cause", "Women", "focal", Surv(days, cause == 1) ~ focal, NULL, TRUE)
fit <- cox("survival-late", "Women", "focal",
           Surv(entry, days, cause > 0) ~ focal + factor(unit) + age,
           Surv(entry, days, cause > 0) ~ factor(unit) + age)
put("survival-late", "proportional-hazards-all",
    p = cox.zph(fit, terms = FALSE)$table["GLOBAL", "p"])
cox("survival-strata", "Women", "focal",
    Surv(days, cause > 0) ~ focal + strata(department), NULL)
people$place <- factor(people$department, c("Finance", "Engineering", "Sales"))
for (name in c("Engineering", "Sales"))
  cox("survival-groups", name, paste0("place", name), Surv(days, cause > 0) ~ place, NULL)

# Reductions by age, every set of as many people written out: Westvaco's second round (Watkins and
# others) and the first twelve of the people.
reduction <- function(case, age, gone, from) {
  cuts <- sort(unique(age))[-1]
  sets <- combn(length(age), length(gone))
  p_of <- function(set) sapply(cuts, function(cut) {
    older <- age >= cut
    out <- seq_along(age) %in% set
    fisher.test(table(factor(older, c(TRUE, FALSE)), factor(out, c(TRUE, FALSE))))$p.value
  })
  smallest <- apply(sets, 2, function(set) min(p_of(set)))
  seen <- min(p_of(gone))
  put(case, "age-cut-point-scan-alone", p = seen)
  put(case, "age-cut-point-scan", p = mean(smallest <= seen * (1 + 1e-7)))
  sums <- apply(sets, 2, function(set) sum(age[set]))
  put(case, "mean-age-permutation-older", p = mean(sums >= sum(age[gone])))
  expected <- mean(age) * length(gone)
  put(case, "mean-age-permutation-two-sided",
      p = mean(abs(sums - expected) >= abs(sum(age[gone]) - expected) - 1e-9))
  put(case, "fisher-exact-minlike",
      p = fisher.test(table(age >= from, seq_along(age) %in% gone))$p.value)
}
reduction("reduction-westvaco", c(25, 33, 35, 38, 48, 55, 55, 55, 56, 64), c(6, 7, 10), 50)
first <- people[1:12, ]
reduction("reduction-first", first$age, which(first$let_go == 1), 40)

write.csv(do.call(rbind, rows), "people-r.csv", row.names = FALSE, quote = FALSE)
