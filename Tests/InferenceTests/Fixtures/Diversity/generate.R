# Reference values for the tests of Inference/Diversity, from base R (4.2.2) alone.
# Run in this folder: Rscript generate.R

rows <- list()
put <- function(method, case, arguments, ...) {
  text <- paste(names(arguments), sapply(arguments, function(x) paste(x, collapse = " ")),
                sep = "=", collapse = ";")
  values <- list(...)
  for (quantity in names(values))
    rows[[length(rows) + 1]] <<- data.frame(
      method = method, case = case, arguments = text, quantity = quantity,
      value = formatC(values[[quantity]], digits = 17, format = "g"))
}

cases <- list(
  "indices-R16" = c(4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1),
  "indices-R17-girdled" = c(46, 22, 17, 15, 15, 9, 8, 6, 6, 4, rep(2, 4), rep(1, 12)),
  "indices-R17-logged" =
    c(88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, rep(3, 4), rep(2, 4), rep(1, 14)),
  "no-pairs" = c(1, 1, 5, 0, 7, 1), "one-alone" = c(9, 4, 1), "nobody-alone" = c(9, 4, 2),
  "everybody-alone" = rep(1, 6), "large" = c(5000, 3000, 400, 25, 2, 1, 1, 1))

for (case in names(cases)) {
  counts <- cases[[case]]
  x <- counts[counts > 0]
  n <- sum(x)
  f1 <- sum(x == 1)
  f2 <- sum(x == 2)
  named <- list(counts = counts)

  # The expected number of categories among m people, and the variance of that number (Heck et al.).
  missed <- function(k, m) exp(lchoose(n - k, m) - lchoose(n, m))
  for (m in unique(pmin(n, c(1, 2, 5, 14, 100, n - 1)))) {
    u <- missed(x, m)
    pairs <- outer(x, x, function(a, b) missed(a + b, m)) - outer(u, u)
    diag(pairs) <- u * (1 - u)
    put("Rarefaction", case, c(named, people = m), value = sum(1 - u))
    if (sum(pairs) > 1e-6)
      put("Rarefaction", case, c(named, people = m), standardError = sqrt(sum(pairs)))
  }

  z <- qnorm(0.975)
  put("SampleCoverageGoodTuring", case, named, value = 1 - f1 / n)
  if (f1 > 0 && f1 < n)
    put("SampleCoverageGoodTuring", case, named,
        standardError = sqrt(f1 / n * (1 - f1 / n) / n + 2 * f2 / n^2))
  a <- if (f2 > 0) (n - 1) * f1 / ((n - 1) * f1 + 2 * f2) else
    (n - 1) * (f1 - 1) / ((n - 1) * (f1 - 1) + 2)
  put("SampleCoverageChao", case, named, value = if (f1 > 0) 1 - f1 / n * a else 1)

  # The classic form and its variance: the delta method over the numbers of categories with 1, 2, …
  # people, which are a multinomial sample of the estimated number; the gradient is numerical.
  seen <- length(x)
  unseen <- function(f1, f2) {
    if (f2 > 0) (n - 1) / n * f1^2 / (2 * f2) else (n - 1) / n * f1 * (f1 - 1) / 2
  }
  total <- function(f) sum(f) + unseen(f[1], f[2])
  f <- c(f1, f2, seen - f1 - f2)
  estimate <- total(f)
  put("ChaoRichness", case, named, value = estimate)
  if (estimate > seen) {
    step <- 1e-5
    gradient <- c((unseen(f1 + step, f2) - unseen(f1 - step, f2)) / (2 * step),
                  if (f2 > 0) (unseen(f1, f2 + step) - unseen(f1, f2 - step)) / (2 * step) else 0,
                  0) + 1
    variance <- sum(gradient^2 * f) - sum(gradient * f)^2 / estimate
    reach <- exp(z * sqrt(log(1 + variance / (estimate - seen)^2)))
    put("ChaoRichness", case, named, standardError = sqrt(variance),
        lower = seen + (estimate - seen) / reach, upper = seen + (estimate - seen) * reach)
  }
  # The bias-corrected form with the error vegan's estimateR documents.
  put("ChaoRichnessBiasCorrected", case, named, value = seen + f1 * (f1 - 1) / (2 * (f2 + 1)))
  if (f1 > 1)
    put("ChaoRichnessBiasCorrected", case, named, standardError = sqrt(
      f1 * (f1 - 1) / 2 / (f2 + 1) + f1 * (2 * f1 - 1)^2 / 4 / (f2 + 1)^2 +
        f1^2 * f2 * (f1 - 1)^2 / 4 / (f2 + 1)^4))
}

teams <- list(
  "indices-R34" = c(25, 32, 41, 28, 56), "two" = c(30, 31), "zero" = c(0, 0, 5),
  "tenure" = c(0.5, 1, 1, 2.25, 8, 8, 13, 20, 20.5, 31), "alike" = c(40, 40, 40))
for (case in names(teams)) {
  x <- teams[[case]]
  n <- length(x)
  named <- list(amounts = x)
  distances <- as.matrix(dist(x))
  put("SeparationIndex", case, c(named, statistic = "sd"),
      members = sd(x) * sqrt((n - 1) / n), less = sd(x))
  put("SeparationIndex", case, c(named, statistic = "med"),
      members = mean(sqrt(rowSums(distances^2) / n)),
      less = mean(sqrt(rowSums(distances^2) / (n - 1))))
  put("DisparityIndex", case, c(named, statistic = "cv"),
      members = sd(x) * sqrt((n - 1) / n) / mean(x), less = sd(x) / mean(x))
  put("DisparityIndex", case, c(named, statistic = "gini"),
      members = sum(distances) / (2 * n^2 * mean(x)),
      less = sum(distances) / (2 * n * (n - 1) * mean(x)))
}

write.csv(do.call(rbind, rows), "r.csv", row.names = FALSE, quote = FALSE)
