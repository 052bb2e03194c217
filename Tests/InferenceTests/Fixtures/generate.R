# Reference values for the tests of Inference, from base R (4.2.2) alone.
# Run in this folder: Rscript generate.R

rows <- list()
put <- function(method, case, arguments, ...) {
  text <- paste(names(arguments), sapply(arguments, format, digits = 17, trim = TRUE,
                                         scientific = FALSE), sep = "=", collapse = ";")
  values <- list(...)
  for (quantity in names(values))
    rows[[length(rows) + 1]] <<- data.frame(
      method = method, case = case, arguments = text, quantity = quantity,
      value = sub("Inf", "inf", formatC(values[[quantity]], digits = 17, format = "g")))
}

# Fisher's exact test, pooled Z: focal selected / total, reference selected / total.
tables <- list(
  "adverse-2" = c(12, 40, 48, 80), "adverse-4" = c(26, 48, 206, 259),
  "adverse-12" = c(50, 64, 455, 508), "adverse-23" = c(2, 10, 15, 25),
  "adverse-45" = c(28, 126, 23, 117), "adverse-36-A" = c(89, 108, 512, 825))
for (case in names(tables)) {
  t <- tables[[case]]
  named <- list(focalSelected = t[1], focalRejected = t[2] - t[1],
                referenceSelected = t[3], referenceRejected = t[4] - t[3])
  m <- matrix(c(t[1], t[2] - t[1], t[3], t[4] - t[3]), 2)
  put("FisherExactTest", case, named, minimumLikelihood = fisher.test(m)$p.value)
  z <- suppressWarnings(prop.test(t[c(1, 3)], t[c(2, 4)], correct = FALSE))
  put("PooledZTest", case, named, pValue = z$p.value,
      statistic = sign(t[1] / t[2] - t[3] / t[4]) * sqrt(unname(z$statistic)))
}

# One share.
for (s in list(c(3, 10), c(0, 20), c(121, 400), c(16, 500))) {
  for (level in c(0.9, 0.95)) {
    named <- list(successes = s[1], total = s[2], level = level)
    exact <- binom.test(s[1], s[2], conf.level = level)$conf.int
    put("ClopperPearsonInterval", paste0("share-", s[1], "-", s[2]), named,
        lower = exact[1], upper = exact[2])
    score <- suppressWarnings(
      prop.test(s[1], s[2], conf.level = level, correct = FALSE))$conf.int
    put("WilsonInterval", paste0("share-", s[1], "-", s[2]), named,
        lower = score[1], upper = score[2])
  }
}
for (s in list(c(15, 405, 0.057), c(10, 282, 0.154), c(3, 10, 0.5), c(0, 30, 0.125)))
  put("ExactBinomialTest", paste0("binomial-", s[1]),
      list(successes = s[1], total = s[2], probability = s[3]),
      minimumLikelihood = binom.test(s[1], s[2], s[3])$p.value)

# Two event rates.
rates <- list(
  even = c(11, 400, 19, 700), few = c(2, 150.5, 11, 310.25), none = c(0, 90, 6, 210),
  noneReference = c(4, 90, 0, 210), many = c(480, 10250, 611, 15100), one = c(1, 20, 1, 20))
for (case in names(rates)) {
  r <- rates[[case]]
  named <- list(focalEvents = r[1], focalExposure = r[2],
                referenceEvents = r[3], referenceExposure = r[4])
  test <- poisson.test(r[c(1, 3)], r[c(2, 4)])
  k <- r[1]; m <- r[1] + r[3]; p <- r[2] / (r[2] + r[4])
  put("PoissonRateRatio", case, named,
      value = unname(test$estimate), lower = test$conf.int[1], upper = test$conf.int[2])
  put("PoissonRateTest", case, named, minimumLikelihood = test$p.value,
      central = min(1, 2 * min(pbinom(k, m, p), pbinom(k - 1, m, p, lower.tail = FALSE))))
}

# Pay: amounts are written out, so that the test reads the same ones.
set.seed(20240601)
amounts <- list(
  statpsych = list(focal = c(36, 44, 47, 42, 49, 39, 46, 31, 33, 48),
                   reference = c(32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40)),
  lognormal = list(focal = round(exp(rnorm(60, 10.7, 0.25))),
                   reference = round(exp(rnorm(85, 10.85, 0.3)))),
  small = list(focal = round(exp(rnorm(6, 10.7, 0.2))), reference = round(exp(rnorm(16, 10.7, 0.2)))),
  tied = list(focal = sample(c(30000, 35000, 40000), 41, TRUE),
              reference = sample(c(30000, 36000, 42000, 50000), 64, TRUE)))
log_median_error <- function(x) {
  n <- length(x); x <- sort(x)
  c <- max(1, round((n + 1) / 2 - sqrt(n)))
  z <- qnorm(pbinom(c - 1, n, 0.5), lower.tail = FALSE)
  (log(x[n - c + 1]) - log(x[c])) / (2 * z)
}
for (case in names(amounts)) {
  f <- amounts[[case]]$focal; r <- amounts[[case]]$reference
  named <- list(focal = paste(f, collapse = " "), reference = paste(r, collapse = " "))
  part <- c(var(f) / length(f) / mean(f)^2, var(r) / length(r) / mean(r)^2)
  df <- sum(part)^2 / sum(part^2 / (c(length(f), length(r)) - 1))
  se <- sqrt(sum(part)); t <- log(mean(f) / mean(r)) / se; reach <- exp(qt(0.975, df) * se)
  put("MeanPayGap", case, named, value = 1 - mean(f) / mean(r),
      lower = 1 - mean(f) / mean(r) * reach, upper = 1 - mean(f) / mean(r) / reach,
      statistic = t, degreesOfFreedom = df, pValue = 2 * pt(-abs(t), df),
      focalMean = mean(f), focalStandardError = sd(f) / sqrt(length(f)))
  ratio <- median(f) / median(r)
  se <- sqrt(log_median_error(f)^2 + log_median_error(r)^2)
  z <- log(ratio) / se; reach <- exp(qnorm(0.975) * se)
  put("MedianPayGap", case, named, value = 1 - ratio, lower = 1 - ratio * reach,
      upper = 1 - ratio / reach, statistic = z, pValue = 2 * pnorm(-abs(z)),
      focalMedian = unname(quantile(f, 0.5, type = 7)))
}

write.table(do.call(rbind, rows), "r.csv", sep = ",", quote = FALSE, row.names = FALSE)
