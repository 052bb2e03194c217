# Reference values for continuation ratios by level, written with R 4.2.2: fisher.test for the exact test
# and the conditional odds ratio of each step, glm with a log link for the log ratio and its standard
# error, p.adjust for Holm's method. Run in this folder: Rscript generate_levels.R
cases <- list(
  usual = list(c(420, 180, 60, 18, 4), c(510, 290, 140, 52, 21)),
  small = list(c(9, 4, 2, 1), c(12, 7, 6, 5)),
  even = list(c(30, 20, 10), c(60, 40, 20)))
out <- data.frame()
for (case in names(cases)) {
  focal <- cases[[case]][[1]]; reference <- cases[[case]][[2]]
  k <- length(focal)
  put <- function(step, quantity, value) out <<- rbind(out, data.frame(
    method = "ContinuationRatios", case = case, arguments = sprintf("focal=%s;reference=%s;step=%d",
      paste(focal, collapse = " "), paste(reference, collapse = " "), step),
    quantity = quantity, value = sprintf("%.17g", value)))
  p <- numeric(k - 1)
  for (step in 1:(k - 1)) {
    above <- c(sum(focal[(step + 1):k]), sum(reference[(step + 1):k]))
    at <- c(focal[step], reference[step])
    tail <- function(alternative) fisher.test(rbind(c(above[1], at[1]), c(above[2], at[2])),
                                              alternative = alternative)$p.value
    p[step] <- min(1, 2 * min(tail("less"), tail("greater")))
    exact <- fisher.test(rbind(c(above[1], at[1]), c(above[2], at[2])))
    put(step - 1, "pValue", p[step])
    put(step - 1, "oddsLower", exact$conf.int[1])
    put(step - 1, "oddsUpper", exact$conf.int[2])
    put(step - 1, "odds", exact$estimate)
    fit <- glm(cbind(above, at) ~ c(1, 0), family = binomial(link = "log"), start = c(log(above[2] /
      (above[2] + at[2])), 0), control = glm.control(epsilon = 1e-11, maxit = 200))
    put(step - 1, "logRatio", coef(fit)[2])
    put(step - 1, "standardError", sqrt(vcov(fit)[2, 2]))
  }
  adjusted <- p.adjust(p, "holm")
  for (step in 1:(k - 1)) put(step - 1, "adjusted", adjusted[step])
}
write.csv(out, "levels-r.csv", row.names = FALSE, quote = FALSE)
