# Times R's functions: name, median seconds per call over seven batches, result; tab-separated.
cases <- list()
add <- function(name, calls, call) cases[[length(cases) + 1]] <<- list(name = name, calls = calls, call = call)
table2 <- function(a, n1, b, n2) matrix(c(a, n1 - a, b, n2 - b), nrow = 2)
add("fisher-35", 200, function() fisher.test(table2(2, 10, 15, 25), conf.int = FALSE)$p.value)
add("fisher-20000", 20, function() fisher.test(table2(5880, 9000, 7070, 11000), conf.int = FALSE)$p.value)
berkeley <- UCBAdmissions
add("multiple-events-berkeley", 20, function() mantelhaen.test(berkeley, exact = TRUE)$p.value)
five <- matrix(c(3, 5, 2, 8, 6, 7, 4, 1, 9, 2, 5, 5, 3, 6, 8, 4, 7, 2, 6, 3), nrow = 5, byrow = TRUE)
set.seed(1)
add("freeman-halton-million", 1, function() fisher.test(five, simulate.p.value = TRUE, B = 1e6)$p.value)
for (case in cases) {
  times <- numeric(0)
  for (batch in 0:(if (case$calls == 1) 3 else 7)) {
    begin <- proc.time()[["elapsed"]]
    for (index in seq_len(case$calls)) result <- case$call()
    elapsed <- proc.time()[["elapsed"]] - begin
    if (batch > 0) times <- c(times, elapsed / case$calls)
  }
  cat(case$name, "R", format(median(times), digits = 6), format(result, digits = 12), sep = "\t")
  cat("\n")
}
cat("version", "R", paste(R.version$major, R.version$minor, sep = "."), "", sep = "\t")
cat("\n")
