# Reference values for the tests of Inference/Stratified, Trend and Multiplicity, from base R
# (4.2.2) alone.
# Run in this folder: Rscript stratified.R

rows <- list()
put <- function(method, case, arguments, ...) {
  text <- paste(names(arguments), sapply(arguments, function(x) paste(x, collapse = " ")),
                sep = "=", collapse = ";")
  values <- list(...)
  for (quantity in names(values))
    rows[[length(rows) + 1]] <<- data.frame(
      method = method, case = case, arguments = text, quantity = quantity,
      value = sub("Inf", "inf", formatC(values[[quantity]], digits = 17, format = "g")))
}

# Per stratum: focal selected, focal rejected, reference selected, reference rejected.
cases <- list(
  "adverse-36" = rbind(c(89, 19, 512, 313), c(17, 8, 353, 207), c(202, 391, 120, 205),
                       c(131, 244, 138, 279), c(94, 299, 53, 138), c(24, 317, 22, 351)),
  "adverse-38" = rbind(c(0, 6, 0, 5), c(3, 3, 0, 6), c(6, 0, 2, 4), c(5, 1, 6, 0), c(2, 0, 5, 0)),
  "opposite" = rbind(c(30, 10, 20, 40), c(8, 52, 31, 29), c(14, 36, 13, 37)),
  "requisitions" = rbind(c(1, 4, 2, 3), c(0, 6, 1, 9), c(2, 2, 3, 1), c(1, 9, 0, 3),
                         c(0, 3, 4, 8), c(3, 1, 2, 5), c(0, 1, 1, 0)))
for (case in names(cases)) {
  t <- cases[[case]]
  named <- list(focalSelected = t[, 1], focalRejected = t[, 2], referenceSelected = t[, 3],
                referenceRejected = t[, 4])
  x <- array(t(t[, c(1, 3, 2, 4)]), c(2, 2, nrow(t)))
  plain <- mantelhaen.test(x, correct = FALSE)
  corrected <- mantelhaen.test(x, correct = TRUE)
  put("CochranMantelHaenszelTest", case, c(named, correction = "none"),
      statistic = unname(plain$statistic), pValue = plain$p.value)
  put("CochranMantelHaenszelTest", case, c(named, correction = "half"),
      statistic = unname(corrected$statistic), pValue = corrected$p.value)
  for (level in c(0.9, 0.95)) {
    plain <- mantelhaen.test(x, correct = FALSE, conf.level = level)
    put("MantelHaenszelOddsRatio", case, c(named, level = level),
        value = unname(plain$estimate), lower = plain$conf.int[1], upper = plain$conf.int[2])
    exact <- mantelhaen.test(x, exact = TRUE, conf.level = level)
    put("ConditionalCommonOddsRatio", case, c(named, level = level),
        value = unname(exact$estimate), lower = exact$conf.int[1], upper = exact$conf.int[2])
  }
  put("ExactStratifiedTest", case, named, minimumLikelihood = exact$p.value)
}

# Trend; Z has the sign of the slope.
trends <- list(
  "adverse-41" = list(c(48, 38, 5, 1, 1), c(17114, 14502, 793, 127, 38), c(0, 0.5, 1.5, 4, 7)),
  "adverse-42" = list(c(83, 90, 129, 70), c(86, 93, 136, 82), 1:4),
  "falling" = list(c(19, 11, 4), c(40, 37, 44), 1:3))
for (case in names(trends)) {
  t <- trends[[case]]
  test <- prop.trend.test(t[[1]], t[[2]], t[[3]])
  slope <- cov.wt(cbind(t[[3]], t[[1]] / t[[2]]), wt = t[[2]] / sum(t[[2]]))$cov[1, 2]
  put("CochranArmitageTrendTest", case,
      list(selected = t[[1]], totals = t[[2]], scores = t[[3]]),
      statistic = sign(slope) * sqrt(unname(test$statistic)), pValue = test$p.value)
}

# Families of p-values.
families <- list(
  "adverse-49" = c(.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .324, .4262,
                   .5719, .6528, .759, 1),
  "ties" = c(.03, .01, .03, .5, .01), "one" = .04,
  "spread" = c(.8, .003, .021, .2, .021, .04, .0004, .64, .049, .31))
for (case in names(families)) {
  p <- families[[case]]
  for (method in c("hochberg", "hommel", "BH", "BY")) {
    name <- c(hochberg = "HochbergAdjustment", hommel = "HommelAdjustment",
              BH = "BenjaminiHochbergAdjustment", BY = "BenjaminiYekutieliAdjustment")[[method]]
    adjusted <- as.list(p.adjust(p, method))
    names(adjusted) <- seq_along(p) - 1
    do.call(put, c(list(name, case, list(pValues = format(p, scientific = FALSE, trim = TRUE))),
                   adjusted))
  }
}

write.table(do.call(rbind, rows), "stratified-r.csv", sep = ",", quote = FALSE, row.names = FALSE)
