# Reference values for the tests of Inference/Tables, from base R (4.2.2) alone.
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
by <- function(rowCount, ...) matrix(c(...), nrow = rowCount, byrow = TRUE)

# Groups in rows, outcomes in columns.
tables <- list(
  "adverse-26" = by(4, 1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11),
  "adverse-42" = by(4, 83, 3, 90, 3, 129, 7, 70, 12),
  "five-by-four" = by(5, 3, 5, 2, 8, 6, 7, 4, 1, 9, 2, 5, 5, 3, 6, 8, 4, 7, 2, 6, 3),
  "two-by-three" = by(2, 3, 0, 5, 1, 6, 2),
  "sparse" = by(3, 0, 4, 1, 0, 0, 3, 0, 1, 1, 2, 0, 2, 0, 0, 6),
  "large" = by(3, 12011, 8304, 951, 11020, 9012, 1033, 4011, 3105, 288))
for (case in names(tables)) {
  x <- tables[[case]]
  named <- list(rows = nrow(x), counts = c(t(x)))
  test <- suppressWarnings(chisq.test(x, correct = FALSE))
  put("ChiSquaredTableTest", case, named, statistic = unname(test$statistic),
      degreesOfFreedom = unname(test$parameter), pValue = test$p.value)
  g <- 2 * sum(ifelse(x > 0, x * log(x / test$expected), 0))
  put("GTableTest", case, named, statistic = g,
      pValue = pchisq(g, test$parameter, lower.tail = FALSE))
  put("CramersV", case, named,
      value = unname(sqrt(test$statistic / (sum(x) * (min(dim(x)) - 1)))))
  if (sum(x) < 1000)
    put("FisherFreemanHaltonTest", case, named, pValue = fisher.test(x, workspace = 2e8)$p.value)
}
set.seed(20260401)
for (case in 1:60) {
  size <- list(c(2, 3), c(3, 3), c(3, 4), c(4, 4), c(2, 5), c(5, 3))[[case %% 6 + 1]]
  x <- matrix(rpois(prod(size), c(0.8, 2, 4)[case %% 3 + 1]), size[1])
  if (any(rowSums(x) == 0) || any(colSums(x) == 0)) next
  put("FisherFreemanHaltonTest", paste0("random-", case),
      list(rows = nrow(x), counts = c(t(x))), pValue = fisher.test(x, workspace = 2e8)$p.value)
}

# Strata of tables; with scores the quadratic form is written out from its definition.
strata <- list(
  # Agresti (2002), Categorical Data Analysis: income by job satisfaction of women and of men.
  "adverse-40" = array(c(1, 2, 0, 0, 3, 3, 1, 2, 11, 17, 8, 4, 2, 3, 5, 2, 1, 0, 0, 0, 1, 3, 0, 1,
                         2, 5, 7, 9, 1, 1, 3, 6), c(4, 4, 2)),
  "admissions" = aperm(UCBAdmissions, c(2, 1, 3)),
  "hair-eyes" = HairEyeColor,
  "three-by-two" = array(c(4, 7, 9, 11, 8, 3, 2, 0, 5, 6, 9, 4, 12, 3, 1, 2, 6, 7), c(3, 2, 3)))
for (case in names(strata)) {
  x <- unclass(strata[[case]])
  named <- list(rows = dim(x)[1], strata = dim(x)[3], counts = c(aperm(x, c(2, 1, 3))))
  test <- mantelhaen.test(x, correct = FALSE)
  put("GeneralizedCochranMantelHaenszelTest", case, c(named, association = "general"),
      statistic = unname(test$statistic), degreesOfFreedom = unname(test$parameter),
      pValue = test$p.value)
  scored <- function(association, A, B) {
    d <- 0
    V <- 0
    for (k in seq_len(dim(x)[3])) {
      t <- x[, , k]
      n <- sum(t)
      r <- rowSums(t)
      s <- colSums(t)
      d <- d + c(B %*% t(t - outer(r, s) / n) %*% t(A))
      V <- V + kronecker(A %*% (diag(r) - outer(r, r) / n) %*% t(A),
                         B %*% (diag(s) - outer(s, s) / n) %*% t(B)) / (n - 1)
    }
    statistic <- sum(d * solve(V, d))
    put("GeneralizedCochranMantelHaenszelTest", case,
        c(named, association = association, columnScores = list(c(scores))),
        statistic = statistic, degreesOfFreedom = length(d),
        pValue = pchisq(statistic, length(d), lower.tail = FALSE))
  }
  scores <- matrix((seq_len(dim(x)[2]))^2, 1)
  scored("row-mean-scores", diag(dim(x)[1])[-dim(x)[1], , drop = FALSE], scores)
  scored("correlation", matrix(seq_len(dim(x)[1]), 1), scores)
}

write.table(do.call(rbind, rows), "r.csv", sep = ",", quote = FALSE, row.names = FALSE)
