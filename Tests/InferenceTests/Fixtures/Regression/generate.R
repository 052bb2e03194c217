# Reference values for the tests of Inference/Regression, from base R (4.2.2) and survival (3.5).
# Run in this folder: Rscript generate.R

library(survival)
rows <- list()
text <- function(x) paste(sapply(x, function(v)
  if (is.numeric(v)) trimws(formatC(v, digits = 17, format = "g")) else v), collapse = " ")
put <- function(method, case, arguments, values) {
  named <- paste(names(arguments), sapply(arguments, text), sep = "=", collapse = ";")
  for (quantity in names(values))
    rows[[length(rows) + 1]] <<- data.frame(
      method = method, case = case, arguments = named, quantity = quantity,
      value = formatC(values[[quantity]], digits = 17, format = "g"))
}
data <- function(x, successes, totals, strata = NULL) {
  d <- list(columns = colnames(x), values = as.vector(t(x)), successes = successes,
            totals = totals)
  if (!is.null(strata)) d$strata <- as.character(strata)
  d
}

# Logistic regression: estimates, standard errors, deviance, likelihood ratio tests.
# glm's standard errors are those of the step before the last, so it is started again at the end.
fit <- function(x, successes, totals) {
  y <- cbind(successes, totals - successes)
  control <- glm.control(epsilon = 1e-12, maxit = 100)
  first <- glm(y ~ 0 + x, family = binomial, control = control)
  glm(y ~ 0 + x, family = binomial, control = control, start = coef(first))
}
logistic <- function(case, x, successes, totals) {
  model <- fit(x, successes, totals)
  values <- list(deviance = deviance(model), residualDegreesOfFreedom = df.residual(model))
  p <- fitted(model)
  values$logLikelihood <- sum(ifelse(successes > 0, successes * log(p), 0)) +
    sum(ifelse(totals > successes, (totals - successes) * log1p(-p), 0))
  for (j in seq_len(ncol(x))) {
    values[[paste0("value:", colnames(x)[j])]] <- unname(coef(model)[j])
    values[[paste0("standardError:", colnames(x)[j])]] <- sqrt(vcov(model)[j, j])
    if (ncol(x) > 1) {
      without <- fit(x[, -j, drop = FALSE], successes, totals)
      values[[paste0("likelihoodRatio:", colnames(x)[j])]] <- deviance(without) - deviance(model)
    }
  }
  put("LogisticRegression", case, data(x, successes, totals), values)
}
admitted <- c(89, 512, 17, 353, 202, 120, 131, 138, 94, 53, 24, 22)
applied <- admitted + c(19, 313, 8, 207, 391, 205, 244, 279, 299, 138, 317, 351)
female <- rep(1:0, 6)
department <- rep(LETTERS[1:6], each = 2)
dummies <- sapply(LETTERS[2:6], function(d) as.numeric(department == d))
pooled <- cbind(constant = 1, female = female)
adjusted <- cbind(constant = 1, female = female, dummies)
logistic("adverse-37-unadjusted", pooled, admitted, applied)
logistic("adverse-37", adjusted, admitted, applied)
infertility <- cbind(constant = 1, age = infert$age, parity = infert$parity,
                     spontaneous = infert$spontaneous, induced = infert$induced)
logistic("infert", infertility, infert$case, rep(1, nrow(infert)))
# Reduction in force of Moore et al., exercise 17.31.
logistic("adverse-17", cbind(constant = 1, older = 1:0), c(71, 17), c(906, 581))

# Conditional logistic regression, exact.
conditional <- function(case, x, y, strata) {
  model <- clogit(y ~ x + strata(strata), method = "exact",
                  control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100))
  values <- list(logLikelihood = model$loglik[2])
  values$nullLogLikelihood <- model$loglik[1]
  for (j in seq_len(ncol(x))) {
    values[[paste0("value:", colnames(x)[j])]] <- unname(coef(model)[j])
    values[[paste0("standardError:", colnames(x)[j])]] <- sqrt(vcov(model)[j, j])
  }
  put("ConditionalLogisticRegression", case, data(x, y, rep(1, length(y)), strata), values)
}
conditional("infert", infertility[, c("spontaneous", "induced")], infert$case, infert$stratum)
set.seed(37)
strata <- rep(1:9, c(6, 8, 12, 5, 9, 15, 7, 10, 11))
tenure <- sample(0:20, length(strata), replace = TRUE)
focal <- rbinom(length(strata), 1, 0.4)
y <- rbinom(length(strata), 1, plogis(-0.8 - 0.7 * focal + 0.08 * tenure))
conditional("requisitions", cbind(focal = focal, tenure = tenure), y, strata)

# Standardization: the derivative of each quantity in the coefficients is taken numerically.
derivative <- function(f, at) sapply(seq_along(at), function(j) {
  h <- 1e-4
  e <- replace(numeric(length(at)), j, h)
  (8 * (f(at + e) - f(at - e)) - (f(at + 2 * e) - f(at - 2 * e))) / (12 * h)
})
standardized <- function(case, x, successes, totals, group) {
  model <- fit(x, successes, totals)
  rate <- function(b, g) {
    x[, group] <- g
    sum(totals * plogis(as.vector(x %*% b))) / sum(totals)
  }
  quantities <- list(
    focalRate = function(b) rate(b, 1), referenceRate = function(b) rate(b, 0),
    riskDifference = function(b) rate(b, 1) - rate(b, 0),
    logRatio = function(b) log(rate(b, 1) / rate(b, 0)),
    averageMarginalEffect = function(b)
      sum(totals * dlogis(as.vector(x %*% b))) * b[match(group, colnames(x))] / sum(totals))
  values <- list()
  b <- unname(coef(model))
  for (name in names(quantities)) {
    d <- derivative(quantities[[name]], b)
    values[[name]] <- quantities[[name]](b)
    values[[paste0("standardError:", name)]] <- sqrt(drop(d %*% vcov(model) %*% d))
  }
  put("AdjustedRates", case, c(data(x, successes, totals), group = group), values)
}
standardized("adverse-37", adjusted, admitted, applied, "female")
infertility <- cbind(constant = 1, induced = as.numeric(infert$induced > 0), age = infert$age,
                     parity = infert$parity, spontaneous = infert$spontaneous)
standardized("infert", infertility, infert$case, rep(1, nrow(infert)), "induced")

write.table(do.call(rbind, rows), "r.csv", sep = ",", quote = FALSE, row.names = FALSE)
